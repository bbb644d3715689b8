using Microsoft.Playwright;
using Zhixin.Web.Tests.Petitions;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Browser.Tests;

/// <summary>
/// Two matters to their lawful end in the browsers of those who have a part in it: one of review through its three procedures, the filing desk and back again; one of
/// implementation through hardship, queries and resumed enforcement.
/// </summary>
public sealed class EndingJourney(WebDatabase database, Browser browser)
{
    private static readonly (string, string)[] Talk =
        [("kind", "meeting"), ("method", "in-person"), ("present", "信访人、承办人"), ("view", "坚持要求执行"), ("signed", "yes"), ("proof", "终结约谈笔录 1 号")];

    private static readonly (string, string)[] Statement = [("scope", "enforcement"), ("sameCause", "仍是同一事由"), ("document", "终结报请报告 1 号")];

    private static readonly (string, string)[] Notice = [("method", "post"), ("document", "告知书 1 号"), ("proof", "邮寄回执 3 号")];

    [Fact]
    public async Task A_review_matter_loses_three_times_is_returned_corrected_terminated_and_opens_again()
    {
        await using var app = await TestApp.Start(database);
        var story = await EndingStory.Of(app, "unlawful-act");
        var windows = new Windows(app, browser);
        await Objected(story, windows);
        await Reconsidered(story, windows);
        await Supervised(story, windows);
        await On("2026-07-20", story, windows);
        await story.Again("仍然不服裁定");
        await Prepared(windows, story.Address, stated: "no");
        await Filed(windows, story.Address);
        await Decided(windows, story.Address);

        await On("2026-08-20", story, windows);
        await story.Again("有新的评估报告");
        var head = await windows.At("head", story.Address);
        await head.Sees("已办结", "待审查");
        await head.Do("late-contact-finding", ("no", "1"), ("brings", "new-fact"), ("reason", "评估报告是终结以后作出的"));
        await head.Sees("撤销：");
    }

    [Fact]
    public async Task An_implementation_matter_is_kept_for_hardship_ends_by_reasons_and_goes_on_when_a_query_finds_property()
    {
        await using var app = await TestApp.Start(database);
        var story = await EndingStory.Of(app, "press-on");
        var windows = new Windows(app, browser);
        var handler = await windows.At("handler", story.Address);
        await handler.Do("property-check", ("source", "总对总网络查控"), ("found", "no"), ("result", "没有"), ("proof", "查询反馈 8 号"));
        await handler.Do("commitment", ("signed", "yes"), ("free", "yes"), ("document", "息诉承诺书"), ("effect", "后果告知书"));
        await On("2026-02-13", story, windows);
        await story.Again("又没有拿到钱");
        await (await windows.At("head", story.Address)).Cannot("报请终结", "SPC16-19");
        await Prepared(windows, story.Address, stated: "yes");
        var head = await windows.At("head", story.Address);
        await Reported(head, Statement, "SPC16-22");
        await Reported(head, [.. Statement, ("exceptionAsked", "已经发放救助金并落实低保")], "等待河南省焦作市中级人民法院");
        await (await windows.At("mid-head", story.Address)).Do("termination-passing", ("opinion", "同意上报"));
        await (await windows.At("high-head", story.Address)).Do("termination-filing", ("document", "备案报告 1 号"));
        await (await windows.At("filing", story.Address)).Do("filing-answer", ("answer", "accepted"), ("document", "备案复函 1 号"));
        var president = await windows.At("high-president", story.Address);
        await president.Refused("termination-decision", [("document", "豫高法终字 1 号")], "SPC16-22");
        await president.Do("termination-decision", ("document", "豫高法终字 1 号"), ("exception", "已经救助，生活有保障"));
        await (await windows.At("high-head", story.Address)).Do("termination-notice", Notice);

        await On("2026-08-12", story, windows);
        await (await windows.At("unit", story.Address)).Do("property-query", ("found", "no"), ("source", "总对总"), ("result", "没有"), ("told", "电话告知"), ("proof", "反馈 9 号"));
        await On("2027-02-12", story, windows);
        var unit = await windows.At("unit", story.Address);
        await unit.Do("property-query", ("found", "yes"), ("source", "总对总"), ("result", "名下有存款"), ("told", "电话告知"), ("proof", "反馈 10 号"));
        (await windows.Reads("unit", "/")).ShouldContain("恢复执行");
        await unit.Do("resumption", ("number", "（2027）豫0802执恢7号"), ("document", "恢复执行通知书"));
        await unit.Sees("（2027）豫0802执恢7号", "撤销：");
    }

    private static async Task Objected(EndingStory story, Windows windows)
    {
        await (await windows.At("clerk", story.Address)).Do("objection-paper", ("kind", "act"), ("titled", "no"), ("paper", "情况反映"), ("content", "超标的查封"));
        (await windows.Reads("head", "/procedures")).ShouldContain("待立案");
        var reviewer = await windows.At("reviewer", story.Address);
        await reviewer.Do("procedure-filing", ("number", "（2026）豫0802执异5号"));
        await reviewer.Do("procedure-members", ("members", "骆文山"));
        await reviewer.Do("procedure-notice", ("parties", "双方"), ("method", "post"), ("proof", "邮单 1 号"));
        await On("2026-02-24", story, windows);
        reviewer = await windows.At("reviewer", story.Address);
        await reviewer.Do("procedure-ruling", ("ruling", "（2026）豫0802执异5号裁定"), ("outcome", "rejected"));
        await reviewer.Do("ruling-service", ("to", "双方"), ("method", "post"), ("proof", "送达回证 1 号"));
        await reviewer.Sees("申请复议", "2026-03-06", "民事诉讼法第二百三十六条");
    }

