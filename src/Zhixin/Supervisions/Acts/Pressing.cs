using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Regulations;

namespace Zhixin.Supervisions.Acts;

/// <summary>Urge a report, or an opinion that is not followed.</summary>
/// <param name="Letter">Number of the letter.</param>
/// <param name="Opinion">Number of the opinion; null where a report is urged.</param>
/// <param name="Means">Code of the list of means (HNP-16); null in writing.</param>
public sealed record Urge(int Letter, int? Opinion, string? Means, string? Content);

/// <summary>Send an urging letter 催办函, or an order to enforce 督促执行令. Its number comes as the paper goes out.</summary>
public sealed record PressByLetter(int Letter, bool IsOrder, string? Content, DateOnly? Due);

/// <summary>
/// What follows when a report or a correction is overdue (HNI-9, 12, HNP-16, 23, SPC16-5(4)). Urging may follow at once; letter and order from the day that the
/// pack says, and not before. What was let pass is computed from the clocks, never typed.
/// </summary>
public static partial class Pressing
{
    /// <summary>The threshold of the packs: how many days overdue before the urging letter is owed.</summary>
    public const string OverrunDays = "urging-overrun";

    /// <summary>The means that has an act of its own.</summary>
    private const string Bulletined = "bulletin";

    /// <summary>
    /// The first letter whose report, or whose correction after an improper report, has been due for the days of the pack, as of that day. The days count on from
    /// the due date, through rest days (HNP-23); from recording where it was born overdue.
    /// </summary>
    /// <param name="days">After how many days on a letter; null where no instrument in force there says.</param>
    public static DatedFact? Overrun(Supervision supervision, Func<Letter, int?> days, DateOnly today) => !supervision.IsOpen ? null :
        (from letter in supervision.Open
         where letter.OverrunOn is null && letter.AwaitsReport && days(letter) is not null
         let due = Awaited(supervision, letter)
         where due is not null && due.Value <= today.AddDays(-days(letter)!.Value)
         orderby due, letter.No
         select (DatedFact?)new DatedFact(new SupervisionReportOverrun(letter.No, letter.LastReport is not null), due.Value.AddDays(days(letter)!.Value))).FirstOrDefault();

    /// <summary>At whose end something was overdue that was to come from below on the letter and did not; null where nothing is missing.</summary>
    public static DateOnly? Awaited(Supervision supervision, Letter letter) =>
        Owed(supervision, letter).Where(o => Reports(o.Rule.FulfilledBy)).Min(o => o.OverdueAfter);

    /// <summary>Whether a report on a letter, or the hearing that goes before it, is overdue on a day (HNI-9): not what else was let pass on it.</summary>
    internal static bool IsUnreported(Supervision supervision, Letter letter, DateOnly on) => Breached(supervision, letter, on).Any(o =>
        o.Opened.Thing?.Series == Letter.Series && Reports(o.Rule.FulfilledBy) && !o.Rule.FulfilledBy.Contains("supervision.delay-explained"));

    /// <summary>What the court below let pass on a letter, on its report as well as on opinions about it, seen on a day.</summary>
    public static IReadOnlyList<Obligation> Breached(Supervision supervision, Letter letter, DateOnly on) => [.. Owed(supervision, letter).Where(o => o.IsBreached(on))];

    /// <summary>Urging (HNI-9): from the day after the date, without grace; an opinion that is not followed by its date as well (HNI-12).</summary>
    /// <param name="means">The list of means (HNP-16).</param>
    public static Decision<object> DecideUrging(Supervision supervision, Urge command, int court, CodeList means, DateOnly on) => Reporting.From(supervision, command.Letter, court) switch
    {
        (_, { } not) => not,
        ({ } letter, _) when command.Opinion is null && Breached(supervision, letter, on).All(o => o.Opened.Thing != Letter.Thing(letter.No)) => new Refusal.Law("HNI-9", "urge-not-overdue"),
        ({ } letter, _) when command.Opinion is { } no && !IsUnfollowed(supervision, letter, no, on) => new Refusal.Law("HNI-12", "urge-opinion-not-due"),
        _ when command.Means == Bulletined => new Refusal.Law("HNP-16", "urge-means-bulletin"),
        _ when command.Means is { } code && means.Find(code) is null => new Refusal.Input("means", "urge-means-unknown", code),
        _ when Empty(command.Content) => new Refusal.Law("HNI-9", "urge-needs-content"),
        _ => new object[] { new SupervisionUrged(command.Letter, command.Opinion, command.Means, command.Content!.Trim()) },
    };

    /// <summary>Why a court has nothing to urge on a day; null where it has.</summary>
    public static Refusal? NothingToUrge(Supervision supervision, int court, DateOnly on) =>
        !supervision.IsOpen ? Reviewing.Over(supervision) : Sent(supervision, court).Any(l => Breached(supervision, l, on).Count > 0) ? null : new Refusal.Law("HNI-9", "urge-not-overdue");

