using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>The enforcing court ended this round of enforcement by ruling 终本; it goes on looking for property (TER16-9).</summary>
/// <param name="RuledOn">The years of looking begin with it.</param>
/// <param name="InYears">Whether they are not over yet.</param>
/// <param name="Remedy">How the applicant was told what can be done against it (TER16-7).</param>
/// <param name="Document">Where the ruling is kept.</param>
[Fact("enforcement-case.terminated-this-round", Shown = true, Clause = "TER16-9")]
public sealed record EnforcementRoundTerminated(string Ruling, DateOnly RuledOn, bool InYears, string Remedy, string Document);

/// <summary>Property was looked for again after this round, and the applicant told of the result (TER16-9).</summary>
/// <param name="InYears">Whether another query falls into the years.</param>
/// <param name="Told">How the applicant was told.</param>
[Fact("enforcement-case.round-queried", Shown = true, Clause = "TER16-9")]
public sealed record EnforcementRoundQueried(bool Found, bool InYears, string Source, string Result, string Told, string Proof);
