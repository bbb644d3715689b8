using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>A supervisor's day: each number opens the list behind it, whoever can do nothing about it does not see it, and it grows and shrinks with what is done.</summary>
public sealed class SupervisorDayTests(WebDatabase database)
{
    [Fact]
    public async Task Each_step_of_a_supervision_stands_in_the_day_of_whoever_can_take_it()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        await Shows("high-head", "review");
        (await Day("basic-head")).ShouldBeEmpty("a court with no court under it supervises none");
        (await Day("high-review1")).ShouldNotContainKey("sending");
        (await Day("mid-head")).ShouldBeEmpty("it is the High Court's");

        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        await Shows("high-head", "sending");
        (await Day("high-head")).ShouldNotContainKey("review");
        await matter.Does("high-head", "letter", Supervised.LetterTo("2026-03-20"));
        (await Day("high-head")).ShouldNotContainKey("sending");
        await matter.Does("basic-head", "handler", new { letter = "1", handler = matter.Ids["basic-handler"].ToString() });
        matter.On("2026-03-10");
        await matter.Does("basic-handler", "new-date-request", new { letter = "1", cause = "评估没有完成", nextStep = "催促评估", until = "2026-03-31", document = "报告" });
        await Shows("high-head", "new-dates");
        await matter.Does("high-head", "new-date-decision", new { letter = "1", granted = "no", reason = "可以先行扣划" });
        (await Day("high-head")).ShouldNotContainKey("new-dates");

        matter.On("2026-03-31");
        await app.Office.Overruns.Run(default);
        await Shows("high-head", "below");
        await Shows("high-head", "urge");
        await matter.Does("high-head", "urging-letter", new { letter = "1", content = "立即报告", due = "2026-04-15" });
        (await Day("high-head")).ShouldNotContainKey("urge");
        await matter.Does("basic-handler", "report", Supervised.Report);
        await Shows("high-head", "reported");
        await matter.Does("high-head", "report-improper", new { letter = "1", reason = "没有扣划" });
        await matter.Does("high-head", "opinion", new { letter = "1", content = "依法扣划", reasons = "有财产可供执行", due = "2026-04-03" });
        matter.On("2026-04-07");
        await matter.Does("high-head", "urging", new { letter = "1", opinion = "1", content = "请落实意见" });
        await matter.Does("high-head", "not-followed", new { opinion = "1", finding = "催办后仍未落实" });
        await Shows("high-director", "consequence");
        (await Day("high-head")).ShouldNotContainKey("consequence", "the head issues no bulletin");
        (await (await matter.As("high-head")).Open("/")).QuerySelectorAll("#h-day").Length.ShouldBe(1);
        (await (await matter.As("high-head")).Open("/supervisions")).QuerySelectorAll("#h-day").Length.ShouldBe(1);
        (await (await matter.As("basic-handler")).Open("/")).QuerySelectorAll("#h-day").ShouldBeEmpty();

        async Task Shows(string user, string code)
        {
            var day = await Day(user);
            day.ShouldContainKey(code);
            var item = day[code];
            item.GetProperty("count").GetInt32().ShouldBeGreaterThan(0);
            var list = await (await matter.As(user)).Open(item.GetProperty("href").GetString()!);
            list.QuerySelectorAll("table tbody tr").Length.ShouldBeGreaterThanOrEqualTo(item.GetProperty("count").GetInt32(), $"{code} opens its list");
            list.QuerySelectorAll($"a[href^='{matter.Address}']").ShouldNotBeEmpty($"{code} leads to the matter");
        }

        async Task<Dictionary<string, JsonElement>> Day(string user) => (await (await matter.As(user)).GetJson("/api/supervisions/day")).GetProperty("items").EnumerateArray()
            .ToDictionary(i => i.GetProperty("code").GetString()!, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_overdue_below_is_drilled_down_to_the_court_that_owes_it_and_to_whom()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        var high = await matter.As("high-head");
        (await high.PostJson("/api/platform-items", new { items = new[] { new { external = "P-1", kind = "key-case", court = Supervised.Basic, content = "督促执行", due = "2026-03-10" } } })).Status.ShouldBe(HttpStatusCode.Created);
        await matter.Does("basic-handler", "acknowledgement", new { letter = "1" });
        (await Below("high-head", string.Empty)).Lines.Where(l => l.Kind == "supervision" && l.Due == "2026-03-20").ShouldBeEmpty();

        matter.On("2026-03-23");
        var (counts, lines) = await Below("high-head", string.Empty);
        counts.Sum(c => c.GetProperty("count").GetInt32()).ShouldBe(lines.Count);
        counts.ShouldAllBe(c => c.GetProperty("court").GetInt32() == app.Court(Supervised.Mid));
        lines.Select(l => l.Kind).Distinct().Order().ShouldBe(["platform-item", "supervision"]);
        lines.ShouldAllBe(l => l.Court == app.Court(Supervised.Basic) && l.To == app.Court(Supervised.High));
        (await Below("high-head", "?matter=platform-item")).Lines.Count.ShouldBe(lines.Count(l => l.Kind == "platform-item"));
        (await Below("high-head", $"?court={app.Court(Supervised.Mid)}")).Counts.ShouldAllBe(c => c.GetProperty("court").GetInt32() == app.Court(Supervised.Basic));
        (await Below("high-head", $"?court={app.Court(Supervised.Basic)}")).Lines.ShouldBe(lines);
        (await Below("mid-head", string.Empty)).Lines.ShouldBe(lines, "the court between sees it too");
        (await Below("basic-head", string.Empty)).Lines.ShouldBeEmpty("what a court owes itself is on its own workbench");
        (await (await matter.As("mid-head")).Client.GetAsync($"/overdue-below?court={app.Court(Supervised.High)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var page = await (await matter.As("high-head")).Open("/overdue-below");
        page.QuerySelectorAll($"a[href='{matter.Address}#h-acts']").Select(a => a.TextContent).ShouldAllBe(t => t.Contains("督促"));
        (page.Body!.TextContent.Contains("王安"), page.Body.TextContent.Contains("HNI-6")).ShouldBe((true, true));
        (await (await matter.As("mid-head")).Open("/overdue-below")).QuerySelectorAll($"a[href='{matter.Address}#h-acts']").Select(a => a.TextContent).ShouldAllBe(t => t.Contains("查看"));
        await matter.Does("basic-handler", "report", Supervised.Report);
        (await Below("high-head", "?matter=supervision")).Lines.ShouldNotContain(l => l.Due == "2026-03-20");

        async Task<(List<JsonElement> Counts, List<(string Kind, string Due, int Court, int To)> Lines)> Below(string user, string query)
        {
            var answer = await (await matter.As(user)).GetJson("/api/overdue-below" + query);
            return ([.. answer.GetProperty("counts").EnumerateArray()], [.. answer.GetProperty("overdue").EnumerateArray().Select(l => (
                l.GetProperty("matter").GetString()!, l.GetProperty("due").GetString() ?? string.Empty, l.GetProperty("court").GetInt32(), l.GetProperty("answersTo").GetInt32()))]);
        }
    }
}
