using Zhixin.History;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Courts;

/// <summary>A person of a court as lists show it.</summary>
public sealed record StaffLine
{
    public required int Court { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string UserName { get; init; }

    public required string Unit { get; init; }

    public required string[] Posts { get; init; }

    public required bool Active { get; init; }

    public required int Version { get; init; }

    /// <summary>Who acts for the person today, if anybody.</summary>
    public string? Deputy { get; init; }
}

/// <summary>A unit with its head and the number of people in post.</summary>
public sealed record UnitLine
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Head { get; init; }

    public required int Staff { get; init; }
}

/// <summary>Somebody of a name.</summary>
public sealed record NamedStaff
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }
}

/// <summary>What people of a court own and owe.</summary>
public static class StaffLists
{
    /// <summary>Largest number of rows of a page.</summary>
    public const int Page = 50;

    /// <summary>The people of a court by name and id, after a row, at most <see cref="Page"/> and one more.</summary>
    /// <param name="words">Part of the name, or the start of the user name; empty: all.</param>
    /// <param name="unit">Name of the unit; empty: all.</param>
    /// <param name="post">Code; empty: all.</param>
    public static Task<List<StaffLine>> Of(
        Db db, int court, string words, string unit, string post, (string Name, Guid Id)? after, DateOnly today, CancellationToken stop) => db.Reference<StaffLine>(
        """
        select s.court, s.id, s.name, a.user_name, s.unit, s.posts, s.active, s.version,
               (select p.name from deputy d join staff p on p.court = d.court and p.id = d.deputy
                where d.court = s.court and d.for_staff = s.id and $5 between d.from_day and d.to_day limit 1) as deputy
        from staff s join account a on a.id = s.id
        where s.court = $1
          and ($2 = '' or strpos(s.name, $2) > 0 or a.user_name like replace(replace($2, '%', ''), '_', '\_') || '%')
          and ($3 = '' or s.unit = $3) and ($4 = '' or $4 = any (s.posts))
          and ($6 = '' or (s.name, s.id) > ($6, $7))
        order by s.name, s.id limit 51
        """,
        [court, words.Trim().ToLowerInvariant(), unit, post, today, after?.Name ?? string.Empty, after?.Id ?? Guid.Empty], stop);

    /// <summary>One person; null where the court has none with this id.</summary>
    public static async Task<StaffLine?> One(Db db, StreamId id, CancellationToken stop) => (await db.Reference<StaffLine>(
        "select s.court, s.id, s.name, a.user_name, s.unit, s.posts, s.active, s.version from staff s join account a on a.id = s.id where s.court = $1 and s.id = $2",
        [id.Home, id.Id], stop)).SingleOrDefault();

    /// <summary>Everybody of some names at some courts, leavers included.</summary>
    public static Task<List<NamedStaff>> Named(Db db, IEnumerable<int> courts, IEnumerable<string> names, CancellationToken stop) =>
        db.Reference<NamedStaff>("select id, name from staff where court = any($1) and name = any($2) order by name, id", [courts.ToArray(), names.ToArray()], stop);

    /// <summary>The units of a court by name, each with its head and its people in post.</summary>
    public static Task<List<UnitLine>> Units(Db db, int court, CancellationToken stop) => db.Reference<UnitLine>(
        """
        select u.id, u.kind, u.name, count(s.id)::int as staff,
               (array_agg(s.name order by (s.posts && array['petition-unit-head', 'bureau-director']) desc, s.id)
                  filter (where s.posts && array['petition-unit-head', 'bureau-director', 'division-chief']))[1] as head
        from unit u left join staff s on s.court = u.court and s.unit = u.name and s.active
        where u.court = $1 group by u.court, u.id, u.kind, u.name order by u.id
        """,
        [court], stop);

    /// <summary>Who can serve the window and the mail desk of a court, by name: whoever is in post and no administrator.</summary>
    public static Task<List<ServingLine>> Serving(Db db, int court, CancellationToken stop) => db.Reference<ServingLine>(
        """
        select id, name from staff where court = $1 and active and not posts && array['system-administrator', 'security-administrator', 'audit-administrator']
        order by (posts && array['receptionist', 'petition-officer', 'petition-unit-head']) desc, name, id limit 500
        """,
        [court], stop);

    /// <summary>Which of these courts have anybody in post.</summary>
    public static async Task<HashSet<int>> InUse(Db db, IEnumerable<int> courts, CancellationToken stop) =>
        [.. await db.Reference<int>("select distinct court from staff where active and court = any($1)", [courts.ToArray()], stop)];

    /// <summary>How many open petitions each of these people of a court handles.</summary>
    public static async Task<Dictionary<Guid, int>> Handling(Db db, int court, IEnumerable<Guid> people, CancellationToken stop) => (await db.Query<HandlerCount>(
        new Scope(court, Guid.Empty),
        "select /* all homes: handling */ handler as person, count(*)::int as petitions from petition where handler = any($1) and phase = 'open' group by handler",
        [people.ToArray()], stop)).ToDictionary(c => c.Person, c => c.Petitions);

    /// <summary>People who can be named handler, for the decision on an assignment; those who are none of this installation are left out.</summary>
    public static async Task<IReadOnlyList<Candidate>> Candidates(Db db, IEnumerable<Guid> people, CancellationToken stop) =>
        [.. (await db.Reference<CandidateRow>("select id, name, court, active, posts from staff where id = any($1)", [people.ToArray()], stop))
            .Select(c => new Candidate(c.Id, c.Name, c.Court, c.Active, c.Posts))];

    private sealed record HandlerCount
    {
        public required Guid Person { get; init; }

        public required int Petitions { get; init; }
    }

    private sealed record CandidateRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required int Court { get; init; }

        public required bool Active { get; init; }

        public required string[] Posts { get; init; }
    }
}

/// <summary>Somebody who can serve a desk.</summary>
public sealed record ServingLine
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }
}
