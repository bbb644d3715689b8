using AngleSharp.Dom;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Tests.Shell;

public sealed class PageTests
{
    public static TheoryData<string> Names => Pages.Names;

    [Fact]
    public void Every_page_that_is_shown_to_somebody_stands_among_the_samples() => typeof(Zhixin.Web.Approvals.ApprovalsPage).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Microsoft.AspNetCore.Components.ComponentBase)) && t.GetProperty("Viewer") is not null && t.GetProperty("ChildContent") is null)
        .Except(Pages.All.Values.Select(p => p.Page)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_keeps_the_manners_of_every_page(string name) =>
        PageRules.Breaches(Rendering.Parse(await Pages.Html(name))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_of_a_demo_database_says_so(string name)
    {
        var page = Rendering.Parse(await Pages.Html(name, Samples.DemoViewer));
        page.Body!.ClassList.ShouldContain("demo");
        page.Body.TextContent.ShouldContain("演示库");
    }

    [Theory]
    [InlineData("<html lang=\"en\"><body><h1>a</h1></body></html>", "lang")]
    [InlineData("<html lang=\"zh-CN\"><body></body></html>", "h1")]
    [InlineData("<html lang=\"zh-CN\"><body><h1>a</h1><h1>b</h1></body></html>", "h1")]
    [InlineData("<html lang=\"zh-CN\"><body><h1>a</h1><p style=\"color:red\">b</p></body></html>", "style")]
    [InlineData("<html lang=\"zh-CN\"><body><h1>a</h1><script>1</script></body></html>", "script")]
    [InlineData("<html lang=\"zh-CN\"><body><h1>a</h1><p onclick=\"x()\">b</p></body></html>", "handler")]
    [InlineData("<html lang=\"zh-CN\"><body><h1>a</h1><input name=\"x\"></body></html>", "label")]
    [InlineData("<html lang=\"zh-CN\"><body><h1>a</h1><input id=\"x\" aria-label=\"x\" aria-describedby=\"no\"></body></html>", "reference")]
    [InlineData("<html lang=\"zh-CN\"><body><h1 id=\"x\">a</h1><p id=\"x\">b</p></body></html>", "id")]
    [InlineData("<html lang=\"zh-CN\"><body><h1>a</h1><form method=\"post\"></form></body></html>", "antiforgery")]
    [InlineData("<html lang=\"zh-CN\"><body><h1>a</h1><p>12<img src=\"https://example.org/a.png\"></p></body></html>", "outside")]
    [InlineData("<html lang=\"zh-CN\"><body><h1>31 人@if (x) {}</h1></body></html>", "source")]
    public void The_rules_see_a_planted_breach(string html, string breach) =>
        PageRules.Breaches(Rendering.Parse(html)).ShouldContain(b => b.StartsWith(breach, StringComparison.Ordinal));

    [Fact]
    public async Task A_form_that_fails_keeps_what_was_typed_but_never_a_password()
    {
        var form = Rendering.Parse(await Pages.Html("register"));
        form.QuerySelector("#f-account")!.TextContent.ShouldBe(Samples.RegisterForm["account"]);
        form.QuerySelector("#f-caseNumber")!.GetAttribute("value").ShouldBe("（2025）鲁0117执1234号");
        form.QuerySelector("#f-cause option[selected]")!.GetAttribute("value").ShouldBe("6(2)");
        form.QuerySelector("input[name=channel][checked]")!.GetAttribute("value").ShouldBe("visit");

        (await Pages.Html("password")).ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_wrong_field_is_named_in_the_summary_and_bound_to_its_message()
    {
        var page = Rendering.Parse(await Pages.Html("password"));
        page.QuerySelectorAll("[role=alert] li a").Select(a => a.GetAttribute("href")).ShouldBe(["#f-replacement", "#f-repeated"]);
        var field = page.QuerySelector("#f-replacement")!;
        field.GetAttribute("aria-invalid").ShouldBe("true");
        var described = field.GetAttribute("aria-describedby")!.Split(' ');
        page.GetElementById(described[0])!.TextContent.ShouldBe("新口令少于 12 位");
        page.GetElementById(described[1])!.ClassList.ShouldContain("hint");
    }

    [Fact]
    public async Task Registration_requires_no_field_at_all() =>
        Rendering.Parse(await Pages.Html("register-empty")).QuerySelectorAll("#register [required]").ShouldBeEmpty();

    [Fact]
    public async Task Enter_checks_and_does_not_register()
    {
        var page = Rendering.Parse(await Pages.Html("register"));
        var submit = page.QuerySelectorAll("button").First(b => b.Closest("#register") is not null || b.GetAttribute("form") == "register");
        submit.GetAttribute("value").ShouldBe("check");
    }

    [Fact]
    public async Task Every_form_that_registers_carries_its_idempotency_key()
    {
        foreach (var name in Pages.All.Keys)
        {
            var forms = Rendering.Parse(await Pages.Html(name)).QuerySelectorAll("form[method=post]");
            forms.Where(f => !Keyless.Contains(f.GetAttribute("action")!)).ShouldAllBe(f => f.QuerySelector("input[name=key]") != null, name);
        }
    }

    [Fact]
    public async Task An_act_that_posts_carries_the_expected_version()
    {
        var page = Rendering.Parse(await Pages.Html("petition"));
        page.QuerySelector("form[action='/petitions/p1/acknowledgement'] input[name=version]")!.GetAttribute("value").ShouldBe("11");
        page.QuerySelector("form[action='/petitions/p1/assignment'] input[name=version]")!.GetAttribute("value").ShouldBe("11");
    }

    [Theory]
    [InlineData(LightState.NotDue, "grey")]
    [InlineData(LightState.Soon, "amber")]
    [InlineData(LightState.Overdue, "red")]
    [InlineData(LightState.Untimed, "none")]
    [InlineData(LightState.Fulfilled, "done")]
    public async Task A_light_has_its_own_shape_and_says_its_words(LightState state, string css)
    {
        var light = (await Rendering.Document<Light>(("Value", new DueLight(state, "话")))).QuerySelector(".light")!;
        light.ClassName.ShouldBe("light " + css);
        light.TextContent.ShouldBe("话");
    }

    [Theory]
    [InlineData(2026, 2, 14, "调休上班", false, "2026-02-14（周六，调休上班）")]
    [InlineData(2026, 2, 13, null, false, "2026-02-13（周五）")]
    [InlineData(2027, 1, 4, null, true, "2027-01-04（周一，暂定）")]
    public void A_binding_date_says_its_weekday_and_what_is_unusual(int year, int month, int day, string? note, bool provisional, string text) =>
        DateText.Binding(new(new DateOnly(year, month, day), note, provisional)).ShouldBe(text);

    [Fact]
    public async Task A_clause_links_to_its_page_even_with_brackets_in_its_id() =>
        (await Rendering.Document<ClauseChip>(("Clause", new ClauseRef("SPC16", "SPC16-3(2)")))).QuerySelector("a")!
            .GetAttribute("href").ShouldBe("/regulations/SPC16/SPC16-3%282%29");

    [Fact]
    public async Task The_week_table_marks_the_make_up_day_today_and_the_last_day()
    {
        var page = Rendering.Parse(await Pages.Html("petition"));
        page.QuerySelector(".cal .end")!.TextContent.ShouldContain("班 40");
        page.QuerySelector(".cal .today")!.TextContent.ShouldContain("02-12");
        page.QuerySelectorAll(".cal .extra").Length.ShouldBe(2);
        page.QuerySelector(".cal tbody tr:last-child td:last-child")!.TextContent.ShouldBe("40");
    }

    [Fact]
    public async Task A_matter_out_of_sight_shows_four_facts_and_no_link()
    {
        var panel = await Rendering.Document<RepeatPanel>(("Model", Samples.Repeat with { Hits = [] }));
        panel.QuerySelectorAll(".kv dt").Select(d => d.TextContent).ShouldBe(["法院", "编号", "日期", "阶段"]);
        panel.QuerySelectorAll("a").ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_with_dates_and_links_gets_no_space_that_was_not_written() =>
        (await Rendering.Document<Rich>(("Text", RichText.Of("校验位正确。", new RichText.Link(new("显示", "/x")), "，", RichText.On(Samples.Feb14), "，", RichText.By(Samples.Reply), "，", new RichText.Lit(Samples.Soon), "，留记录")))).Body!
            .TextContent.ShouldBe("校验位正确。显示，2026-02-14（周六，调休上班），GC21-13，剩 2 个工作日，留记录");

    [Fact]
    public async Task A_list_on_one_page_shows_no_paging() =>
        (await Rendering.Html<Pager>(("Value", new PagerModel(null, null, 50)))).Trim().ShouldBeEmpty();

    [Fact]
    public async Task The_navigation_shows_only_what_the_viewer_may_open()
    {
        var viewer = Samples.Viewer with { Pages = new HashSet<string>(StringComparer.Ordinal) { "workbench", "calendar" } };
        var page = Rendering.Parse(await Pages.Html("workbench", viewer));
        page.QuerySelectorAll(".nav a").Select(a => a.GetAttribute("href")).ShouldBe(["/", "/calendar"]);
        page.QuerySelector(".nav a[aria-current]")!.GetAttribute("href").ShouldBe("/");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_error_says_what_to_do_and_its_reference_to_a_stranger_too(int status)
    {
        var page = await Rendering.Document<ErrorPage>(("Viewer", null), ("Model", ErrorModel.For(status, "0HN9-0003")));
        PageRules.Breaches(page).ShouldBeEmpty();
        page.QuerySelectorAll(".dots li").Length.ShouldBeGreaterThan(0);
        page.Body!.TextContent.ShouldContain("0HN9-0003");
        page.Body.TextContent.ShouldContain(status.ToString());
    }

    // A preview stores nothing; signing in and out, and the second step, are safe to repeat.
    private static readonly string[] Keyless = ["/p/papers/draft/remedy-notice", "/p/papers/1/print", "/me/theme", "/sign-in", "/sign-in/totp", "/sign-out"];
}
