using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>Acts on more than one stream of a court, each in one transaction: undo a joining, merge, undo a merger, correct a contact.</summary>
public sealed class LifeDesk(Db db, LawInForce law, ReadRows rows, PersonVault vault, PersonRecords persons, PetitionDesk petitions)
{
    /// <summary>The contact leaves the petition and gets one of its own: nothing disappears.</summary>
    public async Task<Answer<PetitionAnswer>> Leave(ActingPerson who, PetitionAct act, Guid contactId, string reason, CancellationToken stop)
    {
        if (await Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        var (petition, history, refusal) = ready;
        if (refusal is not null)
        {
            return refusal;
        }

        if (Joining.Leave(petition, contactId, reason) is Decision<object>.Refused refused)
        {
            return refused.Why;
        }

        var id = new StreamId(petition.Contacts.First(c => c.Contact == contactId).Home, contactId);
        if (await EventStore.Load(db, who.Scope, id, stop) is not { } contactHistory)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        var contact = Contact.Fold(id, contactHistory.Facts);
        var details = await persons.Open(who.Scope, id.Home, contact.Facts.Petitioners.Select(p => p.Person), stop);
        await using var connection = await db.OpenAsync(stop);
        var numbers = await Numbers.Take(connection, who.Court, act.Petition.Home, ["petition"], petitions.Today.Year, stop);
        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var after = petitions.Stage(batch, context, act.Petition, petition, history.Head, [new DatedFact(new PetitionContactLeft(contactId, reason), act.On)]);
        var opened = Open(batch, context, contact, petition, $"{petitions.Today.Year}-{law.Now.Court(act.Petition.Home).Code ?? $"院{act.Petition.Home}"}-{numbers["petition"]:0000}", reason);
        Relink(batch, context, contact, contactHistory.Head, [new ContactLeft(act.Petition.Id, reason), new ContactJoined(opened.Id.Home, opened.Id.Id, opened.Opened.Number)], act.On, opened);
        MatchKeys.Add(batch, opened.Id.Home, MatchKeys.Of(vault, opened.Id.Id, details.Select(d => d.Details), contact.Facts.CaseNumber));
        return await Finish(connection, batch, act, after, opened, stop);
    }

    /// <summary>Puts a petition into another of the same court; the survivor keeps both histories.</summary>
    public async Task<Answer<PetitionAnswer>> Merge(ActingPerson who, PetitionAct act, StreamId survivorId, string reason, CancellationToken stop) =>
        await Two(who, act, survivorId, (other, survivor) => LifeCycle.Merge(other, survivor, reason), (other, survivor) => LifeCycle.Absorb(other, survivor, reason), stop);

    /// <summary>Undoes a merger: the contacts go back.</summary>
    public async Task<Answer<PetitionAnswer>> UndoMerge(ActingPerson who, PetitionAct act, StreamId survivorId, string reason, CancellationToken stop) =>
        await Two(who, act, survivorId, (other, survivor) => LifeCycle.UndoMerge(other, survivor, reason), (other, _) => [new PetitionReleased(other.Id.Id, reason)], stop);

    /// <summary>Corrects a detail of a contact; a corrected receipt date moves the clocks that it started, with an event that says so.</summary>
    public async Task<Answer<PetitionAnswer>> Correct(
        ActingPerson who, PetitionAct act, Guid contactId, string field, string? value, string reason, CancellationToken stop)
    {
        if (await Ready(who, act, stop) is not { } ready || ready.Petition.Contacts.FirstOrDefault(c => c.Contact == contactId) is not { } joined
            || await EventStore.Load(db, who.Scope, new StreamId(joined.Home, contactId), stop) is not { } contactHistory)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        var (petition, history, refusal) = ready;
        var contact = Contact.Fold(contactHistory.Head.Id, contactHistory.Facts);
        if (refusal is not null)
        {
            return refusal;
        }

        if (LifeCycle.Correct(contact, field, value, reason, petitions.Today) is not Decision<object>.Done done)
        {
            return ((Decision<object>.Refused)LifeCycle.Correct(contact, field, value, reason, petitions.Today)).Why;
        }

        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var corrected = new PetitionContactCorrected(
            contactId, field == "receivedOn" ? DateOnly.ParseExact(value!, "yyyy-MM-dd") : null, field == "caseNumber" ? value : null,
            field == "people" ? int.Parse(value!) : null);
        var after = petitions.Stage(batch, context, act.Petition, petition, history.Head, [new DatedFact(corrected, act.On)]);
        Relink(batch, context, contact, contactHistory.Head, done.Events, act.On, after);
        await using var connection = await db.OpenAsync(stop);
        return await Run(batch.Close(connection), act, after, stop);
    }

    private async Task<Answer<PetitionAnswer>> Two(
        ActingPerson who, PetitionAct act, StreamId otherId, Func<Petition, Petition, Decision<object>> decide,
        Func<Petition, Petition, IReadOnlyList<object>> beside, CancellationToken stop)
    {
        if (await Ready(who, act, stop) is not { } ready || await petitions.Load(who.Scope, otherId, stop) is not var (survivor, survivorHistory))
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        var (petition, history, refusal) = ready;
        if (refusal is not null)
        {
            return refusal;
        }

        if (decide(petition, survivor) is not Decision<object>.Done done)
        {
            return ((Decision<object>.Refused)decide(petition, survivor)).Why;
        }

        var details = await persons.Open(who.Scope, petition.Id.Home, petition.Petitioners.Select(p => p.Person), stop);
        var context = petitions.Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var after = petitions.Stage(batch, context, act.Petition, petition, history.Head, done.Events.Select(e => new DatedFact(e, act.On)));
        petitions.Stage(batch, context, otherId, survivor, survivorHistory.Head, beside(petition, survivor).Select(e => new DatedFact(e, act.On)));
        MatchKeys.Add(batch, otherId.Home, MatchKeys.Of(vault, otherId.Id, details.Select(d => d.Details), petition.Opened.CaseNumber));
        await using var connection = await db.OpenAsync(stop);
        return await Run(batch.Close(connection), act, after, stop);
    }

    private async Task<(Petition Petition, LoadedHistory History, Refusal? Refusal)?> Ready(ActingPerson who, PetitionAct act, CancellationToken stop)
    {
        if (await petitions.Load(who.Scope, act.Petition, stop) is not var (petition, history))
        {
            return null;
        }

        Refusal? refusal = act.Expected is { } expected && expected != petition.Version
            ? new Refusal.Conflict(expected, petition.Version)
            : law.Now.MayNot(who, act.Act, petition);
        return (petition, history, refusal);
    }

    private Petition Open(CommandBatch batch, CommandContext context, Contact contact, Petition from, string number, string reason)
    {
        var id = new StreamId(contact.Id.Home, Guid.CreateVersion7(context.Now));
        var opened = PetitionOpened.By(contact.Facts, number, from.Opened.Responsible, from.Opened.OriginalHandler);
        var joined = (Decision<object>.Done)Joining.Join(Petition.Begin(id, opened), contact, reason);
        return petitions.Stage(
            batch, context, id, null, StreamHead.New(id), joined.Events.Prepend(opened).Select(e => new DatedFact(e, contact.Facts.ReceivedOn)));
    }

    private void Relink(
        CommandBatch batch, CommandContext context, Contact contact, StreamHead head, IReadOnlyList<object> facts, DateOnly on, Petition petition)
    {
        var dated = facts.Select(f => new DatedFact(f, on)).ToList();
        EventStore.Append(batch, context, head, "contact", dated, rows.SeenBy(contact.Id.Home, petition.Opened.Responsible));
        rows.Of(contact.After(dated), petition.Opened.Responsible).Write(batch);
    }

    private static async Task<Answer<PetitionAnswer>> Finish(
        NpgsqlConnection connection, CommandBatch batch, PetitionAct act, Petition after, Petition opened, CancellationToken stop) =>
        await Run(batch.Finish(connection), act, after, stop) is Answer<PetitionAnswer>.Refused refused
            ? refused
            : new PetitionAnswer(opened.Id.Home, opened.Id.Id, opened.Opened.Number, opened.Version);

    private static async Task<Answer<PetitionAnswer>> Run(
        NpgsqlBatch batch, PetitionAct act, Petition after, CancellationToken stop)
    {
        try
        {
            await using (batch)
            {
                await batch.ExecuteNonQueryAsync(stop);
            }

            return new PetitionAnswer(act.Petition.Home, act.Petition.Id, after.Opened.Number, after.Version);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new Refusal.Conflict(act.Expected ?? after.Version - 1, after.Version);
        }
    }
}
