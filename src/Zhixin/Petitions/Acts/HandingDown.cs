using Zhixin.Courts;
using Zhixin.Intake;
using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>Hand a matter to a court under one's own.</summary>
/// <param name="From">The court that hands down.</param>
/// <param name="To">Null where what was given is no court.</param>
/// <param name="Due">Until when the result is to be reported.</param>
public sealed record HandDown(
    Court From, Court? To, HandDownMode Mode, string? Ground, string? Demand, string? Letter, DateOnly? Due, bool AwaitedByBody, IReadOnlyList<int> Joint, Venue? Venue);

/// <summary>What handing down has to know beside the petition.</summary>
/// <param name="Superiors">The superiors of a court, nearest first.</param>
/// <param name="Bars">The list of facts that bar superiors, each with its clause.</param>
/// <param name="IsInUse">Whether anybody of the lower court could take the matter up.</param>
public sealed record HandDownRules(Func<int, IReadOnlyList<Court>> Superiors, CodeList Bars, bool IsInUse, DateOnly Today);

/// <summary>
/// Handing down 交办 (SPC16-3(2), HNP-5 to 10): a hop goes from a court to one under it, next by next, or straight where the mode says so; what is awaited
/// comes back the way it went. <c>docs/handing-down.md</c> holds the states and what is possible in each.
/// </summary>
public static class HandingDown
{
    /// <summary>The matter goes down: the lower court has it at once, and answers for it from now on.</summary>
    public static Decision<object> Issue(Petition petition, HandDown command, HandDownRules rules)
    {
        if (NotIssuable(petition, rules.Bars) is { } not)
        {
            return not;
        }

        return command.To is not { } to ? new Refusal.Input("court", "court-unknown", string.Empty)
            : (WrongWay(petition, command, to, rules) ?? Missing(petition, command, rules)) is { } refusal ? refusal
            : Issued(petition, command, to, rules.Today).ToArray();
    }

