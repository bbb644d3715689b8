using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>The person who takes another's place, as given.</summary>
/// <param name="Kind">"natural", "legal" or "organisation".</param>
public sealed record NewParty(string Kind, PersonDetails Details, Capacity? Capacity, string? Ground, string? Proof);

/// <summary>What goes to a petition of its own: whole contacts, or petitioners.</summary>
public sealed record SplitOff(IReadOnlyList<Guid> Contacts, IReadOnlyList<Guid> Petitioners, string Reason);

/// <summary>
/// Moves a matter or parts of it, each in one transaction of its home: to another court, to a petition of its own, to another person. The home never
/// changes. A contact of another court learns of a transfer by the message that also joins it.
/// </summary>
public sealed class MoveDesk(
    Db db, LawInForce law, ReadRows rows, PersonVault vault, PersonRecords persons, PetitionDesk petitions, ContactLinks contacts, OtherHalves halves)
{
    /// <summary>Another court answers from now on. The sender keeps its sight; contacts, persons and files are shown to the other court.</summary>
    /// <param name="isInUse">Whether anybody of the other court could take the matter up.</param>
    public Task<Answer<PetitionAnswer>> Transfer(ActingPerson who, PetitionAct act, Transfer transfer, bool isInUse, CancellationToken stop) =>
        Move(who, act, petition => Moving.Decide(petition, transfer, [.. law.Now.Chain(petition.Opened.Responsible).Skip(1)], isInUse, petitions.Today), stop);

    /// <summary>Does an act after which other courts may answer or take part: contacts, persons and files are shown to whoever sees the matter then.</summary>
    public async Task<Answer<PetitionAnswer>> Move(ActingPerson who, PetitionAct act, Func<Petition, Decision<object>> decide, CancellationToken stop)
    {
        if (await petitions.Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        var petition = ready.Petition;
        var decision = PetitionDesk.InTime(who, act, petition, decide(petition));
        if (ready.Instead is not null || decision is not Decision<object>.Done done)
        {
            return ready.Instead ?? await Refused(who, act, decision, stop);
        }

        return await Write(who, act, petition, ready.History, petitions.Happened(who, act, petition, done.Events), stop);
    }

    /// <summary>Carries out on a petition what follows from a ruling elsewhere: the software acts, so no authority is asked. False when nothing follows.</summary>
    public async Task<bool> Follow(ActingPerson job, string act, StreamId id, Func<Petition, IReadOnlyList<object>> follows, CancellationToken stop)
    {
        while (true)
        {
            if (await petitions.Load(new Scope(job.Court, Guid.Empty), id, stop) is not var (petition, history) || follows(petition) is not { Count: > 0 } facts)
            {
                return false;
            }

            var asked = new PetitionAct(act, id, null, petitions.Today, null);
            if (await Write(job, asked, petition, history, facts.Select(f => new DatedFact(f, petitions.Today)), stop) is Answer<PetitionAnswer>.Given)
            {
                return true;
            }
        }
    }

    private async Task<Answer<PetitionAnswer>> Write(
        ActingPerson who, PetitionAct act, Petition petition, LoadedHistory history, IEnumerable<DatedFact> facts, CancellationToken stop)
    {
        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var after = petitions.Stage(batch, context, petition.Id, petition, history.Head, facts);
        foreach (var joined in petition.Contacts.Where(c => c.Home != petition.Id.Home))
        {
            OtherHalves.Stage(batch, context, after, new StreamId(joined.Home, joined.Contact));
        }

        foreach (var joined in petition.Contacts.Where(c => c.Home == petition.Id.Home).DistinctBy(c => c.Contact))
        {
            var contact = await contacts.Load(new Scope(petition.Id.Home, Guid.Empty), new StreamId(joined.Home, joined.Contact), stop)
                ?? throw new InvalidDataException("A court sees the contacts that it registered.");
            if (Joining.Shown(contact.Contact, after) is { Count: > 0 } shown)
            {
                contacts.Stage(batch, context, contact, shown, act.On);
            }
        }

        ContactLinks.Show(batch, petition.Id.Home, after.Petitioners.Select(p => p.Person).Concat(after.Opened.Parties), rows.SeenBy(petition.Id.Home, after.Involved));
        ContactLinks.ShowFiles(batch, petition.Id, rows.SeenBy(petition.Id.Home, after.Involved));
        var given = await Finish(batch, context, who, act, petition.Version, after, stop);
        if (given is Answer<PetitionAnswer>.Given)
        {
            await halves.Run(petition.Id, after.Opened.Responsible, stop);
        }

        return given;
    }

    /// <summary>Contacts or petitioners go to a new petition of the same home and court, which begins with their days of receipt. Answers the new one.</summary>
    public async Task<Answer<PetitionAnswer>> Split(ActingPerson who, PetitionAct act, SplitOff split, CancellationToken stop)
    {
        if (await petitions.Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        var petition = ready.Petition;
        Decision<object> Decide(StreamId id, string number) =>
            PetitionDesk.InTime(who, act, petition, Moving.Split(petition, split.Contacts, split.Petitioners, split.Reason, (id.Id, number)));
        var context = petitions.Begin(who, act.Act);
        var id = new StreamId(petition.Id.Home, Guid.CreateVersion7(context.Now));
        if (ready.Instead is not null || Decide(id, string.Empty) is Decision<object>.Refused)
        {
            return ready.Instead ?? await Refused(who, act, Decide(id, string.Empty), stop);
        }

        var parts = await Loaded(Moving.Parts(petition, split.Contacts, split.Petitioners), stop);
        await using var connection = await db.OpenAsync(stop);
        var numbers = await Numbers.Take(connection, new CommandBatch(who.Court), petition.Id.Home, ["petition"], petitions.Today.Year, stop);
        var number = law.Now.Number(petition.Id.Home, petitions.Today, numbers["petition"]);
        var batch = new CommandBatch(who.Court);
        petitions.Stage(batch, context, petition.Id, petition, ready.History.Head, petitions.Happened(who, act, petition, ((Decision<object>.Done)Decide(id, number)).Events));
        var opened = petitions.Stage(batch, context, id, null, StreamHead.New(id), Opening(petition, id, number, parts, split.Reason, act.On));
        foreach (var (part, contact) in parts)
        {
            object joined = new ContactJoined(id.Home, id.Id, number, petition.Opened.Responsible);
            contacts.Stage(batch, context, contact, part.Leaves ? [new ContactLeft(petition.Id.Id, "petition.split"), joined] : [joined], act.On);
        }

        await Find(batch, opened, parts.Select(p => p.Contact.Contact.Facts.CaseNumber), stop);
        var answer = new PetitionAnswer(id.Home, id.Id, number, opened.Version);
        KeptAnswers.Keep(batch, act.Petition.Home, who.Id, act.Resend, answer, context.Now);
        return await Finishing.Run(db, batch.Finish(connection), who, act, answer, petition.Version, stop);
    }

    /// <summary>Another person takes the place of a petitioner, an agent or a party, under a key of his or her own.</summary>
    public async Task<Answer<PetitionAnswer>> Replace(ActingPerson who, PetitionAct act, Guid was, NewParty party, CancellationToken stop)
    {
        if (await petitions.Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        var petition = ready.Petition;
        var context = petitions.Begin(who, act.Act);
        var person = vault.Seal(Guid.CreateVersion7(context.Now), party.Kind, party.Details);
        var decision = PetitionDesk.InTime(
            who, act, petition, Moving.Replace(petition, new ReplaceParty(was, person.Id, party.Details.Name, party.Capacity, party.Ground, party.Proof)));
        if (ready.Instead is not null || decision is not Decision<object>.Done done)
        {
            return ready.Instead ?? await Refused(who, act, decision, stop);
        }

        var batch = new CommandBatch(who.Court);
        var (id, seenBy) = (new StreamId(petition.Id.Home, person.Id), rows.SeenBy(petition));
        EventStore.Append(batch, context, StreamHead.New(id), "person", [new DatedFact(person.Fact, act.On)], seenBy);
        PersonRecords.Row(id, person, vault.Master.Id, seenBy).Write(batch);
        if (done.Events.OfType<PetitionPartyReplaced>().Any(r => r.Capacity is not null))
        {
            MatchKeys.Add(batch, petition.Id.Home, MatchKeys.Of(vault, petition.Id.Id, [party.Details], null));
        }

        var after = petitions.Stage(batch, context, petition.Id, petition, ready.History.Head, petitions.Happened(who, act, petition, done.Events));
        return await Finish(batch, context, who, act, petition.Version, after, stop);
    }

    /// <summary>The new petition's own facts: each contact joins with the petitioners who go, on the day on which it was received.</summary>
    private static IEnumerable<DatedFact> Opening(
        Petition from, StreamId id, string number, IReadOnlyList<(SplitPart Part, (Contact Contact, LoadedHistory History) Contact)> parts, string reason, DateOnly on)
    {
        var going = parts.Select(p => p.Contact.Contact with { Facts = p.Contact.Contact.Facts with { Petitioners = p.Part.Petitioners } }).OrderBy(c => c.Facts.ReceivedOn).ToList();
        var opened = PetitionOpened.By(going[0].Facts, number, from.Opened.Responsible, from.Opened.OriginalHandler, from);
        var told = new List<DatedFact> { new(opened, going[0].Facts.ReceivedOn) };
        var petition = Petition.Begin(id, opened);
        foreach (var contact in going)
        {
            var facts = ((Decision<object>.Done)Joining.Join(petition, contact, reason)).Events.Select(e => new DatedFact(e, contact.Facts.ReceivedOn)).ToList();
            petition = facts.Aggregate(petition, (p, f) => p.Apply(f));
            told.AddRange(facts);
        }

        return told.Append(new DatedFact(new PetitionSplitOff(from.Id.Id, from.Opened.Number, reason), on));
    }

    private async Task<List<(SplitPart Part, (Contact Contact, LoadedHistory History) Contact)>> Loaded(IReadOnlyList<SplitPart> parts, CancellationToken stop)
    {
        var loaded = new List<(SplitPart, (Contact, LoadedHistory))>();
        foreach (var part in parts)
        {
            loaded.Add((part, await contacts.Load(new Scope(part.Contact.Home, Guid.Empty), new StreamId(part.Contact.Home, part.Contact.Contact), stop)
                ?? throw new InvalidDataException("A court sees the contacts that it registered.")));
        }

        return loaded;
    }

    private async Task Find(CommandBatch batch, Petition opened, IEnumerable<string?> caseNumbers, CancellationToken stop)
    {
        var details = await persons.Open(new Scope(opened.Id.Home, Guid.Empty), opened.Id.Home, opened.Petitioners.Select(p => p.Person), stop);
        foreach (var number in caseNumbers.Distinct(StringComparer.Ordinal))
        {
            MatchKeys.Add(batch, opened.Id.Home, MatchKeys.Of(vault, opened.Id.Id, details.Select(d => d.Details), number));
        }
    }

    private async Task<Answer<PetitionAnswer>> Finish(
        CommandBatch batch, CommandContext context, ActingPerson who, PetitionAct act, int version, Petition after, CancellationToken stop)
    {
        var answer = new PetitionAnswer(after.Id.Home, after.Id.Id, after.Opened.Number, after.Version);
        KeptAnswers.Keep(batch, act.Petition.Home, who.Id, act.Resend, answer, context.Now);
        await using var connection = await db.OpenAsync(stop);
        return await Finishing.Run(db, batch.Close(connection), who, act, answer, version, stop);
    }

    private Task<Answer<PetitionAnswer>> Refused(ActingPerson who, PetitionAct act, Decision<object> decision, CancellationToken stop) =>
        petitions.Refused(who, act, ((Decision<object>.Refused)decision).Why, stop);
}
