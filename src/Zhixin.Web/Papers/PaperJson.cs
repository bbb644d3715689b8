using Zhixin.Database.Petitions;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Papers;

/// <summary>An issued paper as JSON.</summary>
/// <param name="VoidedBecause">Null while it counts.</param>
public sealed record IssuedJson(int No, string Kind, string Name, string Number, DateOnly On, int? Item, string? VoidedBecause)
{
    /// <summary>Of an issued paper.</summary>
    public static IssuedJson Of(IssuedPaper paper) =>
        new(paper.Facts.No, paper.Facts.Kind, PaperWishes.Name(paper.Facts.Kind), paper.Facts.Number, paper.On, paper.Facts.Item, paper.VoidedBecause);

    /// <summary>Of a paper that went out with an act on a matter.</summary>
    public static IssuedJson Of(MatterPaper paper) =>
        new(paper.Facts.No, paper.Facts.Kind, PaperWishes.Name(paper.Facts.Kind), paper.Facts.Number, paper.On, paper.Facts.Item, paper.VoidedBecause);
}

/// <summary>A kind of paper that can be issued now, or why it cannot.</summary>
/// <param name="Key">Message key of the refusal; null where it can be issued.</param>
public sealed record PossibleJson(string Kind, string Name, string? Key, string? Title, string? Clause, string? Remedy);

/// <summary>The papers of a petition: those issued, and the kinds that can be.</summary>
public sealed record PapersJson(IReadOnlyList<IssuedJson> Issued, IReadOnlyList<PossibleJson> Kinds)
{
    /// <summary>For a person.</summary>
    public static PapersJson Of(Law law, ActingPerson who, Petition petition) => new(
        [.. petition.Papers.Issued.Select(IssuedJson.Of)],
        [.. PaperKinds.Issued.Select(k => Of(k, law.MayNot(who, Issuing.Act, petition) ?? Issuing.Against(petition, k.Code, who.Court)))]);

    private static PossibleJson Of(PaperKind kind, Refusal? why) => why is null
        ? new PossibleJson(kind.Code, PaperWishes.Name(kind.Code), null, null, null, null)
        : new PossibleJson(kind.Code, PaperWishes.Name(kind.Code), why.Message, RefusalTexts.Reason(why), RefusalTexts.Clause(why), RefusalTexts.Cure(why));
}

/// <summary>An issued paper with what stands on it.</summary>
/// <param name="Lines">Every line in reading order.</param>
/// <param name="Content">The same by blocks.</param>
public sealed record PaperJson(IssuedJson Paper, IReadOnlyList<string> Lines, Paper Content);
