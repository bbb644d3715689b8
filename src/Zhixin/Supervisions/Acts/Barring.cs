using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Supervisions.Acts;

/// <summary>
/// What bars superiors from handing a petition down bars them from supervising it further (SPC16-7, 8, 14(3), 18; HNP-16), also where it came about later: nothing
/// new is asked of the court below. What it owes already is judged, the petitioner is told, and the supervision is closed (HNI-15(8)).
/// </summary>
public static class Barring
{
    private static readonly HashSet<string> Acts = new(
        [
            "issue-opinion", "urge", "issue-urging-letter", "issue-enforcement-order", "supervise-again", "designate", "elevate", "propose-listing", "list-on-instruction",
            SupervisionApprovals.Listing,
        ],
        StringComparer.Ordinal);

    /// <summary>Whether an act asks something new of the court below, and so is not done while a bar stands.</summary>
    public static bool Asks(string act) => Acts.Contains(act);

    /// <summary>Whether an act is refused while a bar stands: what asks something new, and every letter.</summary>
    public static bool Stops(string act) => Asks(act) || Enum.GetValues<LetterKind>().Any(kind => Sending.Act(kind) == act);

    /// <summary>What bars superiors in the petition on which a supervision stands; null where nothing does, and for one on a case alone.</summary>
    /// <param name="bars">The list of facts that bar superiors.</param>
    public static Refusal.Law? Of(Petition? petition, CodeList bars) => petition is null ? null : HandingDown.Barred(petition, bars);
}
