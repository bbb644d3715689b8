using Zhixin.Petitions.Acts;

namespace Zhixin.Supervisions.Acts;

/// <summary>What a lower court reports on a letter.</summary>
public sealed record ReportResult(string? Progress, string? Result, string? Document, bool InPerson, bool WithFile, Actors By)
{
    /// <summary>Which property was found after the answer that there was none; null where none was.</summary>
    public string? PropertyFound { get; init; }
}

/// <summary>What a hearing with both sides came to (HNI-7).</summary>
/// <param name="HeldOn">Null for the day of the act.</param>
/// <param name="Findings">What was looked for, and where, where the answer that there is no property comes along with the hearing; null where it came before.</param>
/// <param name="Document">The document of that answer; null with it.</param>
public sealed record HoldHearing(
    DateOnly? HeldOn, IReadOnlyList<HearingSide> Present, string? ServiceProof, string? Told, string? Minutes, string? Findings, string? Document, DateOnly On, Actors By);

/// <summary>
/// What the lower court does about a letter (HNI-6, 7, HNP-10, 13, 19, 21): names who handles it, reports, answers that there is no property and hears both
/// sides, asks for another date. Every fact is about the letter that it names.
/// </summary>
public static class Reporting
{
    /// <summary>The lower court names who handles it.</summary>
    public static Decision<object> Name(Supervision supervision, int no, int court, Candidate? handler, string? phone) => Nameable(supervision, no, court) switch
    {
        (_, { } not) => not,
        _ when handler is { InPost: false } => new Refusal.Input("handler", "handler-not-in-post", handler.Name),
        _ when Naming.Against(supervision, handler, court, "handler") is { } unfit => unfit,
        ({ Named.Handler: var named }, _) when named == handler!.Id => new Refusal.State("already-assigned", handler.Name),
        _ => new object[] { new SupervisionHandlerNamed(no, handler!.Id, handler.Name, Blank(phone)) },
    };

