namespace Zhixin.Petitions.Acts;

/// <summary>What these acts have to know of the packs.</summary>
/// <param name="Years">For how many years after the ruling property is looked for; null where no pack says so.</param>
/// <param name="Months">How far one query is from the next.</param>
/// <param name="EnforcedBy">Number of the court whose case it is, by the case number; null where that cannot be read.</param>
public sealed record RoundRules(int? Years, int? Months, int? EnforcedBy, DateOnly Today)
{
    /// <summary>Code of the number of years in the packs.</summary>
    public const string YearsId = "property-query-years";

    /// <summary>Code of the number of months.</summary>
    public const string MonthsId = "property-query-interval";

    /// <summary>Whether a query that many months after a day falls into the years since a ruling; without a number they never end.</summary>
    public bool InYears(DateOnly ruledOn, DateOnly from) => Years is not { } years || from.AddMonths(Months ?? 0) <= ruledOn.AddYears(years);
}

/// <summary>
/// This round of enforcement ended by ruling 终本: property is looked for again and again for some years, the applicant is told each time, and what is found restores
/// enforcement (TER16-7, 9).
/// </summary>
public static class ClosingRound
{
    private const string Clause = "TER16-9";

    /// <summary>The ruling is put on record; it may be older than the matter. Whoever applied was told that an objection can be raised against it.</summary>
    public static Decision<object> Terminate(Petition petition, string? ruling, DateOnly ruledOn, string? remedy, string? document, RoundRules rules) => petition switch
    {
        _ when NotTerminable(petition) is { } not => not,
        _ when rules.EnforcedBy is { } court && court != petition.Opened.Responsible => new Refusal.Law(Clause, "round-other-court"),
        _ when Chains.Day("ruledOn", ruledOn, rules.Today, petition.Procedures.Restored.Max(r => (DateOnly?)r.RestoredOn)) is { } day => day,
        _ when Chains.Empty(ruling) => new Refusal.Law(Clause, "round-needs-ruling"),
        _ when Chains.Empty(remedy) => new Refusal.Law("TER16-7", "round-needs-remedy"),
        _ when Chains.Empty(document) => new Refusal.Input("document", "document-required"),
        _ => new object[] { new EnforcementRoundTerminated(ruling!.Trim(), ruledOn, rules.InYears(ruledOn, ruledOn), remedy!.Trim(), document!.Trim()) },
    };

    /// <summary>Property was looked for again; also after the years, since nothing forbids it.</summary>
    public static Decision<object> Query(Petition petition, bool found, string? source, string? result, string? told, string? proof, RoundRules rules) => petition.ClosedRound switch
    {
        _ when NotQueried(petition) is { } not => not,
        _ when Chains.Empty(source) => new Refusal.Law(Clause, "query-needs-source"),
        _ when Chains.Empty(result) => new Refusal.Law(Clause, "query-needs-result"),
        _ when Chains.Empty(told) => new Refusal.Law(Clause, "query-needs-telling"),
        _ when Chains.Empty(proof) => new Refusal.Law(Clause, "query-needs-proof"),
        { Ruled.RuledOn: var ruledOn } => new object[] { new EnforcementRoundQueried(found, rules.InYears(ruledOn, rules.Today), source!.Trim(), result!.Trim(), told!.Trim(), proof!.Trim()) },
        null => NotQueried(petition)!,
    };

    /// <summary>Why no such ruling can be recorded; null when one can.</summary>
    public static Refusal? NotTerminable(Petition petition) => EarlierRulings.NotRecordable(petition)
        ?? (petition.ClosedRound is { Ruled: var ruled } ? new Refusal.State("round-terminated", ruled.Ruling) : petition.NonExecution.ConcludedOn is not null ? new Refusal.State("execution-concluded") : null);

    /// <summary>Why nothing is queried; null where this round ended and enforcement is not restored. A query after a termination counts here too, and is recorded there.</summary>
    public static Refusal? NotQueried(Petition petition) => Chains.NotInForce(petition) ?? petition switch
    {
        { ClosedRound: null } => new Refusal.State("round-not-terminated"),
        _ when AfterTermination.NotQueried(petition) is null => new Refusal.State("round-query-after-termination"),
        _ => null,
    };
}
