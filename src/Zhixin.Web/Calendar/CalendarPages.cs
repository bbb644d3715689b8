using Zhixin.Calendar;
using Zhixin.Database.Setup;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Calendar;

/// <summary>A notice as JSON. <paramref name="Text"/> is that of a file calendars/&lt;year&gt;.yaml.</summary>
public sealed record ApiNotice(string? Text, string? Reason);

/// <summary>A decision on a notice.</summary>
public sealed record ApiNoticeDecision(string? Reason, int? Expected);

/// <summary>The working days of a year, and the notices that two persons load.</summary>
public static class CalendarPages
{
    /// <summary>Maps the pages and the JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/calendar", async (HttpContext http, Office office, int? year, CancellationToken stop) => await Show(http, office, year ?? office.Today.Year, stop));
        app.MapGet("/calendar/{year:int}", Show);
        app.MapPost("/calendar/notices", Propose).Posted();
        app.MapPost("/calendar/notices/{id:guid}/confirmation", (HttpContext http, Office office, Guid id, CancellationToken stop) =>
            Form(http, office, "复核", form => office.Notices.Confirm(http.Acting(), id, form.Version, form.Resend, stop), stop)).Posted();
        app.MapPost("/calendar/notices/{id:guid}/refusal", (HttpContext http, Office office, Guid id, CancellationToken stop) =>
            Form(http, office, "退回", form => office.Notices.Refuse(http.Acting(), id, form.Version, form["reason"], form.Resend, stop), stop)).Posted();
        Api(app);
    }

    private static void Api(WebApplication app)
    {
        app.MapGet("/api/calendar/{year:int}", (Office office, int year) => Covers(year) ? Results.Ok(Json(office.Law.Now.Calendar, year)) : Replies.Problem(404, "http-404")).WithSummary("一年的工作日历");
        app.MapGet("/api/calendar/notices", async (Office office, CancellationToken stop) => Results.Ok(await office.Notices.Waiting(stop))).WithSummary("待复核的放假通知");
        app.MapGet("/api/calendar/notices/{id:guid}", async (Office office, Guid id, CancellationToken stop) =>
            await office.Notices.Find(id, stop) is { } found ? Results.Ok(found) : Replies.Problem(404, "http-404")).WithSummary("一件放假通知");
        app.MapGet("/api/calendar/notices/{id:guid}/preview", async (Office office, Guid id, CancellationToken stop) =>
            await office.Notices.Find(id, stop) is { } found ? Results.Ok(await office.Notices.Preview(found, stop)) : Replies.Problem(404, "http-404")).WithSummary("载入后会变动的日期");
        app.MapPost("/api/calendar/notices", async (HttpContext http, Office office, ApiNotice body, CancellationToken stop) => Replies.Json(
            await office.Notices.Propose(http.Acting(), "notice.yaml", body.Text, body.Reason, Requests.Resend(http, "notice", null, body), stop),
            n => $"/api/calendar/notices/{n.Id}")).WithSummary("提出载入放假通知");
        app.MapPost("/api/calendar/notices/{id:guid}/confirmation", async (HttpContext http, Office office, Guid id, ApiNoticeDecision body, CancellationToken stop) =>
            Replies.Json(await office.Notices.Confirm(http.Acting(), id, Requests.Expected(http) ?? body.Expected, Requests.Resend(http, "confirmation", id, body), stop))).WithSummary("复核放假通知");
        app.MapPost("/api/calendar/notices/{id:guid}/refusal", async (HttpContext http, Office office, Guid id, ApiNoticeDecision body, CancellationToken stop) =>
            Replies.Json(await office.Notices.Refuse(http.Acting(), id, Requests.Expected(http) ?? body.Expected, body.Reason, Requests.Resend(http, "refusal", id, body), stop))).WithSummary("退回放假通知");
    }

    private static bool Covers(int year) => year >= WorkCalendar.First.Year && year <= WorkCalendar.Last.Year;

    private static object Json(WorkCalendar calendar, int year)
    {
        var days = CalendarView.Days(year).Select(calendar.DayOf).ToList();
        return new
        {
            Year = year,
            Provisional = calendar.IsProvisional(year),
            calendar.Version,
            Workdays = days.Count(d => d.IsWorkday),
            Off = days.Where(d => d.Kind == Zhixin.Calendar.DayKind.Holiday).Select(d => new { d.Date, d.Name }),
            Work = days.Where(d => d.Kind == Zhixin.Calendar.DayKind.MakeUp).Select(d => new { d.Date, d.Name }),
        };
    }

    private static async Task<IResult> Show(HttpContext http, Office office, int year, CancellationToken stop) => Covers(year)
        ? Replies.Page<CalendarPage>(http, await CalendarView.Of(http, office, year, null, null, stop))
        : Replies.Error(http, 404);

    private static async Task<IResult> Propose(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        var (file, text) = ("notice.yaml", form["text"]);
        if (form.Files.GetFile("file") is { Length: > 0 } upload)
        {
            using var reader = new StreamReader(upload.OpenReadStream());
            (file, text) = (Path.GetFileName(upload.FileName), await reader.ReadToEndAsync(stop));
        }

        return await office.Notices.Propose(http.Acting(), file, text, form["reason"], form.Resend, stop) switch
        {
            Answer<NoticeAnswer>.Given given => Results.Redirect($"/calendar/{given.Value.Year}"),
            Answer<NoticeAnswer>.Refused refused => await Again(http, office, "提出载入", refused.Why, form, text, stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> Form(
        HttpContext http, Office office, string act, Func<PostedForm, Task<Answer<NoticeAnswer>>> decide, CancellationToken stop) =>
        await decide(await Forms.Read(http)) switch
        {
            Answer<NoticeAnswer>.Given given => Results.Redirect($"/calendar/{given.Value.Year}"),
            Answer<NoticeAnswer>.Refused refused => await Again(http, office, act, refused.Why, null, null, stop),
            _ => Replies.Error(http, 404),
        };

    private static async Task<IResult> Again(HttpContext http, Office office, string act, Refusal why, PostedForm? form, string? text, CancellationToken stop)
    {
        var typed = form is null ? null : new FormState(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["text"] = text, ["reason"] = form["reason"] },
            why is Refusal.Input input ? [new FieldMessage(input.Field, MessageKind.Error, Texts.RefusalTexts.Reason(why))] : []);
        return Replies.Page<CalendarPage>(
            http, await CalendarView.Of(http, office, office.Today.Year, typed, Replies.Model(act, why, office.Law.Now), stop), Replies.Status(why));
    }
}
