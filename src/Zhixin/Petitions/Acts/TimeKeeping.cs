using Zhixin.Calendar;
using Zhixin.Obligations;

namespace Zhixin.Petitions.Acts;

/// <summary>Who acts: the person, and the one acted for where a deputy acts.</summary>
public sealed record Actors(Guid Person, Guid? For)
{
    /// <summary>Whether this is one of the two.</summary>
    public bool Include(Guid? other) => other is not null && (other == Person || other == For);
}

/// <summary>Ask to leave days out of a period.</summary>
/// <param name="Obligation">Its number.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; not later than today.</param>
/// <param name="Ground">One that the rule lists.</param>
/// <param name="Document">What proves it, and where it is kept.</param>
public sealed record AskExclusion(int Obligation, DateOnly From, DateOnly To, string Ground, string Document, string Reason, Actors By)
{
    /// <summary>Number of the court where it is asked; the court that answers where nothing is said.</summary>
    public int? Court { get; init; }
}

/// <summary>
/// What moves or ends a date by decision: days left out (asked, then approved by another), a new date, a waiver. Each only where the rule
/// says so: what the rule does not list is refused with the rule's clause.
/// </summary>
public static class TimeKeeping
{
    /// <summary>The act by which days left out are approved, as the authority matrix names it.</summary>
    public const string Approving = "approve-time-exclusion";

    /// <summary>The same for the time of a review, at the court that reviews.</summary>
    public const string ApprovingReview = "approve-review-time";

    /// <summary>A request to leave days out.</summary>
    public static Decision<object> Ask(Petition petition, AskExclusion ask, DateOnly today)
    {
        var (owed, refusal) = Owed(petition, ask.Obligation);
        return owed is not { Rule: var rule } ? refusal! : ask switch
        {
            _ when IsOfAnother(petition, owed, ask.Court) => new Refusal.Law(rule.Clause, "exclusion-other-court", rule.Name),
            _ when !rule.Exclusions.Contains(ask.Ground, StringComparer.Ordinal) => new Refusal.Law(rule.Clause, "exclusion-ground-not-listed", rule.Name),
            _ when string.IsNullOrWhiteSpace(ask.Document) => new Refusal.Input("document", "document-required"),
            _ when string.IsNullOrWhiteSpace(ask.Reason) => new Refusal.Input("reason", "reason-required"),
            _ when Window(owed, ask.From, ask.To, today) is { } wrong => wrong,
            _ when Overlaps(petition, owed, ask) is { } other => new Refusal.State("exclusion-overlaps", other.From, other.To),
            _ => new object[]
            {
                new ExclusionAsked(
                    petition.Exclusions.Count + 1, ask.Obligation, new Exclusion(ask.From, ask.To, ask.Ground), ask.Document.Trim(), ask.Reason.Trim(),
                    ask.By.Person, ask.By.For),
            },
        };
    }

    /// <summary>Another person decides on the request; approved days lengthen the period day by day and never shorten it.</summary>
    /// <param name="agreed">False refuses, with the reason.</param>
    /// <param name="court">Number of the court where it is decided; the court that answers where nothing is said.</param>
    public static Decision<object> Decide(Petition petition, int request, bool agreed, string reason, Actors by, WorkCalendar calendar, int? court = null)
    {
        if (petition.Exclusions.FirstOrDefault(r => r.No == request) is not { Outcome: ExclusionOutcome.Asked, Asked: var asked })
        {
            return new Refusal.State("exclusion-not-asked");
        }

        var (owed, refusal) = Owed(petition, asked.No);
        return by switch
        {
            _ when by.Include(asked.AskedBy) || by.Include(asked.AskedFor) => new Refusal.Authority(Approving, "exclusion-own-request"),
            _ when refusal is not null => refusal,
            _ when owed is { Rule: var rule } && IsOfAnother(petition, owed, court) => new Refusal.Law(rule.Clause, "exclusion-other-court", rule.Name),
            _ when !agreed && string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
            _ when !agreed => new object[] { new ExclusionRefused(request, reason.Trim()) },
            _ => new object[]
            {
                new ExclusionApproved(request),
                Clocks.Move(owed!, calendar, "exclusion", asked.Reason, null, asked.Exclusion, asked.Document)!,
            },
        };
    }

    /// <summary>
    /// A new date. A counted limit has none: only whoever stated a date states another, and the notice says so.
    /// </summary>
    public static Decision<object> Extend(Petition petition, int obligation, DateOnly due, string document, string reason, WorkCalendar calendar)
    {
        var (owed, refusal) = Owed(petition, obligation);
        return owed is not { Rule: var rule } ? refusal! : rule switch
        {
            _ when rule.Period.Unit != PeriodUnit.Stated => new Refusal.Law(rule.Clause, "extension-not-allowed", rule.Name),
            _ when string.IsNullOrWhiteSpace(document) => new Refusal.Input("document", "document-required"),
            _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
            _ when due <= owed.Due => new Refusal.Input("due", "extension-not-later", owed.Due),
            _ => new object[] { new ObligationMoved(obligation, owed.Due, due, false, "extension", reason.Trim(), null, null, document.Trim(), calendar.Version) },
        };
    }

