using Zhixin.Courts;
using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>A right that lapses with its period.</summary>
public enum RemedyWindow
{
    /// <summary>申请复议.</summary>
    Reconsideration,

    /// <summary>执行异议之诉.</summary>
    Suit,

    /// <summary>申请执行监督.</summary>
    Supervision,
}

/// <summary>What kept a party from acting in time is over: ten days to ask for another chance count from here (CPL-86).</summary>
/// <param name="EndedOn">The day on which the obstacle ended.</param>
/// <param name="Obstacle">What it was.</param>
[Fact("procedure.obstacle-ended", Clause = "CPL-86")]
public sealed record ObstacleEnded(int No, RemedyWindow Window, DateOnly EndedOn, string Obstacle, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>A party asks that a missed period be extended (CPL-86).</summary>
[Fact("procedure.extension-applied", Shown = true, Clause = "CPL-86")]
public sealed record PeriodExtensionApplied(int No, RemedyWindow Window, DateOnly ReceivedOn, string Paper) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The court decided whether the missed period is extended (CPL-86).</summary>
/// <param name="Until">The new last day, inclusive; null where it is not extended.</param>
[Fact("procedure.extension-decided", Shown = true, Clause = "CPL-86")]
public sealed record PeriodExtensionDecided(int No, RemedyWindow Window, DateOnly? Until, string Document, string Reason) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>A ruling that is older than this matter, or was made outside of it, is put on record (SPC16-11).</summary>
/// <param name="No">The chain that it belongs to; an objection begins one.</param>
/// <param name="Court">Number of the court that made it.</param>
/// <param name="RuledOn">Date of the ruling.</param>
/// <param name="ServedOn">When it reached whom it concerns.</param>
/// <param name="Document">Where the ruling is kept.</param>
[Fact("procedure.earlier-ruling-recorded", Shown = true, Clause = "SPC16-11")]
public sealed record EarlierRulingRecorded(
    int No, ReviewKind Kind, ObjectionKind Objection, int Court, CourtLevel Level, string Number, DateOnly RuledOn, DateOnly ServedOn, RulingOutcome Outcome, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>Enforcement was restored under a number of its own 执恢.</summary>
/// <param name="Ground">Why.</param>
[Fact("procedure.enforcement-restored", Shown = true, Clause = "SPC16-11")]
public sealed record EnforcementRestored(int Court, string Number, DateOnly RestoredOn, string Ground, string Document);

/// <summary>A petitioner says that a ruling is overdue (SPC16-17).</summary>
/// <param name="Court">Number of the court above the one that reviews.</param>
/// <param name="Severe">Whether it is beyond the threshold of the packs: then a ruling by a date is to be ordered.</param>
[Fact("procedure.late-ruling-reported", Shown = true, Clause = "SPC16-17")]
public sealed record LateRulingReported(int No, DateOnly ReceivedOn, int Court, ReviewKind Kind, int DaysOverdue, bool Severe) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The court above ordered a ruling by a date (SPC16-17).</summary>
[Fact("procedure.ruling-ordered", Shown = true, Clause = "SPC16-17")]
public sealed record RulingOrdered(int No, int Court, DateOnly DueOn) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The order to rule on an objection reached the court: fifteen days count from here (OBJ-3).</summary>
[Fact("procedure.objection-ruling-ordered", Clause = "OBJ-3")]
public sealed record ObjectionRulingOrdered(int No, DateOnly ReceivedOn) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The order to file an objection reached the court: three days count from here (OBJ-3).</summary>
[Fact("procedure.filing-ordered", Clause = "OBJ-3")]
public sealed record FilingOrdered(int No, DateOnly ReceivedOn) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>A superior answers on the substance though no procedure has reviewed the act, and says why (SPC16-14(1)).</summary>
[Fact("procedure.substance-reasoned", Clause = "SPC16-14(1)")]
public sealed record SubstanceReasoned(int Court, string Reason);
