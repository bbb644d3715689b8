using Zhixin.History;
using Zhixin.Papers;

namespace Zhixin.Supervisions;

/// <summary>It is proposed to list the matter 挂牌 (HNP-17, SPC16-5(1), SPC09-1.3).</summary>
/// <param name="Ground">Code of the pack's list: complex, hard, impact.</param>
[Fact("supervision.listing-proposed", Clause = "HNP-17")]
public sealed record SupervisionListingProposed(string Ground, string Reason, DateOnly? DueOn, Guid ProposedBy, Guid? ProposedFor);

/// <summary>The listing takes effect.</summary>
/// <param name="Way">Code of the pack's ways: by proposal, or on instruction of the president or vice president.</param>
/// <param name="Number">Number of the listing; it comes as its form is issued.</param>
/// <param name="Title">What the public page says: no name of a party.</param>
/// <param name="Instruction">Number of the instruction on which it is listed; null where it was proposed.</param>
[Fact("supervision.listing-approved", Shown = true, Clause = "HNP-17")]
public sealed record SupervisionListingApproved(string Number, string Way, string Title, int? Instruction, bool DueStated, DateOnly? DueOn) : IOnPaper
{
    object IOnPaper.Numbered(string number) => this with { Number = number };
}

/// <summary>The listing is not agreed to.</summary>
[Fact("supervision.listing-refused", Clause = "HNP-17")]
public sealed record SupervisionListingRefused(string Reason);

/// <summary>The six elements 五定一包 of a listed matter (HNP-22).</summary>
/// <param name="DueOn">定执行期限: until when it is enforced and the result reported.</param>
[Fact("supervision.elements-fixed", Clause = "HNP-22")]
public sealed record SupervisionElementsFixed(
    string Handler, string SupervisingLeader, string Measures, DateOnly DueOn, string Target, string LeaderInCharge);

/// <summary>The result of a listed matter (HNP-22).</summary>
[Fact("supervision.listed-result-reported", Clause = "HNP-22")]
public sealed record SupervisionListedResultReported(string Result, string Document, Guid ReportedBy, Guid? ReportedFor) : IDelivered;

/// <summary>Closing is asked for (HNI-15).</summary>
/// <param name="Condition">Code of the pack's closing conditions; it fits the ground.</param>
/// <param name="Materials">What the pack asks for that condition, each with the document that shows it.</param>
[Fact("supervision.close-asked", Clause = "HNI-15(1)")]
public sealed record SupervisionCloseAsked(string Condition, IReadOnlyList<ClosingMaterial> Materials, Guid AskedBy, Guid? AskedFor);

/// <summary>A material of a closing condition.</summary>
/// <param name="Code">Sub-code of the pack's list.</param>
public sealed record ClosingMaterial(string Code, string Document);

/// <summary>Closing is not agreed to.</summary>
[Fact("supervision.close-refused", Clause = "HNI-15(1)")]
public sealed record SupervisionCloseRefused(string Reason);

/// <summary>The High Court reviewed: lawful and settled, the lower court may close (HNP-15).</summary>
[Fact("supervision.found-settled", Clause = "HNP-15")]
public sealed record SupervisionFoundSettled(string Finding);

/// <summary>The report up is drafted by the handler (HNP-14).</summary>
[Fact("supervision.special-report-drafted", Clause = "HNP-14")]
public sealed record SupervisionSpecialReportDrafted(int Instruction, string Body, string Content, Guid DraftedBy, Guid? DraftedFor) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Instruction.Thing(Instruction);
}

/// <summary>The bureau director reviewed it, or gave it back.</summary>
[Fact("supervision.special-report-reviewed", Clause = "HNP-14")]
public sealed record SupervisionSpecialReportReviewed(int Instruction, bool Agreed, string Opinion, Guid ReviewedBy, Guid? ReviewedFor) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Instruction.Thing(Instruction);
}

/// <summary>The president in charge approved it, or gave it back.</summary>
[Fact("supervision.special-report-approved", Clause = "HNP-14")]
public sealed record SupervisionSpecialReportApproved(int Instruction, bool Agreed, string Opinion) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Instruction.Thing(Instruction);
}

/// <summary>The report is with the body or leader that awaits it.</summary>
/// <param name="Document">Number of the report.</param>
[Fact("supervision.special-report-sent", Clause = "HNP-14")]
public sealed record SupervisionSpecialReportSent(int Instruction, string Document) : IAboutThing, IOnPaper
{
    Thing IAboutThing.Thing => Supervisions.Instruction.Thing(Instruction);

    object IOnPaper.Numbered(string number) => this with { Document = number };
}
