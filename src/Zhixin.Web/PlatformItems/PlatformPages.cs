using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.Database.PlatformItems;
using Zhixin.PlatformItems;
using Zhixin.PlatformItems.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.Supervisions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.PlatformItems;

/// <summary>Platform items: the queue, entering, a page each. Query of the queue: stage, kind, show (all | overdue), after.</summary>
public static class PlatformPages
{
    private const int PageSize = 50;
    private const int MostBytes = 4 << 20;

    private static readonly MatterSurface<PlatformItem> Surface = new(
        "platform-items", "平台事项", "read-platform-item", office => office.PlatformItems, PlatformActs.All, i => i.Received.Number, i => i.Version, ShowItem, Json,
        (law, fact, _) => PlatformWords.Of(law, fact), (_, _, _, _) => Task.FromResult<object?>(null));

    /// <summary>The machinery of an item's page, forms and JSON.</summary>
    internal static MatterPages<PlatformItem> Pages { get; } = new(Surface);

    /// <summary>Maps the pages, the acts and the JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/platform-items", (HttpContext http, Office office, CancellationToken stop) => Show(http, office, FormState.Empty, [], 200, stop));
        app.MapGet("/api/platform-items", ShowJson).WithSummary("平台事项：stage、kind、show、after、size");
        app.MapPost("/platform-items", Post).Posted().WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        app.MapPost("/api/platform-items", PostJson).WithSummary("登记平台事项，一次可以多项").Accepts<ApiItems>("application/json");
        WindowPages.Map(app);
        Pages.Map(app);
    }

    private static PlatformFilter Filter(HttpContext http, Office office)
    {
        var query = http.Request.Query;
        return new PlatformFilter(
            office.Law.Now.Court(http.Member().Court), PlatformWords.Stages.FirstOrDefault(s => s == query["stage"].ToString()),
            Lists.Of(office.Law.Now, PlatformWords.Kinds).Find(query["kind"].ToString())?.Code, query["show"] == "overdue")
        {
            LedBy = query["show"] == "ours" ? http.Member().Court : null,
            After = Place(query["after"].ToString()),
        };
    }

    private static async Task<IResult> ShowJson(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var most = Math.Clamp(size ?? PageSize, 1, 200);
        var lines = await office.PlatformLists.Page(http.Member().Scope, Filter(http, office), office.Today, most, stop);
        return Results.Ok(new { items = lines, after = lines.Count == most ? Text(lines[^1].Place()) : null });
    }

    private static async Task<IResult> Post(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        IReadOnlyList<(int, Func<string, string?>)> rows = [(1, field => form[field])];
        var resend = form.Resend;
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            await using var content = new MemoryStream();
            await file.CopyToAsync(content, stop);
            content.Position = 0;
            var (read, why) = PlatformEntering.Read(content);
            if (read is null)
            {
                return await Show(http, office, new FormState(form.Values, [new FieldMessage("file", MessageKind.Error, why!)]), [], 400, stop);
            }

            rows = read;
            resend = form.ResendWith(content.ToArray());
        }

        var (answer, wrong) = await PlatformEntering.Enter(office, http.Acting(), rows, resend, stop);
        return answer switch
        {
            Answer<IReadOnlyList<MatterAnswer>>.Given { Value: [var one] } => Results.Redirect($"/platform-items/{one.Home}/{one.Id}"),
            Answer<IReadOnlyList<MatterAnswer>>.Given => Results.Redirect("/platform-items"),
            Answer<IReadOnlyList<MatterAnswer>>.Refused { Why: Refusal.Authority } => Replies.Error(http, 403),
            Answer<IReadOnlyList<MatterAnswer>>.Refused { Why: var refusal } => await Show(
                http, office, new FormState(form.Values, [new FieldMessage((refusal as Refusal.Input)?.Field ?? "court", MessageKind.Error, RefusalTexts.Reason(refusal) + RefusalTexts.Cure(refusal))]),
                rows.Count > 1 ? wrong : [], Replies.Status(refusal), stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> PostJson(HttpContext http, Office office, ApiItems body, CancellationToken stop)
    {
        var (answer, wrong) = await PlatformEntering.Enter(
            office, http.Acting(), [.. (body.Items ?? []).Select((item, n) => (n + 1, (Func<string, string?>)(field => item?.GetValueOrDefault(field))))], Requests.Resend(http, PlatformHandling.Entering, null, body), stop);
        return answer is Answer<IReadOnlyList<MatterAnswer>>.Refused { Why: Refusal.Input { Message: "platform-rows-wrong" } refusal }
            ? Results.Problem(statusCode: 400, title: RefusalTexts.Reason(refusal), extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = refusal.Message, ["rows"] = wrong })
            : Replies.Json(answer, made => $"/api/platform-items/{made[0].Home}/{made[0].Id}");
    }

    private static async Task<IResult> Show(HttpContext http, Office office, FormState form, IReadOnlyList<WrongRow> wrong, int status, CancellationToken stop)
    {
        var (member, law, filter) = (http.Member(), office.Law.Now, Filter(http, office));
        var lines = await office.PlatformLists.Page(member.Scope, filter, office.Today, PageSize + 1, stop);
        var figures = filter.After is null ? await office.PlatformLists.Figures(member.Scope, filter.Under, office.Today, stop) : null; // They read all that runs in the area.
        var shown = lines.Take(PageSize).ToList();
        var next = lines.Count > PageSize ? Text(shown[^1].Place()) : null;
        var mayEnter = law.Posts(PlatformHandling.Entering).Any(member.Posts.Contains) && law.Courts.Children(law.Court(member.Court)).Count > 0;
        return Replies.Page<PlatformQueuePage>(http, new PlatformQueueModel(
            figures is null ? RichText.Of($"{filter.Under.Name}辖区在办平台事项。")
                : RichText.Of($"{filter.Under.Name}辖区在办 ", new RichText.Strong($"{figures.Sum(f => f.Open)} 项"), $"，待核查 {figures.Sum(f => f.Waiting)} 项，逾期 ", new RichText.Strong($"{figures.Sum(f => f.Overdue)} 项"), "。"),
            Views(filter, figures?.Sum(f => f.Open), figures?.Sum(f => f.Overdue)), [.. shown.Select(l => Row(office, l))],
            new EmptyModel("没有平台事项", "从执行指挥平台登记或者导入以后，列在这里。"),
            next is null && filter.After is null ? null : new PagerModel(filter.After is null ? null : Address(filter), next is null ? null : Address(filter) + "&after=" + next, PageSize, null, "项", "最前", "往后"),
            mayEnter ? new EnterModel(Replies.FreshKey(), form, PlatformEntering.Fields(law, http.Member().Court)) : null, wrong, "/platform-items/window"), status);
    }

    private static List<ViewTab> Views(PlatformFilter filter, int? all, int? overdue) =>
    [
        new("全部在办", Address(filter with { Stage = null, Overdue = false, Kind = null, LedBy = null }), filter is { Stage: null, Overdue: false, Kind: null, LedBy: null }, all),
        new("逾期", Address(filter with { Stage = null, Overdue = true, Kind = null, LedBy = null }), filter.Overdue, overdue),
        .. filter is { LedBy: not null } ? [new ViewTab("本院督办" + (filter.Stage is { } ours ? "：" + PlatformWords.Stage(ours) : string.Empty), Address(filter with { After = null }), true)] : Array.Empty<ViewTab>(),
        .. PlatformWords.Stages.Select(s => new ViewTab(PlatformWords.Stage(s), Address(filter with { Stage = s, Overdue = false, LedBy = null }), filter.Stage == s && filter.LedBy is null)),
    ];

    private static PlatformRow Row(Office office, PlatformLine line)
    {
        var law = office.Law.Now;
        return new PlatformRow(
            line.Stage == "completed" ? new DueLight(LightState.NotDue, "待核查") : Days.Owed(law, line.Due, null, office.Today), line.Due is { } due ? Days.Binding(law, due) : null, line.Number,
            $"/platform-items/{line.Home}/{line.Id}", line.External, Lists.Name(law, PlatformWords.Kinds, line.Kind), SupervisionWords.Court(law, line.Enforcing), line.Content,
            PlatformWords.Stage(line.Stage) + (line.Returns > 0 ? $"（退回 {line.Returns} 次）" : string.Empty));
    }

    private static async Task<IResult> ShowItem(HttpContext http, Office office, MatterSeen<PlatformItem> seen, CancellationToken stop)
    {
        var (law, item, member) = (office.Law.Now, seen.Matter, http.Member());
        var names = await StaffNames.Of(office, seen.History.Events.Select(e => e.Actor).Concat(item.Obligations.Select(o => o.Person ?? Guid.Empty)), stop);
        var represented = await Deputies.Of(office.Db, member.Court, member.Id, office.Today, stop);
        var timeline = MatterTimeline.Entries(Surface, law, seen.History, names);
        return Replies.Page<PlatformItemPage>(http, new PlatformItemModel(
            item.Received.Number, [new(PlatformWords.Stage(item.Stage), item.IsOpen), new(Lists.Name(law, PlatformWords.Kinds, item.Received.Kind))], item.Received.Content, Facts(law, item),
            OwedRows.Rows(law, item.Obligations, office.Today, o => $"{SupervisionWords.Court(law, o.Opened.Court)}　{(o.Person is { } p ? names.GetValueOrDefault(p, "承办人") : office.Files.Units.FirstOrDefault(u => u.Kind == o.Unit)?.Name ?? "信访专班")}"),
            PossibleMatterActs.Of(
                PlatformActs.All, item, [http.Acting(), .. represented.Select(one => http.Acting() with { For = one })], (who, act) => office.PlatformItems.MayNot(who, act, item),
                $"/platform-items/{seen.Id.Home}/{seen.Id.Id}", law, office.Today),
            timeline, $"最新在前，共 {timeline.Count} 条；每一条都不可删改"));
    }

    private static List<KeyValue> Facts(Law law, PlatformItem item) =>
    [
        new("平台编号", item.Received.External), new("督办法院", SupervisionWords.Court(law, item.Received.From)), new("承办法院", SupervisionWords.Court(law, item.Received.To)),
        .. item.Received.CaseNumber is { } number ? [new KeyValue("案号", number)] : Array.Empty<KeyValue>(), new("收到", DateText.Iso(item.Received.ReceivedOn)),
        new("期限", item.DueOn is { } due ? RichText.Of(RichText.On(Days.Binding(law, due))) : "平台没有载明"), new("承办人", item.Handler?.HandlerName ?? "待指定"), new("核查人", item.Verifier?.VerifierName ?? "待指定"),
    ];

    private static object Json(Office office, PlatformItem item) => new
    {
        item.Id.Home,
        id = item.Id.Id,
        item.Version,
        item.Received,
        item.Stage,
        item.DueOn,
        handler = item.Handler?.Handler,
        verifier = item.Verifier?.Verifier,
        item.Completed,
        item.CompletedOn,
        item.ConfirmedOn,
        item.Returns,
        item.Pressed,
        item.ClosedBecause,
        obligations = item.Obligations.Select(o => new { o.No, o.Rule.Kind, o.Rule.Clause, o.Opened.Court, o.Person, o.Due, isOpen = o.IsOpen, isOverdue = o.IsOpen && o.IsBreached(office.Today) }),
    };

    private static string Address(PlatformFilter f) => $"/platform-items?show={(f.Overdue ? "overdue" : f.LedBy is not null ? "ours" : "all")}{(f.Stage is null ? string.Empty : "&stage=" + f.Stage)}{(f.Kind is null ? string.Empty : "&kind=" + f.Kind)}";

    private static string Text(PlatformPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"{(place.On == ReadRows.Untimed ? "none" : place.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}_{place.Home}_{place.Id:N}");

    private static PlatformPlace? Place(string text) => text.Split('_') is [var on, var home, var id] && On(on) is { } day
        && int.TryParse(home, NumberStyles.None, CultureInfo.InvariantCulture, out var court) && Guid.TryParse(id, out var stream) ? new PlatformPlace(day, court, stream) : null;

    private static DateOnly? On(string text) => text == "none" ? ReadRows.Untimed
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Items through the API: each with external, kind (code or name), court (full name), caseNumber, content, receivedOn, due.</summary>
public sealed record ApiItems(IReadOnlyList<Dictionary<string, string?>>? Items);
