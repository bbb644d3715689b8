using System.Net;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>Rows of attachments are folds of their histories: verified, and made anew.</summary>
public sealed class HistoryTests(WebDatabase database)
{
    [Fact]
    public async Task Whatever_is_changed_behind_the_softwares_back_is_named_and_made_anew()
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        var clerk = await app.SignIn("clerk");
        var handler = await app.SignIn("handler");
        await Add(handler, address, "约谈笔录.pdf");
        var join = address["/petitions/".Length..].Replace('/', '_');
        var (status, body) = await clerk.PostJson("/api/contacts", new
        {
            form = new { petitioners = new[] { new { name = "佟桂兰" } }, summary = "补交材料" }, join, uploads = new[] { await Files.Upload(clerk, "欠条.jpg", Files.Picture()) },
        });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        var wrong = await Files.Upload(handler, "别人的.pdf", Files.Pdf());
        (await handler.PostJson($"/api{address}/attachments", new { uploads = new[] { wrong } })).Status.ShouldBe(HttpStatusCode.Created);
        (await handler.PostJson($"/api{address}/attachments/{wrong}/withdrawal", new { reason = "不是本案的" })).Status.ShouldBe(HttpStatusCode.OK);
        (await Matter.Verify(app)).First.ShouldBeNull();
        await Matter.Alter(app, "create schema kept; create table kept.attachment as table attachment; create table kept.attachment_key as table attachment_key");

        foreach (var (tampering, table, column) in new[]
        {
            ("update attachment set state = 'checked'", "attachment", "state"),
            ("update attachment set withdrawn_because = null", "attachment", "withdrawn_because"),
            ("update attachment set size = size + 1", "attachment", "size"),
            ("update attachment set seen_by = seen_by || 1", "attachment", "seen_by"),
            ("update attachment set matter_kind = 'contact' where matter_kind = 'petition'", "attachment", "matter_kind"),
            ("delete from attachment where matter_kind = 'contact'", "attachment", "row"),
            ("delete from attachment_key", "attachment_key", "row"),
            ("update attachment_key set key_id = 'other'", "attachment_key", "key_id"),
            ("update attachment_key a set key_wrapped = b.key_wrapped from attachment_key b where a.id <> b.id", "attachment_key", "key_wrapped"),
        })
        {
            await Matter.Tamper(app, tampering);
            var first = (await Matter.Verify(app)).First.ShouldNotBeNull(tampering);
            (first.Table, first.Column).ShouldBe((table, column), tampering);
            await Matter.Tamper(app, "truncate attachment, attachment_key; insert into attachment select * from kept.attachment; insert into attachment_key select * from kept.attachment_key");
        }

        await Matter.Tamper(app, "delete from attachment");
        await RebuildTests.Rebuild(app);
        (await Matter.Verify(app)).First.ShouldBeNull();
        (await handler.GetJson($"/api{address}/attachments")).EnumerateArray().Select(a => a.GetProperty("name").GetString()).ShouldBe(["约谈笔录.pdf", "欠条.jpg", "别人的.pdf"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_came_with_a_visit_goes_with_it_when_the_visit_leaves_the_petition()
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        var clerk = await app.SignIn("clerk");
        var (_, body) = await clerk.PostJson("/api/contacts", new
        {
            form = new { petitioners = new[] { new { name = "另一人" } }, summary = "并错了" }, join = address["/petitions/".Length..].Replace('/', '_'),
            uploads = new[] { await Files.Upload(clerk, "欠条.jpg", Files.Picture()) },
        });
        var head = await app.SignIn("head");
        using var left = await head.Submit($"{address}/act/separation", $"{address}/separation", ("contact", body.GetProperty("contact").GetGuid().ToString()), ("reason", "不是同一事项"));
        left.StatusCode.ShouldBe(HttpStatusCode.Redirect, await left.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        (await head.GetJson($"/api{address}/attachments")).GetArrayLength().ShouldBe(0);
        var now = await app.Office.Db.Maintenance<Guid>("select petition from contact where id = $1", [body.GetProperty("contact").GetGuid()], TestContext.Current.CancellationToken);
        (await head.GetJson($"/api/petitions/{address.Split('/')[2]}/{now.Single()}/attachments")).GetArrayLength().ShouldBe(1);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    private static async Task Add(Session session, string address, string name)
    {
        var (status, body) = await session.PostJson($"/api{address}/attachments", new { uploads = new[] { await Files.Upload(session, name, Files.Pdf()) } });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
    }
}
