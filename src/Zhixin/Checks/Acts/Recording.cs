using Zhixin.Courts;
using Zhixin.Petitions;

namespace Zhixin.Checks.Acts;

/// <summary>Begin a record on a case.</summary>
/// <param name="Number">Null where what was given is no case number.</param>
/// <param name="FiledOn">When the case was filed; null for today.</param>
public sealed record FileCase(Court By, CaseNumber? Number, string? Typed, DateOnly? FiledOn);

/// <summary>What beginning has to know.</summary>
/// <param name="Known">Number of the record that the court has on the case already; null for none.</param>
public sealed record FilingRules(string? Known, DateOnly Today);

/// <summary>A record is begun, its cards are handed out and answered, papers are served, matters made open, and the case is concluded (SPC09-4).</summary>
public static class Recording
{
    /// <summary>The act of beginning, in the authority matrix.</summary>
    public const string Beginning = "file-enforcement-case";

    /// <summary>The clause of every check.</summary>
    public const string Clause = "SPC09-4";

    /// <summary>A record is begun on a case of the court. The number comes when it is written.</summary>
    public static Decision<EnforcementCaseFiled> Begin(FileCase command, FilingRules rules) => command switch
    {
        { Number: null } => new Refusal.Input("caseNumber", "check-case-number", command.Typed ?? string.Empty),
        { Number: { IsEnforcement: false, Text: var text } } => new Refusal.Input("caseNumber", "check-not-enforcement", text),
        { Number: { Text: var text } number } when number.Court?.Number != command.By.Number => new Refusal.Law(Clause, "check-of-another-court", text, number.Court?.Name ?? number.CourtCode),
        _ when rules.Known is { } known => new Refusal.Input("caseNumber", "check-record-known", known),
        { FiledOn: { } on } when on > rules.Today => new Refusal.Input("filedOn", "date-in-future", on),
        { FiledOn: { } on } when on < Calendar.WorkCalendar.First => new Refusal.Input("filedOn", "date-too-early", Calendar.WorkCalendar.First),
        { Number: { Year: var year } } when (command.FiledOn ?? rules.Today).Year < year => new Refusal.Input("filedOn", "check-filed-before-case", year),
        { Number: { } number } => new[] { new EnforcementCaseFiled(string.Empty, command.By.Number, number.Text) },
    };

    /// <summary>A card is handed out; it says where to report, so the court's report phone has to be public.</summary>
    /// <param name="phone">The report phone on the court's contact card; blank where it has none.</param>
    public static Decision<object> Give(CheckRecord record, int court, CaseSide? to, ServiceMethod? method, string? proof, string? phone) => record switch
    {
        _ when Against(record, court) is { } not => not,
        _ when to is null => new Refusal.Input("to", "check-needs-side"),
        _ when method is null => new Refusal.Input("method", "check-needs-method"),
        _ when Empty(proof) => new Refusal.Input("proof", "check-needs-proof"),
        _ when Empty(phone) => new Refusal.Law(Clause, "report-phone-missing"),
        _ => new object[] { new SupervisionCardGiven(record.Cards.Count + 1, string.Empty, to.Value, method.Value, proof!.Trim()) },
    };

    /// <summary>A card came back.</summary>
    /// <param name="node">Code of the key node that it is about; null or blank for none in particular.</param>
    public static Decision<object> Receive(CheckRecord record, int court, int card, CaseSide? from, bool? satisfied, string? node, string? content, Regulations.CodeList nodes) => record switch
    {
        _ when NoCard(record, court) is { } not => not,
        _ when record.Cards.All(c => c.Facts.No != card) => new Refusal.Input("card", "check-card-unknown", card),
        _ when from is null => new Refusal.Input("from", "check-needs-side"),
        _ when satisfied is null => new Refusal.Input("satisfied", "check-needs-satisfied"),
        _ when !Empty(node) && nodes.Find(node!) is null => new Refusal.Input("node", "check-node-unknown", node),
        _ when satisfied is false && Empty(content) => new Refusal.Input("content", "check-needs-problem"),
        _ => new object[]
        {
            new CardFeedbackReceived(record.Feedbacks.Count + 1, card, from.Value, satisfied.Value, Empty(node) ? null : node, content?.Trim() ?? string.Empty),
        },
    };

    /// <summary>A problem on a card is answered, by nobody who did what it is about.</summary>
    public static Decision<object> Answer(CheckRecord record, int court, int no, string? answer, string? document, Petitions.Acts.Actors by)
    {
        if (NothingToAnswer(record, court) is { } not)
        {
            return not;
        }

        return record.Feedbacks.FirstOrDefault(f => f.Waits && f.Facts.No == no) switch
        {
            null => new Refusal.Input("feedback", "check-feedback-unknown", no),
            { } feedback when Doer(record, feedback, by) is { } doer => new Refusal.Law(Clause, "check-answered-by-doer", doer),
            _ when Empty(answer) => new Refusal.Input("answer", "check-needs-answer"),
            _ when Empty(document) => new Refusal.Input("document", "check-needs-proof"),
            _ => new object[] { new CardFeedbackAnswered(no, answer!.Trim(), document!.Trim(), by.Person, by.For) },
        };
    }

