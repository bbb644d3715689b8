using Zhixin.Database.History;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;

namespace Zhixin.Database.Supervisions;

/// <summary>
/// Whom a petition comes to accuse is barred from every supervision that stands on it (GC21-5(1)), in the homes of those who supervise. The message is staged in
/// the transaction that accuses; the half reads whom the petition accuses, so that one that was lost on the way is made later and one made twice changes nothing.
/// </summary>
public sealed class AccusedHalves(Db db, PetitionDesk petitions, MatterDesk<Supervision> supervisions)
{
    private const int Most = 200;

    /// <summary>Stages the message where more staff are accused than before.</summary>
    internal static void Stage(CommandBatch batch, CommandContext context, Petition? before, Petition after)
    {
        if (before is null || !after.Accused.Except(before.Accused).Any())
        {
            return; // What begins now is supervised by nobody yet.
        }

        batch.Add(
            "insert into outbox (home, id, stream, topic, court, kind, number, body, barred, not_before, state, seen_by) values ($1, $2, $3, 'accused-half', $4, 'petition', '', $5, '{}', $6, 'queued', $7)",
            after.Id.Home, Guid.CreateVersion7(context.Now), after.Id.Id, after.Opened.Responsible, CanonicalJson.Of(new Half(context.Actor, context.Act)), context.Now.UtcDateTime,
            new[] { after.Opened.Responsible });
    }

    /// <summary>Makes every half that waits. The number of messages.</summary>
    public async Task<int> Run(CancellationToken stop)
    {
        var queued = await db.Maintenance<Message>(
            "select home, id, stream, court, body from outbox where topic = 'accused-half' and state = 'queued' order by home, id limit $1", [Most], stop);
        foreach (var message in queued)
        {
            await Make(message, (Half)CanonicalJson.Read(message.Body, typeof(Half)), stop);
            await Commands.Execute(
                db, new CommandBatch(message.Court).Add("update outbox set state = 'delivered' where home = $1 and id = $2", message.Home, message.Id), stop);
        }

        return queued.Count;
    }

    private async Task Make(Message message, Half half, CancellationToken stop)
    {
        if (await petitions.Load(new Scope(message.Home, Guid.Empty), new StreamId(message.Home, message.Stream), stop) is not var (petition, _))
        {
            return;
        }

        foreach (var found in await db.Maintenance<Found>("select home, id from supervision where petition_home = $1 and petition = $2 order by home, id", [message.Home, message.Stream], stop))
        {
            await supervisions.Follow(new StreamId(found.Home, found.Id), half.Actor, half.Act, s => Naming.Follow(s, petition.Accused), stop);
        }
    }

    /// <summary>What the message says: who accused, by which act.</summary>
    private sealed record Half(Guid Actor, string Act);

    private sealed record Message
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }

        public required Guid Stream { get; init; }

        public required int Court { get; init; }

        public required string Body { get; init; }
    }

    private sealed record Found
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }
    }
}
