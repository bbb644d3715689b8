using System.Net;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Papers go out with the acts that they are about: previewed, numbered without gap by the court that issues, sealed, read by whoever sees the matter.</summary>
public sealed class SupervisionPaperTests(WebDatabase database)
{
    [Fact]
    public async Task What_is_previewed_goes_out_under_the_next_number_of_the_court_that_issues_it()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        var head = await matter.As("high-head");
        var form = await head.Open(matter.Address + "/act/letter");
        form.QuerySelector($"button[formaction='{matter.Address}/act/letter/draft']")!.Closest("form")!.SetAttribute("action", matter.Address + "/act/letter/draft");
        (string, string)[] typed = [("court", Supervised.Basic), ("due", "2026-03-20"), ("demands", "依法执行并报告"), ("materials", "投诉材料")];
        using var drawn = await head.Submit(form, matter.Address + "/act/letter/draft", typed);
        var draft = await Session.Page(drawn);
        var text = draft.QuerySelector("article.paper")!.TextContent;
        text.ShouldContain("2026年3月20日前");
        text.ShouldNotContain("督函1号", Case.Sensitive, "a preview takes no number");
        (await matter.Now()).GetProperty("letters").GetArrayLength().ShouldBe(0, "and stores nothing");

        using var sent = await head.Submit(draft, matter.Address + "/letter");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await matter.Now()).GetProperty("letters")[0].GetProperty("number").GetString().ShouldBe("（2026）琼督函1号");
        var basic = await matter.As("basic-head");
        var paper = await basic.GetJson($"/api{matter.Address}/papers/1");
        var lines = paper.GetProperty("lines").EnumerateArray().Select(l => l.GetString()).ToList();
        lines.ShouldContain("督办函");
        string.Join('\n', lines).ShouldContain("依法执行并报告。");
        (await basic.Open(matter.Address + "/papers/1")).QuerySelector("p.paper-no")!.TextContent.ShouldBe("（2026）琼督函1号");
        (await basic.PostJson($"/api{matter.Address}/papers/1/print", new { })).Status.ShouldBe(HttpStatusCode.BadRequest, "printing names its purpose");
        var (status, _) = await basic.PostJson($"/api{matter.Address}/papers/1/print", new { purpose = "归档" });
        status.ShouldBe(HttpStatusCode.OK);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task The_report_is_a_paper_of_the_lower_court_in_its_own_series()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        var report = await matter.Does("basic-handler", "report", Supervised.Report);
        report.GetProperty("paperNumber").GetString().ShouldBe("（2026）琼0108督报〔琼〕1号");
        var paper = await (await matter.As("high-head")).GetJson($"/api{matter.Address}/papers/{report.GetProperty("paper").GetInt32()}");
        string.Join('\n', paper.GetProperty("lines").EnumerateArray().Select(l => l.GetString())).ShouldContain("（2026）琼督函1号");
        (await (await matter.As("high-head")).Open(matter.Address)).Body!.TextContent.ShouldContain("督办报告");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_letter_takes_no_number_a_resend_goes_out_once_and_no_letter_is_dated_before_today()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        matter.On("2026-03-03");
        await matter.Refuses("high-head", "letter", new { court = Supervised.Basic, demands = " ", materials = "材料", due = "2026-03-20" }, "HNI-4", "supervision-letter-needs-demands");
        var head = await matter.As("high-head");
        var version = (await matter.Now()).GetProperty("version").GetInt32();
        var (_, old) = await head.PostJson($"/api{matter.Address}/letter", new { fields = Supervised.LetterTo("2026-03-20"), version, on = "2026-03-02" });
        old.GetProperty("key").GetString().ShouldBe("paper-today");
        var body = new { fields = Supervised.LetterTo("2026-03-20"), version };
        var (_, first) = await head.PostJson($"/api{matter.Address}/letter", body, "same");
        var (status, again) = await head.PostJson($"/api{matter.Address}/letter", body, "same");
        (status, again.GetProperty("paperNumber").GetString()).ShouldBe((HttpStatusCode.OK, first.GetProperty("paperNumber").GetString()));
        first.GetProperty("paperNumber").GetString().ShouldBe("（2026）琼督函1号");
        (await head.GetJson($"/api{matter.Address}/papers")).GetProperty("issued").GetArrayLength().ShouldBe(1);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task Who_does_not_see_the_matter_finds_no_paper_of_it()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await app.Person("stranger", "外院人", TestApp.Jiefang, "petition-unit-head");
        var stranger = await matter.As("stranger");
        (await stranger.Client.GetAsync($"{matter.Address}/papers/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Client.GetAsync($"/api{matter.Address}/papers/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Client.GetAsync($"/api{matter.Address}/papers")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
