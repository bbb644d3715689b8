using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>An applicant's claim that a closed case is not enforced, and whether notice and remedy were served.</summary>
public sealed record ClosingClaim(ClosingClaimReceived Received, bool Answered)
{
    /// <summary>The n-th of a petition, as its clocks know it.</summary>
    public static Thing Thing(int no) => new("closing-claim", no);
}

/// <summary>What leads from a petition to procedures 诉访分离: the fold of those facts.</summary>
public sealed record Procedures(IReadOnlyList<ClosingClaim> Claims, IReadOnlyList<Conversion> Conversions)
{
    /// <summary>Before anything was received.</summary>
    public static Procedures None { get; } = new([], []);

    /// <summary>The paper whose filing is owed since longest; null where none is.</summary>
    public Conversion? Owed => Conversions.FirstOrDefault(c => c.IsOwed);

    /// <summary>Enforcement that was restored, in the order of recording.</summary>
    public IReadOnlyList<EnforcementRestored> Restored { get; init; } = [];

    /// <summary>Why superiors answer on the substance though no procedure has reviewed the act; the newest of each court.</summary>
    public IReadOnlyList<SubstanceReasoned> Reasons { get; init; } = [];

    /// <summary>
    /// Whether something in it is not done: a claim without its answer, a procedure that is not decided, or one of whose filing both sides do not know.
    /// </summary>
    public bool IsPending => Claims.Any(c => !c.Answered) || Conversions.Any(c => c.Ended is null || c.IsOpen || c.IsUntold);

    /// <summary>Whether a person made an act that is under review: that person does not review it.</summary>
    public bool Made(Func<Guid, bool> include) => Conversions.Any(c => (c.Ended is null || c.IsOpen) && c.Owed.MadeBy is { } maker && include(maker));

    /// <summary>Whether a procedure has reviewed the act complained of (SPC16-14).</summary>
    public bool IsReviewed => Conversions.Any(c => c.IsReviewed);

    /// <summary>The chain with a number; null where there is none.</summary>
    public Conversion? Find(int no) => Conversions.FirstOrDefault(c => c.Owed.No == no);

    /// <summary>How far the remedies against the act complained of were used (SPC16-11, 20): of the chain that went furthest, and of several the newest.</summary>
    public ReviewExhaustion Exhaustion => Conversions.Select(Used).Where(u => u.IsReviewed)
        .MaxBy(u => (u.Last!.Kind, u.Last.On, u.Chain)) ?? ReviewExhaustion.None;

    /// <summary>Applies a fact; null when it is not about procedures.</summary>
    /// <param name="responsible">Number of the court that answers: a paper that it receives is reviewed there.</param>
    public Procedures? Apply(DatedFact dated, int responsible) => dated.Fact switch
    {
        ClosingClaimReceived received => this with { Claims = [.. Claims, new ClosingClaim(received, Answered: false)] },
        ClosingNoticeServed served => Answered(served.No),
        ClosingRemedyTold told => Answered(told.No),
        ConversionOwed owed => this with { Conversions = [.. Conversions, Conversion.Begin(owed, responsible)] },
        EnforcementRestored restored => this with { Restored = [.. Restored, restored] },
        SubstanceReasoned reasoned => this with { Reasons = [.. Reasons.Where(r => r.Court != reasoned.Court), reasoned] },
        EarlierRulingRecorded earlier when Find(earlier.No) is null => this with { Conversions = [.. Conversions, Conversion.Begin(earlier)] },
        IAboutThing { Thing: { Series: "conversion", No: var no } } => Find(no) is { } chain && ChainFold.Apply(chain, dated) is { } next ? Replace(no, next) : null,
        _ => null,
    };

    private static ReviewExhaustion Used(Conversion chain)
    {
        ReviewRuling? Last(ReviewKind kind) => chain.Round.LastOrDefault(s => s.Kind == kind && s.AsRuling is not null)?.AsRuling;
        return new ReviewExhaustion(chain.Owed.No, Last(ReviewKind.Objection), Last(ReviewKind.Reconsideration), Last(ReviewKind.Supervision));
    }

    private Procedures Answered(int no) => this with { Claims = [.. Claims.Select(c => c.Received.No == no ? c with { Answered = true } : c)] };

    private Procedures Replace(int no, Conversion next) => this with { Conversions = [.. Conversions.Select(c => c.Owed.No == no ? next : c)] };
}
