using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>What a fact does to the chain that it is about.</summary>
internal static class ChainFold
{
    /// <summary>The chain after the fact; null where the fact is of another kind.</summary>
    public static Conversion? Apply(Conversion chain, DatedFact dated) => Objection(chain, dated) ?? Reconsideration(chain, dated) ?? Supervision(chain, dated) ?? Beside(chain, dated);

    private static Conversion? Objection(Conversion chain, DatedFact dated) => dated.Fact switch
    {
        ObjectionReceived or OutsiderObjectionReceived or ObjectionFiled => chain,
        ProcedureConverted f => Filed(chain with { Number = f.Number, FiledOn = dated.On }, ReviewKind.Objection, f.Number, dated.On),
        ObjectionNotified => chain with { Notified = true },
        ObjectionNotAccepted f => Ruled(End(chain, ConversionEnd.NotAccepted, dated.On), ReviewKind.Objection, new StepRuling(f.Ruling, dated.On, RulingOutcome.NotAccepted, f.Ruling)),
        ObjectionRuled f => Ruled(End(chain, ConversionEnd.Ruled, dated.On), ReviewKind.Objection, new StepRuling(f.Ruling, dated.On, RulingOutcomes.Of(f.Outcome), f.Ruling)),
        OutsiderObjectionRuled f => Ruled(End(chain, ConversionEnd.Ruled, dated.On), ReviewKind.Objection, new StepRuling(f.Ruling, dated.On, RulingOutcomes.Of(f.Outcome), f.Ruling)),
        ObjectionWithdrawn or OutsiderObjectionWithdrawn => Withdrawn(End(chain, ConversionEnd.Withdrawn, dated.On), ReviewKind.Objection, dated.On),
        ObjectionRulingServed f => chain.Serve(ReviewKind.Objection, new StepService(f.ServedOn, f.Level, f.To)),
        OutsiderRulingServed f => chain.Serve(ReviewKind.Objection, new StepService(f.ServedOn, f.Level, f.To)),
        ObjectionSentBack f => SentBack(chain, f),
        OutsiderSuitFiled f => chain with { Suit = f },
        _ => null,
    };

    private static Conversion? Reconsideration(Conversion chain, DatedFact dated) => dated.Fact switch
    {
        ReconsiderationApplied f => chain.Next(ReviewKind.Reconsideration, f.Court, f.ReceivedOn),
        FileSentUp => chain.Change(ReviewKind.Reconsideration, s => s with { SentUpOn = dated.On }),
        ReconsiderationReceived f => Filed(chain with { Reviewer = f.Court }, ReviewKind.Reconsideration, f.Number, f.ReceivedOn),
        ReconsiderationRuled f => Ruled(chain, ReviewKind.Reconsideration, new StepRuling(f.Ruling, dated.On, f.Outcome, f.Document)),
        ReconsiderationEffective f => chain.Serve(ReviewKind.Reconsideration, new StepService(f.EffectiveOn, f.Level, f.To)),
        ReconsiderationWithdrawn => Withdrawn(chain, ReviewKind.Reconsideration, dated.On),
        _ => null,
    };

    private static Conversion? Supervision(Conversion chain, DatedFact dated) => dated.Fact switch
    {
        RemedyPeriodExpired or SupervisionApplied => chain,
        SupervisionOwed f => chain.Next(ReviewKind.Supervision, f.Court, f.ReceivedOn, f.Ground),
        SupervisionFiled f => Filed(f.Ground == SupervisionGround.UnfiledObjection ? GivesWay(chain, dated.On) : chain, ReviewKind.Supervision, f.Number, dated.On) with { Reviewer = f.Court },
        SupervisionRuled f => Ruled(chain, ReviewKind.Supervision, new StepRuling(f.Ruling, dated.On, f.Outcome, f.Document)),
        SupervisionRulingServed f => chain.Serve(ReviewKind.Supervision, new StepService(f.ServedOn, f.Level, f.To)),
        SupervisionWithdrawn => Withdrawn(chain, ReviewKind.Supervision, dated.On),
        _ => null,
    };

    private static Conversion? Beside(Conversion chain, DatedFact dated) => dated.Fact switch
    {
        EarlierRulingRecorded f => chain.With(f),
        ProcedureMembersNamed f => chain.Change(f.Kind, s => s with { Members = f.Members }),
        ReviewExtensionAsked f => chain.Change(f.Kind, s => s with { Longer = new LongerReview(f.By, f.For, f.Reason, dated.On, null) }),
        ReviewExtended f => chain.Change(f.Kind, s => s with { Longer = s.Longer! with { Agreed = true } }),
        ReviewExtensionRefused f => chain.Change(f.Kind, s => s with { Longer = s.Longer! with { Agreed = false } }),
        ObstacleEnded f => chain with { Missed = [.. chain.Missed.Where(m => m.Obstacle.Window != f.Window), new MissedWindow(f, null, null, null)] },
        PeriodExtensionApplied f => Miss(chain, f.Window, m => m with { AppliedOn = f.ReceivedOn }),
        PeriodExtensionDecided f => Miss(chain, f.Window, m => m with { DecidedOn = dated.On, Until = f.Until }),
        LateRulingReported f => chain with { Reviewer = f.Court },
        RulingOrdered or ObjectionRulingOrdered or FilingOrdered => chain,
        _ => null,
    };

    private static Conversion End(Conversion chain, ConversionEnd end, DateOnly on) => chain with { Ended = end, EndedOn = on };

    /// <summary>The objection that was never filed is over: the case of supervision takes its place (SPC16-16).</summary>
    private static Conversion GivesWay(Conversion chain, DateOnly on) => Withdrawn(End(chain, ConversionEnd.Supervised, on), ReviewKind.Objection, on);

    private static Conversion SentBack(Conversion chain, ObjectionSentBack back) => chain with
    {
        Ended = null, EndedOn = null, Number = chain.Number ?? back.Ruling, Notified = true, Steps = [.. chain.Steps, Anew(chain, back)],
    };

    /// <summary>What is reviewed anew keeps the number under which it was filed, and is under review at once.</summary>
    private static ReviewStep Anew(Conversion chain, ObjectionSentBack back) =>
        new(ReviewKind.Objection, chain.Court, back.ReceivedOn, chain.Number ?? back.Ruling, back.ReceivedOn, null, null);

    private static Conversion Filed(Conversion chain, ReviewKind kind, string number, DateOnly on) => chain.Change(kind, s => s with { Number = number, FiledOn = on });

    private static Conversion Ruled(Conversion chain, ReviewKind kind, StepRuling ruling) => chain.Change(kind, s => s with { Ruling = ruling });

    private static Conversion Withdrawn(Conversion chain, ReviewKind kind, DateOnly on) => chain.Change(kind, s => s with { WithdrawnOn = on });

    private static Conversion Miss(Conversion chain, RemedyWindow window, Func<MissedWindow, MissedWindow> change) =>
        chain with { Missed = [.. chain.Missed.Select(m => m.Obstacle.Window == window ? change(m) : m)] };
}
