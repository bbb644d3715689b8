using Zhixin.History;

namespace Zhixin.Papers;

/// <summary>
/// A paper went out with an act on a matter (GC21-16). It is kept sealed beside the history, under a key of its own, and only its hash stands here.
/// </summary>
/// <param name="No">1, 2, 3 … within the matter.</param>
/// <param name="Kind">Code of the paper's kind.</param>
/// <param name="Item">Which letter, opinion or the like it is (1, 2, …); null where a matter has but one.</param>
/// <param name="Number">As it stands on the paper: "（2026）琼督12号".</param>
/// <param name="Court">Number of the issuing court.</param>
/// <param name="Series">Within it, <paramref name="Sequence"/> has no gaps in a <paramref name="Year"/>.</param>
/// <param name="Template">SHA-256 of the template that was filled.</param>
/// <param name="Content">SHA-256 of the sealed content, 64 lower-case hexadecimal digits.</param>
[Fact("paper.issued", Clause = "GC21-16")]
public sealed record PaperIssued(
    int No, string Kind, int? Item, string Number, int Court, string Series, int Year, int Sequence, int TemplateVersion, string Template, string Content)
{
    /// <summary>What is compared with the kept paper.</summary>
    public PaperSeal Seal() => new(No, Court, Series, Year, Sequence, Content);
}

/// <summary>What the history says of a kept paper.</summary>
public sealed record PaperSeal(int No, int Court, string Series, int Year, int Sequence, string Content);

/// <summary>A paper of a matter.</summary>
/// <param name="VoidedBecause">Null while it counts; else the reason for which what it said fell away.</param>
public sealed record MatterPaper(PaperIssued Facts, DateOnly On, string? VoidedBecause);

/// <summary>A fact whose number is that of the paper which goes out with it: it comes as the paper is issued, and stands empty before.</summary>
public interface IOnPaper
{
    /// <summary>The same fact under its number.</summary>
    object Numbered(string number);
}

/// <summary>The paper that goes out with an act.</summary>
/// <param name="Item">Which letter, opinion or the like it is; null where a matter has but one.</param>
/// <param name="Values">What the template is filled with; a field without a value is absent.</param>
public sealed record PaperOrder(PaperTemplate Template, int? Item, IReadOnlyDictionary<string, IReadOnlyList<string>> Values);
