using Zhixin.History;
using Zhixin.Papers;
using Zhixin.Petitions;

namespace Zhixin.Checks;

/// <summary>Which side of an enforcement case somebody stands on; nobody is named.</summary>
public enum CaseSide
{
    /// <summary>申请执行人.</summary>
    Applicant,

    /// <summary>被执行人.</summary>
    Respondent,

    /// <summary>An outsider or another person with an interest 利害关系人、案外人.</summary>
    Other,
}

/// <summary>A record of checks was begun on an enforcement case of the court (SPC09-4). Its day is that of the filing of the case.</summary>
/// <param name="Number">Of the record; gapless per court and year.</param>
/// <param name="Court">Number of the enforcing court: the home of the record.</param>
/// <param name="CaseNumber">Stands once at a court.</param>
[Fact("enforcement-case.filed", Clause = "SPC09-4")]
public sealed record EnforcementCaseFiled(string Number, int Court, string CaseNumber);

/// <summary>A supervision card 监督卡 was handed out; the card itself is a paper.</summary>
/// <param name="No">1, 2, 3 … within the record.</param>
/// <param name="Number">As it stands on the card; empty until it goes out.</param>
[Fact("enforcement-case.card-given", Shown = true, Clause = "SPC09-4")]
public sealed record SupervisionCardGiven(int No, string Number, CaseSide To, ServiceMethod Method, string Proof) : IOnPaper
{
    /// <inheritdoc/>
    public object Numbered(string number) => this with { Number = number };
}

/// <summary>What came back with a card 回执: satisfied, or a problem that waits for an answer.</summary>
/// <param name="No">1, 2, 3 … within the record.</param>
/// <param name="Card">The card that it came back with.</param>
/// <param name="Node">Code of the key node that it is about; null where it is about none in particular.</param>
[Fact("enforcement-case.feedback-received", Shown = true, Clause = "SPC09-4")]
public sealed record CardFeedbackReceived(int No, int Card, CaseSide From, bool Satisfied, string? Node, string Content) : IAboutThing
{
    Thing IAboutThing.Thing => CheckRecord.Feedback(No);
}

/// <summary>A problem on a card was answered by somebody who did not do what it is about.</summary>
[Fact("enforcement-case.feedback-answered", Shown = true, Clause = "SPC09-4")]
public sealed record CardFeedbackAnswered(int No, string Answer, string Document, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => CheckRecord.Feedback(No);
}

/// <summary>A paper of enforcement was served: the report phone is owed told.</summary>
/// <param name="No">1, 2, 3 … within the record.</param>
/// <param name="Paper">Which paper.</param>
[Fact("enforcement-case.service-made", Shown = true, Clause = "SPC09-4")]
public sealed record EnforcementPaperServed(int No, string Paper, CaseSide To, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => CheckRecord.Service(No);
}

/// <summary>With a service the report phone was told.</summary>
/// <param name="Phone">As it stood on the court's contact card.</param>
/// <param name="How">In which way, and what shows it.</param>
[Fact("enforcement-case.report-phone-told", Shown = true, Clause = "SPC09-4")]
public sealed record ReportPhoneTold(int No, string Phone, string How) : IAboutThing
{
    Thing IAboutThing.Thing => CheckRecord.Service(No);
}

/// <summary>What of the enforcement was made open to somebody, or asked of somebody who takes part in it.</summary>
/// <param name="Item">Code of the pack's list.</param>
/// <param name="Asked">Whether an opinion was asked for; else it was told.</param>
[Fact("enforcement-case.openness-told", Shown = true, Clause = "SPC09-4")]
public sealed record OpennessTold(string Item, bool Asked, CaseSide To, string Content, string Document);

/// <summary>The case is concluded; what was found and is not corrected stays owed.</summary>
[Fact("enforcement-case.concluded", Shown = true, Clause = "SPC09-4")]
public sealed record EnforcementCaseConcluded(string How, string Document);

/// <summary>An act was entered later than the packs let pass, with what proves its day.</summary>
[Fact("enforcement-case.entered-late")]
public sealed record EnforcementCaseEnteredLate(string Act, string Proof, int Workdays);
