using System.Globalization;
using Zhixin.Bulletins;
using Zhixin.Bulletins.Acts;
using Zhixin.Database.Bulletins;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.Courts;

namespace Zhixin.Web.Bulletins;

/// <summary>Ranking bulletins 排名通报: those that a court issues and those that it receives, a page each, their acts, and the same as JSON. Query: show (own | received), court, after.</summary>
public static class BulletinPages
{
    private const int PageSize = 20;

    private static readonly MatterSurface<Bulletin> Surface = new(
        "bulletins", "排名通报", "read-bulletin", office => office.Bulletins, BulletinActs.All, BulletinStreams.Number, b => b.Version, Show, Json, (law, fact, _) => BulletinWords.Of(law, fact),
        (_, _, _, _) => Task.FromResult<object?>(null))
    {
        Papers = b => b.Papers,
    };

    /// <summary>Maps the list, the beginning of a bulletin, the page, its acts and the JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/bulletins", (HttpContext http, Office office, CancellationToken stop) => List(http, office, FormState.Empty, 200, stop));
        app.MapGet("/api/bulletins", ListJson).WithSummary("排名通报：show、court、after");
        new ActRoute<MatterAnswer>("/bulletins", "开始草拟一期通报", [new("endedOn", "本期最后一天")], Begin, Begun) { Made = b => $"/api/bulletins/{b.Home}/{b.Id}" }.Map(app);
        new MatterPages<Bulletin>(Surface).Map(app);
    }

    /// <summary>The court whose own bulletins are asked for: the viewer's, or one under it; null for any other.</summary>
    private static int? CourtOf(HttpContext http, Law law)
    {
        var own = http.Member().Court;
        return !int.TryParse(http.Request.Query["court"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? own
            : law.Courts.ByNumber(asked) is not null && law.Chain(asked).Contains(own) ? asked : null;
    }

    private static bool IsReceived(HttpContext http, Law law) =>
        http.Request.Query["show"] == "received" || (http.Request.Query["show"] != "own" && law.Courts.Children(law.Court(http.Member().Court)).Count == 0);

    private static Task<List<RankingLine>> Lines(HttpContext http, Office office, int court, int size, CancellationToken stop)
    {
        var (scope, after) = (http.Member().Scope, Place(http.Request.Query["after"].ToString()));
        return IsReceived(http, office.Law.Now)
            ? office.BulletinLists.Received(scope, [.. office.Law.Now.Chain(scope.Court).Skip(1)], after, size, stop)
            : office.BulletinLists.Own(scope, court, after, size, stop);
    }

    private static async Task<IResult> ListJson(HttpContext http, Office office, CancellationToken stop)
    {
        if (CourtOf(http, office.Law.Now) is not { } court)
        {
            return Replies.Problem(404, "http-404");
        }

        var lines = await Lines(http, office, court, PageSize, stop);
        return Results.Ok(new { bulletins = lines, after = lines.Count == PageSize ? Text(lines[^1].Place()) : null });
    }

    private static async Task<IResult> List(HttpContext http, Office office, FormState form, int status, CancellationToken stop)
    {
        var (law, member) = (office.Law.Now, http.Member());
        if (CourtOf(http, law) is not { } court)
        {
            return Replies.Error(http, 404);
        }

        var received = IsReceived(http, law);
        var lines = await Lines(http, office, court, PageSize + 1, stop);
        var shown = lines.Take(PageSize).ToList();
        var address = string.Create(CultureInfo.InvariantCulture, $"/bulletins?show={(received ? "received" : "own")}&court={court}");
        var hasChildren = law.Courts.Children(law.Court(court)).Count > 0;
        return Replies.Page<BulletinsPage>(http, new BulletinsModel(
            received ? $"上级法院印发给{law.Court(member.Court).Name}的排名通报。" : $"{law.Court(court).Name}对所辖各院的排名通报，{(hasChildren ? "每期结束后印发" : "没有所辖法院的不印发")}。",
            [new ViewTab("本院印发", "/bulletins?show=own", !received && court == member.Court), new ViewTab("收到的", "/bulletins?show=received", received)],
            [.. shown.Select(l => Row(law, member.Court, l))],
            new EmptyModel(received ? "没有收到通报" : "还没有通报", received ? "上级法院印发以后列在这里。" : "每期结束后，本院应当印发的通报列在这里。"),
            lines.Count > PageSize || http.Request.Query.ContainsKey("after")
                ? new PagerModel(http.Request.Query.ContainsKey("after") ? address : null, lines.Count > PageSize ? address + "&after=" + Text(shown[^1].Place()) : null, PageSize, null, "期", "最前", "往后") : null,
            received || court != member.Court ? null : Beginning(http, office, form, shown)), status);
    }

    private static BeginModel? Beginning(HttpContext http, Office office, FormState form, List<RankingLine> shown)
    {
        var (law, court) = (office.Law.Now, http.Member().Court);
        var choices = BulletinPeriod.Ended(office.Today.AddYears(-1), office.Today, Quarters.Months(law, court, office.Today)).Where(p => shown.All(l => l.Day != p.EndedOn)).Reverse()
            .Select(p => new Choice(DateText.Iso(p.EndedOn), BulletinPeriod.Name(p.BeganOn, p.EndedOn))).ToList();
        return choices.Count == 0 || MayNotBegin(http.Acting(), law) is not null ? null : new BeginModel(Replies.FreshKey(), form, choices);
    }

    private static Refusal? MayNotBegin(ActingPerson who, Law law) =>
        law.MayNot(who, "draft-bulletin", law.Courts.Children(law.Court(who.Court)) is [var first, ..] ? first.Number : who.Court);

    private static RankingRow Row(Law law, int own, RankingLine line) => new(
        BulletinPeriod.Name(line.BeganOn, line.Day), new Anchor(line.Number ?? "查看", $"/bulletins/{line.Home}/{line.Id}"), law.Court(line.Home).Name, BulletinWords.Stage(line.State), line.IssuedOn,
        line.State != "issued" ? string.Empty : line.Courts.Contains(own) ? (line.ReadBy.Contains(own) ? "本院已阅" : "本院未阅") : $"已阅 {line.ReadBy.Length} 院，共 {line.Courts.Length} 院",
        line.State != "issued" || (line.Courts.Contains(own) && !line.ReadBy.Contains(own)));

    private static async Task<Answer<MatterAnswer>> Begin(HttpContext http, PostedForm form, CancellationToken stop)
    {
        var (office, who) = (Office.Of(http), http.Acting());
        var law = office.Law.Now;
        if (MayNotBegin(who, law) is { } mayNot)
        {
            return law.Courts.Children(law.Court(who.Court)).Count == 0 && law.Posts("draft-bulletin").Any(who.ActingPosts.Contains) ? new Refusal.Law("SPC09-1.3", "ranking-nobody-under") : mayNot;
        }

        if (!DateOnly.TryParseExact(form["endedOn"]?.Trim(), "yyyy-MM-dd", out var day))
        {
            return new Refusal.Input("endedOn", "date-unreadable", form["endedOn"] ?? string.Empty);
        }

        if (day < Zhixin.Calendar.WorkCalendar.First)
        {
            return new Refusal.Input("endedOn", "date-too-early", Zhixin.Calendar.WorkCalendar.First);
        }

        var period = BulletinPeriod.Of(day, Quarters.Months(law, who.Court, office.Today));
        if (BulletinHandling.NotBegun(period, law.Courts.Children(law.Court(who.Court)).Count, office.Today) is { } not)
        {
            return not;
        }

        await office.Quarters.End(who.Court, period, stop);
        var id = Bulletin.Of(who.Court, period.EndedOn);
        return await office.Bulletins.Load(who.Scope, id, stop) is var (bulletin, _)
            ? new MatterAnswer(id.Home, id.Id, BulletinStreams.Number(bulletin), bulletin.Version) : new Answer<MatterAnswer>.Unknown();
    }

    private static async Task<IResult> Begun(HttpContext http, PostedForm form, Answer<MatterAnswer> answer, CancellationToken stop) => answer switch
    {
        Answer<MatterAnswer>.Given { Value: var made } => Results.Redirect($"/bulletins/{made.Home}/{made.Id}"),
        Answer<MatterAnswer>.Refused { Why: Refusal.Authority } => Replies.Error(http, 403),
        Answer<MatterAnswer>.Refused refused => await List(http, Office.Of(http), FormRefusals.Of(form, refused.Why, "endedOn"), Replies.Status(refused.Why), stop),
        _ => Replies.Error(http, 404),
    };

    private static async Task<IResult> Show(HttpContext http, Office office, MatterSeen<Bulletin> seen, CancellationToken stop)
    {
        var (member, bulletin) = (http.Member(), seen.Matter);
        var names = await StaffNames.Of(office, seen.History.Events.SelectMany(e => new[] { e.Actor, e.OnBehalfOf ?? Guid.Empty }), stop);
        var represented = await Deputies.Of(office.Db, member.Court, member.Id, office.Today, stop);
        var now = bulletin.Draft is null && bulletin.Issued is null && office.Law.Now.Chain(bulletin.Id.Home).Contains(member.Court)
            ? await BulletinActs.Figures(office, bulletin.Id.Home, new BulletinPeriod(bulletin.Period.BeganOn, bulletin.Period.EndedOn), stop)
            : ((IReadOnlyList<CourtFigures>, IReadOnlyList<VisitFigures>?)?)null;
        return Replies.Page<RankingPage>(http, new RankingView(
            office, seen, [http.Acting(), .. represented.Select(one => http.Acting() with { For = one })], names, MatterTimeline.Entries(Surface, office.Law.Now, seen.History, names)).Model(now));
    }

    private static object Json(Office office, Bulletin bulletin) => new
    {
        bulletin.Id.Home,
        id = bulletin.Id.Id,
        bulletin.Version,
        bulletin.Stage,
        bulletin.Period.BeganOn,
        bulletin.Period.EndedOn,
        bulletin.Draft,
        bulletin.Returned,
        issued = bulletin.Issued?.Facts,
        issuedOn = bulletin.Issued?.On,
        visits = bulletin.Quarterly?.Visits,
        readers = bulletin.Readers.Select(r => new { r.Facts.Court, r.On }),
        obligations = bulletin.Obligations.Select(o => new { o.No, o.Rule.Kind, o.Rule.Clause, o.Opened.Court, o.Due, isOpen = o.IsOpen, isOverdue = o.IsOpen && o.IsBreached(office.Today) }),
    };

    private static string Text(BulletinPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Day:yyyy-MM-dd}_{place.Home}_{place.Id:N}");

    private static BulletinPlace? Place(string text) =>
        text.Split('_') is [var on, var home, var id] && DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && int.TryParse(home, NumberStyles.None, CultureInfo.InvariantCulture, out var court) && Guid.TryParse(id, out var stream) ? new BulletinPlace(day, court, stream) : null;
}
