using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>
/// A measure against one person's act of obstruction is proposed: the act, its legal basis, why the measure is necessary (GC21-10). A single
/// decision in this matter; nothing follows from it anywhere else.
/// </summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Person">The person stream of the petitioner whose act it was.</param>
/// <param name="Act">Code of the statutory act, of the pack's list.</param>
/// <param name="Measure">Code of the pack's list.</param>
/// <param name="Coercive">Whether only the president decides: fine, detention, summons by force.</param>
[Fact("petition.conduct-proposed", Clause = "GC21-10")]
public sealed record PetitionConductProposed(
    int No, Guid Person, string Act, string Happened, string Basis, string Necessity, string Measure, bool Coercive, string Document, Guid ProposedBy, Guid? ProposedFor);

/// <summary>A court leader, or the president, agrees or does not (GC21-10).</summary>
/// <param name="Reconsideration">How the person was told of the right of reconsideration; present where a coercive measure is approved.</param>
/// <param name="Reason">Why not; null where it is approved.</param>
[Fact("petition.conduct-decided", Clause = "GC21-10")]
public sealed record PetitionConductDecided(int No, bool Approved, string? Reconsideration, string? Reason);

/// <summary>Why a public deliberation 公开评议 is asked for: all four conditions are there (JZ21-3.2.4(7)).</summary>
/// <param name="Exhausted">What was done, so that nothing is left.</param>
/// <param name="Claim">Code of the pack's list: groundless, or met.</param>
/// <param name="Persists">How the petitioner persists.</param>
/// <param name="NoWriteOff">Why the matter is not fit for write-off.</param>
[Fact("petition.evaluation-conditions-recorded", Clause = "JZ21-3.2.4(7)")]
public sealed record PetitionEvaluationConditionsRecorded(string Exhausted, string Claim, string Persists, string NoWriteOff);

/// <summary>The local committee is asked to lead a deliberation.</summary>
[Fact("petition.evaluation-reported", Clause = "JZ21-3.2.4(7)")]
public sealed record PetitionEvaluationReported(string Body, string Document);

/// <summary>The deliberation was held, led by the committee.</summary>
/// <param name="Chair">Who led it.</param>
/// <param name="Present">Who took part.</param>
[Fact("petition.evaluation-held", Shown = true, Clause = "JZ21-3.2.4(7)")]
public sealed record PetitionEvaluationHeld(string Chair, string Present, string Result, string Minutes);

/// <summary>The petitioner was told the result, on the spot.</summary>
[Fact("petition.evaluation-result-told", Shown = true, Clause = "JZ21-3.2.4(7)")]
public sealed record PetitionEvaluationResultTold(ServiceMethod Method, Signing Signing, string Proof);
