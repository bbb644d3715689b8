using Zhixin.Database.Access;
using Zhixin.Database.History;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Papers;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Shell;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Matters;

/// <summary>What the pages of a kind of matter are made of.</summary>
/// <param name="Root">The noun in addresses: "supervisions".</param>
/// <param name="Name">The noun on screen.</param>
/// <param name="Read">The act under which looking is noted.</param>
/// <param name="Show">Answers with the page, given what was refused, if anything was.</param>
/// <param name="Json">The matter as JSON.</param>
/// <param name="Beside">Fetches what else the decisions look at.</param>
/// <param name="Timeline">A fact in plain words; null where it is not shown.</param>
public sealed record MatterSurface<T>(
    string Root, string Name, string Read, Func<Office, MatterDesk<T>> Desk, IReadOnlyList<MatterEntry<T>> Acts, Func<T, string> Number, Func<T, int> Version,
    Func<HttpContext, Office, MatterSeen<T>, CancellationToken, Task<IResult>> Show, Func<Office, T, object> Json, Func<Law, object, LoadedHistory, (string Title, string? Text)?> Timeline,
    Func<Office, ActingPerson, T, CancellationToken, Task<object?>> Beside)
    where T : class
{
    /// <summary>The papers that went out in it; null for a kind that issues none.</summary>
    public Func<T, IReadOnlyList<MatterPaper>>? Papers { get; init; }

    /// <summary>Answers whoever may open nothing of the kind, whatever is in sight of the court; null lets through. Null where every member of a court may.</summary>
    public Func<HttpContext, IResult?>? Gate { get; init; }
}

/// <summary>A matter as it was loaded for somebody who looks.</summary>
public sealed record MatterSeen<T>(StreamId Id, T Matter, Zhixin.Database.History.LoadedHistory History);

