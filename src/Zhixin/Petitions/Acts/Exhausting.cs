using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// Implementation class (SPC16-6, GC21-6b): where there is property, measures are exhausted; where there is none, the applicant is told why. And
/// the commitment that SPC16-7(3) knows, which nothing else depends on.
/// </summary>
public static class Exhausting
{
    /// <summary>Property was looked for, with a result.</summary>
    public static Decision<object> Check(Petition petition, PetitionPropertyChecked check) => petition switch
    {
        _ when NotImplementation(petition) is { } not => not,
        _ when Empty(check.Source) => new Refusal.Law("SPC16-6", "property-needs-source"),
        _ when Empty(check.Result) => new Refusal.Law("SPC16-6", "property-needs-result"),
        _ when Empty(check.Proof) => new Refusal.Law("SPC16-6", "property-needs-proof"),
        _ => new object[] { check }.Concat(check.Found ? Resolving.Lapse(petition, ResolutionLapse.PropertyFound) : []).ToArray(),
    };

    /// <summary>A measure was taken, by its document.</summary>
    /// <param name="kinds">The measures of the pack.</param>
    public static Decision<object> Take(Petition petition, PetitionMeasureTaken taken, CodeList kinds) => petition switch
    {
        _ when NotImplementation(petition) is { } not => not,
        _ when kinds.Find(taken.Kind) is null => new Refusal.Input("kind", "measure-unknown", taken.Kind),
        _ when Empty(taken.What) => new Refusal.Law("GC21-6b", "measure-needs-words"),
        _ when Empty(taken.Document) => new Refusal.Law("GC21-6b", "measure-needs-document"),
        _ => new object[] { taken },
    };

    /// <summary>The applicant was told why nothing can be enforced; only where property was looked for and none found.</summary>
    public static Decision<object> Explain(Petition petition, PetitionSituationExplained explained) => petition switch
    {
        _ when NotExplainable(petition) is { } not => not,
        _ when Empty(explained.Content) => new Refusal.Law("GC21-6b", "explanation-needs-content"),
        _ when explained.Method == ServiceMethod.InPerson && Working.Unsigned(explained.Signing) is { } unsigned => unsigned,
        _ when Empty(explained.Proof) => new Refusal.Law("GC21-6b", "explanation-needs-proof"),
        _ => new object[] { explained },
    };

    /// <summary>A commitment of free will: signed, and its effect was explained in writing.</summary>
    public static Decision<object> Commit(Petition petition, bool isSigned, bool isFree, string? document, string? effect) => petition switch
    {
        _ when NotImplementation(petition) is { } not => not,
        _ when !isFree => new Refusal.Law("SPC16-7(3)", "commitment-not-free"),
        _ when !isSigned || Empty(document) => new Refusal.Law("SPC16-7(3)", "commitment-needs-signature"),
        _ when Empty(effect) => new Refusal.Law("SPC16-7(3)", "commitment-needs-effect"),
        _ => new object[] { new PetitionCommitmentMade(document!.Trim(), effect!.Trim()) },
    };

    /// <summary>The last search for property in this round of the matter; null before any.</summary>
    public static PetitionPropertyChecked? LastCheck(Petition petition) => LastChecked(petition)?.Fact;

    /// <summary>The same with its day.</summary>
    internal static InRound<PetitionPropertyChecked>? LastChecked(Petition petition) =>
        petition.Measures.Exhaustion.Checks.LastOrDefault(c => c.Round == petition.Measures.Round);

    /// <summary>Why nothing of this can be recorded: the petition is not open, not accepted, or of the other class. Null when it can.</summary>
    public static Refusal? NotImplementation(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Acceptance.Accepted: null } => new Refusal.Law("GC21-6a(1)", "handling-needs-acceptance"),
        { Acceptance.Classified.Class: PetitionClass.Review } => new Refusal.Law("SPC16-6", "exhaust-implementation-only"),
        _ => null,
    };

    /// <summary>Why nothing can be explained yet; null when it can.</summary>
    public static Refusal? NotExplainable(Petition petition) => NotImplementation(petition) ?? LastCheck(petition) switch
    {
        null => new Refusal.Law("SPC16-6", "explanation-needs-check"),
        { Found: true } => new Refusal.Law("GC21-6b", "explanation-property-exists"),
        _ => null,
    };

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
