using Zhixin.Petitions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The acts on a supervision that page and API offer.</summary>
public static class SupervisionActs
{
    /// <summary>Not to list asks nothing of anybody, and is possible while a bar stands.</summary>
    private const string ListingRefusal = "listing-refusal";

    /// <summary>Every act, in the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        .. ReviewActs.All.Concat(LetterActs.All).Concat(ProgressActs.All).Concat(OpinionActs.All).Concat(MeansActs.All).Concat(ListedActs.All).Concat(PressActs.All).Concat(ReportUpActs.All).Concat(CloseActs.All)
            .Select(act => Barring.Asks(act.Act) && act.Path != ListingRefusal ? act with { Decide = call => Barred(call) is { } barred ? barred : act.Decide(call) } : act),
    ];

    /// <summary>The same as long as a bar stands: what it stops is told with its clause before anything is typed.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> Under(Refusal.Law bar) =>
        [.. All.Select(act => Barring.Stops(act.Act) && act.Path != ListingRefusal ? act with { AgainstToday = (law, s, court, today) => act.Why(law, s, court, today) ?? bar } : act)];

    private static Refusal.Law? Barred(MatterCall<Supervision> call) => Barring.Of(
        call.Beside switch
        {
            Petition petition => petition,
            (Petition petition, bool) => petition,
            _ => null,
        }, Lists.Of(call.Law, Lists.Exclusions));
}
