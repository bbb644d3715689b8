using Zhixin.History;

namespace Zhixin.Supervisions;

/// <summary>
/// A letter was drafted, and waits for agreement before it goes out: only where the court chose so (letter-approval). No clock waits with it.
/// </summary>
/// <param name="No">1, 2, 3 … of the drafts within the supervision.</param>
/// <param name="Demands">What is asked of the lower court.</param>
/// <param name="Platform">Number on the platform; null where it goes otherwise.</param>
[Fact("supervision.letter-drafted", Clause = "HNI-4")]
public sealed record SupervisionLetterDrafted(
    int No, LetterKind Letter, int From, int To, string Demands, string Materials, DateOnly? DueOn, bool InPerson, bool WithFile, string? Platform, Guid DraftedBy, Guid? DraftedFor);

/// <summary>Another person agreed with it: it goes out with this act.</summary>
[Fact("supervision.letter-approved", Clause = "HNI-4")]
public sealed record SupervisionLetterApproved(int No);

/// <summary>Another person gave it back.</summary>
[Fact("supervision.letter-returned", Clause = "HNI-4")]
public sealed record SupervisionLetterReturned(int No, string Reason);

/// <summary>A letter that was drafted.</summary>
/// <param name="DecidedOn">Null while it waits.</param>
public sealed record LetterDraft(SupervisionLetterDrafted Facts, DateOnly On, DateOnly? DecidedOn)
{
    /// <summary>Why it was given back; null where it was not.</summary>
    public string? Returned { get; init; }

    /// <summary>Whether somebody still has to decide.</summary>
    public bool IsWaiting => DecidedOn is null;
}
