using Zhixin.Database.Petitions;
using Zhixin.ReportBox;
using Zhixin.ReportBox.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Texts;

namespace Zhixin.Web.ReportBox;

/// <summary>The acts of the inspection on a report, and the words of them.</summary>
public static class ReportActs
{
    private const string Group = "办理举报";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<BoxedReport>> All { get; } =
    [
        new("step", "handle-report", "记录核查情况", Group, false, call => ReportHandling.LookInto(call.Matter, call.Court, Sealed(call, "content")),
            ReportHandling.Against, _ => ("核查情况加密保存，只有纪检监察人员可以看到。", [new("content", "核查情况", FieldKind.TextArea, [])])),
        new("outcome", "handle-report", "办理完毕", Group, true, call => ReportHandling.Handle(
            call.Matter, call.Court, Codes.Of<ReportOutcome>(call.Input.Field("outcome")), call.Input.Field("to"), Sealed(call, "reason")),
            ReportHandling.Against, _ => ("写明结果和理由。属于执行信访的，先登记，再填信访案件编号。",
            [
                new("outcome", "结果", FieldKind.Radio, [.. Enum.GetValues<ReportOutcome>().Select(o => new Choice(ReadRows.Code(o), Of(o)))]),
                new("to", "移送到哪里，或者信访案件编号", FieldKind.Text, [], "查不属实的不填。"), new("reason", "理由", FieldKind.TextArea, []),
            ])),
    ];

    /// <summary>What a report came to.</summary>
    public static string Of(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.NotConfirmed => "查不属实",
        ReportOutcome.Transferred => "移送有权处理的部门",
        ReportOutcome.Petition => "登记为执行信访",
    };

    /// <summary>How it came in.</summary>
    public static string Of(ReportChannel channel) => channel switch
    {
        ReportChannel.Letter => "来信",
        ReportChannel.Phone => "举报电话",
        ReportChannel.Box => "举报箱",
        ReportChannel.Web => "网络",
        ReportChannel.Visit => "来访",
    };

    /// <summary>Title and text of a fact; null for what the clocks did.</summary>
    /// <param name="open">Opens what is sealed; null where it stays sealed.</param>
    public static (string Title, string? Text)? Words(object fact, Func<string, string>? open) => fact switch
    {
        ReportReceived f => ("收到举报", Of(f.Channel) + (f.Anonymous ? "，匿名" : string.Empty) + (f.NamesLeader ? "，反映本院领导或者纪检监察人员" : string.Empty)),
        ReportLookedInto f => ("核查", open?.Invoke(f.Sealed)),
        ReportHandled f => ("办理完毕", $"{Of(f.Outcome)}{(f.To is { } to ? "：" + to : string.Empty)}{(open is null ? string.Empty : "。" + open(f.Sealed))}"),
        ReportEnteredLate f => ("补录", $"下面的记录是补录，距发生之日 {f.Workdays} 个工作日。证明：{f.Proof}"),
        _ => null,
    };

    private static string? Sealed(MatterCall<BoxedReport> call, string field) => call.Input.Blank(field) is { } text ? call.Office.ReportVault.Close(text) : null;
}
