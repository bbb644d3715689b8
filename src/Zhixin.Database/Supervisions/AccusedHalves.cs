using Zhixin.Database.History;
using Zhixin.Database.Matters;
using Zhixin.Database.Notices;
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
public sealed class AccusedHalves(Db db, PetitionDesk petitions, MatterDesk<Supervision> supervisions, HalfQueue queue)
{
    private const string Topic = "accused-half";

    /// <summary>Stages the message where more staff are accused than before; what begins now is supervised by nobody yet.</summary>
    internal static void Stage(CommandBatch batch, CommandContext context, Petition? before, Petition after)
    {
        if (before is not null && after.Accused.Except(before.Accused).Any())
        {
            HalfQueue.Stage(batch, context, after.Id, Topic, PetitionNotices.Kind, after.Opened.Responsible, new Half(context.Actor, context.Act));
        }
    }

    /// <summary>Makes every half that waits.</summary>
    public Task<HalvesRun> Run(CancellationToken stop) => queue.Run(Topic, Make, stop);

    private async Task<bool> Make(HalfMessage message, CancellationToken stop)
    {
        var half = (Half)CanonicalJson.Read(message.Body, typeof(Half));
        if (await petitions.Load(new Scope(message.Home, Guid.Empty), new StreamId(message.Home, message.Stream), stop) is var (petition, _))
        {
            foreach (var found in await db.Maintenance<Found>("select home, id from supervision where petition_home = $1 and petition = $2 order by home, id", [message.Home, message.Stream], stop))
            {
                await supervisions.Follow(new StreamId(found.Home, found.Id), half.Actor, half.Act, s => Naming.Follow(s, petition.Accused), stop);
            }
        }

        return true;
    }

    /// <summary>What the message says: who accused, by which act.</summary>
    private sealed record Half(Guid Actor, string Act);

    private sealed record Found
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }
    }
}
