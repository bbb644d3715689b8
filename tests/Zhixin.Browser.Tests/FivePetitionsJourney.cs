using Zhixin.Web.Tests.Shared;

namespace Zhixin.Browser.Tests;

/// <summary>Five petitions from the window to their end, each by all who have a part in it; in each, acts that the law forbids are tried and the refusal is read.</summary>
public sealed class FivePetitionsJourney(WebDatabase database, Browser browser)
{
    private static readonly (string, string)[] Reply =
        [("method", "in-person"), ("local", "yes"), ("remedy", "对答复不服的，可以自收到之日起向焦作市中级人民法院反映"), ("signed", "yes"), ("proof", "答复笔录第 3 号，信访卷第 20 页"),
            ("time", "14:30"), ("place", "信访接待室"), ("petitionerOpinion", "没有不同意见")];

    [Fact]
    public async Task Delayed_enforcement_is_resolved_by_payment()
    {
        await using var app = await TestApp.Start(database);
        var (head, handler, leader) = await Begun(app, "账户冻结五个月未扣划");
        await head.Cannot("受理", "还没有确定类别", "SPC16-1");
        await head.Do("classification", ("claim", "press-on"), ("capacity", "applicant"));
        await head.Do("acceptance", ("capacity", "applicant"), ("causes", "2a,7a"));
        await head.Do("acceptance-notice", ("method", "in-person"), ("proof", "送达回执第 5 号"));
        await Assigned(head, handler);
        await handler.Cannot("答复信访人", "办理意见还没有批准", "GC21-13");
        await handler.Do("meeting", ("method", "in-person"), ("present", "佟桂兰、孟庆和"), ("content", "说明扣划进度，听取意见"), ("signed", "yes"), ("proof", "约谈笔录第 8 号"));
        await handler.Do("property-check", ("source", "网络查控"), ("found", "yes"), ("result", "账户余额 186,420.55 元"), ("proof", "查控反馈第 2 号"));
        await handler.Refused("resolution", [("ground", "settled")], "没有正在履行的执行和解", "SPC16-7(2)");
        await handler.Refused("resolution", [("ground", "enforced"), ("evidence", " ")], "没有写明证据", "SPC16-7(1)");
        await handler.Do("resolution", ("ground", "enforced"), ("evidence", "2026-02-12 扣划并发还 186,420.55 元，发还凭证第 4 号"));
        await handler.Do("opinion", ("finding", "justified"), ("aidNeeded", "no"), ("unlawfulActFound", "no"), ("progress", "已扣划"), ("result", "执行款 186,420.55 元已全部发还"));
        await Approve(leader);
        await handler.Do("reply", Reply);
        await handler.Do("closing", ("by", "resolved"));
        await handler.Sees("有效化解", "2026-02-12 办结", "确已执行到位");
    }

    [Fact]
    public async Task A_groundless_one_is_answered_and_closed()
    {
        await using var app = await TestApp.Start(database);
        var (head, handler, leader) = await Begun(app, "要求加倍计算利息");
        await head.Do("classification", ("claim", "press-on"), ("capacity", "applicant"));
        await head.Refused("acceptance", [("capacity", "applicant")], "事由", "GC21-6a(1)");
        await head.Do("acceptance", ("capacity", "applicant"), ("causes", "7a"));
        await Assigned(head, handler);
        await handler.Do("inquiry", ("kind", "handler-explains"), ("asked", "执行员时广田"), ("findings", "判决没有加倍利息一项，款项已如数发还"), ("proof", "说明材料第 1 号"));
        await handler.Do("meeting", ("method", "phone"), ("present", "佟桂兰、孟庆和"), ("content", "说明计算方法"), ("signed", "no"), ("whyNotSigned", "电话约谈"), ("signedBy", "孟庆和"), ("proof", "录音第 12 号"));
        await handler.Do("opinion", ("finding", "groundless"), ("aidNeeded", "no"), ("unlawfulActFound", "no"), ("progress", "已核对判决和发还凭证"), ("result", "请求没有依据，已耐心解释"));
        await leader.Refused("opinion-decision", [("agreed", "no")], "没有填写理由");
        await Approve(leader);
        await handler.Cannot("办结", "还没有答复信访人", "GC21-13");
        await handler.Refused("reply", [("method", "in-person"), ("local", "yes"), ("remedy", " "), ("signed", "yes"), ("proof", "答复笔录")], "没有告知不服的怎么办", "GC21-2");
        await handler.Do("reply", Reply);
        await handler.Do("closing", ("by", "reply-final"));
        await handler.Sees("2026-02-12 办结", "诉求无理");
        await head.Do("reopening", ("reason", "提出新的判决书"));
        await head.Sees("重新办理");
    }

