using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zhixin.Calendar;
using Zhixin.Database;
using Zhixin.Database.Petitions;
using Zhixin.Database.Supervisions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Supervisions;

/// <summary>The supervision board: by court and by state, drilled down along the tree. Query: court (its number), stage, show (all | overdue | ours), after.</summary>
public static class BoardPages
{
    private const int PageSize = 50;

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/supervisions", Show);
        app.MapGet("/api/supervisions/day", async (HttpContext http, Office office, CancellationToken stop) =>
            Results.Ok(new { items = await SupervisorDay.Of(http, office, stop) ?? [] })).WithSummary("督办日程：今天等本院和本人办理的，各有名单的地址");
        app.MapGet("/api/supervisions", Json).WithSummary("督办台：court、stage、show、after、size");
    }

    private static async Task<IResult> Json(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var (member, most) = (http.Member(), Math.Clamp(size ?? PageSize, 1, 200));
        if (Filter(http, office) is not { } filter)
        {
            return Replies.Problem(404, "http-404");
        }

        var lines = await office.SupervisionLists.Page(member.Scope, filter, office.Today, most, stop);
        return Results.Ok(new
        {
            counts = (await Counts(office, member.Scope, filter, stop))?.Counts, supervisions = lines, after = lines.Count == most ? Text(lines[^1].Place()) : null,
        });
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var member = http.Member();
        if (Filter(http, office) is not { } filter)
        {
            return Replies.Error(http, 404);
        }

        var counts = await Counts(office, member.Scope, filter, stop);
        var lines = await office.SupervisionLists.Page(member.Scope, filter, office.Today, PageSize + 1, stop);
        return Replies.Page<BoardPage>(http, new BoardView(office, member.Court, filter, counts, lines, PageSize).Model(
            office.Law.Now.Posts("open-supervision").Any(member.Posts.Contains) && office.Law.Now.Courts.Children(office.Law.Now.Court(member.Court)).Count > 0) with
        {
            Day = filter.Under.Number == member.Court ? await SupervisorDay.Of(http, office, stop) : null,
        });
    }

    /// <summary>The counts of the area, which read all that is open in it: on the first page alone; null on those behind it.</summary>
    private static async Task<AreaCount?> Counts(Office office, Scope scope, SupervisionFilter filter, CancellationToken stop) =>
        filter.After is null ? await office.AreaCounts.Of(scope, filter.Under, office.Today, stop) : null;

    /// <summary>What is asked for; null where the court is not the viewer's own or below it.</summary>
    private static SupervisionFilter? Filter(HttpContext http, Office office)
    {
        var (query, law, own) = (http.Request.Query, office.Law.Now, http.Member().Court);
        var court = int.TryParse(query["court"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? law.Courts.ByNumber(number) : law.Court(own);
        if (court is null || !law.Chain(court.Number).Contains(own))
        {
            return null;
        }

        var stage = SupervisionWords.Stages.FirstOrDefault(s => s == query["stage"].ToString());
        var pressing = query["show"].ToString() is var show && show is "urge" or "consequence" ? show : null;
        return new SupervisionFilter(court, stage, show == "overdue", show == "ours" || pressing is not null ? own : null) { Pressing = pressing, After = Place(query["after"].ToString()) };
    }

    internal static string Text(SupervisionPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"{(place.On == ReadRows.Untimed ? "none" : place.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}_{place.Home}_{place.Id:N}");

    private static SupervisionPlace? Place(string text) => text.Split('_') is [var on, var home, var id] && On(on) is { } day
        && int.TryParse(home, NumberStyles.None, CultureInfo.InvariantCulture, out var court) && Guid.TryParse(id, out var stream) ? new SupervisionPlace(day, court, stream) : null;

    private static DateOnly? On(string text) => text == "none" ? ReadRows.Untimed
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Shows a page of the board.</summary>
/// <param name="own">The viewer's court.</param>
/// <param name="counted">Null behind the first page.</param>
/// <param name="lines">One more than the page where there is more.</param>
internal sealed class BoardView(Office office, int own, SupervisionFilter filter, AreaCount? counted, IReadOnlyList<SupervisionLine> lines, int size)
{
    private readonly Law _law = office.Law.Now;
    private readonly IReadOnlyList<SupervisionCount>? _counts = counted?.Counts;

    /// <summary>The page.</summary>
    /// <param name="mayOpen">Whether the viewer may begin a supervision.</param>
    public BoardModel Model(bool mayOpen)
    {
        var shown = lines.Take(size).ToList();
        var next = lines.Count > size ? BoardPages.Text(shown[^1].Place()) : null;
        return new BoardModel(
            filter.Under.Name, Crumbs(), _counts is null ? RichText.Of($"{filter.Under.Name}辖区在办督办件。")
                : RichText.Of($"{filter.Under.Name}辖区在办督办件 ", new RichText.Strong($"{Count()} 件"), "，其中 ", new RichText.Strong($"{_counts.Sum(c => c.Overdue)} 件逾期"), counted!.TakenAt is { } at ? $"，截至 {at.ToOffset(ChinaDate.Offset):HH:mm}。" : "。"), Views(),
            [.. SupervisionWords.Stages.Select(SupervisionWords.Stage)], Courts(), [.. shown.Select(Row)],
            new EmptyModel("没有督办件", "上级法院启动督办、下级收到督办函以后，列在这里。"),
            next is null && filter.After is null ? null : new PagerModel(
                filter.After is null ? null : Address(filter with { After = null }), next is null ? null : Address(filter) + "&after=" + next, size, null, "件", "最前", "往后"),
            mayOpen ? new Anchor("启动督办", "/supervisions/new") : null);
    }

    private List<Anchor> Crumbs() =>
        [.. _law.Chain(filter.Under.Number).Reverse().SkipWhile(c => c != own).Select(_law.Court).Select(c => new Anchor(c.Name, Address(filter with { Under = c, After = null })))];

    /// <summary>How many run, at one stage or at all; null behind the first page.</summary>
    private int? Count(string? stage = null) => _counts?.Where(c => stage is null || c.Stage == stage).Sum(c => c.Count);

    private List<ViewTab> Views() =>
    [
        new("全部在办", Address(filter with { Overdue = false, LedBy = null, After = null, Stage = null, Pressing = null }), filter is { Overdue: false, LedBy: null, Stage: null, Pressing: null }, Count()),
        new("逾期", Address(filter with { Overdue = true, LedBy = null, After = null, Stage = null, Pressing = null }), filter.Overdue, _counts?.Sum(c => c.Overdue)),
        new("本院督办", Address(filter with { Overdue = false, LedBy = own, After = null, Stage = null, Pressing = null }), filter is { LedBy: not null, Stage: null, Pressing: null }),
        .. filter switch
        {
            { Pressing: "urge" } => [new ViewTab("应发催办函或者督促执行令", Address(filter with { After = null }), true)],
            { Pressing: not null } => [new ViewTab("应通报、应追责", Address(filter with { After = null }), true)],
            { LedBy: not null, Stage: { } ours } => [new ViewTab("本院督办：" + SupervisionWords.Stage(ours), Address(filter with { After = null }), true)],
            _ => Array.Empty<ViewTab>(),
        },
        .. SupervisionWords.Stages.Select(stage => new ViewTab(
            SupervisionWords.Stage(stage), Address(filter with { Overdue = false, LedBy = null, Stage = stage, After = null, Pressing = null }), filter.Stage == stage && filter.LedBy is null, Count(stage))),
    ];

    private List<BoardCourt> Courts() =>
    [
        .. (_counts ?? []).GroupBy(c => c.Court).OrderByDescending(g => g.Sum(c => c.Overdue)).ThenByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key).Select(g =>
        {
            var court = _law.Court(g.Key);
            return new BoardCourt(
                court.Name, Address(new SupervisionFilter(court, null, false, null)), g.Key == filter.Under.Number,
                [.. SupervisionWords.Stages.Select(stage => g.Where(c => c.Stage == stage).Sum(c => c.Count))], g.Sum(c => c.Count), g.Sum(c => c.Overdue),
                Address(new SupervisionFilter(court, null, true, null)));
        }),
    ];

    private SupervisionRowModel Row(SupervisionLine line)
    {
        var rule = _law.Packs.SelectMany(p => p.Rules).FirstOrDefault(r => r.Kind == line.NextKind);
        List<TagModel> tags = [.. line.ListedOn is null ? [] : new[] { new TagModel("挂牌", true) }, .. line.Rounds > 1 ? [new TagModel($"第 {line.Rounds} 轮", true)] : Array.Empty<TagModel>()];
        return new SupervisionRowModel(
            Days.Owed(_law, line.NextDue, null, office.Today), line.NextDue is { } due ? Days.Binding(_law, due) : null, rule?.Name ?? "没有未办的时限", line.Number,
            $"/supervisions/{line.Home}/{line.Id}", line.CaseNumber, line.Complaint, $"{_law.Court(line.Court).Name} → {_law.Court(line.Enforcing).Name}",
            SupervisionWords.Stage(line.Stage), tags);
    }

    private static string Address(SupervisionFilter f) => string.Create(
        CultureInfo.InvariantCulture, $"/supervisions?court={f.Under.Number}{(f.Stage is null ? string.Empty : "&stage=" + f.Stage)}{(f.Overdue ? "&show=overdue" : f.Pressing is { } pressing ? "&show=" + pressing : f.LedBy is null ? string.Empty : "&show=ours")}");
}
