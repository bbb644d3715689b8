using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zhixin.Database.Access;
using Zhixin.Database.Notices;
using Zhixin.Notices;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Notices;

/// <summary>The messages of the software to the viewer: what was handed over, what waits, what was decided, and the dates.</summary>
public static class InboxPages
{
    /// <summary>Messages of a page.</summary>
    internal const int PageSize = 50;

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/messages", Show);
        app.MapPost("/messages/{home:int}/{id:guid}/seen", Mark).Posted();
        app.MapPost("/messages/seen", MarkAll).Posted();
        app.MapGet("/api/messages", Json).WithSummary("消息：family、after、size");
        app.MapPost("/api/messages/{home:int}/{id:guid}/seen", async (HttpContext http, Office office, int home, Guid id, CancellationToken stop) =>
            await office.Inbox.Mark(await Reader(office, http.Member(), stop), home, id, stop) ? Results.NoContent() : Replies.Problem(404, "http-404")).WithSummary("消息标为已读");
        app.MapPost("/api/messages/seen", async (HttpContext http, Office office, CancellationToken stop) =>
            Results.Ok(new { marked = await office.Inbox.MarkAll(await Reader(office, http.Member(), stop), Topics(Family(http)), stop) })).WithSummary("消息全部标为已读：family");
    }

    /// <summary>How many wait for a person, at most one more than <see cref="Inbox.CountCap"/>.</summary>
    public static async Task<int> Unseen(Office office, Member member, CancellationToken stop) => await office.Inbox.Unseen(await Reader(office, member, stop), stop);

    /// <summary>A place in the list as addresses have it.</summary>
    internal static string Place(InboxPlace place) => string.Create(CultureInfo.InvariantCulture, $"{(place.Seen ? 1 : 0)}.{place.At.Ticks}.{place.Home}.{place.Id:N}");

    private static Task<InboxReader> Reader(Office office, Member member, CancellationToken stop) => office.Inbox.Reader(member.Scope, member.Posts, member.Represented, stop);

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var (family, after) = (Family(http), Place(http.Request.Query["after"].ToString()));
        var reader = await Reader(office, http.Member(), stop);
        var (lines, next) = await office.Inbox.Page(reader, Topics(family), after, PageSize, stop);
        var unseen = await office.Inbox.Unseen(reader, stop);
        Viewers.Count(http, "messages", unseen);
        return Replies.Page<InboxPage>(http, InboxView.Of(office.Law.Now, office.Today, lines, next, unseen, family, after is null));
    }

    private static async Task<IResult> Json(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var reader = await Reader(office, http.Member(), stop);
        var (lines, next) = await office.Inbox.Page(reader, Topics(Family(http)), Place(http.Request.Query["after"].ToString()), Math.Clamp(size ?? PageSize, 1, 200), stop);
        return Results.Ok(new
        {
            messages = lines.Select(line => new
            {
                line.Home, line.Id, topic = line.Topic.Code, family = NoticeWords.Code(line.Topic.Family), title = line.Topic.Title, text = NoticeWords.Of(office.Law.Now, line.Topic.Code, line.Detail),
                line.Number, href = InboxView.Href(line), line.At, line.State, line.For, line.SeenBy, line.SeenAt, line.Detail.Overdue, line.Detail.Soon, line.Detail.Below, line.Detail.BelowNew,
                clocks = line.Detail.Clocks?.Select(c => new { c.Number, c.Name, c.Clause, c.Due, c.Broke, c.Propose, href = InboxView.Href(c) }),
            }),
            unseen = await office.Inbox.Unseen(reader, stop),
            after = next is null ? null : Place(next),
        });
    }

    private static async Task<IResult> Mark(HttpContext http, Office office, int home, Guid id, CancellationToken stop) =>
        await office.Inbox.Mark(await Reader(office, http.Member(), stop), home, id, stop) ? Results.Redirect("/messages") : Replies.Error(http, 404);

    private static async Task<IResult> MarkAll(HttpContext http, Office office, CancellationToken stop)
    {
        await office.Inbox.MarkAll(await Reader(office, http.Member(), stop), Topics(Family(http)), stop);
        return Results.Redirect("/messages");
    }

    private static NoticeFamily? Family(HttpContext http) =>
        Enum.GetValues<NoticeFamily>().Where(f => NoticeWords.Code(f) == http.Request.Query["family"].ToString()).Select(f => (NoticeFamily?)f).FirstOrDefault();

    private static string[]? Topics(NoticeFamily? family) => family is null ? null : [.. NoticeTopics.All.Where(t => t.Family == family).Select(t => t.Code)];

    /// <summary>The place; null, and so the first page, for anything that is none.</summary>
    private static InboxPlace? Place(string text) => text.Split('.') is [var seen, var ticks, var home, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
        && int.TryParse(home, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Guid.TryParseExact(id, "N", out var guid)
        ? new InboxPlace(seen == "1", new DateTime(at, DateTimeKind.Utc), number, guid)
        : null;
}
