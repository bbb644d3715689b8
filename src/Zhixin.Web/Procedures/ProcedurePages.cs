using Microsoft.AspNetCore.Mvc;
using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;
using Zhixin.Web.Workbench;
using Light = Zhixin.Web.Components.DueLight;

namespace Zhixin.Web.Procedures;

/// <summary>A line of the docket.</summary>
/// <param name="Stands">What the court owes next.</param>
/// <param name="Due">Until when; null where no clause sets a date.</param>
public sealed record ProcedureRow(Anchor Petition, string Summary, string Kind, string? Number, string Court, string Enforcing, BindingDay AppliedOn, string Stands, Light Light, BindingDay? Due);

/// <summary>The docket of procedures.</summary>
/// <param name="Pager">Null where everything stands on one page.</param>
public sealed record ProceduresModel(IReadOnlyList<ViewTab> Views, bool IsWaiting, IReadOnlyList<ProcedureRow> Rows, PagerModel? Pager);

/// <summary>Procedures 程序: the steps that wait at the viewer's court, and those whose time courts under it have let pass. It is about courts, never about petitioners.</summary>
public static class ProcedurePages
{
    private const int PageSize = 50;

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/procedures", Show);
        app.MapGet("/api/procedures", (HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop) => Json(http, office, isWaiting: true, size, stop))
            .WithSummary("等待本院办理的程序：after、size");
        app.MapGet("/api/procedures/below", (HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop) => Json(http, office, isWaiting: false, size, stop))
            .WithSummary("下级法院超过期限的程序：after、size");
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var (law, place, isWaiting) = (office.Law.Now, WorkbenchQuery.Place(http.Request.Query["after"].ToString()), http.Request.Query["view"] != "below");
        var lines = await Read(http, office, isWaiting, place, PageSize + 1, stop);
        var shown = lines.Take(PageSize).ToList();
        var hasBelow = law.Court(http.Member().Court).Level != CourtLevel.Basic;
        return Replies.Page<ProceduresPage>(http, new ProceduresModel(
            [new("等待本院办理", "/procedures", isWaiting), .. hasBelow ? [new ViewTab("下级法院超期", "/procedures?view=below", !isWaiting)] : Array.Empty<ViewTab>()], isWaiting,
            [.. shown.Select(l => Row(law, l, office.Today))], Pager(isWaiting ? "/procedures" : "/procedures?view=below", place, lines.Count > PageSize ? shown[^1].Place() : null, shown.Count)));
    }

    private static async Task<IResult> Json(HttpContext http, Office office, bool isWaiting, int? size, CancellationToken stop)
    {
        var most = Math.Clamp(size ?? PageSize, 1, 200);
        var lines = await Read(http, office, isWaiting, WorkbenchQuery.Place(http.Request.Query["after"].ToString()), most, stop);
        return Results.Ok(new { procedures = lines, after = lines.Count == most ? WorkbenchQuery.Place(lines[^1].Place()) : null });
    }

    private static Task<List<ReviewStepLine>> Read(HttpContext http, Office office, bool isWaiting, OwedPlace? after, int size, CancellationToken stop)
    {
        var member = http.Member();
        return isWaiting
            ? office.ReviewSteps.Waiting(member.Scope, after, size, stop)
            : office.ReviewSteps.Below(member.Scope, office.Law.Now.Court(member.Court).Level, office.Today, after, size, stop);
    }

    private static ProcedureRow Row(Law law, ReviewStepLine line, DateOnly today) => new(
        new Anchor(line.Number, $"/petitions/{line.Home}/{line.Stream}"), line.Summary, CodeWords.Of("review-kind." + line.Kind), line.StepNumber, law.Court(line.Court).Name, law.Court(line.Enforcing).Name,
        Days.Binding(law, line.AppliedOn), CodeWords.Of("procedure-state." + line.State), Days.Owed(law, line.Due, line.OverdueAfter == ReadRows.Untimed ? null : line.OverdueAfter, today),
        line.Due is { } due ? Days.Binding(law, due) : null);

    private static PagerModel? Pager(string address, OwedPlace? place, OwedPlace? next, int shown) => place is null && next is null ? null : new PagerModel(
        place is null ? null : address, next is null ? null : address + (address.Contains('?') ? '&' : '?') + "after=" + WorkbenchQuery.Place(next.Value), PageSize, $"本页 {shown} 件", "件", "最前", "往后");
}
