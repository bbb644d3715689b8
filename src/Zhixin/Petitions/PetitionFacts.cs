using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Obligations;

namespace Zhixin.Petitions;

/// <summary>Priority of a petition (GC21-5(3)); key and hard ones are handled jointly by the team and the original handler.</summary>
public enum Priority
{
    Ordinary,
    Key,
    Hard,
}

/// <summary>Why a handler was chosen (GC21-5).</summary>
public enum AssignmentGround
{
    /// <summary>First-asked responsibility: the original handler is in post and not accused.</summary>
    OriginalHandler,

    /// <summary>The original handler is gone; the petition team handles with him or her.</summary>
    TeamWithOriginalHandler,

    /// <summary>A key or hard petition, handled jointly.</summary>
    Joint,

    /// <summary>A person is accused of misconduct; the unit head chose.</summary>
    AccusationUnitHead,

    /// <summary>Another choice, with its reason.</summary>
    Other,
}

/// <summary>The matter was opened: petitioners and one enforcement case, or "not identified yet".</summary>
/// <param name="Number">"2026-豫0802-0412": year, court code, gapless number.</param>
/// <param name="Responsible">Number of the court that owes the answer.</param>
/// <param name="OriginalHandler">Who handled the enforcement case, when known as staff (GC21-5(1)).</param>
/// <param name="Subject">The first contact's summary, cut to 120 characters: the line in lists.</param>
/// <param name="LedgerKey">Petitioner and case of an imported ledger, hashed: the same file again finds it.</param>
/// <param name="Concerned">Staff at whom the causes of the matter point out of which this one came: barred from it too (GC21-5(1)).</param>
[Fact("petition.opened", Shown = true, Clause = "GC21-12")]
public sealed record PetitionOpened(
    string Number, int Responsible, string? ResponsibleUnit, string? CaseNumber, string? CaseText,
    IReadOnlyList<PetitionerRef> Petitioners, IReadOnlyList<Guid> Parties, Guid? OriginalHandler, string? OriginalHandlerName,
    Priority Priority, string Subject, string? Cause, string? LedgerKey, IReadOnlyList<Guid> Concerned)
{
    private const int SubjectLength = 120;

    /// <summary>A matter opened by its first contact.</summary>
    /// <param name="from">The matter out of which it came; null where it is new.</param>
    public static PetitionOpened By(ContactRegistered contact, string number, int responsible, Guid? originalHandler, Petition? from = null) => new(
        number, responsible, null, contact.CaseNumber, contact.CaseText, contact.Petitioners, contact.Parties, originalHandler, contact.Handler,
        Priority.Ordinary, Cut(contact.Summary.Length > 0 ? contact.Summary : contact.Request), contact.Cause, null, from?.Concerned ?? []);

    private static string Cut(string text) => text.Length <= SubjectLength ? text : text[..SubjectLength];
}

/// <summary>A contact became part of the petition; its receipt starts the hand-over clock (GC21-13).</summary>
/// <param name="Receiver">Who received it, at the court of the contact.</param>
/// <param name="RequestKind">What it raises (GC21-1), where that was told.</param>
/// <param name="Clocks">"start" before any receipt, "running" while the meet and reply clocks run, "none" for history that came in closed.</param>
/// <param name="CaseNumber">The case number of the contact, by which the petition is found from now on.</param>
/// <param name="DueOn">The answer date stated by the body that sent it on, if any (GC21-14).</param>
[Fact("petition.contact-joined", Shown = true, Clause = "GC21-3")]
public sealed record PetitionContactJoined(
    int ContactHome, Guid Contact, string ContactNumber, DateOnly ReceivedOn, Channel Channel, Venue Venue, int People,
    Guid Receiver, string? RequestKind, IReadOnlyList<PetitionerRef> Petitioners, IReadOnlyList<Guid> Accused, string Clocks, bool First, bool Forwarded, bool DueStated,
    DateOnly? DueOn, string? CaseNumber, string? Reason);

/// <summary>A joining was undone; the contact left the petition.</summary>
[Fact("petition.contact-left", Clause = "GC21-12")]
public sealed record PetitionContactLeft(Guid Contact, string Reason);

/// <summary>Handed to a named handler, who must acknowledge (GC21-5, GC21-13).</summary>
[Fact("petition.assigned", Shown = true, Clause = "GC21-5(1)")]
public sealed record PetitionAssigned(Guid Handler, string HandlerName, IReadOnlyList<Guid> CoHandlers, AssignmentGround Ground, string? Reason);

/// <summary>The handler stays, and who handles it with him or her is named anew (GC21-5(3)).</summary>
/// <param name="CoHandlers">Everybody who does from now on.</param>
[Fact("petition.co-handlers-named", Shown = true, Clause = "GC21-5(3)")]
public sealed record PetitionCoHandlersNamed(IReadOnlyList<Guid> CoHandlers, AssignmentGround Ground, string? Reason);

