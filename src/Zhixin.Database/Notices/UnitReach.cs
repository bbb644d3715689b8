using Zhixin.Notices;

namespace Zhixin.Database.Notices;

/// <summary>What reaches the petition unit because nobody else at the court is there to read it.</summary>
internal static class UnitReach
{
    /// <summary>The posts that nobody holds, and those who have left and have messages that nobody has seen yet.</summary>
    /// <param name="posts">The posts there are.</param>
    public static async Task<IReadOnlyList<Addressee>> Of(Db db, IReadOnlyList<string> posts, Scope scope, CancellationToken stop) =>
        [.. await Vacant(db, posts, scope.Court, stop), .. await Departed(db, scope, stop)];

    private static async Task<IEnumerable<Addressee>> Vacant(Db db, IReadOnlyList<string> posts, int court, CancellationToken stop)
    {
        var held = (await db.Reference<string>("select distinct unnest(posts) from staff where court = $1 and active", [court], stop)).ToHashSet(StringComparer.Ordinal);
        return posts.Where(post => !held.Contains(post)).Select(post => new Addressee.Post(post));
    }

    private static async Task<IEnumerable<Addressee>> Departed(Db db, Scope scope, CancellationToken stop)
    {
        var left = await db.Reference<Guid>("select id from staff where court = $1 and not active", [scope.Court], stop);
        return left.Count == 0 ? [] : (await db.Query<string>(
            scope, "select /* all homes: inbox-departed */ distinct o.addressee from outbox o where o.court = $1 and o.addressee = any($2) and (o.seen_at is null) = true",
            [scope.Court, left.ConvertAll(id => new Addressee.Person(id).Key).ToArray()], stop)).Select(key => new Addressee.Person(Guid.Parse(key)));
    }
}
