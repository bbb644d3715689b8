namespace Zhixin.Regulations;

/// <summary>
/// A version of a pack put in force for a court and everything under it. <see cref="CourtNumber"/> 0 is the platform: everywhere.
/// <see cref="From"/> and <see cref="Until"/> are inclusive; null means until further notice. A pack that prints its own in-force dates
/// is never in force outside them.
/// </summary>
public sealed record Adoption(string PackId, int Version, string Hash, int CourtNumber, DateOnly From, DateOnly? Until, string Reason);

/// <summary>
/// A pack in force for a matter. <see cref="Scope"/> is the distance from the court to the adopting court (0 = the court itself);
/// <see cref="Platform"/> is the widest.
/// </summary>
public sealed record PackInForce(RegulationPack Pack, Adoption Adoption, int Scope)
{
    /// <summary>The scope of an adoption for everywhere.</summary>
    public const int Platform = int.MaxValue;
}
