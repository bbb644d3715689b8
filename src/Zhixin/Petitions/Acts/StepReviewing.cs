namespace Zhixin.Petitions.Acts;

/// <summary>A ruling on a step.</summary>
/// <param name="Number">Number of the ruling.</param>
/// <param name="Document">Where it is kept.</param>
public sealed record RuleOnStep(string? Number, RulingOutcome Outcome, string? Document);

/// <summary>
/// A step is reviewed by people who had nothing to do with the act and sat on no earlier step (SPC09-3.1), and ends by a ruling alone (EPI-8, SPC16-15, 16).
/// </summary>
public static class StepReviewing
{
    /// <summary>The act, as the authority matrix names it.</summary>
    public const string Act = "review-procedure";

    /// <summary>Who reviews the step that is under way.</summary>
    public static Decision<object> Name(Petition petition, int no, IReadOnlyList<PanelMember> members, int court, ChainRules rules) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { IsOpen: false } => new Refusal.State("procedure-ended"),
        { Current: { Number: null } step } => new Refusal.Law(Clause(step), "procedure-step-not-filed"),
        { Current: var step } when Chains.Elsewhere(court, rules, Clause(step), step.Court) is { } elsewhere => elsewhere,
        _ when members.Count == 0 => new Refusal.Input("members", "panel-empty"),
        _ when members.FirstOrDefault(m => petition.Accused.Contains(m.Person)) is { } accused => new Refusal.Law("GC21-5(1)", "panel-accused", accused.Name),
        var chain when members.FirstOrDefault(m => Implemented(petition, m.Person) || chain.Owed.MadeBy == m.Person) is { } implementer => new Refusal.Law("SPC09-3.1", "panel-implemented", implementer.Name),
        var chain when members.FirstOrDefault(m => chain.Sat(m.Person)) is { } sat => new Refusal.Law("SPC09-3.1", "panel-sat", sat.Name),
        { Current: var step } => new object[] { new ProcedureMembersNamed(no, step.Kind, court, [.. members.DistinctBy(m => m.Person)]) },
    };

    /// <summary>The step is decided; an objection by <see cref="Converting.Rule"/>.</summary>
    public static Decision<object> Rule(Petition petition, int no, RuleOnStep ruling, int court, DateOnly on, ChainRules rules) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Current: { IsOpen: true, Kind: ReviewKind.Objection } } or { IsOpen: false } => new Refusal.State("review-none"),
        { Current: var step } when Chains.Elsewhere(court, rules, Clause(step), step.Court) is { } elsewhere => elsewhere,
        { Current: { Number: null } step } => new Refusal.Law(Clause(step), "procedure-step-not-filed"),
        { Current: { Members.Count: 0 } } => new Refusal.Law("SPC09-3.1", "review-needs-members"),
        { Current: var step } when Chains.Empty(ruling.Number) => new Refusal.Law(Clause(step), "procedure-needs-ruling"),
        { Current: var step } when !ruling.Outcome.Fits(step.Kind) => new Refusal.Input("outcome", "review-outcome-unknown"),
        { Current: var step } when Chains.Empty(ruling.Document) => new Refusal.Law(Clause(step), "review-needs-document"),
        var chain => Ruled(chain, ruling with { Number = ruling.Number!.Trim(), Document = ruling.Document!.Trim() }, on),
    };

    /// <summary>Why a court names nobody; null where a step is under review there.</summary>
    public static Refusal? NothingToName(Petition petition, int court) => Chains.None(petition, c => c.Current.IsUnderReview && c.Current.Court == court, new Refusal.State("review-none"));

    /// <summary>Why a court rules on no reconsideration and no supervision; null where one is filed there.</summary>
    public static Refusal? NothingToRule(Petition petition, int court) =>
        Chains.None(petition, c => c.Current is { IsUnderReview: true, Kind: not ReviewKind.Objection } && c.Current.Court == court, new Refusal.State("review-none"));

    /// <summary>The clause under which a step is reviewed.</summary>
    internal static string Clause(ReviewStep step) => step.Kind switch
    {
        ReviewKind.Objection => "OBJ-2",
        ReviewKind.Reconsideration => "EPI-8",
        ReviewKind.Supervision => SupervisionCases.Clause(step.Ground),
    };

    private static bool Implemented(Petition petition, Guid person) => petition.Opened.OriginalHandler == person
        || petition.Assignment is { Ground: AssignmentGround.OriginalHandler, Handler: var handler } && handler == person;

    /// <summary>A ruling that revokes and sends back makes the enforcing court owe another; what one court brings before another through the system is there on that day.</summary>
    private static object[] Ruled(Conversion chain, RuleOnStep ruling, DateOnly on)
    {
        var (no, step) = (chain.Owed.No, chain.Current);
        object ruled = step.Kind == ReviewKind.Reconsideration
            ? new ReconsiderationRuled(no, step.Court, ruling.Number!, ruling.Outcome, ruling.Document!)
            : new SupervisionRuled(no, step.Court, ruling.Number!, ruling.Outcome, ruling.Document!);
        return ruling.Outcome == RulingOutcome.SentBack ? [ruled, new ObjectionSentBack(no, on, chain.Owed.Kind, ruling.Number!)] : [ruled];
    }
}
