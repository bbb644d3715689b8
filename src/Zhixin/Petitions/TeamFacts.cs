using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>What a person is fixed for beside the handler (GC21-4, JZ21-3.2.2).</summary>
public enum TeamRole
{
    /// <summary>主办院领导: the court leader who leads.</summary>
    Lead,

    /// <summary>协办: a trial judge of the effective judgment, who assists.</summary>
    CoHandlingJudge,

    /// <summary>包案领导: the leader in charge.</summary>
    LeaderInCharge,

    /// <summary>联络员: the one through whom the team is reached.</summary>
    Liaison,
}

/// <summary>A person of the team, as he or she was when fixed.</summary>
/// <param name="Post">Code of the post by which the person may hold the role.</param>
/// <param name="Phone">Of the office; null where none was given.</param>
public sealed record TeamMember(TeamRole Role, Guid Person, string Name, string Post, string? Phone);

/// <summary>A leader, a trial judge or the liaison is fixed (GC21-4, JZ21-3.2.2); the leader in charge by <see cref="PetitionLeaderFixed"/>.</summary>
/// <param name="Reason">Why another person than before; null the first time.</param>
[Fact("petition.team-fixed", Shown = true, Clause = "GC21-4")]
public sealed record PetitionTeamFixed(TeamMember Member, string? Reason);

/// <summary>The leader in charge is fixed: from now on the leader owes the petitioner a meeting (JZ21-3.2.3).</summary>
/// <param name="Clocks">"start", or "running" while the meeting is still owed by whoever was fixed before.</param>
[Fact("petition.leader-fixed", Shown = true, Clause = "JZ21-3.2.2")]
public sealed record PetitionLeaderFixed(TeamMember Member, string Clocks, string? Reason);

/// <summary>A person is in the team no longer.</summary>
/// <param name="Why">"accused", "replaced", or the reason in words.</param>
[Fact("petition.team-left", Clause = "GC21-4")]
public sealed record PetitionTeamLeft(TeamRole Role, Guid Person, string Name, string Why);

/// <summary>What the trial judge did to assist: explained the judgment, took part in the work (GC21-4).</summary>
[Fact("petition.co-handled", Clause = "GC21-4")]
public sealed record PetitionCoHandled(string Content, string Proof);

/// <summary>The plan 化解方案: what is done, by whom, until when, and which forces take part (JZ21-3.2.4(1), (2)).</summary>
/// <param name="Actions">Codes of the pack's list, at least one.</param>
/// <param name="Content">The measures in words, fitted to this matter.</param>
/// <param name="Responsible">Who carries them out.</param>
/// <param name="DueOn">Until when, inclusive.</param>
/// <param name="Forces">Codes of the pack's list: who is won to help.</param>
/// <param name="Participants">Units, staff and bodies that take part, and with what.</param>
/// <param name="Alone">Why nobody else takes part; null where somebody does.</param>
/// <param name="Reason">Why the plan before is changed; null the first time.</param>
[Fact("petition.plan-made", Clause = "JZ21-3.2.4(1)")]
public sealed record PetitionPlanMade(
    IReadOnlyList<string> Actions, string Content, string Responsible, DateOnly DueOn, IReadOnlyList<string> Forces, string? Participants, string? Alone,
    string? Reason);

/// <summary>Names, posts, phones and plan are reported (JZ21-3.2.2).</summary>
/// <param name="Members">The team as it was reported.</param>
/// <param name="Document">The paper, and where it is kept.</param>
/// <param name="Answerable">The head of the division that answers directly, at the intermediate court.</param>
/// <param name="SupervisedBy">The contact leader of the intermediate court, for a basic court.</param>
[Fact("petition.team-reported", Clause = "JZ21-3.2.2")]
public sealed record PetitionTeamReported(string ReportedTo, IReadOnlyList<TeamMember> Members, string Document, string? Answerable = null, string? SupervisedBy = null);

/// <summary>The leader in charge met the petitioner with the team, on whatever day (JZ21-3.2.3).</summary>
/// <param name="Present">Who of the team took part, and who else.</param>
/// <param name="Heard">What the petitioner asks.</param>
/// <param name="Told">The next steps and their times.</param>
[Fact("petition.leader-met", Shown = true, Clause = "JZ21-3.2.3")]
public sealed record PetitionLeaderMet(ServiceMethod Method, string Present, string Heard, string Told, Signing Signing, string Proof);
