using Zhixin.Checks;
using Zhixin.Checks.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Checks;

/// <summary>The register of key nodes: done by one, checked by another, corrected; and the spot checks of superiors.</summary>
internal static class NodeActs
{
    private const string Group = "节点风险";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<CheckRecord>> All { get; } =
    [
        new("node", "record-node", "登记节点", Group, false, call => Guarding.Record(
            call.Matter, call.Court, call.Input.Field("node"), call.Person("doer"), call.Input.Blank("unit"), call.Input.Field("content"), Lists.Of(call.Law, CheckWords.Nodes), [.. CheckWords.Units(call.Law, call.Court).Select(u => u.Code)]),
            Recording.Against, form => ("重点环节和关键节点，写明哪一天、由谁办理；发生日期填办理的那一天。办理人以外的人复核。",
            [
                new("node", "节点", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. Lists.Of(form.Law, CheckWords.Nodes).Items.Select(i => new Choice(i.Code, i.Name))]) { Span = 4 },
                Person(form, "doer", "办理人"),
                new("unit", "办理机构", FieldKind.Select, [new Choice(string.Empty, "不写"), .. CheckWords.Units(form.Law, form.Court).Select(u => new Choice(u.Code, u.Name))]) { Span = 4 },
                new("content", "办理了什么", FieldKind.TextArea, []),
            ])),
        new("node-check", "check-node", "复核节点", Group, true, call => Dated(call, due => Guarding.Check(
            call.Matter, call.Court, new CheckNode(
                call.Input.Number("node"), call.Input.Field("opinion"), call.Input.Field("risk"), due, call.Input.Blank("exception"), call.Input.Field("exceptionReason"), call.Who.Actors,
                call.Who.For?.Name ?? call.Who.Name),
            Lists.Of(call.Law, CheckWords.Exceptions), call.Input.On)),
            Guarding.NothingToCheck, form => ("由您本人复核；办理人不能复核自己办理的节点，编制很少的写明理由。发现风险的，写明要整改什么。",
            [
                CheckActs.Pick("node", "哪一个节点", form.Matter.Nodes.Where(n => n.Checked is null).Select(n => (n.Facts.No, $"{CheckWords.Node(form.Law, n.Facts.Node)}　{DateText.Iso(n.On)}　{n.Facts.DoerName} 办理"))),
                new("opinion", "复核意见", FieldKind.TextArea, [], "看了什么材料、结论是什么。"), Risk, Due,
                new("exception", "由办理人复核的情形", FieldKind.Select, [new Choice(string.Empty, "没有，由另一人复核"), .. Lists.Of(form.Law, CheckWords.Exceptions).Items.Select(i => new Choice(i.Code, i.Name))]) { Span = 6 },
                new("exceptionReason", "理由", FieldKind.Text, [], "选了上面情形的才填。") { Span = 6 },
            ])),
        new("correction", "correct-risk", "整改风险", Group, true, call => Guarding.Correct(call.Matter, call.Court, call.Input.Number("risk"), call.Input.Field("correction"), call.Input.Field("document")),
            Guarding.NothingToCorrect, form => ("写明怎样整改；发生日期填整改完成的那一天。",
            [
                CheckActs.Pick("risk", "哪一项风险", form.Matter.Risks.Where(r => r.Correction is null).Select(r => (r.Facts.No, r.Facts.Risk))),
                new("correction", "整改情况", FieldKind.TextArea, []), MeasureForms.Document("材料"),
            ])),
        new("spot-check", "spot-check-record", "抽查", "上级监督", false, call => Dated(call, due => Guarding.Spot(
            call.Matter, call.Court, call.Input.Field("findings"), call.Input.Field("risk"), due, call.Who.Actors, call.Input.On)),
            Guarding.OwnCourt, _ => ("上级法院可以随时抽查；发现问题的，由执行法院整改。", [new("findings", "抽查了什么、情况怎样", FieldKind.TextArea, []), Risk, Due])),
    ];

    private static ActField Risk => new("risk", "发现的风险", FieldKind.TextArea, [], "没有发现的不填。");

    private static ActField Due => new("due", "整改期限", FieldKind.Text, [], "没有定日期的不填；写作 2026-02-14。") { Span = 6 };

    /// <summary>Staff of the court, leavers included, since a node may have been done before somebody left.</summary>
    private static ActField Person(MatterForm<CheckRecord> form, string name, string label) => new(name, label, FieldKind.Select,
    [
        new Choice(string.Empty, "请选择"),
        .. form.Staff.Where(s => !s.Posts.Any(Zhixin.Regulations.PackWords.Administrators.Contains)).OrderByDescending(s => s.AtCourt)
            .Select(s => new Choice(s.Id.ToString(), s.Name + "　" + (s.AtCourt ? string.Join("、", s.Posts.Select(Hosting.PostNames.Of)) : "已离岗"))),
    ]) { Span = 4 };

    /// <summary>The decision with the day that was typed for the correction; a text that is no day is refused.</summary>
    private static Decision<object> Dated(MatterCall<CheckRecord> call, Func<DateOnly?, Decision<object>> decide) =>
        call.Input.Blank("due") is { } typed && call.Input.Day("due") is null ? new Refusal.Input("due", "date-unreadable", typed) : decide(call.Input.Day("due"));
}
