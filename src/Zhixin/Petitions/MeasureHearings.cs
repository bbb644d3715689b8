using Zhixin.History;
using Zhixin.Intake;

namespace Zhixin.Petitions;

/// <summary>A party that has the notice of a hearing, since when, and what proves it.</summary>
public sealed record ServedParty(Capacity Party, DateOnly On, ServiceMethod Method, string Proof);

/// <summary>A hearing from its announcement to its end.</summary>
/// <param name="Held">Null before, and where it was cancelled.</param>
/// <param name="CancelledBecause">Null unless it was cancelled.</param>
public sealed record Hearing(PetitionHearingAnnounced Announced, IReadOnlyList<ServedParty> Served, PetitionHearingHeld? Held, string? CancelledBecause)
{
    /// <summary>The day of the announcement.</summary>
    public required DateOnly AnnouncedOn { get; init; }

    /// <summary>Announced, and neither held nor cancelled.</summary>
    public bool IsPending => Held is null && CancelledBecause is null;
}

/// <summary>Whether the petition is major or complex, and its hearings in the order of their numbers.</summary>
/// <param name="Flag">Null where it is neither.</param>
public sealed record Hearings(PetitionFlagged? Flag, IReadOnlyList<Hearing> All)
{
    /// <summary>Since when it is flagged as it stands; null where it is not.</summary>
    public DateOnly? FlaggedOn { get; init; }

    /// <summary>Before anything was done.</summary>
    public static Hearings None { get; } = new(null, []);

    /// <summary>The hearing that is announced and not yet held; null where there is none.</summary>
    public Hearing? Pending => All.FirstOrDefault(h => h.IsPending);

    /// <summary>Whether a public hearing is still required (SPC09-1.3): one is enough for the petition.</summary>
    public bool IsOwed => Flag is not null && !All.Any(h => h.Held is { Public: true });

    /// <summary>Applies a fact; null when it is not about hearings.</summary>
    public Hearings? Apply(DatedFact dated) => dated.Fact switch
    {
        PetitionFlagged flagged => this with { Flag = flagged, FlaggedOn = dated.On },
        PetitionFlagLifted => this with { Flag = null, FlaggedOn = null },
        PetitionHearingAnnounced announced => this with { All = [.. All, new Hearing(announced, [], null, null) { AnnouncedOn = dated.On }] },
        PetitionHearingNoticeServed served => With(served.No, h => h with { Served = [.. h.Served, new ServedParty(served.Party, dated.On, served.Method, served.Proof)] }),
        PetitionHearingHeld held => With(held.No, h => h with { Held = held }),
        PetitionHearingCancelled cancelled => With(cancelled.No, h => h with { CancelledBecause = cancelled.Reason }),
        _ => null,
    };

    private Hearings With(int no, Func<Hearing, Hearing> change) =>
        this with { All = [.. All.Select(h => h.Announced.No == no ? change(h) : h)] };
}
