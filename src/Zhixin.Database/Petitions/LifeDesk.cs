using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>Acts on more than one stream of a court, each in one transaction: undo a joining, merge, undo a merger.</summary>
public sealed class LifeDesk(Db db, LawInForce law, PersonVault vault, PersonRecords persons, PetitionDesk petitions, ContactLinks contacts, OtherHalves halves)
{
    /// <summary>The contact leaves the petition; where it is part of no other, it gets one of its own: nothing disappears.</summary>
    public async Task<Answer<PetitionAnswer>> Leave(ActingPerson who, PetitionAct act, Guid contactId, string reason, CancellationToken stop)
    {
        if (await petitions.Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        if (ready.Instead is { } instead)
        {
            return instead;
        }

        var petition = ready.Petition;
        var decision = PetitionDesk.InTime(who, act, petition, Joining.Leave(petition, contactId, reason));
        if (decision is not Decision<object>.Done done)
        {
            return await petitions.Refused(who, act, ((Decision<object>.Refused)decision).Why, stop);
        }

        var id = new StreamId(petition.Contacts.First(c => c.Contact == contactId).Home, contactId);
        if (id.Home != act.Petition.Home)
        {
            return await LeaveElsewhere(who, act, (petition, ready.History), done, id, stop);
        }

        return await contacts.Load(who.Scope, id, stop) is { } contact
            ? await Leave(who, act, (petition, ready.History), done, contact, reason, stop)
            : new Answer<PetitionAnswer>.Unknown();
    }

    /// <summary>Puts a petition into another of the same court; the survivor keeps both histories.</summary>
    public async Task<Answer<PetitionAnswer>> Merge(ActingPerson who, PetitionAct act, StreamId survivorId, string reason, CancellationToken stop) =>
        await Two(who, act, survivorId, (other, survivor) => LifeCycle.Merge(other, survivor, reason), (other, survivor) => LifeCycle.Absorb(other, survivor, reason), stop);

    /// <summary>Undoes a merger: the contacts go back.</summary>
    public async Task<Answer<PetitionAnswer>> UndoMerge(ActingPerson who, PetitionAct act, StreamId survivorId, string reason, CancellationToken stop) =>
        await Two(who, act, survivorId, (other, survivor) => LifeCycle.UndoMerge(other, survivor, reason), (other, _) => [new PetitionReleased(other.Id.Id, reason)], stop);

    private async Task<Answer<PetitionAnswer>> Leave(
        ActingPerson who, PetitionAct act, (Petition Petition, LoadedHistory History) from, Decision<object>.Done done,
        (Contact Contact, LoadedHistory History) contact, string reason, CancellationToken stop)
    {
        var left = ContactLinks.After(contact.Contact, [new ContactLeft(act.Petition.Id, reason)], act.On);
        var context = petitions.Begin(who, act.Act);
        await using var connection = await db.OpenAsync(stop);
        var numbers = left.Petitions.Count > 0 ? null : await Numbers.Take(connection, new CommandBatch(who.Court), act.Petition.Home, ["petition"], petitions.Today.Year, stop);
        var batch = new CommandBatch(who.Court);
        var after = petitions.Stage(batch, context, act.Petition, from.Petition, from.History.Head, petitions.Happened(who, act, from.Petition, done.Events));
        var opened = numbers is null ? null : Open(batch, context, contact.Contact, from.Petition, law.Now.Number(act.Petition.Home, petitions.Today, numbers["petition"]), reason);
        List<object> links = [new ContactLeft(act.Petition.Id, reason)];
        if (opened is not null)
        {
            links.Add(new ContactJoined(opened.Id.Home, opened.Id.Id, opened.Opened.Number, opened.Opened.Responsible));
            var details = await persons.Open(who.Scope, contact.Contact.Id.Home, contact.Contact.Facts.Petitioners.Select(p => p.Person), stop);
            MatchKeys.Add(batch, opened.Id.Home, MatchKeys.Of(vault, opened.Id.Id, details.Select(d => d.Details), contact.Contact.Facts.CaseNumber));
        }

        contacts.Stage(batch, context, contact, links, act.On);
        var answer = Answer(opened ?? after);
        KeptAnswers.Keep(batch, act.Petition.Home, who.Id, act.Resend, answer, context.Now);
        return await Finishing.Run(db, numbers is null ? batch.Close(connection) : batch.Finish(connection), who, act, answer, from.Petition.Version, stop);
    }

    /// <summary>The contact of another court leaves: this half here, the other in its home.</summary>
    private async Task<Answer<PetitionAnswer>> LeaveElsewhere(
        ActingPerson who, PetitionAct act, (Petition Petition, LoadedHistory History) from, Decision<object>.Done done, StreamId contact, CancellationToken stop)
    {
        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var after = petitions.Stage(batch, context, act.Petition, from.Petition, from.History.Head, petitions.Happened(who, act, from.Petition, done.Events));
        OtherHalves.Stage(batch, context, after, contact);
        var given = await Finish(batch, context, who, act, from.Petition, after, stop);
        if (given is Answer<PetitionAnswer>.Given)
        {
            await halves.Run(act.Petition, after.Opened.Responsible, stop);
        }

        return given;
    }

    private async Task<Answer<PetitionAnswer>> Two(
        ActingPerson who, PetitionAct act, StreamId otherId, Func<Petition, Petition, Decision<object>> decide,
        Func<Petition, Petition, IReadOnlyList<object>> beside, CancellationToken stop)
    {
        if (await petitions.Ready(who, act, stop) is not { } ready || await petitions.Load(who.Scope, otherId, stop) is not var (survivor, survivorHistory))
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        var petition = ready.Petition;
        if (ready.Instead is { } instead)
        {
            return instead;
        }

        if (law.Now.MayNot(who, act.Act, survivor) is { } barred)
        {
            return barred;
        }

        var decision = PetitionDesk.InTime(who, act, petition, decide(petition, survivor));
        if (decision is not Decision<object>.Done done)
        {
            return await petitions.Refused(who, act, ((Decision<object>.Refused)decision).Why, stop);
        }

        var details = await persons.Open(who.Scope, petition.Id.Home, petition.Petitioners.Select(p => p.Person), stop);
        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var after = petitions.Stage(batch, context, act.Petition, petition, ready.History.Head, petitions.Happened(who, act, petition, done.Events));
        petitions.Stage(batch, context, otherId, survivor, survivorHistory.Head, beside(petition, survivor).Select(e => new DatedFact(e, act.On)));
        MatchKeys.Add(batch, otherId.Home, MatchKeys.Of(vault, otherId.Id, details.Select(d => d.Details), petition.Opened.CaseNumber));
        return await Finish(batch, context, who, act, petition, after, stop);
    }

    private async Task<Answer<PetitionAnswer>> Finish(
        CommandBatch batch, CommandContext context, ActingPerson who, PetitionAct act, Petition before, Petition after, CancellationToken stop)
    {
        var answer = Answer(after);
        KeptAnswers.Keep(batch, act.Petition.Home, who.Id, act.Resend, answer, context.Now);
        await using var connection = await db.OpenAsync(stop);
        return await Finishing.Run(db, batch.Close(connection), who, act, answer, before.Version, stop);
    }

    private Petition Open(CommandBatch batch, CommandContext context, Contact contact, Petition from, string number, string reason)
    {
        var id = new StreamId(contact.Id.Home, Guid.CreateVersion7(context.Now));
        var opened = PetitionOpened.By(contact.Facts, number, from.Opened.Responsible, from.Opened.OriginalHandler, from);
        var joined = (Decision<object>.Done)Joining.Join(Petition.Begin(id, opened), contact, reason);
        return petitions.Stage(
            batch, context, id, null, StreamHead.New(id), joined.Events.Prepend(opened).Select(e => new DatedFact(e, contact.Facts.ReceivedOn)));
    }

    private static PetitionAnswer Answer(Petition petition) => new(petition.Id.Home, petition.Id.Id, petition.Opened.Number, petition.Version);
}
