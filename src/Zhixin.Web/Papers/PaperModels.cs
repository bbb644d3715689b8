using Zhixin.Papers;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Papers;

/// <summary>The panel of papers on the petition page.</summary>
/// <param name="Issued">The newest first.</param>
/// <param name="Possible">A kind each, leading to its preview.</param>
public sealed record PapersModel(IReadOnlyList<PaperLine> Issued, IReadOnlyList<ActionModel> Possible, IReadOnlyList<RefusalModel> Refusals)
{
    /// <summary>A petition without papers, of which the viewer can issue none.</summary>
    public static PapersModel None { get; } = new([], [], []);
}

/// <summary>An issued paper as a line.</summary>
/// <param name="VoidedBecause">Null while it counts.</param>
/// <param name="VoidHref">Where the viewer declares it void; null where he or she cannot.</param>
public sealed record PaperLine(Anchor Paper, string Number, DateOnly On, string By, string? VoidedBecause, string? VoidHref);

/// <summary>An issued paper on its page.</summary>
/// <param name="Mark">Across the paper: 作废, 演示; null where there is none.</param>
/// <param name="Action">Where printing is asked for; "/docx" beside it saves the file.</param>
/// <param name="IsPrinting">The purpose is noted: the browser may print.</param>
public sealed record PaperModel(Paper Paper, string Name, string? Mark, string Note, string Action, string Docx, string Back, bool IsPrinting, string? Error);

/// <summary>The preview of a paper that is not issued yet.</summary>
/// <param name="Paper">Null where it cannot be issued at all.</param>
/// <param name="Fields">What is still asked for; shown again with the preview.</param>
/// <param name="Given">The same as previewed, sent with the order to issue.</param>
/// <param name="Why">Why it cannot be issued as it stands; null when it can.</param>
public sealed record PaperDraftModel(
    Paper? Paper, string Name, string Preview, string Issue, string Back, string Key, long Version, FormState Form, IReadOnlyList<ActField> Fields,
    IReadOnlyList<KeyValuePair<string, string>> Given, RefusalModel? Why, string? Mark)
{
    /// <summary>Whether it can be issued as it is previewed.</summary>
    public required bool IsReady { get; init; }
}
