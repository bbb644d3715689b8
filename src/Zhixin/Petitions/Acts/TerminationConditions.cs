using Zhixin.Courts;
using Zhixin.Intake;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// When a matter may be terminated (SPC16-19, 20, 22): computed anew from what is on record at every step. All that is missing is told at once, each under its
/// clause, so that nobody is sent back twice.
/// </summary>
public static class TerminationConditions
{
    /// <summary>Grounds of a bar that say that another procedure hears the matter (SPC16-8(4), 18).</summary>
    private static readonly string[] Elsewhere = ["basis", "review-basis", "administrative"];

    /// <summary>All that is missing; empty where the matter may be terminated.</summary>
    public static IReadOnlyList<Refusal.Law> Missing(Petition petition, TerminationStatement stated, TerminationRules rules) => petition.Acceptance.Classified switch
    {
        null => [new("SPC16-1", "termination-unclassified")],
        { Class: PetitionClass.Implementation } => [.. OtherProcedure(petition, stated), .. NoProperty(petition), .. Repeats(petition, stated, rules, TerminationGround.Implementation), .. Common(petition, stated, rules)],
        { Class: PetitionClass.Review } => [.. OtherProcedure(petition, stated), .. Exhausted(petition, rules), .. Repeats(petition, stated, rules, Ground(petition, rules)), .. Common(petition, stated, rules)],
    };

    /// <summary>What is missing as one refusal; null where nothing is.</summary>
    public static Refusal.Law? Refused(Petition petition, TerminationStatement stated, TerminationRules rules) => Missing(petition, stated, rules) switch
    {
        [] => null,
        [var one] => one,
        [var first, ..] all => new Refusal.Law(first.Clause, "termination-missing", all.Count, all),
    };

    /// <summary>What the report of an application under way had said: contacts that left since count no more.</summary>
    public static TerminationStatement Stated(TerminationReported reported) => new(reported.Scope, reported.Repeats, reported.SameCause, reported.ExceptionAsked);

    /// <summary>The ground that fits a petition.</summary>
    public static TerminationGround Ground(Petition petition, TerminationRules rules) => petition.Acceptance.Classified?.Class == PetitionClass.Implementation
        ? TerminationGround.Implementation
        : Supreme(rules.Exhaustion(petition)) is not null ? TerminationGround.ReviewSupreme : TerminationGround.ReviewHigh;

    /// <summary>The court that decides: a High Court or the Supreme Court; null where none may yet.</summary>
    public static Court? Decider(Petition petition, TerminationRules rules) => Ground(petition, rules) switch
    {
        TerminationGround.Implementation => rules.Chain.FirstOrDefault(c => c.Level == CourtLevel.High),
        TerminationGround.ReviewSupreme => rules.Supreme,
        TerminationGround.ReviewHigh => rules.Exhaustion(petition).Supervision is { Level: CourtLevel.High } ruling ? rules.Chain.FirstOrDefault(c => c.Number == ruling.Court) : null,
    };

    /// <summary>From which day on a contact is a repeat: after the commitment, or after the last ruling. Null where there is neither.</summary>
    public static DateOnly? RepeatsAfter(Petition petition, TerminationRules rules) => petition.Acceptance.Classified?.Class switch
    {
        PetitionClass.Implementation => petition.Measures.Exhaustion.Commitments is [.., var last] ? last.On : null,
        PetitionClass.Review => rules.Exhaustion(petition).Last?.On,
        null => null,
    };

    /// <summary>The contacts that came after that day; on the day itself nobody came again.</summary>
    public static IReadOnlyList<JoinedContact> Later(Petition petition, TerminationRules rules) =>
        RepeatsAfter(petition, rules) is { } since ? [.. petition.Contacts.Where(c => c.ReceivedOn > since)] : [];

    /// <summary>Whether what is said of hardship must be answered: an applicant's (SPC16-22).</summary>
    public static bool AsksHardship(Petition petition) => petition.Acceptance.Classified?.Class == PetitionClass.Implementation || petition.Acceptance.Capacity is Capacity.Applicant or Capacity.Agent;

    private static IEnumerable<Refusal.Law> OtherProcedure(Petition petition, TerminationStatement stated)
    {
        if (stated.Scope is null)
        {
            yield return new Refusal.Law("SPC16-11", "termination-needs-scope");
        }
        else if (stated.Scope is not TerminationScope.Enforcement || petition.Acceptance.Bars.Any(b => b.LiftedOn is null && Elsewhere.Contains(b.Ground)))
        {
            yield return new Refusal.Law("SPC16-11", "termination-other-procedure");
        }
    }