    /// <summary>The named person takes it up.</summary>
    public static Decision<object> Acknowledge(Supervision supervision, int no, int court, Guid who) => Of(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ Named: null }, _) => new Refusal.Law("HNI-6", "supervision-needs-handler"),
        ({ Named: { Handler: var named, Name: var name } }, _) when named != who => new Refusal.State("acknowledge-not-named", name),
        ({ Named.AcknowledgedOn: not null }, _) => new Refusal.State("already-acknowledged"),
        _ => new object[] { new SupervisionAcknowledged(no) },
    };

    /// <summary>The intermediate court says which measures of its own it took (HNP-10).</summary>
    public static Decision<object> Measure(Supervision supervision, int no, int court, string? content, string? document) => Of(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ Issued.Letter: not LetterKind.HandDown }, _) => new Refusal.State("measures-only-hand-down"),
        _ when Empty(content) => new Refusal.Law("HNP-10", "measures-need-content"),
        _ when Empty(document) => new Refusal.Law("HNP-10", "measures-need-document"),
        _ => new object[] { new SupervisionMeasuresTaken(no, content!.Trim(), document!.Trim()) },
    };

    /// <summary>The superior wants a report at once (HNI-5, HNP-13).</summary>
    public static Decision<object> OrderUrgent(Supervision supervision, int no, int court, string? demand) => From(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ UrgentSince: not null }, _) => new Refusal.State("urgent-report-runs"),
        _ when Empty(demand) => new Refusal.Law("HNI-5", "urgent-report-needs-demand"),
        _ => new object[] { new SupervisionUrgentReportOrdered(no, demand!.Trim()) },
    };

    /// <summary>The report that was wanted at once.</summary>
    public static Decision<object> ReportUrgent(Supervision supervision, int no, int court, string? content, string? document) => Of(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ UrgentSince: null }, _) => new Refusal.State("urgent-report-not-ordered"),
        _ when Empty(content) => new Refusal.Law("HNI-5", "report-needs-result"),
        _ when Empty(document) => new Refusal.Law("HNI-5", "report-needs-document"),
        _ => new object[] { new SupervisionUrgentReportSubmitted(no, content!.Trim(), document!.Trim()) },
    };

    /// <summary>The written report on the result (HNI-6, HNP-21).</summary>
    public static Decision<object> Report(Supervision supervision, int no, int court, ReportResult command) => Reportable(supervision, no, court) switch
    {
        (_, { } not) => not,
        _ when Empty(command.Progress) => new Refusal.Law("HNI-6", "report-needs-progress"),
        _ when Empty(command.Result) => new Refusal.Law("HNI-6", "report-needs-result"),
        _ when Empty(command.Document) => new Refusal.Law("HNI-6", "report-needs-document"),
        ({ Issued.InPerson: true }, _) when !command.InPerson => new Refusal.Law("HNI-6", "report-in-person"),
        ({ Issued.WithFile: true }, _) when !command.WithFile => new Refusal.Law("HNI-6", "report-with-file"),
        _ when IsHearingOwed(supervision, no) && Empty(command.PropertyFound) => new Refusal.Law("HNI-7", "report-needs-hearing"),
        _ => new object[]
        {
            new SupervisionReportSubmitted(
                no, command.Progress!.Trim(), command.Result!.Trim(), command.Document!.Trim(), command.InPerson, command.WithFile, Blank(command.PropertyFound), command.By.Person, command.By.For),
        },
    };

    /// <summary>The answer that there is no property (HNI-7): fulfils the letter's report and opens hearing and report.</summary>
    public static Decision<object> AnswerNoProperty(Supervision supervision, int no, int court, string? findings, string? document, Actors by) => Reportable(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ NoProperty: not null }, _) => new Refusal.State("no-property-answered"),
        _ when Empty(findings) => new Refusal.Law("HNI-7", "no-property-needs-findings"),
        _ when Empty(document) => new Refusal.Law("HNI-7", "report-needs-document"),
        ({ ReceivedOn: var received }, _) => new object[] { new SupervisionNoPropertyAnswered(no, received, findings!.Trim(), document!.Trim(), by.Person, by.For) },
        _ => throw new InvalidOperationException(),
    };

    /// <summary>
    /// The hearing with both sides. Who was summoned and does not come does not keep it from being held. It may have been held before the court answered that there is
    /// no property; then the answer comes along with it.
    /// </summary>
    public static Decision<object> Hear(Supervision supervision, int no, int court, HoldHearing command) => Hearable(supervision, no, court) switch
    {
        (_, { } not) => not,
        _ when command.HeldOn > command.On => new Refusal.Input("heldOn", "date-in-future", command.HeldOn),
        ({ ReceivedOn: var received }, _) when (command.HeldOn ?? command.On) < received => new Refusal.Input("heldOn", "hearing-before-letter", received),
        ({ NoProperty: null }, _) when Empty(command.Findings) => new Refusal.Law("HNI-7", "hearing-only-no-property"),
        ({ NoProperty: null }, _) when Empty(command.Document) => new Refusal.Law("HNI-7", "report-needs-document"),
        _ when Empty(command.ServiceProof) => new Refusal.Law("HNI-7", "hearing-both-served"),
        _ when Empty(command.Told) => new Refusal.Law("HNI-7", "hearing-not-told"),
        _ when Empty(command.Minutes) => new Refusal.Law("HNI-7", "hearing-needs-minutes"),
        ({ } letter, _) => Heard(letter, command).ToArray(),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Whether a hearing, or the report after one, is still owed on a letter: then no other report takes its place (HNI-7).</summary>
    internal static bool IsHearingOwed(Supervision supervision, int no) => HearingOwed(supervision.Obligations, no).Any();

    /// <summary>What is owed of a hearing on a letter.</summary>
    internal static IEnumerable<Obligations.Obligation> HearingOwed(IEnumerable<Obligations.Obligation> list, int no) =>
        list.Where(o => o.IsOpen && o.Opened.Thing == Letter.Thing(no) && o.Rule.OpenedBy is "supervision.no-property-answered" or "supervision.hearing-held");

    /// <summary>The report after the hearing.</summary>
    public static Decision<object> ReportAfterHearing(Supervision supervision, int no, int court, string? result, string? document, Actors by) => Of(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ HeardOn: null }, _) => new Refusal.Law("HNI-7", "hearing-report-before-hearing"),
        ({ Pending: not null }, _) => new Refusal.State("supervision-report-pending"),
        _ when Empty(result) => new Refusal.Law("HNI-7", "report-needs-result"),
        _ when Empty(document) => new Refusal.Law("HNI-7", "report-needs-document"),
        _ => new object[] { new SupervisionHearingReportSubmitted(no, result!.Trim(), document!.Trim(), by.Person, by.For) },
    };

    /// <summary>Something keeps the court from reporting in time (HNP-21).</summary>
    public static Decision<object> Record(Supervision supervision, int no, int court, string? circumstances) => Of(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ DueOn: null }, _) => new Refusal.State("letter-awaits-nothing"),
        ({ Reports.Count: > 0 }, _) => new Refusal.State("letter-reported"),
        ({ Circumstances: not null }, _) => new Refusal.State("circumstances-recorded"),
        _ when Empty(circumstances) => new Refusal.Law("HNP-21", "circumstances-need-content"),
        ({ DueOn: { } due }, _) => new object[] { new SupervisionSpecialCircumstancesRecorded(no, circumstances!.Trim(), due) },
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Before the date the court asks for another one: cause, next step, new date (HNP-21). Until it is decided the old one stands.</summary>
    /// <param name="asked">Its number is that of the letter.</param>
    /// <param name="on">When it was asked.</param>
    public static Decision<object> AskNewDate(Supervision supervision, int court, SupervisionPreExpiryReported asked, DateOnly on) => Of(supervision, asked.No, court) switch
    {
        (_, { } not) => not,
        ({ DueOn: null }, _) => new Refusal.State("letter-awaits-nothing"),
        ({ Reports.Count: > 0 }, _) => new Refusal.State("letter-reported"),
        ({ Waiting: not null }, _) => new Refusal.State("new-date-waits"),
        ({ DueOn: { } due }, _) when on > due => new Refusal.Law("HNP-21", "new-date-too-late", due),
        _ when Empty(asked.Cause) => new Refusal.Law("HNP-21", "new-date-needs-cause"),
        _ when Empty(asked.NextStep) => new Refusal.Law("HNP-21", "new-date-needs-step"),
        _ when Empty(asked.Document) => new Refusal.Law("HNP-21", "report-needs-document"),
        ({ DueOn: { } due }, _) when asked.Until <= due => new Refusal.Input("until", "new-date-not-later", due),
        ({ Circumstances: null, DueOn: { } due }, _) => new object[] { new SupervisionSpecialCircumstancesRecorded(asked.No, asked.Cause.Trim(), due), asked },
        _ => new object[] { asked },
    };

    /// <summary>The superior decides on another date (HNP-21), which is later than the old one and not over.</summary>
    /// <param name="on">When it is decided.</param>
    public static Decision<object> DecideNewDate(Supervision supervision, int no, int court, bool granted, DateOnly? due, string? reason, DateOnly on, Actors by) => From(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ Waiting: null }, _) => new Refusal.State("new-date-not-asked"),
        ({ Waiting.Asked: var asked }, _) when by.Include(asked.AskedBy) || by.Include(asked.AskedFor) => new Refusal.State("decides-own-request"),
        _ when Empty(reason) => new Refusal.Law("HNP-21", "new-date-needs-reason"),
        ({ DueOn: { } old }, _) when granted && (due is null || due <= old) => new Refusal.Input("due", "new-date-not-later", old),
        _ when granted && due < on => new Refusal.Input("due", "new-date-over", on),
        ({ Issued.Parent: { } parent }, _) when granted && supervision.Letter(parent)?.DueOn is { } above && due > above => new Refusal.Law("HNP-10", "hand-down-due-after-own", above),
        ({ DueOn: { } old }, _) => new object[] { new SupervisionNewDateDecided(no, granted, granted ? due!.Value : old, reason!.Trim()) },
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Why a court has no letter for which it names a person; null where it has one. A direct transfer is over when it is there, and somebody is named all the same (HNP-19).</summary>
    public static Refusal? NothingToName(Supervision supervision, int court) =>
        supervision.Letters.Any(l => l.Issued.To == court && (supervision.IsOpen ? l.IsOpen : IsPassedOn(supervision, l))) ? null
            : supervision.IsOpen ? new Refusal.State("supervision-no-such-letter") : Reviewing.Over(supervision);

    /// <summary>Whether a letter is a direct transfer that ended the supervision.</summary>
    public static bool IsPassedOn(Supervision supervision, Letter letter) => supervision.End is { Condition: "passed-on" } && letter is { Issued.Letter: LetterKind.DirectTransfer, Ended: not "withdrawn" };

    /// <summary>The letter for which a court names a person.</summary>
    private static (Letter? Letter, Refusal? Not) Nameable(Supervision supervision, int no, int court) =>
        supervision.Letter(no) is { } letter && letter.Issued.To == court && IsPassedOn(supervision, letter) ? (letter, null) : Of(supervision, no, court);

    /// <summary>The running letter with a number, from the side of the court that has it.</summary>
    internal static (Letter? Letter, Refusal? Not) Of(Supervision supervision, int no, int court) => Running(supervision, no, l => l.Issued.To == court);

    /// <summary>The same from the side of the court that sent it.</summary>
    internal static (Letter? Letter, Refusal? Not) From(Supervision supervision, int no, int court) => Running(supervision, no, l => l.Issued.From == court);

    private static (Letter? Letter, Refusal? Not) Running(Supervision supervision, int no, Func<Letter, bool> isOurs) => supervision.Letter(no) switch
    {
        _ when !supervision.IsOpen => (null, Reviewing.Over(supervision)),
        null => (null, new Refusal.Input("letter", "supervision-letter-unknown", no)),
        { IsOpen: false } => (null, new Refusal.State("supervision-letter-over")),
        { } letter when !isOurs(letter) => (null, new Refusal.State("supervision-letter-not-yours")),
        { } letter => (letter, null),
    };

    /// <summary>The letter, where a report can be made on it now: a person named, nothing below open, measures taken where the intermediate court owes them.</summary>
    private static (Letter? Letter, Refusal? Not) Reportable(Supervision supervision, int no, int court) => Of(supervision, no, court) switch
    {
        ({ Pending: not null }, _) => (null, new Refusal.State("supervision-report-pending")),
        ({ Named: null }, _) => (null, new Refusal.Law("HNI-6", "supervision-needs-handler")),
        ({ } letter, _) when supervision.Open.FirstOrDefault(l => l.Issued.Parent == letter.No) is { } below => (null, new Refusal.Law("HNP-10", "hand-down-below-open", below.Issued.Number)),
        ({ Issued.Letter: LetterKind.HandDown, MeasuresOn: null } letter, _) when letter.Issued.To != supervision.Enforcing => (null, new Refusal.Law("HNP-10", "report-needs-measures")),
        var found => found,
    };

    /// <summary>The letter, where a hearing can be recorded on it: answered before, or where the answer can be made now.</summary>
    private static (Letter? Letter, Refusal? Not) Hearable(Supervision supervision, int no, int court) => Of(supervision, no, court) switch
    {
        ({ HeardOn: not null }, _) => (null, new Refusal.State("hearing-held-before")),
        ({ NoProperty: null }, _) => Reportable(supervision, no, court),
        var found => found,
    };

    private static IEnumerable<object> Heard(Letter letter, HoldHearing command)
    {
        if (letter.NoProperty is null)
        {
            yield return new SupervisionNoPropertyAnswered(letter.No, letter.ReceivedOn, command.Findings!.Trim(), command.Document!.Trim(), command.By.Person, command.By.For);
        }

        yield return new SupervisionHearingHeld(letter.No, command.HeldOn ?? command.On, command.Present, command.ServiceProof!.Trim(), command.Told!.Trim(), command.Minutes!.Trim());
    }

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);

    private static string? Blank(string? text) => Empty(text) ? null : text!.Trim();
}
