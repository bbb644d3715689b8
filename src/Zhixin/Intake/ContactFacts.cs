using Zhixin.History;

namespace Zhixin.Intake;

/// <summary>How the petitioner approached (GC21-1). Codes of the pack list "channels".</summary>
public enum Channel
{
    Visit,
    Letter,
    Phone,
    Web,
    Video,
    Forwarded,
}

/// <summary>Where the approach was received. Codes of the pack list "venues"; those beyond the own court skip levels.</summary>
public enum Venue
{
    OwnCourt,
    Superior,
    Province,
    CircuitCourt,
    Beijing,
    GuidanceTeam,
}

/// <summary>In what capacity a petitioner speaks.</summary>
public enum Capacity
{
    Applicant,
    Respondent,
    InterestedPerson,
    Agent,
    Unknown,
}

/// <summary>What was done on the spot with a contact (GC21-3: every contact has an outcome).</summary>
public enum SpotOutcome
{
    PassedOn,
    SolvedOnTheSpot,
    GuidedElsewhere,
    TransferredElsewhere,
}

/// <summary>What came of somebody's coming, on the spot (JZ21-3.1).</summary>
/// <param name="Result">How it was solved, or where the person was sent; null where neither.</param>
/// <param name="Opinion">What was proposed where it could not be solved at once.</param>
/// <param name="FollowedBy">Who sees to it that the proposal is carried out.</param>
public sealed record SpotHandling(SpotOutcome Outcome, string? Result, string? Opinion, string? FollowedBy);

/// <summary>A doubt about what was given. It is shown and never blocks a registration.</summary>
public enum IntakeFlag
{
    Anonymous,
    IdentityNumberChecksum,
    IdentityNumberLength,
    ImpossibleProvinceCode,
    PhoneOdd,
    PhoneMissing,
    CaseNumberMissing,
    CaseNumberMalformed,
    CaseCourtUnknown,
    CaseNotEnforcement,
    SummaryMissing,
    SourceMissing,
    HandlerMissing,
    OpinionMissing,
    PartiesMissing,
    ImportDefect,
    CauseUnrecognised,
    WordUnknown,
    LateEntry,
    LateProofMissing,
}

/// <summary>A person who approached; name and numbers stand, encrypted, in the person's own stream.</summary>
public sealed record PetitionerRef(Guid Person, Capacity Capacity);

/// <summary>The body that sent the matter on, and the answer date that its paper states, if any (GC21-14).</summary>
public sealed record ForwardingBody(string Name, string? DocumentNumber, DateOnly? DueOn);

/// <summary>An approach was registered (GC21-3, GC21-12). Registering is never refused for what is missing.</summary>
/// <param name="Number">Registration number, gapless per court and year.</param>
/// <param name="ReceivedOn">The day on which it reached the court: the first clock starts here, not at registration.</param>
/// <param name="ReceivedAt">Time of day "HH:mm", when known.</param>
/// <param name="Receiver">First-asked responsibility: answers until a transfer is acknowledged (GC21-5(1)).</param>
/// <param name="CaseText">The case number as given; kept even when it could not be read.</param>
/// <param name="CaseNumber">Its canonical form, when recognised.</param>
/// <param name="OtherCases">Other case numbers that were mentioned, as given.</param>
/// <param name="Accused">Staff whom the petitioner accuses of misconduct; barred from the whole petition.</param>
/// <param name="LateProof">What proves a day of receipt that was entered late: a document, and where it is kept.</param>
/// <param name="AccusedText">The accusation's target in the petitioner's words, when no staff member could be named.</param>
[Fact("contact.registered", Shown = true, Clause = "GC21-12")]
public sealed record ContactRegistered(
    string Number,
    Channel Channel,
    Venue Venue,
    DateOnly ReceivedOn,
    string? ReceivedAt,
    Guid Receiver,
    int People,
    IReadOnlyList<PetitionerRef> Petitioners,
    string Summary,
    string Request,
    string? RequestKind,
    string? Cause,
    string? CaseText,
    string? CaseNumber,
    IReadOnlyList<string> OtherCases,
    IReadOnlyList<Guid> Parties,
    IReadOnlyList<Guid> Accused,
    string? AccusedText,
    SpotOutcome Outcome,
    string? ProposedOpinion,
    string? ExternalNumber,
    string? Handler,
    ForwardingBody? Forwarded,
    IReadOnlyList<IntakeFlag> Flags,
    string? LateProof,
    string? LedgerRow);

/// <summary>The contact became part of a petition. The petition's stream holds the other half.</summary>
/// <param name="Responsible">Number of the court that answered for the petition then: it sees the contact from now on.</param>
[Fact("contact.joined", Shown = true, Clause = "GC21-12")]
public sealed record ContactJoined(int PetitionHome, Guid Petition, string PetitionNumber, int Responsible);

/// <summary>Another court answers for a petition of the contact from now on; it sees the contact too (GC21-12).</summary>
[Fact("contact.petition-moved", Clause = "GC21-12")]
public sealed record ContactPetitionMoved(Guid Petition, int Responsible);

/// <summary>The registering court proposes that the contact joins a petition of another court; that court answers (GC21-12).</summary>
/// <param name="No">1, 2, 3 … within the contact.</param>
/// <param name="Court">The court that is responsible for the petition, which answers.</param>
[Fact("contact.join-proposed", Clause = "GC21-12")]
public sealed record ContactJoinProposed(int No, int PetitionHome, Guid Petition, string PetitionNumber, int Court, string Reason);

/// <summary>The other court has answered; where it agreed, the contact joined.</summary>
[Fact("contact.join-answered", Clause = "GC21-12")]
public sealed record ContactJoinAnswered(int No, bool Agreed, string? Reason);

/// <summary>The joining was undone, with a reason.</summary>
[Fact("contact.left")]
public sealed record ContactLeft(Guid Petition, string Reason);

/// <summary>A registered detail was wrong and is corrected; both values stay.</summary>
[Fact("contact.corrected", Clause = "GC21-12")]
public sealed record ContactCorrected(string Field, string? Old, string? New, string Reason);

/// <summary>What came of it on the spot was recorded after the registration (JZ21-3.1); the last one counts, all of them stay.</summary>
[Fact("contact.outcome-recorded", Clause = "JZ21-3.1")]
public sealed record ContactOutcomeRecorded(SpotHandling Handled);

/// <summary>The registration was an error (a duplicate, a wrong matter). It stays visible, voided.</summary>
[Fact("contact.voided", Clause = "GC21-12")]
public sealed record ContactVoided(string Reason);