    /// <summary>A paper was served.</summary>
    public static Decision<object> Serve(CheckRecord record, int court, string? paper, CaseSide? to, ServiceMethod? method, string? proof) => record switch
    {
        _ when Against(record, court) is { } not => not,
        _ when Empty(paper) => new Refusal.Input("paper", "check-needs-paper"),
        _ when to is null => new Refusal.Input("to", "check-needs-side"),
        _ when method is null => new Refusal.Input("method", "check-needs-method"),
        _ when Empty(proof) => new Refusal.Input("proof", "check-needs-proof"),
        _ => new object[] { new EnforcementPaperServed(record.Services.Count + 1, paper!.Trim(), to.Value, method.Value, proof!.Trim()) },
    };

    /// <summary>With a service the report phone was told.</summary>
    /// <param name="phone">The report phone on the court's contact card; blank where it has none.</param>
    public static Decision<object> TellPhone(CheckRecord record, int court, int no, string? how, string? phone) => record switch
    {
        _ when NothingToTell(record, court) is { } not => not,
        _ when record.Services.All(s => s.Facts.No != no || s.Told is not null) => new Refusal.Input("service", "check-service-unknown", no),
        _ when Empty(phone) => new Refusal.Law(Clause, "report-phone-missing"),
        _ when Empty(how) => new Refusal.Input("how", "check-needs-how"),
        _ => new object[] { new ReportPhoneTold(no, phone!.Trim(), how!.Trim()) },
    };

    /// <summary>Something was made open to somebody, or asked of somebody who takes part.</summary>
    /// <param name="items">The pack's list: what stands below an entry is told by this act, an entry without such has an act of its own.</param>
    public static Decision<object> Tell(CheckRecord record, int court, string? item, bool? asked, CaseSide? to, string? content, string? document, Regulations.CodeList items) => record switch
    {
        _ when Against(record, court) is { } not => not,
        _ when items.Items.SelectMany(i => i.Sub).All(s => s.Code != item) => new Refusal.Input("item", "check-openness-unknown", item ?? string.Empty),
        _ when asked is null => new Refusal.Input("asked", "check-needs-asked"),
        _ when to is null => new Refusal.Input("to", "check-needs-side"),
        _ when Empty(content) => new Refusal.Input("content", "check-needs-content"),
        _ when Empty(document) => new Refusal.Input("document", "check-needs-proof"),
        _ => new object[] { new OpennessTold(item!, asked.Value, to.Value, content!.Trim(), document!.Trim()) },
    };

    /// <summary>The case is concluded.</summary>
    public static Decision<object> Conclude(CheckRecord record, int court, string? how, string? document) => record switch
    {
        _ when Against(record, court) is { } not => not,
        _ when Empty(how) => new Refusal.Input("how", "check-needs-conclusion"),
        _ when Empty(document) => new Refusal.Input("document", "check-needs-proof"),
        _ => new object[] { new EnforcementCaseConcluded(how!.Trim(), document!.Trim()) },
    };

    /// <summary>Why a court does nothing more on the case; null while it runs there.</summary>
    public static Refusal? Against(CheckRecord record, int court) => NotOwn(record, court) ?? (record.Runs ? null : new Refusal.State("check-concluded"));

    /// <summary>Why a court that is not the enforcing one does not record here; null for the enforcing one.</summary>
    public static Refusal? NotOwn(CheckRecord record, int court) => record.Filed.Court == court ? null : new Refusal.State("check-not-own");

    /// <summary>Why no feedback can come; null when a card is out.</summary>
    public static Refusal? NoCard(CheckRecord record, int court) => NotOwn(record, court) ?? (record.Cards.Count == 0 ? new Refusal.State("check-no-card") : null);

    /// <summary>Why nothing can be answered; null when a problem waits.</summary>
    public static Refusal? NothingToAnswer(CheckRecord record, int court) => NotOwn(record, court) ?? (record.Feedbacks.Any(f => f.Waits) ? null : new Refusal.State("check-no-problem"));

    /// <summary>Why no report phone is to be told; null when a service waits for it.</summary>
    public static Refusal? NothingToTell(CheckRecord record, int court) => Against(record, court) ?? (record.Services.Any(s => s.Told is null) ? null : new Refusal.State("check-no-service"));

    /// <summary>Name of whoever acts and did the node that a feedback is about, or any node where it is about none in particular; null for somebody else.</summary>
    private static string? Doer(CheckRecord record, Feedback feedback, Petitions.Acts.Actors by) =>
        record.Nodes.FirstOrDefault(n => (feedback.Facts.Node is null || n.Facts.Node == feedback.Facts.Node) && by.Include(n.Facts.Doer))?.Facts.DoerName;

    internal static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
