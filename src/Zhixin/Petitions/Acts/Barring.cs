using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// Facts because of which superiors no longer hand down or supervise (SPC16-8, 14(3), 18). They close nothing in the enforcing court, which goes
/// on to answer and to name the remedy.
/// </summary>
public static class Barring
{
    /// <summary>The fact is recorded with its proof, and the petitioner was told what to do instead.</summary>
    /// <param name="grounds">The grounds in force; each carries its clause.</param>
    public static Decision<object> Exclude(Petition petition, string ground, string? proof, string? remedy, CodeList grounds) =>
        grounds.Items.FirstOrDefault(i => i.Code == ground) switch
        {
            _ when !petition.IsOpen => new Refusal.State("petition-not-open", petition.Stage.Code),
            null => new Refusal.Input("ground", "exclusion-unknown", ground),
            { } item when Fits(petition, ground) is false => new Refusal.Law(item.Clause, "exclusion-other-class", item.Name),
            { } item when petition.Acceptance.Bars.Any(b => b.Ground == ground && b.LiftedOn is null) => new Refusal.State("exclusion-stands", item.Name),
            { } item when string.IsNullOrWhiteSpace(proof) => new Refusal.Law(item.Clause, "exclusion-needs-proof", item.Name),
            { } item when string.IsNullOrWhiteSpace(remedy) => new Refusal.Law(item.Clause, "exclusion-needs-remedy", item.Name),
            _ => new object[] { new PetitionExcluded(petition.Acceptance.Bars.Count + 1, ground, proof.Trim(), remedy.Trim()) }.Concat(HandingDown.Ended(petition)).ToArray(),
        };

    /// <summary>The fact has ended: superiors may hand down again.</summary>
    public static Decision<object> Lift(Petition petition, int no, string? reason) => petition.Acceptance.Bars.FirstOrDefault(b => b.No == no) switch
    {
        null => new Refusal.Input("exclusion", "exclusion-not-there", no),
        { LiftedOn: not null } => new Refusal.State("exclusion-lifted"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new PetitionExclusionLifted(no, reason.Trim()) },
    };

    /// <summary>Why no fact can end; null where one lasts.</summary>
    public static Refusal? NothingToLift(Petition petition) =>
        petition.Acceptance.Bars.Any(b => b.LiftedOn is null) ? null : new Refusal.State("exclusion-none");

    /// <summary>
    /// SPC16-8 is about an applicant's press-on claim, SPC16-18 about a correction claim. Null where the class is not fixed yet or the ground is
    /// for both.
    /// </summary>
    private static bool? Fits(Petition petition, string ground) => (petition.Acceptance.Classified?.Class, ground) switch
    {
        (null, _) or (_, "filed") => null,
        (PetitionClass.Review, "administrative" or "review-basis") => true,
        (PetitionClass.Implementation, "administrative" or "review-basis") => false,
        (PetitionClass.Implementation, _) => true,
        _ => false,
    };
}
