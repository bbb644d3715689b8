using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>Letters to a court below, and what that court does about them.</summary>
internal static class LetterActs
{
    private const string Sent = "发函";
    private const string Below = "下级办理";
    private const string Above = "上级审查";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        Send("letter", LetterKind.Supervision, "发督办函", "写明督办情形、要求和报告日期，附有关材料。"),
        Send("review-letter", LetterKind.Review, "发监督函", "书面审查意见认定确有错误的，发监督函要求纠正。"),
        Send("direct-transfer", LetterKind.DirectTransfer, "直接转办", "通过指挥平台转执行法院办理，不要求报结果；转出后本件即告结束。"),
        Send("transfer", LetterKind.TransferWithResult, "转办要结果", "直接转执行法院，限期直接报送结果。"),
        Send("hand-down", LetterKind.HandDown, "交办要结果", "交中级法院，由其采取具体督办措施并限期报告；中级法院再交基层法院的，期限不得晚于自己的期限。"),
        LetterApprovals.Entry,
        Send("child-letter", LetterKind.Child, "附发督办函", "另一上级已在督办的，可以附函提出要求；期限以牵头督办的为准，不另定。"),
        new("handler", "name-supervised-handler", "指定承办人", Below, true, call => Reporting.Name(call.Matter, call.Input.Number("letter"), call.Court, call.Person("handler"), call.Input.Field("phone")),
            Reporting.NothingToName, form => ("收到督办函、转办函的，及时指定专人办理。",
                [SupervisionForms.LetterNamed(form), SupervisionForms.Person(form, "handler", "承办人"), new("phone", "办公电话", FieldKind.Phone, []) { Span = 6 }])),
        new("acknowledgement", "acknowledge-letter", "签收", Below, false, call => Reporting.Acknowledge(call.Matter, call.Input.Number("letter"), call.Court, call.Who.Whose),
            (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && l.Named is { AcknowledgedOn: null }), form => ("由被指定的承办人签收。", [SupervisionForms.LetterTo(form)])),
        new("measures", "take-measures", "采取督办措施", Below, false, call => Reporting.Measure(call.Matter, call.Input.Number("letter"), call.Court, call.Input.Field("content"), call.Input.Field("document")),
            (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && l.Issued.Letter == LetterKind.HandDown), form => ("中级法院收到交办的，应当采取具体督办措施。",
                [SupervisionForms.LetterTo(form), new("content", "采取了什么措施", FieldKind.TextArea, []), MeasureForms.Document("材料")])),
        new("urgent-report", "report-supervision", "立即汇报", Below, false, call => Reporting.ReportUrgent(call.Matter, call.Input.Number("letter"), call.Court, call.Input.Field("content"), call.Input.Field("document")),
            (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && l.UrgentSince is not null), form => ("上级要求立即汇报的，当日汇报。",
                [SupervisionForms.LetterTo(form), new("content", "汇报内容", FieldKind.TextArea, []), MeasureForms.Document("书面材料")])),
        new("report", "report-supervision", "报告办理结果", Below, true, call => Reporting.Report(call.Matter, call.Input.Number("letter"), call.Court, new ReportResult(
            call.Input.Field("progress"), call.Input.Field("result"), call.Input.Field("document"), call.Input.Yes("inPerson"), call.Input.Yes("withFile"), call.Who.Actors) { PropertyFound = call.Input.Field("propertyFound") }),
            (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && l.Pending is null), form => ("在函件载明的期限内书面报告并附材料；要求当面报告、带卷报告的，照办。", ReportFields(form)))
        {
            Paper = SupervisionOrders.Report,
        },
        new("no-property", "report-supervision", "答复无财产可供执行", Below, true, call => Reporting.AnswerNoProperty(
            call.Matter, call.Input.Number("letter"), call.Court, call.Input.Field("findings"), call.Input.Field("document"), call.Who.Actors),
            (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && l is { Pending: null, NoProperty: null }), form => ("答复以后，自收到督办函起二十日内组织双方听证，听证后十日内再报告。",
                [SupervisionForms.LetterTo(form), new("findings", "查了什么、结果怎样", FieldKind.TextArea, []), MeasureForms.Document("所附材料")]))
        {
            Paper = SupervisionOrders.Report,
        },
        new("hearing", "hear-no-property", "记录听证", Below, true, Hear, (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && l.HeardOn is null && (l.NoProperty is not null || l.Pending is null)),
            form => ("双方都要通知；一方经通知不到场的，不影响听证。收到函件以后、答复以前已经听证的，答复在这里一并提交。", HearingFields(form))),
        new("hearing-report", "report-supervision", "听证后报告", Below, true, call => Reporting.ReportAfterHearing(
            call.Matter, call.Input.Number("letter"), call.Court, call.Input.Field("result"), call.Input.Field("document"), call.Who.Actors),
            (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && l is { HeardOn: not null, Pending: null }), form => ("听证后十日内报告。",
                [SupervisionForms.LetterTo(form), new("result", "听证情况和处理意见", FieldKind.TextArea, []), MeasureForms.Document("所附材料")]))
        {
            Paper = SupervisionOrders.Report,
        },
        new("circumstances", "report-before-expiry", "记录特殊情况", Below, false, call => Reporting.Record(call.Matter, call.Input.Number("letter"), call.Court, call.Input.Field("circumstances")),
            (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && l is { DueOn: not null, Circumstances: null, Reports.Count: 0 }), form => ("确有特殊情况不能按期报告的，应当在期满以前书面说明原因、下一步和新的期限。",
                [SupervisionForms.LetterTo(form), new("circumstances", "特殊情况", FieldKind.TextArea, [])])),
        new("new-date-request", "report-before-expiry", "期满前报告", Below, true, AskNewDate,
            (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && l is { DueOn: not null, Waiting: null, Reports.Count: 0 }), form => ("期满以前提出；上级决定以前，原期限不变。",
            [
                SupervisionForms.LetterTo(form), new("cause", "原因", FieldKind.TextArea, []), new("nextStep", "下一步", FieldKind.TextArea, []),
                new("until", "新的期限", FieldKind.Text, [], "写作 2026-02-14。") { Span = 4 }, new("document", "书面报告", FieldKind.Text, [], "文书名称、文号和存放处。") { Span = 8 },
            ])),
        new("urgent-order", "order-urgent-report", "要求立即汇报", Above, true, call => Reporting.OrderUrgent(call.Matter, call.Input.Number("letter"), call.Court, call.Input.Field("demand")),
            (s, court) => SupervisionForms.None(s, l => l.Issued.From == court && l.UrgentSince is null), form => ("紧急情况下可以要求下级立即汇报，当日应当汇报。",
                [SupervisionForms.LetterFrom(form), new("demand", "要求汇报什么", FieldKind.TextArea, [])])),
        new("new-date-decision", "decide-new-date", "决定新的期限", Above, true, call => call.Input.Choose("granted", granted => Reporting.DecideNewDate(
            call.Matter, call.Input.Number("letter"), call.Court, granted, call.Input.Day("due"), call.Input.Field("reason"), call.Input.On, call.Who.Actors)),
            (s, court) => SupervisionForms.None(s, l => l.Issued.From == court && l.Waiting is not null), form => ("不同意的，原期限不变；按时提出而没有决定的，责任在上级。",
            [
                SupervisionForms.LetterFrom(form), new("granted", "是否同意", FieldKind.Radio, [new("yes", "同意"), new("no", "不同意")]) { Span = 6 },
                new("due", "新的期限", FieldKind.Text, [], "同意的才填，写作 2026-02-14。") { Span = 6 }, new("reason", "理由", FieldKind.TextArea, []),
            ]))
        {
            Facts = form => [.. form.Matter.Letters.Where(l => l.Issued.From == form.Court).Select(l => l.Waiting).OfType<NewDateRequest>().SelectMany(r => new KeyValue[]
            {
                new("原因", r.Asked.Cause), new("下一步", r.Asked.NextStep), new("请求的期限", DateText.Iso(r.Asked.Until)), new("书面报告", r.Asked.Document),
            })],
        },
    ];

    private static MatterEntry<Supervision> Send(string path, LetterKind kind, string name, string hint) => new(
        path, Sending.Act(kind), name, Sent, true, call => Decide(call, kind), (s, court) => Sending.NotSendable(s, kind, court), form => (hint + (LetterApprovals.AreNeeded(form.Law, form.Court, form.Today) ? "本院设定发函须经审批：提交后由处长或者局长同意，同意时发出、取得文号；等待审批不停止计算期限。" : "文号在发出时取得。"), LetterFields(form, kind)))
    {
        Paper = SupervisionOrders.Letter, IsOfToday = true, Facts = SupervisionForms.About,
    };

    private static Decision<object> Decide(MatterCall<Supervision> call, LetterKind kind)
    {
        var (input, courts) = (call.Input, call.Law.Courts);
        var to = input.Blank("court") is { } name ? courts.ByName(name) ?? (int.TryParse(name, out var number) ? courts.ByNumber(number) : null) : courts.ByNumber(call.Matter.Enforcing);
        if (input.Field("due") is { Length: > 0 } typed && input.Day("due") is null)
        {
            return new Refusal.Input("due", "date-unreadable", typed);
        }

        var letter = new SendLetter(
            kind, call.Law.Court(call.Court), to, input.Field("demands"), input.Field("materials"), input.Day("due"), input.Yes("inPerson"), input.Yes("withFile"), input.Field("platform"));
        return LetterApprovals.AreNeeded(call.Law, call.Court, input.On) ? Sending.Draft(call.Matter, letter, Rules(call), call.Who.Actors) : Sending.Decide(call.Matter, letter, Rules(call));
    }

    internal static SendingRules Rules(MatterCall<Supervision> call) => new(
        n => [.. call.Law.Courts.Superiors(call.Law.Court(n))], call.Beside is Petition petition ? HandingDown.Barred(petition, Lists.Of(call.Law, Lists.Exclusions)) : null, call.Input.On);

    private static Decision<object> Hear(MatterCall<Supervision> call) => call.Input.Blank("heldOn") is { } typed && call.Input.Day("heldOn") is null
        ? new Refusal.Input("heldOn", "date-unreadable", typed)
        : Reporting.Hear(call.Matter, call.Input.Number("letter"), call.Court, new HoldHearing(
            call.Input.Day("heldOn"), call.Input.Several<HearingSide>("present"), call.Input.Field("serviceProof"), call.Input.Field("told"), call.Input.Field("minutes"),
            call.Input.Field("findings"), call.Input.Field("document"), call.Input.On, call.Who.Actors));

    private static Decision<object> AskNewDate(MatterCall<Supervision> call) => call.Input.Day("until") is not { } until
        ? new Refusal.Input("until", "date-unreadable", call.Input.Field("until") ?? string.Empty)
        : Reporting.AskNewDate(
            call.Matter, call.Court,
            new SupervisionPreExpiryReported(
                call.Input.Number("letter"), call.Input.Text("cause"), call.Input.Text("nextStep"), until, call.Input.Text("document"), call.Who.Id, call.Who.For?.Id), call.Input.On);

    private static IReadOnlyList<ActField> LetterFields(MatterForm<Supervision> form, LetterKind kind)
    {
        var dated = kind is not (LetterKind.Child or LetterKind.DirectTransfer);
        var below = SupervisionWords.Below(form.Law, form.Court, form.Matter.Enforcing);
        return
        [
            new("court", "发给", FieldKind.Select, [.. (kind == LetterKind.HandDown ? below.Reverse().Take(1) : below).Select(c => new Choice(c.Name, c.Name))]) { Span = 8 },
            .. dated ? [new ActField("due", "报告期限", FieldKind.Text, [], "写作 2026-02-14。") { Span = 4 }] : Array.Empty<ActField>(),
            .. kind == LetterKind.DirectTransfer ? [new ActField("platform", "平台编号", FieldKind.Text, [], "没有经平台转办的不填。") { Span = 4 }] : Array.Empty<ActField>(),
            new("demands", "要求", FieldKind.TextArea, []), new("materials", "所附材料", FieldKind.TextArea, []),
            .. dated
                ? [
                    new ActField("inPerson", "是否当面报告", FieldKind.Radio, [new("no", "书面"), new("yes", "当面")]) { Span = 6, Value = "no" },
                    new ActField("withFile", "是否带卷报告", FieldKind.Radio, [new("no", "不带卷"), new("yes", "带卷")]) { Span = 6, Value = "no" },
                ]
                : Array.Empty<ActField>(),
        ];
    }

    private static IReadOnlyList<ActField> ReportFields(MatterForm<Supervision> form) =>
    [
        SupervisionForms.LetterTo(form), new("progress", "办理经过", FieldKind.TextArea, []), new("result", "办理结果", FieldKind.TextArea, []), MeasureForms.Document("所附材料"),
        new("inPerson", "是否当面报告", FieldKind.Radio, [new("no", "书面"), new("yes", "当面")]) { Span = 6, Value = "no" },
        new("withFile", "是否带卷", FieldKind.Radio, [new("no", "没有带卷"), new("yes", "已带卷")]) { Span = 6, Value = "no" },
        .. form.Matter.Open.Any(l => l.Issued.To == form.Court && l.NoProperty is not null)
            ? [new ActField("propertyFound", "后来查到的财产", FieldKind.TextArea, [], "答复过无财产可供执行、后来查到财产的，写明查到了什么；没有查到的，听证后另行报告。")] : Array.Empty<ActField>(),
    ];

    private static IReadOnlyList<ActField> HearingFields(MatterForm<Supervision> form) =>
    [
        SupervisionForms.LetterTo(form), new("heldOn", "听证日期", FieldKind.Text, [], "空着就是发生日期。") { Span = 4 }, new("present", "到场的", FieldKind.Checks, [new("applicant", "申请执行人"), new("debtor", "被执行人")], "没有选的记为经通知未到场。"),
        new("serviceProof", "双方送达的证明", FieldKind.Text, [], "通知书、送达回证的编号和存放处。"),
        new("told", "告知的执行措施或查无财产的情况", FieldKind.TextArea, []), MeasureForms.Document("听证笔录", "minutes"),
        .. form.Matter.Open.Any(l => l.Issued.To == form.Court && l.NoProperty is null)
            ? [new ActField("findings", "查了什么、结果怎样", FieldKind.TextArea, [], "已经答复无财产可供执行的不填。") { Group = "还没有答复的，一并答复无财产可供执行" }, MeasureForms.Document("答复所附材料")] : Array.Empty<ActField>(),
    ];
}
