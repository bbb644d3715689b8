using System.Collections.Frozen;

namespace Zhixin.Ledger;

/// <summary>The names under which offices head the columns. The first name of each is the one the export writes.</summary>
public static class LedgerColumns
{
    /// <summary>Names per column, the best first. When two headings of a sheet mean one column, the better name wins and the other stays an extra column.</summary>
    public static IReadOnlyDictionary<LedgerColumn, string[]> Names { get; } = new Dictionary<LedgerColumn, string[]>
    {
        [LedgerColumn.Number] = ["序号", "编号", "顺序号", "序", "号", "No."],
        [LedgerColumn.HandedDownOn] = ["交办日期", "交办时间", "交办日", "转办日期", "转办时间", "批转日期", "下交日期"],
        [LedgerColumn.ResponsibleUnit] =
            ["责任单位", "责任法院", "承办单位", "承办法院", "办理单位", "办理法院", "被交办单位", "被交办法院", "执行法院", "管辖法院", "执行单位", "法院", "单位"],
        [LedgerColumn.Petitioner] =
            ["信访人", "信访人姓名", "信访人名称", "来访人", "来访人姓名", "上访人", "上访人姓名", "信访当事人", "来信人", "来信来访人", "信访人员", "姓名"],
        [LedgerColumn.IdentityNumber] =
            ["身份证号", "身份证号码", "公民身份号码", "居民身份证号", "居民身份证号码", "信访人身份证号", "信访人身份证号码", "身份证", "证件号码", "证件号", "身份号码"],
        [LedgerColumn.Phone] =
            ["联系电话", "信访人电话", "信访人联系电话", "信访人联系方式", "手机号码", "手机号", "电话号码", "联系方式", "手机", "电话"],
        [LedgerColumn.PeopleCount] = ["人数", "信访人数", "来访人数", "上访人数", "人次"],
        [LedgerColumn.Channel] = ["信访形式", "信访方式", "信访渠道", "来访形式", "来访方式", "来信来访", "信访途径", "形式", "方式", "渠道"],
        [LedgerColumn.Venue] =
            ["信访地点", "来访地点", "上访地点", "信访地", "信访场所", "信访去向", "信访层级", "上访去向", "接访地点", "地点"],
        [LedgerColumn.VisitedOn] =
            ["信访日期", "信访时间", "来访日期", "来访时间", "上访日期", "上访时间", "来信来访日期", "来信来访时间", "接访日期", "接访时间", "来信日期", "登记日期", "登记时间"],
        [LedgerColumn.CaseNumber] =
            ["执行案号", "案号", "执行案件案号", "执行案件号", "涉案案号", "信访案号", "案件号", "原执行案号", "案件编号", "执行案件编号"],
        [LedgerColumn.Applicant] = ["申请执行人", "申请执行人姓名", "申请人", "债权人"],
        [LedgerColumn.Respondent] = ["被执行人", "被执行人姓名", "被申请执行人", "被申请人", "债务人"],
        [LedgerColumn.Handler] = ["承办人", "承办法官", "承办人姓名", "承办人员", "执行法官", "执行承办人", "经办人", "办案人", "执行人员"],
        [LedgerColumn.Claims] =
            ["主要诉求", "信访诉求", "信访人诉求", "信访人主要诉求", "信访主要诉求", "诉求", "诉求内容", "信访请求", "信访事项", "信访事由", "反映问题", "反映的问题", "反映主要问题", "反映的主要问题", "主要问题", "信访内容"],
        [LedgerColumn.CaseClass] = ["案件类别", "案件类型", "信访案件类别", "信访类别", "案由", "分类", "类别"],
        [LedgerColumn.FirstVisit] = ["是否初访", "是否初信初访", "是否首次信访", "是否初次信访", "初信初访", "初访或重访", "初访/重访", "初重访", "初访"],
        [LedgerColumn.LeaderInCharge] = ["包案领导", "包案院领导", "包案领导姓名", "领导包案", "包案人", "包案责任人"],
        [LedgerColumn.Liaison] = ["联络人", "联络员", "联系人", "联络人姓名"],
        [LedgerColumn.Measures] = ["化解措施", "化解稳控措施", "化解方案", "采取措施", "采取的措施", "工作措施", "办理情况", "处理情况", "工作情况"],
        [LedgerColumn.Resolved] = ["是否化解", "是否已化解", "化解与否", "是否息诉", "是否息访", "是否息诉罢访", "是否办结", "化解状态", "化解情况"],
        [LedgerColumn.ResolvedOn] = ["化解日期", "化解时间", "化解完成时间", "化解完成日期", "息诉日期", "息访日期", "办结日期", "办结时间"],
        [LedgerColumn.Remarks] = ["备注", "备考", "备注说明", "说明"],
        [LedgerColumn.RepeatVisit] = ["是否重访", "是否重复信访", "是否重复访", "重复信访", "重访"],
        [LedgerColumn.Cause] = ["受理事由", "事由", "事由类别", "信访原因", "信访事由类别", "问题类别"],
    };

    /// <summary>Without these a sheet cannot be a ledger of contacts.</summary>
    public static IReadOnlyList<LedgerColumn> Required { get; } =
        [LedgerColumn.Petitioner, LedgerColumn.VisitedOn, LedgerColumn.CaseNumber];

    /// <summary>The columns of the sample ledger, in its order: those which an export writes.</summary>
    public static IReadOnlyList<LedgerColumn> Exported { get; } =
        [.. Enum.GetValues<LedgerColumn>().Where(column => column is not (LedgerColumn.RepeatVisit or LedgerColumn.Cause))];

    private static readonly FrozenDictionary<string, (LedgerColumn Column, int Rank)> ByName = Names
        .SelectMany(pair => pair.Value.Select((name, rank) => (Name: Key(name), Value: (pair.Key, rank))))
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Value);

    /// <summary>The heading that the export writes.</summary>
    public static string Name(LedgerColumn column) => Names[column][0];

    /// <summary>The column that a heading means, and how good the name is (0 the best), or null for an unknown one.</summary>
    internal static (LedgerColumn Column, int Rank)? Find(string heading)
    {
        var key = Key(heading);
        return ByName.TryGetValue(key, out var found) ? found
            : ByName.TryGetValue(WithoutBrackets(key), out found) ? found
            : null;
    }

    private static string Key(string heading) =>
        LedgerText.Dense(heading).Trim('*', ':', '.', '。', '、', '★', '☆').ToUpperInvariant();

    private static string WithoutBrackets(string key)
    {
        var open = key.IndexOfAny(['(', '[', '【', '〔']);
        if (open < 0)
        {
            return key;
        }

        var close = key.IndexOfAny([')', ']', '】', '〕'], open);
        return close < 0 ? key[..open] : WithoutBrackets(key.Remove(open, close - open + 1));
    }
}
