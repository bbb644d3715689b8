namespace Zhixin.Petitions.Acts;

/// <summary>
/// 诉访分离 (SPC16-14(1), GC21-7): what can go into a procedure goes there. A court above the enforcing one does not, as a rule, answer on the substance of an act that no
/// procedure has reviewed; it tells the remedy and orders the review. Where it answers all the same, it records why.
/// </summary>
public static class Separating
{
    /// <summary>Why the court that answers says nothing on the substance; null where it may, or has said why it does.</summary>
    /// <param name="enforcing">Number of the court whose case it is; null where that is not known.</param>
    /// <param name="reason">Why it answers all the same, as just given; null where nothing was.</param>
    public static Refusal.Law? Barred(Petition petition, int? enforcing, string? reason = null) => petition switch
    {
        { Acceptance.Classified.Class: not PetitionClass.Review } or { Acceptance.Classified: null } => null,
        _ when enforcing is null || enforcing == petition.Opened.Responsible => null,
        { Procedures.IsReviewed: true } => null,
        _ when !Chains.Empty(reason) || petition.Procedures.Reasons.Any(r => r.Court == petition.Opened.Responsible) => null,
        _ => new Refusal.Law("SPC16-14(1)", "separation-no-procedure"),
    };

    /// <summary>The reason as a fact, where it is needed.</summary>
    internal static IEnumerable<object> Reasoned(Petition petition, int? enforcing, string? reason) =>
        Barred(petition, enforcing) is not null && !Chains.Empty(reason) ? [new SubstanceReasoned(petition.Opened.Responsible, reason!.Trim())] : [];
}
