using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Texts;

namespace Zhixin.Web.WriteOffs;

/// <summary>What happened on the way to a write-off, in plain words.</summary>
internal static class WriteOffTimeline
{
    /// <summary>Title and text; null where the fact is of another kind, or says only that a clock begins.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact) => fact switch
    {
        WriteOffApplied f => ("申请核销", $"{WriteOffForms.Named(law, WritingOff.GroundList, f.Ground)}。{f.Result}。材料：{string.Join("；", f.Materials.Select(m => $"{WriteOffForms.Named(law, WritingOff.MaterialList, m.Code)}（{WriteOffForms.Said(m.Document)}）").DefaultIfEmpty("没有"))}。{Way(law, f)}"),
        WriteOffAgreed f => ("同意核销", $"{law.Court(f.Court).Name}：{f.Opinion}"),
        WriteOffMaterialSent f => ("报送核销材料", $"报送{f.To}。{f.Document}"),
        WriteOffPassedUp f => ("上报核销申请", $"{law.Court(f.Court).Name}：{f.Opinion}"),
        WriteOffReturned f => ("退回核销申请", $"{law.Court(f.Court).Name}退回{(f.To is { } to ? law.Court(to).Name : "申请人")}：{f.Reason}"),
        WriteOffVerifierNamed f => ("指定核查人员", $"{law.Court(f.Court).Name}：{f.VerifierName}"),
        WriteOffVerified f => (f.Submits ? "提请核销" : "提请继续督办", $"{law.Court(f.Court).Name}：{f.Opinion}"),
        WriteOffApproved f => ("核销", $"凭据：{f.Document}"),
        WriteOffRefused f => ("不予核销，继续督办", f.Reason + (f.Document is null ? string.Empty : $"。凭据：{f.Document}")),
        WriteOffWithdrawn f => ("核销申请撤回", f.Recurred ? "信访人又来访来信，申请随之终止。" : f.Reason),
        WriteOffLapsed => ("核销申请失效", "交办的途径或者负责的法院有变动，按新的途径重新申请。"),
        WriteOffReversed f => ("核销撤销", $"{CodeWords.Of("recurrence." + ReadRows.Code(f.Because))}。{f.Reason}"),
        _ => null,
    };

    private static string Way(Law law, WriteOffApplied applied) => applied.Way.Count == 0
        ? "没有上级交办，由本院另派专人核查。"
        : $"逐级上报：{string.Join(" → ", applied.Way.Select(court => law.Court(court).Name))}。";
}
