using Zhixin.History;

namespace Zhixin.Checks;

/// <summary>A key node of the implementation was done (SPC09-4). Its day is the day on which it was done.</summary>
/// <param name="No">1, 2, 3 … within the record.</param>
/// <param name="Node">Code of the pack's list.</param>
/// <param name="Doer">Who did it, of the staff of the court.</param>
/// <param name="Unit">Code of the unit in the pack's list; null where it was not written down.</param>
[Fact("enforcement-case.node-recorded", Clause = "SPC09-4")]
public sealed record NodeRecorded(int No, string Node, Guid Doer, string DoerName, string? Unit, string Content) : IAboutThing
{
    Thing IAboutThing.Thing => CheckRecord.Node(No);
}

/// <summary>A node was checked 复核 by another person than the one who did it.</summary>
/// <param name="Exception">Code of the pack's exception under which the doer checked; null where another person did.</param>
/// <param name="ExceptionReason">Why nobody else could; null with it.</param>
[Fact("enforcement-case.node-checked", Clause = "SPC09-4")]
public sealed record NodeChecked(int No, Guid Checker, string CheckerName, Guid? For, string Opinion, string? Exception, string? ExceptionReason) : IAboutThing
{
    Thing IAboutThing.Thing => CheckRecord.Node(No);
}

/// <summary>A check of the court, or a spot check of a superior, found a risk that is to be corrected.</summary>
/// <param name="No">1, 2, 3 … within the record.</param>
/// <param name="OfNode">Number of the node at which it was found; null where a spot check found it in none in particular.</param>
/// <param name="DueStated">Whether a day was given.</param>
/// <param name="DueOn">By which day, inclusive; null where none was given.</param>
[Fact("enforcement-case.risk-found", Clause = "SPC09-4")]
public sealed record RiskFound(int No, int? OfNode, string Risk, bool DueStated, DateOnly? DueOn) : IAboutThing
{
    Thing IAboutThing.Thing => CheckRecord.Risk(No);
}

/// <summary>A risk was corrected.</summary>
[Fact("enforcement-case.risk-corrected", Clause = "SPC09-4")]
public sealed record RiskCorrected(int No, string Correction, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => CheckRecord.Risk(No);
}

/// <summary>A superior looked into the record.</summary>
/// <param name="Court">Number of the superior.</param>
[Fact("enforcement-case.spot-checked", Clause = "SPC09-4")]
public sealed record SpotChecked(int Court, Guid By, string Findings);