    /// <summary>Why the matter goes to no court under this one, whatever is given; null when it can.</summary>
    public static Refusal? NotIssuable(Petition petition, CodeList bars) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when Barred(petition, bars) is { } barred => barred,
        { Acceptance.Decline: not null } => new Refusal.State("decline-open"),
        _ => null,
    };

    /// <summary>The lower court names who handles it.</summary>
    /// <param name="court">The court that names.</param>
    public static Decision<object> Name(Petition petition, int no, int court, Candidate? handler, string? phone) => Running(petition, no, court, below: true) switch
    {
        (_, { } not) => not,
        _ when handler is null || !handler.InPost || handler.Court != court => new Refusal.Input("handler", "handler-not-in-post", handler?.Name ?? string.Empty),
        _ when petition.Accused.Contains(handler.Id) => new Refusal.Law("GC21-5(1)", "assign-accused", handler.Name),
        ({ Named: { } named }, _) when named.Handler == handler.Id => new Refusal.State("already-assigned", handler.Name),
        _ => new object[] { new HandDownHandlerNamed(no, handler.Id, handler.Name, Blank(phone)) },
    };

    /// <summary>The lower court reports progress and result; not before what it handed further down is back.</summary>
    public static Decision<object> Report(Petition petition, int no, int court, string? progress, string? result, string? document, Actors by) =>
        Running(petition, no, court, below: true) switch
        {
            (_, { } not) => not,
            ({ Pending: not null }, _) => new Refusal.State("hand-down-report-pending"),
            ({ } hop, _) when petition.HandDowns.Below(hop).FirstOrDefault() is { } below => new Refusal.Law("HNP-10", "hand-down-below-open", below.Issued.Letter),
            ({ Named: null }, _) => new Refusal.Law("HNP-16", "hand-down-needs-handler"),
            _ when Empty(progress) => new Refusal.Law("GC21-13", "opinion-needs-progress"),
            _ when Empty(result) => new Refusal.Law("GC21-13", "opinion-needs-result"),
            _ when Empty(document) => new Refusal.Law("HNP-14", "hand-down-needs-report"),
            _ => new object[] { new HandDownReported(no, progress!.Trim(), result!.Trim(), document!.Trim(), by.Person, by.For) },
        };

    /// <summary>The report is not accepted, with the reason; a new date may be set.</summary>
    public static Decision<object> Return(Petition petition, int no, int court, string? reason, DateOnly? due, DateOnly today) => Running(petition, no, court, below: false) switch
    {
        (_, { } not) => not,
        ({ Pending: null }, _) => new Refusal.State("hand-down-not-reported"),
        _ when Empty(reason) => new Refusal.Law("HNP-11", "hand-down-return-needs-reason"),
        _ when due < today => new Refusal.Input("due", "hand-down-due-past", today),
        ({ } hop, _) when due > Parent(petition, hop)?.DueOn => new Refusal.Law("HNP-10", "hand-down-due-after-own", Parent(petition, hop)!.DueOn!),
        _ => new object[] { new HandDownReportReturned(no, reason!.Trim(), due is not null, due) },
    };

    /// <summary>The report is accepted, and the hop is over.</summary>
    public static Decision<object> Accept(Petition petition, int no, int court, string? opinion) => Running(petition, no, court, below: false) switch
    {
        (_, { } not) => not,
        ({ Pending: null }, _) => new Refusal.State("hand-down-not-reported"),
        _ when Empty(opinion) => new Refusal.Law("HNP-10", "hand-down-accept-needs-opinion"),
        ({ } hop, _) => new object[]
        {
            new HandDownReportAccepted(no, opinion!.Trim(), hop.Pending.On, hop.Issued.AwaitedByBody), new HandDownClosed(no, HopEnd.Accepted, null),
        },
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The court that handed down takes it back with everything below it, and answers itself.</summary>
    public static Decision<object> Recall(Petition petition, int no, int court, string? reason, DateOnly today) => Running(petition, no, court, below: false) switch
    {
        (_, { } not) => not,
        _ when Empty(reason) => new Refusal.Input("reason", "reason-required"),
        ({ } hop, _) => Recalled(petition, hop, reason!.Trim(), today).ToArray(),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The special report goes to the body or leader that awaits it, once the result is accepted (HNP-9, 14).</summary>
    public static Decision<object> ReportUp(Petition petition, int no, int court, string? body, string? document) => petition.HandDowns.Find(no) switch
    {
        null => new Refusal.Input("hop", "hand-down-unknown", no),
        { Issued.From: var from } when from != court => new Refusal.State("hand-down-not-yours"),
        { Issued.AwaitedByBody: false } => new Refusal.State("hand-down-nobody-awaits"),
        { Ended: not HopEnd.Accepted } => new Refusal.Law("HNP-14", "hand-down-not-accepted"),
        { SpecialReportSent: true } => new Refusal.State("hand-down-reported-up"),
        _ when Empty(body) => new Refusal.Input("body", "feedback-needs-body"),
        _ when Empty(document) => new Refusal.Law("HNP-14", "hand-down-needs-report"),
        _ => new object[] { new HandDownSpecialReportSent(no, body!.Trim(), document!.Trim()) },
    };

    /// <summary>The court does not hand the matter down, and names what bars it.</summary>
    public static Decision<object> Refuse(Petition petition, CodeList bars, string? reason) => Barred(petition, bars) switch
    {
        _ when !petition.IsOpen => new Refusal.State("petition-not-open", petition.Stage.Code),
        null => new Refusal.Law("SPC16-3(2)", "hand-down-nothing-bars"),
        _ when Empty(reason) => new Refusal.Input("reason", "reason-required"),
        { Clause: var clause } => new object[] { new HandDownRefused(clause, reason!.Trim()) },
    };

    /// <summary>What bars superiors from handing down: a fact that lasts, or a resolution that a superior recognised (SPC16-7, 8, 14(3), 18).</summary>
    public static Refusal.Law? Barred(Petition petition, CodeList bars)
    {
        if (petition.Acceptance.Bars.FirstOrDefault(b => b.LiftedOn is null) is { } bar)
        {
            var item = bars.Find(bar.Ground);
            return new Refusal.Law(item?.Clause ?? "SPC16-8(1)", "hand-down-barred", item?.Name ?? bar.Ground);
        }

        return petition.Handling.Recognitions.Any(r => r.Recognised) ? new Refusal.Law("SPC16-7(1)", "hand-down-resolved") : null;
    }

    /// <summary>What follows for running hops when the lower court files the procedure: an order to do so is carried out (SPC16-14(3)).</summary>
    internal static IEnumerable<object> Filed(Petition petition) =>
        petition.HandDowns.Open.Where(h => h.Issued.Mode == HandDownMode.OrderProcedure).Select(h => new HandDownClosed(h.Issued.No, HopEnd.Filed, null));

    /// <summary>What follows for them when a fact bars superiors.</summary>
    internal static IEnumerable<object> Ended(Petition petition) => petition.HandDowns.Open.Select(h => new HandDownClosed(h.Issued.No, HopEnd.Barred, null));

    private static Refusal? WrongWay(Petition petition, HandDown command, Court to, HandDownRules rules) => rules.Superiors(to.Number) switch
    {
        var superiors when superiors.All(s => s.Number != command.From.Number) => new Refusal.Law("SPC16-3(2)", "hand-down-not-below", to.Name),
        _ when command.Mode is HandDownMode.DirectTransfer && command.From.Level != CourtLevel.High => new Refusal.Law("HNP-8", "hand-down-only-high"),
        _ when command.Mode is HandDownMode.TransferWithResult && command.From.Level != CourtLevel.High => new Refusal.Law("HNP-9", "hand-down-only-high"),
        var superiors when command.Mode is HandDownMode.HandDown && superiors[0].Number != command.From.Number => new Refusal.Law("HNP-10", "hand-down-next-level", superiors.TakeWhile(s => s.Number != command.From.Number).Last().Name),
        _ when petition.HandDowns.Open.Any(h => h.Issued.From == command.From.Number && h.Issued.To == to.Number) => new Refusal.State("hand-down-runs", to.Name),
        _ when petition.Opened.Responsible != command.From.Number && petition.Opened.Responsible != to.Number => new Refusal.State("hand-down-elsewhere"),
        _ when petition.Opened.Responsible != to.Number && petition.Procedures.IsPending => new Refusal.State("transfer-procedure-open"),
        _ when !rules.IsInUse => new Refusal.Input("court", "transfer-court-not-in-use"),
        _ => null,
    };

    private static Refusal? Missing(Petition petition, HandDown command, HandDownRules rules) => command switch
    {
        _ when Empty(command.Ground) => new Refusal.Law(Clause(command.Mode), "hand-down-needs-ground"),
        _ when Empty(command.Demand) => new Refusal.Law("SPC16-3(2)", "hand-down-needs-demand"),
        _ when Empty(command.Letter) => new Refusal.Law("SPC16-3(2)", "hand-down-needs-letter"),
        { Mode: HandDownMode.DirectTransfer, Due: not null } => new Refusal.Law("HNP-8", "hand-down-no-date"),
        { Mode: HandDownMode.HandDown or HandDownMode.TransferWithResult or HandDownMode.OrderRuling, Due: null } => new Refusal.Law(Clause(command.Mode), "hand-down-needs-date"),
        { Due: { } due } when due < rules.Today => new Refusal.Input("due", "hand-down-due-past", rules.Today),
        { Due: { } due } when Held(petition, command.From.Number)?.DueOn is { } own && due > own => new Refusal.Law("HNP-10", "hand-down-due-after-own", own),
        _ => null,
    };

    private static IEnumerable<object> Issued(Petition petition, HandDown command, Court to, DateOnly today)
    {
        var (no, moves) = (petition.HandDowns.All.Count + 1, petition.Opened.Responsible != to.Number);
        yield return new HandDownIssued(
            no, Held(petition, command.From.Number)?.Issued.No, command.From.Number, to.Number, [.. command.Joint.Distinct().Where(c => c != to.Number)], command.Mode, command.Ground!.Trim(),
            command.Demand!.Trim(), command.Letter!.Trim(), command.Due, command.AwaitedByBody, command.Venue);
        if (moves)
        {
            yield return Moving.Pass(petition, to.Number, today);
        }

        yield return new HandDownReceived(no, command.Mode, command.Venue, today, command.Due is not null, command.Due, moves);
        if (command.Mode == HandDownMode.DirectTransfer)
        {
            yield return new HandDownClosed(no, HopEnd.Passed, null);
        }
    }

    private static IEnumerable<object> Recalled(Petition petition, Hop hop, string reason, DateOnly today)
    {
        foreach (var below in petition.HandDowns.Below(hop))
        {
            foreach (var fact in Recalled(petition, below, reason, today).OfType<HandDownClosed>())
            {
                yield return fact;
            }
        }

        yield return new HandDownClosed(hop.Issued.No, HopEnd.Recalled, reason);
        if (petition.Opened.Responsible != hop.Issued.From)
        {
            yield return Moving.Pass(petition, hop.Issued.From, today);
        }
    }

    /// <summary>The running hop with a number, from the side of a court: the one that has it, or the one that handed it down.</summary>
    private static (Hop? Hop, Refusal? Not) Running(Petition petition, int no, int court, bool below) => petition.HandDowns.Find(no) switch
    {
        null => (null, new Refusal.Input("hop", "hand-down-unknown", no)),
        { IsOpen: false } => (null, new Refusal.State("hand-down-over")),
        { } hop when (below ? hop.Issued.To : hop.Issued.From) != court => (null, new Refusal.State("hand-down-not-yours")),
        { } hop => (hop, null),
    };

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
