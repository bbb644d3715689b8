using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>What a superior does where a report or a correction is overdue, and what the court below answers (HNI-9, 12, HNP-16, 23, SPC16-5(4)).</summary>
internal static class PressActs
{
    internal const string Press = "逾期督促";
    private const string Below = "下级办理";

    private static readonly ActField Opinion = new("opinion", "哪一份意见", FieldKind.Select, []);

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        new("urging", "urge", "催报", Press, false, call => Pressing.DecideUrging(
            call.Matter, new Urge(call.Input.Number("letter"), call.Input.Blank("opinion") is null ? null : call.Input.Number("opinion"), call.Input.Blank("means"), call.Input.Field("content")),
            call.Court, SupervisionWords.Urging(call.Law), call.Input.On), Open, form => ("报告或者落实期限次日起即可催报，不等宽限。", UrgeFields(form)))
        {
            AgainstToday = (_, s, court, today) => Pressing.NothingToUrge(s, court, today), Facts = Overdue,
        },
        Letter("urging-letter", "issue-urging-letter", "发催办函", isOrder: false),
        Letter("enforcement-order", "issue-enforcement-order", "发督促执行令", isOrder: true),
        new("file-call", "call-file", "调卷", Press, false, call => Pressing.CallFile(call.Matter, call.Input.Number("letter"), call.Court, call.Input.Field("what"), call.Input.Field("reason")),
            (s, court) => SupervisionForms.None(s, l => l.Issued.From == court), form => ("逾期未报的，或者审查需要的，可以直接调卷。",
                [SupervisionForms.LetterFrom(form), new("what", "调哪些案卷", FieldKind.Text, []), new("reason", "理由", FieldKind.TextArea, [])])),
        .. TakeOverActs.All,
        new("not-followed", "find-not-followed", "认定经催办仍未落实", Press, true, call => Pressing.FindUnfollowed(call.Matter, call.Input.Number("opinion"), call.Court, call.Input.Field("finding"), call.Input.On),
            Pressing.NothingUnfollowed, form => ("认定以后，辖区通报和责任追究都要做，互不等待；督办办结不免除。",
                [Opinions(form, o => Pressing.MayBeUnfollowed(form.Matter, o)), new("finding", "查明的情况", FieldKind.TextArea, [], "何时催办、怎样仍未落实。")]))
        {
            Facts = Overdue,
        },
        new("admonition", "admonish", "约谈", Press, true, call => Pressing.DecideAdmonition(
            call.Matter, new Admonish(Court(call), call.Input.Field("met"), call.Input.Field("why"), call.Input.Field("demands"), call.Input.Day("due")), call.Court, Lag(call.Law, call.Court, call.Input.On), call.Input.On),
            Open, form => ("不落实督办意见或者长期滞后的，可以约谈分管副院长或者局长，提出整改；已逾期的时限自动附入。", AdmonishFields(form)))
        {
            AgainstToday = (law, s, court, today) => Pressing.NobodyToAdmonish(s, court, Lag(law, court, today), today),
            Paper = PressOrders.Admonition, IsOfToday = true,
            Facts = form => SupervisionForms.Breached(
                form, form.Matter.Below.SelectMany(to => Pressing.Lagging(form.Matter, form.Court, to, Lag(form.Law, form.Court, form.Today), form.Today))),
        },
        new("bulletin", "bulletin", "通报", Press, true, call => Pressing.Bulletin(call.Matter, call.Court, call.Input.Field("number"), call.Input.Field("content"), call.Input.On),
            Open, form => ("意见经催办仍未落实的，应当在辖区通报；催办函或者督促执行令到期仍不说明、不办理的，可以通报。办结以后仍可办理。",
                [new("number", "通报文号", FieldKind.Text, []) { Span = 6 }, new("content", "通报内容", FieldKind.TextArea, [], "只写法院和事项，不写当事人姓名。")]))
        {
            AgainstToday = (_, s, court, today) => Pressing.NothingToBulletin(s, court, today), Facts = Overdue,
        },
        new("accountability", "open-accountability", "启动责任追究", Press, true, call => Pressing.OpenAccountability(
            call.Matter, call.Court, call.Input.Field("whom"), call.Input.Field("why"), call.Input.Field("statement"), call.Input.Field("document"), call.Input.On),
            Pressing.NobodyAccountable, form => ("先听本人陈述。办结以后仍可办理。",
            [
                new("whom", "追究谁", FieldKind.Text, [], "法院或者责任人员。"), new("why", "事实和理由", FieldKind.TextArea, []),
                new("statement", "本人陈述", FieldKind.TextArea, [], "写明陈述的要点；通知后不陈述的，写明通知的方式和日期。"), MeasureForms.Document("启动的文书"),
            ]))
        {
            Facts = Overdue,
        },
        new("delay-explanation", "report-supervision", "说明未办原因", Below, false, call => Pressing.Explain(
            call.Matter, call.Input.Number("letter"), call.Court, call.Input.Field("explanation"), call.Input.Field("document"), call.Who.Actors),
            (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && l.LastUrging is { ExplainedOn: null }), form => ("收到催办函或者督促执行令的，在载明的期限内报告，或者说明原因；说明以后，原来的报告义务不变。",
                [SupervisionForms.LetterTo(form), new("explanation", "原因和下一步", FieldKind.TextArea, []), MeasureForms.Document("书面说明")])),
        new("rectification", "report-supervision", "报告整改", Below, true, call => Pressing.Rectify(
            call.Matter, call.Input.Number("admonition"), call.Court, call.Input.Field("content"), call.Input.Field("document"), call.Who.Actors),
            Pressing.NothingToRectify, form => ("在约谈确定的期限内报告整改情况。",
            [
                new("admonition", "哪一次约谈", FieldKind.Select, [.. form.Matter.Admonitions.Where(a => a.Facts.To == form.Court && a.RectifiedOn is null).Select(a => new Choice(
                    SupervisionForms.Number(a.Facts.No), $"{DateText.Iso(a.On)}　{a.Facts.Demands}"))]),
                new("content", "整改情况", FieldKind.TextArea, []), MeasureForms.Document("书面报告"),
            ])),
    ];

    /// <summary>How many days overdue are a long lag at a court; a threshold of the packs.</summary>
    internal static int Lag(Database.Petitions.Law law, int court, DateOnly on) => (int)(law.Rules.Threshold(Pressing.LagDays, law.Chain(court), on)?.Value
        ?? throw new InvalidDataException("No pack says how many days overdue are a long lag."));

    private static MatterEntry<Supervision> Letter(string path, string act, string name, bool isOrder) => new(
        path, act, name, Press, true, call => Pressing.DecideLetter(call.Matter, new PressByLetter(call.Input.Number("letter"), isOrder, call.Input.Field("content"), call.Input.Day("due")), call.Court, call.Input.On),
        Pressing.NothingToPress, form => ("期满后第十日起方可发出，天数按规程；下级收到后限期报告或者说明原因。已逾期的时限自动附入，文号随文书自动编定。",
        [
            SupervisionForms.LetterFrom(form), new("due", "报告或者说明的期限", FieldKind.Text, [], "写作 2026-02-14。") { Span = 4 }, new("content", "要求", FieldKind.TextArea, []),
        ]))
        {
            Paper = PressOrders.Urging, IsOfToday = true, Facts = Overdue,
        };

    private static Refusal? Open(Supervision supervision, int court) => ReviewActs.Closed(supervision);

    private static int? Court(MatterCall<Supervision> call) => call.Input.Blank("court") is { } name ? call.Law.Courts.ByName(name)?.Number : null;

    internal static IReadOnlyList<KeyValue> Overdue(MatterForm<Supervision> form) =>
        SupervisionForms.Breached(form, form.Matter.Open.Where(l => l.Issued.From == form.Court).SelectMany(l => Pressing.Breached(form.Matter, l, form.Today)));

    private static IReadOnlyList<ActField> UrgeFields(MatterForm<Supervision> form) =>
    [
        SupervisionForms.LetterFrom(form),
        Opinion with
        {
            Label = "催什么", Span = 6,
            Choices = [new(string.Empty, "催报告"), .. OpinionChoices(form, o => o.Binds).Select(c => c with { Text = "催落实意见　" + c.Text })],
        },
        new("means", "方式", FieldKind.Select, [new Choice(string.Empty, "书面"), .. SupervisionWords.Urging(form.Law).Items.Where(i => i.Code != "bulletin").Select(i => new Choice(i.Code, i.Name))]) { Span = 6 },
        new("content", "催报内容", FieldKind.TextArea, [], "向谁催、怎样答复。"),
    ];

    private static IReadOnlyList<ActField> AdmonishFields(MatterForm<Supervision> form) =>
    [
        new("court", "约谈哪个法院", FieldKind.Select, [.. form.Matter.Open.Where(l => l.Issued.From == form.Court).Select(l => SupervisionWords.Court(form.Law, l.Issued.To)).Distinct().Select(n => new Choice(n, n))]) { Span = 6 },
        new("due", "整改期限", FieldKind.Text, [], "写作 2026-02-14。") { Span = 6 }, new("met", "被约谈的人员", FieldKind.Text, [], "姓名和职务，例如分管副院长、执行局长。"),
        new("why", "约谈事由", FieldKind.TextArea, []), new("demands", "整改要求", FieldKind.TextArea, []),
    ];

    private static ActField Opinions(MatterForm<Supervision> form, Func<Opinion, bool> which) => Opinion with { Choices = [.. OpinionChoices(form, which)] };

    private static IEnumerable<Choice> OpinionChoices(MatterForm<Supervision> form, Func<Opinion, bool> which) => form.Matter.Opinions.Where(o => o.Issued.From == form.Court && which(o)).Select(o => new Choice(
        SupervisionForms.Number(o.No), $"{o.Issued.Number}　{SupervisionWords.Court(form.Law, o.Issued.To)}　期限 {DateText.Iso(o.DueOn)}"));
}
