using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.Courts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Courts;

/// <summary>The court tree with contact cards and units, for everybody who signed in; the card is edited by the court's own people.</summary>
public static class CourtsPages
{
    private const int MostHits = 50;

    /// <summary>Maps the pages and their JSON twins.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/courts", (HttpContext http, Office office, string? words, CancellationToken stop) => Show(http, office, null, words, stop));
        app.MapGet("/courts/{number:int}", (HttpContext http, Office office, int number, string? words, CancellationToken stop) => Show(http, office, number, words, stop));
        app.MapGet("/courts/{number:int}/card", Card);
        app.MapPost("/courts/{number:int}/card", PostCard).Posted();
        app.MapGet("/courts/{number:int}/units", Units);
        app.MapPost("/courts/{number:int}/units", PostUnit).Posted();
        app.MapGet("/api/courts", Api).WithSummary("法院目录");
        app.MapGet("/api/courts/{number:int}", ApiOne).WithSummary("法院、联系卡和机构");
    }

    /// <summary>The courts whose name or code has the words, superiors first.</summary>
    public static IReadOnlyList<Court> Find(CourtDirectory courts, string? words) => words?.Trim() is { Length: > 0 and <= 50 } wanted
        ? [.. courts.All.Where(c => c.Name.Contains(wanted, StringComparison.Ordinal) || c.Code?.StartsWith(wanted, StringComparison.Ordinal) == true)
            .OrderBy(c => c.Level).ThenBy(c => c.Number).Take(MostHits)]
        : [];

    /// <summary>The words of a level.</summary>
    public static string LevelName(CourtLevel level) => level switch
    {
        CourtLevel.Supreme => "最高人民法院",
        CourtLevel.High => "高级人民法院",
        CourtLevel.Intermediate => "中级人民法院",
        CourtLevel.Basic => "基层人民法院",
    };

    private static async Task<IResult> Show(HttpContext http, Office office, int? number, string? words, CancellationToken stop)
    {
        var courts = office.Law.Now.Courts;
        if (courts.ByNumber(number ?? Home(http, courts)) is not { } court)
        {
            return Replies.Error(http, 404);
        }

        var (hits, children) = (Find(courts, words), courts.Children(court));
        var used = await StaffLists.InUse(office.Db, hits.Concat(children).Append(court).Select(c => c.Number), stop);
        return Replies.Page<CourtsPage>(http, new CourtsModel(
            FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["words"] = words }), [.. hits.Select(c => Row(courts, c, used))],
            [.. courts.Superiors(court).Reverse().Select(c => new Anchor(c.Name, Href(c.Number)))], Row(courts, court, used),
            Lines(await ContactCards.Of(office.Db, court.Number, stop)), [.. children.Select(c => Row(courts, c, used))],
            [.. (await StaffLists.Units(office.Db, court.Number, stop)).Select(u => new UnitRow(u.Name, u.Head, u.Staff, null))], Actions(http, office, court.Number)));
    }

    private static async Task<IResult> Card(HttpContext http, Office office, int number, CancellationToken stop)
    {
        if (office.Law.Now.Courts.ByNumber(number) is not { } court || !MayEditCard(http, office, number))
        {
            return Replies.Error(http, office.Law.Now.Courts.ByNumber(number) is null ? 404 : 403);
        }

        var card = await ContactCards.Of(office.Db, number, stop);
        var values = Texts(card).ToDictionary(t => t.Field, t => (string?)t.Value, StringComparer.Ordinal);
        return Replies.Page<CardPage>(http, new CardModel(court.Name, Href(number), FormState.Of(values), Replies.FreshKey()));
    }

    private static async Task<IResult> PostCard(HttpContext http, Office office, int number, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        if (office.Law.Now.Courts.ByNumber(number) is not { } court || !MayEditCard(http, office, number))
        {
            return Replies.Error(http, office.Law.Now.Courts.ByNumber(number) is null ? 404 : 403);
        }

        var card = new ContactCard
        {
            PostalAddress = Text(form, "postalAddress"), ReceptionWindow = Text(form, "receptionWindow"), Hours = Text(form, "hours"), Phones = Text(form, "phones"),
            Web = Text(form, "web"),
        };
        var tooLong = Texts(card).Where(t => t.Value.Length > ContactCards.Longest)
            .Select(t => new FieldMessage(t.Field, MessageKind.Error, RefusalTexts.Reason(new Refusal.Input(t.Field, "card-length", t.Name)))).ToList();
        if (tooLong.Count > 0)
        {
            return Replies.Page<CardPage>(http, new CardModel(court.Name, Href(number), new FormState(form.Values, tooLong), Replies.FreshKey()), 400);
        }

        await ContactCards.Write(office.Db, number, card, office.Clock.GetUtcNow(), stop);
        await AccessLog.Write(office.Db, http.Member(), "edit-contact-card", office.Clock.GetUtcNow(), detail: court.Name, stop: stop);
        return Results.Redirect(Href(number));
    }

    private static async Task<IResult> Units(HttpContext http, Office office, int number, CancellationToken stop) =>
        await UnitForm(http, office, number, FormState.Empty, 200, stop);

    private static async Task<IResult> PostUnit(HttpContext http, Office office, int number, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        if (office.Law.Now.Courts.ByNumber(number) is not { } court)
        {
            return Replies.Error(http, 404);
        }

        var kind = office.Files.Units.FirstOrDefault(u => u.Level == court.Level && u.Kind == form["kind"]);
        var name = form["unitName"]?.Trim() is { Length: > 0 and <= 50 } typed ? typed : kind?.Name;
        var answer = kind is null ? new Refusal.Input("kind", "unit-kind") : await office.Staff.CreateUnit(http.Acting(), number, kind, name!, stop);
        return answer is Answer<Guid>.Refused refused
            ? await UnitForm(http, office, number, FormRefusals.Of(form, refused.Why, "kind"), Replies.Status(refused.Why), stop)
            : Results.Redirect($"{Href(number)}/units");
    }

    private static async Task<IResult> UnitForm(HttpContext http, Office office, int number, FormState form, int status, CancellationToken stop)
    {
        if (office.Law.Now.Courts.ByNumber(number) is not { } court || office.Staff.MayNot(http.Acting(), number) is not null)
        {
            return Replies.Error(http, office.Law.Now.Courts.ByNumber(number) is null ? 404 : 403);
        }

        return Replies.Page<UnitPage>(http, new UnitFormModel(
            court.Name, Href(number), [.. (await StaffLists.Units(office.Db, number, stop)).Select(u => new UnitRow(u.Name, u.Head, u.Staff, null))],
            [.. office.Files.Units.Where(u => u.Level == court.Level).Select(u => new Choice(u.Kind, u.Name))], form, Replies.FreshKey()), status);
    }

    private static IResult Api(Office office, string? words, int? parent)
    {
        var courts = office.Law.Now.Courts;
        var found = words is not null ? Find(courts, words) : courts.ByNumber(parent ?? 1) is { } above ? courts.Children(above) : [];
        return Results.Ok(found.Select(Json));
    }

    private static async Task<IResult> ApiOne(Office office, int number, CancellationToken stop) => office.Law.Now.Courts.ByNumber(number) is { } court
        ? Results.Ok(new { court = Json(court), card = await ContactCards.Of(office.Db, number, stop), units = await StaffLists.Units(office.Db, number, stop) })
        : Replies.Problem(404, "http-404");

    private static ApiCourt Json(Court court) => new(court.Number, court.Name, court.Level, court.Province, court.Parent, court.Code);

    private static int Home(HttpContext http, CourtDirectory courts) => courts.ByNumber(http.Member().Court) is { } own ? own.Number : courts.All[0].Number;

    private static string Href(int number) => $"/courts/{number}";

    private static CourtRow Row(CourtDirectory courts, Court court, HashSet<int> used) =>
        new(court.Name, court.Code ?? "—", LevelName(court.Level), Href(court.Number), courts.Children(court).Count, used.Contains(court.Number));

    private static List<ActionModel> Actions(HttpContext http, Office office, int court)
    {
        var actions = new List<ActionModel>();
        if (MayEditCard(http, office, court))
        {
            actions.Add(new ActionModel("编辑联系卡", $"{Href(court)}/card"));
        }

        if (office.Staff.MayNot(http.Acting(), court) is null)
        {
            actions.Add(new ActionModel("机构", $"{Href(court)}/units"));
        }

        if (StaffSight.Of(http, office, court).Any)
        {
            actions.Add(new ActionModel("人员", $"/staff/{court}"));
        }

        return actions;
    }

    private static bool MayEditCard(HttpContext http, Office office, int court) =>
        (http.Member().Court == court && http.Member().Posts.Contains("petition-unit-head")) || office.Staff.MayNot(http.Acting(), court) is null;

    private static IReadOnlyList<KeyValue> Lines(ContactCard card) =>
        [.. Texts(card).Where(t => t.Value.Length > 0).Select(t => new KeyValue(t.Name, t.Value))];

    private static IEnumerable<(string Field, string Name, string Value)> Texts(ContactCard card) =>
    [
        ("postalAddress", "通信地址", card.PostalAddress), ("receptionWindow", "接待窗口", card.ReceptionWindow), ("hours", "接待时间", card.Hours),
        ("phones", "电话", card.Phones), ("web", "网站", card.Web),
    ];

    private static string Text(PostedForm form, string field) => form[field]?.Trim() ?? string.Empty;
}

/// <summary>A court in JSON.</summary>
public sealed record ApiCourt(int Number, string Name, CourtLevel Level, string Province, int? Parent, string? Code);
