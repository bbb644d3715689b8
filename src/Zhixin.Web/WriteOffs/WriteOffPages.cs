using Microsoft.AspNetCore.Mvc;
using Zhixin.Database.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;
using Zhixin.Web.Workbench;

namespace Zhixin.Web.WriteOffs;

/// <summary>A line of the docket.</summary>
/// <param name="Stands">The station at which it waits, or what became of it.</param>
/// <param name="Verifier">Who verifies; null while nobody is named.</param>
public sealed record WriteOffRow(Anchor Petition, string Summary, string Ground, string Enforcing, string Applicant, BindingDay AppliedOn, string Stands, string Court, BindingDay Since, string? Verifier);

/// <summary>The docket of write-offs.</summary>
/// <param name="Figures">How the write-offs fared for which the court applied; null on the list of what waits.</param>
/// <param name="Pager">Null where everything stands on one page.</param>
public sealed record WriteOffsModel(IReadOnlyList<ViewTab> Views, bool IsWaiting, IReadOnlyList<WriteOffRow> Rows, WriteOffFigures? Figures, string Court, PagerModel? Pager);

/// <summary>Write-offs 核销: what waits for the viewer's court, and what a court applied for, with how many of its write-offs were reversed. It is about courts, never about petitioners.</summary>
public static class WriteOffPages
{
    private const int PageSize = 50;

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/write-offs", Show);
        app.MapGet("/api/write-offs", Json).WithSummary("等待本院办理的核销：after、size");
        app.MapGet("/api/write-offs/courts/{court:int}", OfCourt).WithSummary("一个法院申请的核销和撤销次数：after、size");
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var (law, member, place) = (office.Law.Now, http.Member(), WorkbenchQuery.Place(http.Request.Query["after"].ToString()));
        var isWaiting = http.Request.Query["view"] != "own";
        var court = int.TryParse(http.Request.Query["court"], out var asked) && law.Courts.ByNumber(asked) is not null ? asked : member.Court;
        var lines = isWaiting
            ? await office.WriteOffs.Waiting(member.Scope, place, PageSize + 1, stop)
            : await office.WriteOffs.Of(member.Scope, court, place, PageSize + 1, stop);
        var shown = lines.Take(PageSize).ToList();
        var names = await StaffNames.Of(office, shown.SelectMany(l => new[] { l.AppliedBy, l.Verifier ?? Guid.Empty }), stop);
        var own = court == member.Court ? "/write-offs?view=own" : $"/write-offs?view=own&court={court}";
        return Replies.Page<WriteOffsPage>(http, new WriteOffsModel(
            [new("等待本院办理", "/write-offs", isWaiting), new(court == member.Court ? "本院申请的" : law.Court(court).Name + "申请的", own, !isWaiting)], isWaiting,
            [.. shown.Select(l => Row(law, l, names))], isWaiting ? null : await office.WriteOffs.Figures(member.Scope, court, stop), law.Court(court).Name,
            Pager(isWaiting ? "/write-offs" : own, place, lines.Count > PageSize ? Place(shown[^1], isWaiting) : null, shown.Count)));
    }

    private static async Task<IResult> Json(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var most = Math.Clamp(size ?? PageSize, 1, 200);
        var lines = await office.WriteOffs.Waiting(http.Member().Scope, WorkbenchQuery.Place(http.Request.Query["after"].ToString()), most, stop);
        return Results.Ok(new { writeOffs = lines, after = lines.Count == most ? WorkbenchQuery.Place(Place(lines[^1], isWaiting: true)) : null });
    }

    private static async Task<IResult> OfCourt(HttpContext http, Office office, int court, [FromQuery] int? size, CancellationToken stop)
    {
        var most = Math.Clamp(size ?? PageSize, 1, 200);
        var lines = await office.WriteOffs.Of(http.Member().Scope, court, WorkbenchQuery.Place(http.Request.Query["after"].ToString()), most, stop);
        var figures = await office.WriteOffs.Figures(http.Member().Scope, court, stop);
        return Results.Ok(new { figures.Approved, figures.Reversed, writeOffs = lines, after = lines.Count == most ? WorkbenchQuery.Place(Place(lines[^1], isWaiting: false)) : null });
    }

    private static OwedPlace Place(WriteOffLine line, bool isWaiting) => new(isWaiting ? line.Since : line.AppliedOn, line.Home, line.Stream, line.No);

    private static WriteOffRow Row(Law law, WriteOffLine line, IReadOnlyDictionary<Guid, string> names) => new(
        new Anchor(line.Number, $"/petitions/{line.Home}/{line.Stream}"), line.Summary, WriteOffForms.Named(law, Zhixin.Petitions.Acts.WritingOff.GroundList, line.Ground), law.Court(line.Enforcing).Name,
        names.GetValueOrDefault(line.AppliedBy, "工作人员"), Days.Binding(law, line.AppliedOn),
        line.State == "pending" ? "待" + CodeWords.Of("write-off." + line.Station) : CodeWords.Of("write-off-state." + line.State), law.Court(line.Court).Name,
        Days.Binding(law, line.ReversedOn ?? line.Since), line.Verifier is { } verifier ? names.GetValueOrDefault(verifier, "工作人员") : null);

    private static PagerModel? Pager(string address, OwedPlace? place, OwedPlace? next, int shown) => place is null && next is null ? null : new PagerModel(
        place is null ? null : address, next is null ? null : address + (address.Contains('?') ? '&' : '?') + "after=" + WorkbenchQuery.Place(next.Value), PageSize, $"本页 {shown} 件", "件", "最前", "往后");
}
