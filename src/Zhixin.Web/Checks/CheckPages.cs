using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zhixin.Checks;
using Zhixin.Checks.Acts;
using Zhixin.Courts;
using Zhixin.Database.Checks;
using Zhixin.Database.Courts;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Courts;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Checks;

/// <summary>Records of checks: the list, beginning one, a page each. Query of the list: show (open | owed | risky | ended), case (its number), after.</summary>
public static class CheckPages
{
    private const int PageSize = 50;
    private const string Series = "监";

    private static readonly MatterSurface<CheckRecord> Surface = new(
        "checks", "执行监督记录", "read-enforcement-case", office => office.Checks, CheckActs.All, r => r.Filed.Number, r => r.Version, ShowRecord, Json,
        (law, fact, _) => CheckWords.Of(law, fact), async (office, _, record, stop) => await ContactCards.Of(office.Db, record.Filed.Court, stop))
    {
        Papers = r => r.Papers,
    };

    /// <summary>The acts on a record.</summary>
    internal static MatterPages<CheckRecord> Pages { get; } = new(Surface);

    /// <summary>Maps the pages, the acts and the JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/checks", (HttpContext http, Office office, CancellationToken stop) => Show(http, office, FormState.Empty, 200, stop));
        app.MapGet("/api/checks", ShowJson).WithSummary("执行监督记录：show、case、after、size");
        app.MapPost("/checks", Post).Posted();
        app.MapPost("/api/checks", PostJson).WithSummary("建立执行监督记录").Accepts<ApiAct>("application/json");
        Pages.Map(app);
    }

    private static CheckFilter Filter(HttpContext http, Office office)
    {
        var query = http.Request.Query;
        return new CheckFilter(office.Law.Now.Court(http.Member().Court), Codes.Of<CheckShow>(query["show"]) ?? CheckShow.Open) { After = Place(query["after"].ToString()) };
    }

    private static async Task<IResult> ShowJson(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var (most, filter) = (Math.Clamp(size ?? PageSize, 1, 200), Filter(http, office));
        if (Asked(http) is { } asked)
        {
            return Results.Ok(new { records = (await Find(http, office, asked, stop)).Lines, after = (string?)null });
        }

        var lines = await office.CheckLists.Page(http.Member().Scope, filter, most, stop);
        return Results.Ok(new { records = lines, after = lines.Count == most ? Text(lines[^1].Place(filter.Show)) : null });
    }

    private static async Task<IResult> Post(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        return await Begin(http.Acting(), office, ActInput.Of(form, office.Today), form.Resend, stop) switch
        {
            Answer<MatterAnswer>.Given { Value: var made } => Results.Redirect($"/checks/{made.Home}/{made.Id}"),
            Answer<MatterAnswer>.Refused { Why: Refusal.Authority } => Replies.Error(http, 403),
            Answer<MatterAnswer>.Refused { Why: var why } => await Show(http, office, FormRefusals.Of(form, why, "caseNumber"), Replies.Status(why), stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> PostJson(HttpContext http, Office office, ApiAct body, CancellationToken stop)
    {
        return Replies.Json(
            await Begin(http.Acting(), office, ActInput.Of(body, office.Today), Requests.Resend(http, Recording.Beginning, null, body), stop), made => $"/api/checks/{made.Home}/{made.Id}");
    }

    /// <summary>Begins a record with what was typed.</summary>
    internal static async Task<Answer<MatterAnswer>> Begin(ActingPerson who, Office office, ActInput input, Resend? resend, CancellationToken stop)
    {
        var law = office.Law.Now;
        if (law.MayNot(who, Recording.Beginning, who.Court) is { } mayNot)
        {
            return mayNot;
        }

        if (await office.Checks.Earlier(who, who.Court, resend, stop) is { } earlier)
        {
            return earlier;
        }

        if (input.Blank("filedOn") is { } typed && input.Day("filedOn") is null)
        {
            return new Refusal.Input("filedOn", "date-unreadable", typed);
        }

        var number = Read(office, input.Field("caseNumber"));
        var known = number is null ? null : await office.CheckLists.Of(who.Scope, who.Court, number.Text, stop);
        var (filedOn, command) = (input.Day("filedOn") ?? office.Today, new FileCase(law.Court(who.Court), number, input.Field("caseNumber"), input.Day("filedOn")));
        return Recording.Begin(command, new FilingRules(known?.Number, office.Today)) switch
        {
            Decision<EnforcementCaseFiled>.Done { Events: [var filed] } =>
                await office.Checks.Begin(who, Recording.Beginning, Series, filedOn, resend, given => [filed with { Number = given }], stop) switch
                {
                    Answer<MatterAnswer>.Refused { Why: Refusal.Conflict } => await Known(office, who, filed, stop), // Somebody else was faster.
                    var answer => answer,
                },
            Decision<EnforcementCaseFiled>.Refused refused => refused.Why,
            _ => throw new InvalidOperationException(),
        };
    }

    private static async Task<Refusal> Known(Office office, ActingPerson who, EnforcementCaseFiled filed, CancellationToken stop) =>
        await office.CheckLists.Of(who.Scope, who.Court, filed.CaseNumber, stop) is { } known ? new Refusal.Input("caseNumber", "check-record-known", known.Number) : new Refusal.Conflict(0, 1);

    /// <summary>A case number as people write it; null where it is none.</summary>
    internal static CaseNumber? Read(Office office, string? text) => CaseNumberReader.Read(text, office.Files.Courts, office.Today.Year) switch
    {
        CaseNumberReading.Parsed parsed => parsed.Number,
        CaseNumberReading.UnknownCourt unknown => unknown.Number,
        _ => null,
    };

    private static string? Asked(HttpContext http) => http.Request.Query["case"].ToString().Trim() is { Length: > 0 } asked ? asked : null;

    /// <summary>The record on the case that was searched for, and what to say about the search.</summary>
    private static async Task<(IReadOnlyList<CheckLine> Lines, string Said)> Find(HttpContext http, Office office, string asked, CancellationToken stop) => Read(office, asked) switch
    {
        null => ([], $"“{asked}”不是完整的案号。"),
        { Court: null, Text: var text } => ([], $"{text} 的法院不在法院名录里。"),
        { Court: { } court, Text: var text } => await office.CheckLists.Of(http.Member().Scope, court.Number, text, stop) is { } line ? ([line], $"{text} 有执行监督记录。") : ([], $"{text} 还没有执行监督记录，或者不在本院辖区。"),
    };

    private static async Task<IResult> Show(HttpContext http, Office office, FormState form, int status, CancellationToken stop)
    {
        var (member, law, filter, asked) = (http.Member(), office.Law.Now, Filter(http, office), Asked(http));
        var found = asked is null ? ((IReadOnlyList<CheckLine> Lines, string Said)?)null : await Find(http, office, asked, stop);
        var lines = found?.Lines ?? await office.CheckLists.Page(member.Scope, filter, PageSize + 1, stop);
        var counts = await office.CheckLists.Counts(member.Scope, filter.Under, office.Today, stop);
        var shown = lines.Take(PageSize).ToList();
        var next = lines.Count > PageSize ? Text(shown[^1].Place(filter.Show)) : null;
        return Replies.Page<ChecksPage>(http, new ChecksModel(
            RichText.Of($"{filter.Under.Name}{(law.Courts.Children(filter.Under).Count > 0 ? "辖区" : string.Empty)}正在监督 ", new RichText.Strong($"{counts.Open} 件"), $"，有事待办 {counts.Owed} 件，有风险或者问题 ", new RichText.Strong($"{counts.Risky} 件"), counts.Overdue > 0 ? $"，整改逾期 {counts.Overdue} 件。" : "。"),
            asked is null ? Views(filter, counts, law.Court(member.Court)) : [], [.. shown.Select(l => Row(office, l))],
            asked is null ? new EmptyModel("没有执行监督记录", "立案以后在下面建立，列在这里。") : new EmptyModel("没有找到", found!.Value.Said),
            next is null && filter.After is null ? null : new PagerModel(filter.After is null ? null : Address(filter.Show), next is null ? null : Address(filter.Show) + "&after=" + next, PageSize, null, "件", "最前", "往后"),
            FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["case"] = asked }), found is { Lines.Count: > 0 } ? found.Value.Said : null,
            law.MayNot(http.Acting(), Recording.Beginning, member.Court) is null && member.Court != Court.Platform ? new FileModel(Replies.FreshKey(), form, Fields) : null), status);
    }

    private static IReadOnlyList<Petitions.ActField> Fields { get; } =
    [
        new("caseNumber", "执行案号", FieldKind.Text, [], "本院的案号，例如（2026）豫0802执12号。") { Span = 6 },
        new("filedOn", "立案日期", FieldKind.Text, [], "空着就是今天；写作 2026-02-14。") { Span = 6 },
    ];

    private static List<ViewTab> Views(CheckFilter filter, CheckCounts counts, Court court)
    {
        ViewTab Tab(string text, CheckShow show, int? count) => new(text, Address(show), filter.Show == show, count);
        return
        [
            Tab("全部", CheckShow.Open, counts.Open), Tab("有事待办", CheckShow.Owed, counts.Owed), Tab("有风险或者问题", CheckShow.Risky, counts.Risky),
            .. court.Level is CourtLevel.Supreme ? [] : new[] { Tab("本院已结", CheckShow.Ended, null) },
        ];
    }

    private static CheckListRow Row(Office office, CheckLine line)
    {
        var law = office.Law.Now;
        return new CheckListRow(
            line.NextDue is { } next ? Days.Owed(law, next, line.OverdueAfter, office.Today) : new DueLight(line.Owed > 0 ? LightState.Untimed : LightState.Fulfilled, line.Owed > 0 ? "不定期限" : line.Phase == "ended" ? "已结" : "没有待办"),
            line.NextDue is { } due ? Days.Binding(law, due, line.NextProvisional) : null, line.Number, $"/checks/{line.Home}/{line.Id}", line.CaseNumber, law.Court(line.Court).Name, State(line),
            $"监督卡 {line.Cards}，节点 {line.Nodes}");
    }

    private static string State(CheckLine line)
    {
        List<string> owed =
        [
            .. line.Risks > 0 ? [$"{line.Risks} 项风险待整改"] : Array.Empty<string>(), .. line.Problems > 0 ? [$"{line.Problems} 个问题待答复"] : Array.Empty<string>(),
            .. line.Unchecked > 0 ? [$"{line.Unchecked} 个节点待复核"] : Array.Empty<string>(), .. line.Phones > 0 ? [$"{line.Phones} 次送达待告知举报电话"] : Array.Empty<string>(),
            .. line is { Cards: 0, Phase: "open", ConcludedOn: null } ? ["监督卡待发放"] : Array.Empty<string>(),
        ];
        return owed.Count > 0 ? string.Join("，", owed) : line.ConcludedOn is { } on ? $"{DateText.Iso(on)} 结案" : "没有待办";
    }

    private static async Task<IResult> ShowRecord(HttpContext http, Office office, MatterSeen<CheckRecord> seen, CancellationToken stop)
    {
        var member = http.Member();
        var names = await StaffNames.Of(office, seen.History.Events.SelectMany(e => new[] { e.Actor, e.OnBehalfOf ?? Guid.Empty }), stop);
        var represented = await Deputies.Of(office.Db, member.Court, member.Id, office.Today, stop);
        return Replies.Page<CheckRecordPage>(
            http, new CheckView(office, seen, [http.Acting(), .. represented.Select(one => http.Acting() with { For = one })], names).Model());
    }

    private static object Json(Office office, CheckRecord record) => new
    {
        record.Id.Home,
        id = record.Id.Id,
        record.Version,
        record.Filed,
        record.FiledOn,
        cards = record.Cards.Select(c => new { c.Facts, c.On }),
        feedbacks = record.Feedbacks.Select(f => new { f.Facts, f.On, f.Answer, f.AnsweredOn, f.Waits }),
        services = record.Services.Select(s => new { s.Facts, s.On, s.Told, s.ToldOn }),
        nodes = record.Nodes.Select(n => new { n.Facts, n.On, n.Checked, n.CheckedOn }),
        risks = record.Risks.Select(r => new { r.Facts, r.On, r.Correction, r.CorrectedOn }),
        spotChecks = record.SpotChecks.Select(s => new { s.Facts, s.On }),
        openness = record.Openness.Select(o => new { o.Facts, o.On }),
        record.Conclusion,
        record.ConcludedOn,
        obligations = record.Obligations.Select(o => new { o.No, o.Rule.Kind, o.Rule.Clause, o.Opened.Court, o.Person, o.Due, isOpen = o.IsOpen, isOverdue = o.IsOpen && o.IsBreached(office.Today) }),
    };

    private static string Address(CheckShow show) => "/checks?show=" + ReadRows.Code(show);

    private static string Text(CheckPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"{(place.On == ReadRows.Untimed ? "none" : place.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}_{place.Home}_{place.Id:N}");

    private static CheckPlace? Place(string text) => text.Split('_') is [var on, var home, var id] && On(on) is { } day
        && int.TryParse(home, NumberStyles.None, CultureInfo.InvariantCulture, out var court) && Guid.TryParse(id, out var stream) ? new CheckPlace(day, court, stream) : null;

    private static DateOnly? On(string text) => text == "none" ? ReadRows.Untimed
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
