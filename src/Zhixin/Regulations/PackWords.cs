using Zhixin.Calendar;

namespace Zhixin.Regulations;

/// <summary>The closed words of the packs' format. A word outside them is a start-up error, so that no rule is owed by nobody.</summary>
public static class PackWords
{
    /// <summary>Courts in relation to the matter that can owe something. "party" is no court: the right of a party to the case.</summary>
    public static readonly IReadOnlySet<string> Courts = Set(
        "responsible", "registering", "superior", "handed-down-to", "deciding", "high", "supreme", "party");

    /// <summary>Kinds of units in a court (SPC09-1.1, 3.2, 3.3; GC21-5).</summary>
    public static readonly IReadOnlySet<string> Units = Set(
        "petition", "command-centre", "implementation", "review", "complaint-review", "coordination-guidance",
        "reconsideration-supervision", "general-office", "general-management", "quality-management", "trial-supervision", "inspection",
        "bureau", "filing", "petition-team");

    /// <summary>Posts and roles on a matter, the codes of the authority matrix.</summary>
    public static readonly IReadOnlySet<string> Posts = Set(
        "receptionist", "petition-officer", "petition-unit-head", "handler", "co-handling-judge", "implementation-unit", "review-unit",
        "reconsideration-supervision-unit", "division-chief", "bureau-director", "deputy-director", "court-leader", "president-in-charge",
        "president", "leader-in-charge", "liaison", "command-centre", "general-office", "archivist", "quality-management", "inspection",
        "reviewer", "filing-officer", "system-administrator", "security-administrator", "audit-administrator");

    /// <summary>The three administrators: whoever is one holds no other post and reads no matter.</summary>
    public static readonly IReadOnlySet<string> Administrators = Set(
        "system-administrator", "security-administrator", "audit-administrator");

    /// <summary>Grounds on which days can be left out of a period.</summary>
    public static readonly IReadOnlySet<string> ExclusionGrounds = Set(
        "public-notice", "appraisal", "jurisdiction-dispute", "stay", "hearing");

    /// <summary>Modules of the clause inventory.</summary>
    public static readonly IReadOnlySet<string> Modules = Set(
        "Courts", "Calendar", "Regulations", "Intake", "Acceptance", "Handling", "Supervision", "Procedures", "WriteOff", "Termination",
        "Reviews", "Ledger", "Accountability", "Dossier", "Portal", "Command");

    internal static readonly IReadOnlyDictionary<string, PeriodUnit> PeriodUnits = new Dictionary<string, PeriodUnit>(StringComparer.Ordinal)
    {
        ["day"] = PeriodUnit.Day,
        ["workday"] = PeriodUnit.Workday,
        ["month"] = PeriodUnit.Month,
        ["same_day"] = PeriodUnit.SameDay,
        ["stated"] = PeriodUnit.Stated,
        ["recurring"] = PeriodUnit.Recurring,
        ["untimed"] = PeriodUnit.Untimed,
    };

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.Ordinal);
}
