using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>How a conversion ended without a ruling on the objection, or with one.</summary>
public enum ConversionEnd
{
    NotAccepted,
    Ruled,
    Withdrawn,

    /// <summary>It was never filed, and a case of supervision took its place (SPC16-16).</summary>
    Supervised,
}

/// <summary>A paper that is an objection, and the chain of procedures that it leads.</summary>
/// <param name="Number">Case number of the procedure; null while it is not filed.</param>
/// <param name="Ended">Null while the paper waits for filing or for the ruling, also after it was sent back.</param>
public sealed record Conversion(ConversionOwed Owed, string? Number, DateOnly? FiledOn, bool Notified, ConversionEnd? Ended, DateOnly? EndedOn)
{
    /// <summary>Number of the court that enforces, and reviews the objection.</summary>
    public int Court { get; init; }

    /// <summary>The procedures, in the order in which they began; the last one is the present one.</summary>
    public IReadOnlyList<ReviewStep> Steps { get; init; } = [];

    /// <summary>The court that a fact named last as the one above, or the one that owes a case of supervision.</summary>
    public int? Reviewer { get; init; }

    /// <summary>Where the outsider's suit is; null where there is none.</summary>
    public OutsiderSuitFiled? Suit { get; init; }

    /// <summary>Missed periods, with what was asked and decided; the newest of each kind.</summary>
    public IReadOnlyList<MissedWindow> Missed { get; init; } = [];

    /// <summary>The clause that owes the conversion: a paper with another title is an objection all the same (SPC16-13).</summary>
    public string Clause => Owed.Titled ? "SPC16-12" : "SPC16-13";

    /// <summary>Whether the court still owes the filing.</summary>
    public bool IsOwed => Number is null && Ended is null;

    /// <summary>Whether both sides still are to be told of the filing (OBJ-2).</summary>
    public bool IsUntold => Number is not null && !Notified && Ended != ConversionEnd.Withdrawn;

    /// <summary>The procedure that was begun last.</summary>
    public ReviewStep Current => Steps[^1];

    /// <summary>Whether a procedure of it is under way.</summary>
    public bool IsOpen => Current.IsOpen;

    /// <summary>The last ruling of the chain, with its step; null before any.</summary>
    public ReviewStep? LastRuled => Steps.LastOrDefault(s => s.Ruling is not null);

    /// <summary>The first step whose ruling reached nobody yet; null where none waits.</summary>
    public ReviewStep? Unserved => Steps.FirstOrDefault(s => s.Ruling is not null && s.Served is null);

    /// <summary>The steps since the rulings were revoked the last time: what was revoked counts for nothing.</summary>
    public IReadOnlyList<ReviewStep> Round => [.. Steps.Skip(Steps.ToList().FindLastIndex(s => s.Ruling is { Outcome: RulingOutcome.SentBack }) + 1)];

    /// <summary>Whether a court has reviewed the act in it.</summary>
    public bool IsReviewed => Round.Any(s => s.Reviews);

    /// <summary>Who sat on a step of it before the present one.</summary>
    public bool Sat(Guid person) => Steps.SkipLast(1).Any(s => s.Members.Any(m => m.Person == person));

    /// <summary>The n-th of a petition, as its clocks know it.</summary>
    public static Thing Thing(int no) => new(Series, no);

    /// <summary>The word by which clocks name a chain.</summary>
    public const string Series = "conversion";

    /// <summary>A paper that was just received.</summary>
    internal static Conversion Begin(ConversionOwed owed, int court) => new(owed, null, null, false, null, null)
    {
        Court = court, Steps = [new ReviewStep(ReviewKind.Objection, court, owed.ReceivedOn, null, null, null, null)],
    };

    /// <summary>A chain of which nothing is known but an older ruling.</summary>
    internal static Conversion Begin(EarlierRulingRecorded earlier) =>
        new(new ConversionOwed(earlier.No, earlier.RuledOn, earlier.Objection, true, earlier.Document, string.Empty, null), earlier.Number, earlier.RuledOn, true, ConversionEnd.Ruled, earlier.RuledOn)
        {
            Court = earlier.Court, Steps = [Of(earlier)],
        };

    /// <summary>With one more older ruling.</summary>
    internal Conversion With(EarlierRulingRecorded earlier) => this with { Steps = [.. Steps, Of(earlier)] };

    /// <summary>With one more procedure.</summary>
    internal Conversion Next(ReviewKind kind, int court, DateOnly on, SupervisionGround? ground = null) =>
        this with { Steps = [.. Steps, new ReviewStep(kind, court, on, null, null, null, null) { Ground = ground }], Reviewer = court };

    /// <summary>The last step of a kind, changed.</summary>
    internal Conversion Change(ReviewKind kind, Func<ReviewStep, ReviewStep> change)
    {
        var at = Steps.ToList().FindLastIndex(s => s.Kind == kind);
        return this with { Steps = [.. Steps.Select((s, i) => i == at ? change(s) : s)] };
    }

    /// <summary>The ruling of a step of a kind reached whom it concerns: the first of them that waits for it.</summary>
    internal Conversion Serve(ReviewKind kind, StepService service)
    {
        var at = Steps.ToList().FindIndex(s => s.Kind == kind && s.Ruling is not null && s.Served is null);
        return this with { Steps = [.. Steps.Select((s, i) => i == at ? s with { Served = service } : s)] };
    }

    private static ReviewStep Of(EarlierRulingRecorded earlier) => new(
        earlier.Kind, earlier.Court, earlier.RuledOn, earlier.Number, earlier.RuledOn, new StepRuling(earlier.Number, earlier.RuledOn, earlier.Outcome, earlier.Document), null)
    {
        IsEarlier = true, Served = new StepService(earlier.ServedOn, earlier.Level, string.Empty),
    };
}

/// <summary>A period that was missed for a reason, and whether the court extends it (CPL-86).</summary>
/// <param name="AppliedOn">Null before anybody asked.</param>
/// <param name="DecidedOn">Null before the court decided.</param>
/// <param name="Until">The new last day; null where it is not extended.</param>
public sealed record MissedWindow(ObstacleEnded Obstacle, DateOnly? AppliedOn, DateOnly? DecidedOn, DateOnly? Until);