    private static IEnumerable<Refusal.Law> NoProperty(Petition petition)
    {
        if (petition.Measures.Exhaustion.Checks is not [.., { Fact.Found: var found }])
        {
            yield return new Refusal.Law("SPC16-19", "termination-needs-check");
        }
        else if (found)
        {
            yield return new Refusal.Law("SPC16-19", "termination-property-exists");
        }

        if (petition.Measures.Exhaustion.Commitments.Count == 0)
        {
            yield return new Refusal.Law("SPC16-19", "termination-needs-commitment");
        }
    }

    private static IEnumerable<Refusal.Law> Exhausted(Petition petition, TerminationRules rules)
    {
        var used = rules.Exhaustion(petition);
        var clause = rules.Clause(Ground(petition, rules));
        if (used.Objection is null)
        {
            yield return new Refusal.Law(clause, "termination-needs-objection");
        }

        if (used.Reconsideration is null)
        {
            yield return new Refusal.Law(clause, "termination-needs-reconsideration");
        }

        if (used.Supervision is null && used.Reconsideration?.Level != CourtLevel.Supreme)
        {
            yield return new Refusal.Law(clause, "termination-needs-supervision");
        }

        if (used.Last is { Rejected: false } won)
        {
            yield return new Refusal.Law(clause, "termination-not-rejected", won.Number);
        }

        if (Supreme(used) is null && used.Supervision is { } last && Level(last, rules) is { } low)
        {
            yield return low;
        }
    }

    /// <summary>A ruling on supervision that gives no court the decision: made below a High Court, or by one that is not above the matter.</summary>
    private static Refusal.Law? Level(ReviewRuling last, TerminationRules rules) => last switch
    {
        { Level: not CourtLevel.High } => new Refusal.Law("SPC16-20(1)", "termination-ruling-lower", last.Number, rules.Court(last.Court).Name, rules.Chain.FirstOrDefault(c => c.Level == CourtLevel.High)?.Name ?? string.Empty),
        _ when rules.Chain.All(c => c.Number != last.Court) => new Refusal.Law("SPC16-20(1)", "termination-decider-elsewhere", rules.Court(last.Court).Name),
        _ => null,
    };

    private static IEnumerable<Refusal.Law> Repeats(Petition petition, TerminationStatement stated, TerminationRules rules, TerminationGround ground)
    {
        var (clause, later) = (rules.Clause(ground), Later(petition, rules));
        if (!stated.Repeats.Any(id => later.Any(c => c.Contact == id)))
        {
            yield return new Refusal.Law(clause, "termination-needs-repeats");
        }

        if (string.IsNullOrWhiteSpace(stated.SameCause))
        {
            yield return new Refusal.Law(clause, "termination-needs-same-cause");
        }
    }

    private static IEnumerable<Refusal.Law> Common(Petition petition, TerminationStatement stated, TerminationRules rules)
    {
        var clause = rules.Clause(Ground(petition, rules));
        if (petition.Procedures.IsPending)
        {
            yield return new Refusal.Law(clause, "termination-procedure-open");
        }
        else if (OpenRemedy(petition, rules.Today) is { Due: var due } remedy)
        {
            yield return new Refusal.Law(clause, "termination-remedy-open", remedy.Rule.Name, due);
        }

        if (petition.Terminations.Heard.Count == 0)
        {
            yield return new Refusal.Law(clause, "termination-needs-hearing");
        }

        if (AsksHardship(petition) && petition.Terminations.Hardship is null)
        {
            yield return new Refusal.Law("SPC16-22", "termination-needs-hardship-answer");
        }
        else if (petition.Terminations.Hardship is { IsSevere: true } && string.IsNullOrWhiteSpace(stated.ExceptionAsked))
        {
            yield return new Refusal.Law("SPC16-22", "termination-hardship");
        }
    }

    /// <summary>A right of the petitioner in a procedure that has not lapsed; null where none is open.</summary>
    private static Obligations.Obligation? OpenRemedy(Petition petition, DateOnly today) =>
        petition.Obligations.FirstOrDefault(o => o is { IsOpen: true, IsWindow: true } && o.Rule.Obligor.Court == "party" && !(o.Due < today));

    /// <summary>The Supreme Court's ruling on reconsideration or supervision, where that is the last one; else null.</summary>
    private static ReviewRuling? Supreme(ReviewExhaustion used) => used.Last is { Kind: not ReviewKind.Objection, Level: CourtLevel.Supreme } last ? last : null;
}
