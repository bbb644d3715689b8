using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Notices;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>
/// The other half of a join across courts, in the home of the contact. It reads what the petition's history says and makes the contact say
/// the same: doing it again changes nothing, so that a half that was lost on the way is simply made later.
/// </summary>
public sealed class OtherHalves(Db db, PetitionDesk petitions, ContactLinks contacts, HalfQueue queue)
{
    private const string Topic = "join-half";

    /// <summary>Stages the message, in the transaction of the first half.</summary>
    public static void Stage(CommandBatch batch, CommandContext context, Petition petition, StreamId contact) => HalfQueue.Stage(
        batch, context, petition.Id, Topic, PetitionNotices.Kind, petition.Opened.Responsible, new Half(contact.Home, contact.Id, context.Actor, context.Act));

    /// <summary>Makes every half that waits.</summary>
    public Task<HalvesRun> Run(CancellationToken stop) => queue.Run(Topic, Make, stop);

    /// <summary>Makes what an act on a petition has just staged.</summary>
    /// <param name="court">The court that answers for it after the act.</param>
    public Task Run(StreamId petition, int court, CancellationToken stop) => queue.Own(petition, court, Topic, Make, stop);

    private async Task<bool> Make(HalfMessage message, CancellationToken stop)
    {
        await Make(new StreamId(message.Home, message.Stream), message.Court, (Half)CanonicalJson.Read(message.Body, typeof(Half)), stop);
        return true;
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
}
