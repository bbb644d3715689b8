using Zhixin.Database.History;
using Zhixin.Database.Notices;
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
public sealed class TakeOvers(PetitionDesk petitions, MoveDesk moves, HalfQueue queue)
{
    private const string Topic = "take-over-half";

    /// <summary>Stages the message, in the transaction of the first half; nothing where the supervision stands on the case alone.</summary>
    public static void Stage(CommandBatch batch, CommandContext context, Supervision after, IReadOnlyList<object> facts)
    {
        if (after.Material.Subject is { Petition: { } petition, Home: { } home } && facts.Any(f => f is SupervisionDesignated or SupervisionElevated))
        {
            var taken = after.TakenOver[^1];
            HalfQueue.Stage(batch, context, after.Id, Topic, Supervision.Kind, context.Court, new Half(home, petition, taken.From, taken.To, taken.Ruling, context.Actor, context.Act));
        }
    }

    /// <summary>Makes every half that waits. One whose petition cannot go along yet stays, and is tried again.</summary>
    public Task<HalvesRun> Run(CancellationToken stop) => queue.Run(Topic, Make, stop);

    /// <summary>Makes what an act on a supervision has just staged.</summary>
    /// <param name="court">The court that acted.</param>
    public Task Run(StreamId supervision, int court, CancellationToken stop) => queue.Own(supervision, court, Topic, Make, stop);

    private async Task<bool> Make(HalfMessage message, CancellationToken stop)
    {
        var half = (Half)CanonicalJson.Read(message.Body, typeof(Half));
        var (id, isStuck) = (new StreamId(half.Home, half.Petition), false);
        await moves.Follow(ActingPerson.Software(half.Home) with { Id = half.Actor }, half.Act, id, petition =>
        {
            isStuck = Moving.Stuck(petition, half.From) is not null && !petition.Rulings.Contains(half.Ruling);
            return Moving.Follow(petition, half.From, half.To, half.Ruling, petitions.Today);
        }, stop);
        return !isStuck;
    }

    /// <summary>What the message says: which petition goes from where to where, by which ruling, and who acted.</summary>
    private sealed record Half(int Home, Guid Petition, int From, int To, string Ruling, Guid Actor, string Act);
}
