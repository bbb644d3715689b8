using Zhixin.Web.Components;

namespace Zhixin.Web.Approvals;

/// <summary>Something that waits for the viewer's decision.</summary>
/// <param name="Field">What its fields are called by: <c>decide.{Field}</c>, <c>reason.{Field}</c>, <c>version.{Field}</c>.</param>
/// <param name="What">The kind: 办理意见, 不予受理 ….</param>
/// <param name="Code">What is asked for: the finding, the ground.</param>
/// <param name="About">The same in the words of who asked.</param>
/// <param name="Next">When the matter's first date falls due; null where none is set.</param>
/// <param name="Full">Where it is decided with all that belongs to it.</param>
public sealed record ApprovalRow(
    string Field, Anchor Petition, string What, string Code, string About, string AskedBy, BindingDay AskedOn, BindingDay? Next, int Version, string Full)
{
    /// <summary>Whether it can be decided here with yes, no and a reason; else on its own form.</summary>
    public bool IsBrief { get; init; } = true;
}

/// <summary>What became of one decision of several.</summary>
/// <param name="Refused">Null where it was done.</param>
public sealed record ApprovalResult(string Number, string Href, string What, bool Agreed, RefusalModel? Refused);

/// <summary>The approvals page.</summary>
/// <param name="Views">For oneself, and for each person whose deputy one is today.</param>
/// <param name="After">The place behind which the page begins, as it stands in its address; empty on the first page.</param>
/// <param name="Results">What became of what was sent just now; empty before.</param>
/// <param name="Pager">Null where everything stands on one page.</param>
public sealed record ApprovalsModel(
    IReadOnlyList<ApprovalRow> Rows, IReadOnlyList<ViewTab> Views, string OnBehalfOf, string After, IReadOnlyList<ApprovalResult> Results, FormState Form, string Key,
    PagerModel? Pager);

/// <summary>Decisions through the API: each has its own result.</summary>
public sealed record ApiDecisions(IReadOnlyList<ApiDecision?>? Items, Guid? OnBehalfOf);

/// <summary>One decision.</summary>
/// <param name="No">Number of what is asked for, within the petition.</param>
/// <param name="Version">The petition's version that the decider saw.</param>
public sealed record ApiDecision(int Home, Guid Petition, int No, bool Agreed, string? Reason, int? Version);

/// <summary>What became of one decision: done, or refused with message key, clause and remedy.</summary>
public sealed record ApiDecided(int Home, Guid Petition, int No, int Status, int? Version, string? Key, string? Clause, string? Title, string? Remedy);
