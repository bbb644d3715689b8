using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>Whether what was wrong was the decision or a detail of it (JZ21-3.2.4(3)).</summary>
public enum CorrectionKind
{
    /// <summary>Wrong in substance 错误: corrected by law.</summary>
    Error,

    /// <summary>A flaw 瑕疵: made good.</summary>
    Flaw,
}

/// <summary>The respondent's property was looked for 财产调查: where, with what result (SPC16-6).</summary>
/// <param name="Found">Whether there is property that can be enforced on.</param>
/// <param name="Source">Where it was looked for: the network, a bank, a place.</param>
[Fact("petition.property-checked", Shown = true, Clause = "SPC16-6")]
public sealed record PetitionPropertyChecked(bool Found, string Source, string Result, string Proof);

/// <summary>A measure of enforcement was taken (SPC16-6: property exists, so measures are exhausted).</summary>
/// <param name="Kind">Code of the pack's list.</param>
/// <param name="Document">The ruling or notice by which it was taken.</param>
[Fact("petition.measure-taken", Shown = true, Clause = "SPC16-6")]
public sealed record PetitionMeasureTaken(string Kind, string What, string Document);

/// <summary>The applicant was told why there is nothing to enforce on (SPC16-6, GC21-6b).</summary>
[Fact("petition.situation-explained", Shown = true, Clause = "GC21-6b")]
public sealed record PetitionSituationExplained(ServiceMethod Method, string Content, Signing Signing, string Proof);

/// <summary>The applicant commits himself in writing, of free will, and knows what it does (SPC16-7(3)). Nothing depends on it but that one ground.</summary>
/// <param name="Document">The signed commitment.</param>
/// <param name="Effect">The paper by which its effect was explained.</param>
[Fact("petition.commitment-made", Shown = true, Clause = "SPC16-7(3)")]
public sealed record PetitionCommitmentMade(string Document, string Effect);

/// <summary>The parties settled 执行和解 (SPC16-7(2)). The day is that of the agreement.</summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Parties">Who agreed, by capacity.</param>
[Fact("petition.settled", Shown = true, Clause = "SPC16-7(2)")]
public sealed record PetitionSettled(int No, string Parties, string Terms, string Document);

/// <summary>Something was performed under a settlement; the first one begins its performance.</summary>
/// <param name="Settlement">Its number.</param>
[Fact("petition.settlement-performed", Shown = true, Clause = "SPC16-7(2)")]
public sealed record PetitionSettlementPerformed(int Settlement, string What, string Proof);

/// <summary>A settlement is no longer performed; enforcement goes on.</summary>
[Fact("petition.settlement-broken", Shown = true, Clause = "SPC16-7(2)")]
public sealed record PetitionSettlementBroken(int Settlement, string Reason);

/// <summary>What was wrong in the enforcement was put right 纠正 (JZ21-3.2.4(3)).</summary>
/// <param name="Wrong">What was wrong.</param>
/// <param name="Done">What was done about it.</param>
[Fact("petition.error-corrected", Shown = true, Clause = "JZ21-3.2.4(3)")]
public sealed record PetitionErrorCorrected(CorrectionKind Kind, string Wrong, string Done, string Proof);

/// <summary>Relatives, an employer or others were asked to help; for a purpose, and with the petitioner's consent (JZ21-3.1).</summary>
/// <param name="Consent">The paper or recording of the consent.</param>
[Fact("petition.third-party-contacted", Shown = true, Clause = "JZ21-3.1")]
public sealed record PetitionThirdPartyContacted(string Whom, string Purpose, string Consent, string Content, string Proof);

/// <summary>Leaders visited the petitioner's place, with the local Party and government 带案下访 (JZ21-3.1).</summary>
/// <param name="With">Which local bodies took part.</param>
[Fact("petition.outreach-visited", Shown = true, Clause = "JZ21-3.1")]
public sealed record PetitionOutreachVisited(string Place, string With, string Purpose, string Consent, string Present);

/// <summary>A superior court recognises that the petition is resolved (SPC16-7).</summary>
/// <param name="Court">Number of the superior court.</param>
[Fact("petition.resolution-recognised", Shown = true, Clause = "SPC16-7(1)")]
public sealed record PetitionResolutionRecognised(int Court, string Opinion);

/// <summary>A superior court does not recognise it: the enforcing court goes on, or asserts it anew.</summary>
[Fact("petition.resolution-not-recognised", Clause = "SPC16-7(1)")]
public sealed record PetitionResolutionNotRecognised(int Court, string Reason);

/// <summary>Why what was asserted no longer stands.</summary>
public enum ResolutionLapse
{
    /// <summary>The settlement on which it rests is broken.</summary>
    SettlementBroken,

    /// <summary>Property was found, where there was said to be none.</summary>
    PropertyFound,

    /// <summary>The petition is of the review class, which is not resolved in this way.</summary>
    Reclassified,
}

/// <summary>The ground on which a resolution was asserted is gone, and with it the resolution (SPC16-7).</summary>
[Fact("petition.resolution-lapsed", Shown = true, Clause = "SPC16-7(1)")]
public sealed record PetitionResolutionLapsed(ResolutionLapse Because);
