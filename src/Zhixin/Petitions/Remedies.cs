using Zhixin.Courts;
using Zhixin.Petitions.Acts;

namespace Zhixin.Petitions;

/// <summary>What somebody who is dissatisfied can do.</summary>
public enum RemedyKind
{
    /// <summary>Raise an objection at the enforcing court.</summary>
    Objection,

    /// <summary>Ask the court above to order filing or a ruling (OBJ-3).</summary>
    Order,

    /// <summary>Apply for reconsideration (CPL-236).</summary>
    Reconsideration,

    /// <summary>Sue (CPL-238).</summary>
    OutsiderSuit,

    /// <summary>Apply for supervision (SUP23-1, SPC16-15, 16).</summary>
    Supervision,

    /// <summary>Give a clue to property after this round of enforcement ended, and ask to restore it (TER16-9).</summary>
    Restoring,

    /// <summary>Ask for a missed period to be extended (CPL-86).</summary>
    Excuse,
}

/// <summary>Why an open remedy has no last day.</summary>
public enum NoLastDay
{
    /// <summary>The ruling reached nobody yet; the period begins with its service.</summary>
    NotServed,

    /// <summary>The law names no period.</summary>
    NoPeriod,

    /// <summary>Possible as long as enforcement is not over.</summary>
    WhileEnforced,

    /// <summary>Possible as long as the court has not done what it owes.</summary>
    UntilDone,

    /// <summary>The ten days begin when the obstacle ends.</summary>
    ObstacleLasts,
}

/// <summary>Until when something is possible: a day, or why there is none. Never silence.</summary>
public abstract record RemedyTime
{
    private RemedyTime()
    {
    }

    /// <summary>The last day, inclusive.</summary>
    public sealed record Until(DateOnly Day) : RemedyTime;

    /// <summary>No day, for a reason.</summary>
    public sealed record Undated(NoLastDay Why) : RemedyTime;
}

/// <summary>A remedy that is open.</summary>
/// <param name="Chain">The chain that it belongs to; zero for an objection that nobody raised yet.</param>
/// <param name="Court">Where to go.</param>
/// <param name="Clause">The clause as this software knows it.</param>
/// <param name="Citation">The article as it is numbered on the day on which it is told.</param>
public sealed record Remedy(int Chain, RemedyKind Kind, Court Court, RemedyTime Time, string Clause, string Citation);

/// <summary>Which remedies are open, where, until when, and by which article (SPC16-11, 14(1)).</summary>
public static class Remedies
{
    /// <summary>Every remedy that is open on a day, in the order of the chains.</summary>
    public static IReadOnlyList<Remedy> Of(Petition petition, ChainRules rules, DateOnly today) =>
        Chains.NotInForce(petition) is not null ? [] : [.. Unraised(petition, rules, today), .. Restoring(petition, rules, today), .. petition.Procedures.Conversions.SelectMany(c => OfChain(petition, c, rules, today).DistinctBy(r => r.Kind))];

    /// <summary>An act that nobody objected to yet, while enforcement lasts.</summary>
    private static IEnumerable<Remedy> Unraised(Petition petition, ChainRules rules, DateOnly today)
    {
        var claimed = petition.Procedures.Claims.Count > 0 || petition.ClosedRound is not null;
        if (petition.Opened.CaseNumber is not { } text || petition.Procedures.Conversions.Count > 0 || !(claimed || petition.Acceptance.Classified is { Class: PetitionClass.Review })
            || (CaseNumberReader.Read(text, rules.Courts, today.Year) as CaseNumberReading.Parsed)?.Number.Court is not { } court)
        {
            yield break;
        }

        var (clause, matter) = claimed ? ("TER16-7", default(string)) : petition.Acceptance.Classified is { Claim: Claim.SubstantiveRight } ? ("CPL-238", "outsider") : ("CPL-236", "objection");
        yield return new Remedy(0, RemedyKind.Objection, court, new RemedyTime.Undated(claimed ? NoLastDay.NoPeriod : NoLastDay.WhileEnforced), clause, rules.Citation(matter, clause, court.Number, today));
    }

    /// <summary>Whoever knows of property asks the enforcing court to restore enforcement, as long as it is not.</summary>
    private static IEnumerable<Remedy> Restoring(Petition petition, ChainRules rules, DateOnly today) =>
        petition.ClosedRound is not null && rules.Edge("clue>resume", petition.Opened.Responsible, petition.Opened.Responsible, today) is { Court: { } court } edge
            ? [new Remedy(0, RemedyKind.Restoring, court, new RemedyTime.Undated(NoLastDay.NoPeriod), edge.Clause, rules.Citation(null, edge.Clause, court.Number, today))]
            : [];

    private static IEnumerable<Remedy> OfChain(Petition petition, Conversion chain, ChainRules rules, DateOnly today) => chain switch
    {
        { IsOpen: true } => Overdue(petition, chain, rules, today),
        { LastRuled: null } => [],
        { Owed.Kind: ObjectionKind.Outsider, LastRuled.Kind: ReviewKind.Objection } => Suit(petition, chain, rules, today),
        { LastRuled.Kind: ReviewKind.Objection } => AfterObjection(petition, chain, rules, today),
        _ => Supervision(petition, chain, rules, today),
    };

