using Zhixin.History;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>
/// Registers a contact, whoever answers for the petition that a person found to be the same matter: registering is never refused (GC21-3).
/// Where the person may join and the petition lies in the own home, all is one transaction. Else the contact gets a petition of its own
/// together with a proposal. Whoever may join answers it at once; otherwise the responsible court does, and its answer makes the two one.
/// </summary>
public sealed class IntakeDesk(LawInForce law, PetitionDesk petitions, ContactLinks contacts, RegistrationDesk registrations, JoinDesk joins)
{
    /// <summary>Registers. The same sending again finishes what a crash left undone, and answers the same.</summary>
    public async Task<Answer<Receipt>> Register(ActingPerson who, Registration registration, CancellationToken stop)
    {
        if (registration.Join is not { } id)
        {
            return await registrations.Register(who, registration, stop);
        }

        if (await petitions.Load(who.Scope, id, stop) is not var (petition, _))
        {
            return new Answer<Receipt>.Unknown();
        }

        var mayJoin = law.Now.MayNot(who, "join", petition) is null;
        if (mayJoin && id.Home == who.Court)
        {
            return await registrations.Register(who, registration, stop);
        }

        if (Joining.Closed(petition) is { } closed)
        {
            return closed;
        }

        var target = new JoinTarget(id.Home, id.Id, petition.Opened.Number, petition.Opened.Responsible);
        var answer = await registrations.Register(who, registration with { Join = null, Propose = target }, stop);
        return answer is Answer<Receipt>.Given { Value: var receipt } && mayJoin ? await Joined(who, receipt, target, stop) : answer;
    }

    /// <summary>The receipt after the person agreed to the own proposal; as it was where the answer has to wait.</summary>
    private async Task<Receipt> Joined(ActingPerson who, Receipt receipt, JoinTarget target, CancellationToken stop)
    {
        var id = new StreamId(receipt.Home, receipt.Contact);
        if (await contacts.Load(who.Scope, id, stop) is not var (contact, _))
        {
            return receipt;
        }

        if (contact.Proposals.FirstOrDefault(p => p.Proposed.Petition == target.Id && p.Answer is null) is { } open)
        {
            await joins.Answer(who, id, open.Proposed.No, true, open.Proposed.Reason, null, stop);
        }

        return await contacts.Load(who.Scope, id, stop) is var (now, _) && now.Petitions.FirstOrDefault(p => p.Petition == target.Id) is { } link
            ? receipt with { PetitionHome = link.PetitionHome, Petition = link.Petition, PetitionNumber = link.PetitionNumber, Joined = true }
            : receipt;
    }
}
