using Zhixin.Checks;
using Zhixin.Checks.Acts;
using Zhixin.Courts;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;
using Zhixin.Web.Supervisions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Checks;

/// <summary>The acts on a record of checks: cards, services, openness and the end here; nodes and risks in <see cref="NodeActs"/>.</summary>
public static class CheckActs
{
    private const string Cards = "监督卡";
    private const string Services = "送达和公开";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<CheckRecord>> All { get; } =
    [
        new("card", "give-supervision-card", "发放监督卡", Cards, true, call => Recording.Give(
            call.Matter, call.Court, Codes.Of<CaseSide>(call.Input.Field("to")), Codes.Of<ServiceMethod>(call.Input.Field("method")), call.Input.Field("proof"), Phone(call)),
            Recording.Against, _ => ("发放的当天制发。卡上印有本院公布的举报电话和联系方式。", [Side("to", "发给"), Methods(), Proof])) { Paper = Card },
        new("feedback", "receive-card-feedback", "登记回执", Cards, false, call => Recording.Receive(
            call.Matter, call.Court, call.Input.Number("card"), Codes.Of<CaseSide>(call.Input.Field("from")), Satisfied(call), call.Input.Field("node"), call.Input.Field("content"), Lists.Of(call.Law, CheckWords.Nodes)),
            Recording.NoCard, form => ("有问题的，由没有办理该节点的人答复；答复以前一直列在时限里。", FeedbackFields(form))),
        new("answer", "answer-card-feedback", "答复反映的问题", Cards, true, call => Recording.Answer(
            call.Matter, call.Court, call.Input.Number("feedback"), call.Input.Field("answer"), call.Input.Field("document"), call.Who.Actors),
            Recording.NothingToAnswer, form => ("由没有办理该节点的人答复；没有指明环节的，由没有办理过本案节点的人答复。",
            [
                Pick("feedback", "哪一份回执", form.Matter.Feedbacks.Where(f => f.Waits).Select(f => (f.Facts.No, $"{CheckWords.Of(f.Facts.From)}，{CheckWords.Node(form.Law, f.Facts.Node)}：{f.Facts.Content}"))),
                new("answer", "怎样处理和答复", FieldKind.TextArea, []), MeasureForms.Document("材料"),
            ])),
        new("service", "record-enforcement-service", "登记送达", Services, false, call => Recording.Serve(
            call.Matter, call.Court, call.Input.Field("paper"), Codes.Of<CaseSide>(call.Input.Field("to")), Codes.Of<ServiceMethod>(call.Input.Field("method")), call.Input.Field("proof")),
            Recording.Against, _ => ("每送达一次登记一次，并告知举报电话。", [new("paper", "送达什么文书", FieldKind.Text, [], "文书名称和文号。"), Side("to", "送达给"), Methods(), Proof])),
        new("report-phone", "tell-report-phone", "告知举报电话", Services, false, call => Recording.TellPhone(
            call.Matter, call.Court, call.Input.Number("service"), call.Input.Field("how"), Phone(call)),
            Recording.NothingToTell, form => ("告知的是本院联系卡上公布的举报电话。",
            [
                Pick("service", "哪一次送达", form.Matter.Services.Where(s => s.Told is null).Select(s => (s.Facts.No, $"{DateText.Iso(s.On)}　{s.Facts.Paper}　{CheckWords.Of(s.Facts.To)}"))),
                new("how", "怎样告知", FieldKind.Text, [], "例如印在送达回证上、当面告知并记入笔录。"),
            ])),
        new("openness", "tell-openness", "公开告知", Services, false, call => Recording.Tell(
            call.Matter, call.Court, call.Input.Field("item"), Asked(call), Codes.Of<CaseSide>(call.Input.Field("to")), call.Input.Field("content"), call.Input.Field("document"), Lists.Of(call.Law, CheckWords.Openness)),
            Recording.Against, form => ("让当事人了解、参与执行：告知了什么，征求了什么意见。",
            [
                new("item", "事项", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. Lists.Of(form.Law, CheckWords.Openness).Items.SelectMany(i => i.Sub).Select(i => new Choice(i.Code, i.Name))]) { Span = 6 },
                new("asked", "方式", FieldKind.Radio, [new("no", "告知"), new("yes", "征求意见")]) { Span = 6 }, Side("to", "对谁"),
                new("content", "内容", FieldKind.TextArea, [], "征求意见的，写明对方的意见。"), MeasureForms.Document("材料"),
            ])),
        .. NodeActs.All,
        new("conclusion", "conclude-enforcement-case", "登记执行完毕", "结案", true, call => Recording.Conclude(call.Matter, call.Court, call.Input.Field("how"), call.Input.Field("document")),
            Recording.Against, _ => ("结案以后，没有整改的风险、没有答复的问题仍然要办。", [new("how", "结案方式", FieldKind.Text, [], "例如执行完毕、终结执行、终结本次执行程序。"), MeasureForms.Document("文书")])),
    ];

    internal static ActField Proof => new("proof", "证明", FieldKind.Text, [], "送达回证、签收记录的编号和存放处。");

    /// <summary>One of several numbered things.</summary>
    internal static ActField Pick(string name, string label, IEnumerable<(int No, string Text)> things)
    {
        List<Choice> choices = [.. things.Select(t => new Choice(SupervisionForms.Number(t.No), $"第 {t.No} 项　{(t.Text.Length > 60 ? t.Text[..60] + "…" : t.Text)}"))];
        return new(name, label, FieldKind.Select, choices.Count == 1 ? choices : [new Choice(string.Empty, "请选择"), .. choices]);
    }

    internal static ActField Side(string name, string label) => new(name, label, FieldKind.Radio, [.. Enum.GetValues<CaseSide>().Select(s => new Choice(Database.Petitions.ReadRows.Code(s), CheckWords.Of(s)))]);

    private static ActField Methods() => MeasureForms.Methods(ServiceMethod.InPerson, ServiceMethod.Post, ServiceMethod.Electronic, ServiceMethod.Message);

    private static IReadOnlyList<ActField> FeedbackFields(MatterForm<CheckRecord> form) =>
    [
        Pick("card", "哪一张卡", form.Matter.Cards.Select(c => (c.Facts.No, $"{c.Facts.Number}　{CheckWords.Of(c.Facts.To)}"))), Side("from", "谁交回的"),
        new("satisfied", "反映", FieldKind.Radio, [new("yes", "满意"), new("no", "有问题")]) { Span = 6 },
        new("node", "哪一个环节", FieldKind.Select, [new Choice(string.Empty, "没有指明"), .. Lists.Of(form.Law, CheckWords.Nodes).Items.Select(i => new Choice(i.Code, i.Name))]) { Span = 6 },
        new("content", "具体情况", FieldKind.TextArea, [], "照回执写；要求信访的，登记以后在本页办理“登记为信访”。"),
    ];

    private static bool? Satisfied(MatterCall<CheckRecord> call) => YesNo(call, "satisfied");

    private static bool? Asked(MatterCall<CheckRecord> call) => YesNo(call, "asked");

    private static bool? YesNo(MatterCall<CheckRecord> call, string field) => call.Input.Field(field) switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    private static string? Phone(MatterCall<CheckRecord> call) => (call.Beside as ContactCard)?.ReportPhone;

    /// <summary>The card as a paper: who it is for, and how the court is reached.</summary>
    private static PaperOrder? Card(MatterCall<CheckRecord> call, IReadOnlyList<object> facts)
    {
        var (given, card) = (facts.OfType<SupervisionCardGiven>().Single(), (ContactCard)call.Beside!);
        var order = new SupervisionOrders.Filling(call.Office.PaperFiles.Of(CheckPapers.Card, call.Court), given.No);
        order.Set("court", call.Law.Court(call.Court).Name);
        order.Set("issued_on", PaperValues.Date(call.Office.Today));
        order.Set("case_number", call.Matter.Filed.CaseNumber);
        order.Set("record_number", call.Matter.Filed.Number);
        order.Set("to", CheckWords.Of(given.To));
        order.Set("report_phone", card.ReportPhone);
        order.Set("nodes", string.Join("　", Lists.Of(call.Law, CheckWords.Nodes).Items.Select(n => "□\u00a0" + n.Name).Append("□\u00a0其他")));
        order.Set("court_window", card.ReceptionWindow);
        order.Set("court_hours", card.Hours);
        order.Set("court_phones", card.Phones);
        order.Set("court_address", card.PostalAddress);
        order.Set("court_web", card.Web);
        return order.Done();
    }
}
