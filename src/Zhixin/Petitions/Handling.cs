namespace Zhixin.Petitions;

/// <summary>An opinion on its way: submitted, approved or returned.</summary>
/// <param name="On">The day of submission.</param>
/// <param name="Approved">Null while nobody has decided.</param>
public sealed record Opinion(PetitionOpinionSubmitted Submitted, DateOnly On, bool? Approved, string? ReturnedBecause);

/// <summary>What was done in handling: the fold of those facts. A reopening begins it anew; what was, stays in the history.</summary>
public sealed record Handling(int Meetings, Opinion? Opinion, PetitionReplied? Reply, DateOnly? RepliedOn, PetitionResolved? Resolution)
{
    /// <summary>What superior courts said of the resolution that was asserted last, in the order in which they did.</summary>
    public IReadOnlyList<Recognition> Recognitions { get; init; } = [];

    /// <summary>Whether the resolution stands and a superior recognised it: then superiors hand down and supervise no more (SPC16-7).</summary>
    public bool IsRecognised => Resolution is not null && Recognitions.Any(r => r.Recognised);

    /// <summary>When the resolution was asserted that stands; null where none does.</summary>
    public DateOnly? ResolvedOn { get; init; }

    /// <summary>Before anything was done.</summary>
    public static Handling None { get; } = new(0, null, null, null, null);

    /// <summary>Applies a fact; null when it is not about handling.</summary>
    public Handling? Apply(History.DatedFact dated) => dated.Fact switch
    {
        PetitionMet => this with { Meetings = Meetings + 1 },
        PetitionInquiryMade or PetitionFeedbackSent or PetitionClosed => this,
        PetitionOpinionSubmitted submitted => this with { Opinion = new Opinion(submitted, dated.On, null, null) },
        PetitionOpinionApproved => this with { Opinion = Opinion! with { Approved = true } },
        PetitionOpinionReturned returned => this with { Opinion = Opinion! with { Approved = false, ReturnedBecause = returned.Reason } },
        PetitionReplied replied => this with { Reply = replied, RepliedOn = dated.On },
        PetitionResolved resolved => this with { Resolution = resolved, ResolvedOn = dated.On, Recognitions = [] },
        PetitionResolutionRecognised recognised => this with { Recognitions = [.. Recognitions, new Recognition(recognised.Court, true, recognised.Opinion, dated.On)] },
        PetitionResolutionLapsed => this with { Resolution = null, ResolvedOn = null },
        PetitionResolutionNotRecognised not => this with { Resolution = null, ResolvedOn = null, Recognitions = [.. Recognitions, new Recognition(not.Court, false, not.Reason, dated.On)] },
        _ => null,
    };
}
