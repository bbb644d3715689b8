using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Obligations;
using Zhixin.Papers;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Matters;

/// <summary>An act on a matter that has a history of its own.</summary>
/// <param name="Act">Code in the authority matrix.</param>
/// <param name="Expected">The version that the actor saw; null for acts that only add.</param>
/// <param name="On">When it happened in law.</param>
/// <param name="Proof">What proves the day of an act that is entered late.</param>
public sealed record MatterAct(string Act, StreamId Matter, int? Expected, DateOnly On, Resend? Resend, string? Proof = null);

/// <summary>What an act leaves: the matter's new version.</summary>
public sealed record MatterAnswer(int Home, Guid Id, string Number, int Version)
{
    /// <summary>Number, within the matter, of the paper that went out with the act; null where none did.</summary>
    public int? Paper { get; init; }

    /// <summary>What stands on it as its number; null with it.</summary>
    public string? PaperNumber { get; init; }
}

/// <summary>What a kind of matter is: how it is folded, who sees it, and what follows from its facts.</summary>
/// <param name="Name">The stream's kind.</param>
/// <param name="Fold">Null where a history is of another kind.</param>
/// <param name="Accused">Staff who do not see it.</param>
/// <param name="Court">The court whose packs say from when on an entry is late.</param>
/// <param name="Since">The day of the fact that a fact answers; nothing happens before it.</param>
/// <param name="Late">The fact that says that an act was entered late: act, proof, working days.</param>
/// <param name="Notices">Who is told of the facts of an act, given the matter before and after them and who acts.</param>
/// <param name="Moment">What the law itself makes happen by a day, before any act of that day; null where nothing waits.</param>
public sealed record MatterKind<T>(
    string Name, Func<StreamId, LoadedHistory, T?> Fold, Func<T, IReadOnlyList<Guid>> Accused, Func<T, int> Version, Func<T, string> Number, Func<T, int> Court, Func<T, object, DateOnly> Since,
    Func<string, string, int, object> Late, Func<Law, T, DateOnly, DatedFact?> Moment, Func<Law, ActingPerson, string, T, Refusal?> MayNot,
    Func<Law, T?, StreamId, IEnumerable<DatedFact>, DateOnly, (T After, IReadOnlyList<DatedFact> Facts)> Tell, Func<T, IReadOnlyList<(int Court, string Ground)>> Sight,
    Func<T, IEnumerable<TableRow>> Rows, Func<Law, T?, T, IReadOnlyList<DatedFact>, Actors, IReadOnlyList<Notice>> Notices)
    where T : class
{
    /// <summary>Its obligations, open and ended: a calendar notice moves the dates of those that are open.</summary>
    public required Func<T, IReadOnlyList<Obligation>> Obligations { get; init; }

    /// <summary>The papers that went out in it; a kind that issues none has none.</summary>
    public Func<T, IReadOnlyList<MatterPaper>> Papers { get; init; } = _ => [];

    /// <summary>What goes with the facts of an act in the same transaction, such as a message to another home; null where nothing does.</summary>
    public Action<CommandBatch, CommandContext, T, IReadOnlyList<object>>? Also { get; init; }
}
