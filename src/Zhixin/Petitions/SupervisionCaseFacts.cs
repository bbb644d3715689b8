using Zhixin.Courts;
using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>The period for reconsideration is over and was not used: six months for supervision count from here (SUP23-5).</summary>
[Fact("procedure.remedy-period-expired", Clause = "SUP23-5")]
public sealed record RemedyPeriodExpired(int No, DateOnly ExpiredOn, bool Limited) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>Supervision was applied for in time (SUP23-1, 5).</summary>
/// <param name="Court">Number of the court that supervises, as the edges of that day name it.</param>
/// <param name="Why">Why the Supreme Court and not the High Court that ruled; null where the rule has no choice.</param>
[Fact("procedure.supervision-applied", Shown = true, Clause = "SUP23-1")]
public sealed record SupervisionApplied(int No, DateOnly ReceivedOn, int Court, SupervisionGround Ground, string By, string Paper, string? Why) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>A court owes a case of supervision, which ends by a ruling alone (SPC16-15, 16).</summary>
/// <param name="ReceivedOn">When the application, or the petition that went on, was received.</param>
/// <param name="PeriodEndedOn">Of an objection that was never filed: the last day on which it could be raised.</param>
/// <param name="Why">Of the same: what that day rests on, and where it is kept.</param>
[Fact("procedure.supervision-owed", Shown = true, Clause = "SPC16-15")]
public sealed record SupervisionOwed(int No, DateOnly ReceivedOn, int Court, SupervisionGround Ground, DateOnly? PeriodEndedOn, string? Why) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The case of supervision is filed: three months count from here (REV-5).</summary>
[Fact("procedure.supervision-filed", Shown = true, Clause = "SPC16-15")]
public sealed record SupervisionFiled(int No, int Court, SupervisionGround Ground, string Number) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The case of supervision is ruled on.</summary>
[Fact("procedure.supervision-ruled", Shown = true, Clause = "SPC16-15")]
public sealed record SupervisionRuled(int No, int Court, string Ruling, RulingOutcome Outcome, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The ruling on supervision reached whom it concerns.</summary>
[Fact("procedure.supervision-ruling-served", Shown = true, Clause = "SPC16-15")]
public sealed record SupervisionRulingServed(int No, DateOnly ServedOn, int Court, CourtLevel Level, string To, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>Whoever applied for supervision took it back, in writing, before it was filed.</summary>
[Fact("procedure.supervision-withdrawn", Shown = true, Clause = "SUP23-1")]
public sealed record SupervisionWithdrawn(int No, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}
