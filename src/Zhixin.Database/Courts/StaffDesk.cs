using Npgsql;
using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;

namespace Zhixin.Database.Courts;

/// <summary>The secrets of a new sign-in.</summary>
/// <param name="PasswordHash">As the host's hasher makes it.</param>
/// <param name="MustChange">Whether the password is good for one sign-in only.</param>
public sealed record NewSignIn(string PasswordHash, string SecurityStamp, bool MustChange);

/// <summary>What an act on a staff member leaves: the new version.</summary>
public sealed record StaffAnswer(int Court, Guid Id, int Version);

/// <summary>Who works where: appointments, posts, leaving, deputies and units, each a fact in the history of the court.</summary>
public sealed class StaffDesk(Db db, LawInForce law, Posts posts, IReadOnlyList<UnitKind> kinds, PetitionDesk petitions, TimeProvider clock)
{
    /// <summary>The act of the authority matrix that all of this is.</summary>
    public const string Act = "manage-courts";

    private const string Kind = "staff";

    /// <summary>The posts there are.</summary>
    public Posts Posts => posts;

    /// <summary>The person as of now; null where the court has none with this id.</summary>
    public async Task<StaffMember?> Load(StreamId id, CancellationToken stop) => (await History(id, stop))?.Member;

    /// <summary>Why the person may not administer this court's people; null when he or she may.</summary>
    public Refusal? MayNot(ActingPerson who, int court) =>
        law.Now.MayNot(who, Act, null) ?? (Reaches(who.Court, court) ? null : new Refusal.Authority(Act, "staff-other-court"));

    /// <summary>A person takes up posts and gets a sign-in, both or neither.</summary>
    /// <param name="id">A fresh id, of the staff member and of the account.</param>
    public async Task<Answer<StaffAnswer>> Appoint(ActingPerson who, StreamId id, Appoint command, NewSignIn signIn, Resend? resend, CancellationToken stop)
    {
        if (MayNot(who, id.Home) is { } refusal)
        {
            return refusal;
        }

        var standing = await Standing(id.Home, stop);
        var decision = Misplaced(command.Unit, command.Posts, standing) is { } misplaced ? misplaced : Staffing.Take(command, posts, Level(id.Home));
        if (decision is not Decision<object>.Done done)
        {
            return Why(decision);
        }

        var appointed = (StaffAppointed)done.Events[0];
        var context = Context(who);
        var batch = new CommandBatch(who.Court);
        if (standing.Count == 0 && Level(id.Home) is { } level)
        {
            Stage(batch, context, id.Home, UnitSetup.WithCourt(kinds, level, standing));
        }

        KeptAnswers.Keep(batch, id.Home, who.Id, resend, new StaffAnswer(id.Home, id.Id, 1), context.Now);
        Accounts.Stage(batch, new Account
        {
            Id = id.Id, UserName = appointed.UserName, PasswordHash = signIn.PasswordHash, MustChange = signIn.MustChange,
            SecurityStamp = signIn.SecurityStamp, Court = id.Home, CreatedAt = context.Now.UtcDateTime,
        });
        return await Write(context, batch, StreamHead.New(id), null, done, who, resend, appointed.UserName, stop);
    }

    /// <summary>An act on a staff member; the decision is told how much the person owes.</summary>
    /// <param name="expected">The version that the actor saw.</param>
    public async Task<Answer<StaffAnswer>> Do(
        ActingPerson who, StreamId id, int? expected, Resend? resend, Func<StaffMember, int, Decision<object>> decide, CancellationToken stop)
    {
        if (MayNot(who, id.Home) is { } refusal)
        {
            return refusal;
        }

        if (await History(id, stop) is not var (member, history))
        {
            return new Answer<StaffAnswer>.Unknown();
        }

        if (await KeptAnswers.Find<StaffAnswer>(db, who.Scope, id.Home, who.Id, resend, stop) is { } earlier)
        {
            return earlier;
        }

        if (expected is { } seen && seen != member.Version)
        {
            return new Refusal.Conflict(seen, member.Version);
        }

        if (decide(member, await HeldLists.Owed(db, law.Now.Courts, id, stop)) is not Decision<object>.Done done)
        {
            return Why(decide(member, await HeldLists.Owed(db, law.Now.Courts, id, stop)));
        }

        var context = Context(who);
        var batch = new CommandBatch(who.Court);
        KeptAnswers.Keep(batch, id.Home, who.Id, resend, new StaffAnswer(id.Home, id.Id, member.Version + done.Events.Count), context.Now);
        return await Write(context, batch, history.Head, member, done, who, resend, member.UserName, stop);
    }

