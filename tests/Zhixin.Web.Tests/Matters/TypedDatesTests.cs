using System.Net;
using Zhixin.Web.Tests.Petitions;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;

namespace Zhixin.Web.Tests.Matters;

/// <summary>A mistyped year is told at once, by its field: a date that the calendar does not have could be shown nowhere, and nothing takes it back.</summary>
public sealed class TypedDatesTests(WebDatabase database)
{
    [Theory]
    [InlineData("2206-03-12", "date-too-late")]
    [InlineData("9999-12-31", "date-too-late")]
    [InlineData("1999-03-12", "date-too-early")]
    public async Task No_act_on_a_supervision_takes_a_day_outside_the_calendar(string day, string key)
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        await Refused("instruction", new { from = "省委政法委", document = "批示", awaits = "yes", dueOn = day }, "dueOn");
        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        await Refused("letter", Supervised.LetterTo(day), "due");
        await Refused("means", new { means = "hear", owner = "符一", content = "听取汇报", from = day, until = "2026-04-01" }, "from");
        var (_, opened) = await (await matter.As("high-head")).PostJson("/api/supervisions", new { fields = new { caseNumber = "（2025）琼0108执13号", source = "9", complaint = "拖延", receivedOn = day } });
        (opened.GetProperty("field").GetString(), opened.GetProperty("key").GetString()).ShouldBe(("receivedOn", key));

        var form = await matter.As("high-head");
        var page = await form.Open($"{matter.Address}/act/letter");
        page.QuerySelector($"button[formaction='{matter.Address}/act/letter/draft']")!.Closest("form")!.SetAttribute("action", matter.Address + "/act/letter/draft");
        using var draft = await form.Submit(page, matter.Address + "/act/letter/draft", ("court", Supervised.Basic), ("demands", "依法执行"), ("materials", "材料"), ("due", day));
        (await Session.Page(draft)).Body!.TextContent.ShouldContain("工作日历没有这一天");
        await form.Open(matter.Address);

        async Task Refused(string act, object fields, string field)
        {
            var (status, body) = await matter.Tries("high-head", act, fields);
            (status, body.GetProperty("field").GetString(), body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.BadRequest, field, key), act);
            body.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Neither_does_an_item_of_the_platform_nor_a_petition_nor_a_hop()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var ladder = await Ladder.Of(app, "s");
        await ladder.Refused("s-head", "hand-down", Ladder.Down(TestApp.Henan, "2206-03-12"), HttpStatusCode.BadRequest, "date-too-late");
        var (status, body) = await ladder.Act("s-head", "hand-down", Ladder.Down(TestApp.Henan));
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        await ladder.Refused("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo, "9999-12-31"), HttpStatusCode.BadRequest, "date-too-late");
        await ladder.Refused("s-clerk", "correction", new { contact = ladder.Contact, field = "receivedOn", value = "1998-03-01", reason = "更正" }, HttpStatusCode.BadRequest, "date-too-early");
        (await (await ladder.Who("s-head")).Client.GetAsync("/hand-downs")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var clerk = await ladder.Who("s-clerk");
        (status, body) = await clerk.PostJson("/api/contacts", new { form = new { caseNumber = Petitions.Thread.Case, channel = "letter", forwardedBy = "全国人大信访局", replyBy = "2206-03-12", petitioners = new[] { new { name = "佟桂兰" } } } });
        (status, body.ToString().Contains("date-too-late", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true), body.ToString());

        var head = await ladder.Who("h-head");
        (status, body) = await head.PostJson("/api/platform-items", new { items = new[] { new { external = "P-1", kind = "重点案件", court = TestApp.Jiefang, content = "督促", due = "2206-03-10" } } });
        (status, body.GetProperty("field").GetString(), body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.BadRequest, "due", "date-too-late"));
        await head.Open("/platform-items");
    }
}