    [Fact]
    public async Task An_outsiders_claim_becomes_an_objection_whatever_its_title()
    {
        await using var app = await TestApp.Start(database);
        var (head, handler, leader) = await Begun(app, "查封的塔吊是我公司所有");
        var reviewer = await At(app, head, "reviewer", "江月", "review-unit");
        var clerk = await At(app, head, "clerk", null);
        await head.Do("classification", ("claim", "substantive-right"), ("capacity", "interested-person"));
        await head.Refused(
            "decline-proposal", [("ground", "4a"), ("transferredTo", "民一庭"), ("transferProof", "移送函"), ("explanation", "属于审判程序，另行起诉")], "都应当作为执行异议受理", "SPC16-13");
        await head.Do("acceptance", ("capacity", "interested-person"), ("causes", "6a"));
        await clerk.Refused("objection-paper", [("kind", "outsider"), ("titled", "no"), ("content", "塔吊是本公司所有")], "没有写明收到的是什么材料", "SPC16-13");
        await clerk.Do("objection-paper", ("kind", "outsider"), ("titled", "no"), ("paper", "情况反映，信访卷第 3 页"), ("content", "塔吊是本公司所有"));
        await Assigned(head, handler);
        await handler.Cannot("异议立案", "您的岗位不能办理");
        await handler.Do("opinion", ("finding", "partly"), ("aidNeeded", "no"), ("unlawfulActFound", "no"), ("progress", "已收到异议材料"), ("result", "按案外人异议审查，依裁定处理"));
        await Approve(leader);
        await handler.Do("reply", Reply);
        await handler.Cannot("办结", "还没有立案", "SPC16-13");
        await reviewer.Refused("procedure-filing", [("number", "（2026）豫0802执12号")], "不是执行异议案号", "SPC16-12");
        await reviewer.Do("procedure-filing", ("number", "（2026）豫0802执异12号"));
        await reviewer.Do("procedure-notice", ("parties", "申请执行人、被执行人、案外人"), ("method", "post"), ("proof", "邮单第 9 号"));
        await handler.Do("closing", ("by", "reply-final"));
        await reviewer.Sees("（2026）豫0802执异12号，审查中", "案外人异议");
        await reviewer.Do("procedure-ruling", ("ruling", "（2026）豫0802执异12号裁定"), ("outcome", "upheld"));
    }

    [Fact]
    public async Task One_about_manners_alone_is_declined_once_it_was_handed_to_discipline()
    {
        await using var app = await TestApp.Start(database);
        var (head, _, _) = await Begun(app, "书记员态度生硬");
        var officer = await At(app, head, "officer", "应守诚", "petition-officer");
        await officer.Refused("decline-proposal", [("ground", "2"), ("transferredTo", "派驻纪检监察组"), ("explanation", "仅反映态度，已移送")], "没有移送证明", "GC21-15(2)");
        await officer.Do("decline-proposal", ("ground", "2"), ("transferredTo", "派驻纪检监察组"), ("transferProof", "移送函〔2026〕3 号及签收单"), ("explanation", "仅反映态度，已移送"));
        await officer.Cannot("审批不予受理", "您的岗位不能办理");
        await officer.Cannot("送达不予受理释明", "不予受理还没有批准", "GC21-15(2)");
        await Approve(head);
        await head.Sees("已批准，释明送达以后生效");
        await officer.Do("decline-explanation", ("method", "in-person"), ("proof", "释明笔录，信访卷第 9 页"));
        await officer.Sees("2026-02-12 不予受理");
        await officer.Do("decline-undo", ("reason", "另有反映执行的内容"));
        await officer.Sees("撤销不予受理");
    }

