using Zhixin.Courts;
using Zhixin.Intake;
using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>Hand a matter to a court under one's own.</summary>
/// <param name="From">The court that hands down.</param>
/// <param name="To">Null where what was given is no court.</param>
/// <param name="Due">Until when the result is to be reported.</param>
/// <param name="Joint">Courts that handle it together with that one; null stands for what is no court.</param>
public sealed record HandDown(
    Court From, Court? To, HandDownMode Mode, string? Ground, string? Demand, string? Letter, DateOnly? Due, bool AwaitedByBody, IReadOnlyList<Court?> Joint, Venue? Venue)
{
    /// <summary>Code of the situation that asks for the mode (HNP-7).</summary>
    public string? Situation { get; init; }

    /// <summary>Number on the command platform (HNP-8).</summary>
    public string? Platform { get; init; }

    /// <summary>How the petitioner was told the remedies (SPC16-14(2)).</summary>
    public string? Told { get; init; }

    /// <summary>The body or leader that instructed (HNP-9).</summary>
    public string? InstructedBy { get; init; }

    /// <summary>When that instruction was received.</summary>
    public DateOnly? InstructedOn { get; init; }
}

/// <summary>What handing down has to know beside the petition.</summary>
/// <param name="Superiors">The superiors of a court, nearest first.</param>
/// <param name="Bars">The list of facts that bar superiors, each with its clause.</param>
/// <param name="IsInUse">Whether anybody of the lower court could take the matter up.</param>
public sealed record HandDownRules(Func<int, IReadOnlyList<Court>> Superiors, CodeList Bars, bool IsInUse, DateOnly Today)
{
    /// <summary>Number of the court whose case it is; null where the case is not identified.</summary>
    public int? Enforcing { get; init; }

    /// <summary>The situations in force at the court that hands down, each under the clause of its mode (HNP-7); null where no instrument there has them.</summary>
    public CodeList? Situations { get; init; }

    /// <summary>From how many times its length on a period of a ruling counts as severely overrun (SPC16-17); a threshold of the packs.</summary>
    public decimal SevereOverrun { get; init; }
}

/// <summary>
/// Handing down 交办 (SPC16-3(2), HNP-5 to 10): a hop goes from a court to one under it, next by next, or straight where the mode says so; what is awaited
/// comes back the way it went. <c>docs/handing-down.md</c> holds the states and what is possible in each.
/// </summary>
public static partial class HandingDown
{
    /// <summary>The matter goes down: the lower court has it at once, and answers for it from now on where the court above did.</summary>
    public static Decision<object> Issue(Petition petition, HandDown command, HandDownRules rules)
    {
        if (NotIssuable(petition, rules.Bars) is { } not)
        {
            return not;
        }

        return command.To is not { } to ? new Refusal.Input("court", "court-unknown", string.Empty)
            : Instructed(petition, command) is var whole && (WrongWay(petition, whole, to, rules) ?? Together(whole, to, rules) ?? Ordered(petition, whole, rules) ?? Missing(petition, whole, rules, Clause(whole.Mode))) is { } refusal ? refusal
            : Issued(petition, whole, to, rules).ToArray();
    }

    /// <summary>A visit to one of the places of the campaign's list goes down the same day (JZ21-3.2.1).</summary>
    public static Decision<object> SameDay(Petition petition, HandDown command, HandDownRules rules) =>
        NotSameDay(petition, command.From.Number) ?? Issue(petition, command with { Venue = GoingDown.Visited(petition, command.From.Number) }, rules);

    /// <summary>Why it is no visit of that list, seen from a court; null where it is.</summary>
    public static Refusal? NotSameDay(Petition petition, int court) =>
        GoingDown.Visited(petition, court) is null ? new Refusal.Law("JZ21-3.2.1", "same-day-not-on-list") : null;

    /// <summary>Why the matter goes to no court under this one, whatever is given; null when it can.</summary>
    public static Refusal? NotIssuable(Petition petition, CodeList bars) => petition switch
    {
        _ when (Terminating.Barred(petition) ?? WritingOff.Barred(petition)) is { } over => over,
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when Barred(petition, bars) is { } barred => barred,
        { Acceptance.Decline: not null } => new Refusal.State("decline-open"),
        _ => null,
    };

    /// <summary>Why a court does not hand it down in one way, whatever is given; null when it can.</summary>
    /// <param name="superiors">Numbers of the superiors of the court that answers.</param>
    public static Refusal? NotIssuable(Petition petition, HandDownMode mode, HandDownRules rules, int court, IReadOnlyCollection<int> superiors) => NotIssuable(petition, rules.Bars) ?? petition switch
    {
        _ when petition.HandDowns.Open.FirstOrDefault(h => h.Issued.From == court && (h.Issued.To == petition.Opened.Responsible || superiors.Contains(h.Issued.To))) is { } hop && petition.Opened.Responsible != court =>
            new Refusal.State("hand-down-open", hop.Issued.Letter),
        { Stage: Stage.Replied } when petition.Opened.Responsible == court => new Refusal.State("petition-replied"),
        { Procedures.IsPending: true } when petition.Opened.Responsible == court => new Refusal.State("transfer-procedure-open"),
        _ => mode == HandDownMode.OrderProcedure && Reviewed(petition, rules) is { } reviewed ? reviewed : mode == HandDownMode.OrderRuling ? NotLate(petition, rules) : null,
    };

