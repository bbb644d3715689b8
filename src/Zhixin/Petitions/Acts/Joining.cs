using Zhixin.Intake;

namespace Zhixin.Petitions.Acts;

/// <summary>A petition that a contact may be part of, as far as it is disclosed: where it lies, its number, the court that answers.</summary>
public sealed record JoinTarget(int Home, Guid Id, string Number, int Court);

/// <summary>A contact joins a petition, or leaves it again.</summary>
public static class Joining
{
    /// <summary>Why nothing can join a petition: it was opened in error, or went into another. Null where a contact may join.</summary>
    public static Refusal? Closed(Petition petition) => petition.Stage switch
    {
        Stage.Voided => new Refusal.State("petition-voided"),
        Stage.Merged merged => new Refusal.State("petition-merged", merged.SurvivorNumber),
        _ => null,
    };

    /// <summary>What happens to the petition when a registered contact joins it (GC21-3, GC21-12).</summary>
    /// <param name="petition">The petition before.</param>
    /// <param name="contact">The contact's stream id and facts.</param>
    /// <param name="reason">Why a person found it to be the same matter; null for the petition's own first contact.</param>
    public static Decision<object> Join(Petition petition, Contact contact, string? reason) => petition.Stage switch
    {
        _ when contact.VoidedBecause is not null => new Refusal.State("contact-voided"),
        _ when petition.Contacts.Count > 0 && string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ when petition.Contacts.Any(c => c.Contact == contact.Id.Id) => new Refusal.State("contact-already-joined"),
        _ when Closed(petition) is { } closed => closed,
        _ when petition.Terminations.Standing is { No: var no } => Joined(petition, contact, reason).Append(AfterTermination.Came(petition, no, contact)).ToArray(),
        { IsReopenedByContact: false } => Joined(petition, contact, reason).ToArray(),
        { IsReopenedByContact: true } => WritingOff.Recur(petition, Recurrence.Contact).Prepend(new PetitionReopened("contact")).Concat(Joined(petition, contact, reason)).ToArray(),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The joining is undone: the contact leaves, and its own clocks end. The only contact cannot leave; void instead.</summary>
    public static Decision<object> Leave(Petition petition, Guid contact, string reason) => petition switch
    {
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ when NotLeaving(petition) is { } not => not,
        _ when petition.Contacts.All(c => c.Contact != contact) => new Refusal.State("contact-not-joined"),
        _ when petition.Absorbed.FirstOrDefault(a => a.Contacts.Any(c => c.Contact == contact)) is { } absorbed =>
            new Refusal.State("contact-came-with-merger", absorbed.OtherNumber),
        { Contacts.Count: 1 } => new Refusal.State("only-contact"),
        _ => new object[] { new PetitionContactLeft(contact, reason) },
    };

    /// <summary>Why nothing leaves a petition: it is over. From one that is terminated a contact that is another matter leaves all the same.</summary>
    public static Refusal? NotLeaving(Petition petition) => petition.IsOpen || petition.Terminations.Standing is not null ? null : new Refusal.State("petition-not-open", petition.Stage.Code);

    /// <summary>Whoever registered proposes that the contact joins a petition that others answer for (GC21-12).</summary>
    /// <param name="target">The petition, as far as it is disclosed.</param>
    /// <param name="mayJoin">Whether the person may join it without asking anybody.</param>
    public static Decision<object> Propose(Contact contact, JoinTarget target, string reason, bool mayJoin) => contact switch
    {
        { VoidedBecause: not null } => new Refusal.State("contact-voided"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ when mayJoin => new Refusal.State("join-same-court", target.Number),
        _ when contact.Petitions.Any(p => p.Petition == target.Id) => new Refusal.State("contact-already-joined"),
        _ when contact.Proposals.FirstOrDefault(p => p.Answer is null) is { } open => new Refusal.State("join-already-proposed", open.Proposed.PetitionNumber),
        _ => new object[] { new ContactJoinProposed(contact.Proposals.Count + 1, target.Home, target.Id, target.Number, target.Court, reason.Trim()) },
    };

    /// <summary>The responsible court answers a proposal: what happens to its petition.</summary>
    /// <param name="contact">The other court's contact, its petitioners already recorded at the home of the petition.</param>
    public static Decision<object> Answer(Petition petition, Contact contact, JoinProposal proposal, bool agreed, string reason) => agreed switch
    {
        _ when proposal.Answer is not null || petition.Contacts.Any(c => c.Contact == contact.Id.Id) || IsRefused(petition, contact, proposal) =>
            new Refusal.State("proposal-answered"),
        true => Join(petition, contact, proposal.Proposed.Reason),
        false when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        false => new object[] { new PetitionJoinRefused(contact.Id.Home, contact.Id.Id, contact.Facts.Number, proposal.Proposed.No, reason.Trim()) },
    };

    /// <summary>
    /// What a contact says when it becomes part of a petition: who answers, and every court that takes part in it by then, the one that answers last. Whom a hop
    /// brought in sees the contact that comes after it like those before.
    /// </summary>
    public static IReadOnlyList<object> Links(Petition petition) =>
    [
        new ContactJoined(petition.Id.Home, petition.Id.Id, petition.Opened.Number, petition.Opened.Responsible),
        .. petition.Involved.Count == 1 ? [] : petition.Involved.Select(court => (object)new ContactPetitionMoved(petition.Id.Id, court)),
    ];

    /// <summary>What a contact says when other courts answer for its petition or take part in it, the one that answers last; empty where it says so already.</summary>
    public static IReadOnlyList<object> Shown(Contact contact, Petition petition)
    {
        var news = petition.Involved.Except(contact.Answering.Where(a => a.Petition == petition.Id.Id).Select(a => a.Court)).ToList();
        return news.Count == 0 && contact.CourtOf(petition.Id.Id) == petition.Opened.Responsible ? []
            : [.. news.Where(court => court != petition.Opened.Responsible).Append(petition.Opened.Responsible).Select(court => new ContactPetitionMoved(petition.Id.Id, court))];
    }

    /// <summary>What a contact must still say so that it says the same as another court's petition; empty when both agree.</summary>
    public static IReadOnlyList<object> Mirror(Contact contact, Petition petition)
    {
        var isIn = petition.Contacts.Any(c => c.Contact == contact.Id.Id);
        var says = contact.Petitions.Any(p => p.Petition == petition.Id.Id);
        var open = contact.Proposals.FirstOrDefault(p => p.Answer is null && p.Proposed.Petition == petition.Id.Id);
        var refused = open is null ? null : petition.RefusedProposals.FirstOrDefault(r => r.Contact == contact.Id.Id && r.Proposal == open.Proposed.No);
        return (isIn, says) switch
        {
            (true, false) when open is not null =>
                [new ContactJoinAnswered(open.Proposed.No, true, null), .. Links(petition)],
            (false, true) => [new ContactLeft(petition.Id.Id, "petition.contact-left")],
            (true, true) when Shown(contact, petition) is { Count: > 0 } shown => shown,
            _ when refused is not null => [new ContactJoinAnswered(open!.Proposed.No, false, refused.Reason)],
            _ => [],
        };
    }

    /// <summary>
    /// What follows for the registering court's own petition: with its only contact it goes into the other court's petition, which owes from
    /// now on, unless this court still owes what no other can do for it (<see cref="LifeCycle.Bound"/>): then it stays, and the contact is part of both.
    /// With other contacts it loses this one. When the joining is undone it is owed here again.
    /// </summary>
    public static IReadOnlyList<object> Follows(Petition own, Guid contact, Petition other, IReadOnlyList<object> links) => own switch
    {
        { IsOpen: true, Contacts.Count: 1 } when links.OfType<ContactJoined>().Any() => LifeCycle.Bound(own) is not null ? [] :
            [new PetitionMerged(other.Id.Home, other.Id.Id, other.Opened.Number, "contact.join-answered")],
        { IsOpen: true } when links.OfType<ContactJoined>().Any() && own.Contacts.Any(c => c.Contact == contact) => [new PetitionContactLeft(contact, "contact.join-answered")],
        { Stage: Stage.Merged merged } when links.OfType<ContactLeft>().Any() && merged.Survivor == other.Id.Id => [new PetitionMergerUndone("petition.contact-left")],
        _ => [],
    };

    /// <summary>Whether the petition's court refused a proposal of the contact.</summary>
    public static bool IsRefused(Petition petition, Contact contact, JoinProposal proposal) =>
        petition.RefusedProposals.Any(r => r.Contact == contact.Id.Id && r.Proposal == proposal.Proposed.No);

    private static IEnumerable<object> Joined(Petition petition, Contact contact, string? reason)
    {
        var facts = contact.Facts;
        var clocks = petition.Terminations.Standing is not null ? "terminated" : petition is { IsOpen: true, Stage.IsReopenedByContact: false, ReceiptOn: not null } ? "running" : "start";
        yield return new PetitionContactJoined(
            contact.Id.Home, contact.Id.Id, facts.Number, facts.ReceivedOn, facts.Channel, facts.Venue, facts.People,
            facts.Receiver, facts.RequestKind, facts.Petitioners, facts.Accused, clocks, petition.Contacts.Count == 0, facts.Forwarded is not null, facts.Forwarded?.DueOn is not null,
            facts.Forwarded?.DueOn, facts.CaseNumber, reason);
        if (Declining.Appeared(petition, facts.CaseNumber) is { } undone)
        {
            yield return undone;
        }

        foreach (var left in Teaming.FallOut(petition, facts.Accused))
        {
            yield return left;
        }
    }
}
