using Zhixin.History;

namespace Zhixin.Supervisions;

/// <summary>A means of supervision is used (HNI-5, HNP-13), or a measure after hand-down (SPC16-5(1)).</summary>
/// <param name="No">1, 2, 3 … within the supervision.</param>
/// <param name="Means">Code of one of the packs' lists.</param>
/// <param name="Owner">Who carries it out or is in charge, with the post.</param>
/// <param name="From">Its first day, inclusive.</param>
/// <param name="Until">By when it is to have a result; null where it has one at once.</param>
/// <param name="Result">Null while it goes on.</param>
/// <param name="Document">What shows it.</param>
[Fact("supervision.measure-taken", Clause = "HNI-5")]
public sealed record SupervisionMeasureTaken(int No, string Means, string Owner, string Content, DateOnly From, DateOnly? Until, string? Result, string Document);

/// <summary>What a means of supervision came to.</summary>
[Fact("supervision.measure-ended", Clause = "HNI-5")]
public sealed record SupervisionMeasureEnded(int No, string Result, string Document);

/// <summary>A plan made together with the enforcing court (HNP-13).</summary>
/// <param name="Responsible">Who carries it out, of which court.</param>
[Fact("supervision.joint-plan-made", Clause = "HNP-13")]
public sealed record SupervisionJointPlanMade(string Content, string Responsible, DateOnly DueOn, string Document);

/// <summary>A means of supervision, and its result.</summary>
/// <param name="Result">Null while it goes on.</param>
public sealed record Means(SupervisionMeasureTaken Taken, string? Result, DateOnly? EndedOn);

/// <summary>A plan made together with the enforcing court.</summary>
public sealed record JointPlan(SupervisionJointPlanMade Facts, DateOnly On);