    [Fact]
    public async Task A_hardship_case_without_property_gets_aid()
    {
        await using var app = await TestApp.Start(database);
        var (head, handler, leader) = await Begun(app, "生活困难，多年没有执行到位");
        await head.Do("classification", ("claim", "press-on"), ("capacity", "applicant"));
        await head.Do("acceptance", ("capacity", "applicant"), ("causes", "2c"));
        await Assigned(head, handler);
        await handler.Refused("aid", [("hardship", "独居，重病，无收入"), ("document", "救助申请书")], "没有证明经执行查无财产", "GC21-11");
        await handler.Do("property-check", ("source", "网络查控、实地走访"), ("found", "no"), ("result", "没有可供执行的财产"), ("proof", "查控反馈第 6 号"));
        await handler.Do("explanation", ("method", "in-person"), ("content", "说明查控结果和终本的后果"), ("signed", "yes"), ("proof", "释明笔录"));
        await handler.Do("aid", ("hardship", "独居，重病，无收入"), ("noProperty", "（2025）豫0802执1234号终本裁定"), ("document", "救助申请书，信访卷第 6 页"));
        await handler.Do("aid-report", ("body", "本院司法救助委员会"), ("document", "救助报告第 2 号"));
        await handler.Cannot("批准司法救助", "您的岗位不能办理");
        await leader.Refused("aid-decision", [("granted", "yes"), ("document", "救助决定书")], "没有写明救助金额", "JZ21-3.2.4(4)");
        await leader.Do("aid-decision", ("granted", "yes"), ("amount", "30000.50"), ("document", "（2026）豫0802司救2号"));
        await handler.Do("aid-notice", ("method", "in-person"), ("proof", "送达回执第 7 号"));
        await handler.Refused("commitment", [("free", "no"), ("signed", "yes"), ("document", "承诺书"), ("effect", "释明书")], "不是出于自愿", "SPC16-7(3)");
        await handler.Do("commitment", ("free", "yes"), ("signed", "yes"), ("document", "承诺书，信访卷第 12 页"), ("effect", "释明书第 1 号，本人签收"));
        await handler.Do("resolution", ("ground", "committed"));
        await handler.Do("opinion", ("finding", "partly"), ("aidNeeded", "yes"), ("unlawfulActFound", "no"), ("progress", "已查控、释明、救助"), ("result", "发现财产即恢复执行"));
        await Approve(leader);
        await handler.Do("reply", Reply);
        await handler.Do("closing", ("by", "resolved"));
        await handler.Sees("30,000.50", "2026-02-12 办结");
    }

    /// <summary>A petition registered at the window, and those who go on with it.</summary>
    private async Task<(Desk Head, Desk Handler, Desk Leader)> Begun(TestApp app, string account)
    {
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        var clerk = await browser.SignIn(app, "clerk");
        await clerk.GotoAsync("/register");
        await clerk.FillAsync("[name=personName]", "佟桂兰");
        await clerk.FillAsync("[name=caseNumber]", "（2025）豫0802执1234号");
        await clerk.FillAsync("[name=account]", account);
        await clerk.Keyboard.PressAsync("Control+Enter");
        await clerk.WaitForURLAsync(url => url.Contains("receipt", StringComparison.Ordinal));
        var head = await browser.SignIn(app, "head");
        await head.GotoAsync("/");
        await head.ClickAsync(".what a >> nth=0");
        var address = new Uri(head.Url).AbsolutePath;
        return (new Desk(head, address), new Desk(await browser.SignIn(app, "handler"), address), new Desk(await browser.SignIn(app, "leader"), address));
    }

    /// <summary>Somebody else at the same petition.</summary>
    private async Task<Desk> At(TestApp app, Desk other, string user, string? name, params string[] posts)
    {
        if (name is not null)
        {
            await app.Person(user, name, TestApp.Jiefang, posts);
        }

        return new Desk(await browser.SignIn(app, user), other.Address);
    }

    private static async Task Assigned(Desk head, Desk handler)
    {
        await head.Assign("孟庆和　承办人");
        await handler.Acknowledge();
    }

    /// <summary>What waits for somebody is decided on the page of approvals.</summary>
    private static async Task Approve(Desk who)
    {
        await who.Page.GotoAsync("/approvals");
        (await Browser.SeriousFindings(who.Page)).ShouldBeEmpty();
        await who.Page.CheckAsync("input[type=radio][value=yes] >> nth=0");
        await who.Page.ClickAsync("text=提交决定");
        (await who.Page.InnerTextAsync("[role=status]")).ShouldContain("办成 1 项，没有办成 0 项");
    }
}
