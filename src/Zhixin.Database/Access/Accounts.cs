using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.Access;

/// <summary>A sign-in. Its id is the staff member's id.</summary>
public sealed record Account
{
    public required Guid Id { get; init; }

    public required string UserName { get; set; }

    public string PasswordHash { get; set; } = string.Empty;

    public bool MustChange { get; set; }

    public string SecurityStamp { get; set; } = string.Empty;

    /// <summary>Failures since the last success or lockout.</summary>
    public int Failed { get; init; }

    /// <summary>Until when no sign-in is accepted; null or past for an open account.</summary>
    public DateTime? LockedUntil { get; init; }

    /// <summary>Sealed under the master key; null where no second factor is set up.</summary>
    public byte[]? TotpSecret { get; set; }

    public required int Court { get; init; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>Who is at the other end: the account, and the staff member as of now.</summary>
public sealed record Member
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required int Court { get; init; }

    public required string CourtName { get; init; }

    public required string Unit { get; init; }

    public required string[] Posts { get; init; }

    public required string SecurityStamp { get; init; }

    public required bool MustChange { get; init; }

    /// <summary>Those for whom the person acts as a deputy on the day that was asked about, as JSON.</summary>
    public string Deputed { get; init; } = "[]";

    /// <summary>The same as people.</summary>
    public IReadOnlyList<Represented> Represented => Deputies.Read(Deputed);

    /// <summary>Scope of every query that this person makes.</summary>
    public Scope Scope => new(Court, Id);

    /// <summary>The three exclusive administrators read no matters.</summary>
    public bool IsAdministrator => Posts.Any(p => p.EndsWith("-administrator", StringComparison.Ordinal));
}

/// <summary>What a failure left: the failures so far, and until when the account is locked by it.</summary>
public sealed record FailedSignIn
{
    public required int Failed { get; init; }

    public DateTime? LockedUntil { get; init; }
}

/// <summary>Accounts in the database.</summary>
public sealed class Accounts(Db db, MasterKey master)
{
    private const string Columns =
        "id, user_name, password_hash, must_change, security_stamp, failed, locked_until, totp_secret, court, created_at";

    /// <summary>Finds an account by its name as typed, case ignored.</summary>
    public async Task<Account?> ByName(string name, CancellationToken stop) =>
        (await db.Reference<Account>($"select {Columns} from account where user_name = $1", [name.Trim().ToLowerInvariant()], stop)).SingleOrDefault();

    /// <summary>Finds an account by id.</summary>
    public async Task<Account?> ById(Guid id, CancellationToken stop) =>
        (await db.Reference<Account>($"select {Columns} from account where id = $1", [id], stop)).SingleOrDefault();

    /// <summary>Adds an account.</summary>
    public Task Add(Account account, CancellationToken stop) => db.Change(
        $"insert into account ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", Values(account), stop);

    /// <summary>Stages a new account on the batch that appoints its owner.</summary>
    public static void Stage(CommandBatch batch, Account account) =>
        batch.Add($"insert into account ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", Values(account));

    /// <summary>Whether anybody at all has an account.</summary>
    public async Task<bool> Any(CancellationToken stop) => (await db.Reference<bool>("select exists (select from account)", [], stop)).Single();

    /// <summary>Replaces what may change of an account.</summary>
    public Task Update(Account account, CancellationToken stop) => db.Change(
        "update account set password_hash = $2, must_change = $3, security_stamp = $4, totp_secret = $5 where id = $1",
        [account.Id, account.PasswordHash, account.MustChange, account.SecurityStamp, account.TotpSecret], stop);

    /// <summary>The person behind an account as of now; null when gone.</summary>
    public Task<Member?> Member(Guid id, CancellationToken stop) => Member(id, null, stop);

    /// <summary>The same, with those for whom the person acts on a day.</summary>
    public async Task<Member?> Member(Guid id, DateOnly? on, CancellationToken stop) => (await db.Reference<Member>(
        $"""
        select a.id, s.name, s.court, coalesce(c.name, '') as court_name, s.unit, s.posts, a.security_stamp, a.must_change,
          (select coalesce(json_agg(r), '[]')::text from ({Deputies.Select("a.court", "a.id", "$2::date")}) as r) as deputed
        from account a join staff s on s.id = a.id and s.court = a.court left join court c on c.number = s.court
        where a.id = $1 and s.active
        """,
        [id, on], stop)).SingleOrDefault();

    /// <summary>
    /// Counts a failure, in the database, so that tries at once are counted too. The failure that makes the number full locks the account and
    /// begins the count anew.
    /// </summary>
    /// <param name="most">Failures that lock.</param>
    /// <returns>Failures counted, and until when the account is locked by this failure; null when it is not.</returns>
    public async Task<FailedSignIn> Fail(Guid id, int most, DateTimeOffset lockedUntil, CancellationToken stop) => (await db.Reference<FailedSignIn>(
        """
        update account set failed = (failed + 1) % $2, locked_until = case when failed + 1 >= $2 then $3 else locked_until end
        where id = $1 returning failed, case when failed = 0 then locked_until end as locked_until
        """,
        [id, most, lockedUntil.UtcDateTime], stop)).Single();

    /// <summary>Forgets the failures and opens a locked account.</summary>
    public Task Unlock(Guid id, CancellationToken stop) => db.Change("update account set failed = 0, locked_until = null where id = $1", [id], stop);

    /// <summary>Takes the step of a one-time code; false when that step or a later one was taken before: a code is good once.</summary>
    public async Task<bool> TakeStep(Guid id, long step, CancellationToken stop) =>
        await db.Change("update account set totp_step = $2 where id = $1 and totp_step < $2", [id, step], stop) == 1;

    /// <summary>Seals a TOTP secret.</summary>
    public byte[] Seal(byte[] secret) => master.Wrap(secret);

    /// <summary>Opens a TOTP secret.</summary>
    public byte[] Open(byte[] box) => master.Unwrap(box);

    private static object?[] Values(Account a) =>
    [
        a.Id, a.UserName.ToLowerInvariant(), a.PasswordHash, a.MustChange, a.SecurityStamp, a.Failed, a.LockedUntil, a.TotpSecret, a.Court,
        a.CreatedAt,
    ];
}
