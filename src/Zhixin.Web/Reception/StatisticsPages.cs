using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.Reception;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Reception;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Courts;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Reception;

/// <summary>The daily statistic of entry, the bulletin that is issued of it, and the bulletins that were issued (JZ21-3.1).</summary>
public static class StatisticsPages
{
    private const int Most = 60;

    /// <summary>Maps the pages and their JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/reception/statistics", (HttpContext http, Office office, CancellationToken stop) => Show(http, office, FormState.Empty, null, 200, stop));
        app.MapGet("/api/reception/statistics", async (HttpContext http, Office office, CancellationToken stop) =>
            Results.Ok(await Figures(http, office, ReceptionQuery.CourtOf(http, office), DayOf(http, office), stop))).WithSummary("每日录入统计：court（本院或者所辖法院）、day");
        new ActRoute<BulletinAnswer>(
            "/reception/bulletins", "发出每日录入统计通报", [new("day", "哪一天，空着是今天"), new("remarks", "通报的话"), new("courts", "列入的法院编号，空着是本院和所辖各院", true)], Issue, Issued)
        {
            Made = b => $"/api/reception/bulletins/{b.Home}/{b.Id}",
        }.Map(app);
        app.MapGet("/reception/bulletins/{home:int}/{id:guid}", ShowBulletin);
        app.MapGet("/api/reception/bulletins", async (HttpContext http, Office office, CancellationToken stop) =>
            Results.Ok(await office.Reception.Bulletins(http.Member().Scope, Most, stop))).WithSummary("录入统计通报");
        app.MapGet("/api/reception/bulletins/{home:int}/{id:guid}", async (HttpContext http, Office office, int home, Guid id, CancellationToken stop) =>
            await Bulletin(http, office, new StreamId(home, id), stop) is var (period, _) ? Results.Ok(new { home, id, period.Day, period.Bulletin!.On, bulletin = period.Bulletin.Facts }) : Replies.Problem(404, "http-404"))
            .WithSummary("一份录入统计通报");
    }

    private static DateOnly DayOf(HttpContext http, Office office) => ReceptionQuery.DayOf(http.Request.Query["day"], office.Today);

    /// <summary>
    /// A court and all under it. Where these are more than a screen holds, the courts right under it, and of the others those that have something.
    /// </summary>
    private static async Task<IReadOnlyList<EntryFigures>> Figures(HttpContext http, Office office, int court, DateOnly day, CancellationToken stop)
    {
        var top = office.Files.Courts.ByNumber(court)!;
        var figures = await office.Reception.Figures(http.Member().Scope, office.Periods.Under(court), day, stop);
        var near = office.Files.Courts.Children(top).Select(c => c.Number).Append(court).ToHashSet();
        return top.Level is CourtLevel.Supreme or CourtLevel.High ? [.. figures.Where(f => near.Contains(f.Court) || FigureColumns.Of(f).Any(n => n > 0))] : figures;
    }

    private static Task<Answer<BulletinAnswer>> Issue(HttpContext http, PostedForm form, CancellationToken stop)
    {
        var (office, day) = (Office.Of(http), form["day"]?.Trim() ?? string.Empty);
        if (day.Length > 0 && !DateOnly.TryParseExact(day, "yyyy-MM-dd", out _))
        {
            return Task.FromResult<Answer<BulletinAnswer>>(office.Periods.MayNot(http.Acting()) ?? new Refusal.Input("day", "date-unreadable", day));
        }

        var courts = form.All("courts").Select(c => int.TryParse(c, out var number) ? number : 0).ToList();
        return office.Periods.Do(http.Acting(), new IssueBulletin(day.Length == 0 ? office.Today : DateOnly.ParseExact(day, "yyyy-MM-dd"), courts.Count == 0 ? null : courts, form["remarks"], form.Resend), stop);
    }

    private static async Task<IResult> Issued(HttpContext http, PostedForm form, Answer<BulletinAnswer> answer, CancellationToken stop) => answer switch
    {
        Answer<BulletinAnswer>.Given given => Results.Redirect($"/reception/bulletins/{given.Value.Home}/{given.Value.Id}"),
        Answer<BulletinAnswer>.Refused { Why: Refusal.Authority } => Replies.Error(http, 403),
        Answer<BulletinAnswer>.Refused refused => await Show(http, Office.Of(http), FormRefusals.Of(form, refused.Why, "remarks"), ReceptionQuery.DayOf(form["day"], Office.Of(http).Today), Replies.Status(refused.Why), stop),
        _ => Replies.Error(http, 404),
    };

    /// <summary>A superior looks at the day of a court under it and issues nothing for it.</summary>
    private static async Task<IResult> Show(HttpContext http, Office office, FormState form, DateOnly? asked, int status, CancellationToken stop)
    {
        var (day, court, member, law) = (asked ?? DayOf(http, office), ReceptionQuery.CourtOf(http, office), http.Member(), office.Law.Now);
        var figures = await Figures(http, office, court, day, stop);
        var period = (await office.Periods.Load(member.Scope, Period.Of(court, day), stop))?.Period;
        var refusal = court == member.Court ? office.Periods.MayNot(http.Acting()) : null;
        var mayIssue = court == member.Court && refusal is null;
        var issued = period?.Bulletin is { } bulletin ? new Anchor(bulletin.Facts.Number, $"/reception/bulletins/{period.Id.Home}/{period.Id.Id}") : null;
        var bulletins = await office.Reception.Bulletins(member.Scope, Most, stop);
        string Of(DateOnly on) => $"?court={court}&day={DateText.Iso(on)}";
        return Replies.Page<StatisticsPage>(http, new StatisticsModel(
            RichText.Of(office.Files.Courts.ByNumber(court)!.Name + (figures.Count > 1 ? "及所辖　" : "　"), RichText.On(Days.Binding(law, day))), day, [.. Rows(figures, day), .. Total(figures)],
            period is null ? null : Owed(office, period), mayIssue && issued is null && day <= office.Today ? new IssueModel("/reception/bulletins", Replies.FreshKey(), Begun(form, day)) : null,
            issued, refusal is null ? null : Replies.Model("发出通报", refusal, law),
            [.. bulletins.Select(b => new BulletinRow(new Anchor(b.Number, $"/reception/bulletins/{b.Home}/{b.Id}"), office.Files.Courts.ByNumber(b.Home)?.Name ?? string.Empty, b.Day, b.IssuedOn))],
            "/reception/statistics" + Of(day.AddDays(-1)), "/reception/statistics" + Of(day.AddDays(1)), "/reception/statistics" + Of(office.Today), "/reception" + Of(day), Clauses.Ref(law, Issuing.Clause)), status);
    }

    private static FormState Begun(FormState form, DateOnly day) => form.Values.Count > 0 ? form : FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["day"] = DateText.Iso(day) });

    private static OwedOfDay? Owed(Office office, Period period) => period.Obligations is not [var o, ..] ? null : new OwedOfDay(
        o.Rule.Name, o.State is ObligationState.Fulfilled ? new DueLight(o.IsBreached(office.Today) ? LightState.Overdue : LightState.Fulfilled, o.IsBreached(office.Today) ? "逾期通报" : "按期通报")
            : Days.Owed(office.Law.Now, o.Due, o.Opened.CountsFrom, office.Today),
        o.Due is { } due ? Days.Binding(office.Law.Now, due, o.Provisional) : null, Clauses.Ref(office.Law.Now, o.Rule.Clause));

    private static IEnumerable<FigureRow> Rows(IReadOnlyList<EntryFigures> figures, DateOnly? day) => figures.Select(f => new FigureRow(
        f.CourtName, [.. FigureColumns.Of(f).Select((n, i) => new Figure(n, n == 0 || day is not { } on ? null : $"/reception?court={f.Court}&day={DateText.Iso(on)}&show={FigureColumns.All[i].Show}"))]));

    private static IEnumerable<FigureRow> Total(IReadOnlyList<EntryFigures> figures) =>
        figures.Count < 2 ? [] : [new FigureRow("合计", [.. FigureColumns.All.Select((_, i) => new Figure(figures.Sum(f => FigureColumns.Of(f)[i]), null))], IsTotal: true)];

    private static async Task<(Period Period, Guid By)?> Bulletin(HttpContext http, Office office, StreamId id, CancellationToken stop) =>
        await office.Periods.Load(http.Member().Scope, id, stop) is var (period, history) && period.Bulletin is not null
            ? (period, history.Events.First(e => e.Type == "bulletin.daily-issued").Actor)
            : null;

    private static async Task<IResult> ShowBulletin(HttpContext http, Office office, int home, Guid id, CancellationToken stop)
    {
        if (await Bulletin(http, office, new StreamId(home, id), stop) is not var (period, by))
        {
            return Replies.Error(http, 404);
        }

        await AccessLog.Write(office.Db, http.Member(), "read-bulletin", office.Clock.GetUtcNow(), detail: period.Bulletin!.Facts.Number, stop: stop);
        var names = await StaffNames.Of(office, [by], stop);
        var (facts, isOwn) = (period.Bulletin.Facts, http.Member().Court == home);
        return Replies.Page<BulletinPage>(http, new BulletinModel(
            office.Files.Courts.ByNumber(home)?.Name ?? string.Empty, facts.Number, period.Day, period.Bulletin.On, names.GetValueOrDefault(by, string.Empty),
            [.. Rows(facts.Courts, isOwn ? period.Day : null), .. Total(facts.Courts)], facts.Remarks, $"/reception/statistics?court={home}&day={DateText.Iso(period.Day)}"));
    }
}
