using Zhixin.History;
using Zhixin.Obligations;

namespace Zhixin.Database.Matters;

/// <summary>Streams of one kind that owe by dates which a calendar notice may move. Days of courts owe on the day itself alone, and are none of these.</summary>
public interface IKeepsDates
{
    /// <summary>The streams' kind.</summary>
    string Kind { get; }

    /// <summary>A stream's obligations; none where it is gone.</summary>
    Task<IReadOnlyList<Obligation>> Obligations(StreamId id, CancellationToken stop);

    /// <summary>Moves dates: the software acts for whoever confirmed the notice. What to move is asked again where somebody else acted meanwhile.</summary>
    Task Move(StreamId id, Guid confirmer, string act, Func<IReadOnlyList<Obligation>, IReadOnlyList<ObligationMoved>> moves, CancellationToken stop);
}
