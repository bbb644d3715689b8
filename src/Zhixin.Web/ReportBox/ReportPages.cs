using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zhixin.Database.Access;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.Database.ReportBox;
using Zhixin.Petitions.Acts;
using Zhixin.ReportBox;
using Zhixin.ReportBox.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Courts;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.ReportBox;

/// <summary>The report box: whoever receives puts reports in, the inspection alone reads and handles them. Query of the box: show (waiting | handled), after.</summary>
public static class ReportPages
{
    private const int PageSize = 50;
    private const string Series = "举";

    private static readonly MatterSurface<BoxedReport> Surface = new(
        "report-box", "举报", "read-report", office => office.Reports, ReportActs.All, r => r.Received.Number, r => r.Version, ShowReport, Json,
        (_, fact, _) => ReportActs.Words(fact, null), (_, _, _, _) => Task.FromResult<object?>(null))
    {
        Gate = http => Reads(http) ? null : http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? Replies.Problem(MayNotRead(http)!) : Replies.Error(http, 403),
    };

    /// <summary>The acts on a report.</summary>
    internal static MatterPages<BoxedReport> Pages { get; } = new(Surface);

    /// <summary>Maps the pages, the acts and the JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/report-box", (HttpContext http, Office office, CancellationToken stop) => Show(http, office, FormState.Of(Begun), 200, stop));
        app.MapGet("/api/report-box", ShowJson).WithSummary("举报箱：show、after、size");
        app.MapPost("/report-box", Post).Posted();
        app.MapPost("/api/report-box", PostJson).WithSummary("登记举报").Accepts<ApiAct>("application/json");
        Pages.Map(app);
    }

    /// <summary>Whether somebody has the page in the navigation: to read reports, or to put them in.</summary>
    public static bool Opens(Law law, Member member) => new[] { ReportHandling.Reading, ReportHandling.Recording }.Any(act => law.Posts(act).Any(member.Posts.Contains));

    private static Dictionary<string, string?> Begun { get; } = new(StringComparer.Ordinal) { ["leader"] = "no" };

    private static Refusal? MayNotRead(HttpContext http) => Office.Of(http).Law.Now.MayNot(http.Acting(), ReportHandling.Reading, null);

    private static bool Reads(HttpContext http) => MayNotRead(http) is null;

    private static ReportFilter Filter(HttpContext http, Office office) =>
        new(office.Law.Now.Court(http.Member().Court), http.Request.Query["show"] == "handled") { After = Place(http.Request.Query["after"].ToString()) };

    private static async Task<IResult> ShowJson(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        if (MayNotRead(http) is { } refusal)
        {
            return Replies.Problem(refusal);
        }

        var most = Math.Clamp(size ?? PageSize, 1, 200);
        var lines = await office.ReportLists.Page(http.Member().Scope, Filter(http, office), most, stop);
        return Results.Ok(new { reports = lines, after = lines.Count == most ? Text(lines[^1].Place()) : null });
    }

    private static async Task<IResult> Post(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        return await Put(http.Acting(), office, ActInput.Of(form, office.Today), form.Resend, stop) switch
        {
            Answer<MatterAnswer>.Given { Value: var made } => Results.Redirect("/report-box?recorded=" + Uri.EscapeDataString(made.Number)),
            Answer<MatterAnswer>.Refused { Why: Refusal.Authority } => Replies.Error(http, 403),
            Answer<MatterAnswer>.Refused { Why: var why } => await Show(http, office, FormRefusals.Of(form, why, "content"), Replies.Status(why), stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> PostJson(HttpContext http, Office office, ApiAct body, CancellationToken stop)
    {
        return Replies.Json(
            await Put(http.Acting(), office, ActInput.Of(body, office.Today), Requests.Resend(http, ReportHandling.Recording, null, body), stop), made => $"/api/report-box/{made.Home}/{made.Id}");
    }

    /// <summary>Puts a report into the box with what was typed.</summary>
    internal static async Task<Answer<MatterAnswer>> Put(ActingPerson who, Office office, ActInput input, Resend? resend, CancellationToken stop)
    {
        var law = office.Law.Now;
        if (law.MayNot(who, ReportHandling.Recording, who.Court) is { } mayNot)
        {
            return mayNot;
        }

        if (await office.Reports.Earlier(who, who.Court, resend, stop) is { } earlier)
        {
            return earlier;
        }

        var staff = await Candidates.At(office, who.Court, stop);
        var at = law.Court(who.Court);
        var named = input.Text("accused").Split([',', '，'], StringSplitOptions.RemoveEmptyEntries).Select(id => Candidates.Find(staff, id.Trim())).OfType<Candidate>().ToList();
        var text = input.Blank("content") is { } content ? office.ReportVault.Close(new ReportText(content, input.Blank("reporter"), input.Blank("phone"), input.Blank("caseNumber"))) : null;
        var decided = ReportHandling.Put(
            new PutReport(at, Codes.Of<ReportChannel>(input.Field("channel")), input.Blank("reporter") is null, text, named, input.Yes("leader")),
            new ReportRules(law.Courts.Parent(at), [.. ReportHandling.LeadersAct.SelectMany(law.Posts).Distinct(StringComparer.Ordinal)]));
        return decided switch
        {
            Decision<ReportReceived>.Done { Events: [var received] } => await office.Reports.Begin(
                who, ReportHandling.Recording, Series, office.Today, resend, given => [received with { Number = given }], stop),
            Decision<ReportReceived>.Refused refused => refused.Why,
            _ => throw new InvalidOperationException(),
        };
    }

    private static async Task<IResult> Show(HttpContext http, Office office, FormState form, int status, CancellationToken stop)
    {
        var (member, law, filter) = (http.Member(), office.Law.Now, Filter(http, office));
        if (!Opens(law, member))
        {
            return Replies.Error(http, 403);
        }

        var reads = Reads(http);
        var lines = reads ? await office.ReportLists.Page(member.Scope, filter, PageSize + 1, stop) : [];
        var counts = reads ? await office.ReportLists.Counts(member.Scope, filter.Under, stop) : new ReportCounts(0, 0);
        var shown = lines.Take(PageSize).ToList();
        var next = lines.Count > PageSize ? Text(shown[^1].Place()) : null;
        var records = law.MayNot(http.Acting(), ReportHandling.Recording, member.Court) is null;
        var summary = reads
            ? RichText.Of("待办理 ", new RichText.Strong($"{counts.Waiting} 件"), $"，已办理 {counts.Handled} 件。只有纪检监察人员可以查看；被反映的人看不到反映本人的举报。")
            : "登记以后由纪检监察机构办理；反映本院领导的，由上级法院办理。登记人看不到已登记的举报。";
        return Replies.Page<ReportBoxPage>(http, new ReportBoxModel(
            summary, reads, reads ? [new("待办理", Address(false), !filter.Handled, counts.Waiting), new("已办理", Address(true), filter.Handled, counts.Handled)] : [],
            [.. shown.Select(l => Row(office, l))], new EmptyModel(filter.Handled ? "没有已办理的举报" : "没有待办理的举报", "登记以后列在这里。"),
            next is null && filter.After is null ? null : new PagerModel(filter.After is null ? null : Address(filter.Handled), next is null ? null : Address(filter.Handled) + "&after=" + next, PageSize, null, "件", "最前", "往后"),
            http.Request.Query["recorded"].ToString() is { Length: > 0 and <= 40 } number ? number : null, Replies.FreshKey(), records ? form : null,
            records ? Fields(await Candidates.At(office, member.Court, stop)) : []), status);
    }

    private static IReadOnlyList<Petitions.ActField> Fields(IReadOnlyList<Candidate> staff) =>
    [
        new("channel", "举报方式", FieldKind.Radio, [.. Enum.GetValues<ReportChannel>().Select(c => new Choice(ReadRows.Code(c), ReportActs.Of(c)))]),
        new("content", "反映的情况", FieldKind.TextArea, [], "照原话、原文写。加密保存。"),
        new("reporter", "举报人", FieldKind.Text, [], "没有写姓名的空着，按匿名登记。") { Span = 4 }, new("phone", "联系方式", FieldKind.Text, [], "没有的空着。") { Span = 4 },
        new("caseNumber", "执行案号", FieldKind.Text, [], "没有的空着。") { Span = 4 },
        new("accused", "反映本院哪些人", FieldKind.Checks,
            [.. staff.Where(s => s.AtCourt && !s.Posts.Any(Zhixin.Regulations.PackWords.Administrators.Contains)).Select(s => new Choice(s.Id.ToString(), s.Name + "　" + string.Join("、", s.Posts.Select(PostNames.Of))))],
            "选了以后，这些人看不到这件举报。"),
        new("leader", "是否反映本院领导", FieldKind.Radio, [new("no", "不是"), new("yes", "是，或者可能是")], "反映本院领导、纪检监察人员的，由上级法院纪检监察机构办理，本院看不到。"),
    ];

    private static ReportRow Row(Office office, ReportLine line) => new(
        line.HandledOn is null ? new DueLight(LightState.Untimed, "不定期限") : new DueLight(LightState.Fulfilled, "已办理"), line.ReceivedOn, line.Number, $"/report-box/{line.Home}/{line.Id}",
        ReportActs.Of(Codes.Of<ReportChannel>(line.Channel)!.Value) + (line.Anonymous ? "，匿名" : string.Empty), office.Law.Now.Court(line.Home).Name,
        line.Outcome is { } outcome ? $"{ReportActs.Of(Codes.Of<ReportOutcome>(outcome)!.Value)}，{DateText.Iso(line.HandledOn!.Value)}"
            : line.Handling != line.Home ? $"由{office.Law.Now.Court(line.Handling).Name}办理" : "待办理");

    private static async Task<IResult> ShowReport(HttpContext http, Office office, MatterSeen<BoxedReport> seen, CancellationToken stop)
    {
        var (law, report, vault) = (office.Law.Now, seen.Matter, office.ReportVault);
        var names = await StaffNames.Of(office, seen.History.Events.Select(e => e.Actor).Concat(report.Received.Accused), stop);
        var text = vault.Open<ReportText>(report.Received.Sealed);
        var timeline = MatterTimeline.Entries(law, seen.History, names, fact => ReportActs.Words(fact, vault.Open<string>));
        return Replies.Page<ReportPage>(http, new ReportModel(
            report.Received.Number, [new(report.Handled is { } handled ? ReportActs.Of(handled.Outcome) : "待办理", report.Handled is null), .. report.Received.NamesLeader ? [new TagModel("反映法院领导或者纪检监察人员", true)] : Array.Empty<TagModel>()],
            text.Content, OwedRows.Rows(law, report.Obligations, office.Today, o => law.Court(o.Opened.Court).Name + "　纪检监察机构"),
            PossibleMatterActs.Of(ReportActs.All, report, [http.Acting()], (who, act) => office.Reports.MayNot(who, act, report), $"/report-box/{seen.Id.Home}/{seen.Id.Id}", law, office.Today),
            timeline, $"最新在前，共 {timeline.Count} 条；每一条都不可删改",
            [
                new("反映的法院", law.Court(report.Received.Court).Name), new("办理的法院", law.Court(report.Received.Handling).Name), new("收到", DateText.Iso(report.ReceivedOn)),
                new("方式", ReportActs.Of(report.Received.Channel)), new("举报人", text.Reporter ?? "匿名"), new("联系方式", text.Phone ?? "没有留"), new("执行案号", text.CaseNumber ?? "没有写"),
                new("反映的人员", report.Received.Accused.Count == 0 ? "没有指明" : string.Join("、", report.Received.Accused.Select(a => names.GetValueOrDefault(a, "本院人员")))),
            ]));
    }

    private static object Json(Office office, BoxedReport report) => new
    {
        report.Id.Home,
        id = report.Id.Id,
        report.Version,
        report.Received.Number,
        report.Received.Court,
        report.Received.Handling,
        report.Received.Channel,
        report.Received.Anonymous,
        report.Received.Accused,
        report.Received.NamesLeader,
        report.ReceivedOn,
        text = office.ReportVault.Open<ReportText>(report.Received.Sealed),
        steps = report.Steps.Select(s => new { s.On, text = office.ReportVault.Open<string>(s.Sealed) }),
        outcome = report.Handled?.Outcome,
        to = report.Handled?.To,
        reason = report.Handled is { } handled ? office.ReportVault.Open<string>(handled.Sealed) : null,
        report.HandledOn,
        obligations = report.Obligations.Select(o => new { o.No, o.Rule.Kind, o.Rule.Clause, o.Opened.Court, o.Due, isOpen = o.IsOpen }),
    };

    private static string Address(bool handled) => "/report-box?show=" + (handled ? "handled" : "waiting");

    private static string Text(ReportPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.On:yyyy-MM-dd}_{place.Home}_{place.Id:N}");

    private static ReportPlace? Place(string text) => text.Split('_') is [var on, var home, var id]
        && DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && int.TryParse(home, NumberStyles.None, CultureInfo.InvariantCulture, out var court) && Guid.TryParse(id, out var stream) ? new ReportPlace(day, court, stream) : null;
}
