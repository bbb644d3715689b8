using Zhixin.Web.Components;

namespace Zhixin.Web.Regulations;

/// <summary>All packs, as the viewer's court stands to them.</summary>
/// <param name="Propose">The form of the first person; null for everybody else.</param>
/// <param name="Adopted">Adoptions that hold, with the form to end them where the viewer may.</param>
public sealed record RegulationsIndexModel(
    string Summary,
    IReadOnlyList<PackRow> Packs,
    IReadOnlyList<AdoptionRow> Waiting,
    FormState Search,
    IReadOnlyList<ClauseHit> Hits,
    AdoptionFormModel? Propose = null,
    IReadOnlyList<AdoptedRow>? Adopted = null,
    RefusalModel? Refused = null)
{
    /// <summary>Whether whoever looks belongs to no court's business: then the list says which courts adopted, not what applies here.</summary>
    public bool IsPlatform { get; init; }
}

/// <summary>The form that proposes an adoption. Fields: pack, court, from, until, use, endsOlder, reason.</summary>
public sealed record AdoptionFormModel(FormState Form, IReadOnlyList<Choice> Packs, string Key);

/// <summary>An adoption that holds. <paramref name="EndHref"/> is where its end is proposed; null where the viewer may not.</summary>
public sealed record AdoptedRow(string Pack, string Court, DateOnly From, DateOnly? Until, string Decision, string? EndHref, string Key, int Version);

/// <summary>A pack. <paramref name="Standing"/> says whether it applies here, since when and by which decision; for the platform, where it applies.</summary>
public sealed record PackRow(
    string Id,
    string Href,
    string Name,
    string? DocumentNumber,
    string Kind,
    int Clauses,
    string Version,
    string Standing,
    bool IsInForce,
    int LiveObligations)
{
    /// <summary>How many of the clauses the software does in whole, or holds as data.</summary>
    public int Done { get; init; }
}

/// <summary>An adoption, or the end of one, that waits for its second person. <paramref name="Refuse"/> is sent with a reason.</summary>
public sealed record AdoptionRow(string Pack, string Court, string ProposedBy, DateOnly From, string Decision, ActionModel? Confirm, RefusalModel? WhyNot, ActionModel? Refuse = null);

/// <summary>A clause that contains the words searched for.</summary>
public sealed record ClauseHit(ClauseRef Clause, string Title);

/// <summary>One clause of a pack, what the software does for it, and what is owed under it now.</summary>
/// <param name="Essence">The clause in own short words.</param>
/// <param name="Does">What the software does; empty for a clause that is outside (said in <paramref name="Status"/>).</param>
/// <param name="Status">已实现, 部分实现, 计划中, 资料, 仅作对照; with how many tests show it.</param>
/// <param name="LiveCount">How many obligations are open under the clause; <paramref name="Live"/> may hold the first of them only.</param>
public sealed record RegulationModel(
    string PackId,
    string PackName,
    string FullName,
    ClauseRef Clause,
    string Title,
    IReadOnlyList<Choice> Packs,
    IReadOnlyList<TocGroup> Contents,
    string Essence,
    IReadOnlyList<string> Does,
    string Status,
    IReadOnlyList<KeyValue> Facts,
    IReadOnlyList<LiveRow> Live,
    int LiveCount,
    SlotComparison? Comparison,
    IReadOnlyList<ActionModel> Actions);

/// <summary>A chapter of the table of contents.</summary>
public sealed record TocGroup(string Title, IReadOnlyList<TocItem> Items);

/// <summary>A clause in the table of contents.</summary>
public sealed record TocItem(ClauseRef Clause, string Title, bool IsCurrent = false);

/// <summary>An open obligation under the clause.</summary>
public sealed record LiveRow(DueLight Light, BindingDay? Day, string Duty, string Href, string Who, string? CaseNumber, string Obligor, string? Since);

/// <summary>Two packs that both rule the same slots: the losing rule stays visible.</summary>
public sealed record SlotComparison(string Left, string LeftId, string Right, string RightId, IReadOnlyList<SlotRow> Rows);

/// <summary>One slot. <paramref name="LeftWins"/>: true left, false right, null both apply.</summary>
public sealed record SlotRow(string Slot, RichText Left, RichText Right, bool? LeftWins, string Here);