    /// <summary>The court does not hand the matter down, and names what bars it.</summary>
    public static Decision<object> Refuse(Petition petition, CodeList bars, string? reason) => Barred(petition, bars) switch
    {
        _ when NotRefusable(petition, bars) is { } not => not,
        _ when Empty(reason) => new Refusal.Input("reason", "reason-required"),
        { Clause: var clause } => new object[] { new HandDownRefused(clause, reason!.Trim()) },
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Why handing down cannot be refused; null where something bars it.</summary>
    public static Refusal? NotRefusable(Petition petition, CodeList bars) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when Barred(petition, bars) is null => new Refusal.Law("SPC16-3(2)", "hand-down-nothing-bars"),
        _ => null,
    };

    /// <summary>What bars superiors from handing down: a fact that lasts, or a resolution that a superior recognised (SPC16-7, 8, 14(3), 18), a write-off that stands (HNP-16), a termination that stands (SPC16-25).</summary>
    public static Refusal.Law? Barred(Petition petition, CodeList bars)
    {
        if (petition.Acceptance.Bars.FirstOrDefault(b => b.LiftedOn is null) is { } bar)
        {
            var (clause, name) = bars.Find(bar.Ground) is { } item ? (item.Clause, item.Name) : ("SPC16-8(1)", bar.Ground);
            return new Refusal.Law(clause, "hand-down-barred", name);
        }

        return (Terminating.Barred(petition) ?? WritingOff.Barred(petition)) is { } over ? over : RecognisedUnder(petition) is var under && petition.Handling.IsRecognised ? new Refusal.Law(under, "hand-down-resolved") : null;
    }

    /// <summary>What follows for them when a fact bars superiors, or one of them recognises that the matter is resolved.</summary>
    internal static IEnumerable<object> Ended(Petition petition) => petition.HandDowns.Open.Select(h => HandDownClosed.Of(h, HopEnd.Barred));

    /// <summary>Why the matter may not go where no hop can follow it, or cease to be; null while no hop runs.</summary>
    internal static Refusal? Running(Petition petition) =>
        petition.HandDowns.Open.FirstOrDefault() is { } hop ? new Refusal.State("hand-down-open", hop.Issued.Letter) : null;

    private static string RecognisedUnder(Petition petition) => petition.Handling.Resolution?.Ground switch
    {
        ResolutionGround.Settled => "SPC16-7(2)",
        ResolutionGround.Committed => "SPC16-7(3)",
        _ => "SPC16-7(1)",
    };

    private static Refusal? WrongWay(Petition petition, HandDown command, Court to, HandDownRules rules)
    {
        var (superiors, responsible, from) = (rules.Superiors(to.Number), petition.Opened.Responsible, command.From.Number);
        return command.Mode switch
        {
            _ when superiors.All(s => s.Number != from) => new Refusal.Law("SPC16-3(2)", "hand-down-not-below", to.Name),
            HandDownMode.DirectTransfer when command.From.Level != CourtLevel.High => new Refusal.Law("HNP-8", "hand-down-only-high"),
            HandDownMode.TransferWithResult when command.From.Level != CourtLevel.High => new Refusal.Law("HNP-9", "hand-down-only-high"),
            HandDownMode.HandDown when superiors[0].Number != from => new Refusal.Law("HNP-10", "hand-down-next-level", superiors.TakeWhile(s => s.Number != from).Last().Name),
            _ when Astray(petition, command, to, rules) is { } astray => astray,
            _ when petition.HandDowns.Open.Any(h => h.Issued.From == from && h.Issued.To == to.Number) => new Refusal.State("hand-down-runs", to.Name),
            _ when responsible != from && responsible != to.Number && rules.Superiors(responsible).All(s => s.Number != to.Number) => new Refusal.State("hand-down-elsewhere"),
            _ when responsible == from && petition.Stage is Stage.Replied => new Refusal.State("petition-replied"),
            _ when responsible == from && petition.Procedures.IsPending => new Refusal.State("transfer-procedure-open"),
            _ when !rules.IsInUse => new Refusal.Input("court", "transfer-court-not-in-use"),
            _ => null,
        };
    }

    /// <summary>Who handles it together stands under the court that hands down, too.</summary>
    private static Refusal? Together(HandDown command, Court to, HandDownRules rules) => command.Joint switch
    {
        var joint when joint.Any(c => c is null) => new Refusal.Input("joint", "court-unknown", string.Empty),
        var joint when joint.FirstOrDefault(c => c!.Number == to.Number) is { } same => new Refusal.Input("joint", "hand-down-joint-same", same.Name),
        var joint when joint.FirstOrDefault(c => rules.Superiors(c!.Number).All(s => s.Number != command.From.Number)) is { } other => new Refusal.Law("SPC16-3(2)", "hand-down-not-below", other.Name),
        _ => null,
    };

