using Zhixin.Database;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Petitions;

/// <summary>Who of the responsible court may be named.</summary>
public static class Candidates
{
    private static readonly string[] Handling = ["handler", "petition-officer", "petition-unit-head", "co-handling-judge", "implementation-unit"];

    private const string Sql = "select id, name, court, posts, active from staff where court = $1 order by name, id";

    /// <summary>The staff of the responsible court, leavers included (they count as gone).</summary>
    public static Task<IReadOnlyList<Candidate>> Of(Office office, Petition petition, CancellationToken stop) => At(office, petition.Opened.Responsible, stop);

    /// <summary>The same as part of a reading.</summary>
    public static Task<IReadOnlyList<Candidate>> Of(Reading reading, Petition petition) => At(reading, petition.Opened.Responsible);

    /// <summary>The staff of a court that takes part in another way, such as one that has a hop.</summary>
    public static async Task<IReadOnlyList<Candidate>> At(Office office, int court, CancellationToken stop) =>
        [.. (await office.Db.Reference<StaffRow>(Sql, [court], stop)).Select(One)];

    /// <summary>The same as part of a reading.</summary>
    public static async Task<IReadOnlyList<Candidate>> At(Reading reading, int court) => [.. (await reading.Ask<StaffRow>(Sql, court)).Select(One)];

    private static Candidate One(StaffRow s) => new(s.Id, s.Name, s.Court, s.Active && s.Posts.Any(Handling.Contains), s.Posts) { AtCourt = s.Active };

    /// <summary>The candidate with an id as text.</summary>
    public static Candidate? Find(IReadOnlyList<Candidate> staff, string? id) =>
        Guid.TryParse(id, out var wanted) ? staff.FirstOrDefault(s => s.Id == wanted) : null;

    private sealed record StaffRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required int Court { get; init; }

        public required string[] Posts { get; init; }

        public required bool Active { get; init; }
    }
}
