using Zhixin.Intake;

namespace Zhixin.Petitions.Acts;

/// <summary>Send the matter to another court.</summary>
/// <param name="To">Number of that court; null where what was given is none.</param>
/// <param name="RulingCourt">Number of the court that ruled; null where what was given is none.</param>
/// <param name="ReceivedOn">When the other court signed for the file; null where that was not told.</param>
public sealed record Transfer(int? To, string? Ruling, int? RulingCourt, string? Ground, string? Receipt, DateOnly? ReceivedOn);

/// <summary>What goes to the new petition of a split: each contact with the petitioners who go, and whether it leaves wholly.</summary>
public sealed record SplitPart(JoinedContact Contact, IReadOnlyList<PetitionerRef> Petitioners, bool Leaves);

/// <summary>Put another person in the place of one.</summary>
/// <param name="Was">The person before, of the petition.</param>
/// <param name="Now">Id of the new person's stream.</param>
/// <param name="Name">As given.</param>
/// <param name="Capacity">Null: as before.</param>
public sealed record ReplaceParty(Guid Was, Guid Now, string? Name, Capacity? Capacity, string? Ground, string? Proof);

/// <summary>Transfer 移送, split 分案, another party or agent 更换当事人或代理人 (GC21-12, 16).</summary>
public static class Moving
{
    /// <summary>Another court answers from now on: on a superior's ruling, and once it has signed for the file.</summary>
    /// <param name="superiors">The superiors of the court that answers now.</param>
    /// <param name="isInUse">Whether anybody of the other court could take the matter up.</param>
    public static Decision<object> Decide(Petition petition, Transfer transfer, IReadOnlyCollection<int> superiors, bool isInUse, DateOnly today) => transfer switch
    {
        _ when NotTransferable(petition) is { } not => not,
        { To: null } => new Refusal.Input("court", "court-unknown", string.Empty),
        { To: { } to } when to == petition.Opened.Responsible => new Refusal.Input("court", "transfer-same-court"),
        _ when !isInUse => new Refusal.Input("court", "transfer-court-not-in-use"),
        _ when string.IsNullOrWhiteSpace(transfer.Ruling) => new Refusal.Law("GC21-12", "transfer-needs-ruling"),
        _ when transfer.RulingCourt is not { } ruling || !superiors.Contains(ruling) => new Refusal.Law("GC21-12", "transfer-not-superior"),
        _ when string.IsNullOrWhiteSpace(transfer.Ground) => new Refusal.Law("GC21-12", "transfer-needs-ground"),
        _ when string.IsNullOrWhiteSpace(transfer.Receipt) => new Refusal.Law("GC21-16", "transfer-needs-receipt"),
        { ReceivedOn: null } => new Refusal.Input("receivedOn", "date-unreadable", string.Empty),
        { ReceivedOn: { } on } when on > today => new Refusal.Input("receivedOn", "date-in-future", on),
        { ReceivedOn: { } on } when on < petition.FirstReceivedOn => new Refusal.Input("receivedOn", "before-receipt", petition.FirstReceivedOn),
        _ => new object[]
        {
            new PetitionTransferred(
                petition.Opened.Responsible, transfer.To.Value, transfer.Ruling.Trim(), transfer.RulingCourt.Value, transfer.Ground.Trim(), transfer.Receipt.Trim(),
                transfer.ReceivedOn.Value, Awaits(petition, "petition.feedback-sent"), Waits(petition, "petition.feedback-sent").Min(o => o.Due),
                Awaits(petition, "petition.acceptance-notice-served"), Awaits(petition, "petition.aid-decided"), petition.Receptions.Open?.Slot),
        },
    };

    /// <summary>Another court of the chain answers from a day on, with what is still owed to others.</summary>
    internal static PetitionPassedOn Pass(Petition petition, int to, DateOnly on) => new(
        petition.Opened.Responsible, to, on, Awaits(petition, "petition.feedback-sent"), Waits(petition, "petition.feedback-sent").Min(o => o.Due),
        Awaits(petition, "petition.acceptance-notice-served"), Awaits(petition, "petition.aid-decided"));

    /// <summary>
    /// By a ruling another court enforces (HNI-9): the matter follows from the one before, with the hops that had led there. Nothing where it is not there, is over,
    /// followed this ruling before, or cannot go (<see cref="Stuck"/>).
    /// </summary>
    public static IReadOnlyList<object> Follow(Petition petition, int from, int to, string ruling, DateOnly on) =>
        !petition.IsOpen || petition.Opened.Responsible != from || petition.Rulings.Contains(ruling) || Stuck(petition, from) is not null ? []
            :
            [
                .. petition.HandDowns.Open.Where(h => h.IsBelow(from) || h.Issued.From == to).Select(h => HandDownClosed.Of(h, HopEnd.Recalled, ruling)),
                Pass(petition, to, on) with { Ruling = ruling },
            ];

    /// <summary>
    /// Why a ruling would leave the matter behind (HNI-9): it is with the court before, and cannot go. Null where it can, and where it is elsewhere or over: then
    /// nothing has to follow. Hops that run do not hold it; they end with it.
    /// </summary>
    public static Refusal? Stuck(Petition petition, int from) => petition.IsOpen && petition.Opened.Responsible == from ? NotMovable(petition) : null;

    /// <summary>Why the matter cannot go to another court, whatever is given; null when it can.</summary>
    public static Refusal? NotTransferable(Petition petition) => NotMovable(petition) ?? HandingDown.Running(petition);

