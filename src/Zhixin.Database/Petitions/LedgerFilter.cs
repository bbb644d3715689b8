namespace Zhixin.Database.Petitions;

/// <summary>In which order a ledger is read; each order has an index per level of court.</summary>
public enum LedgerOrder
{
    /// <summary>The latest contact first.</summary>
    Newest,

    /// <summary>The next due date first, untimed last; for one handler.</summary>
    Due,

    /// <summary>Only what is overdue, the longest first.</summary>
    Overdue,
}

/// <summary>The last line of the page before: its date in the list's order (null among the untimed), and its id for ties.</summary>
public readonly record struct LedgerPlace(DateOnly? On, Guid Id);

/// <summary>What a ledger page asks for; an absent filter does not filter. Dates are inclusive and mean the day of the latest contact.</summary>
/// <param name="Court">This court and everything under it.</param>
public sealed record LedgerFilter(int Court, LedgerOrder Order)
{
    public string? Stage { get; init; }

    public Guid? Handler { get; init; }

    public string? Channel { get; init; }

    public string? Venue { get; init; }

    public string? Class { get; init; }

    public string? Cause { get; init; }

    public string? CaseNumber { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Two characters or more: words of the text, a name or a part of it, a telephone, an identity number.</summary>
    public string? Words { get; init; }

    /// <summary>Start behind this line.</summary>
    public LedgerPlace? After { get; init; }
}

/// <summary>A page of the ledger with the count of its list, at most one more than <see cref="LedgerLists.CountCap"/>, and when it was counted.</summary>
/// <param name="IsMore">Whether something stands behind the page.</param>
/// <param name="IsCut">Whether the words were found in more contacts than are looked at: the list has only the newest.</param>
public sealed record LedgerSlice(IReadOnlyList<PetitionLine> Lines, bool IsMore, int Count, DateTimeOffset CountedAt, bool IsCut = false);
