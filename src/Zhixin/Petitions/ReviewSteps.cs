using Zhixin.Courts;

namespace Zhixin.Petitions;

/// <summary>What a ruling says; which of these fit depends on the step: <see cref="RulingOutcomes"/>.</summary>
public enum RulingOutcome
{
    /// <summary>The objection is well founded.</summary>
    Upheld,

    /// <summary>The objection is well founded in part.</summary>
    PartlyUpheld,

    /// <summary>The objection is not well founded.</summary>
    Rejected,

    /// <summary>The paper is not accepted as an objection.</summary>
    NotAccepted,

    /// <summary>The ruling below stands; whoever asked lost.</summary>
    Maintained,

    /// <summary>The ruling below is changed.</summary>
    Changed,

    /// <summary>The ruling below, or the act, is revoked.</summary>
    Revoked,

    /// <summary>The rulings below are revoked, and the enforcing court reviews the objection anew.</summary>
    SentBack,
}

/// <summary>Which outcomes a step can have.</summary>
public static class RulingOutcomes
{
    /// <summary>Whether a ruling on such a step can say this.</summary>
    public static bool Fits(this RulingOutcome outcome, ReviewKind kind) => kind == ReviewKind.Objection == (outcome <= RulingOutcome.NotAccepted);

    /// <summary>Whether whoever asked lost altogether.</summary>
    public static bool IsRejection(this RulingOutcome outcome) => outcome is RulingOutcome.Rejected or RulingOutcome.NotAccepted or RulingOutcome.Maintained;

    internal static RulingOutcome Of(ObjectionOutcome outcome) => outcome switch
    {
        ObjectionOutcome.Upheld => RulingOutcome.Upheld,
        ObjectionOutcome.PartlyUpheld => RulingOutcome.PartlyUpheld,
        ObjectionOutcome.Rejected => RulingOutcome.Rejected,
    };
}

/// <summary>Why a court owes a case of supervision 执监.</summary>
public enum SupervisionGround
{
    /// <summary>Against a ruling on reconsideration (SPC16-15).</summary>
    Reconsideration,

    /// <summary>The objection came in time and was never filed (SPC16-16).</summary>
    UnfiledObjection,

    /// <summary>Against the ruling on supervision of an objection that was never filed (SPC16-16).</summary>
    SupervisionRuling,

    /// <summary>The period for reconsideration was missed (SUP23-5).</summary>
    MissedPeriod,
}

/// <summary>Somebody who reviews a step.</summary>
public sealed record PanelMember(Guid Person, string Name);

/// <summary>A ruling of one step.</summary>
/// <param name="Number">Of the ruling.</param>
/// <param name="Document">Where it is kept.</param>
public sealed record StepRuling(string Number, DateOnly On, RulingOutcome Outcome, string Document);

/// <summary>When a ruling reached whom it concerns.</summary>
/// <param name="Level">Level of the court that made the ruling, as the court tree had it on that day.</param>
public sealed record StepService(DateOnly On, CourtLevel Level, string To);

/// <summary>That the ruling of a step takes longer was asked for; the president of the court decides (EPI-8, REV-8).</summary>
/// <param name="Agreed">Null while nobody has decided.</param>
public sealed record LongerReview(Guid By, Guid? For, string Reason, DateOnly AskedOn, bool? Agreed);

/// <summary>One procedure of a chain: an objection, a reconsideration, a supervision.</summary>
/// <param name="Court">Number of the court that reviews.</param>
/// <param name="AppliedOn">When the paper that began it was received.</param>
/// <param name="Number">Case number; null while it is not filed.</param>
/// <param name="Ruling">Null while nothing is decided.</param>
/// <param name="WithdrawnOn">Null unless it was taken back, or gave way to another procedure.</param>
public sealed record ReviewStep(ReviewKind Kind, int Court, DateOnly AppliedOn, string? Number, DateOnly? FiledOn, StepRuling? Ruling, DateOnly? WithdrawnOn)
{
    /// <summary>Why it is owed, where it is a supervision.</summary>
    public SupervisionGround? Ground { get; init; }

    /// <summary>When the file went up to the court that reconsiders (EPI-7).</summary>
    public DateOnly? SentUpOn { get; init; }

    /// <summary>Who reviews it.</summary>
    public IReadOnlyList<PanelMember> Members { get; init; } = [];

    /// <summary>Null while the ruling reached nobody: it takes effect with its service.</summary>
    public StepService? Served { get; init; }

    /// <summary>The last request for more time.</summary>
    public LongerReview? Longer { get; init; }

    /// <summary>Whether it comes from papers that are older than this matter, or ran outside of it.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>Whether it is under way.</summary>
    public bool IsOpen => Ruling is null && WithdrawnOn is null;

    /// <summary>Whether it is filed and not decided.</summary>
    public bool IsUnderReview => IsOpen && Number is not null;

    /// <summary>Whether a court said something about the act in it, or will.</summary>
    public bool Reviews => Ruling is { Outcome: not RulingOutcome.NotAccepted };

    /// <summary>The ruling as termination reads it; null before it reached anybody.</summary>
    internal ReviewRuling? AsRuling => Ruling is { } ruling && Served is { } served
        ? new ReviewRuling(Kind, Court, served.Level, ruling.Number, ruling.On, ruling.Outcome.IsRejection(), ruling.Document)
        : null;
}
