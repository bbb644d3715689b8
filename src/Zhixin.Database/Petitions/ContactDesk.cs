using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>Acts on a registered contact: join one petition more, void what was registered by mistake. Each in one transaction.</summary>
public sealed class ContactDesk(Db db, LawInForce law, PersonVault vault, PersonRecords persons, PetitionDesk petitions, ContactLinks contacts)
{
    /// <summary>A contact of this court that is registered already joins this petition too (GC21-12).</summary>
    public async Task<Answer<PetitionAnswer>> Join(ActingPerson who, PetitionAct act, Guid contactId, string reason, CancellationToken stop)
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
        if (await contacts.Load(who.Scope, new StreamId(petition.Id.Home, contactId), stop) is not { } contact || Hidden(contact.Contact, who))
        {
            return new Refusal.Input("contact", "contact-unknown");
        }

        if (Joining.Join(petition, contact.Contact, reason) is not Decision<object>.Done done)
        {
            return ((Decision<object>.Refused)Joining.Join(petition, contact.Contact, reason)).Why;
        }

        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var after = petitions.Stage(batch, context, petition.Id, petition, ready.History.Head, petitions.Happened(who, act, petition, done.Events));
        object[] links = [new ContactJoined(petition.Id.Home, petition.Id.Id, petition.Opened.Number)];
        contacts.Stage(
            batch, context, contact, links, act.On, await contacts.Responsible(contact.Contact, [after], stop),
            await contacts.Responsible(ContactLinks.After(contact.Contact, links, act.On), [after], stop));
        var details = await persons.Open(who.Scope, contact.Contact.Id.Home, contact.Contact.Facts.Petitioners.Select(p => p.Person), stop);
        MatchKeys.Add(batch, petition.Id.Home, MatchKeys.Of(vault, petition.Id.Id, details.Select(d => d.Details), contact.Contact.Facts.CaseNumber));
        return await Finish(batch, context, who, act, after, petition.Version, stop);
    }

    /// <summary>A contact was registered by mistake: it leaves every petition; a petition that has no other one is voided with it (GC21-12).</summary>
    public async Task<Answer<PetitionAnswer>> Void(ActingPerson who, PetitionAct act, Guid contactId, string reason, CancellationToken stop)
    {
        if (await petitions.Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        if (ready.Instead is { } instead)
        {
            return instead;
        }

        if (await contacts.Load(who.Scope, new StreamId(act.Petition.Home, contactId), stop) is not { } contact
            || contact.Contact.Petitions.All(p => p.Petition != act.Petition.Id))
        {
            return new Refusal.State("contact-not-joined");
        }

        var all = await All(who, contact.Contact, (ready.Petition, ready.History), stop);
        if (all is null)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        if (all.Select(p => law.Now.MayNot(who, act.Act, p.Petition)).FirstOrDefault(why => why is not null) is { } barred)
        {
            return barred;
        }

        if (LifeCycle.VoidContact(contact.Contact, [.. all.Select(p => p.Petition)], reason) is not Decision<object>.Done done)
        {
            return ((Decision<object>.Refused)LifeCycle.VoidContact(contact.Contact, [.. all.Select(p => p.Petition)], reason)).Why;
        }

        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var staged = all.ConvertAll(p => petitions.Stage(
            batch, context, p.Petition.Id, p.Petition, p.History.Head,
            p.Petition.Id == act.Petition
                ? petitions.Happened(who, act, p.Petition, LifeCycle.WithoutContact(p.Petition, contactId, reason))
                : LifeCycle.WithoutContact(p.Petition, contactId, reason).Select(e => new DatedFact(e, act.On))));
        var responsible = await contacts.Responsible(contact.Contact, staged, stop);
        contacts.Stage(batch, context, contact, done.Events, act.On, responsible, responsible);
        return await Finish(batch, context, who, act, staged.First(p => p.Id == act.Petition), ready.Petition.Version, stop);
    }

    /// <summary>The petitions of a contact that lie in its home; null where the person does not see one of them.</summary>
    private async Task<List<(Petition Petition, LoadedHistory History)>?> All(
        ActingPerson who, Contact contact, (Petition Petition, LoadedHistory History) known, CancellationToken stop)
    {
        List<(Petition Petition, LoadedHistory History)> all = [known];
        foreach (var joined in contact.Petitions.Where(p => p.PetitionHome == contact.Id.Home && p.Petition != known.Petition.Id.Id))
        {
            if (await petitions.Load(who.Scope, new StreamId(joined.PetitionHome, joined.Petition), stop) is not { } other)
            {
                return null;
            }

            all.Add(other);
        }

        return all;
    }

    private static bool Hidden(Contact contact, ActingPerson who) => contact.Facts.Accused.Any(a => who.Actors.Include(a));

    private async Task<Answer<PetitionAnswer>> Finish(
        CommandBatch batch, CommandContext context, ActingPerson who, PetitionAct act, Petition after, int version, CancellationToken stop)
    {
        var answer = new PetitionAnswer(after.Id.Home, after.Id.Id, after.Opened.Number, after.Version);
        KeptAnswers.Keep(batch, act.Petition.Home, who.Id, act.Resend, answer, context.Now);
        await using var connection = await db.OpenAsync(stop);
        return await Finishing.Run(db, batch.Close(connection), who, act, answer, version, stop);
    }
}
