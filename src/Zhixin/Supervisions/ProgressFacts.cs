using Zhixin.History;

namespace Zhixin.Supervisions;

/// <summary>By its date the lower court reports how far it has come (HNP-9, 10, 21): the result is still awaited.</summary>
/// <param name="NextStep">What comes next, and by when.</param>
/// <param name="ReportedFor">The one acted for, where a deputy reported.</param>
[Fact("supervision.progress-reported", Clause = "HNP-21")]
public sealed record SupervisionProgressReported(int No, string Progress, string NextStep, string Document, Guid ReportedBy, Guid? ReportedFor) : IAboutThing
{
    Thing IAboutThing.Thing => Letter.Thing(No);
}

/// <summary>The superior answers: the result is awaited by another date, or it is no answer to what was asked and the old date stands.</summary>
/// <param name="DueOn">Until when the result is to be reported, from now on.</param>
[Fact("supervision.progress-answered", Clause = "HNP-21")]
public sealed record SupervisionProgressAnswered(int No, bool Accepted, string Opinion, bool DueStated, DateOnly DueOn) : IAboutThing
{
    Thing IAboutThing.Thing => Letter.Thing(No);
}

/// <summary>A report on progress, and what became of it.</summary>
/// <param name="Accepted">Null while the superior has not answered; a report on the result that came meanwhile answers it as well.</param>
public sealed record ProgressReport(SupervisionProgressReported Reported, DateOnly On, bool? Accepted, string? Opinion, DateOnly? AnsweredOn);
