using Zhixin.Petitions.Acts;

namespace Zhixin.Supervisions.Acts;

/// <summary>Give a written opinion on an improper report.</summary>
public sealed record GiveOpinion(int Letter, string? Content, string? Reasons, DateOnly? Due, DateOnly Today, Actors By);

/// <summary>What a reconsideration came to.</summary>
/// <param name="Now">The corrected opinion; null where nothing stands in its place.</param>
/// <param name="Due">Until when the opinion, or the corrected one, is to be followed.</param>
public sealed record DecideReconsideration(int Opinion, ReconsiderationOutcome? Outcome, string? Content, string? Now, DateOnly? Due, DateOnly Today, Actors By);

/// <summary>
/// Opinions 督办意见 (HNI-10, HNP-11, 20) and their reconsideration by a fresh panel (HNI-11, HNP-20). An opinion is followed by its date; asking for
/// reconsideration does not suspend it, unless the new panel says so.
/// </summary>
public static class Opining
{
    /// <summary>The act in the authority matrix.</summary>
    public const string Act = "issue-opinion";

    private const string Asked = "supervision.reconsideration-asked";

    /// <summary>The opinion goes, and is there.</summary>
    public static Decision<object> Give(Supervision supervision, int court, GiveOpinion command) => Reporting.From(supervision, command.Letter, court) switch
    {
        (_, { } not) => not,
        ({ } letter, _) when NotOwed(supervision, letter) is { } not => not,
        _ when Empty(command.Content) => new Refusal.Law("HNI-10", "opinion-needs-content"),
        _ when Empty(command.Reasons) => new Refusal.Law("HNI-10", "opinion-needs-reasons"),
        _ when command.Due is null => new Refusal.Law("HNI-10", "opinion-needs-date"),
        _ when command.Due < command.Today => new Refusal.Input("due", "hand-down-due-past", command.Today),
        ({ Issued.Parent: { } parent }, _) when supervision.Letter(parent)?.DueOn is { } above && command.Due > above => new Refusal.Law("HNP-10", "hand-down-due-after-own", above),
        ({ } letter, _) => Facts(
            supervision.Opinions.Count + 1, letter, command.Content!.Trim(), command.Reasons!.Trim(), command.Due.Value, command.Today, MadeBy(supervision, court, command.By)).ToArray(),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Why a court gives no opinion; null when it owes one.</summary>
    public static Refusal? NoneOwed(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Open.Any(l => l.Issued.From == court && NotOwed(supervision, l) is null) => null,
        _ => new Refusal.Law("HNI-10", "opinion-nothing-improper"),
    };

    /// <summary>The lower court reports how it followed the opinion; the superior then judges the letter again.</summary>
    public static Decision<object> Comply(Supervision supervision, int no, int court, string? content, string? document, Actors by) => To(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ Binds: false }, _) => new Refusal.State("opinion-done"),
        _ when Empty(content) => new Refusal.Law("HNI-10", "compliance-needs-content"),
        _ when Empty(document) => new Refusal.Law("HNI-10", "report-needs-document"),
        _ => new object[] { new SupervisionComplianceReported(no, content!.Trim(), document!.Trim(), by.Person, by.For) },
    };

    /// <summary>Within its days the lower court asks that another panel looks at the opinion, and says which error it sees.</summary>
    /// <param name="asked">Its number is that of the opinion.</param>
    /// <param name="on">When it was asked.</param>
    public static Decision<object> Ask(Supervision supervision, int court, SupervisionReconsiderationAsked asked, DateOnly on) => To(supervision, asked.No, court) switch
    {
        (_, { } not) => not,
        ({ Asked: not null }, _) => new Refusal.State("reconsideration-asked-before"),
        ({ IsGone: true }, _) => new Refusal.State("opinion-done"), // Whoever followed it may still ask within the days: asking never suspended it.
        _ when Window(supervision, asked.No) is not { } => new Refusal.Law("HNI-11", "reconsideration-not-in-force"),
        _ when Window(supervision, asked.No) is { Due: { } last, Rule.Clause: var clause } && on > last => new Refusal.Law(clause, "reconsideration-too-late", last),
        _ when Empty(asked.Error) => new Refusal.Law("HNI-11", "reconsideration-needs-error"),
        _ when Empty(asked.Document) => new Refusal.Law("HNI-11", "report-needs-document"),
        _ => new object[] { asked },
    };

    /// <summary>
    /// A fresh panel: nobody who made the opinion or reviewed the matter sits on it, and somebody who may record its decision does. Until it has decided another panel
    /// takes its place for a reason, since its members may leave.
    /// </summary>
    /// <param name="deciding">The posts that may record the decision (authority table).</param>
    /// <param name="reason">Why another panel takes the place of the one that was formed; null for the first.</param>
    public static Decision<object> FormPanel(Supervision supervision, int no, int court, IReadOnlyList<Candidate> members, IReadOnlyList<string> deciding, string? reason) => From(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ IsAsked: false }, _) => new Refusal.State("reconsideration-not-asked"),
        ({ Panel: not null }, _) when Empty(reason) => new Refusal.Law("HNI-11", "reconsideration-panel-needs-reason"),
        _ when Reviewing.Members(supervision, members, court) is { } wrong => wrong,
        ({ } opinion, _) when members.FirstOrDefault(m => Reviewed(supervision, opinion).Contains(m.Id)) is { } sat => new Refusal.Law("HNI-11", "reconsideration-panel-not-fresh", sat.Name),
        _ when !members.Any(m => m.Posts.Any(deciding.Contains)) => new Refusal.Law("HNI-11", "reconsideration-panel-cannot-decide"),
        _ => new object[]
        {
            new SupervisionPanelFormed(
                supervision.Panels.Count + 1, PanelPurpose.Reconsideration, no, [.. members.Select(m => new PanelMember(m.Id, m.Name))], Empty(reason) ? null : reason!.Trim()),
        },
    };

    /// <summary>The new panel says that the opinion need not be followed until it has decided.</summary>
    /// <param name="on">When it says so; what is overdue by then stays overdue.</param>
    public static Decision<object> Suspend(Supervision supervision, int no, int court, string? reason, DateOnly on, Actors by) => Sitting(supervision, no, court, by) switch
    {
        (_, { } not) => not,
        ({ IsSuspended: true }, _) => new Refusal.State("opinion-suspended"),
        ({ Binds: false }, _) => new Refusal.State("opinion-done"),
        _ when Following(supervision, no) is { Due: { } due } && due < on => new Refusal.Law("HNI-11", "suspension-after-due", due),
        _ when Empty(reason) => new Refusal.Law("HNI-11", "suspension-needs-reason"),
        _ => new object[] { new SupervisionComplianceSuspended(no, reason!.Trim()) },
    };

    /// <summary>The new panel corrects the opinion, or upholds it by a letter.</summary>
    public static Decision<object> Decide(Supervision supervision, int court, DecideReconsideration command) => Sitting(supervision, command.Opinion, court, command.By) switch
    {
        (_, { } not) => not,
        _ when command.Outcome is null => new Refusal.Input("outcome", "choice-missing"),
        _ when Empty(command.Content) => new Refusal.Law("HNI-11", "reconsideration-needs-content"),
        _ when command.Due < command.Today => new Refusal.Input("due", "hand-down-due-past", command.Today),
        ({ IsSuspended: true }, _) when command is { Outcome: ReconsiderationOutcome.Uphold, Due: null } => new Refusal.Law("HNI-11", "reconsideration-needs-date"),
        _ when command is { Outcome: ReconsiderationOutcome.Correct, Due: null } && !Empty(command.Now) => new Refusal.Law("HNI-10", "opinion-needs-date"),
        ({ } opinion, _) => Decided(supervision, opinion, command).ToArray(),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Why there is no opinion of a sort; null when there is.</summary>
    public static Refusal? None(Supervision supervision, Func<Opinion, bool> which) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Opinions.Any(which) => null,
        _ => new Refusal.State("opinion-none"),
    };

    /// <summary>Who made an opinion: who gives it, and for whom; the panel as well where the court formed one for the matter.</summary>
    private static IReadOnlyList<Guid> MadeBy(Supervision supervision, int court, Actors by) =>
    [
        .. new[] { by.Person, by.For ?? by.Person }.Concat(court == supervision.Court && supervision.Panel is { } panel ? panel.Formed.Members.Select(m => m.Person) : []).Distinct(),
    ];

    /// <summary>Who sits on no reconsideration of an opinion: whoever made it, and whoever reviewed the matter (HNI-11, HNP-20).</summary>
    public static IReadOnlySet<Guid> Reviewed(Supervision supervision, Opinion opinion) => new[] { supervision.Reviewer?.Reviewer, supervision.Reviewed?.ReviewedBy, supervision.Reviewed?.ReviewedFor }
        .OfType<Guid>().Concat(opinion.Issued.MadeBy).Concat(supervision.Panel?.Formed.Members.Select(m => m.Person) ?? []).ToHashSet();

    private static Refusal? NotOwed(Supervision supervision, Letter letter) => letter switch
    {
        { LastReport: not { Finding: ReportFinding.Improper } } => new Refusal.Law("HNI-10", "opinion-nothing-improper"),
        _ when supervision.Opinions.Any(o => o.Issued.Letter == letter.No && o.Binds) => new Refusal.State("opinion-runs"),
        _ => null,
    };

    private static IEnumerable<object> Decided(Supervision supervision, Opinion opinion, DecideReconsideration command)
    {
        var (no, correct, now) = (opinion.No, command.Outcome == ReconsiderationOutcome.Correct, Empty(command.Now) ? null : command.Now!.Trim());
        var due = !correct && opinion.IsSuspended ? command.Due : null;
        yield return new SupervisionReconsiderationDecided(no, opinion.Panel!.Formed.No, command.Outcome!.Value, command.Content!.Trim(), due, string.Empty);
        if (!correct)
        {
            yield break;
        }

        yield return new SupervisionOpinionCorrected(no, now);
        if (now is not null)
        {
            IReadOnlyList<Guid> panel = [.. opinion.Panel.Formed.Members.Select(m => m.Person)];
            foreach (var fact in Facts(supervision.Opinions.Count + 1, supervision.Letter(opinion.Issued.Letter)!, now, command.Content.Trim(), command.Due!.Value, command.Today, panel))
            {
                yield return fact;
            }
        }
    }

    private static IEnumerable<object> Facts(int no, Letter letter, string content, string reasons, DateOnly due, DateOnly today, IReadOnlyList<Guid> madeBy)
    {
        yield return new SupervisionOpinionIssued(no, letter.No, letter.Issued.From, letter.Issued.To, string.Empty, content, reasons, due, madeBy);
        yield return new SupervisionOpinionReceived(no, today, true, due);
    }

    private static Obligations.Obligation? Window(Supervision supervision, int no) =>
        supervision.Obligations.FirstOrDefault(o => o.IsWindow && o.IsOpen && o.Opened.Thing == Opinion.Thing(no) && o.Rule.FulfilledBy.Contains(Asked));

    private static Obligations.Obligation? Following(Supervision supervision, int no) =>
        supervision.Obligations.FirstOrDefault(o => o.IsOpen && o.Opened.Thing == Opinion.Thing(no) && o.Rule.FulfilledBy.Contains("supervision.compliance-reported"));

    /// <summary>The opinion before the panel that decides, for one of its members.</summary>
    private static (Opinion? Opinion, Refusal? Not) Sitting(Supervision supervision, int no, int court, Actors by) => From(supervision, no, court) switch
    {
        (_, { } not) => (null, not),
        ({ IsAsked: false }, _) => (null, new Refusal.State("reconsideration-not-asked")),
        ({ Panel: null }, _) => (null, new Refusal.Law("HNI-11", "reconsideration-needs-panel")),
        ({ Panel: { } panel }, _) when !panel.Includes(by.For ?? by.Person) => (null, new Refusal.Law("HNI-11", "reconsideration-not-member")),
        var found => found,
    };

    private static (Opinion? Opinion, Refusal? Not) To(Supervision supervision, int no, int court) => Of(supervision, no, o => o.Issued.To == court);

    private static (Opinion? Opinion, Refusal? Not) From(Supervision supervision, int no, int court) => Of(supervision, no, o => o.Issued.From == court);

    private static (Opinion? Opinion, Refusal? Not) Of(Supervision supervision, int no, Func<Opinion, bool> isOurs) => supervision.Opinion(no) switch
    {
        _ when !supervision.IsOpen => (null, Reviewing.Over(supervision)),
        null => (null, new Refusal.Input("opinion", "opinion-unknown", no)),
        { } opinion when !isOurs(opinion) => (null, new Refusal.State("opinion-not-yours")),
        { } opinion => (opinion, null),
    };

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