    /// <summary>Why these posts do not belong in the unit of the court; null when they do.</summary>
    public async Task<Refusal?> Misplaced(int court, string unit, IReadOnlyList<string> codes, CancellationToken stop) =>
        Misplaced(unit, codes, await Standing(court, stop));

    /// <summary>The units that stand at a court.</summary>
    public async Task<IReadOnlyList<StandingUnit>> Standing(int court, CancellationToken stop) =>
        [.. (await StaffLists.Units(db, court, stop)).Select(u => new StandingUnit(u.Kind, u.Name))];

    /// <summary>The court sets up a unit; answers its name.</summary>
    /// <param name="name">Empty: the name of the kind.</param>
    public async Task<Answer<string>> CreateUnit(ActingPerson who, int court, string kind, string name, CancellationToken stop)
    {
        if (MayNot(who, court) is { } refusal)
        {
            return refusal;
        }

        var decision = Level(court) is { } level ? UnitSetup.Create(kinds, level, await Standing(court, stop), kind, name) : new Refusal.Input("kind", "unit-kind");
        if (decision is not Decision<object>.Done done)
        {
            return Why(decision).Why;
        }

        var (context, batch) = (Context(who), new CommandBatch(who.Court));
        var created = (StaffUnitCreated)done.Events[0];
        Stage(batch, context, court, [created]);
        await Commands.Execute(db, batch, stop);
        return created.Name;
    }

    private void Stage(CommandBatch batch, CommandContext context, int court, IReadOnlyList<StaffUnitCreated> units)
    {
        foreach (var unit in units)
        {
            var id = new StreamId(court, Guid.CreateVersion7(context.Now));
            EventStore.Append(batch, context, StreamHead.New(id), "unit", [Dated(unit)], SeenBy(court));
            batch.Add("insert into unit (court, id, kind, name) values ($1, $2, $3, $4)", court, id.Id, unit.Kind, unit.Name);
        }
    }

    private Refusal? Misplaced(string unit, IReadOnlyList<string> codes, IReadOnlyList<StandingUnit> standing) =>
        UnitSetup.Misplaced(unit, codes, posts, kinds, standing);

    /// <summary>The address may name anything as the home: no court has a negative number, and nothing is asked in the name of one that is none.</summary>
    private async Task<(StaffMember Member, LoadedHistory History)?> History(StreamId id, CancellationToken stop) =>
        id.Home >= 0 && await EventStore.Load(db, new Scope(id.Home, Guid.Empty), id, stop) is { } history && history.Facts[0].Fact is StaffAppointed
            ? (StaffMember.Fold(id, history.Facts), history)
            : null;

    private async Task<Answer<StaffAnswer>> Write(
        CommandContext context, CommandBatch batch, StreamHead head, StaffMember? before, Decision<object>.Done done, ActingPerson who, Resend? resend,
        string userName, CancellationToken stop)
    {
        EventStore.Append(batch, context, head, Kind, [.. done.Events.Select(Dated)], SeenBy(head.Id.Home));
        var after = done.Events.Aggregate(before, (member, fact) => member is null ? StaffMember.Begin(head.Id, fact) : member.Apply(fact))!;
        StaffRows.Project(batch, before, after);
        try
        {
            await Commands.Execute(db, batch, stop);
            return new StaffAnswer(head.Id.Home, head.Id.Id, after.Version);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await KeptAnswers.Find<StaffAnswer>(db, who.Scope, head.Id.Home, who.Id, resend, stop) is { } earlier ? earlier
                : e.TableName == "account" ? new Refusal.Input("user", "staff-user-name-taken", userName)
                : new Refusal.Conflict(head.Version, head.Version + 1);
        }
    }

    private CommandContext Context(ActingPerson who)
    {
        var now = RecordedEvent.Cut(clock.GetUtcNow());
        return new CommandContext(Guid.CreateVersion7(now), who.Id, null, who.Court, Act, who.Origin, now);
    }

    private DatedFact Dated(object fact) => new(fact, petitions.Today);

    private static Answer<StaffAnswer>.Refused Why(Decision<object> decision) => decision is Decision<object>.Refused refused
        ? new Answer<StaffAnswer>.Refused(refused.Why)
        : throw new InvalidOperationException("Only a refusal has a reason.");

    private CourtLevel? Level(int court) => court == Court.Platform ? null : law.Now.Court(court).Level;

    private bool Reaches(int actor, int court) => actor == court || actor == Court.Platform || (court != Court.Platform && law.Now.Chain(court).Contains(actor));

    /// <summary>The court itself, those above it, and the platform, whose administrators look after everybody.</summary>
    private int[] SeenBy(int court) => court == Court.Platform ? [court] : [Court.Platform, .. law.Now.Chain(court).Order()];
}