    private static async Task Reconsidered(EndingStory story, Windows windows)
    {
        await On("2026-03-06", story, windows);
        await (await windows.At("clerk", story.Address)).Do("reconsideration", ("by", "佟桂兰"), ("paper", "复议申请书"));
        await (await windows.At("reviewer", story.Address)).Do("file-up", ("document", "报送函 1 号"));
        (await windows.Reads("mid", "/procedures")).ShouldContain("执行复议");
        var mid = await windows.At("mid", story.Address);
        await mid.Do("reconsideration-filing", ("number", "（2026）豫08执复3号"));
        await mid.Do("procedure-members", ("members", "温雅言"));
        await mid.Do("review-extension", ("reason", "需要调取旧卷"));
        (await windows.Reads("mid-president", "/approvals")).ShouldContain("延长审查期限");
        await (await windows.At("mid-president", story.Address)).Do("review-extension-decision", ("agreed", "yes"), ("document", "审批表 1 号"));
        await mid.Sees("2026-05-06");
        await On("2026-05-06", story, windows);
        mid = await windows.At("mid", story.Address);
        await mid.Do("review-ruling", ("ruling", "（2026）豫08执复3号裁定"), ("outcome", "maintained"), ("document", "卷宗第 30 页"));
        await mid.Do("ruling-service", ("to", "双方"), ("method", "post"), ("proof", "送达回证 2 号"));
        await mid.Sees("申请执行监督", "河南省高级人民法院");
    }

    private static async Task Supervised(EndingStory story, Windows windows)
    {
        await On("2026-05-08", story, windows);
        var high = await windows.At("high", story.Address);
        await high.Do("supervision-application", ("by", "佟桂兰"), ("paper", "监督申请书"));
        await high.Do("supervision-filing", ("number", "（2026）豫执监5号"));
        await high.Do("procedure-members", ("members", "闻修远"));
        await On("2026-07-06", story, windows);
        high = await windows.At("high", story.Address);
        await high.Do("review-ruling", ("ruling", "（2026）豫执监5号裁定"), ("outcome", "maintained"), ("document", "卷宗第 60 页"));
        await high.Do("ruling-service", ("to", "双方"), ("method", "post"), ("proof", "送达回证 3 号"));
        await high.Sees("没有可以提出的申请");
        (await windows.Reads("high", "/procedures")).ShouldContain("没有等待本院办理的程序");
    }

    private static async Task Prepared(Windows windows, string address, string stated)
    {
        var handler = await windows.At("handler", address);
        await handler.Do("termination-hearing", Talk);
        await handler.Do("hardship-answer", ("statement", "无力支付医药费"), ("stated", stated), ("found", "no"), ("answer", "可以申请救助"), ("proof", "询问笔录 2 号"));
    }

    /// <summary>Refused before filing, returned, reported again, corrected, accepted.</summary>
    private static async Task Filed(Windows windows, string address)
    {
        var (head, filing) = (await windows.At("high-head", address), await windows.At("filing", address));
        var president = await windows.At("high-president", address);
        await Reported(head, Statement, "等待河南省高级人民法院");
        await president.Cannot("决定终结", "SPC16-23");
        await head.Do("termination-filing", ("document", "备案报告 1 号"));
        (await windows.Reads("filing", "/filings")).ShouldContain("待备案答复");
        await filing.Do("filing-answer", ("answer", "returned"), ("reason", "没有附裁定"), ("document", "退回函 1 号"));
        await Reported(head, Statement, "等待河南省高级人民法院");
        await head.Do("termination-filing", ("document", "备案报告 2 号"));
        await filing.Do("filing-correction-request", ("reason", "缺送达回证"), ("due", "2026-07-31"));
        (await windows.Reads("high-head", "/terminations")).ShouldContain("2026-07-31");
        await head.Do("filing-correction", ("what", "补入送达回证"), ("document", "补正报告"));
        await filing.Do("filing-answer", ("answer", "accepted"), ("document", "备案复函 1 号"));
        (await windows.Reads("filing", "/filings")).ShouldContain("没有等待答复的备案");
    }

    private static async Task Decided(Windows windows, string address)
    {
        await (await windows.At("high-president", address)).Do("termination-decision", ("document", "豫高法终字 1 号"));
        var head = await windows.At("high-head", address);
        await head.Do("termination-notice", Notice);
        await head.Sees("豫高法终字 1 号");
        (await windows.Reads("high-head", "/terminations?view=own")).ShouldContain("高级法院作监督裁定");
    }

    /// <summary>The report with every contact and material that the form offers.</summary>
    /// <param name="says">What the page says then.</param>
    private static async Task Reported(Desk desk, (string Name, string Value)[] report, string says)
    {
        await desk.Page.GotoAsync(desk.Address + "/act/termination");
        (await Browser.SeriousFindings(desk.Page)).ShouldBeEmpty();
        foreach (var offered in await desk.Page.Locator("form.panel input[type=checkbox]").AllAsync())
        {
            await offered.CheckAsync();
        }

        foreach (var (name, value) in report)
        {
            await (name == "scope" ? desk.Page.CheckAsync($"[name=scope][value={value}]") : desk.Page.FillAsync($"[name={name}]", value));
        }

        await desk.Page.ClickAsync("form.panel button.btn-main");
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync(says);
    }

    private static async Task On(string day, EndingStory story, Windows windows)
    {
        await story.On(day);
        await windows.On(day);
    }
}
