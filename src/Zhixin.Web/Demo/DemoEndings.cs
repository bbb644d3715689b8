using Zhixin.Database.Setup;
using Zhixin.Intake;
using Zhixin.Web.Procedures;

namespace Zhixin.Web.Demo;

/// <summary>A petition of the demo about a case of 解放区, with its procedures or its end.</summary>
/// <param name="Number">Makes name, telephone and case number of its petitioner.</param>
/// <param name="ReceivedBefore">Days before today on which it came.</param>
internal sealed record DemoEnding(int Number, int ReceivedBefore, string Summary, string Request, IReadOnlyList<DemoStep> Steps)
{
    /// <summary>The step that is no act: the same person comes again about the same case.</summary>
    public const string Again = "again";

    /// <summary>Short name of the court that registers and enforces.</summary>
    public const string Court = "jf";

    /// <summary>What is registered.</summary>
    /// <param name="again">What is said when the person comes again; null at first.</param>
    public RegistrationForm Form(string? again) => DemoHandDown.Visit(Number, "own-court", again ?? Summary) with { Request = Request, ProposedOpinion = "建议转承办人约谈。" };
}

/// <summary>The procedures and terminations of the demo: one in each stage, at the four courts above each other.</summary>
internal static class DemoEndings
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DemoEnding> All => [.. Procedures, .. Terminations];

    /// <summary>Ruled on and open to reconsideration; never ruled on; above; sent back; with the High Court; an outsider's; six months without enforcement.</summary>
    private static IReadOnlyList<DemoEnding> Procedures =>
    [
        Of(801, 30, "查封的厂房价值明显超过执行标的。", "请求解除超标的查封。", [.. Objection(20, 11), .. Ruled(6, 4)]),
        Of(802, 48, "网络拍卖没有通知优先购买权人。", "请求撤销拍卖。", [.. Objection(42, 12)]),
        Of(803, 60, "扣划的存款中有抚恤金。", "请求返还抚恤金。", [.. Objection(50, 13), .. Ruled(38, 33), .. Up(28, 3), Panel(24, "jz-review", "@jz-judge"), Asked(2, "jz-review")]),
        Of(804, 90, "迟延履行利息计算有误。", "请求重新计算。", [.. Objection(80, 14), .. Ruled(68, 65), .. Up(58, 4), Panel(50, "jz-review", "@jz-judge"), Above(34, "jz-review", "（{y}）豫08执复4号裁定", "sent-back")]),
        Of(805, 190, "腾退范围超出判决主文。", "请求纠正腾退行为。", [.. Objection(180, 15), .. Ruled(168, 165), .. Lost(158, 5), .. Supervised(70, 5)]),
        Of(806, 45, "案外人主张被查封车辆已经购得并付清全款。", "请求停止执行该车辆。", [.. Objection(38, 16, "outsider"), .. Ruled(8, 6)]),
        Of(807, 220, "申请执行以后七个月没有采取措施。", "请求上一级法院责令执行。",
        [
            new(215, "jf-handler", "six-months", ("situation", "known-property"), ("receivedOn", "-218"), ("document", "申请执行书收件凭证（演示）")),
            new(12, "jz-officer", "superior-application", ("receivedOn", "-12"), ("paper", "申请书，信访卷第 9 页")),
        ]),
    ];

    /// <summary>On the way up, with the filing desk, corrected, decided, cared for afterwards, and open again.</summary>
    private static IReadOnlyList<DemoEnding> Terminations =>
    [
        Committed(811, 95, [Report(12)]),
        Committed(812, 100, [Report(40), Passed(36), Filing(30, "1")]),
        Committed(813, 110, [Report(60), Passed(55), Filing(50, "1"), new(20, "spc-filing", "filing-correction-request", ("reason", "缺少息诉承诺后果告知书的送达凭证。"), ("due", "+5"))]),
        Reviewed(814, [new(30, "hn-head", DemoTerminating.Act, DemoTerminating.Report("procedure.supervision-ruled")), Filing(24, "2"), Accepted(10)]),
        Committed(815, 260, [Report(215), Passed(212), Filing(208, "3"), Accepted(200), Decided(178), Told(177), new(9, "jf-clerk", DemoEnding.Again, ("summary", "来访称看到被执行人在外地经营饭店。"))]),
        Committed(816, 300,
        [
            Report(260), Passed(256), Filing(250, "4"), Accepted(240), Decided(215), Told(214),
            new(30, "jf-enforcer", "property-query", ("found", "yes"), ("source", "总对总网络查控"), ("result", "名下新增商铺一处。"), ("told", "电话告知查询结果。"), ("proof", "查询反馈（演示）")),
            new(30, "jf-enforcer", "resumption", ("number", "（{y}）豫0802执恢16号"), ("document", "恢复执行通知书（演示）")),
        ]),
    ];

    /// <summary>Given to the handler, classed and accepted in the two days after it came.</summary>
    private static DemoEnding Of(int number, int before, string summary, string request, IReadOnlyList<DemoStep> steps, string claim = "unlawful-act") => new(
        number, before, summary, request,
        [
            new(before - 1, "jf-head", "assignment", ("handler", "@jf-handler")), new(before - 1, "jf-handler", "acknowledgement"),
            new(before - 2, "jf-head", "classification", ("claim", claim), ("capacity", "applicant")), new(before - 2, "jf-head", "acceptance", ("capacity", "applicant"), ("otherCause", summary)),
            new(before - 3, "jf-head", "acceptance-notice", ("method", "in-person"), ("proof", "签收单（演示）")), .. Team(before), .. steps,
        ]);

    /// <summary>The team and the plan that the campaign of that city wants, reported in time.</summary>
    private static IEnumerable<DemoStep> Team(int before) =>
    [
        new(before, "jf-head", "first-contact", ("method", "phone"), ("by", "承办人"), ("content", "告知承办人、联系电话和下一步。"), ("proof", "通话录音（演示）")),
        new(before, "jf-president", "charge", ("phone", "0391-8000")), new(before, "jf-head", "team", ("role", "liaison"), ("person", "@jf-liaison"), ("phone", "0391-8003")),
        new(before - 1, "jf-president", "plan", ("actions", "aid-judicial"), ("content", "查控、约谈，必要时救助。"), ("responsible", "承办人"), ("dueOn", "+30"), ("alone", "亲友都在外地。")),
        new(before - 1, "jf-head", "team-report", ("reportedTo", "中院执行局综合处"), ("document", "上报单（演示）"), ("supervisedBy", "中院分管副院长")),
    ];

    /// <summary>A matter of implementation without property, whose applicant committed himself and came again, was heard and answered, thirty days later.</summary>
    private static DemoEnding Committed(int number, int before, IReadOnlyList<DemoStep> steps) => Of(
        number, before, "被执行人没有可供执行的财产，多次来访要求执行到位。", "请求执行到位。",
        [
            new(before - 4, "jf-handler", "meeting", ("method", "in-person"), ("present", "信访人、承办人"), ("content", "说明查控结果和救助途径。"), ("signed", "yes"), ("proof", "约谈笔录（演示）")),
            new(before - 5, "jf-handler", "property-check", ("found", "no"), ("source", "总对总网络查控、实地走访"), ("result", "没有可供执行的财产。"), ("proof", "查询反馈（演示）")),
            new(before - 6, "jf-handler", "commitment", ("signed", "yes"), ("free", "yes"), ("document", "息诉承诺书（演示）"), ("effect", "后果告知书（演示）")),
            new(before - 20, "jf-clerk", DemoEnding.Again, ("summary", "再次来访，仍要求执行到位。")), .. DemoTerminating.Prepared(before - 30), .. steps,
        ], "press-on");

    /// <summary>A matter of review that lost its three procedures and came again.</summary>
    private static DemoEnding Reviewed(int number, IReadOnlyList<DemoStep> steps) => Of(
        number, 290, "认为查封、评估、拍卖都违法。", "请求撤销拍卖，赔偿损失。",
        [
            .. Objection(280, 24), .. Ruled(268, 266), .. Lost(258, 14), .. Supervised(180, 14), Above(100, "hn-recon", "（{y}）豫执监14号裁定", "maintained"), Served(98, "hn-recon", "3"),
            new(60, "jf-clerk", DemoEnding.Again, ("summary", "不服三级裁定，再次来访。")), .. DemoTerminating.Prepared(50), .. steps,
        ]);

    private static IEnumerable<DemoStep> Objection(int before, int number, string kind = "act") =>
    [
        new(before, "jf-clerk", "objection-paper", ("kind", kind), ("titled", "yes"), ("paper", "异议书，信访卷第 3 页"), ("content", "见异议书。")),
        new(before - 1, "jf-review", "procedure-filing", ("number", $"（{{y}}）豫0802执异{number}号")), Panel(before - 1, "jf-review", "@jf-judge"),
        new(before - 2, "jf-review", "procedure-notice", ("parties", "双方当事人"), ("method", "post"), ("proof", "邮单（演示）")),
    ];

    private static IEnumerable<DemoStep> Ruled(int before, int served) =>
        [new(before, "jf-review", "procedure-ruling", ("ruling", "（{y}）豫0802执异裁定（演示）"), ("outcome", "rejected")), Served(served, "jf-review", "1")];

    /// <summary>Reconsideration applied for, sent up and filed above.</summary>
    private static IEnumerable<DemoStep> Up(int before, int number) =>
    [
        new(before, "jf-clerk", "reconsideration", ("by", "申请人"), ("paper", "复议申请书（演示）")), new(before - 1, "jf-review", "file-up", ("document", "报送函（演示）")),
        new(before - 3, "jz-review", "reconsideration-filing", ("number", $"（{{y}}）豫08执复{number}号")),
    ];

    /// <summary>The same, and maintained there.</summary>
    private static IEnumerable<DemoStep> Lost(int before, int number) =>
        [.. Up(before, number), Panel(before - 4, "jz-review", "@jz-judge"), Above(before - 24, "jz-review", $"（{{y}}）豫08执复{number}号裁定", "maintained"), Served(before - 26, "jz-review", "2")];

    private static IEnumerable<DemoStep> Supervised(int before, int number) =>
    [
        new(before, "hn-recon", "supervision-application", ("by", "申请人"), ("paper", "监督申请书（演示）")), new(before - 4, "hn-recon", "supervision-filing", ("number", $"（{{y}}）豫执监{number}号")),
        Panel(before - 4, "hn-recon", "@hn-review"),
    ];

    private static DemoStep Panel(int before, string user, string members) => new(before, user, ChainActs.Naming, ("members", members));

    private static DemoStep Asked(int before, string user) => new(before, user, "review-extension", ("reason", "案情复杂，需要调取银行流水。"));

    private static DemoStep Above(int before, string user, string ruling, string outcome) => new(before, user, "review-ruling", ("ruling", ruling), ("outcome", outcome), ("document", "卷宗第 30 页（演示）"));

    private static DemoStep Served(int before, string user, string proof) => new(before, user, "ruling-service", ("to", "双方"), ("method", "post"), ("proof", $"送达回证（演示）{proof} 号"));

    private static DemoStep Report(int before) => new(before, "jf-head", DemoTerminating.Act, DemoTerminating.Report(null));

    private static DemoStep Passed(int before) => new(before, "jz-head", "termination-passing", ("opinion", "材料齐全，同意上报。"));

    private static DemoStep Filing(int before, string no) => new(before, "hn-head", "termination-filing", ("document", $"备案报告（演示）{no} 号"));

    private static DemoStep Accepted(int before) => new(before, "spc-filing", "filing-answer", ("answer", "accepted"), ("document", "备案复函（演示）"));

    private static DemoStep Decided(int before) => new(before, "hn-vice", "termination-decision", ("document", "终结决定书（演示）"));

    private static DemoStep Told(int before) => new(before, "hn-head", "termination-notice", ("method", "post"), ("document", "终结告知书（演示）"), ("proof", "邮寄回执（演示）"));
}
