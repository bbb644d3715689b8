using Npgsql;
using Zhixin.Database.History;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>
/// The other half of a join across courts, in the home of the contact. It reads what the petition's history says and makes the contact say
/// the same: doing it again changes nothing, so that a half that was lost on the way is simply made later.
/// </summary>
public sealed class OtherHalves(Db db, PetitionDesk petitions, ContactLinks contacts)
{
    private const string Topic = "join-half";
    private const int Most = 200;

    /// <summary>Stages the message, in the transaction of the first half.</summary>
    public static void Stage(CommandBatch batch, CommandContext context, Petition petition, StreamId contact) => batch.Add(
        "insert into outbox (home, id, stream, topic, court, kind, number, body, barred, not_before, state, seen_by) values ($1, $2, $3, 'join-half', $4, 'petition', '', $5, '{}', $6, 'queued', $7)",
        petition.Id.Home, Guid.CreateVersion7(context.Now), petition.Id.Id, petition.Opened.Responsible,
        CanonicalJson.Of(new Half(contact.Home, contact.Id, context.Actor, context.Act)), context.Now.UtcDateTime, new[] { petition.Opened.Responsible });

    /// <summary>Makes every half that waits. The number made.</summary>
    public async Task<int> Run(CancellationToken stop)
    {
        var queued = await db.Maintenance<Message>(
            "select home, id, stream, court, body from outbox where topic = $1 and state = 'queued' order by home, id limit $2", [Topic, Most], stop);
        foreach (var message in queued)
        {
            var half = (Half)CanonicalJson.Read(message.Body, typeof(Half));
            await Make(new StreamId(message.Home, message.Stream), message.Court, half, stop);
            await Commands.Execute(
                db, new CommandBatch(message.Court).Add("update outbox set state = 'delivered' where home = $1 and id = $2", message.Home, message.Id), stop);
        }

        return queued.Count;
    }

    private async Task Make(StreamId petitionId, int responsible, Half half, CancellationToken stop)
    {
        while (!await IsMade(petitionId, responsible, half, stop))
        {
            // Somebody else acted on the contact meanwhile; what follows is decided again.
        }
    }

    /// <summary>False where somebody else acted meanwhile and nothing was done here.</summary>
    private async Task<bool> IsMade(StreamId petitionId, int responsible, Half half, CancellationToken stop)
    {
        var scope = new Scope(half.ContactHome, Guid.Empty);
        var id = new StreamId(half.ContactHome, half.Contact);
        if (await petitions.Load(new Scope(responsible, Guid.Empty), petitionId, stop) is not var (petition, _) || await contacts.Load(scope, id, stop) is not { } contact)
        {
            return true;
        }

        var own = new List<(Petition Petition, LoadedHistory History)>();
        foreach (var joined in contact.Contact.Petitions.Where(p => p.PetitionHome == half.ContactHome))
        {
            own.Add(await petitions.Load(scope, new StreamId(joined.PetitionHome, joined.Petition), stop) ?? throw new InvalidDataException("A court sees its own petitions."));
        }

        var links = Joining.Mirror(contact.Contact, petition);
        if (links.Count == 0)
        {
            return true;
        }

        var job = new ActingPerson(half.Actor, string.Empty, half.ContactHome, [], Origin.Job);
        var context = petitions.Begin(job, half.Act);
        var batch = new CommandBatch(half.ContactHome);
        foreach (var (mine, history) in own)
        {
            var follows = Joining.Follows(mine, contact.Contact.Id.Id, petition, links);
            if (follows.Count > 0)
            {
                petitions.Stage(batch, context, mine.Id, mine, history.Head, follows.Select(f => new DatedFact(f, petitions.Today)));
            }

            links = [.. links, .. follows.OfType<PetitionContactLeft>().Select(left => new ContactLeft(mine.Id.Id, left.Reason))];
        }

        contacts.Stage(batch, context, contact, links, petitions.Today);
        try
        {
            await Commands.Execute(db, batch, stop);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>What the message says: whose other half, and who made the first one by which act.</summary>
    private sealed record Half(int ContactHome, Guid Contact, Guid Actor, string Act);

    private sealed record Message
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }

        public required Guid Stream { get; init; }

        public required int Court { get; init; }

        public required string Body { get; init; }
    }
}
