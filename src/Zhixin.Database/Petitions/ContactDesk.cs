using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>
/// Acts on a registered contact: join one petition more, correct a detail, void what was registered by mistake. Each in one transaction; every
/// petition that it belongs to is told.
/// </summary>
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

        var decision = PetitionDesk.InTime(who, act, petition, Joining.Join(petition, contact.Contact, reason));
        if (decision is not Decision<object>.Done done)
        {
            return ((Decision<object>.Refused)decision).Why;
        }

        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var after = petitions.Stage(batch, context, petition.Id, petition, ready.History.Head, petitions.Happened(who, act, petition, done.Events));
        contacts.Stage(batch, context, contact, Joining.Links(after), act.On);
        var details = await persons.Open(who.Scope, contact.Contact.Id.Home, contact.Contact.Facts.Petitioners.Select(p => p.Person), stop);
        MatchKeys.Add(batch, petition.Id.Home, MatchKeys.Of(vault, petition.Id.Id, details.Select(d => d.Details), contact.Contact.Facts.CaseNumber));
        return await Finish(batch, context, who, act, after, petition.Version, stop);
    }

    /// <summary>A contact was registered by mistake: it leaves every petition; a petition that has no other one is voided with it (GC21-12).</summary>
    public async Task<Answer<PetitionAnswer>> Void(ActingPerson who, PetitionAct act, Guid contactId, string reason, CancellationToken stop)
    {
        return await Tell(
            who, act, contactId, (contact, all) => LifeCycle.VoidContact(contact, all, reason), petition => LifeCycle.WithoutContact(petition, contactId, reason), stop);
    }

    /// <summary>What came of a contact on the spot is recorded afterwards (JZ21-3.1).</summary>
    /// <param name="follows">Whether a rule in force asks for an opinion and somebody who follows it.</param>
    public async Task<Answer<PetitionAnswer>> RecordOutcome(
        ActingPerson who, PetitionAct act, Guid contactId, SpotHandling handled, bool follows, CancellationToken stop) => await Tell(
        who, act, contactId, (contact, _) => Receiving.Record(contact, handled, follows),
        petition => [new PetitionContactOutcomeRecorded(contactId, petition.Contacts.First(c => c.Contact == contactId).Number, Receiving.Trimmed(handled))], stop);

    /// <summary>Corrects a detail of a contact; a corrected receipt date moves the clocks that it started, with an event that says so.</summary>
    public async Task<Answer<PetitionAnswer>> Correct(
        ActingPerson who, PetitionAct act, Guid contactId, string field, string? value, string reason, CancellationToken stop) => await Tell(
        who, act, contactId, (contact, _) => LifeCycle.Correct(contact, field, value, reason, petitions.Today),
        _ =>
        [
            new PetitionContactCorrected(
                contactId, field == "receivedOn" ? DateOnly.ParseExact(value!, "yyyy-MM-dd") : null, field == "caseNumber" ? value : null,
                field == "people" ? int.Parse(value!) : null),
        ],
        stop);

    private async Task<Answer<PetitionAnswer>> Tell(
        ActingPerson who, PetitionAct act, Guid contactId, Func<Contact, IReadOnlyList<Petition>, Decision<object>> decide,
        Func<Petition, IReadOnlyList<object>> beside, CancellationToken stop)
    {
        if (await petitions.Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        if (ready.Instead is { } instead)
        {
            return instead;
        }

        if (ready.Petition.Contacts.FirstOrDefault(c => c.Contact == contactId) is { } joined && joined.Home != act.Petition.Home)
        {
            return new Refusal.State("contact-of-other-court", joined.Number);
        }

        if (ready.Petition.Stage is Stage.Merged merged)
        {
            return new Refusal.State("petition-merged", merged.SurvivorNumber);
        }

        if (ready.Petition.Contacts.All(c => c.Contact != contactId)
            || await contacts.Load(who.Scope, new StreamId(act.Petition.Home, contactId), stop) is not { } contact)
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

        var decision = decide(contact.Contact, [.. all.Select(p => p.Petition)]);
        if (decision is not Decision<object>.Done done)
        {
            return ((Decision<object>.Refused)decision).Why;
        }

        if (PetitionDesk.InTime(who, act, ready.Petition, beside(ready.Petition).ToArray()) is Decision<object>.Refused early)
        {
            return early.Why;
        }

        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var staged = all.ConvertAll(p => petitions.Stage(
            batch, context, p.Petition.Id, p.Petition, p.History.Head,
            p.Petition.Id == act.Petition
                ? petitions.Happened(who, act, p.Petition, beside(p.Petition))
                : beside(p.Petition).Select(e => new DatedFact(e, act.On))));
        Found(batch, staged, done.Events);
        contacts.Stage(batch, context, contact, done.Events, act.On);
        return await Finish(batch, context, who, act, staged.First(p => p.Id == act.Petition), ready.Petition.Version, stop);
    }

    /// <summary>A corrected case number finds the petitions from now on.</summary>
    private void Found(CommandBatch batch, IReadOnlyList<Petition> staged, IReadOnlyList<object> events)
    {
        foreach (var corrected in events.OfType<ContactCorrected>().Where(c => c is { Field: "caseNumber", New: not null }))
        {
            MatchKeys.Add(batch, staged[0].Id.Home, [.. staged.SelectMany(p => MatchKeys.Of(vault, p.Id.Id, [], corrected.New))]);
        }
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
