using Zhixin.Checks;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Checks;

/// <summary>The Chinese words of records of checks.</summary>
internal static class CheckWords
{
    public const string Nodes = "key-nodes";
    public const string Exceptions = "check-exceptions";
    public const string Openness = "openness";
    public const string UnitList = "units";

    /// <summary>Which side somebody stands on.</summary>
    public static string Of(CaseSide side) => side switch
    {
        CaseSide.Applicant => "申请执行人",
        CaseSide.Respondent => "被执行人",
        CaseSide.Other => "利害关系人、案外人",
    };

    /// <summary>How something was handed over.</summary>
    public static string Of(ServiceMethod method) => CodeWords.Of(ReadRows.Code(method));

    /// <summary>Title and text of a fact; null for what the clocks did.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact) => fact switch
    {
        EnforcementCaseFiled f => ("立案", f.CaseNumber),
        SupervisionCardGiven f => ("发放执行监督卡", $"{f.Number}　发给{Of(f.To)}，{Of(f.Method)}。{f.Proof}"),
        CardFeedbackReceived f => (f.Satisfied ? "监督卡回执：满意" : "监督卡回执：有问题", $"{Of(f.From)}，{Node(law, f.Node)}。{f.Content}"),
        CardFeedbackAnswered f => ($"答复第 {f.No} 份回执反映的问题", $"{f.Answer}。{f.Document}"),
        EnforcementPaperServed f => ("送达执行文书", $"{f.Paper}　送达{Of(f.To)}，{Of(f.Method)}。{f.Proof}"),
        ReportPhoneTold f => ("告知举报电话", $"{f.Phone}　{f.How}"),
        OpennessTold f => (f.Asked ? "征求意见" : "公开告知", $"{Item(law, f.Item)}，{Of(f.To)}。{f.Content}。{f.Document}"),
        NodeRecorded f => ($"节点：{Node(law, f.Node)}", $"{Doer(law, f)} 办理。{f.Content}"),
        NodeChecked f => ($"复核第 {f.No} 个节点", $"{f.CheckerName} 复核：{f.Opinion}{(f.Exception is { } code ? $"。{Lists.Name(law, Exceptions, code)}：{f.ExceptionReason}" : string.Empty)}"),
        RiskFound f => ("发现风险，应当整改", f.Risk + (f.DueOn is { } due ? $"　{DateText.Iso(due)} 以前" : string.Empty)),
        RiskCorrected f => ($"整改第 {f.No} 项风险", $"{f.Correction}。{f.Document}"),
        SpotChecked f => ("上级抽查", $"{law.Court(f.Court).Name}：{f.Findings}"),
        EnforcementCaseConcluded f => ("执行完毕", $"{f.How}。{f.Document}"),
        EnforcementCaseEnteredLate f => ("补录", $"下面的记录是补录，距发生之日 {f.Workdays} 个工作日。证明：{f.Proof}"),
        _ => null,
    };

    /// <summary>A key node.</summary>
    public static string Node(Law law, string? code) => code is null ? "没有指明环节" : Lists.Name(law, Nodes, code);

    /// <summary>What was made open: the entry's own name, not the heading above it.</summary>
    public static string Item(Law law, string code) => Lists.Of(law, Openness).Find(code)?.Name ?? code;

    /// <summary>Who did a node, with the unit.</summary>
    public static string Doer(Law law, NodeRecorded node) => node.Unit is { } unit ? $"{Lists.Of(law, UnitList).Find(unit)?.Name ?? unit} {node.DoerName}" : node.DoerName;

    /// <summary>The units that the pack gives a court of its level.</summary>
    public static IReadOnlyList<Zhixin.Regulations.CodeItem> Units(Law law, int court)
    {
        var level = ReadRows.Code(law.Court(court).Level);
        return [.. Lists.Of(law, UnitList).Items.Where(i => i.Code == level).SelectMany(i => i.Sub)];
    }
}
