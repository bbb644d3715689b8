using Zhixin.Database;
using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The petition page, and every act on a petition: as a form and as JSON over the same function.</summary>
public static class PetitionPages
{
    /// <summary>Maps the page, the acts and the JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/petitions/{home:int}/{id:guid}", Show);
        app.MapGet("/api/petitions/{home:int}/{id:guid}", ShowJson).WithSummary("信访案件");
        Unmasking.Map(app);
        foreach (var act in PetitionActs.All)
        {
            app.MapGet($"/petitions/{{home:int}}/{{id:guid}}/act/{act.Path}", (HttpContext http, Office office, int home, Guid id, CancellationToken stop) =>
                ActForm(http, office, new StreamId(home, id), act, null, stop));
            app.MapPost($"/petitions/{{home:int}}/{{id:guid}}/{act.Path}", (HttpContext http, Office office, int home, Guid id, CancellationToken stop) =>
                PostForm(http, office, new StreamId(home, id), act, stop)).Posted();
            app.MapPost($"/api/petitions/{{home:int}}/{{id:guid}}/{act.Path}", (HttpContext http, Office office, int home, Guid id, ApiAct body, CancellationToken stop) =>
                PostJson(http, office, new StreamId(home, id), act, body, stop)).WithSummary(act.Name);
        }
    }

    private static async Task<IResult> Show(HttpContext http, Office office, int home, Guid id, CancellationToken stop)
    {
        var note = AccessLog.Note(http.Member(), "read-petition", office.Clock.GetUtcNow(), (home, id));
        var model = await PetitionView.Of(http, office, new StreamId(home, id), null, stop, note: note);
        return model is null ? Replies.Error(http, 404) : Replies.Page<PetitionPage>(http, model);
    }

    private static async Task<IResult> ShowJson(HttpContext http, Office office, int home, Guid id, CancellationToken stop)
    {
        if (await office.Petitions.Load(http.Member().Scope, new StreamId(home, id), stop) is not var (petition, _))
        {
            return Replies.Problem(404, "http-404");
        }

        await AccessLog.Write(office.Db, http.Member(), "read-petition", office.Clock.GetUtcNow(), (home, id), stop: stop);
        return Results.Ok(PetitionJson.Of(petition, office.Today, office.Law.Now.Procedures(office.Today)));
    }

    private static async Task<IResult> PostForm(HttpContext http, Office office, StreamId id, PetitionActs.Entry act, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        var on = DateOnly.TryParseExact(form["on"], "yyyy-MM-dd", out var day) ? day : office.Today;
        var command = new PetitionAct(act.Act, id, form.Version, on, form.Resend) { Proof = form["lateProof"] };
        var answer = form["on"] is { Length: > 0 } typed && !DateOnly.TryParseExact(typed, "yyyy-MM-dd", out _)
            ? (Answer<PetitionAnswer>)new Refusal.Input("on", "date-unreadable", typed)
            : await Do(http, office, command, act, ActInput.Of(form, on), stop);
        switch (answer)
        {
            case Answer<PetitionAnswer>.Given { Value.Paper: { } paper }:
                return Results.Redirect($"/petitions/{id.Home}/{id.Id}/papers/{paper}");
            case Answer<PetitionAnswer>.Given:
                return Results.Redirect($"/petitions/{id.Home}/{id.Id}");
            case Answer<PetitionAnswer>.Refused { Why: Refusal.Conflict }:
                return await Conflicts.Page(http, office, id, form, act, stop);
            case Answer<PetitionAnswer>.Refused refused when act.Path is not ("assignment" or "acknowledgement"):
                return await ActForm(http, office, id, act, (refused.Why, form), stop);
            case Answer<PetitionAnswer>.Refused refused:
                var model = await PetitionView.Of(http, office, id, new FailedAct(act, refused.Why, form), stop);
                return model is null ? Replies.Error(http, 404) : Replies.Page<PetitionPage>(http, model, Replies.Status(refused.Why));
            default:
                return Replies.Error(http, 404);
        }
    }

    private static async Task<IResult> ActForm(
        HttpContext http, Office office, StreamId id, PetitionActs.Entry act, (Refusal Why, PostedForm Form)? failed, CancellationToken stop)
    {
        if (await office.Petitions.Load(http.Member().Scope, id, stop) is not var (petition, _))
        {
            return Replies.Error(http, 404);
        }

        var reading = new Reading(http.Member().Scope);
        var contacts = PetitionLists.ContactsOf(reading, petition.Contacts);
        var represented = Deputies.Of(reading, http.Member().Court, http.Member().Id, office.Today);
        var staff = act.Path is HandDownActs.Naming or WriteOffs.WriteOffActs.Naming ? Candidates.At(reading, http.Member().Court) : Candidates.Of(reading, petition);
        var files = act.Path is WriteOffs.WriteOffActs.Applying or Terminations.TerminationActs.Reporting ? WriteOffs.WriteOffActs.Files(office, reading, petition) : Task.FromResult<IReadOnlyList<Zhixin.Petitions.MatterDocument>>([]);
        var persons = office.Persons.Open(reading, id.Home, [.. petition.Petitioners.Select(p => p.Person), .. petition.Opened.Parties]);
        await reading.Run(office.Db, null, stop);
        var booking = await Reception.BookingPeople.Of(office, http.Member().Scope, petition, act.Path, stop);
        var form = failed is null && act.NotInForce(office.Law.Now, petition, office.Today) is { } not
            ? new FormState(new Dictionary<string, string?>(StringComparer.Ordinal), [new FieldMessage("reason", MessageKind.Error, RefusalTexts.Reason(not) + RefusalTexts.Cure(not))])
            : failed is var (why, posted)
            ? new FormState(Reception.ReceptionForms.Redirected(posted.Values, why, booking), [new FieldMessage((why as Refusal.Input)?.Field ?? "reason", MessageKind.Error, RefusalTexts.Reason(why) + RefusalTexts.Cure(why) + Basis(office.Law.Now, why))])
            : FormState.Of(http.Request.Query.Where(q => q.Key is "onBehalfOf" or "no" or "kind" or "contact").ToDictionary(q => q.Key, q => (string?)q.Value.ToString(), StringComparer.Ordinal));
        var model = ActModel.Of(petition, act, await contacts, await represented, new ActPeople(await staff, await persons, http.Member().Court) { Files = await files }, form, office.Law.Now, office.Today, booking);
        return model is null ? Replies.Error(http, 404) : Replies.Page<ActPage>(http, model, failed is null ? 200 : Replies.Status(failed.Value.Why));
    }

    /// <summary>The clause of a refusal in words; empty where none is the reason.</summary>
    internal static string Basis(Law law, Refusal why) =>
        RefusalTexts.Clause(why) is { Length: > 0 } clause ? $"（依据：{Clauses.Ref(law, clause) switch { { Name: { } name } => $"{name}，{clause}", _ => clause }}）" : string.Empty;

    private static async Task<IResult> PostJson(HttpContext http, Office office, StreamId id, PetitionActs.Entry act, ApiAct body, CancellationToken stop)
    {
        var (resend, expected) = (Requests.Resend(http, act.Path, id.Id, body), Requests.Expected(http) ?? body.Version);
        var on = body.On ?? office.Today;
        return Replies.Json(await Do(
            http, office, new PetitionAct(act.Act, id, expected, on, resend) { Proof = body.LateProof }, act, ActInput.Of(body, on), stop));
    }

    /// <summary>Does an act; what it needs to know of other things is fetched first.</summary>
    private static async Task<Answer<PetitionAnswer>> Do(
        HttpContext http, Office office, PetitionAct act, PetitionActs.Entry entry, ActInput input, CancellationToken stop)
    {
        if (entry.NeedsVersion && act.Expected is null)
        {
            return await office.Petitions.Earlier(http.Acting(), act, stop) ?? new Refusal.Input("version", "version-required");
        }

        if (input.OutsideCalendar() is { } outside)
        {
            return outside;
        }

        if (await office.Petitions.Load(http.Member().Scope, act.Petition, stop) is not var (petition, history))
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        if (await ActingFor(http, office, input.Field("onBehalfOf"), stop) is not { } who)
        {
            return new Refusal.Authority(act.Act, "deputy-not-named");
        }

        var prepared = await entry.Begin(new ActCall(office, who, petition, input), stop);
        return prepared.Act is { } special
            ? await special(act, stop)
            : await office.Petitions.Do(who, act, prepared.Decide!, stop, (petition, history));
    }

    /// <summary>The person who acts, for himself or for the one named; null where that one has not named him deputy for today.</summary>
    internal static async Task<ActingPerson?> ActingFor(HttpContext http, Office office, string? onBehalfOf, CancellationToken stop)
    {
        var who = http.Acting();
        if (string.IsNullOrWhiteSpace(onBehalfOf))
        {
            return who;
        }

        var represented = await Deputies.Of(office.Db, who.Court, who.Id, office.Today, stop);
        return represented.FirstOrDefault(r => r.Id.ToString() == onBehalfOf.Trim()) is { } one ? who with { For = one } : null;
    }
}

/// <summary>An act through the API: fields by name, the legal day, and the version that the actor saw (or If-Match).</summary>
/// <param name="OnBehalfOf">For whom a deputy acts.</param>
/// <param name="LateProof">What proves the day of an act that is entered late: a document, and where it is kept.</param>
public sealed record ApiAct(Dictionary<string, string?>? Fields, DateOnly? On, int? Version, Guid? OnBehalfOf, string? LateProof)
{
    /// <summary>What a form would have in a field; null where it was not sent.</summary>
    public string? Value(string field) => field switch
    {
        "onBehalfOf" => OnBehalfOf?.ToString(),
        "lateProof" => LateProof,
        _ => Fields?.GetValueOrDefault(field),
    };
}

/// <summary>An act that was refused, to be shown with what was typed.</summary>
public sealed record FailedAct(PetitionActs.Entry Act, Refusal Why, PostedForm Form);