    /// <summary>A leader waives what is owed. Whether the person may is asked of the act that the rule names.</summary>
    public static Decision<object> Waive(Petition petition, int obligation, string reason)
    {
        var (owed, refusal) = Owed(petition, obligation, dated: false);
        return owed switch
        {
            null => refusal!,
            { Rule: { WaivedBy: null } rule } => new Refusal.Law(rule.Clause, "waive-not-allowed", rule.Name),
            _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
            _ => new object[] { new ObligationWaived(obligation, reason.Trim()) },
        };
    }

    /// <summary>Why no days can be left out of anything that is owed now: no rule lists a ground. Null where one does.</summary>
    public static Refusal? NothingToExclude(Petition petition) => None(petition, o => o.Due is not null && o.Rule.Exclusions.Count > 0, rule => new Refusal.Law(rule.Clause, "exclusion-ground-not-listed", rule.Name));

    /// <summary>The requests that somebody still has to decide: their periods are still owed.</summary>
    public static IEnumerable<ExclusionRequest> Waiting(Petition petition) => !petition.IsOpen ? [] : petition.Exclusions
        .Where(r => r.Outcome == ExclusionOutcome.Asked && petition.Obligations.Any(o => o.No == r.Asked.No && o.IsOpen));

    /// <summary>Why there is no request to decide; null where there is one.</summary>
    public static Refusal? NothingToDecide(Petition petition) => Waiting(petition).Any() ? null : new Refusal.State("exclusion-not-asked");

    /// <summary>Why nothing that is owed now can get a new date; null where something can.</summary>
    public static Refusal? NothingToExtend(Petition petition) => None(petition, o => o.Due is not null && o.Rule.Period.Unit == PeriodUnit.Stated, rule => new Refusal.Law(rule.Clause, "extension-not-allowed", rule.Name));

    /// <summary>Why nothing that is owed now can be waived; null where something can.</summary>
    public static Refusal? NothingToWaive(Petition petition) => None(petition, o => o.Rule.WaivedBy is not null, rule => new Refusal.Law(rule.Clause, "waive-not-allowed", rule.Name));

    private static Refusal? None(Petition petition, Func<Obligation, bool> possible, Func<Zhixin.Regulations.OpenedObligation, Refusal> why)
    {
        var open = petition.Obligations.Where(o => o.IsOpen).ToList();
        return !petition.IsOpen ? new Refusal.State("petition-not-open", petition.Stage.Code)
            : open.Count == 0 ? new Refusal.State("nothing-owed")
            : open.Exists(o => possible(o)) ? null
            : why((open.Find(o => o.Due is not null) ?? open[0]).Rule);
    }

    private static (Obligation? Owed, Refusal? Refusal) Owed(Petition petition, int no, bool dated = true) => petition.Obligations.FirstOrDefault(o => o.No == no) switch
    {
        _ when !petition.IsOpen => (null, new Refusal.State("petition-not-open", petition.Stage.Code)),
        null => (null, new Refusal.Input("obligation", "obligation-unknown", no)),
        { IsOpen: false } => (null, new Refusal.State("obligation-settled")),
        { Due: null } when dated => (null, new Refusal.State("obligation-undated")),
        var owed => (owed, null),
    };

    /// <summary>The court that reviews a procedure leaves days out of its own period, and a court above that answers nothing out of no other.</summary>
    private static bool IsOfAnother(Petition petition, Obligation owed, int? at)
    {
        var court = at ?? petition.Opened.Responsible;
        return owed.Opened.Court != court && (owed.Opened.Thing?.Series == Conversion.Series || (court != petition.Opened.Responsible && !petition.HandDowns.Joint.Contains(court)));
    }

    private static Refusal? Window(Obligation owed, DateOnly from, DateOnly to, DateOnly today) => owed switch
    {
        _ when to < from => new Refusal.Input("to", "exclusion-days", from),
        _ when to > today => new Refusal.Input("to", "date-in-future", to),
        _ when from <= owed.Trigger => new Refusal.Input("from", "exclusion-before-start", owed.Trigger),
        _ when from > owed.Due => new Refusal.Input("from", "exclusion-after-end", owed.Due),
        _ => null,
    };

    private static Exclusion? Overlaps(Petition petition, Obligation owed, AskExclusion ask) => owed.Exclusions
        .Concat(petition.Exclusions.Where(r => r.Outcome == ExclusionOutcome.Asked && r.Asked.No == owed.No).Select(r => r.Asked.Exclusion))
        .FirstOrDefault(e => e.From <= ask.To && ask.From <= e.To);
}
