using Zhixin.Intake;

namespace Zhixin.Petitions.Acts;

/// <summary>A contact joins a petition, or leaves it again.</summary>
public static class Joining
{
    /// <summary>What happens to the petition when a registered contact joins it (GC21-3, GC21-12).</summary>
    /// <param name="petition">The petition before.</param>
    /// <param name="contact">The contact's stream id and facts.</param>
    /// <param name="reason">Why a person found it to be the same matter; null for the petition's own first contact.</param>
    public static Decision<object> Join(Petition petition, Contact contact, string? reason) => petition.Stage switch
    {
        _ when contact.VoidedBecause is not null => new Refusal.State("contact-voided"),
        _ when petition.Contacts.Count > 0 && string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ when petition.Contacts.Any(c => c.Contact == contact.Id.Id) => new Refusal.State("contact-already-joined"),
        Stage.Voided => new Refusal.State("petition-voided"),
        Stage.Merged merged => new Refusal.State("petition-merged", merged.SurvivorNumber),
        Stage.Registered => Joined(petition, contact, reason).ToArray(),
        Stage.ResolvedBefore => Joined(petition, contact, reason).Prepend(new PetitionReopened("contact")).ToArray(),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The joining is undone: the contact leaves, and its own clocks end. The only contact cannot leave; void instead.</summary>
    public static Decision<object> Leave(Petition petition, Guid contact, string reason) => petition switch
    {
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when petition.Contacts.All(c => c.Contact != contact) => new Refusal.State("contact-not-joined"),
        _ when petition.Absorbed.FirstOrDefault(a => a.Contacts.Any(c => c.Contact == contact)) is { } absorbed =>
            new Refusal.State("contact-came-with-merger", absorbed.OtherNumber),
        { Contacts.Count: 1 } => new Refusal.State("only-contact"),
        _ => new object[] { new PetitionContactLeft(contact, reason) },
    };

    private static IEnumerable<object> Joined(Petition petition, Contact contact, string? reason)
    {
        var facts = contact.Facts;
        var clocks = petition is { IsOpen: true, ReceiptOn: not null } ? "running" : "start";
        yield return new PetitionContactJoined(
            contact.Id.Home, contact.Id.Id, facts.Number, facts.ReceivedOn, facts.Channel, facts.Venue, facts.People,
            facts.Receiver, facts.RequestKind, facts.Petitioners, facts.Accused, clocks, petition.Contacts.Count == 0, facts.Forwarded is not null, facts.Forwarded?.DueOn is not null,
            facts.Forwarded?.DueOn, facts.CaseNumber, reason);
        if (petition.Assignment is { } assignment && facts.Accused.Contains(assignment.Handler))
        {
            yield return new PetitionUnassigned(assignment.Handler, "accused");
        }
    }
}
