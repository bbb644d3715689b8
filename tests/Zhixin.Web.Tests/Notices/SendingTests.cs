using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Zhixin.Database.Notices;
using Zhixin.Web.Hosting;
using Zhixin.Web.Notices;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Notices;

/// <summary>By file and by webhook to this machine: once, in working hours, again after a failure, and in the end failed.</summary>
public sealed class SendingTests(WebDatabase database)
{
    [Fact]
    public async Task Without_a_channel_a_message_is_delivered_by_standing_in_the_inbox()
    {
        await using var app = await TestApp.Start(database);
        await Assigned(app);
        (await States(app)).ShouldBe(["delivered"]);
        (await app.Office.Sender.Run(default)).Sent.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_has_topic_and_number_and_the_staff_number_and_nothing_of_the_case()
    {
        using var folder = new Folder();
        await using var app = await TestApp.Start(database, options: o => o with { NoticeDrop = folder.Path });
        var thread = await Assigned(app);
        (await States(app)).ShouldBe(["queued"]);
        (await app.Office.Sender.Run(default)).Sent.ShouldBe(1);
        (await app.Office.Sender.Run(default)).Sent.ShouldBe(0, "once");
        (await States(app)).ShouldBe(["sent"]);

        var text = await File.ReadAllTextAsync(Directory.GetFiles(folder.Path).ShouldHaveSingleItem());
        var notice = JsonSerializer.Deserialize<JsonElement>(text);
        (notice.GetProperty("topic").GetString(), notice.GetProperty("title").GetString()).ShouldBe(("assigned", "案件交您办理，请签收"));
        notice.GetProperty("number").GetString().ShouldBe((await thread.Petition()).GetProperty("number").GetString());
        notice.GetProperty("recipients")[0].GetProperty("account").GetString().ShouldBe("handler");
        foreach (var content in new[] { "佟桂兰", "塔吊", "孟庆和", "执1234" })
        {
            text.ShouldNotContain(content);
        }
    }

    [Fact]
    public async Task Nothing_goes_out_at_night_and_two_nodes_send_it_once()
    {
        await using var hook = await Hook.Start();
        await using var app = await TestApp.Start(database, options: o => o with { NoticeWebhook = hook.Address });
        var thread = await Thread.Of(app);
        app.Clock.Now = new DateTimeOffset(2026, 2, 12, 21, 0, 0, TimeSpan.FromHours(8));
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId });
        (await app.Office.Sender.Run(default)).Sent.ShouldBe(0);
        app.Clock.Now = new DateTimeOffset(2026, 2, 13, 9, 0, 0, TimeSpan.FromHours(8));
        await using var other = await Office.Open(new OfficeOptions(app.Connection, app.DataDirectory) { NoticeWebhook = hook.Address }, app.Clock, default);
        await Task.WhenAll(app.Office.Sender.Run(default), other.Sender.Run(default), app.Office.Sender.Run(default));
        hook.Received.Count.ShouldBe(1);
        hook.Received[0].Key.ShouldBe(JsonSerializer.Deserialize<JsonElement>(hook.Received[0].Body).GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_one_channel_took_is_not_given_to_it_again_while_the_other_is_tried_with_growing_pauses()
    {
        using var folder = new Folder();
        await using var hook = await Hook.Start();
        await using var app = await TestApp.Start(database, options: o => o with { NoticeDrop = folder.Path, NoticeWebhook = hook.Address });
        await Assigned(app);
        hook.Answer = 503;
        (await app.Office.Sender.Run(default)).Faults.ShouldBe(["webhook: answered 503"]);
        (await States(app)).ShouldBe(["queued"]);
        File.Delete(Directory.GetFiles(folder.Path).ShouldHaveSingleItem());
        app.Clock.Now += OutgoingQueue.Pauses[0] - TimeSpan.FromSeconds(1);
        (await app.Office.Sender.Run(default)).Faults.ShouldBeEmpty("not before the pause is over");
        app.Clock.Now += TimeSpan.FromSeconds(1);
        (await app.Office.Sender.Run(default)).Faults.Count.ShouldBe(1);
        hook.Answer = 204;
        app.Clock.Now += OutgoingQueue.Pauses[1];
        (await app.Office.Sender.Run(default)).Sent.ShouldBe(1);
        Directory.GetFiles(folder.Path).ShouldBeEmpty("the file was written at the first try");
        (hook.Received.Count, hook.Received.Select(r => r.Key).Distinct().Count()).ShouldBe((3, 1));
    }

    [Fact]
    public async Task What_nobody_takes_has_failed_in_the_end_and_stands_on_the_health_page_and_in_the_inbox()
    {
        await using var hook = await Hook.Start();
        hook.Answer = 500;
        await using var app = await TestApp.Start(database, options: o => o with { NoticeWebhook = hook.Address });
        var thread = await Assigned(app);
        foreach (var pause in OutgoingQueue.Pauses)
        {
            (await app.Office.Sender.Run(default)).Faults.Count.ShouldBe(1);
            app.Clock.Now += pause;
        }

        (await States(app)).ShouldBe(["failed"]);
        (await app.Office.Sender.Run(default)).Faults.ShouldBeEmpty("it is not tried for ever");
        await app.Person("admin", "管理员", "", "system-administrator");
        (await (await app.SignIn("admin")).Open("/status")).Body!.TextContent.ShouldContain("1 条没有送出");
        var handler = await app.SignIn("handler");
        var message = (await handler.GetJson("/api/messages")).GetProperty("messages")[0];
        (await handler.PostJson($"/api/messages/{thread.Home}/{message.GetProperty("id").GetGuid()}/seen", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await States(app)).ShouldBe(["seen"]);
    }

    [Fact]
    public async Task Who_has_seen_it_is_sent_nothing_more()
    {
        await using var hook = await Hook.Start();
        await using var app = await TestApp.Start(database, options: o => o with { NoticeWebhook = hook.Address });
        var thread = await Assigned(app);
        (await thread.Handler.PostJson("/api/messages/seen", new { })).Body.GetProperty("marked").GetInt32().ShouldBe(1);
        (await app.Office.Sender.Run(default)).Sent.ShouldBe(0);
        hook.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_round_goes_on_until_nothing_is_due_and_a_slow_gateway_gives_no_other_node_the_same_message()
    {
        await using var hook = await Hook.Start();
        await using var app = await TestApp.Start(database, options: o => o with { NoticeWebhook = hook.Address });
        await Assigned(app);
        await Copies(app, 2 * OutgoingQueue.Most);
        await using var other = await Office.Open(new OfficeOptions(app.Connection, app.DataDirectory) { NoticeWebhook = hook.Address }, app.Clock, default);
        var others = 0;
        hook.Meanwhile = async n =>
        {
            if (Volatile.Read(ref others) == 0)
            {
                app.Clock.Now += TimeSpan.FromSeconds(2); // Each takes its time, far less than the first pause; all together take many times the pause.
            }

            if (n % 50 == 0)
            {
                Interlocked.Increment(ref others);
                await other.Sender.Run(default);
                Interlocked.Decrement(ref others);
            }
        };
        await app.Office.Sender.Run(default);
        (await States(app)).ShouldAllBe(state => state == "sent");
        hook.Received.GroupBy(r => r.Key).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("nobody gets it twice");
        hook.Received.Count.ShouldBe((2 * OutgoingQueue.Most) + 1);
    }

    [Fact]
    public async Task A_dead_gateway_is_left_alone_for_the_round_and_what_was_not_tried_loses_no_try()
    {
        using var folder = new Folder();
        await using var hook = await Hook.Start();
        await using var app = await TestApp.Start(database, options: o => o with { NoticeWebhook = hook.Address });
        await Assigned(app);
        await Copies(app, 40);
        hook.Answer = 503;
        var (_, faults) = await app.Office.Sender.Run(default);
        faults.Count.ShouldBeInRange(NoticeSender.FaultsInARow, NoticeSender.FaultsInARow + NoticeSender.AtOnce - 1);
        hook.Received.Count.ShouldBe(faults.Count);
        (await app.Office.Db.Maintenance<long>("select count(*) from outbox where tries > 0", [])).Single().ShouldBe(faults.Count);

        await using var both = await Office.Open(new OfficeOptions(app.Connection, app.DataDirectory) { NoticeWebhook = hook.Address, NoticeDrop = folder.Path }, app.Clock, default);
        await both.Sender.Run(default);
        Directory.GetFiles(folder.Path).Length.ShouldBe(41 - faults.Count, "the way that is open is used for all that is due");
        hook.Received.Count.ShouldBeLessThan(faults.Count + NoticeSender.FaultsInARow + NoticeSender.AtOnce);
    }

    [Fact]
    public async Task A_demo_sends_nothing()
    {
        await using var hook = await Hook.Start();
        await using var app = await TestApp.Start(database, options: o => o with { Demo = true, NoticeWebhook = hook.Address });
        await Assigned(app);
        (await States(app)).ShouldBe(["delivered"]);
    }

    private static async Task<Thread> Assigned(TestApp app)
    {
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId });
        return thread;
    }

    /// <summary>More messages like the one that is queued.</summary>
    private static Task Copies(TestApp app, int more) => History.Matter.Tamper(
        app,
        $"""
        insert into outbox (home, id, stream, topic, court, addressee, kind, number, body, barred, not_before, state, seen_by)
        select home, gen_random_uuid(), stream, topic, court, addressee, kind, number, body, barred, not_before, state, seen_by from outbox cross join generate_series(1, {more}) where state = 'queued'
        """);

    private static Task<List<string>> States(TestApp app) => app.Office.Db.Maintenance<string>("select state from outbox where addressee is not null order by id", []);

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("zx-notices");

        public string Path => _directory.FullName;

        public void Dispose() => _directory.Delete(recursive: true);
    }

    /// <summary>Another system on a loopback port that takes messages, or does not.</summary>
    private sealed class Hook : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly Lock _lock = new();

        private Hook(WebApplication app) => _app = app;

        public int Answer { get; set; } = 200;

        /// <summary>What happens while the n-th message is on its way.</summary>
        public Func<int, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

        public List<(string Key, string Body)> Received { get; } = [];

        public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/notices");

        public static async Task<Hook> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var hook = new Hook(builder.Build());
            hook._app.MapPost("/notices", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                var body = await reader.ReadToEndAsync();
                int count;
                lock (hook._lock)
                {
                    hook.Received.Add((request.Headers["Idempotency-Key"].ToString(), body));
                    count = hook.Received.Count;
                }

                await hook.Meanwhile(count);
                return Results.StatusCode(hook.Answer);
            });
            await hook._app.StartAsync();
            return hook;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