    /// <summary>Nothing was filed or ruled in time: the court above can be asked to order it.</summary>
    private static IEnumerable<Remedy> Overdue(Petition petition, Conversion chain, ChainRules rules, DateOnly today)
    {
        var owed = petition.Obligations.FirstOrDefault(o => o.IsOpen && o.Due < today && o.Opened.Thing == Conversion.Thing(chain.Owed.No)
            && (chain.IsOwed ? o.Rule.FulfilledBy.Contains("procedure.objection-filed") : o == Chains.RulingOwed(petition, chain)));
        return owed is not null && rules.Edge("objection-not-filed>order", chain.Current.Court, chain.Court, today) is { Court: { } court } edge
            ? [Of(chain, RemedyKind.Order, court, new RemedyTime.Undated(NoLastDay.UntilDone), edge.Clause, null, rules, today)] : [];
    }

    private static IEnumerable<Remedy> Suit(Petition petition, Conversion chain, ChainRules rules, DateOnly today)
    {
        if (Suing.Closed(petition, chain.Owed.No) is not null and not Refusal.Law { Message: "suit-not-served" } || rules.Edge("outsider>suit", chain.Court, chain.Court, today) is not { Court: { } court })
        {
            return [];
        }

        return Windowed(petition, chain, RemedyWindow.Suit, today) is { } time
            ? [Of(chain, RemedyKind.OutsiderSuit, court, time, "CPL-238", "outsider", rules, today)]
            : Excuse(petition, chain, rules, today);
    }

    private static IEnumerable<Remedy> AfterObjection(Petition petition, Conversion chain, ChainRules rules, DateOnly today)
    {
        if (rules.Edge("objection>reconsideration", chain.Court, chain.Court, today) is not { Court: { } court })
        {
            return [];
        }

        return Windowed(petition, chain, RemedyWindow.Reconsideration, today) is { } time
            ? [Of(chain, RemedyKind.Reconsideration, court, time, "CPL-236", "objection", rules, today)]
            : [.. Excuse(petition, chain, rules, today), .. Supervision(petition, chain, rules, today)];
    }

    private static IEnumerable<Remedy> Supervision(Petition petition, Conversion chain, ChainRules rules, DateOnly today)
    {
        var last = chain.LastRuled!;
        if (SupervisionCases.Closed(petition, chain.Owed.No) is not null and not Refusal.Law { Message: "supervision-not-effective" }
            || rules.Edge(SupervisionCases.Way(last, rules), last.Court, chain.Court, today) is not { Court: { } court } edge)
        {
            return [];
        }

        var clause = edge.IsLimited ? "SUP23-1" : SupervisionCases.Clause(SupervisionCases.Ground(last));
        RemedyTime? time = last.Served is null ? new RemedyTime.Undated(NoLastDay.NotServed)
            : SupervisionCases.Last(petition, chain, rules) is not { } day ? new RemedyTime.Undated(NoLastDay.NoPeriod)
            : today <= day ? new RemedyTime.Until(day) : null;
        return time is null ? Excuse(petition, chain, rules, today) : [Of(chain, RemedyKind.Supervision, court, time, clause, null, rules, today)];
    }

    /// <summary>The last day of a right; null where it is over.</summary>
    private static RemedyTime? Windowed(Petition petition, Conversion chain, RemedyWindow window, DateOnly today) => Chains.Last(petition, chain, window) switch
    {
        _ when chain.LastRuled!.Served is null => new RemedyTime.Undated(NoLastDay.NotServed),
        null => new RemedyTime.Undated(NoLastDay.NoPeriod),
        { } day => today <= day ? new RemedyTime.Until(day) : null,
    };

    /// <summary>A missed period: the ten days run from the end of the obstacle; whoever asked waits for the court.</summary>
    private static IEnumerable<Remedy> Excuse(Petition petition, Conversion chain, ChainRules rules, DateOnly today)
    {
        var missed = Excusing.Open(petition, chain.Owed.No);
        RemedyTime? time = missed switch
        {
            null => chain.Missed.Count > 0 ? null : new RemedyTime.Undated(NoLastDay.ObstacleLasts),
            { AppliedOn: not null } => null,
            _ => Excusing.Until(petition, chain.Owed.No) is { } day && today <= day ? new RemedyTime.Until(day) : null,
        };
        return time is null ? [] : [Of(chain, RemedyKind.Excuse, rules.Court(chain.Court), time, "CPL-86", null, rules, today)];
    }

    private static Remedy Of(Conversion chain, RemedyKind kind, Court court, RemedyTime time, string clause, string? matter, ChainRules rules, DateOnly today) =>
        new(chain.Owed.No, kind, court, time, clause, rules.Citation(matter, clause, chain.Court, today));
}
