using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>What becomes of a report: judged, an opinion given and followed, reconsidered by a fresh panel.</summary>
internal static class OpinionActs
{
    private const string Judge = "审查报告";
    private const string Below = "下级办理";
    private const string Again = "复议";
    private const string Sit = "decide-opinion-reconsideration";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        Found("report-acceptance", "认可报告", "报告合法、处理妥当的，认可；该函即告办结。", "opinion", "审查意见", Judging.Accept),
        Found("report-improper", "认为报告不当", "处理意见不当的，写明不当之处；随后应当发督办意见。", "reason", "不当之处", Judging.FindImproper),
        Found("report-unlawful", "认为报告违法或事项未处理", "由牵头督办的法院认定；处理不合法或者没有处理的，写明理由，随后应当再次督办。", "reason", "理由", Judging.FindUnlawful, Judging.NothingUnlawful),
        new("opinion", Opining.Act, "发督办意见", Judge, true, call => Opining.Give(call.Matter, call.Court, new GiveOpinion(
            call.Input.Number("letter"), call.Input.Field("content"), call.Input.Field("reasons"), call.Input.Day("due"), call.Input.On, call.Who.Actors)),
            Opining.NoneOwed, form => ("认为报告不当的，提出书面意见，下级应当照办。文号在发出时取得。",
            [
                SupervisionForms.LetterFrom(form), new("content", "意见", FieldKind.TextArea, []), new("reasons", "理由", FieldKind.TextArea, []), Due("落实期限"),
            ]))
        {
            Paper = OpinionOrders.Opinion, IsOfToday = true,
            Facts = form => [.. SupervisionForms.About(form), .. form.Matter.Open.Where(l => l.Issued.From == form.Court && l.LastReport is { Finding: ReportFinding.Improper }).Select(l => new KeyValue("不当之处", l.LastReport!.FindingReason!))],
        },
        new("compliance", "report-supervision", "报告落实意见", Below, true, call => Opining.Comply(
            call.Matter, call.Input.Number("opinion"), call.Court, call.Input.Field("content"), call.Input.Field("document"), call.Who.Actors),
            (s, court) => Opining.None(s, o => o.Issued.To == court && o.Binds), form => ("按照督办意见办理，在期限内报告落实情况；提请复议不停止落实。",
                [Which(form, o => o.Issued.To == form.Court && o.Binds), new("content", "落实情况", FieldKind.TextArea, []), MeasureForms.Document("所附材料")]))
        {
            Paper = OpinionOrders.Compliance,
        },
        new("reconsideration", "ask-opinion-reconsideration", "提请复议", Below, true, call => Opining.Ask(
            call.Matter, call.Court,
            new SupervisionReconsiderationAsked(
                call.Input.Number("opinion"), call.Input.On, call.Input.Text("error"), call.Input.Text("document"), call.Who.Id, call.Who.For?.Id), call.Input.On),
            (s, court) => Opining.None(s, o => o.Issued.To == court && o is { IsGone: false, Asked: null }), form => ("认为督办意见确有错误的，在期限内提请；过期不再受理。提请复议不停止落实，新的合议庭另有决定的除外；已经报告落实的，期限内仍可提请。",
                [Which(form, o => o.Issued.To == form.Court && o is { IsGone: false, Asked: null }), new("error", "错在哪里", FieldKind.TextArea, []), MeasureForms.Document("提请复议的文书")])),
        new("reconsideration-panel", "form-panel", "另行组成合议庭", Again, true, call => Opining.FormPanel(
            call.Matter, call.Input.Number("opinion"), call.Court, SupervisionForms.Panel(call), call.Law.Posts(Sit), call.Input.Field("reason")),
            (s, court) => Opining.None(s, o => o.Issued.From == court && o.IsAsked), form => ("三人以上单数；原来作出意见的人员、审查本件的人员不能参加，至少一人的岗位可以作出复议决定。决定以前可以说明理由另行组成。",
            [
                Which(form, o => o.IsAsked), .. SupervisionForms.PanelFields(Fresh(form), null),
                .. form.Matter.Opinions.Any(o => o is { IsAsked: true, Panel: not null }) ? [new ActField("reason", "更换合议庭的理由", FieldKind.Text, [], "第一次组成的不填。")] : Array.Empty<ActField>(),
            ])),
        new("suspension", Sit, "复议期间停止落实", Again, true, call => Opining.Suspend(call.Matter, call.Input.Number("opinion"), call.Court, call.Input.Field("reason"), call.Input.On, call.Who.Actors),
            (s, court) => Opining.None(s, o => o.Issued.From == court && o is { IsAsked: true, Panel: not null, IsSuspended: false }), form => ("由复议合议庭成员记录合议庭的决定。",
                [Which(form, o => o is { IsAsked: true, IsSuspended: false }), new("reason", "停止落实的理由", FieldKind.TextArea, [])])),
        new("reconsideration-decision", Sit, "作出复议决定", Again, true, call => Opining.Decide(call.Matter, call.Court, new DecideReconsideration(
            call.Input.Number("opinion"), Codes.Of<ReconsiderationOutcome>(call.Input.Field("outcome")), call.Input.Field("content"), call.Input.Field("now"), call.Input.Day("due"),
            call.Input.On, call.Who.Actors)),
            (s, court) => Opining.None(s, o => o.Issued.From == court && o.IsAsked), form => ("由复议合议庭成员记录。意见有错的纠正；意见正确的，复函要求按原意见办理。文号在发出时取得。", DecisionFields(form)))
        {
            Paper = OpinionOrders.Answer, IsOfToday = true,
            Facts = form => [.. form.Matter.Opinions.Where(o => o.IsAsked).SelectMany(o => new KeyValue[]
            {
                new("督办意见", $"{o.Issued.Number}　{o.Issued.Content}"), new("提请复议的理由", o.Asked!.Error), new("合议庭", o.Panel is { } panel ? string.Join("、", panel.Formed.Members.Select(m => m.Name)) : "还没有组成"),
            })],
        },
    ];

    private static MatterEntry<Supervision> Found(
        string path, string name, string hint, string field, string label, Func<Supervision, int, int, string?, Decision<object>> decide, Func<Supervision, int, Refusal?>? against = null) => new(
        path, Judging.Act, name, Judge, true, call => decide(call.Matter, call.Input.Number("letter"), call.Court, call.Input.Field(field)), against ?? Judging.NothingPending,
        form => (hint, [SupervisionForms.LetterFrom(form), new(field, label, FieldKind.TextArea, [])]))
    {
        Facts = form => [.. form.Matter.Open.Where(l => l.Issued.From == form.Court).SelectMany(l => l.Pending is { } report
            ? new KeyValue[] { new($"{SupervisionWords.Court(form.Law, l.Issued.To)}　{SupervisionWords.Of(report.Kind)}", $"{DateText.Iso(report.On)}　{report.Text}　{report.Document}") }
            : [])],
    };

    private static ActField Due(string label) => new("due", label, FieldKind.Text, [], "写作 2026-02-14。") { Span = 4 };

    private static IReadOnlyList<ActField> DecisionFields(MatterForm<Supervision> form) =>
    [
        Which(form, o => o.IsAsked), new("outcome", "结果", FieldKind.Radio, [new("uphold", "意见正确，按原意见办理"), new("correct", "意见有错，予以纠正")]),
        new("content", "审查结论和理由", FieldKind.TextArea, []), new("now", "纠正后的意见", FieldKind.TextArea, [], "纠正的才填；空着的，原意见撤销，由本院重新审查报告。"),
        new("due", "落实期限", FieldKind.Text, [], "有纠正后的意见的、曾停止落实而维持的，才填。") { Span = 6 },
    ];

    /// <summary>Who may sit: nobody who made an opinion that is asked about, and nobody who reviewed the matter.</summary>
    private static IReadOnlyList<Choice> Fresh(MatterForm<Supervision> form)
    {
        var made = form.Matter.Opinions.Where(o => o.IsAsked).SelectMany(o => Opining.Reviewed(form.Matter, o)).Select(id => id.ToString()).ToHashSet();
        return [.. SupervisionForms.Staff(form).Where(s => !made.Contains(s.Value))];
    }

    private static ActField Which(MatterForm<Supervision> form, Func<Opinion, bool> which)
    {
        var opinions = form.Matter.Opinions.Where(which).ToList();
        return new("opinion", "哪一份督办意见", FieldKind.Select, [.. opinions.Select(o => new Choice(Text(o.No), $"{o.Issued.Number}　{SupervisionWords.Court(form.Law, o.Issued.To)}　落实期限 {DateText.Iso(o.DueOn)}"))])
        {
            Value = opinions.Count > 0 ? Text(opinions[^1].No) : null,
        };
    }

    private static string Text(int no) => no.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
