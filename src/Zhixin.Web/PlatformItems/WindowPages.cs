using Zhixin.Calendar;
using Zhixin.Database.Petitions;
using Zhixin.Reception;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.PlatformItems;

/// <summary>The daily window over the platform's items 分时督办, and its report (HNP-18).</summary>
public static class WindowPages
{
    private const string Clause = "HNP-18";

    /// <summary>Maps the page, the report and the JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/platform-items/window", (HttpContext http, Office office, CancellationToken stop) => Show(http, office, FormState.Empty, 200, stop));
        app.MapGet("/api/platform-items/window", async (HttpContext http, Office office, CancellationToken stop) => Results.Ok(new
        {
            hours = Hours(office.Law.Now, http.Member().Court, office.Today), figures = await Figures(http, office, stop), reported = (await Today(http, office, stop))?.Window,
        })).WithSummary("分时督办：今天的各类事项数和报告");
        app.MapPost("/platform-items/window", Post).Posted();
        app.MapPost("/api/platform-items/window", async (HttpContext http, Office office, ApiWindow body, CancellationToken stop) =>
            Replies.Json(await Report(http, office, body.Found, Requests.Resend(http, "window", null, body), stop))).WithSummary("分时督办报告");
    }

    private static async Task<IResult> Post(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        return await Report(http, office, form["found"], form.Resend, stop) switch
        {
            Answer<WindowReportMade>.Given => Results.Redirect("/platform-items/window"),
            Answer<WindowReportMade>.Refused { Why: Refusal.Authority } => Replies.Error(http, 403),
            Answer<WindowReportMade>.Refused { Why: var why } => await Show(
                http, office, new FormState(form.Values, [new FieldMessage("found", MessageKind.Error, RefusalTexts.Reason(why) + RefusalTexts.Cure(why))]), Replies.Status(why), stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<Answer<WindowReportMade>> Report(HttpContext http, Office office, string? found, Database.Petitions.Resend? resend, CancellationToken stop)
    {
        var now = office.Clock.GetUtcNow().ToOffset(ChinaDate.Offset);
        var hours = Hours(office.Law.Now, http.Member().Court, office.Today);
        var time = TimeOnly.FromDateTime(now.DateTime);
        var inside = hours is var (from, to) && time >= from && time <= to;
        return await office.Periods.Report(http.Acting(), new WindowReportMade(time.ToString("HH:mm", null), inside, await Figures(http, office, stop), found?.Trim() ?? string.Empty), resend, stop);
    }

    /// <summary>The hours of the pack for the court's level; null where no instrument in force there has them.</summary>
    private static (TimeOnly From, TimeOnly To)? Hours(Law law, int court, DateOnly today)
    {
        var level = law.Court(court).Level.ToString().ToLowerInvariant();
        return law.List(court, "windows", today)?.Items.FirstOrDefault(w => w.Code == level) is { Sub: var sub }
            && TimeOnly.TryParse(sub.FirstOrDefault(s => s.Code == level + "-from")?.Name, out var from) && TimeOnly.TryParse(sub.FirstOrDefault(s => s.Code == level + "-to")?.Name, out var to)
            ? (from, to)
            : null;
    }

    private static Task<List<WindowFigures>> Figures(HttpContext http, Office office, CancellationToken stop) =>
        office.PlatformLists.Figures(http.Member().Scope, office.Law.Now.Court(http.Member().Court), office.Today, stop);

    private static async Task<Zhixin.Reception.Period?> Today(HttpContext http, Office office, CancellationToken stop) =>
        (await office.Periods.Load(http.Member().Scope, Zhixin.Reception.Period.Of(http.Member().Court, office.Today), stop))?.Period;

    private static async Task<IResult> Show(HttpContext http, Office office, FormState form, int status, CancellationToken stop)
    {
        var (law, member) = (office.Law.Now, http.Member());
        var (figures, period) = (await Figures(http, office, stop), await Today(http, office, stop));
        var refusal = office.Periods.MayNotReport(http.Acting());
        var owed = period?.Obligations.FirstOrDefault(o => o.Rule.FulfilledBy.Contains("bulletin.window-report-made"));
        var hours = Hours(law, member.Court, office.Today);
        return Replies.Page<WindowPage>(http, new WindowModel(
            member.CourtName, hours is var (from, to) ? $"{from:HH\\:mm} 至 {to:HH\\:mm}" : null, Clauses.Ref(law, Clause),
            [.. Lists.Of(law, PlatformWords.Kinds).Items.Select(k => (k, f: figures.FirstOrDefault(f => f.Kind == k.Code))).Select(r => new WindowRow(r.k.Name, r.f?.Open ?? 0, r.f?.Waiting ?? 0, r.f?.Overdue ?? 0))],
            period?.Window is { } window ? [new("报告时间", window.At + (window.InWindow ? "，在规定时段内" : "，不在规定时段")), new("督办情况", window.Found)] : [],
            owed is null ? null : OwedRows.Row(law, owed, office.Today, member.CourtName, isFirst: true),
            refusal is null && period?.Window is null ? new EnterModel(Replies.FreshKey(), form, [new Petitions.ActField("found", "检查了什么、怎样处理", FieldKind.TextArea, [])]) : null,
            refusal is null ? null : Replies.Model("分时督办报告", refusal, law)), status);
    }
}

/// <summary>The report of a window through the API.</summary>
public sealed record ApiWindow(string? Found);
