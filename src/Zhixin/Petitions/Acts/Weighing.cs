namespace Zhixin.Petitions.Acts;

/// <summary>Whether a petition is major or complex 重大、复杂, which requires a public hearing (SPC09-1.3).</summary>
public static class Weighing
{
    /// <summary>The act by which a flag is lifted, as the authority matrix names it.</summary>
    public const string Lifting = "unflag-major";

    /// <summary>The petition is flagged, with the reason.</summary>
    public static Decision<object> Flag(Petition petition, bool major, bool complex, string? reason, Actors by) => petition.Measures.Hearings.Flag switch
    {
        _ when !petition.IsOpen => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when !major && !complex => new Refusal.Input("flags", "flag-needs-kind"),
        { } before when before.Major == major && before.Complex == complex => new Refusal.State("flag-stands"),
        { } before when (before.Major && !major) || (before.Complex && !complex) => new Refusal.Law("SPC09-1.3", "flag-only-lifted"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("SPC09-1.3", "flag-needs-reason"),
        _ => new object[] { new PetitionFlagged(major, complex, reason.Trim(), by.Person, by.For) },
    };

    /// <summary>The flag was an error: another than who set it says why. That no hearing is wanted is no reason; nothing waives it.</summary>
    public static Decision<object> Lift(Petition petition, string? reason, Actors by) => petition.Measures.Hearings.Flag switch
    {
        _ when NothingToLift(petition) is { } not => not,
        { } flag when by.Include(flag.FlaggedBy) || by.Include(flag.FlaggedFor) => new Refusal.Authority(Lifting, "flag-own"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("SPC09-1.3", "flag-lift-needs-reason"),
        _ => new object[] { new PetitionFlagLifted(reason.Trim()) },
    };

    /// <summary>Why there is no flag to lift; null where there is one.</summary>
    public static Refusal? NothingToLift(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Measures.Hearings.Flag: null } => new Refusal.State("flag-none"),
        _ => null,
    };
}
