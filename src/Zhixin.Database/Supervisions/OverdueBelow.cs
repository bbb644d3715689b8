using Zhixin.Courts;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.Supervisions;

/// <summary>Something overdue at a court under the viewer's that it owes to a superior.</summary>
public sealed record BelowLine
{
    public required int Home { get; init; }

    public required Guid Stream { get; init; }

    public required int No { get; init; }

    /// <summary>The kind of its stream: "petition" of what was handed down, "supervision", "platform-item".</summary>
    public required string Matter { get; init; }

    public required string Name { get; init; }

    public required string Clause { get; init; }

    public DateOnly? Due { get; init; }

    public DateOnly? CountsFrom { get; init; }

    public required DateOnly OverdueAfter { get; init; }

    /// <summary>The court that owes it.</summary>
    public required int Court { get; init; }

    /// <summary>The court to which it is owed.</summary>
    public required int AnswersTo { get; init; }

    public required string ChargedUnit { get; init; }

    /// <summary>Whose it is; null while nobody is named.</summary>
    public Guid? ChargedPerson { get; init; }

    public required string Number { get; init; }

    public string? CaseNumber { get; init; }

    /// <summary>Where the list stands at this line.</summary>
    public OwedPlace Place() => new(OverdueAfter, Home, Stream, No);
}

/// <summary>How much of it there is in the area of one court, of one kind of matter.</summary>
/// <param name="Court">A court right under the one that is looked at, or that one itself.</param>
/// <param name="Oldest">The day at whose end the oldest was overdue.</param>
public sealed record BelowCount(int Court, string Matter, int Count, DateOnly Oldest);

/// <summary>
/// Overdue below 下级逾期: what courts under the viewer's have not done in time of what a superior handed down, supervises or awaits through the platform; the oldest
/// first, drilled down along the tree.
/// </summary>
public sealed class OverdueBelow(Db db)
{
    private const string Line =
        "o.home, o.stream, o.no, o.matter, o.name, o.clause, o.due, o.counts_from, o.overdue_after, o.court, o.answers_to, o.charged_unit, o.charged_person, " + OwedLists.Number
        + " as number, coalesce(p.case_number, v.case_number, i.case_number) as case_number";

    /// <summary>A page of an area.</summary>
    /// <param name="under">The court whose area is looked at; what it owes itself counts where it is under the viewer's.</param>
    /// <param name="matter">Only of one kind; null for every one.</param>
    public Task<List<BelowLine>> Page(Scope scope, Court under, string? matter, DateOnly today, OwedPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = Statement(scope, under, matter, today, after, size);
        return db.Ordered<BelowLine>(scope, sql, arguments, stop);
    }

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(Scope scope, Court under, string? matter, DateOnly today, OwedPlace? after, int size)
    {
        var where = Where(scope, under, today).If(matter, "o.matter = {0}");
        if (after is { } place)
        {
            where.And("(o.overdue_after, o.home, o.stream, o.no) > ({0}, {1}, {2}, {3})", place.On, place.Home, place.Stream, place.No);
        }

        return ($"select /* all homes: below */ {Line} from {OwedLists.From} where {where.Sql} order by o.overdue_after, o.home, o.stream, o.no limit {size}", where.Arguments);
    }

    /// <summary>The same by court and kind.</summary>
    public Task<List<BelowCount>> Counts(Scope scope, Court under, DateOnly today, CancellationToken stop)
    {
        var (sql, arguments) = CountStatement(scope, under, today);
        return db.Query<BelowCount>(scope, sql, arguments, stop);
    }

    /// <summary>What counting asks.</summary>
    public static (string Sql, object?[] Arguments) CountStatement(Scope scope, Court under, DateOnly today)
    {
        var where = Where(scope, under, today);
        return (
            $"select /* all homes: below-counts */ coalesce({Child(under.Level)}, o.court) as court, o.matter, count(*)::int as count, min(o.overdue_after) as oldest from obligation o where {where.Sql} group by 1, 2 order by 1, 2",
            where.Arguments);
    }

    /// <summary>How long the whole list of a court is, at most one more than <see cref="OwedLists.CountCap"/>; to be asked beside others.</summary>
    internal static (string Sql, object?[] Arguments) LengthStatement(Scope scope, Court under, DateOnly today)
    {
        var where = Where(scope, under, today);
        return ($"select /* all homes: below-length */ count(*)::int from (select 1 from obligation o where {where.Sql} limit {OwedLists.CountCap + 1}) as capped", where.Arguments);
    }

    private static Conditions Where(Scope scope, Court under, DateOnly today)
    {
        var where = new Conditions();
        _ = under.Level switch
        {
            CourtLevel.Supreme => where,
            CourtLevel.High => where.And("o.high = {0}", under.Number),
            CourtLevel.Intermediate => where.And("o.mid = {0}", under.Number),
            CourtLevel.Basic => where.And("o.court = {0}", under.Number),
        };
        return where.And("o.state = 'open' and o.answers_to is not null and o.overdue_after < {0} and o.court <> {1} and not o.barred @> array[{2}]", today, scope.Court, scope.Viewer);
    }

    private static string Child(CourtLevel level) => level switch
    {
        CourtLevel.Supreme => "o.high",
        CourtLevel.High => "o.mid",
        CourtLevel.Intermediate or CourtLevel.Basic => "o.basic",
    };
}
