using Zhixin.Web.Matters;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The acts on a supervision that page and API offer.</summary>
public static class SupervisionActs
{
    /// <summary>Every act, in the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } = [.. ReviewActs.All, .. LetterActs.All, .. ProgressActs.All, .. OpinionActs.All, .. MeansActs.All, .. ListedActs.All, .. PressActs.All, .. ReportUpActs.All, .. CloseActs.All];
}