/// <summary>Page, forms and JSON of the acts on a kind of matter, all over the same entries.</summary>
public sealed partial class MatterPages<T>(MatterSurface<T> surface)
    where T : class
{
    /// <summary>Maps the page, the acts and the JSON.</summary>
    public void Map(WebApplication app)
    {
        IEndpointRouteBuilder routes = app;
        if (surface.Gate is { } gate)
        {
            routes = app.MapGroup(string.Empty).AddEndpointFilter(async (context, next) => gate(context.HttpContext) is { } answer ? answer : await next(context));
        }

        var root = surface.Root;
        routes.MapGet($"/{root}/{{home:int}}/{{id:guid}}", Show);
        routes.MapGet($"/api/{root}/{{home:int}}/{{id:guid}}", ShowJson).WithSummary(surface.Name);
        foreach (var act in surface.Acts)
        {
            routes.MapGet($"/{root}/{{home:int}}/{{id:guid}}/act/{act.Path}", (HttpContext http, Office office, int home, Guid id, CancellationToken stop) =>
                ActForm(http, office, new StreamId(home, id), act, null, stop));
            routes.MapPost($"/{root}/{{home:int}}/{{id:guid}}/{act.Path}", (HttpContext http, Office office, int home, Guid id, CancellationToken stop) =>
                PostForm(http, office, new StreamId(home, id), act, stop)).Posted();
            routes.MapPost($"/api/{root}/{{home:int}}/{{id:guid}}/{act.Path}", (HttpContext http, Office office, int home, Guid id, ApiAct body, CancellationToken stop) =>
                PostJson(http, office, new StreamId(home, id), act, body, stop)).WithSummary(act.Name);
        }

        if (surface.Papers is { } papers)
        {
            MapPapers(app, papers);
        }
    }

    private string Address(StreamId id) => $"/{surface.Root}/{id.Home}/{id.Id}";

    private async Task<IResult> Show(HttpContext http, Office office, int home, Guid id, CancellationToken stop)
    {
        var desk = surface.Desk(office);
        await desk.Happen(new StreamId(home, id), stop);
        if (await desk.Load(http.Member().Scope, new StreamId(home, id), stop) is not var (matter, history))
        {
            return Replies.Error(http, 404);
        }

        await AccessLog.Write(office.Db, http.Member(), surface.Read, office.Clock.GetUtcNow(), (home, id), stop: stop);
        return await surface.Show(http, office, new MatterSeen<T>(new StreamId(home, id), matter, history), stop);
    }

    private async Task<IResult> ShowJson(HttpContext http, Office office, int home, Guid id, CancellationToken stop)
    {
        var desk = surface.Desk(office);
        await desk.Happen(new StreamId(home, id), stop);
        if (await desk.Load(http.Member().Scope, new StreamId(home, id), stop) is not var (matter, _))
        {
            return Replies.Problem(404, "http-404");
        }

        await AccessLog.Write(office.Db, http.Member(), surface.Read, office.Clock.GetUtcNow(), (home, id), stop: stop);
        return Results.Ok(surface.Json(office, matter));
    }

    private async Task<IResult> PostForm(HttpContext http, Office office, StreamId id, MatterEntry<T> act, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        var on = DateOnly.TryParseExact(form["on"], "yyyy-MM-dd", out var day) ? day : office.Today;
        var answer = form["on"] is { Length: > 0 } typed && !DateOnly.TryParseExact(typed, "yyyy-MM-dd", out _)
            ? (Answer<MatterAnswer>)new Refusal.Input("on", "date-unreadable", typed)
            : await Do(http, office, new MatterAct(act.Act, id, form.Version, on, form.Resend, form["lateProof"]), act, ActInput.Of(form, on), stop);
        return answer switch
        {
            Answer<MatterAnswer>.Given => Results.Redirect(Address(id)),
            Answer<MatterAnswer>.Refused { Why: Refusal.Conflict } => await Conflict(http, office, id, form, act, stop),
            Answer<MatterAnswer>.Refused refused => await ActForm(http, office, id, act, (refused.Why, form), stop),
            _ => Replies.Error(http, 404),
        };
    }

    private async Task<IResult> PostJson(HttpContext http, Office office, StreamId id, MatterEntry<T> act, ApiAct body, CancellationToken stop)
    {
        var (resend, expected) = (Requests.Resend(http, act.Path, id.Id, body), Requests.Expected(http) ?? body.Version);
        var on = body.On ?? office.Today;
        return Replies.Json(await Do(http, office, new MatterAct(act.Act, id, expected, on, resend, body.LateProof), act, ActInput.Of(body, on), stop));
    }

    private async Task<Answer<MatterAnswer>> Do(HttpContext http, Office office, MatterAct act, MatterEntry<T> entry, ActInput input, CancellationToken stop)
    {
        if (entry.NeedsVersion && act.Expected is null)
        {
            return await surface.Desk(office).Earlier(http.Acting(), act.Matter.Home, act.Resend, stop) ?? new Refusal.Input("version", "version-required");
        }

        if (input.OutsideCalendar() is { } outside)
        {
            return outside;
        }

        return await PetitionPages.ActingFor(http, office, input.Field("onBehalfOf"), stop) is { } who
            ? await Carry(office, who, act, entry, input, stop)
            : new Refusal.Authority(act.Act, "deputy-not-named");
    }

    /// <summary>Carries an act through for somebody, with its paper and what follows elsewhere: page, JSON and demo alike.</summary>
    internal async Task<Answer<MatterAnswer>> Carry(Office office, ActingPerson who, MatterAct act, MatterEntry<T> entry, ActInput input, CancellationToken stop)
    {
        var desk = surface.Desk(office);
        if (await desk.Load(who.Scope, act.Matter, stop) is not var (seen, _))
        {
            return new Answer<MatterAnswer>.Unknown();
        }

        var call = await Called(office, who, entry, seen, input, stop);
        var answer = await desk.Do(who, act, matter => entry.Decide(call(matter)), stop, entry.Paper is { } paper ? (matter, facts) => paper(call(matter), facts) : null);
        if (answer is Answer<MatterAnswer>.Given && entry.After is { } after)
        {
            await after(office, act.Matter, who.Court, stop);
        }

        return answer;
    }

    /// <summary>The act as it was asked for, on the matter as it then stands.</summary>
    private async Task<Func<T, MatterCall<T>>> Called(Office office, ActingPerson who, MatterEntry<T> entry, T seen, ActInput input, CancellationToken stop)
    {
        var staff = await Candidates.At(office, who.Court, stop);
        var beside = entry.Fetch is { } fetch ? await fetch(office, who, seen, input, stop) : await surface.Beside(office, who, seen, stop);
        return matter => new MatterCall<T>(office, who, matter, input, staff, beside);
    }

    private async Task<IResult> ActForm(HttpContext http, Office office, StreamId id, MatterEntry<T> act, (Refusal Why, PostedForm Form)? failed, CancellationToken stop)
    {
        var member = http.Member();
        if (await surface.Desk(office).Load(member.Scope, id, stop) is not var (matter, _))
        {
            return Replies.Error(http, 404);
        }

        var represented = await Deputies.Of(office.Db, member.Court, member.Id, office.Today, stop);
        var made = new MatterForm<T>(office.Law.Now, member.Court, matter, await Candidates.At(office, member.Court, stop), office.Today);
        var (hint, fields) = act.Form(made);
        var form = failed is var (why, posted)
            ? new FormState(posted.Values, [new FieldMessage(
                (why as Refusal.Input)?.Field ?? fields.Select(f => f.Name).FirstOrDefault("on"), MessageKind.Error,
                RefusalTexts.Reason(why) + RefusalTexts.Cure(why) + PetitionPages.Basis(office.Law.Now, why))])
            : FormState.Of(http.Request.Query.Where(q => q.Key is "onBehalfOf" or "letter" or "opinion" or "instruction").ToDictionary(q => q.Key, q => (string?)q.Value.ToString(), StringComparer.Ordinal));
        var model = new ActModel(
            act.Name, surface.Number(matter), hint, $"{Address(id)}/{act.Path}", Address(id), Replies.FreshKey(), surface.Version(matter), ActModel.Begun(form, fields),
            [.. fields, .. act.IsOfToday ? [] : ActModel.When, .. ActModel.Behalf(act.Act, represented)], [])
        {
            Facts = act.Facts?.Invoke(made) ?? [],
            Active = surface.Root,
            Preview = act.Paper is null ? null : $"{Address(id)}/act/{act.Path}/draft",
        };
        return Replies.Page<ActPage>(http, model, failed is null ? 200 : Replies.Status(failed.Value.Why));
    }

    private async Task<IResult> Conflict(HttpContext http, Office office, StreamId id, PostedForm form, MatterEntry<T> act, CancellationToken stop)
    {
        if (await surface.Desk(office).Load(http.Member().Scope, id, stop) is not var (matter, history))
        {
            return Replies.Error(http, 404);
        }

        var timeline = MatterTimeline.Entries(surface, office.Law.Now, history, await StaffNames.Of(office, history.Events.Select(e => e.Actor), stop));
        return Replies.Page<ConflictPage>(http, Conflicts.Model(
            surface.Number(matter), Address(id), timeline, history.Events.Count(e => e.Version > (form.Version ?? 0)), form, $"{Address(id)}/{act.Path}", surface.Version(matter)), 409);
    }
}