    /// <summary>Urging letter or order (HNP-23): from the day of the pack on; the lower court has it at once, with a date to report or to explain by.</summary>
    public static Decision<object> DecideLetter(Supervision supervision, PressByLetter command, int court, DateOnly on) => Reporting.From(supervision, command.Letter, court) switch
    {
        (_, { } not) => not,
        ({ OverrunOn: null }, _) => new Refusal.Law("HNP-23", "urging-before-overrun"),
        ({ } letter, _) when Breached(supervision, letter, on).Count == 0 => new Refusal.Law("HNP-23", "urging-before-overrun"),
        ({ LastUrging: { DueOn: var due } last }, _) when last.IsOpen(on) => new Refusal.State("urging-runs", due),
        _ when Empty(command.Content) => new Refusal.Law("HNP-23", "urging-needs-content"),
        _ when command.Due is null => new Refusal.Law("HNP-23", "urging-needs-date"),
        _ when command.Due < on => new Refusal.Input("due", "urging-due-past", on),
        ({ } letter, _) => new object[]
        {
            Urging(command, [.. Breached(supervision, letter, on).Select(o => o.No)]), new SupervisionUrgingLetterReceived(letter.No, on, true, command.Due.Value),
        },
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Why a court can send neither on a day; null where it can.</summary>
    public static Refusal? NothingToPress(Supervision supervision, int court) =>
        !supervision.IsOpen ? Reviewing.Over(supervision) : Sent(supervision, court).Any(l => l.OverrunOn is not null) ? null : new Refusal.Law("HNP-23", "urging-before-overrun");

    /// <summary>The lower court explains why it is late (HNP-23). What it owes stays owed.</summary>
    public static Decision<object> Explain(Supervision supervision, int no, int court, string? explanation, string? document, Petitions.Acts.Actors by) =>
        Reporting.Of(supervision, no, court) switch
        {
            (_, { } not) => not,
            ({ LastUrging: null }, _) => new Refusal.Law("HNP-23", "explain-nothing-urged"),
            ({ LastUrging.ExplainedOn: not null }, _) => new Refusal.State("delay-explained-before"),
            _ when Empty(explanation) => new Refusal.Law("HNP-23", "explain-needs-content"),
            _ when Empty(document) => new Refusal.Law("HNP-23", "report-needs-document"),
            _ => new object[] { new SupervisionDelayExplained(no, explanation!.Trim(), document!.Trim(), by.Person, by.For) },
        };

    /// <summary>The superior calls the file (HNI-5, 9): when it is overdue, and when it is needed for the review.</summary>
    public static Decision<object> CallFile(Supervision supervision, int no, int court, string? what, string? reason) => Reporting.From(supervision, no, court) switch
    {
        (_, { } not) => not,
        _ when Empty(what) => new Refusal.Law("HNI-9", "call-file-needs-what"),
        _ when Empty(reason) => new Refusal.Law("HNI-9", "call-file-needs-reason"),
        _ => new object[] { new SupervisionFileCalled(no, what!.Trim(), reason!.Trim()) },
    };

    /// <summary>
    /// Whether an opinion was not followed when another court took the case over: it lapsed only after its date, and that it was not followed stays so (HNI-12).
    /// </summary>
    public static bool LapsedUnfollowed(Supervision supervision, Opinion opinion) =>
        opinion is { Lapsed: true, CompliedOn: null, IsSuspended: false, Outcome: not ReconsiderationOutcome.Correct } && supervision.TakenOver.Any(t => t.From == opinion.Issued.To && t.On > opinion.DueOn);

    /// <summary>Whether an opinion on a letter binds and its date is over.</summary>
    internal static bool IsUnfollowed(Supervision supervision, Letter letter, int no, DateOnly on) =>
        supervision.Opinion(no) is { Binds: true, IsSuspended: false } opinion && opinion.Issued.Letter == letter.No
        && Breached(supervision, letter, on).Any(o => o.Opened.Thing == Opinion.Thing(no));

    /// <summary>The running letters that a court sent.</summary>
    internal static IEnumerable<Letter> Sent(Supervision supervision, int court) => supervision.Open.Where(l => l.Issued.From == court);

    internal static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);

    private static object Urging(PressByLetter command, IReadOnlyList<int> breached) => command.IsOrder
        ? new SupervisionEnforcementOrderIssued(command.Letter, string.Empty, command.Content!.Trim(), breached, command.Due!.Value)
        : new SupervisionUrgingLetterIssued(command.Letter, string.Empty, command.Content!.Trim(), breached, command.Due!.Value);

    private static IEnumerable<Obligation> Owed(Supervision supervision, Letter letter) => supervision.Obligations.Where(o =>
        o.IsOpen && o.Due is not null && !o.IsWindow && o.Opened.Court == letter.Issued.To && supervision.About(o.Opened.Thing)?.No == letter.No);

    private static bool Reports(IReadOnlyList<string> fulfilledBy) =>
        fulfilledBy.Contains("supervision.report-submitted") || fulfilledBy.Contains("supervision.hearing-report-submitted") || fulfilledBy.Contains("supervision.compliance-reported")
        || fulfilledBy.Contains("supervision.hearing-held");
}
