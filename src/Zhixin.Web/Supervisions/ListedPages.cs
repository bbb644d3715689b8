using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Database.Supervisions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Supervisions;

/// <summary>A listed matter as a line.</summary>
/// <param name="Href">Null on the public page.</param>
/// <param name="Case">The enforcement case; null on the public page.</param>
/// <param name="Due">Until when it is to be enforced; "未定" before the six elements.</param>
public sealed record ListedRowModel(string Number, string? Href, string Title, string? Case, string Courts, DateOnly ListedOn, string Due, string State, string Result);

/// <summary>Listed matters: the board for staff, or the page for everybody.</summary>
public sealed record ListedModel(string Court, IReadOnlyList<ViewTab> Views, IReadOnlyList<ListedRowModel> Rows, string? Next, bool IsDemo);

/// <summary>
/// Listed supervision (SPC09-1.3): the board of a court's area for its staff, and a page for everybody that says number, matter, courts, dates and result and
/// nothing else. The public page is small and read through an owner function: its beginning once for all visitors of some seconds, what follows so many times a
/// minute for one address.
/// </summary>
public static class ListedPages
{
    private const int PageSize = PublicListings.PageSize;

    /// <summary>Maps the board with its JSON, and the public page.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/listed", Show);
        app.MapGet("/api/listed", Json).WithSummary("挂牌督办：court、show、after");
        app.MapGet("/public/listed", Public);
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var member = http.Member();
        if (Under(http, office) is not { } court)
        {
            return Replies.Error(http, 404);
        }

        var all = http.Request.Query["show"] == "all";
        var lines = await office.Listed.Page(member.Scope, court, !all, Place(http.Request.Query["after"]), PageSize + 1, stop);
        var address = string.Create(CultureInfo.InvariantCulture, $"/listed?court={court.Number}");
        return Replies.Page<ListedPage>(http, new ListedModel(
            court.Name, [new ViewTab("正在挂牌", address, !all), new ViewTab("全部，含已销号", address + "&show=all", all)],
            [.. lines.Take(PageSize).Select(l => Row(office.Law.Now, l, $"/supervisions/{l.Home}/{l.Id}", l.CaseNumber, l.IsFixed ? "已定" : "待定"))],
            lines.Count > PageSize ? $"{address}{(all ? "&show=all" : string.Empty)}&after={Text(lines[PageSize - 1])}" : null, office.Facts.Demo));
    }

    private static async Task<IResult> Json(HttpContext http, Office office, CancellationToken stop)
    {
        if (Under(http, office) is not { } court)
        {
            return Replies.Problem(404, "http-404");
        }

        var lines = await office.Listed.Page(http.Member().Scope, court, http.Request.Query["show"] != "all", Place(http.Request.Query["after"]), PageSize, stop);
        return Results.Ok(new { listed = lines, after = lines.Count == PageSize ? Text(lines[^1]) : null });
    }

    private static async Task<IResult> Public(HttpContext http, Office office, ReadBrake brake, PublicListings first, [FromQuery] string? after, CancellationToken stop)
    {
        var place = Place(after);
        if (place is not null && !brake.Lets(http.Connection.RemoteIpAddress))
        {
            return Replies.Error(http, 429);
        }

        var lines = place is null ? await first.First() : await office.Listed.Public(place, PageSize + 1, stop);
        return Replies.Bare<PublicListedPage>(new ListedModel(
            string.Empty, [], [.. lines.Take(PageSize).Select(l => Row(office.Law.Now, l, null, null, string.Empty))], lines.Count > PageSize ? "/public/listed?after=" + Text(lines[PageSize - 1]) : null,
            office.Facts.Demo));
    }

    private static ListedRowModel Row(Law law, PublicListing line, string? href, string? number, string elements) => new(
        line.Number, href, line.Title, number, $"{SupervisionWords.Court(law, line.Court)}督办　{SupervisionWords.Court(law, line.Enforcing)}执行", line.ListedOn,
        line.Due is { } due ? DateText.Iso(due) : "未定",
        line.EndedOn is { } ended ? $"{DateText.Iso(ended)} 销号" : elements.Length > 0 ? $"{SupervisionWords.Stage(line.Stage)}　五定一包{elements}" : "正在督办",
        line.Condition is { } condition ? Class(law, condition) : line.ResultOn is { } on ? $"{DateText.Iso(on)} 已报结果" : "未报结果");

    /// <summary>By which class it was closed, in words that name nobody.</summary>
    private static string Class(Law law, string condition) => condition switch
    {
        "settled" => "经上级审查，事项解决",
        "unqualified" or "passed-on" => "不再督办",
        _ => Lists.Name(law, SupervisionWords.Closings, condition),
    };

    /// <summary>The court whose area is shown: the viewer's own, or one under it; null for any other.</summary>
    private static Court? Under(HttpContext http, Office office)
    {
        var (law, own) = (office.Law.Now, http.Member().Court);
        var court = int.TryParse(http.Request.Query["court"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? law.Courts.ByNumber(number) : law.Court(own);
        return court is not null && law.Chain(court.Number).Contains(own) ? court : null;
    }

    private static string Text(PublicListing line) => Uri.EscapeDataString(DateText.Iso(line.ListedOn) + "_" + line.Number);

    private static ListedPlace? Place(string? text) => text is { Length: > 11 and < 100 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", out var on) && text[10] == '_' ? new ListedPlace(on, text[11..]) : null;
}
