using Zhixin.Database.Petitions;
using Zhixin.Petitions;

namespace Zhixin.Web.Petitions;

/// <summary>The team of a petition as JSON, and the courts that answered before.</summary>
/// <param name="Members">Everybody fixed beside the handler; assistants of a joint assignment stand in <paramref name="CoHandlers"/> alone.</param>
/// <param name="Former">Numbers of the courts that answered before a transfer.</param>
public sealed record TeamJson(IReadOnlyList<TeamJson.Member> Members, IReadOnlyList<Guid> CoHandlers, TeamJson.Planned? Plan, DateOnly? ReportedOn, int LeaderMeetings, IReadOnlyList<int> Former)
{
    /// <summary>A person of the team.</summary>
    public sealed record Member(string Role, Guid Person, string Name, string Post, string? Phone);

    /// <summary>The plan as it stands. Codes of the pack's list.</summary>
    public sealed record Planned(IReadOnlyList<string> Actions, string Content, string Responsible, DateOnly DueOn, IReadOnlyList<string> Forces, string? Participants, string? Alone);

    /// <summary>Of a petition.</summary>
    public static TeamJson Of(Petition petition) => new(
        [.. petition.Team.Members.Select(m => new Member(ReadRows.Code(m.Role), m.Person, m.Name, m.Post, m.Phone))], petition.CoHandlers,
        petition.Team.Plan is { } p ? new Planned(p.Actions, p.Content, p.Responsible, p.DueOn, p.Forces, p.Participants, p.Alone) : null,
        petition.Team.ReportedOn, petition.Team.LeaderMeetings, petition.Former);
}
