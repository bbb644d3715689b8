using Zhixin.Courts;
using Zhixin.Database.Courts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

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
        app.MapGet("/courts/{number:int}/units", Units);
        app.MapPost("/courts/{number:int}/units", PostUnit).Posted();
        app.MapPost("/api/courts/{number:int}/units", ApiUnit).WithSummary("设立机构");
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
            await ContactCardPages.Lines(office, court.Number, stop), [.. children.Select(c => Row(courts, c, used))],
            await Standing(office, court, stop), Actions(http, office, court.Number)));
    }

    private static async Task<IResult> Units(HttpContext http, Office office, int number, CancellationToken stop) =>
        await UnitForm(http, office, number, FormState.Empty, 200, stop);

    private static async Task<IResult> PostUnit(HttpContext http, Office office, int number, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        if (office.Law.Now.Courts.ByNumber(number) is null)
        {
            return Replies.Error(http, 404);
        }

        var name = form["unitName"]?.Trim() is { Length: <= 50 } typed ? typed : string.Empty;
        return await office.Staff.CreateUnit(http.Acting(), number, form["kind"] ?? string.Empty, name, stop) is Answer<string>.Refused refused
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
            court.Name, Href(number), await Standing(office, court, stop),
            [.. office.Files.Units.Where(u => u.Level == court.Level).Select(u => new Choice(u.Kind, u.Name))], form, Replies.FreshKey()), status);
    }

    /// <summary>The units that stand at a court, each with what it is part of and the clauses that it comes from.</summary>
    private static async Task<IReadOnlyList<UnitRow>> Standing(Office office, Court court, CancellationToken stop)
    {
        var kinds = office.Files.Units.Where(u => u.Level == court.Level).ToDictionary(u => u.Kind, StringComparer.Ordinal);
        return
        [
            .. (await StaffLists.Units(office.Db, court.Number, stop)).Select(u => new UnitRow(u.Name, u.Head, u.Staff, null)
            {
                PartOf = kinds.GetValueOrDefault(u.Kind)?.PartOf is { } whole ? kinds[whole].Name : null,
                OwnsPetitions = kinds.GetValueOrDefault(u.Kind)?.OwnsPetitions == true,
                Clauses = [.. (kinds.GetValueOrDefault(u.Kind)?.Clauses ?? []).Select(c => Clauses.Ref(office.Law.Now, c))],
            }),
        ];
    }

    private static async Task<IResult> ApiUnit(HttpContext http, Office office, int number, ApiUnitForm body, CancellationToken stop) =>
        office.Law.Now.Courts.ByNumber(number) is null
            ? Replies.Problem(404, "http-404")
            : Replies.Json(await office.Staff.CreateUnit(http.Acting(), number, body.Kind ?? string.Empty, body.Name ?? string.Empty, stop), _ => $"/api/courts/{number}");

    private static IResult Api(Office office, string? words, int? parent)
    {
        var courts = office.Law.Now.Courts;
        var found = words is not null ? Find(courts, words) : courts.ByNumber(parent ?? 1) is { } above ? courts.Children(above) : [];
        return Results.Ok(found.Select(Json));
    }

    private static async Task<IResult> ApiOne(Office office, int number, CancellationToken stop) => office.Law.Now.Courts.ByNumber(number) is { } court
        ? Results.Ok(new { court = Json(court), card = ContactCardPages.Public(await ContactCards.Of(office.Db, number, stop)), units = await StaffLists.Units(office.Db, number, stop) })
        : Replies.Problem(404, "http-404");

    private static ApiCourt Json(Court court) => new(court.Number, court.Name, court.Level, court.Province, court.Parent, court.Code);

    private static int Home(HttpContext http, CourtDirectory courts) => courts.ByNumber(http.Member().Court) is { } own ? own.Number : courts.All[0].Number;

    private static string Href(int number) => $"/courts/{number}";

    private static CourtRow Row(CourtDirectory courts, Court court, HashSet<int> used) =>
        new(court.Name, court.Code ?? "—", LevelName(court.Level), Href(court.Number), courts.Children(court).Count, used.Contains(court.Number));

    private static List<ActionModel> Actions(HttpContext http, Office office, int court)
    {
        var actions = new List<ActionModel>();
        actions.Add(new ActionModel("公开页", $"/public/courts/{court}"));
        if (ContactCardPages.MayEdit(http, office, court))
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
}

/// <summary>A court in JSON.</summary>
public sealed record ApiCourt(int Number, string Name, CourtLevel Level, string Province, int? Parent, string? Code);

/// <summary>A unit to be set up. <paramref name="Name"/> empty: the name of the kind.</summary>
public sealed record ApiUnitForm(string? Kind, string? Name);
