using Zhixin.History;
using Zhixin.Obligations;

namespace Zhixin.Supervisions;

/// <summary>Something that was done, and when.</summary>
public sealed record OnDay<T>(T Facts, DateOnly On);

/// <summary>What lists and boards ask of a supervision, what is on record beside its course, and the letters that wait for somebody's agreement.</summary>
public sealed partial record Supervision
{
    /// <summary>The letters that were drafted, in their order, where the court wants agreement before they go out.</summary>
    public IReadOnlyList<LetterDraft> Drafts { get; init; } = [];

    /// <summary>The bulletins about it, in their order.</summary>
    public IReadOnlyList<OnDay<SupervisionBulletinIssued>> Bulletins { get; init; } = [];

    /// <summary>What accountability was opened for, in its order.</summary>
    public IReadOnlyList<OnDay<SupervisionAccountabilityOpened>> Accountabilities { get; init; } = [];

    /// <summary>What the petitioner was told, in its order.</summary>
    public IReadOnlyList<OnDay<SupervisionResultTold>> Told { get; init; } = [];

    /// <summary>The court above to which something is owed: whoever sent the letter that it is about, else the one that leads; null of what that one owes itself.</summary>
    public int? Superior(Obligation obligation) => About(obligation.Opened.Thing) is { } letter && letter.Issued.To == obligation.Opened.Court ? letter.Issued.From
        : obligation.Opened.Court == Court ? null : Court;

    /// <summary>
    /// What the leading court must do next about the court below, as codes for lists: "urge" the letter or order of HNP-23, "consequence" the bulletin or accountability
    /// of HNI-12.
    /// </summary>
    public IReadOnlyList<string> Pressing =>
    [
        .. IsOpen && Obligations.Any(o => o.IsOpen && o.Rule.Kind == "urging-letter") ? ["urge"] : Array.Empty<string>(),
        .. Opinions.Any(o => o.OwesBulletin || o.OwesAccountability) ? ["consequence"] : Array.Empty<string>(),
    ];

    /// <summary>The letter of a court that waits for agreement; null where none does.</summary>
    public LetterDraft? Draft(int court) => Drafts.LastOrDefault(d => d.Facts.From == court && d.IsWaiting);

    private static IReadOnlyList<LetterDraft> Drafting(IReadOnlyList<LetterDraft> drafts, DatedFact dated) => dated.Fact switch
    {
        SupervisionLetterDrafted f => [.. drafts, new LetterDraft(f, dated.On, null)],
        SupervisionLetterApproved f => [.. drafts.Select(d => d.Facts.No == f.No ? d with { DecidedOn = dated.On } : d)],
        SupervisionLetterReturned f => [.. drafts.Select(d => d.Facts.No == f.No ? d with { DecidedOn = dated.On, Returned = f.Reason } : d)],
        _ => drafts,
    };
}
