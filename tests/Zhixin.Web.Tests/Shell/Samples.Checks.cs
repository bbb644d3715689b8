using Zhixin.Web.Checks;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.ReportBox;

namespace Zhixin.Web.Tests.Shell;

public static partial class Samples
{
    private static FormState Refused => new(new Dictionary<string, string?> { ["caseNumber"] = "闲谈" }, [new FieldMessage("caseNumber", MessageKind.Error, "“闲谈”不是完整的案号。")]);

    public static ChecksModel Checks => new(
        RichText.Of("焦作市解放区人民法院正在监督 ", new RichText.Strong("12 件"), "。"), [new("全部", "/checks?show=open", true, 12), new("有事待办", "/checks?show=owed", false, 3)],
        [
            new(new(LightState.Overdue, "逾期 2 日"), Feb14, "2026-琼-0001", "/checks/1/1", "（2026）琼0108执12号", LongCourt, "1 项风险待整改，2 个节点待复核", "监督卡 1，节点 3"),
            new(new(LightState.Untimed, "不定期限"), null, "2026-琼-0002", "/checks/1/2", "（2026）琼0108执13号", "海口市美兰区人民法院", "监督卡待发放", "监督卡 0，节点 0"),
        ],
        new("没有执行监督记录", "建立以后列在这里。"), new(null, "/checks?after=x", 50, null, "件"), FormState.Empty, null,
        new(Key, Refused, [new("caseNumber", "执行案号", FieldKind.Text, [], "本院的案号。"), new("filedOn", "立案日期", FieldKind.Text, [])]));

    public static CheckRecordModel CheckRecord => new(
        "2026-琼-0001", [new("执行中", true), new("1 项风险待整改", true)], "（2026）琼0108执12号", LongCourt,
        new("整改节点风险", Feb14, new(LightState.Soon, "剩 2 个工作日"), Reply, new("查看时限", "#obligations")),
        [new("整改节点风险", "执行实施机构　超标的冻结", new(LightState.Soon, "剩 2 个工作日"), Feb14, Reply)], "未办 1，已办 2",
        new PossibleActs(null, [new("节点风险", [new("登记节点", "/checks/1/1/act/node")], [])], []),
        [new("查封扣押冻结", new DateOnly(2026, 3, 4), "执行局 王法官", "冻结银行账户", "李法官 3月5日 复核：冻结超过标的", "超标的冻结　2026-03-20 以前整改", true)],
        [new("申请执行人：有问题", new DateOnly(2026, 3, 4), "查封扣押冻结。冻结没有告知", "待没有办理该节点的人答复", true, "/register?caseNumber=x"), new("被执行人：满意", new DateOnly(2026, 3, 5), string.Empty, "不需要答复", false, null)],
        [new(new DateOnly(2026, 3, 2), new TimeOnly(9, 0), "立案", "王强", Reply, false, "（2026）琼0108执12号")], "最新在前，共 1 条",
        [new("cards", "监督卡", 1, [new("申请执行人", RichText.Of(new RichText.Link(new Anchor("（2026）琼0108执监卡1号", "/checks/1/1/papers/1"))))], new("还没有发放", "列在这里。")), new("services", "送达", 0, [], new("还没有送达", "列在这里。"))]);

    public static ReportBoxModel ReportBox => new(
        RichText.Of("待办理 ", new RichText.Strong("2 件"), "。"), true, [new("待办理", "/report-box?show=waiting", true, 2), new("已办理", "/report-box?show=handled", false, 1)],
        [
            new(new(LightState.Untimed, "不定期限"), new DateOnly(2026, 3, 2), "2026-琼-举0001", "/report-box/1/1", "举报箱，匿名", LongCourt, "待办理"),
            new(new(LightState.Fulfilled, "已办理"), new DateOnly(2026, 3, 1), "2026-琼-举0002", "/report-box/1/2", "来信", "海口市美兰区人民法院", "查不属实，2026-03-09"),
        ],
        new("没有待办理的举报", "列在这里。"), new(null, "/report-box?after=x", 50, null, "件"), null, Key,
        new FormState(new Dictionary<string, string?> { ["leader"] = "no" }, [new FieldMessage("content", MessageKind.Error, "没有写明反映的情况。")]),
        [new("channel", "举报方式", FieldKind.Radio, [new("letter", "来信"), new("box", "举报箱")]), new("content", "反映的情况", FieldKind.TextArea, []), new("accused", "反映本院哪些人", FieldKind.Checks, [new("1", "王法官　执行员")])]);

    public static ReportModel Report => new(
        "2026-琼-举0001", [new("待办理", true)], "案款到账三个月没有发放", [new("办理举报", LongCourt + "　纪检监察机构", new(LightState.Untimed, "不定期限"), null, Reply)],
        new PossibleActs(null, [new("办理举报", [new("记录核查情况", "/report-box/1/1/act/step")], [])], []),
        [new(new DateOnly(2026, 3, 2), new TimeOnly(9, 0), "收到举报", "佟海宁", Reply, false, "举报箱，匿名")], "最新在前，共 1 条", [new("反映的法院", LongCourt), new("举报人", "匿名")]);
}
