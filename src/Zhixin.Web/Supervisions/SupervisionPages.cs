using Zhixin.Courts;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>Supervisions: the board, a page each, the form that begins one, and the same as JSON.</summary>
public static class SupervisionPages
{
    private const string Series = "督";

    private static readonly MatterSurface<Supervision> Surface = new(
        "supervisions", "督办件", "read-supervision", office => office.Supervisions, SupervisionActs.All, s => s.Material.Number, s => s.Version, Show,
        SupervisionJson.Of, SupervisionTimeline.Of, Beside)
    {
        Papers = s => s.Papers,
    };

    /// <summary>The machinery of a supervision's page, forms and JSON.</summary>
    internal static MatterPages<Supervision> Pages { get; } = new(Surface);

    /// <summary>Maps the pages, the acts and the JSON.</summary>
    public static void Map(WebApplication app)
    {
        BoardPages.Map(app);
        BelowPages.Map(app);
        ListedPages.Map(app);
        app.MapGet("/supervisions/new", (HttpContext http, Office office, CancellationToken stop) => NewForm(http, office, null, stop));
        app.MapPost("/supervisions", PostNew).Posted();
        app.MapPost("/api/supervisions", PostNewJson).WithSummary("启动督办").Accepts<ApiAct>("application/json");
        Pages.Map(app);
    }

    private static async Task<IResult> Show(HttpContext http, Office office, MatterSeen<Supervision> seen, CancellationToken stop)
    {
        var member = http.Member();
        var represented = await Deputies.Of(office.Db, member.Court, member.Id, office.Today, stop);
        var names = await StaffNames.Of(
            office, seen.History.Events.SelectMany(e => new[] { e.Actor, e.OnBehalfOf ?? Guid.Empty }).Concat(seen.Matter.Obligations.Select(o => o.Person ?? Guid.Empty)), stop);
        var petition = await Beside(office, http.Acting(), seen.Matter, stop) as Petition;
        var barred = Barring.Of(petition, Lists.Of(office.Law.Now, Lists.Exclusions));
        var left = petition is not null && seen.Matter.TakenOver is [.., var taken] ? Zhixin.Petitions.Acts.Moving.Stuck(petition, taken.From) : null;
        var viewers = represented.Select(one => http.Acting() with { For = one }).Prepend(http.Acting()).ToList();
        return Replies.Page<SupervisionPage>(http, new SupervisionView(office, seen, viewers, names, barred, left).Model());
    }

    internal static async Task<object?> Beside(Office office, ActingPerson who, Supervision supervision, CancellationToken stop) =>
        supervision.Material.Subject is { Petition: { } id, Home: { } home } && await office.Petitions.Load(who.Scope, new StreamId(home, id), stop) is var (petition, _) ? petition : null;

    /// <summary>The petition that the new supervision would stand on; null where none is named or it is not in sight.</summary>
    private static async Task<Petition?> On(ActingPerson who, Office office, string? text, CancellationToken stop) =>
        (text ?? string.Empty).Split('_') is [var home, var id] && int.TryParse(home, out var court) && Guid.TryParse(id, out var stream)
        && await office.Petitions.Load(who.Scope, new StreamId(court, stream), stop) is var (petition, _) ? petition : null;

