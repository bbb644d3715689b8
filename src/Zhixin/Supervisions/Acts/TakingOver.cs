using Zhixin.Courts;

namespace Zhixin.Supervisions.Acts;

/// <summary>By ruling let another court under one's own enforce.</summary>
/// <param name="To">Null where what was given is no court.</param>
/// <param name="Cross">Whether the two courts exchange the enforcement of their cases 交叉执行.</param>
/// <param name="Exchanged">The case of the other court that goes the other way.</param>
public sealed record Designate(Court? To, bool Cross, string? Exchanged, string? Ruling, string? Reason);

/// <summary>What taking over has to know.</summary>
/// <param name="Superiors">The superiors of a court, nearest first.</param>
/// <param name="IsInUse">Whether anybody of the other court could take the matter up.</param>
/// <param name="Stuck">Why the petition on which it stands cannot go along now; null where it can, or there is none.</param>
public sealed record TakingOverRules(Func<int, IReadOnlyList<Court>> Superiors, bool IsInUse, Refusal? Stuck, DateOnly On);

/// <summary>
/// Designating another court 指定执行, exchanging 交叉执行, elevating 提级执行 (HNI-9, 15(2), SPC09-4): by ruling alone, where the report is overdue or an opinion is
/// not followed after urging. The letters to the court before end with it, and those to courts that are not above the one that enforces now; what a court in between
/// owes to its superior stays, by its date: nothing is waived by moving it.
/// </summary>
public static class TakingOver
{
    /// <summary>Another court under the superior enforces.</summary>
    public static Decision<object> Decide(Supervision supervision, Designate command, Court by, TakingOverRules rules) => command switch
    {
        _ when NotPossible(supervision, by.Number, rules.On) is { } not => not,
        { To: null } => new Refusal.Input("court", "court-unknown", string.Empty),
        { To: { } to } when to.Number == supervision.Enforcing => new Refusal.Input("court", "take-over-same-court", to.Name),
        { To: { } to } when rules.Superiors(to.Number).All(s => s.Number != by.Number) => new Refusal.Law("HNI-9", "take-over-not-below", to.Name),
        _ when !rules.IsInUse => new Refusal.Input("court", "transfer-court-not-in-use"),
        { Cross: true } when Pressing.Empty(command.Exchanged) => new Refusal.Law("SPC09-4", "cross-needs-case"),
        _ => Unruled(command.Ruling, command.Reason) ?? rules.Stuck ?? (Decision<object>)Facts(
            supervision,
            new SupervisionDesignated(
                supervision.Enforcing, command.To.Number, command.Cross ? command.Exchanged!.Trim() : null, command.Ruling!.Trim(), command.Reason!.Trim(), by.Number, IsListed(supervision)),
            [command.To.Number, .. rules.Superiors(command.To.Number).Select(s => s.Number)], command.Reason).ToArray(),
    };

    /// <summary>The superior enforces itself.</summary>
    public static Decision<object> Elevate(Supervision supervision, string? ruling, string? reason, Court by, TakingOverRules rules) => by switch
    {
        _ when NotPossible(supervision, by.Number, rules.On) is { } not => not,
        _ when by.Number == supervision.Enforcing => new Refusal.Input("court", "take-over-same-court", by.Name),
        _ when rules.Superiors(supervision.Enforcing).All(s => s.Number != by.Number) => new Refusal.Law("HNI-9", "take-over-not-above"),
        _ => Unruled(ruling, reason) ?? rules.Stuck ?? (Decision<object>)Facts(
            supervision, new SupervisionElevated(supervision.Enforcing, by.Number, ruling!.Trim(), reason!.Trim(), IsListed(supervision)),
            [by.Number, .. rules.Superiors(by.Number).Select(s => s.Number)], reason).ToArray(),
    };

    /// <summary>Why a court takes nothing over on a day, whatever is given: no report to it is overdue (HNI-9), and no opinion of it unfollowed after urging (HNI-12).</summary>
    public static Refusal? NotPossible(Supervision supervision, int court, DateOnly on) => !supervision.IsOpen ? Reviewing.Over(supervision)
        : Pressing.Sent(supervision, court).Any(l => Pressing.IsUnreported(supervision, l, on)) || supervision.Opinions.Any(o => o.Issued.From == court && o is { Binds: true, NotFollowed: not null })
            ? null : new Refusal.Law("HNI-9", "take-over-not-overdue");

    private static Refusal? Unruled(string? ruling, string? reason) => ruling switch
    {
        _ when Pressing.Empty(ruling) => new Refusal.Law("HNI-15(2)", "take-over-needs-ruling"),
        _ when Pressing.Empty(reason) => new Refusal.Law("HNI-9", "take-over-needs-reason"),
        _ => null,
    };

    private static bool IsListed(Supervision supervision) => supervision.Listing.Approved is not null;

    /// <summary>The ruling, and the letters that end with it.</summary>
    /// <param name="way">The court that enforces from now on, and those above it.</param>
    private static IEnumerable<object> Facts(Supervision supervision, object taken, IReadOnlyList<int> way, string reason) => supervision.Open
        .Where(l => l.Issued.To == supervision.Enforcing || !way.Contains(l.Issued.To))
        .Select(l => (object)new SupervisionLetterWithdrawn(l.No, reason.Trim())).Prepend(taken);
}
