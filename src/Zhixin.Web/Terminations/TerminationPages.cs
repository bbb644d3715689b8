using Microsoft.AspNetCore.Mvc;
using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;
using Zhixin.Web.Workbench;
using Zhixin.Web.WriteOffs;

namespace Zhixin.Web.Terminations;

/// <summary>A line of the docket.</summary>
/// <param name="Stands">The station at which it waits, or what became of it.</param>
/// <param name="Due">Until when a filing is to be corrected; null where nothing is asked.</param>
public sealed record TerminationRow(Anchor Petition, string Summary, string Ground, string Reporting, BindingDay ReportedOn, string Stands, string Court, BindingDay Since, BindingDay? Due);

/// <summary>The docket of terminations, or the Supreme Court's filing desk.</summary>
/// <param name="Pager">Null where everything stands on one page.</param>
public sealed record TerminationsModel(string Title, string Lead, string Active, IReadOnlyList<ViewTab> Views, IReadOnlyList<TerminationRow> Rows, EmptyModel Nothing, PagerModel? Pager);

/// <summary>Terminations 终结: what waits for the viewer's court, and what it decides; filings 备案 at the Supreme Court.</summary>
public static class TerminationPages
{
    private const int PageSize = 50;

    /// <summary>Maps the pages and their JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/terminations", Show);
        app.MapGet("/api/terminations", Json).WithSummary("等待本院办理的终结：after、size");
        app.MapGet("/api/terminations/courts/{court:int}", OfCourt).WithSummary("一个法院决定的终结：after、size");
        app.MapGet("/filings", Filings);
        app.MapGet("/api/filings", FilingsJson).WithSummary("报最高法院备案的终结：show=correct 是补正中的，after、size");
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var (law, member, place) = (office.Law.Now, http.Member(), WorkbenchQuery.Place(http.Request.Query["after"].ToString()));
        var isWaiting = http.Request.Query["view"] != "own";
        var lines = isWaiting
            ? await office.Terminations.Waiting(member.Scope, place, PageSize + 1, stop)
            : await office.Terminations.Of(member.Scope, member.Court, place, PageSize + 1, stop);
        return Replies.Page<TerminationsPage>(http, new TerminationsModel(
            "终结", "有权的法院逐级报请，报最高法院备案以后由高级法院决定；等候最久的在前。", "terminations",
            [new("等待本院办理", "/terminations", isWaiting), new("由本院决定的", "/terminations?view=own", !isWaiting)], Rows(law, lines),
            isWaiting ? new EmptyModel("没有等待本院办理的终结", "报请、上报到本院的终结列在这里。") : new EmptyModel("没有由本院决定的终结", "只有高级法院和最高法院决定终结。"),
            Pager(isWaiting ? "/terminations" : "/terminations?view=own", place, lines, isWaiting)));
    }

    private static async Task<IResult> Filings(HttpContext http, Office office, CancellationToken stop)
    {
        var (law, member, place) = (office.Law.Now, http.Member(), WorkbenchQuery.Place(http.Request.Query["after"].ToString()));
        if (!IsSupreme(law, member.Court))
        {
            return Replies.Error(http, 404);
        }

        var isOpen = http.Request.Query["show"] != "correct";
        var lines = await office.Terminations.Filed(member.Scope, isOpen ? "answer-filing" : "correct", place, PageSize + 1, stop);
        return Replies.Page<TerminationsPage>(http, new TerminationsModel(
            "终结备案", "高级法院决定终结以前报最高法院备案：予以备案、要求补正或者退回。", "filings",
            [new("待答复", "/filings", isOpen), new("补正中", "/filings?show=correct", !isOpen)], Rows(law, lines),
            new EmptyModel(isOpen ? "没有等待答复的备案" : "没有补正中的备案", "高级法院报请的备案列在这里。"), Pager(isOpen ? "/filings" : "/filings?show=correct", place, lines, true)));
    }

    private static async Task<IResult> Json(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var most = Math.Clamp(size ?? PageSize, 1, 200);
        return Told(await office.Terminations.Waiting(http.Member().Scope, After(http), most, stop), most, isWaiting: true);
    }

    private static async Task<IResult> OfCourt(HttpContext http, Office office, int court, [FromQuery] int? size, CancellationToken stop)
    {
        var most = Math.Clamp(size ?? PageSize, 1, 200);
        return Told(await office.Terminations.Of(http.Member().Scope, court, After(http), most, stop), most, isWaiting: false);
    }

    private static async Task<IResult> FilingsJson(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var most = Math.Clamp(size ?? PageSize, 1, 200);
        return IsSupreme(office.Law.Now, http.Member().Court)
            ? Told(await office.Terminations.Filed(http.Member().Scope, http.Request.Query["show"] == "correct" ? "correct" : "answer-filing", After(http), most, stop), most, isWaiting: true)
            : Replies.Problem(404, "http-404");
    }

    /// <summary>Whether a court is the one that answers filings.</summary>
    public static bool IsSupreme(Law law, int court) => law.Court(court).Level == CourtLevel.Supreme;

    private static OwedPlace? After(HttpContext http) => WorkbenchQuery.Place(http.Request.Query["after"].ToString());

    private static IResult Told(List<TerminationLine> lines, int most, bool isWaiting) =>
        Results.Ok(new { terminations = lines, after = lines.Count == most ? WorkbenchQuery.Place(Place(lines[^1], isWaiting)) : null });

    private static OwedPlace Place(TerminationLine line, bool isWaiting) => new(isWaiting ? line.Since : line.ReportedOn, line.Home, line.Stream, line.No);

    private static List<TerminationRow> Rows(Law law, List<TerminationLine> lines) =>
    [
        .. lines.Take(PageSize).Select(line => new TerminationRow(
            new Anchor(line.Number, $"/petitions/{line.Home}/{line.Stream}"), line.Summary, WriteOffForms.Named(law, TerminationRules.GroundList, line.Ground), law.Court(line.Reporting).Name,
            Days.Binding(law, line.ReportedOn), line.State == "pending" ? "待" + CodeWords.Of("termination." + line.Station) : CodeWords.Of("termination-state." + line.State), law.Court(line.Court).Name,
            Days.Binding(law, line.ReversedOn ?? line.Since), line.CorrectionDue is { } due ? Days.Binding(law, due) : null)),
    ];

    private static PagerModel? Pager(string address, OwedPlace? place, List<TerminationLine> lines, bool isWaiting)
    {
        OwedPlace? next = lines.Count > PageSize ? Place(lines[PageSize - 1], isWaiting) : null;
        return place is null && next is null ? null : new PagerModel(
            place is null ? null : address, next is null ? null : address + (address.Contains('?') ? '&' : '?') + "after=" + WorkbenchQuery.Place(next.Value), PageSize,
            $"本页 {Math.Min(lines.Count, PageSize)} 件", "件", "最前", "往后");
    }
}
