using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Procedures;

/// <summary>The forms of the acts on a chain of procedures and beside it.</summary>
internal static class ChainForms
{
    private static readonly ActField Number = new("number", "案号", FieldKind.Text, [], "写作 （2026）鲁01执复1号。");
    private static readonly ActField By = new("by", "申请人", FieldKind.Text, []);
    private static readonly ActField Paper = new("paper", "申请材料", FieldKind.Text, [], "写明材料名称、日期和存放处。");
    private static readonly ActField ReceivedOn = new("receivedOn", "收到日期", FieldKind.Text, [], "期限按这一天判断；空着就是发生日期。日期写作 2026-02-14。");
    private static readonly ActField ServedOn = new("servedOn", "送达日期", FieldKind.Text, [], "下一步的期限从这一天起算；空着就是发生日期。日期写作 2026-02-14。");
    private static readonly ActField Kept = new("document", "裁定存放处", FieldKind.Text, []);
    private static readonly ActField Reason = new("reason", "理由", FieldKind.TextArea, [], "理由与原内容一并保留，不能删改。");

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition) => OfReview(path, petition) ?? OfRemedy(path, petition);

    private static (string Hint, IReadOnlyList<ActField> Fields)? OfReview(string path, Petition petition) => path switch
    {
        "ruling-service" => ("裁定自送达生效；复议、起诉、申请监督的期限从送达之日起算。由作出裁定的法院登记，执行法院代为送达的由执行法院登记。",
            [Chains(petition, c => c.Unserved is not null), new("to", "受送达人", FieldKind.Text, []), ServedOn, Methods, new("proof", "送达证明", FieldKind.Text, [], "送达回证、邮单等的编号和存放处。")]),
        ChainActs.Naming => ("办理过本案执行实施、作出被审查行为、参加过这一串程序前面审查的人员，不得审查。",
            [Chains(petition, c => c.Current.IsUnderReview), new("members", "审查人员", FieldKind.Text, [], "本院人员姓名，多人用顿号隔开。")]),
        "reconsideration" => ("期限自异议裁定送达之日起算，最后一日见案件页；逾期的，先看能不能顺延，或者申请执行监督。", [Chains(petition, c => Reconsidering.Closed(petition, c.Owed.No) is null), By, Paper, ReceivedOn]),
        "file-up" => ("收到复议申请后按期报送上一级法院，期限见案件页。", [Chains(petition, c => c.Current is { Kind: ReviewKind.Reconsideration, IsOpen: true, SentUpOn: null }), new("document", "报送函", FieldKind.Text, [], "文号和日期。")]),
        "reconsideration-filing" => ("由复议法院编立“执复”字案号；审查期限从收到之日起算。", [Chains(petition, c => c.Current is { Kind: ReviewKind.Reconsideration, IsOpen: true, Number: null }), Number, ReceivedOn]),
        "supervision-application" => ("期限自裁定生效之日起算；没有期限的，案件页写明。受理法院按申请之日的走向确定。",
            [Chains(petition, c => SupervisionCases.Closed(petition, c.Owed.No) is null), By, Paper, ReceivedOn,
                new("why", "向最高人民法院申请的理由", FieldKind.TextArea, [], "不服高级法院复议裁定的才填：对事实和程序没有异议、只对适用法律有异议，或者裁定经审判委员会讨论。")]),
        "unfiled-objection" => ("异议在期限内提出、没有立案、期限届满以后信访人继续反映：由执行法院立执行监督案件，以裁定结案。",
            [Chains(petition, c => c.IsOwed), new("periodEndedOn", "提出异议的最后一日", FieldKind.Text, [], "日期写作 2026-02-14。"), new("why", "依据", FieldKind.TextArea, [], "例如执行终结的裁定和存放处。")]),
        "supervision-filing" => ("由走向确定的法院编立“执监”字案号；立案以后只能以裁定办结。", [Chains(petition, c => c.Current is { Kind: ReviewKind.Supervision, IsOpen: true, Number: null }), Number]),
        "review-extension" => ("期限届满以前申请，由院长批准，只能一次；延长多久由规程定。", [Chains(petition, c => c.Current is { IsUnderReview: true, Kind: not ReviewKind.Objection }), Reason]),
        "review-extension-decision" => ("由审查法院的院长决定，不能批准自己的申请。",
            [Chains(petition, c => c.Current.Longer is { Agreed: null }), new("agreed", "是否同意", FieldKind.Radio, [new("yes", "同意延长"), new("no", "不同意")]), new("document", "批准文书", FieldKind.Text, [], "同意的才填：审批表的编号和存放处。"), Reason]),
        "review-ruling" => ("复议、监督案件只能以裁定办结；撤销并发回的，执行法院重新裁定，期限自当日起算。",
            [Chains(petition, c => c.Current is { IsUnderReview: true, Kind: not ReviewKind.Objection }), new("ruling", "裁定文号", FieldKind.Text, []), new("outcome", "裁定结果", FieldKind.Radio, Outcomes(o => o.Fits(ReviewKind.Supervision))), Kept]),
        "review-withdrawal" => ("只凭申请人签名的书面申请；执行监督立案以后不能撤回，以裁定办结。", [Chains(petition, c => c.Current is { IsOpen: true, Kind: not ReviewKind.Objection }), new("document", "撤回申请", FieldKind.Text, [], "写明申请的日期和存放处。")]),
        _ => null,
    };

    private static (string Hint, IReadOnlyList<ActField> Fields)? OfRemedy(string path, Petition petition) => path switch
    {
        "outsider-suit" => ("案外人向执行法院起诉，期限自异议裁定送达之日起算。", [Chains(petition, c => Suing.Closed(petition, c.Owed.No) is null), Number with { Hint = "诉讼案件的案号，写作 （2026）鲁0117民初1号。" }, Paper, new("filedOn", "起诉日期", FieldKind.Text, [], "空着就是发生日期。日期写作 2026-02-14。")]),
        "late-ruling" => ("是否超期、是否严重由系统按审查期限计算；严重的，上一级法院应当责令限期裁定。", [Chains(petition, c => c is { IsOpen: true, Current.Kind: not ReviewKind.Supervision }), ReceivedOn]),
        "obstacle" => ("因不可抗力等正当理由耽误期限的，障碍消除后可以申请顺延，期限自障碍消除起算。",
            [Chains(petition, _ => true), new("window", "耽误了哪一项", FieldKind.Radio, [.. Enum.GetValues<RemedyWindow>().Select(w => Worded("window.", w))]), new("endedOn", "障碍消除的日期", FieldKind.Text, [], "日期写作 2026-02-14。"),
                new("obstacle", "事由", FieldKind.TextArea, []), new("proof", "证明", FieldKind.Text, [], "材料和存放处。")]),
        "excuse" => ("自障碍消除起算，最后一日见案件页。", [Chains(petition, c => c.Missed.Any(m => m is { DecidedOn: null, AppliedOn: null })), Paper, ReceivedOn]),
        "excuse-decision" => ("由执行法院决定；准许的，写明新的最后一日。",
            [Chains(petition, c => c.Missed.Any(m => m is { DecidedOn: null, AppliedOn: not null })), new("agreed", "是否准许", FieldKind.Radio, [new("yes", "准许顺延"), new("no", "不准许")]), new("until", "新的最后一日", FieldKind.Text, [], "准许的才填。日期写作 2026-02-14。"),
                new("document", "决定文书", FieldKind.Text, [], "文号和存放处。"), Reason]),
        "earlier-ruling" => ("本案以前或者案外办理的程序，按异议、复议、监督的次序登记裁定；作出法院从案号认定。",
            [new("kind", "哪一种程序", FieldKind.Radio, [.. Enum.GetValues<ReviewKind>().Select(k => Worded("review-kind.", k))]), new("objection", "异议的种类", FieldKind.Radio, MeasureForms.Choices<ObjectionKind>(), "登记异议裁定的才选。"),
                Chains(petition, _ => true) with { Label = "接在哪一件之后", Hint = "登记复议、监督裁定的才选。" }, Number, new("ruledOn", "裁定日期", FieldKind.Text, [], "日期写作 2026-02-14。"), ServedOn with { Hint = "日期写作 2026-02-14。" },
                new("outcome", "裁定结果", FieldKind.Radio, Outcomes(o => o is not (RulingOutcome.SentBack or RulingOutcome.NotAccepted))), Kept]),
        "restored-enforcement" => ("恢复执行的，登记“执恢”字案号，与本案关联。",
            [Number with { Hint = "写作 （2026）鲁0117执恢1号。" }, new("restoredOn", "立案日期", FieldKind.Text, [], "空着就是发生日期。日期写作 2026-02-14。"), new("ground", "恢复的事由", FieldKind.TextArea, []), new("document", "文书", FieldKind.Text, [], "恢复执行裁定的文号和存放处。")]),
        _ => null,
    };

    private static ActField Methods => new("method", "方式", FieldKind.Radio, MeasureForms.Choices<ServiceMethod>());

    private static List<Choice> Outcomes(Func<RulingOutcome, bool> fits) => [.. Enum.GetValues<RulingOutcome>().Where(fits).Select(o => Worded("ruling.", o))];

    private static Choice Worded<T>(string prefix, T code)
        where T : struct, Enum => new(ReadRows.Code(code), CodeWords.Of(prefix + ReadRows.Code(code)));

    private static ActField Chains(Petition petition, Func<Conversion, bool> which)
    {
        List<Choice> list = [.. petition.Procedures.Conversions.Where(which).Select(c => new Choice($"{c.Owed.No}", ChainTimeline.Said(c)))];
        return new ActField("procedure", "哪一件", FieldKind.Select, list) { Value = list is [var first, ..] ? first.Value : null };
    }
}
