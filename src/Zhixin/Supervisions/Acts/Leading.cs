using Zhixin.Authority;

namespace Zhixin.Supervisions.Acts;

/// <summary>
/// One court leads a supervision (HNI-2). Another superior sees it once something went down, and does there only what belongs to a letter that it sent or to
/// an opinion that it gave.
/// </summary>
public static class Leading
{
    /// <summary>Acts of whoever sent the letter or gave the opinion: their rules ask for it.</summary>
    private static readonly HashSet<string> OfWhoeverSent = new(
        [
            "issue-child-letter", "dispatch-hand-down", "judge-report", "order-urgent-report", "decide-new-date", "issue-opinion", "form-panel", "decide-opinion-reconsideration", "urge",
            "issue-urging-letter", "issue-enforcement-order", "call-file", "designate", "elevate", "find-not-followed", "admonish", "bulletin", "open-accountability",
        ],
        StringComparer.Ordinal);

    /// <summary>Why a court that stands above does not do an act, since another leads; null where it leads, or the act is no act of the lead.</summary>
    /// <param name="rows">The act's rows of the authority matrix.</param>
    public static Refusal.Law? Against(Supervision supervision, int court, string act, IReadOnlyList<AuthorityRow> rows) =>
        OfWhoeverSent.Contains(act) || rows.Any(row => row.Relations.Contains(CourtRelation.Subordinate)) ? null : NotLead(supervision, court);

    /// <summary>Why a court is not the one that leads; null where it is.</summary>
    internal static Refusal.Law? NotLead(Supervision supervision, int court) => supervision.Court == court ? null : new Refusal.Law("HNI-2", "supervision-not-lead");
}
