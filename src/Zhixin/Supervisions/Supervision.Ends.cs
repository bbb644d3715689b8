using Zhixin.History;

namespace Zhixin.Supervisions;

/// <summary>How a supervision ends, or changes hands: by its closing, by a ruling, or because somebody is accused.</summary>
public sealed partial record Supervision
{
    /// <summary>Whom the matter accuses has nothing in hand there any more; the unit owes what he or she owed.</summary>
    private Supervision Barred(IReadOnlyList<Guid> accused) => this with
    {
        Material = Material with { Accused = [.. Material.Accused.Union(accused)] },
        Reviewer = Reviewer is { } reviewer && accused.Contains(reviewer.Reviewer) ? null : Reviewer,
        Letters = [.. Letters.Select(l => l.Named is { } named && accused.Contains(named.Handler) ? l with { Named = null } : l)],
    };

    /// <summary>
    /// Another court enforces: what was written to the one before binds it no longer, and nothing waits for its report. A listed matter stays listed; the six
    /// elements and the result are those of the court that enforces.
    /// </summary>
    private Supervision Taken(TakenOver taken) => this with
    {
        Listing = Listing with { Elements = null, ElementsOn = null, Result = null, ResultOn = null },
        Enforcing = taken.To, TakenOver = [.. TakenOver, taken], SettledOn = null, Opinions = [.. Opinions.Select(o => o.Issued.To == taken.From ? o with { Lapsed = true } : o)],
    };

    private Supervision? OnEnd(DatedFact dated) => dated.Fact switch
    {
        SupervisionCloseAsked f => this with { CloseAsked = f, CloseAskedOn = dated.On },
        SupervisionCloseRefused => this with { CloseAsked = null, CloseAskedOn = null },
        SupervisionFoundSettled => this with { SettledOn = dated.On },
        SupervisionClosed f => Ended(new SupervisionEnd("closed", f.Condition, dated.On)),
        SupervisionVoided => Ended(new SupervisionEnd("voided", null, dated.On)),
        SupervisionMerged => Ended(new SupervisionEnd("merged", null, dated.On)),
        _ => null,
    };

    private Supervision Ended(SupervisionEnd end) => this with
    {
        End = end, CloseAsked = null, CloseAskedOn = null, Letters = [.. Letters.Select(l => l.IsOpen ? l with { Ended = end.How, OverrunOn = null } : l)],
    };
}
