using Zhixin.Courts;

namespace Zhixin.Database.Supervisions;

/// <summary>A listed matter as everybody may read it: no party, no case.</summary>
public record PublicListing
{
    /// <summary>Number of the listing.</summary>
    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The court that listed it.</summary>
    public required int Court { get; init; }

    public required int Enforcing { get; init; }

    public required DateOnly ListedOn { get; init; }

    /// <summary>Until when it is to be enforced; null where no day is fixed yet.</summary>
    public DateOnly? Due { get; init; }

    public required string Stage { get; init; }

    public DateOnly? ResultOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>Code of the closing condition; null while it runs.</summary>
    public string? Condition { get; init; }
}

/// <summary>A listed matter as staff see it.</summary>
public sealed record ListedLine : PublicListing
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>Whether the six elements are fixed.</summary>
    public required bool IsFixed { get; init; }
}

/// <summary>The last line of the page before.</summary>
public sealed record ListedPlace(DateOnly On, string Number);

/// <summary>Listed matters, the newest first: those of a court's area for its staff, and what everybody may read.</summary>
public sealed class ListedLists(Db db)
{
    private const string Columns =
        """
        s.home, s.id, s.listed_number as number, s.listed_title as title, s.court, s.enforcing, s.listed_on, coalesce(s.listed_until, s.listed_due) as due, s.stage,
        s.listed_result_on as result_on, s.ended_on, s.condition, s.case_number, s.listed_until is not null as is_fixed
        """;

    /// <summary>A page of what is listed among the cases of a court and those under it.</summary>
    /// <param name="open">Only what still runs.</param>
    public Task<List<ListedLine>> Page(Scope scope, Court under, bool open, ListedPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = Statement(scope, under, open, after, size);
        return db.Ordered<ListedLine>(scope, sql, arguments, stop);
    }

    /// <summary>What a page asks the database.</summary>
    public static (string Sql, object?[] Arguments) Statement(Scope scope, Court under, bool open, ListedPlace? after, int size)
    {
        var where = new Petitions.Conditions();
        SupervisionLists.Area(where, under);
        where.And("s.listed_on is not null and not s.accused @> array[{0}]", scope.Viewer);
        if (open)
        {
            where.And("s.phase = {0}", "open");
        }

        if (after is not null)
        {
            where.And("(s.listed_on, s.listed_number) < ({0}, {1})", after.On, after.Number);
        }

        return ($"select /* all homes: listed */ {Columns} from supervision s where {where.Sql} order by s.listed_on desc, s.listed_number desc, s.id desc limit {size}", where.Arguments);
    }

    /// <summary>A page of what everybody may read; at most fifty lines.</summary>
    public Task<List<PublicListing>> Public(ListedPlace? before, int size, CancellationToken stop) => db.Query<PublicListing>(
        new Scope(0, Guid.Empty), "select /* all homes: listed-public */ number, title, court, enforcing, listed_on, due, stage, result_on, ended_on, condition from listed_public($1, $2, $3) order by no limit 50", [before?.On, before?.Number, size], stop);
}
