using Zhixin.History;
using Zhixin.Papers;

namespace Zhixin.Petitions;

/// <summary>
/// A paper was issued (GC21-16). What stands on it names persons: it is kept sealed beside the history, under a key of its own, and only its hash stands here.
/// </summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Kind">Code of the paper's kind.</param>
/// <param name="Item">Which meeting or hearing it is about (1, 2, …); null where a kind has but one.</param>
/// <param name="Number">As it stands on the paper: "（2026）豫0802信受12号".</param>
/// <param name="Court">Number of the issuing court.</param>
/// <param name="Series">Within it, <paramref name="Sequence"/> has no gaps in a <paramref name="Year"/>.</param>
/// <param name="Template">SHA-256 of the template that was filled.</param>
/// <param name="Content">SHA-256 of the sealed content, 64 lower-case hexadecimal digits.</param>
[Fact("petition.paper-issued", Shown = true, Clause = "GC21-16")]
public sealed record PetitionPaperIssued(
    int No, string Kind, int? Item, string Number, int Court, string Series, int Year, int Sequence, int TemplateVersion, string Template, string Content)
{
    /// <summary>What is compared with the kept paper.</summary>
    public PaperSeal Seal() => new(No, Court, Series, Year, Sequence, Content);
}

/// <summary>An issued paper counts no more; its number stays used, and it stays readable, marked.</summary>
[Fact("petition.paper-voided", Shown = true, Clause = "GC21-16")]
public sealed record PetitionPaperVoided(int No, string Reason);
