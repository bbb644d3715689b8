using Zhixin.Web.Components;
using Zhixin.Papers;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Tests.Shell;

public static partial class Samples
{
    public static DateReason Why { get; } = new(
        [
            new("从何时起", RichText.Of("孟庆和 ", RichText.On(new(new DateOnly(2025, 12, 19))), " 签收本件。期间从次日起算，签收当日不计。")),
            new("多长", RichText.Of("40 个工作日。", RichText.By(Reply), " 将进展和结果答复信访人。")),
            new("扣除与计入", "休息日、元旦 3 天不计；调休上班的 01-04（周日）、02-14（周六）计入。"),
            new("中间变动", "没有扣除、延长或更正。第 2、3 次来访并入本案，不重新起算。"),
            new("届满", RichText.Of(RichText.On(Feb14), new RichText.Strong(" 24:00"), "，第 40 个工作日")),
            new("同一环节", RichText.Of(new RichText.Mark("参考"), " 2021 年全国文件自收到材料起 30 个工作日，只作对照。")),
        ],
        [.. Weeks()]);

    public static PetitionModel Petition { get; } = new(
        "2025-鲁0117-0412",
        "佟桂兰",
        [new("申请执行人"), new("第 3 次来访", true), new("执行实施类"), new("普通")],
        "（2025）鲁0117执1234号",
        "被执行人 山东禾麓钢构工程有限公司，建设工程分包合同纠纷",
        "反映：账户冻结五个月未扣划，查封的两台塔吊未处置。请求：尽快扣划并发放 186,420.55 元，处置塔吊。",
        new("答复信访人", Feb14, Soon, Reply, new("提交办理意见", "#opinion", true)),
        [
            new("登记", "2025-12-17", StepState.Past), new("受理", "2025-12-17", StepState.Past), new("分办", "2025-12-19", StepState.Past),
            new("办理中", "孟庆和 · 第 38 个工作日", StepState.Current), new("答复", "须先审批意见", StepState.Ahead), new("办结", "答复被接受或终局", StepState.Ahead),
        ],
        ["电话少 1 位"],
        [
            new("答复信访人", "孟庆和", Soon, Feb14, Reply, Why, true),
            new("告知办理过程", "第 3 次来访后", new(LightState.Untimed, "不定期限"), null, new("SPC16", "SPC16-3(3)", "最高法意见第三条")),
            new("约见信访人", "期限 12-24", new(LightState.Fulfilled, "按期办结"), new(new DateOnly(2025, 12, 22)), Reply),
        ],
        "未办 2，已办 1　先到期的在前",
        new PossibleActs(null, [new ActGroupModel(
            "办理答复", [new("提交办理意见", "#opinion", true), new("记录约见", "#meet"), new("签收", "/petitions/p1/acknowledgement", PostKey: Key, Version: 11)],
        [
            new("答复信访人", "办理意见没有经主办院领导审批，也没有集体讨论记录。", Reply, "先提交办理意见，由邢国梁审批，或录入集体讨论记录。"),
            new("信访终结", "基层法院无权决定；且案件仍有可供执行的财产。", new("SPC16", "SPC16-19", "最高法意见第十九条"), "先穷尽财产处置。符合条件时逐级报高级人民法院决定。"),
        ])], []),
        Timeline,
        "最新在前，共 11 条；每一条都不可删改",
        "校验：11 条首尾相接",
        "/petitions/p1?before=3",
        new("/petitions/p1/assignment", Key, 11, FormState.Empty, [new("", "请选择"), new("s1", "孟庆和（原承办人，在办 6 件）")], [new("", "不交团队"), new("t1", "第二执行团队")],
            RichText.Of("按首问负责，原承办人在岗，应由孟庆和办理。", RichText.By(Reply)),
            [new("时广田", "来访指称其违法违纪，不得承办，也看不到本件。", new("GC21", "GC21-5", "钢城意见第五条"), "交其他承办人或团队。")]),
        [
            new("persons", "人", null,
            [
                new("信访人", RichText.Of("佟桂兰，女", new RichText.Break(), new RichText.Secret(new("id", "9901**********402X", "/petitions/p1/reveal/id", Key)), new RichText.Break(), new RichText.Secret(new("phone", "138****6021", "/petitions/p1/reveal/phone", Key)))),
                new("承办人", "孟庆和（原承办人）"),
            ], new("", ""), "显示完整号码须填写用途，并留下记录。"),
            new("supervision", "督办", 0, [], new("没有督办件", "上级发督办函后，要求、期限和报告会列在这里。")),
        ]);

