namespace Zhixin.Petitions.Acts;

/// <summary>
/// Effective resolution 有效化解 of an implementation petition (SPC16-7): asserted by the enforcing court on exactly one ground and what was
/// recorded for it, then recognised, or not, by a superior court.
/// </summary>
public static class Resolving
{
    /// <summary>The act by which a superior recognises, as the authority matrix names it.</summary>
    public const string Recognising = "recognise-resolved";

    /// <summary>
    /// The enforcing court says that the petition is resolved. Enforced rests on its proof; settled on a settlement whose performance has begun;
    /// committed on a search without result, an explanation or aid, and a later commitment. The absence of a commitment bars no other ground.
    /// </summary>
    public static Decision<object> Resolve(Petition petition, ResolutionGround ground, string? evidence, int? settlement, Actors by) => (petition, ground) switch
    {
        _ when NotResolvable(petition) is { } not => not,
        (_, ResolutionGround.Enforced) when string.IsNullOrWhiteSpace(evidence) => new Refusal.Law("SPC16-7(1)", "resolve-needs-evidence"),
        (_, ResolutionGround.Enforced) => new object[] { new PetitionResolved(ground, evidence.Trim(), null, by.Person, by.For) },
        (_, ResolutionGround.Settled) when Settled(petition, settlement) is var (begun, not) => not is null ? new object[] { new PetitionResolved(ground, null, begun, by.Person, by.For) } : not,
        _ when Uncommitted(petition) is { } missing => missing,
        _ => new object[] { new PetitionResolved(ground, null, null, by.Person, by.For) },
    };

    /// <summary>
    /// A superior court recognises the resolution, or does not and says why; each court once for what was asserted. While hops run, it is the court that handed down
    /// first: whoever is in between reports to it, and does not end its hop by recognising.
    /// </summary>
    /// <param name="court">Number of the superior court.</param>
    /// <param name="superiors">Numbers of the superiors of that court.</param>
    public static Decision<object> Recognise(Petition petition, bool recognised, string? because, int court, IReadOnlyCollection<int> superiors, Actors by) => petition.Handling.Resolution switch
    {
        _ when NotRecognisable(petition, court, superiors) is { } not => not,
        { } asserted when by.Include(asserted.AssertedBy) || by.Include(asserted.AssertedFor) => new Refusal.Authority(Recognising, "recognise-own"),
        _ when petition.Handling.Recognitions.Any(r => r.Court == court) => new Refusal.State("already-recognised"),
        _ when string.IsNullOrWhiteSpace(because) => new Refusal.Law("SPC16-7(1)", "recognise-needs-opinion"),
        _ when recognised => new object[] { new PetitionResolutionRecognised(court, because.Trim()) }.Concat(HandingDown.Ended(petition)).ToArray(),
        _ => new object[] { new PetitionResolutionNotRecognised(court, because.Trim()) },
    };

    /// <summary>What follows for a resolution when its ground is gone: it no longer stands, nothing closes by it, and nobody recognises it.</summary>
    /// <param name="settlement">The settlement that is broken.</param>
    internal static IEnumerable<object> Lapse(Petition petition, ResolutionLapse because, int? settlement = null) => (petition.Handling.Resolution, because) switch
    {
        ({ Ground: ResolutionGround.Settled, Settlement: var on }, ResolutionLapse.SettlementBroken) when on == settlement => [new PetitionResolutionLapsed(because)],
        ({ Ground: ResolutionGround.Committed }, ResolutionLapse.PropertyFound) => [new PetitionResolutionLapsed(because)],
        (not null, ResolutionLapse.Reclassified) => [new PetitionResolutionLapsed(because)],
        _ => [],
    };