    private static Refusal? Missing(Petition petition, HandDown command, HandDownRules rules, string clause) => command switch
    {
        _ when Unfit(command.Mode, command.Situation, rules) is { } unfit => unfit,
        _ when Otherwise(petition, command) is { } otherwise => otherwise,
        _ when Empty(command.Ground) => new Refusal.Law(clause, "hand-down-needs-ground"),
        _ when Empty(command.Demand) => new Refusal.Law("SPC16-3(2)", "hand-down-needs-demand"),
        _ when Empty(command.Letter) => new Refusal.Law("SPC16-3(2)", "hand-down-needs-letter"),
        { Mode: HandDownMode.DirectTransfer, Due: not null } => new Refusal.Law("HNP-8", "hand-down-no-date"),
        { Mode: HandDownMode.DirectTransfer, AwaitedByBody: true } => new Refusal.Law("HNP-9", "hand-down-awaited"),
        { Mode: HandDownMode.DirectTransfer } when rules.Situations is not null && Empty(command.Platform) => new Refusal.Law("HNP-8", "hand-down-needs-platform"),
        { Mode: HandDownMode.HandDown or HandDownMode.TransferWithResult or HandDownMode.OrderRuling, Due: null } => new Refusal.Law(clause, "hand-down-needs-date"),
        { Mode: HandDownMode.TransferWithResult } when rules.Situations is not null && Uninstructed(command.InstructedBy, command.InstructedOn, rules.Today) is { } uninstructed => uninstructed,
        { Due: { } due } when due < rules.Today => new Refusal.Input("due", "hand-down-due-past", rules.Today),
        { Due: { } due } when Held(petition, command.From.Number)?.DueOn is { } own && due > own => new Refusal.Law("HNP-10", "hand-down-due-after-own", own),
        _ => null,
    };

    /// <summary>Where an instrument says which situation asks for which mode, the situation is named and fits (HNP-7(1) to (3)).</summary>
    private static Refusal.Law? Unfit(HandDownMode mode, string? situation, HandDownRules rules)
    {
        if (rules.Situations is not { } situations || mode is HandDownMode.OrderProcedure or HandDownMode.OrderRuling)
        {
            return null;
        }

        var clause = Clause(mode);
        return situations.Items.FirstOrDefault(i => i.Sub.Prepend(i).Any(one => one.Code == situation)) switch
        {
            null => new Refusal.Law(clause, "hand-down-needs-situation"),
            { Clause: var of } when of != clause => new Refusal.Law(clause, "hand-down-other-mode", situations.Find(situation!)!.Name),
            _ => null,
        };
    }

    private static IEnumerable<object> Issued(Petition petition, HandDown command, Court to, HandDownRules rules)
    {
        var today = rules.Today;
        if (ReviewedNow(petition, command, rules) is { } reviewed)
        {
            yield return reviewed;
        }

        var (no, moves) = (petition.HandDowns.All.Count + 1, petition.Opened.Responsible == command.From.Number);
        yield return new HandDownIssued(
            no, Held(petition, command.From.Number)?.Issued.No, command.From.Number, to.Number, [.. command.Joint.Select(c => c!.Number).Distinct()], command.Mode, command.Ground!.Trim(),
            command.Demand!.Trim(), command.Letter!.Trim(), command.Due, command.AwaitedByBody, command.Venue ?? GoingDown.Away(petition), Blank(command.Situation), Blank(command.Platform), Blank(command.Told),
            Blank(command.InstructedBy), command.InstructedOn);
        if (moves)
        {
            yield return Moving.Pass(petition, to.Number, today);
        }

        yield return new HandDownReceived(no, command.Mode, command.Venue ?? GoingDown.Away(petition), today, command.Due is not null, command.Due, moves);
        if (command.Mode == HandDownMode.DirectTransfer)
        {
            yield return new HandDownClosed(no, HopEnd.Passed, null, AwaitedByBody: false);
        }

        foreach (var order in Orders(petition, command, to, rules))
        {
            yield return order;
        }
    }

    /// <summary>The hop by which a court itself has the matter; null where it began there.</summary>
    private static Hop? Held(Petition petition, int court) => petition.HandDowns.Open.LastOrDefault(h => h.Issued.To == court);

    private static Hop? Parent(Petition petition, Hop hop) => hop.Issued.Parent is { } no ? petition.HandDowns.Find(no) : null;

    private static string Clause(HandDownMode mode) => mode switch
    {
        HandDownMode.HandDown => "HNP-7(3)",
        HandDownMode.DirectTransfer => "HNP-7(1)",
        HandDownMode.TransferWithResult => "HNP-7(2)",
        HandDownMode.OrderProcedure => "SPC16-14(2)",
        HandDownMode.OrderRuling => "SPC16-17",
    };

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);

    private static string? Blank(string? text) => Empty(text) ? null : text!.Trim();
}
