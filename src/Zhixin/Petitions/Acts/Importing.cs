using Zhixin.Calendar;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Obligations;

namespace Zhixin.Petitions.Acts;

/// <summary>A contact of a ledger that joins a petition.</summary>
/// <param name="Repeat">What the ledger says, or what the order of its rows says.</param>
/// <param name="Resolved">Whether the row says that the matter is resolved.</param>
public sealed record LedgerContactDraft(Contact Contact, bool Repeat, bool Resolved);

/// <summary>Brings the rows of a ledger (JZ21-A1) into a petition: resolved history opens nothing, unresolved matters owe from now on.</summary>
public static class Importing
{
    private const string Reason = "台账导入";

    /// <summary>What happens to a petition, each fact on its ledger day.</summary>
    /// <param name="before">The petition that the same petitioner and case already have; null for a new one.</param>
    /// <param name="opened">Opens the new petition; null exactly when there is one.</param>
    /// <param name="contacts">New contacts in their order; may be empty when the ledger only fills in how it ended.</param>
    /// <param name="history">What the ledger says of the time before.</param>
    /// <param name="on">The day of what the ledger says last.</param>
    /// <returns>Empty when the ledger says nothing new.</returns>
    public static IReadOnlyList<DatedFact> Tell(
        Petition? before, PetitionOpened? opened, IReadOnlyList<LedgerContactDraft> contacts, PetitionHistoryImported history, DateOnly on)
    {
        var facts = new List<DatedFact>();
        if (opened is not null)
        {
            facts.Add(new DatedFact(opened, contacts[0].Contact.Facts.ReceivedOn));
        }

        var reopens = before is { Stage.IsReopenedByContact: true, Terminations.Standing: null } && !history.Resolved && contacts.Count > 0;
        if (reopens)
        {
            facts.Add(new DatedFact(new PetitionReopened("contact"), contacts[0].Contact.Facts.ReceivedOn));
            facts.AddRange(WritingOff.Recur(before!, Recurrence.Contact).Select(fact => new DatedFact(fact, contacts[0].Contact.Facts.ReceivedOn)));
        }

        var known = before?.Contacts.Count ?? 0;
        var clocks = before?.Terminations.Standing is not null ? "terminated" : before is { IsOpen: true, ReceiptOn: not null } && !reopens ? "running" : "start";
        facts.AddRange(contacts.Select((contact, at) => Joined(contact, known + at == 0, history.Resolved, clocks)));
        facts.AddRange(history.Resolved ? [] : Came(before, contacts));
        facts.AddRange(history.Resolved ? [] : Appeared(before, contacts).Take(1));
        if (IsNews(before, contacts, history))
        {
            facts.Add(new DatedFact(history, on));
            facts.AddRange(Ended(before, history).Select(ended => new DatedFact(ended, on)));
        }

        return facts;
    }

    /// <summary>
    /// Whether the ledger tells something of the petition. A petition that somebody has, or decides on, in this software is no longer told by a ledger.
    /// </summary>
    private static bool IsNews(Petition? before, IReadOnlyList<LedgerContactDraft> contacts, PetitionHistoryImported history) => before switch
    {
        null => true,
        { Assignment: not null } or { Acceptance: { Classified: not null } or { Decline: not null } } => false,
        { Stage: not (Stage.Registered or Stage.ResolvedBefore) } => false,
        { Stage: Stage.ResolvedBefore } when !history.Resolved && contacts.Count == 0 => false,
        _ => before.Imported != history,
    };

    /// <summary>A new visit in a terminated matter opens nothing: a person judges it (SPC16-25).</summary>
    private static IEnumerable<DatedFact> Came(Petition? before, IReadOnlyList<LedgerContactDraft> contacts) => before?.Terminations.Standing is { No: var no }
        ? contacts.Where(c => !c.Resolved).Select((c, at) => new DatedFact(AfterTermination.Came(before, no, c.Contact, at), c.Contact.Facts.ReceivedOn))
        : [];

    /// <summary>A new visit undoes a decline that rests on nobody having appeared; one of before the proposal does not.</summary>
    private static IEnumerable<DatedFact> Appeared(Petition? before, IReadOnlyList<LedgerContactDraft> contacts) => before is null ? [] :
        from contact in contacts
        let visit = contact.Contact.Facts
        where before.Approvals.LastOrDefault(a => a.Act == Declining.Approving)?.AskedOn <= visit.ReceivedOn
        let undone = Declining.Appeared(before, visit.CaseNumber)
        where undone is not null
        select new DatedFact(undone, visit.ReceivedOn);

    private static IEnumerable<ObligationEnded> Ended(Petition? before, PetitionHistoryImported history) => before is null || !history.Resolved
        ? []
        : before.Obligations.Where(o => o.IsOpen).Select(o => new ObligationEnded(o.No, "petition.history-imported"));

    private static DatedFact Joined(LedgerContactDraft draft, bool isOnly, bool isResolved, string clocks)
    {
        var (id, facts) = (draft.Contact.Id, draft.Contact.Facts);
        var starts = !isResolved && !draft.Resolved && facts.ReceivedOn >= WorkCalendar.First;
        return new DatedFact(
            new PetitionContactJoined(
                id.Home, id.Id, facts.Number, facts.ReceivedOn, facts.Channel, facts.Venue, facts.People,
                facts.Receiver, facts.RequestKind, facts.Petitioners, facts.Accused,
                starts ? clocks : "none", !draft.Repeat, facts.Forwarded is not null, facts.Forwarded?.DueOn is not null, facts.Forwarded?.DueOn,
                facts.CaseNumber, isOnly ? null : Reason),
            facts.ReceivedOn);
    }
}
