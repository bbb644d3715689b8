using Zhixin.Courts;
using Zhixin.History;

namespace Zhixin.Database.Courts;

/// <summary>In what part somebody has a matter in hand.</summary>
public enum HeldRole
{
    /// <summary>Handles a petition.</summary>
    Handles,

    /// <summary>As the court leader who leads a petition (GC21-4).</summary>
    Leads,

    /// <summary>As the leader in charge of a petition (JZ21-3.2.2).</summary>
    Charges,

    /// <summary>Handles at this court what was handed down to it (HNP-16).</summary>
    HandlesHop,

    /// <summary>Reviews a supervision (HNP-6).</summary>
    Reviews,

    /// <summary>Handles at this court a letter of a supervision (HNI-6).</summary>
    HandlesLetter,

    /// <summary>Handles an item of the command platform (HNP-19).</summary>
    HandlesItem,

    /// <summary>Checks and confirms an item of the command platform (HNP-18).</summary>
    Verifies,
}

/// <summary>A matter in somebody's hands, once for each part in it.</summary>
public sealed record HeldMatter
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Summary { get; init; }

    public DateOnly? NextDue { get; init; }

    public required string Role { get; init; }

    /// <summary>The part.</summary>
    public HeldRole Part() => Enum.Parse<HeldRole>(Role);
}

/// <summary>What stands in the name of a person of a court: what is handed over before he or she leaves.</summary>
public static class HeldLists
{
    /// <summary>What runs and names the person: p petition, h hop, v supervision, i platform item. $1 the person, $2 the court.</summary>
    private const string Petitions = "(p.handler = $1 or p.lead = $1 or p.in_charge = $1) and p.phase = 'open'";
    private const string Hops = "h.to_court = $2 and h.state in ('running', 'reported') and h.state <> 'over' and h.handler = $1";
    private const string Items = "i.phase = 'open' and (i.handler = $1 or i.reviewer = $1)";

    /// <summary>How much stands in a person's name: matters in hand, and open obligations in others.</summary>
    public static async Task<int> Owed(Db db, CourtDirectory courts, StreamId person, CancellationToken stop) => (await db.Query<int>(
        new Scope(person.Home, Guid.Empty),
        $"""
        with /* all homes: owed-by */ held as (
          select p.home, p.id from petition p where {Petitions} union select h.home, h.stream from hop h where {Hops}
          union select v.home, v.id from supervision v where {Supervisions(courts.ByNumber(person.Home))} union select i.home, i.id from platform_item i where {Items})
        select ((select count(*) from held) + (select count(*) from obligation o where o.falls_to = $1 and o.person = $1 and o.state = 'open'
          and not exists (select from held where held.home = o.home and held.id = o.stream)))::int
        """,
        [person.Id, person.Home], stop)).Single();

    /// <summary>The matters that a person has in hand, oldest first, without those in which the viewer is accused.</summary>
    public static Task<List<HeldMatter>> Of(Db db, CourtDirectory courts, Scope scope, Guid person, CancellationToken stop)
    {
        var (sql, arguments) = Statement(courts, scope, person);
        return db.Query<HeldMatter>(scope, sql, arguments, stop);
    }

    /// <summary>What the page asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(CourtDirectory courts, Scope scope, Guid person) => (
        $"""
        select /* all homes: held */ home, id, number, summary, next_due, role from (
          select p.home, p.id, p.number, p.summary, p.next_due, r.role, p.first_received_on as since
            from petition p cross join lateral (values ('{nameof(HeldRole.Handles)}', p.handler), ('{nameof(HeldRole.Leads)}', p.lead), ('{nameof(HeldRole.Charges)}', p.in_charge)) r(role, person)
            where {Petitions} and r.person = $1 and not p.accused @> array[$3]
          union all
          select distinct h.home, h.stream, p.number, p.summary, p.next_due, '{nameof(HeldRole.HandlesHop)}', p.first_received_on
            from hop h join petition p on p.home = h.home and p.id = h.stream where {Hops} and not h.barred @> array[$3]
          union all
          select v.home, v.id, v.number, v.complaint, v.next_due, r.role, v.received_on
            from supervision v cross join lateral (values ('{nameof(HeldRole.Reviews)}', v.reviewer = $1), ('{nameof(HeldRole.HandlesLetter)}', v.handlers @> array[$1])) r(role, has)
            where {Supervisions(courts.ByNumber(scope.Court))} and r.has and not v.accused @> array[$3]
          union all
          select i.home, i.id, i.number, i.content, i.due, r.role, i.received_on
            from platform_item i cross join lateral (values ('{nameof(HeldRole.HandlesItem)}', i.handler), ('{nameof(HeldRole.Verifies)}', i.reviewer)) r(role, person)
            where {Items} and r.person = $1) held
        order by since, home, id, role
        """,
        [person, scope.Court, scope.Viewer]);

    /// <summary>Reviewed by the person, or on its way down to the person's court, whose column of the chain finds it by index; an array has none under row security.</summary>
    private static string Supervisions(Court? court) => court?.Level switch
    {
        CourtLevel.High => Supervisions("v.high"),
        CourtLevel.Intermediate => Supervisions("v.mid"),
        CourtLevel.Basic => Supervisions("v.basic"),
        CourtLevel.Supreme or null => "v.phase = 'open' and v.reviewer = $1",
    };

    private static string Supervisions(string column) => $"v.phase = 'open' and (v.reviewer = $1 or ({column} = $2 and v.handlers @> array[$1]))";
}
