using System.Net;
using Zhixin.Attachments;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>Files that are handed in with a registration, or later, at the pages and without scripts.</summary>
public sealed class HandInTests(WebDatabase database)
{
    [Fact]
    public async Task A_file_handed_in_with_a_visit_stands_on_the_receipt_in_the_timeline_and_opens()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");
        var picture = Files.Picture(70_000);

        using var answer = await Files.Submit(
            clerk, await clerk.Open("/register"), "/contacts", [("欠条.jpg", picture), ("判决书.pdf", Files.Pdf())],
            ("personName", "佟桂兰"), ("account", "账户冻结五个月未扣划"), ("intent", "register"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var receipt = await clerk.Open(answer.Headers.Location!.ToString());
        receipt.Body!.TextContent.ShouldContain("2 份：");
        receipt.Body.TextContent.ShouldContain("欠条.jpg（68.4 KB）");
        receipt.Body.TextContent.ShouldContain("判决书.pdf（");
        var petition = receipt.QuerySelector(".doc-tools a.btn")!.GetAttribute("href")!;
        var page = await clerk.Open(petition);
        page.QuerySelector(".line")!.TextContent.ShouldContain("随来访来信交来材料 2 份");
        page.QuerySelector("[aria-labelledby=h-attachments]")!.TextContent.ShouldContain("未查毒");
        var link = page.QuerySelectorAll("[aria-labelledby=h-attachments] a").Single(a => a.TextContent == "欠条.jpg").GetAttribute("href")!;
        (await clerk.Client.GetByteArrayAsync(link)).ShouldBe(picture);
        var logged = await app.Office.Db.Maintenance<string>("select detail from access_log where act = 'read-attachment'", [], TestContext.Current.CancellationToken);
        logged.ShouldBe([link.Split('/')[^1]]);
        Directory.GetFiles(app.Office.Contents.Incoming).ShouldBeEmpty();
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_bad_file_is_named_and_nothing_that_was_typed_or_sent_is_lost()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");

        using var refused = await Files.Submit(
            clerk, await clerk.Open("/register"), "/contacts", [("程序.jpg", [.. "MZ"u8, 0, 1, 2, 3]), ("欠条.jpg", Files.Picture())],
            ("personName", "佟桂兰"), ("account", "账户冻结五个月未扣划"), ("intent", "register"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        var page = await Session.Page(refused);
        page.QuerySelector(".files .error")!.TextContent.ShouldContain("“程序.jpg”的内容是Windows 程序");
        page.QuerySelector("#f-account")!.TextContent.ShouldContain("账户冻结五个月未扣划");
        page.QuerySelectorAll(".held li").Length.ShouldBe(1);
        (await Registered(app)).ShouldBe(0);

        using var answer = await Files.Submit(clerk, page, "/contacts", [], ("intent", "register"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        (await clerk.Open(answer.Headers.Location!.ToString())).Body!.TextContent.ShouldContain("1 份：欠条.jpg");
    }

    [Fact]
    public async Task A_held_file_stays_with_the_draft_and_goes_when_it_is_not_wanted()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");
        using var kept = await Files.Submit(
            clerk, await clerk.Open("/register"), "/contacts", [("欠条.jpg", Files.Picture())], ("account", "账户冻结"), ("intent", "draft"));
        var draft = await clerk.Open("/register");
        draft.QuerySelector(".held li")!.TextContent.ShouldContain("欠条.jpg");

        using var answer = await Files.Submit(
            clerk, draft, "/contacts", [], ("intent", "register"), ("dropUpload", draft.QuerySelector("input[name=dropUpload]")!.GetAttribute("value")!));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        (await clerk.Open(answer.Headers.Location!.ToString())).Body!.TextContent.ShouldNotContain("收到材料");
        Directory.GetFiles(app.Office.Contents.Directory, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_registration_with_its_files()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");
        var page = await clerk.Open("/register");

        using var first = await Files.Submit(clerk, page, "/contacts", [("欠条.jpg", Files.Picture())], ("account", "账户冻结"), ("intent", "register"));
        using var second = await Files.Submit(clerk, page, "/contacts", [("欠条.jpg", Files.Picture())], ("account", "账户冻结"), ("intent", "register"));

        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await Registered(app)).ShouldBe(1);
        (await app.Office.Db.Maintenance<long>("select count(*) from attachment", [], default)).Single().ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_413_by_its_limit()
    {
        await using var app = await TestApp.Start(database, options: o => o with { Limits = AttachmentLimits.Usual with { Papers = 10_000 } });
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");

        using var refused = await Files.Submit(
            clerk, await clerk.Open("/register"), "/contacts", [("扫描.pdf", [.. Files.Pdf(), .. new byte[10_000]]), ("图.jpg", Files.Picture(10_000))],
            ("account", "账户冻结"), ("intent", "register"));

        ((int)refused.StatusCode).ShouldBe(413);
        var page = await Session.Page(refused);
        page.QuerySelectorAll(".files .error").Length.ShouldBe(1);
        page.QuerySelector(".held li")!.TextContent.ShouldContain("图.jpg");
    }

    [Theory]
    [InlineData("空.jpg", new byte[0], 400, "没有内容")]
    [InlineData("图.svg", new byte[] { (byte)'<', (byte)'s', (byte)'v', (byte)'g', (byte)'>' }, 415, "网页或脚本")]
    [InlineData("图.html", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, 415, "两者不符")]
    public async Task An_empty_or_disguised_file_is_refused_on_the_petition_page(string name, byte[] content, int status, string why)
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        var handler = await app.SignIn("handler");

        using var refused = await Files.Submit(handler, await handler.Open(address), address + "/attachments", [(name, content)]);

        ((int)refused.StatusCode).ShouldBe(status);
        (await Session.Page(refused)).QuerySelector(".files .error")!.TextContent.ShouldContain(why);
        Directory.GetFiles(app.Office.Contents.Directory, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_handler_adds_a_file_to_the_petition_and_its_version_stays()
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        var handler = await app.SignIn("handler");
        var before = (await handler.GetJson("/api" + address)).GetProperty("version").GetInt32();

        using var added = await Files.Submit(handler, await handler.Open(address), address + "/attachments", [("约谈录音.mp3", [.. "ID3"u8, 4, 0, 0, 1, 2, 3])]);

        added.StatusCode.ShouldBe(HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync());
        var page = await handler.Open(address);
        page.QuerySelector(".line")!.TextContent.ShouldContain("添加材料 1 份");
        page.QuerySelector(".line")!.TextContent.ShouldContain("孟庆和");
        (await handler.GetJson("/api" + address)).GetProperty("version").GetInt32().ShouldBe(before);
        using var none = await Files.Submit(handler, page, address + "/attachments", []);
        ((int)none.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task A_form_without_its_token_stores_nothing()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");
        using var content = new MultipartFormDataContent { { new StringContent("账户冻结"), "account" }, { new StringContent("register"), "intent" }, { new ByteArrayContent(Files.Picture()), "files", "a.jpg" } };

        using var answer = await clerk.Client.PostAsync("/contacts", content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Directory.GetFiles(app.Office.Contents.Directory, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await Registered(app)).ShouldBe(0);
    }

    private static async Task<long> Registered(TestApp app) =>
        (await app.Office.Db.Maintenance<long>("select count(*) from contact", [], TestContext.Current.CancellationToken)).Single();
}