    /// <summary>Why the petition cannot be said to be resolved; null when it can.</summary>
    public static Refusal? NotResolvable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Acceptance.Accepted: null } => new Refusal.Law("GC21-6a(1)", "handling-needs-acceptance"),
        { Acceptance.Classified.Class: PetitionClass.Review } => new Refusal.Law("SPC16-7(1)", "resolve-implementation-only"),
        { Handling.Resolution: not null } => new Refusal.State("already-resolved"),
        _ => null,
    };

    /// <summary>Why there is nothing to recognise; null where a resolution is asserted. It may be recognised when the petition is closed, too.</summary>
    public static Refusal? NotRecognisable(Petition petition) => petition switch
    {
        { Stage: Stage.Voided or Stage.Merged or Stage.Withdrawn } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Handling.Resolution: null } => new Refusal.Law("SPC16-7(1)", "recognise-not-asserted"),
        _ => null,
    };

    /// <summary>The same seen from a court: while hops run, only the one that handed down first recognises.</summary>
    public static Refusal? NotRecognisable(Petition petition, int court, IReadOnlyCollection<int> superiors) => NotRecognisable(petition) ?? petition.HandDowns switch
    {
        var hops when hops.Open.FirstOrDefault(h => superiors.Contains(h.Issued.From)) is { } above => new Refusal.Law("SPC16-7(1)", "recognise-not-first", above.Issued.Letter),
        var hops when hops.Open.Any() && hops.Open.All(h => h.Issued.From != court) => new Refusal.Law("SPC16-7(1)", "recognise-not-first", hops.Open.First().Issued.Letter),
        _ => null,
    };

    /// <summary>The day of the last thing on which an assertion rests; null where it rests on its own evidence alone.</summary>
    internal static DateOnly? RestsOn(Petition petition, PetitionResolved resolved) => resolved.Ground switch
    {
        ResolutionGround.Enforced => null,
        ResolutionGround.Settled => petition.Measures.Settlements.All.FirstOrDefault(s => s.Settled.No == resolved.Settlement)?.Performed
            .Where(p => p.Round == petition.Measures.Round).Min(p => (DateOnly?)p.On),
        ResolutionGround.Committed => new[] { Exhausting.LastChecked(petition)?.On, Committed(petition).Where(on => on >= Told(petition).Min()).Min(on => (DateOnly?)on) }.Max(),
    };

    /// <summary>The settlement on which the ground rests: the one that was named, else the last; what began its performance is of this round.</summary>
    private static (int? No, Refusal? Not) Settled(Petition petition, int? no)
    {
        var standing = petition.Measures.Settlements.All.Where(s => s.BrokenBecause is null).ToList();
        var settlement = no is null ? standing.LastOrDefault() : standing.FirstOrDefault(s => s.Settled.No == no);
        return settlement switch
        {
            null => (null, new Refusal.Law("SPC16-7(2)", "resolve-needs-settlement")),
            _ when !settlement.Performed.Any(p => p.Round == petition.Measures.Round) => (null, new Refusal.Law("SPC16-7(2)", "resolve-needs-performance")),
            _ => (settlement.Settled.No, null),
        };
    }

    private static Refusal? Uncommitted(Petition petition)
    {
        var (told, committed) = (Told(petition), Committed(petition));
        return Exhausting.LastCheck(petition) switch
        {
            null => new Refusal.Law("SPC16-7(3)", "resolve-needs-recheck"),
            { Found: true } => new Refusal.Law("SPC16-7(3)", "resolve-property-exists"),
            _ when told.Count == 0 => new Refusal.Law("SPC16-7(3)", "resolve-needs-explanation"),
            _ when committed.Count == 0 => new Refusal.Law("SPC16-7(3)", "resolve-needs-commitment"),
            _ when committed.Max() < told.Min() => new Refusal.Law("SPC16-7(3)", "resolve-commitment-too-early", told.Min()),
            _ => null,
        };
    }

    /// <summary>When the applicant was told why, or was granted aid, in this round.</summary>
    private static List<DateOnly> Told(Petition petition) =>
    [
        .. petition.Measures.Exhaustion.Explained.Where(e => e.Round == petition.Measures.Round).Select(e => e.On),
        .. petition.Measures.Aids.All.Where(a => a.Decided is { Granted: true }).Select(a => a.DecidedOn!.Value),
    ];

    private static List<DateOnly> Committed(Petition petition) =>
        [.. petition.Measures.Exhaustion.Commitments.Where(c => c.Round == petition.Measures.Round).Select(c => c.On)];
}