/// <summary>The handler lost the matter: accused by a contact, or gone.</summary>
[Fact("petition.unassigned", Clause = "GC21-5(1)")]
public sealed record PetitionUnassigned(Guid Handler, string Why);

/// <summary>The named handler acknowledged receipt.</summary>
/// <param name="Clocks">"start" when it opens the meet and reply clocks, "running" when they run already.</param>
[Fact("petition.acknowledged", Shown = true, Clause = "GC21-13")]
public sealed record PetitionAcknowledged(Guid Handler, string Clocks);

/// <summary>Nobody acknowledged by the due date, so receipt is deemed on that date; the unit is named (GC21-13).</summary>
[Fact("petition.receipt-deemed", Clause = "GC21-13")]
public sealed record PetitionReceiptDeemed(string Unit, Guid? Handler, int Obligation, string Clocks);

/// <summary>The priority changed (GC21-5(3)).</summary>
[Fact("petition.prioritised", Clause = "GC21-5(3)")]
public sealed record PetitionPrioritised(Priority Priority, string Reason);

/// <summary>The petition was opened in error; it stays visible, voided (GC21-12).</summary>
[Fact("petition.voided", Clause = "GC21-12")]
public sealed record PetitionVoided(string Reason);

/// <summary>A void was itself an error.</summary>
[Fact("petition.restored", Clause = "GC21-12")]
public sealed record PetitionRestored(string Reason);

/// <summary>This petition went into another, which keeps both histories.</summary>
[Fact("petition.merged", Clause = "GC21-12")]
public sealed record PetitionMerged(int SurvivorHome, Guid Survivor, string SurvivorNumber, string Reason);

/// <summary>Another petition came into this one, with its contacts.</summary>
/// <param name="Concerned">Staff at whom its causes point: barred from this one too, while it is part of it (GC21-5(1)).</param>
[Fact("petition.absorbed", Clause = "GC21-12")]
public sealed record PetitionAbsorbed(
    Guid Other, string OtherNumber, string? CaseNumber, IReadOnlyList<JoinedContact> Contacts, IReadOnlyList<OwedElsewhere> Owed, IReadOnlyList<Guid> Concerned,
    string Reason);

/// <summary>A merger was undone, seen from the survivor.</summary>
[Fact("petition.released", Clause = "GC21-12")]
public sealed record PetitionReleased(Guid Other, string Reason);

/// <summary>A merger was undone, seen from the other petition.</summary>
[Fact("petition.merger-undone", Clause = "GC21-12")]
public sealed record PetitionMergerUndone(string Reason);

/// <summary>A matter that had ended is open again; its clocks start anew.</summary>
/// <param name="Clocks">"start" where a person reopened it; null where a contact did, which opens the clocks itself.</param>
[Fact("petition.reopened", Shown = true, Clause = "GC21-16")]
public sealed record PetitionReopened(string Reason, string? Clocks = null);

/// <summary>A contact of the petition turned out to be registered by mistake: it takes with it what it brought (GC21-12).</summary>
[Fact("petition.contact-voided", Clause = "GC21-12")]
public sealed record PetitionContactVoided(Guid Contact, string Reason);

/// <summary>The next fact is entered late; the proof of its day stands here (a document and where it is kept).</summary>
/// <param name="Act">Code of the act in the authority matrix.</param>
/// <param name="Days">Working days from the day of the fact to the day of recording.</param>
[Fact("petition.entered-late", Clause = "GC21-16")]
public sealed record PetitionEnteredLate(string Act, string Proof, int Days);

/// <summary>The court that was asked refused to take another court's contact into the petition.</summary>
[Fact("petition.join-refused", Clause = "GC21-12")]
public sealed record PetitionJoinRefused(int ContactHome, Guid Contact, string ContactNumber, int Proposal, string Reason);

/// <summary>A detail of a contact that the petition rests on was corrected.</summary>
[Fact("petition.contact-corrected", Clause = "GC21-12")]
public sealed record PetitionContactCorrected(Guid Contact, DateOnly? ReceivedOn, string? CaseNumber, int? People);

/// <summary>What a ledger says happened before it was imported. It counts no breach of that time.</summary>
[Fact("petition.history-imported", Clause = "JZ21-A1")]
public sealed record PetitionHistoryImported(
    string? Handler, string? Leader, string? Liaison, string? Measures, bool Resolved, DateOnly? ResolvedOn, DateOnly? HandedDownOn, string? Remarks);

/// <summary>One contact of a petition, as the petition needs to know it: what it brought goes with it when it leaves.</summary>
public sealed record JoinedContact(
    int Home, Guid Contact, string Number, DateOnly ReceivedOn, Channel Channel, Venue Venue, int People, Guid Receiver, string? RequestKind,
    IReadOnlyList<PetitionerRef> Petitioners, IReadOnlyList<Guid> Accused);
