using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>What happened in acceptance, in plain words.</summary>
internal static class AcceptanceTimeline
{
    /// <summary>Title and text; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact, IReadOnlyDictionary<Guid, string> names) => fact switch
    {
        PetitionClassified f => (f.Was is null ? "确定类别" : "改变类别", $"{Word(f.Class)}；{Word(f.Claim)}，{Word(f.Capacity)}{(f.Reason is null ? string.Empty : "。" + f.Reason)}"),
        PetitionAccepted f => ("受理", $"{Word(f.Class)}；{Lists.Said(law, f)}"
            + (f.Concerned.Count == 0 ? string.Empty : "；指向 " + string.Join("、", f.Concerned.Select(id => names.GetValueOrDefault(id, "工作人员"))))),
        PetitionConcernCorrected f => ("更正事由指向的人员",
            $"原指向 {names.GetValueOrDefault(f.Was, "工作人员")}，更正为{(f.Now is { } now ? " " + names.GetValueOrDefault(now, "工作人员") : "没有指向个人")}。{f.Reason}。证明：{f.Proof}"),
        PetitionAcceptanceNoticeServed f => ("送达受理告知", $"{CodeWords.Of(f.Method)}。证明：{f.Proof}"),
        PetitionNoticeServed { About: "process" } f => ("告知进展或结果", $"{f.Content}（{CodeWords.Of(f.Method)}）。证明：{f.Proof}"),
        PetitionDeclineProposed f => ("提出不予受理", $"{Ground(law, f.Facts.Ground)}。{f.Facts.Explanation}"),
        PetitionDeclineRejected f => ("不同意不予受理", f.Reason),
        PetitionDeclined f => ("批准不予受理", $"{Ground(law, f.Ground)}。释明送达以后生效。"),
        PetitionDeclineExplained f => ("不予受理，释明已送达", $"{Ground(law, f.Ground)}。{CodeWords.Of(f.Method)}。证明：{f.Proof}"),
        PetitionDeclineUndone f => ("撤销不予受理", $"{Ground(law, f.Ground)}。{CodeWords.Of(f.Reason)}"),
        PetitionExcluded f => ("认定不再交办督办", $"{Lists.Name(law, Lists.Exclusions, f.Ground)}。证明：{f.Proof}。已告知：{f.Remedy}"),
        PetitionExclusionLifted f => ("不再交办督办的情形消除", f.Reason),
        PetitionWithdrawn f => ("信访人撤回", $"凭{f.Document}{(f.Reason is null ? string.Empty : "。" + f.Reason)}"),
        _ => null,
    };

    private static string Ground(Law law, string code) => Lists.Name(law, Lists.DeclineGrounds, code);

    private static string Word<T>(T value)
        where T : struct, Enum => CodeWords.Of(ReadRows.Code(value));
}
