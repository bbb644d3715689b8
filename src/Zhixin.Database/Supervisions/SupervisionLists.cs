using Zhixin.Courts;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.Supervisions;

/// <summary>The last line of the page before.</summary>
public readonly record struct SupervisionPlace(DateOnly On, int Home, Guid Id);

/// <summary>A part of the board: next due first.</summary>
/// <param name="Under">The court whose own area is shown: its cases and those of the courts under it.</param>
/// <param name="Stage">Null for every stage that runs.</param>
/// <param name="Overdue">Only what is overdue today.</param>
/// <param name="LedBy">Only what this court leads; null for every superior's.</param>
public sealed record SupervisionFilter(Court Under, string? Stage, bool Overdue, int? LedBy)
{
    /// <summary>Only where the leading court must do this next: "urge", "consequence". Also what ended then; null for every one that runs.</summary>
    public string? Pressing { get; init; }

    /// <summary>Start behind this line.</summary>
    public SupervisionPlace? After { get; init; }
}

/// <summary>A supervision as lists show it.</summary>
public sealed record SupervisionLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required int Court { get; init; }

    public required int Enforcing { get; init; }

    public required string CaseNumber { get; init; }

    public string? PetitionNumber { get; init; }

    public required string Complaint { get; init; }

    public string? Ground { get; init; }

    public string? Mode { get; init; }

    public required string Stage { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public DateOnly? NextDue { get; init; }

    public string? NextKind { get; init; }

    public required DateOnly OverdueAfter { get; init; }

    public required int Rounds { get; init; }

    public DateOnly? ListedOn { get; init; }

    public string? ListedTitle { get; init; }

    /// <summary>When the petitioner was told last how it goes, or its result.</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>Where a list stands at this line.</summary>
    public SupervisionPlace Place() => new(OverdueAfter, Home, Id);
}

/// <summary>A supervision that runs on a matter, as far as any superior may know.</summary>
public sealed record LeadingSupervision
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required int Court { get; init; }
}

/// <summary>How much of one court's area stands where.</summary>
/// <param name="Court">A court right under the one whose board it is, or that one itself.</param>
public sealed record SupervisionCount(int Court, string Stage, int Count, int Overdue);

/// <summary>The supervision board 督办台: by court and by state, drilled down along the tree; keyset-paged, every order by an index.</summary>
public sealed class SupervisionLists(Db db)
{
    private const string Line =
        "home, id, number, court, enforcing, case_number, petition_number, complaint, ground, mode, stage, received_on, next_due, next_kind, overdue_after, rounds, listed_on, listed_title, told_on";

    /// <summary>A page of the board.</summary>
    public Task<List<SupervisionLine>> Page(Scope scope, SupervisionFilter filter, DateOnly today, int size, CancellationToken stop)
    {
        var (sql, arguments) = Statement(scope, filter, today, size);
        return db.Ordered<SupervisionLine>(scope, sql, arguments, stop);
    }

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(Scope scope, SupervisionFilter filter, DateOnly today, int size)
    {
        var where = new Conditions();
        Area(where, filter.Under);
        where.And(filter.Pressing is null ? "s.phase = 'open' and not s.accused @> array[{0}]" : "s.pressing <> '{{}}' and not s.accused @> array[{0}]", scope.Viewer);
        if (filter.Pressing is { } pressing)
        {
            where.And("s.pressing @> array[{0}]", pressing);
        }

        if (filter.LedBy is { } court)
        {
            where.And("s.court = {0}", court);
        }

        if (filter.Stage is { } stage)
        {
            where.And("s.stage = {0}", stage);
        }

        if (filter.Overdue)
        {
            where.And("s.overdue_after < {0}", today);
        }

        if (filter.After is { } after)
        {
            where.And("(s.overdue_after, s.home, s.id) > ({0}, {1}, {2})", after.On, after.Home, after.Id);
        }

        return ($"select /* all homes: supervisions */ {Line} from supervision s where {where.Sql} order by s.overdue_after, s.home, s.id limit {size}", where.Arguments);
    }

    /// <summary>The board's counts: the courts right under one, each with its whole area, stage by stage.</summary>
    public Task<List<SupervisionCount>> Counts(Scope scope, Court under, DateOnly today, CancellationToken stop)
    {
        var (sql, arguments) = CountStatement(scope, under, today);
        return db.Query<SupervisionCount>(scope, sql, arguments, stop);
    }

    /// <summary>What counting asks the database.</summary>
    public static (string Sql, object?[] Arguments) CountStatement(Scope scope, Court under, DateOnly today)
    {
        var where = new Conditions();
        var overdue = where.Text("count(*) filter (where s.overdue_after < {0})::int", today);
        Area(where, under);
        where.And("s.phase = 'open' and not s.accused @> array[{0}]", scope.Viewer);
        return (
            $"select /* all homes: supervision-counts */ coalesce({Child(under.Level)}, s.enforcing) as court, s.stage, count(*)::int as count, {overdue} as overdue from supervision s where {where.Sql} group by 1, 2 order by 1, 2",
            where.Arguments);
    }

    /// <summary>What runs on a petition or an enforcement case, whoever leads it and whether or not the viewer sees it: number and court, nothing else.</summary>
    /// <param name="inside">Whether what a court does about its own people is asked for; what a superior leads otherwise.</param>
    public async Task<LeadingSupervision?> Running(Scope scope, Guid? petition, string caseNumber, bool inside, CancellationToken stop) => (await db.Query<LeadingSupervision>(
        scope, "select /* all homes: supervision-running */ home, id, number, court from supervision_running($1, $2, $3)", [caseNumber, petition, inside], stop)).FirstOrDefault();

    /// <summary>Every supervision of a petition that the viewer sees, newest first; none in which the viewer is accused.</summary>
    public static Task<List<SupervisionLine>> OfPetition(Reading reading, Guid viewer, int home, Guid petition) => reading.Ask<SupervisionLine>(
        $"select /* all homes: supervision-of-petition */ {Line} from supervision s where s.petition_home = $1 and s.petition = $2 and not s.accused @> array[$3] order by s.received_on desc, s.home, s.id desc",
        home, petition, viewer);

    /// <summary>The chain columns hold the court that enforces: an area is one of them.</summary>
    internal static void Area(Conditions where, Court under)
    {
        switch (under.Level)
        {
            case CourtLevel.Supreme:
                break;
            case CourtLevel.High:
                where.And("s.high = {0}", under.Number);
                break;
            case CourtLevel.Intermediate:
                where.And("s.mid = {0}", under.Number);
                break;
            case CourtLevel.Basic:
                where.And("s.basic = {0}", under.Number);
                break;
        }
    }

    private static string Child(CourtLevel level) => level switch
    {
        CourtLevel.Supreme => "s.high",
        CourtLevel.High => "s.mid",
        CourtLevel.Intermediate => "s.basic",
        CourtLevel.Basic => "s.basic",
    };
}
