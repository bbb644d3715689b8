using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;

namespace Zhixin.Database.Supervisions;

/// <summary>
/// The other half of a ruling by which another court enforces (HNI-9): the petition on which the supervision stands goes along, in its own home. The message is
/// staged in the transaction of the ruling. The half reads where the petition is and makes it follow: doing it again changes nothing, so that one that was lost
/// on the way is simply made later.
/// </summary>
public sealed class TakeOvers(Db db, PetitionDesk petitions, MoveDesk moves)
{
    private const int Most = 200;

    /// <summary>Stages the message, in the transaction of the first half; nothing where the supervision stands on the case alone.</summary>
    public static void Stage(CommandBatch batch, CommandContext context, Supervision after, IReadOnlyList<object> facts)
    {
        if (after.Material.Subject is not { Petition: { } petition, Home: { } home } || !facts.Any(f => f is SupervisionDesignated or SupervisionElevated))
        {
            return;
        }

        var taken = after.TakenOver[^1];
        batch.Add(
            "insert into outbox (home, id, stream, topic, court, kind, number, body, barred, not_before, state, seen_by) values ($1, $2, $3, 'take-over-half', $4, 'supervision', '', $5, '{}', $6, 'queued', $7)",
            after.Id.Home, Guid.CreateVersion7(context.Now), after.Id.Id, context.Court,
            CanonicalJson.Of(new Half(home, petition, taken.From, taken.To, taken.Ruling, context.Actor, context.Act)), context.Now.UtcDateTime, new[] { context.Court });
    }

    /// <summary>Makes every half that waits. The number of messages.</summary>
    public async Task<int> Run(CancellationToken stop)
    {
        var queued = await db.Maintenance<Message>(
            "select home, id, court, body from outbox where topic = 'take-over-half' and state = 'queued' order by home, id limit $1", [Most], stop);
        foreach (var message in queued)
        {
            var half = (Half)CanonicalJson.Read(message.Body, typeof(Half));
            var job = ActingPerson.Software(half.Home) with { Id = half.Actor };
            await moves.Follow(job, half.Act, new StreamId(half.Home, half.Petition), p => Moving.Follow(p, half.From, half.To, half.Ruling, petitions.Today), stop);
            await Commands.Execute(
                db, new CommandBatch(message.Court).Add("update outbox set state = 'delivered' where home = $1 and id = $2", message.Home, message.Id), stop);
        }

        return queued.Count;
    }

    /// <summary>What the message says: which petition goes from where to where, by which ruling, and who acted.</summary>
    private sealed record Half(int Home, Guid Petition, int From, int To, string Ruling, Guid Actor, string Act);

    private sealed record Message
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }

        public required int Court { get; init; }

        public required string Body { get; init; }
    }
}