    private static async Task<IResult> NewForm(HttpContext http, Office office, (Refusal Why, PostedForm Form)? failed, CancellationToken stop)
    {
        var named = http.Request.Query["petition"].ToString();
        var petition = await On(http.Acting(), office, named, stop);
        if (petition is null && named.Length > 0)
        {
            return Replies.Error(http, 404);
        }

        var law = office.Law.Now;
        IReadOnlyList<Petitions.ActField> fields =
        [
            new("caseNumber", "执行案号", FieldKind.Text, [], "例如（2025）琼9001执12号。") { Span = 6, Value = petition?.Opened.CaseNumber },
            new("receivedOn", "收到材料日期", FieldKind.Text, [], "空着就是今天。") { Span = 6 },
            new("source", "来源", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. SupervisionWords.Choices(law, SupervisionWords.Sources, sub: true)]) { Span = 6 },
            new("body", "来文机关", FieldKind.Text, [], "没有的不填。") { Span = 6 },
            new("complaint", "反映的问题", FieldKind.TextArea, []) { Value = petition?.Opened.Subject },
            ReviewActs.AccusedField(petition is null ? "执行法院或者本院人员的姓名，用顿号隔开；没有反映人员的不填。" : "信访案件里已经登记的不用再填。"),
            new("flags", "案件性质", FieldKind.Checks, SupervisionWords.Choices(law, SupervisionWords.Flags), law.Binds(http.Member().Court, "HNP-6", office.Today) ? "选了任何一项，应当组成合议庭审查。" : null),
        ];
        var form = failed is var (why, posted)
            ? new FormState(posted.Values, [new FieldMessage((why as Refusal.Input)?.Field ?? "caseNumber", MessageKind.Error, RefusalTexts.Reason(why) + RefusalTexts.Cure(why) + PetitionPages.Basis(law, why))])
            : ActModel.Begun(FormState.Empty, fields);
        var hidden = petition is null ? string.Empty : $"?petition={petition.Id.Home}_{petition.Id.Id}";
        return Replies.Page<NewSupervisionPage>(http, new NewSupervisionModel(
            petition?.Opened.Number, "/supervisions" + hidden, petition is null ? "/supervisions" : $"/petitions/{petition.Id.Home}/{petition.Id.Id}", Replies.FreshKey(), form, fields),
            failed is null ? 200 : Replies.Status(failed.Value.Why));
    }

    private static async Task<IResult> PostNew(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        return await Open(http.Acting(), office, ActInput.Of(form, office.Today), http.Request.Query["petition"], form.Resend, stop) switch
        {
            Answer<MatterAnswer>.Given { Value: var made } => Results.Redirect($"/supervisions/{made.Home}/{made.Id}"),
            Answer<MatterAnswer>.Refused refused => await NewForm(http, office, (refused.Why, form), stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> PostNewJson(HttpContext http, Office office, ApiAct body, CancellationToken stop)
    {
        var resend = Requests.Resend(http, "open-supervision", null, body);
        var input = ActInput.Of(body, body.On ?? office.Today);
        return Replies.Json(await Open(http.Acting(), office, input, input.Field("petition"), resend, stop), made => $"/api/supervisions/{made.Home}/{made.Id}");
    }

    /// <summary>Begins a supervision by what was typed: page, JSON and demo alike.</summary>
    /// <param name="named">The petition as it was named, home_id; empty where the supervision stands on the case alone.</param>
    internal static async Task<Answer<MatterAnswer>> Open(ActingPerson who, Office office, ActInput input, string? named, Resend? resend, CancellationToken stop)
    {
        var law = office.Law.Now;
        if (await office.Supervisions.Earlier(who, who.Court, resend, stop) is { } earlier)
        {
            return earlier;
        }

        var number = input.Blank("caseNumber") is { } text ? CaseNumberReader.Read(text, office.Files.Courts, office.Today.Year) switch
        {
            CaseNumberReading.Parsed parsed => parsed.Number,
            CaseNumberReading.UnknownCourt unknown => unknown.Number,
            _ => null,
        }
        : null;
        if (law.MayNot(who, number?.Court?.Number == who.Court ? Opening.Internal : Opening.Act, number?.Court?.Number ?? who.Court) is { } mayNot)
        {
            return mayNot;
        }

        if (input.OutsideCalendar() is { } outside)
        {
            return outside;
        }

        var on = await On(who, office, named, stop);
        if (on is null && !string.IsNullOrEmpty(named))
        {
            return new Refusal.Input("petition", "supervision-petition-unknown", named); // Without it there were no bars, and nobody accused.
        }

        if (input.Field("receivedOn") is { Length: > 0 } typed && input.Day("receivedOn") is null)
        {
            return new Refusal.Input("receivedOn", "date-unreadable", typed);
        }

        var running = number is null ? null : await office.SupervisionLists.Running(who.Scope, on?.Id.Id, number.Text, number.Court?.Number == who.Court, stop);
        var names = ReviewActs.Names(input);
        var command = new OpenSupervision(
            law.Court(who.Court), number, on, input.Field("source"), input.Field("body"), input.Field("complaint"),
            [.. input.Text("flags").Split([',', '，'], StringSplitOptions.RemoveEmptyEntries)], input.Day("receivedOn"))
        {
            Names = names, Accused = await ReviewActs.Staff(office, [who.Court, .. number?.Court is { } court ? [court.Number] : Array.Empty<int>()], names, stop),
        };
        var rules = new OpeningRules(
            n => [.. law.Courts.Superiors(law.Court(n))], Lists.Of(law, SupervisionWords.Sources), Lists.Of(law, SupervisionWords.Flags), Lists.Of(law, Lists.Exclusions),
            running is null ? null : new RunningSupervision(running.Home, running.Id, running.Number, law.Court(running.Court).Name), office.Today);
        return Opening.Decide(command, rules) switch
        {
            Decision<SupervisionMaterialReceived>.Done { Events: [var material] } => await office.Supervisions.Begin(
                who, Opening.Act, Series, office.Today, resend, given => [material with { Number = given }], stop),
            Decision<SupervisionMaterialReceived>.Refused refused => law.Cited(who.Court, refused.Why, office.Today),
            _ => throw new InvalidOperationException(),
        };
    }
}
