using Zhixin.Courts;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.Checks;

/// <summary>The last line of the page before.</summary>
/// <param name="On">The day in the list's order.</param>
public readonly record struct CheckPlace(DateOnly On, int Home, Guid Id);

/// <summary>Which records a list shows.</summary>
public enum CheckShow
{
    /// <summary>Everything that is open, the first day first.</summary>
    Open,

    /// <summary>Where something is owed.</summary>
    Owed,

    /// <summary>Where a risk is not corrected, or a problem not answered.</summary>
    Risky,

    /// <summary>Of the viewer's own court, what is over; the newest first.</summary>
    Ended,
}

/// <summary>A part of the list.</summary>
/// <param name="Under">The court whose area is shown.</param>
public sealed record CheckFilter(Court Under, CheckShow Show)
{
    /// <summary>Start behind this line.</summary>
    public CheckPlace? After { get; init; }
}

/// <summary>A record as lists show it.</summary>
public sealed record CheckLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string CaseNumber { get; init; }

    public required int Court { get; init; }

    public required string Phase { get; init; }

    public required DateOnly FiledOn { get; init; }

    public DateOnly? ConcludedOn { get; init; }

    public DateOnly? NextDue { get; init; }

    public string? NextKind { get; init; }

    public required bool NextProvisional { get; init; }

    public required DateOnly OverdueAfter { get; init; }

    /// <summary>How many things are owed, dated or not.</summary>
    public required int Owed { get; init; }

    public required int Cards { get; init; }

    /// <summary>Problems on cards that wait for an answer.</summary>
    public required int Problems { get; init; }

    /// <summary>Services with which the report phone was not told.</summary>
    public required int Phones { get; init; }

    public required int Nodes { get; init; }

    /// <summary>Nodes that nobody checked.</summary>
    public required int Unchecked { get; init; }

    /// <summary>Risks that are not corrected.</summary>
    public required int Risks { get; init; }

    /// <summary>Where a list stands at this line.</summary>
    public CheckPlace Place(CheckShow show) => new(show == CheckShow.Ended ? ConcludedOn!.Value : OverdueAfter, Home, Id);
}

/// <summary>How many records of an area are open, owe something, and have a risk or problem that waits.</summary>
public sealed record CheckCounts(int Open, int Owed, int Risky, int Overdue);

/// <summary>The records of checks of an area, next due first.</summary>
public sealed class CheckLists(Db db)
{
    private const string Line =
        "home, id, number, case_number, court, phase, filed_on, concluded_on, next_due, next_kind, next_provisional, overdue_after, owed, cards, problems, phones, nodes, unchecked, risks";

    /// <summary>A page of the list.</summary>
    public Task<List<CheckLine>> Page(Scope scope, CheckFilter filter, int size, CancellationToken stop)
    {
        var (sql, arguments) = Statement(filter, size);
        return db.Ordered<CheckLine>(scope, sql, arguments, stop);
    }

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(CheckFilter filter, int size)
    {
        var where = new Conditions();
        if (filter.Show == CheckShow.Ended)
        {
            where.And("c.home = {0}", filter.Under.Number).And("c.phase = 'ended'");
            if (filter.After is { } last)
            {
                where.And("(c.concluded_on, c.id) < ({0}, {1})", last.On, last.Id);
            }

            return ($"select {Line} from enforcement_case c where {where.Sql} order by c.concluded_on desc, c.id desc limit {size}", where.Arguments);
        }

        Area(where, filter.Under);
        where.And("c.phase = 'open'");
        if (filter.Show != CheckShow.Open)
        {
            where.And(filter.Show == CheckShow.Owed ? "c.owed > 0" : "c.risks + c.problems > 0");
        }

        if (filter.After is { } after)
        {
            where.And("(c.overdue_after, c.home, c.id) > ({0}, {1}, {2})", after.On, after.Home, after.Id);
        }

        return ($"select /* all homes: checks */ {Line} from enforcement_case c where {where.Sql} order by c.overdue_after, c.home, c.id limit {size}", where.Arguments);
    }

    /// <summary>The figures of an area.</summary>
    public async Task<CheckCounts> Counts(Scope scope, Court under, DateOnly today, CancellationToken stop)
    {
        var where = new Conditions();
        var overdue = where.Text("count(*) filter (where c.overdue_after < {0})::int", today);
        Area(where, under);
        where.And("c.phase = 'open'");
        return (await db.Query<CheckCounts>(
            scope,
            $"select /* all homes: check-counts */ count(*)::int as open, count(*) filter (where c.owed > 0)::int as owed, count(*) filter (where c.risks + c.problems > 0)::int as risky, {overdue} as overdue from enforcement_case c where {where.Sql}",
            where.Arguments, stop))[0];
    }

    /// <summary>The record that a court has on a case; null where it has none, or it is not in sight.</summary>
    /// <param name="caseNumber">In its one written form.</param>
    public async Task<CheckLine?> Of(Scope scope, int court, string caseNumber, CancellationToken stop) =>
        (await db.Query<CheckLine>(scope, OfCase, [court, caseNumber], stop)).SingleOrDefault();

    /// <summary>The same as part of a reading.</summary>
    public static async Task<CheckLine?> Of(Reading reading, int court, string caseNumber) => (await reading.Ask<CheckLine>(OfCase, court, caseNumber)).SingleOrDefault();

    private const string OfCase = $"select {Line} from enforcement_case c where c.home = $1 and c.case_number = $2";

    private static void Area(Conditions where, Court under)
    {
        if (under.Level != CourtLevel.Supreme)
        {
            where.And($"c.{(under.Level switch { CourtLevel.High => "high", CourtLevel.Intermediate => "mid", _ => "basic" })} = {{0}}", under.Number);
        }
    }
}
