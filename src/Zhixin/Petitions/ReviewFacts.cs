using Zhixin.Courts;
using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>The ruling on the objection reached whom it concerns: the ten days for reconsideration count from here (CPL-236).</summary>
/// <param name="ServedOn">The day of service.</param>
/// <param name="Court">Number of the court that made the ruling.</param>
/// <param name="Level">Its level on that day.</param>
/// <param name="To">To whom.</param>
[Fact("procedure.objection-ruling-served", Shown = true, Clause = "CPL-236")]
public sealed record ObjectionRulingServed(int No, DateOnly ServedOn, int Court, CourtLevel Level, string To, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The ruling on the outsider's objection reached whom it concerns: the fifteen days for a suit count from here (CPL-238).</summary>
[Fact("procedure.outsider-ruling-served", Shown = true, Clause = "CPL-238")]
public sealed record OutsiderRulingServed(int No, DateOnly ServedOn, int Court, CourtLevel Level, string To, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>Reconsideration was applied for within its ten days (CPL-236).</summary>
/// <param name="ReceivedOn">When a court had the application.</param>
/// <param name="Court">Number of the court that reconsiders, as the edges of that day name it.</param>
/// <param name="By">Who applies.</param>
/// <param name="Paper">The application, and where it is kept.</param>
[Fact("procedure.reconsideration-applied", Shown = true, Clause = "CPL-236")]
public sealed record ReconsiderationApplied(int No, DateOnly ReceivedOn, int Court, string By, string Paper) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The enforcing court sent the file to the court that reconsiders (EPI-7).</summary>
/// <param name="Document">The letter that goes along, and its number.</param>
[Fact("procedure.file-sent-up", Shown = true, Clause = "EPI-7")]
public sealed record FileSentUp(int No, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The court that reconsiders has it, under a number of its own: the thirty days count from here (EPI-8).</summary>
[Fact("procedure.reconsideration-received", Shown = true, Clause = "EPI-8")]
public sealed record ReconsiderationReceived(int No, DateOnly ReceivedOn, int Court, string Number) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>Who reviews a step; none of them implemented the case, made the act, or sat on an earlier step of the chain (SPC09-3.1).</summary>
[Fact("procedure.members-named", Clause = "SPC09-3.1")]
public sealed record ProcedureMembersNamed(int No, ReviewKind Kind, int Court, IReadOnlyList<PanelMember> Members) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>More time for a ruling is asked of the president (EPI-8, REV-8).</summary>
[Fact("procedure.review-extension-asked", Clause = "EPI-8")]
public sealed record ReviewExtensionAsked(int No, ReviewKind Kind, string Reason, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The president gave more time, once; the new date stands in the clock (EPI-8, REV-8).</summary>
[Fact("procedure.review-extended", Shown = true, Clause = "EPI-8")]
public sealed record ReviewExtended(int No, ReviewKind Kind, DateOnly Was, DateOnly Due, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The president gave no more time.</summary>
[Fact("procedure.review-extension-refused", Clause = "EPI-8")]
public sealed record ReviewExtensionRefused(int No, ReviewKind Kind, string Reason) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>Reconsideration is ruled on (EPI-8).</summary>
/// <param name="Court">Number of the court that made the ruling.</param>
/// <param name="Document">Where the ruling is kept.</param>
[Fact("procedure.reconsideration-ruled", Shown = true, Clause = "EPI-8")]
public sealed record ReconsiderationRuled(int No, int Court, string Ruling, RulingOutcome Outcome, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The ruling on reconsideration reached whom it concerns and takes effect: six months for supervision count from here (SUP23-5).</summary>
/// <param name="Limited">Whether a period for applying runs: not before the rule that made one, and not where nothing stands to be supervised.</param>
[Fact("procedure.reconsideration-effective", Shown = true, Clause = "SUP23-5")]
public sealed record ReconsiderationEffective(
    int No, DateOnly EffectiveOn, int Court, CourtLevel Level, bool Limited, string To, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The application for reconsideration was taken back, in writing.</summary>
[Fact("procedure.reconsideration-withdrawn", Shown = true, Clause = "CPL-236")]
public sealed record ReconsiderationWithdrawn(int No, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The rulings were revoked, and the enforcing court reviews the objection anew: fifteen days count from here (CPL-236, 238).</summary>
[Fact("procedure.objection-sent-back", Shown = true, Clause = "CPL-236")]
public sealed record ObjectionSentBack(int No, DateOnly ReceivedOn, ObjectionKind Kind, string Ruling) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The outsider went to court within fifteen days of service (CPL-238).</summary>
/// <param name="Court">Number of the court where the suit is.</param>
/// <param name="Number">Case number of the suit.</param>
[Fact("procedure.outsider-suit-filed", Shown = true, Clause = "CPL-238")]
public sealed record OutsiderSuitFiled(int No, DateOnly FiledOn, int Court, string Number, string Paper) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}
