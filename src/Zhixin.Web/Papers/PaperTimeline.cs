using Zhixin.Petitions;

namespace Zhixin.Web.Papers;

/// <summary>What happened to papers, in plain words.</summary>
internal static class PaperTimeline
{
    /// <summary>Title and text; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Of(object fact) => fact switch
    {
        PetitionPaperIssued f => ("制发" + PaperWishes.Name(f.Kind), f.Number),
        PetitionPaperVoided f => ("作废文书", $"第 {f.No} 份文书。{f.Reason}"),
        _ => null,
    };
}