    /// <summary>Why no court takes the matter from the one that answers, not even by ruling; null when one can.</summary>
    public static Refusal? NotMovable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Stage: Stage.Replied } => new Refusal.State("petition-replied"),
        { Acceptance.Decline: not null } => new Refusal.State("decline-open"),
        { Procedures.IsPending: true } => new Refusal.State("transfer-procedure-open"),
        _ => null,
    };

    /// <summary>Contacts, or some of the petitioners, go to a petition of their own; something stays.</summary>
    /// <param name="other">The new petition: its id and number.</param>
    public static Decision<object> Split(
        Petition petition, IReadOnlyCollection<Guid> contacts, IReadOnlyCollection<Guid> petitioners, string? reason, (Guid Id, string Number) other) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("GC21-12", "split-needs-reason"),
        _ when contacts.Count + petitioners.Count == 0 => new Refusal.Input("petitioners", "split-nothing"),
        _ when contacts.Any(id => petition.Contacts.All(c => c.Contact != id)) => new Refusal.State("contact-not-joined"),
        _ when petitioners.Any(id => petition.Petitioners.All(p => p.Person != id)) => new Refusal.Input("petitioners", "party-unknown"),
        _ when Parts(petition, contacts, petitioners) is var parts && Stays(petition, parts) is { } stays => stays,
        _ => Happened(Parts(petition, contacts, petitioners), petitioners, reason.Trim(), other),
    };

    /// <summary>What a split moves.</summary>
    public static IReadOnlyList<SplitPart> Parts(Petition petition, IReadOnlyCollection<Guid> contacts, IReadOnlyCollection<Guid> petitioners) =>
    [
        .. from contact in petition.Contacts
           let wholly = contacts.Contains(contact.Contact)
           let going = wholly ? contact.Petitioners : [.. contact.Petitioners.Where(p => petitioners.Contains(p.Person))]
           where wholly || going.Count > 0
           select new SplitPart(contact, going, wholly || going.Count == contact.Petitioners.Count),
    ];

    /// <summary>Why nothing can be split off; null where there is something to part.</summary>
    public static Refusal? NotSplittable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Contacts.Count: <= 1, Petitioners.Count: <= 1 } => new Refusal.State("split-only-one"),
        _ => null,
    };

    /// <summary>Another person stands in, with proof; the history keeps the one before.</summary>
    public static Decision<object> Replace(Petition petition, ReplaceParty replace) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when Capacity(petition, replace.Was) is null && !petition.Opened.Parties.Contains(replace.Was) => new Refusal.Input("was", "party-unknown"),
        _ when string.IsNullOrWhiteSpace(replace.Name) => new Refusal.Input("name", "party-needs-name"),
        _ when string.IsNullOrWhiteSpace(replace.Ground) => new Refusal.Law("GC21-12", "replace-needs-ground"),
        _ when string.IsNullOrWhiteSpace(replace.Proof) => Unproven(petition, replace),
        { Acceptance.Classified.Class: PetitionClass.Implementation } when New(petition, replace) is { } now and not (Intake.Capacity.Applicant or Intake.Capacity.Agent) =>
            new Refusal.Law("SPC16-6", "class-only-applicant", now),
        _ => new object[] { new PetitionPartyReplaced(replace.Was, replace.Now, New(petition, replace), replace.Ground.Trim(), replace.Proof.Trim()) },
    };

    private static Refusal.Law Unproven(Petition petition, ReplaceParty replace) => New(petition, replace) == Intake.Capacity.Agent
        ? new Refusal.Law("GC21-15(3)", "accept-needs-authorisation")
        : new Refusal.Law("GC21-16", "replace-needs-proof");

    /// <summary>The capacity from now on; null for a party who is no petitioner.</summary>
    private static Capacity? New(Petition petition, ReplaceParty replace) => Capacity(petition, replace.Was) is { } before ? replace.Capacity ?? before : null;

    private static Capacity? Capacity(Petition petition, Guid person) => petition.Petitioners.Where(p => p.Person == person).Select(p => (Capacity?)p.Capacity).FirstOrDefault();

    private static Refusal? Stays(Petition petition, IReadOnlyList<SplitPart> parts) => parts switch
    {
        _ when parts.FirstOrDefault(p => p.Contact.Home != petition.Id.Home) is { } elsewhere => new Refusal.State("contact-of-other-court", elsewhere.Contact.Number),
        _ when petition.Absorbed.FirstOrDefault(a => a.Contacts.Any(c => parts.Any(p => p.Contact.Contact == c.Contact))) is { } absorbed =>
            new Refusal.State("contact-came-with-merger", absorbed.OtherNumber),
        _ when parts.Count(p => p.Leaves) == petition.Contacts.Count => new Refusal.Law("GC21-12", "split-leaves-nothing"),
        _ => null,
    };

    private static object[] Happened(IReadOnlyList<SplitPart> parts, IReadOnlyCollection<Guid> petitioners, string reason, (Guid Id, string Number) other) =>
    [
        new PetitionSplit(other.Id, other.Number, [.. parts.Where(p => p.Leaves).Select(p => p.Contact.Contact)], [.. petitioners], reason),
        .. parts.Where(p => p.Leaves).Select(p => new PetitionContactLeft(p.Contact.Contact, "petition.split")),
    ];

    private static IEnumerable<Obligations.Obligation> Waits(Petition petition, string fulfilling) => petition.Obligations.Where(o => o.IsOpen && o.Rule.FulfilledBy.Contains(fulfilling));

    private static bool Awaits(Petition petition, string fulfilling) => Waits(petition, fulfilling).Any();
}
