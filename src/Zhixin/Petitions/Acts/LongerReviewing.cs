using Zhixin.Calendar;
using Zhixin.Obligations;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// More time for a ruling: once, by the president of the court that reviews, before the day is over (EPI-8: thirty days more; REV-8: three months more). How much
/// and how often stands in the pack.
/// </summary>
public static class LongerReviewing
{
    /// <summary>The act by which the president decides, as the authority matrix names it.</summary>
    public const string Approving = "approve-review-extension";

    /// <summary>Whoever reviews asks for more time.</summary>
    public static Decision<object> Ask(Petition petition, int no, string? reason, int court, ChainRules rules, Actors by) => petition.Procedures.Find(no) switch
    {
        _ when NotExtendable(petition, no, court, rules) is { } not => not,
        { Current.Longer: { Agreed: null } } => new Refusal.State("review-extension-asked"),
        _ when Chains.Empty(reason) => new Refusal.Input("reason", "reason-required"),
        { Current.Kind: var kind } => new object[] { new ReviewExtensionAsked(no, kind, reason!.Trim(), by.Person, by.For) },
        null => new Refusal.Input("procedure", "conversion-unknown", no),
    };

    /// <summary>The president decides; never who asked.</summary>
    /// <param name="document">By which paper more time is given.</param>
    public static Decision<object> Decide(Petition petition, int no, bool agreed, string? document, string? reason, int court, ChainRules rules, Actors by)
    {
        if (NotExtendable(petition, no, court, rules) is { } not)
        {
            return not;
        }

        var chain = petition.Procedures.Find(no)!;
        return chain.Current switch
        {
            { Longer: not { Agreed: null } } => new Refusal.State("review-extension-not-asked"),
            { Longer: { } asked } when by.Include(asked.By) || by.Include(asked.For) => new Refusal.Authority(Approving, "review-extension-own"),
            _ when !agreed && Chains.Empty(reason) => new Refusal.Input("reason", "reason-required"),
            { Kind: var kind } when !agreed => new object[] { new ReviewExtensionRefused(no, kind, reason!.Trim()) },
            { Kind: var kind } when Chains.Empty(document) => new Refusal.Law(Clause(kind), "review-extension-needs-document"),
            var step => Extended(chain, step, Chains.RulingOwed(petition, chain)!, document!.Trim(), rules),
        };
    }

    /// <summary>Why more time for the step of a chain is not to be had at a court; null when it is.</summary>
    public static Refusal? NotExtendable(Petition petition, int no, int court, ChainRules rules) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Current: { Kind: ReviewKind.Objection, IsOpen: true } } => new Refusal.Law("CPL-236", "review-extension-objection"),
        { Current.IsUnderReview: false } => new Refusal.State("review-none"),
        { Current: var step } when Chains.Elsewhere(court, rules, Clause(step.Kind), step.Court) is { } elsewhere => elsewhere,
        { Current: { Longer: { Agreed: true } } step } => new Refusal.Law(Clause(step.Kind), "review-extension-once"),
        var chain => Chains.RulingOwed(petition, chain) switch
        {
            null => new Refusal.State("review-none"),
            { Due: { } due } when rules.Today > due => new Refusal.Law(Clause(chain.Current.Kind), "review-extension-late", due),
            _ => null,
        },
    };

    /// <summary>Why a court asks for no more time; null where it can for a step.</summary>
    public static Refusal? NothingToAsk(Petition petition, int court, ChainRules rules) => Chains.NotInForce(petition)
        ?? petition.Procedures.Conversions.Select(c => NotExtendable(petition, c.Owed.No, court, rules)).DefaultIfEmpty(new Refusal.State("review-none")).MinBy(why => why is not null);

    /// <summary>Why the president has nothing to decide; null where somebody asked.</summary>
    public static Refusal? NothingToDecide(Petition petition, int court) =>
        Chains.None(petition, c => c.Current is { IsUnderReview: true, Longer: { Agreed: null } } step && step.Court == court, new Refusal.State("review-extension-not-asked"));

    private static string Clause(ReviewKind kind) => kind == ReviewKind.Supervision ? "REV-8" : "EPI-8";

    /// <summary>The period of the rule and the one more in one run from the first day, so that a rest day between them wins no time.</summary>
    private static object[] Extended(Conversion chain, ReviewStep step, Obligation owed, string document, ChainRules rules)
    {
        var (id, unit) = step.Kind == ReviewKind.Supervision ? ("supervision-review-extension", PeriodUnit.Month) : ("reconsideration-extension", PeriodUnit.Day);
        var more = rules.Number(id, step.Court, rules.Today) ?? throw new InvalidDataException($"No pack says how much longer a review may take: {id}.");
        var due = rules.Calendar.Due(owed.Trigger!.Value, new Period(owed.Rule.Period.N + more, unit, owed.Rule.Roll), owed.Exclusions)!;
        return
        [
            new ReviewExtended(chain.Owed.No, step.Kind, owed.Due!.Value, due.Date, document),
            new ObligationMoved(owed.No, owed.Due, due.Date, due.Provisional, "extension", step.Longer!.Reason, null, null, document, rules.Calendar.Version),
        ];
    }
}