    public static IReadOnlyList<TimelineEntry> Timeline =>
    [
        new(new(2026, 2, 12), new(9, 24), "第 3 次来访，并入本案", "时海宁 · 信访接待窗口", new("GC21", "GC21-3"), true, "反映账户冻结后五个月未扣划。", [new("来访登记表", "/d/1"), new("收件回执", "/d/2")]),
        new(new(2025, 12, 22), null, "约见信访人", "孟庆和、主办院领导 邢国梁", Reply, true, null, null, "补录于 2025-12-24"),
        new(new(2025, 12, 19), new(11, 20), "承办人签收", "孟庆和", Reply, false),
    ];

    public static Paper Paper { get; } = new("receipt", "济南市钢城区人民法院", "信访事项登记回执", "2026-鲁0117-件0412",
    [
        new PaperBlock.Addressee("佟桂兰："), new PaperBlock.Heading("一、登记"), new PaperBlock.Paragraph("你（单位）反映的事项已经登记。"),
        new PaperBlock.Table([new("方式", "来访，第 3 次"), new("案号", "（2025）鲁0117执1234号")]), new PaperBlock.Items(["1. 可以申请复议。"]),
        new PaperBlock.Signature(["济南市钢城区人民法院", "2026年2月12日"]), new PaperBlock.ByHand(["信访人（签名）：＿＿＿＿"]),
    ]);

    public static ReceiptModel Receipt { get; } = new(Paper, "Q7KM-4T2P-9XWD", Svg, "/petitions/p1", "/contacts/1/c/receipt.docx");

    public static PaperDraftModel Draft { get; } = new(
        Paper with { Number = null }, "救济途径告知书", "/p/papers/draft/remedy-notice", "/p/paper", "/p", Key, 7, FormState.Of(new Dictionary<string, string?> { ["remedies"] = "objection" }),
        [new("remedies", "告知哪些救济途径", FieldKind.Checks, [new("objection", "执行异议"), new("supervision", "申请执行监督")]), new("text", "执行到位的情况", FieldKind.TextArea, [], "印在通知书上。")],
        [new("kind", "remedy-notice"), new("remedies", "objection")], null, "草稿") { IsReady = true };

    public static PapersModel Papers { get; } = new(
        [
            new(new Anchor("受理告知书", "/p/papers/2"), "（2026）鲁0117信受2号", Today, "邢国梁", null, "/p/act/paper-void?no=2"),
            new(new Anchor("受理告知书", "/p/papers/1"), "（2026）鲁0117信受1号", Today, "邢国梁", "姓名有误", null),
        ],
        [new("救济途径告知书", "/p/papers/draft/remedy-notice")], [new("答复意见书", "办理意见还没有批准。", Reply, "先报主办院领导审批。")]);

    private static IEnumerable<WeekRow> Weeks()
    {
        var off = new HashSet<DateOnly> { new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 3) };
        var extra = new HashSet<DateOnly> { new(2026, 1, 4), new(2026, 2, 14) };
        var start = new DateOnly(2025, 12, 19);
        var total = 0;
        for (var monday = new DateOnly(2025, 12, 15); monday <= Feb14.Date; monday = monday.AddDays(7))
        {
            var before = total;
            var cells = new List<DayCell>();
            for (var date = monday; date < monday.AddDays(7); date = date.AddDays(1))
            {
                var works = extra.Contains(date) || (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(date));
                var counts = works && date > start && date <= Feb14.Date;
                total += counts ? 1 : 0;
                cells.Add((works, counts) switch
                {
                    (false, _) => new(date, DayKind.Off, Word: off.Contains(date) ? "元旦" : null),
                    (true, true) => new(date, extra.Contains(date) ? DayKind.MakeUp : DayKind.Counted, total, IsToday: date == Today, IsEnd: date == Feb14.Date),
                    (true, false) => new(date, DayKind.Outside, Word: date == start ? "签收" : null),
                });
            }

            yield return new(cells, total - before, total);
        }
    }
}
