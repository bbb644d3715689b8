using Zhixin.History;

namespace Zhixin.Intake;

/// <summary>
/// A petitioner, agent or party was recorded. The details are one sealed text under the person's own key; the plain
/// form is <see cref="PersonDetails"/>. Matter events hold only the person's id.
/// </summary>
/// <param name="Kind">"natural", "legal" or "organisation" (GC21-1).</param>
/// <param name="Algorithm">"A256GCM".</param>
/// <param name="Sealed">Base64 of nonce, ciphertext and tag.</param>
[Fact("person.recorded", Clause = "GC21-1")]
public sealed record PersonRecorded(string Kind, string Algorithm, string Sealed);

/// <summary>What stands under a person's key.</summary>
public sealed record PersonDetails(string Name, string? IdentityNumber, string? Phone, string? Address)
{
    /// <summary>How an unnamed petitioner is shown.</summary>
    public const string Anonymous = "匿名";
}
