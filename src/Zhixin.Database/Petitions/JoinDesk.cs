using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>A proposal that waits for a court: the other side's court, number and date, and the reason. Nothing of the content.</summary>
public sealed record WaitingProposal
{
    public required int Home { get; init; }

    public required Guid Contact { get; init; }

    public required int No { get; init; }

    public required string Number { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required int PetitionHome { get; init; }

    public required Guid Petition { get; init; }

    public required string PetitionNumber { get; init; }

    public required string Reason { get; init; }

    public required string State { get; init; }

    public string? Answer { get; init; }
}

/// <summary>
/// Joins across courts: proposed by the court that registered, answered by the court that is responsible. Two homes, two transactions: the
/// answer stands in the petition's home together with a message, and the message makes the other half in the contact's home, as often as needed.
/// </summary>
public sealed class JoinDesk(Db db, LawInForce law, PersonVault vault, PersonRecords persons, PetitionDesk petitions, ContactLinks contacts, Matching matching, OtherHalves halves)
{
    /// <summary>Proposes that a contact of this petition joins a petition of another court. Only a petition that matches can be named.</summary>
    /// <param name="act">On the court's own petition that the contact belongs to.</param>
    /// <param name="number">Number of the other court's petition, as the comparison disclosed it.</param>
    public async Task<Answer<PetitionAnswer>> Propose(ActingPerson who, PetitionAct act, Guid contactId, string number, string reason, CancellationToken stop)
    {
        if (await petitions.Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        if (ready.Instead is { } instead)
        {
            return instead;
        }

        if (ready.Petition.Contacts.All(c => c.Contact != contactId) || await contacts.Load(who.Scope, new StreamId(who.Court, contactId), stop) is not { } contact)
        {
            return new Refusal.State("contact-not-joined");
        }

        if (await Target(who, contact.Contact, number, stop) is not { } target)
        {
            return new Refusal.Input("number", "petition-does-not-match", number);
        }

        var mayJoin = target.Home == who.Court && law.Now.MayNot(who, "join", target.Court) is null;
        var decided = Joining.Propose(contact.Contact, new JoinTarget(target.Home, target.Id, target.Number, target.Court), reason, mayJoin);
        if (decided is not Decision<object>.Done done)
        {
            return await petitions.Refused(who, act, ((Decision<object>.Refused)decided).Why, stop);
        }

        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        contacts.Stage(batch, context, contact, done.Events, act.On);
        var answer = new PetitionAnswer(ready.Petition.Id.Home, ready.Petition.Id.Id, ready.Petition.Opened.Number, ready.Petition.Version);
        KeptAnswers.Keep(batch, act.Petition.Home, who.Id, act.Resend, answer, context.Now);
        await using var connection = await db.OpenAsync(stop);
        return await Finishing.Run(db, batch.Close(connection), who, act, answer, ready.Petition.Version, stop);
    }

    /// <summary>The proposals that wait for the person's court.</summary>
    public Task<List<WaitingProposal>> Waiting(Scope scope, CancellationToken stop) => db.Query<WaitingProposal>(
        scope,
        "select /* all homes: proposals */ home, contact, no, number, received_on, petition_home, petition, petition_number, reason, state, answer from join_proposal where court = $1 and state = 'proposed' order by received_on, home, contact, no limit 200",
        [scope.Court], stop);

    /// <summary>The responsible court agrees or refuses, on the petition that it knows.</summary>
    public async Task<Answer<PetitionAnswer>> Answer(ActingPerson who, StreamId contactId, int no, bool agreed, string reason, Resend? resend, CancellationToken stop)
    {
        var found = await db.Query<WaitingProposal>(
            who.Scope,
            "select home, contact, no, number, received_on, petition_home, petition, petition_number, reason, state, answer from join_proposal where home = $1 and contact = $2 and no = $3 and court = $4",
            [contactId.Home, contactId.Id, no, who.Court], stop);
        if (found is not [var waiting] || await contacts.Load(new Scope(contactId.Home, Guid.Empty), contactId, stop) is not var (contact, _))
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        var act = new PetitionAct("join", new StreamId(waiting.PetitionHome, waiting.Petition), null, petitions.Today, resend);
        if (await petitions.Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        if (ready.Instead is { } instead)
        {
            return instead;
        }

        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var here = agreed ? await Recorded(batch, context, ready.Petition, contact, stop) : contact;
        var proposal = contact.Proposals.First(p => p.Proposed.No == no);
        if (Joining.Answer(ready.Petition, here, proposal, agreed, reason) is not Decision<object>.Done done)
        {
            return await petitions.Refused(who, act, ((Decision<object>.Refused)Joining.Answer(ready.Petition, here, proposal, agreed, reason)).Why, stop);
        }

        var after = petitions.Stage(batch, context, act.Petition, ready.Petition, ready.History.Head, petitions.Happened(who, act, ready.Petition, done.Events));
        OtherHalves.Stage(batch, context, after, contactId);
        var answer = new PetitionAnswer(after.Id.Home, after.Id.Id, after.Opened.Number, after.Version);
        KeptAnswers.Keep(batch, act.Petition.Home, who.Id, resend, answer, context.Now);
        await using var connection = await db.OpenAsync(stop);
        var given = await Finishing.Run(db, batch.Close(connection), who, act, answer, ready.Petition.Version, stop);
        if (given is Answer<PetitionAnswer>.Given)
        {
            await halves.Run(act.Petition, after.Opened.Responsible, stop);
        }

        return given;
    }

    private async Task<MatchHit?> Target(ActingPerson who, Contact contact, string number, CancellationToken stop)
    {
        foreach (var person in await persons.Open(who.Scope, contact.Id.Home, contact.Facts.Petitioners.Select(p => p.Person), stop))
        {
            if ((await matching.Find(who.Scope, person.Details, contact.Facts.CaseNumber, stop)).FirstOrDefault(h => h.Number == number.Trim()) is { } hit)
            {
                return hit;
            }
        }

        return null;
    }

    /// <summary>
    /// The contact as the petition's home knows it: whoever is known there keeps the stream, anybody else gets one there, under a key of its own.
    /// A contact of the same home is known as it is.
    /// </summary>
    private async Task<Contact> Recorded(CommandBatch batch, CommandContext context, Petition petition, Contact contact, CancellationToken stop)
    {
        var given = await persons.Open(new Scope(contact.Id.Home, Guid.Empty), contact.Id.Home, contact.Facts.Petitioners.Select(p => p.Person), stop);
        var known = await persons.Open(new Scope(petition.Id.Home, Guid.Empty), petition.Id.Home, petition.Petitioners.Select(p => p.Person), stop);
        var seenBy = petitions.SeenBy(petition, contact.Id.Home);
        var refs = new List<PetitionerRef>();
        foreach (var petitioner in contact.Id.Home == petition.Id.Home ? [] : contact.Facts.Petitioners)
        {
            var person = given.First(p => p.Id == petitioner.Person);
            if (known.FirstOrDefault(k => k.IsSame(person.Details)) is { } same)
            {
                refs.Add(petitioner with { Person = same.Id });
                continue;
            }

            var sealedPerson = vault.Seal(Guid.CreateVersion7(context.Now), person.Kind, person.Details);
            var id = new StreamId(petition.Id.Home, sealedPerson.Id);
            EventStore.Append(batch, context, StreamHead.New(id), "person", [new DatedFact(sealedPerson.Fact, contact.Facts.ReceivedOn)], seenBy);
            PersonRecords.Row(id, sealedPerson, vault.Master.Id, seenBy).Write(batch);
            refs.Add(petitioner with { Person = sealedPerson.Id });
        }

        MatchKeys.Add(batch, petition.Id.Home, MatchKeys.Of(vault, petition.Id.Id, given.Select(g => g.Details), contact.Facts.CaseNumber));
        return contact.Id.Home == petition.Id.Home ? contact : contact with { Facts = contact.Facts with { Petitioners = refs } };
    }
}
