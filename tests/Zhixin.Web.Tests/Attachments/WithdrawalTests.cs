using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>A file that should not have been added is withdrawn: marked with its reason, no longer opened, and never gone (GC21-16).</summary>
public sealed class WithdrawalTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_added_a_file_withdraws_it_and_the_page_says_who_when_and_why()
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        var handler = await app.SignIn("handler");
        var file = await Add(handler, address, "别人的病历.pdf");
        var page = await handler.Open(address);
        var ask = page.QuerySelectorAll("[aria-labelledby=h-attachments] a").Single(a => a.TextContent == "撤回").GetAttribute("href")!;

        using var done = await handler.Submit(ask, $"{address}/attachments/{file}/withdrawal", ("reason", "属于另一案"));

        done.StatusCode.ShouldBe(HttpStatusCode.Redirect, await done.Content.ReadAsStringAsync(Stop));
        page = await handler.Open(address);
        var panel = page.QuerySelector("[aria-labelledby=h-attachments]")!;
        panel.TextContent.ShouldContain("已撤回：属于另一案（孟庆和，");
        panel.QuerySelectorAll("a").ShouldBeEmpty("nothing of it is opened or withdrawn again by whoever added it");
        page.QuerySelector(".line")!.TextContent.ShouldContain("撤回材料");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_but_whoever_added_it_and_the_head_of_the_petition_unit_withdraws_a_file()
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        await app.Person("other", "郭安", TestApp.Jiefang, "petition-officer");
        await app.Person("far", "段青", TestApp.Gangcheng, "petition-unit-head");
        await app.Person("above", "路明", TestApp.Jiaozuo, "petition-unit-head");
        var file = await Add(await app.SignIn("handler"), address, "笔录.pdf");

        foreach (var (user, status) in new[] { ("other", HttpStatusCode.Forbidden), ("above", HttpStatusCode.Forbidden), ("far", HttpStatusCode.NotFound) })
        {
            var session = await app.SignIn(user);
            (await Withdraw(session, address, file, "不是我的")).Status.ShouldBe(status, user);
            using var asked = await session.Client.GetAsync(new Uri($"{address}/attachments/{file}/withdrawal", UriKind.Relative), Stop);
            asked.StatusCode.ShouldBe(status, user);
        }

        var head = await app.SignIn("head");
        (await Withdraw(head, address, file, " ")).Key.ShouldBe("reason-required");
        (await Withdraw(head, address, Guid.CreateVersion7(app.Clock.Now), "没有这个")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Withdraw(head, address, file, "传错了")).Status.ShouldBe(HttpStatusCode.OK);
        (await Withdraw(head, address, file, "再来一次")).Key.ShouldBe("attachment-withdrawn-before");
        (await Withdraw(head, address, file, "传错了", "same-key-0001")).Key.ShouldBe("attachment-withdrawn-before");
    }

    [Fact]
    public async Task A_withdrawn_file_is_opened_by_the_head_alone_and_that_is_logged_as_such()
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        var (handler, head) = (await app.SignIn("handler"), await app.SignIn("head"));
        var file = await Add(handler, address, "笔录.pdf");
        (await Withdraw(handler, address, file, "传错了")).Status.ShouldBe(HttpStatusCode.OK);

        foreach (var path in new[] { $"{address}/attachments/{file}", $"/api{address}/attachments/{file}" })
        {
            using var closed = await handler.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            closed.StatusCode.ShouldBe(HttpStatusCode.Conflict, path);
            (await head.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), Stop)).ShouldBe(Files.Pdf(), path);
        }

        var listed = (await handler.GetJson($"/api{address}/attachments")).EnumerateArray().Single();
        (listed.GetProperty("href").ValueKind, listed.GetProperty("withdrawn").GetProperty("reason").GetString()).ShouldBe((JsonValueKind.Null, "传错了"));
        (await head.GetJson($"/api{address}/attachments")).EnumerateArray().Single().GetProperty("href").ValueKind.ShouldBe(JsonValueKind.String);
        (await app.Office.Db.Maintenance<string>("select act from access_log where detail = $1 order by at", [file.ToString()], Stop)).ShouldBe(["read-withdrawn-attachment", "read-withdrawn-attachment"]);
    }

    [Fact]
    public async Task The_same_request_sent_again_gives_the_same_answer_and_one_withdrawal()
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        var handler = await app.SignIn("handler");
        var file = await Add(handler, address, "笔录.pdf");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Withdraw(handler, address, file, "传错了", "one-and-the-same")));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await app.Office.Db.Maintenance<int>("select version from attachment where id = $1", [file], Stop)).ShouldBe([2]);
    }

    [Fact]
    public async Task A_receipt_that_is_printed_again_does_not_name_what_was_withdrawn()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");
        var (_, body) = await clerk.PostJson("/api/contacts", new
        {
            form = new { petitioners = new[] { new { name = "佟桂兰" } }, summary = "案款没有发还" }, uploads = new[] { await Files.Upload(clerk, "别人的欠条.jpg", Files.Picture()) },
        });
        var (home, contact) = (body.GetProperty("home").GetInt32(), body.GetProperty("contact").GetGuid());
        var address = $"/petitions/{home}/{body.GetProperty("petition").GetGuid()}";
        var file = (await clerk.GetJson($"/api{address}/attachments")).EnumerateArray().Single().GetProperty("id").GetGuid();
        (await clerk.Open($"/contacts/{home}/{contact}/receipt")).Body!.TextContent.ShouldContain("别人的欠条.jpg");
        (await Withdraw(clerk, address, file, "交错了")).Status.ShouldBe(HttpStatusCode.OK);
        (await clerk.Open($"/contacts/{home}/{contact}/receipt")).Body!.TextContent.ShouldNotContain("别人的欠条.jpg");
    }

    private static async Task<(HttpStatusCode Status, string? Key)> Withdraw(Session session, string address, Guid file, string reason, string? key = null)
    {
        var (status, body) = await session.PostJson($"/api{address}/attachments/{file}/withdrawal", new { reason }, key);
        return (status, body.ValueKind == JsonValueKind.Object && body.TryGetProperty("key", out var said) ? said.GetString() : null);
    }

    private static async Task<Guid> Add(Session session, string address, string name)
    {
        var file = await Files.Upload(session, name, Files.Pdf());
        var (status, body) = await session.PostJson($"/api{address}/attachments", new { uploads = new[] { file } });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return file;
    }
}
