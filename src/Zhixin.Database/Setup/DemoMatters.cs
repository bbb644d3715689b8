using Zhixin.Intake;

namespace Zhixin.Database.Setup;

/// <summary>An invented matter of the demo.</summary>
/// <param name="Court">Short name of the court that registers it.</param>
/// <param name="ReceivedBefore">Days before today on which it was received, at least 1.</param>
/// <param name="AssignedAfter">Days from receipt to the naming of a handler; null: nobody is named yet.</param>
/// <param name="AcknowledgedAfter">Days from receipt to the handler's acknowledgement; null: not acknowledged.</param>
/// <param name="Again">Days before today on which the same person came again and was joined; null: never.</param>
public sealed record DemoMatter(
    string Court, int ReceivedBefore, int? AssignedAfter, int? AcknowledgedAfter, int? Again, string Handler, RegistrationForm Form)
{
    /// <summary>How far it has come today.</summary>
    public DemoStage Stage { get; init; }
}

/// <summary>What the people of the demo came about. Every name and number is invented; the identity numbers begin with 99, which is no province.</summary>
public static class DemoMatters
{
    /// <summary>Spread so that the workbench shows what is overdue, due soon and due later.</summary>
    public static IReadOnlyList<DemoMatter> All(DateOnly today) =>
    [
        Matter("gc", 66, 1, 2, 9, "handler", Form(today, 1, "visit", "买卖合同纠纷，判决货款 18 万元，立案执行一年没有进展。", "请求查控被执行人名下车辆和银行存款。", "2")) with { Stage = DemoStage.Opinion },
        Matter("gc", 58, 1, 1, null, "handler", Form(today, 2, "letter", "工程款案已经扣划到账，两个月没有发还。", "请求尽快发还执行案款。", "7")) with { Stage = DemoStage.Replied },
        Matter("gc", 35, 2, 3, null, "handler2", Form(today, 3, "visit", "终本以后发现被执行人另有门面房出租，申请恢复执行没有答复。", "请求恢复执行。", "7")) with { Stage = DemoStage.Accepted },
        Matter("gc", 12, 1, 2, null, "handler", Form(today, 4, "phone", "被执行人转移车辆，承办人电话无人接听。", "请求告知执行进展。", "2")) with { Stage = DemoStage.Accepted },
        Matter("gc", 6, 1, 2, null, "handler", Form(today, 5, "web", "网拍房屋评估价过低，提出的异议没有收到裁定。", "请求对异议作出裁定。", null)),
        Matter("gc", 5, null, null, null, "handler", Form(today, 6, "visit", "劳动报酬案，工人十二人到访，反映欠薪没有执行到位。", "请求优先发放工资。", "2") with { People = "12" }),
        Matter("gc", 4, 1, null, null, "handler", Form(today, 7, "visit", "抚养费逾期未付，请求采取限制消费措施。", "请求限制被执行人高消费。", "2")),
        Matter("gc", 3, null, null, null, "handler", Form(today, 14, "phone", "来电只反映窗口人员态度生硬，没有涉及执行事项。", "请求批评教育。", null)) with { Stage = DemoStage.Declining },
        Matter("gc", 3, 1, 2, null, "handler2", Form(today, 8, "forwarded", "上级法院转来：反映执行和解后对方不履行。", "请求恢复执行。", "2") with
        {
            ForwardedBy = "山东省济南市中级人民法院", LetterNumber = "（演示）转字第 1 号", ReplyBy = today.AddDays(20).ToString("yyyy-MM-dd"), Venue = "superior",
        }),
        Matter("gc", 2, 1, 1, null, "handler", Form(today, 9, "visit", "借款案保全到期，担心财产被处分。", "请求及时续封。", "4")) with { Stage = DemoStage.Objection },
        Matter("gc", 1, null, null, null, "handler", Form(today, 10, "letter", "租金案执行依据有笔误，请求补正后继续执行。", "请求补正裁定。", null)),
        Matter("gc", 1, null, null, null, "handler", new RegistrationForm { Channel = "letter", Summary = "来信没有署名，反映某物业案长期没有执行。" }),
        Matter("jf", 8, 1, 2, null, "handler", Form(today, 11, "visit", "交通事故赔偿案，被执行人有工资收入，没有扣划。", "请求扣划工资。", "2")) with { Stage = DemoStage.Closed },
        Matter("jf", 2, null, null, null, "handler", Form(today, 12, "letter", "腾房案超过期限没有强制腾退。", "请求强制腾退。", "2")),
        Matter("jf", 20, 1, 2, null, "handler", Form(today, 15, "visit", "货款案执行款已经到账，要求尽快发还。", "请求发还执行案款。", "7")) with { Stage = DemoStage.WritingOff },
        Matter("jf", 40, 1, 2, null, "handler", Form(today, 16, "visit", "医疗费赔偿案，要求处置查封的车辆。", "请求尽快处置车辆。", "2")) with { Stage = DemoStage.WrittenOff },
        Matter("jf", 50, 1, 2, null, "handler", Form(today, 17, "letter", "劳务费案，要求支付剩余款项。", "请求支付剩余款项。", "2")) with { Stage = DemoStage.WriteOffReversed },
        Matter("ml", 10, 1, 2, null, "handler", Form(today, 13, "visit", "装修款案终本后没有再查控。", "请求重新查控。", "7")) with { Stage = DemoStage.Aid },
    ];

    private static DemoMatter Matter(string court, int before, int? assigned, int? acknowledged, int? again, string handler, RegistrationForm form) =>
        new(court, before, assigned, acknowledged, again, handler, form);

    private static RegistrationForm Form(DateOnly today, int number, string channel, string summary, string request, string? cause) => new()
    {
        Channel = channel,
        Petitioners = [new PetitionerForm(DemoPeople.NameOf(600 + number), Identity(number, today), $"0531000{number:00000}", "演示市演示区某路", "applicant", null)],
        Parties = $"{DemoPeople.NameOf(700 + number)}；演示商贸有限公司",
        Summary = summary,
        Request = request,
        Cause = cause,
        ProposedOpinion = "建议转承办人约谈。",
        CaseNumber = $"执{1000 + (37 * number)}号",
    };

    /// <summary>An identity number with the right check character and a province that does not exist.</summary>
    public static string Identity(int number, DateOnly today) => "0123456789X"
        .Select(check => $"99000019{60 + (number % 40)}0101{number:000}{check}")
        .First(text => IdentityNumber.Of(text, today).IsSound);
}
