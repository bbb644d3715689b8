using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>An application for judicial aid from its receipt to what was told.</summary>
/// <param name="DecidedOn">Null before.</param>
/// <param name="Referred">Where civil and social relief was asked to help.</param>
public sealed record Aid(
    PetitionAidApplied Applied, PetitionAidReported? Reported, PetitionAidDecided? Decided, DateOnly? DecidedOn, bool Told, IReadOnlyList<PetitionReliefReferred> Referred)
{
    /// <summary>The day of the application.</summary>
    public required DateOnly AppliedOn { get; init; }
}

/// <summary>The applications for aid, in the order of their numbers. They stay what they are when the matter ends or is opened again.</summary>
public sealed record Aids(IReadOnlyList<Aid> All)
{
    /// <summary>Before anything was asked for.</summary>
    public static Aids None { get; } = new([]);

    /// <summary>The last application; null before any.</summary>
    public Aid? Last => All.Count == 0 ? null : All[^1];

    /// <summary>The application that waits for its decision; null where none does.</summary>
    public Aid? Undecided => All.FirstOrDefault(a => a.Decided is null);

    /// <summary>Applies a fact; null when it is about something else.</summary>
    public Aids? Apply(DatedFact dated) => dated.Fact switch
    {
        PetitionAidApplied applied => new([.. All, new Aid(applied, null, null, null, false, []) { AppliedOn = dated.On }]),
        PetitionAidReported reported => With(reported.No, a => a with { Reported = reported }),
        PetitionAidDecided decided => With(decided.No, a => a with { Decided = decided, DecidedOn = dated.On }),
        PetitionAidTold told => With(told.No, a => a with { Told = true }),
        PetitionReliefReferred referred => With(referred.No, a => a with { Referred = [.. a.Referred, referred] }),
        _ => null,
    };

    /// <summary>The application stays and is owed by the other court, which reports it to its own leaders.</summary>
    public Aids Transferred() => new([.. All.Select(a => a.Decided is null ? a with { Reported = null } : a)]);

    private Aids With(int no, Func<Aid, Aid> change) => new([.. All.Select(a => a.Applied.No == no ? change(a) : a)]);
}

/// <summary>A proposed measure against an act of obstruction, and what was decided.</summary>
public sealed record Conduct(PetitionConductProposed Proposed, PetitionConductDecided? Decided)
{
    /// <summary>Nobody decides on it any more: the matter went to another court first.</summary>
    public bool FellAway { get; init; }
}

/// <summary>The proposals, in the order of their numbers.</summary>
public sealed record Conducts(IReadOnlyList<Conduct> All)
{
    /// <summary>Before anything was proposed.</summary>
    public static Conducts None { get; } = new([]);

    /// <summary>The proposal that nobody has decided; null where there is none.</summary>
    public Conduct? Pending => All.FirstOrDefault(c => c is { Decided: null, FellAway: false });

    /// <summary>Applies a fact; null when it is about something else.</summary>
    public Conducts? Apply(DatedFact dated) => dated.Fact switch
    {
        PetitionConductProposed proposed => new([.. All, new Conduct(proposed, null)]),
        PetitionConductDecided decided => new([.. All.Select(c => c.Proposed.No == decided.No ? c with { Decided = decided } : c)]),
        _ => null,
    };

    /// <summary>The other court takes no measure on what another asked of its own leaders.</summary>
    public Conducts Transferred() => new([.. All.Select(c => c.Decided is null ? c with { FellAway = true } : c)]);
}

/// <summary>How far a public deliberation has come; the last one of the matter.</summary>
public sealed record Deliberation(
    PetitionEvaluationConditionsRecorded Conditions, PetitionEvaluationReported? Reported, PetitionEvaluationHeld? Held, DateOnly? HeldOn, bool Told)
{
    /// <summary>When the conditions were recorded.</summary>
    public required DateOnly RecordedOn { get; init; }

    /// <summary>When the committee was asked; null before.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>The deliberation after a fact; null when it is about something else.</summary>
    public static Deliberation? Apply(Deliberation? before, DatedFact dated) => dated.Fact switch
    {
        PetitionEvaluationConditionsRecorded recorded => new Deliberation(recorded, null, null, null, false) { RecordedOn = dated.On },
        PetitionEvaluationReported reported => before! with { Reported = reported, ReportedOn = dated.On },
        PetitionEvaluationHeld held => before! with { Held = held, HeldOn = dated.On },
        PetitionEvaluationResultTold => before! with { Told = true },
        _ => null,
    };
}

/// <summary>What a superior court said of an asserted resolution.</summary>
/// <param name="Because">Its opinion, or why not.</param>
public sealed record Recognition(int Court, bool Recognised, string Because, DateOnly On);
