using Zhixin.Database.Persons;

namespace Zhixin.Database.Access;

/// <summary>A sign-in. Its id is the staff member's id.</summary>
public sealed record Account
{
    public required Guid Id { get; init; }

    public required string UserName { get; set; }

    public string PasswordHash { get; set; } = string.Empty;

    public bool MustChange { get; set; }

    public string SecurityStamp { get; set; } = string.Empty;

    public int Failed { get; set; }

    public DateTime? LockedUntil { get; set; }

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

    /// <summary>Scope of every query that this person makes.</summary>
    public Scope Scope => new(Court, Id);

    /// <summary>The three exclusive administrators read no matters.</summary>
    public bool IsAdministrator => Posts.Any(p => p.EndsWith("-administrator", StringComparison.Ordinal));
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
        "update account set password_hash = $3, must_change = $4, security_stamp = $5, failed = $6, locked_until = $7, totp_secret = $8 where id = $1 and user_name = $2",
        Values(account)[..8], stop);

    /// <summary>The person behind an account as of now; null when gone.</summary>
    public async Task<Member?> Member(Guid id, CancellationToken stop) => (await db.Reference<Member>(
        """
        select a.id, s.name, s.court, coalesce(c.name, '') as court_name, s.unit, s.posts, a.security_stamp, a.must_change
        from account a join staff s on s.id = a.id and s.court = a.court left join court c on c.number = s.court
        where a.id = $1 and s.active
        """,
        [id], stop)).SingleOrDefault();

    /// <summary>The account of a bearer key that is not revoked.</summary>
    public async Task<Guid?> ByBearer(byte[] hash, CancellationToken stop) =>
        (await db.Reference<Guid?>("select account from bearer_key where hash = $1 and revoked_at is null", [hash], stop)).SingleOrDefault();

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
