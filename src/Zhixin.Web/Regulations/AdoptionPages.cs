using System.Globalization;
using Zhixin.Database.Petitions;
using Zhixin.Database.Regulations;
using Zhixin.Regulations;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Regulations;

/// <summary>A proposal as JSON. <paramref name="Binding"/> absent means binding; <paramref name="Court"/> 0 is the platform.</summary>
public sealed record ApiAdoption(string? Pack, int? Version, int? Court, DateOnly? From, DateOnly? Until, bool? Binding, bool? EndsOlder, string? Reason);

/// <summary>What a refusal or an end says.</summary>
/// <param name="LastDay">Of an end; inclusive.</param>
/// <param name="Expected">The version that the actor saw; the header If-Match says the same.</param>
public sealed record ApiDecision(string? Reason, DateOnly? LastDay, int? Expected);

/// <summary>The acts on adoptions, as forms and as JSON over the same desk.</summary>
public static class AdoptionPages
{
    private static readonly string[] Dates = ["from", "until"];

    /// <summary>Maps the acts.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPost("/regulations/adoptions", Propose).Posted();
        app.MapPost("/regulations/adoptions/{id:guid}/confirmation", (HttpContext http, Office office, Guid id, CancellationToken stop) =>
            Form(http, office, form => office.Adoptions.Confirm(http.Acting(), id, form.Version, form.Resend, stop), "复核", stop)).Posted();
        app.MapPost("/regulations/adoptions/{id:guid}/refusal", (HttpContext http, Office office, Guid id, CancellationToken stop) =>
            Form(http, office, form => office.Adoptions.Refuse(http.Acting(), id, form.Version, form["reason"], form.Resend, stop), "退回", stop)).Posted();
        app.MapPost("/regulations/adoptions/{id:guid}/end", (HttpContext http, Office office, Guid id, CancellationToken stop) =>
            Form(http, office, form => office.Adoptions.ProposeEnd(http.Acting(), id, form.Version, Day(form["lastDay"]), form["reason"], form.Resend, stop), "停止采用", stop)).Posted();
        app.MapGet("/api/adoptions", async (Office office, string? pack, CancellationToken stop) => Results.Ok(await office.Adoptions.Of(pack, stop))).WithSummary("规程的采用");
        app.MapGet("/api/adoptions/{id:guid}", async (Office office, Guid id, CancellationToken stop) =>
            await office.Adoptions.Find(id, stop) is { } found ? Results.Ok(found) : Replies.Problem(404, "http-404")).WithSummary("一项采用");
        app.MapPost("/api/adoptions", ProposeJson).WithSummary("提出采用规程");
        app.MapPost("/api/adoptions/{id:guid}/confirmation", async (HttpContext http, Office office, Guid id, ApiDecision body, CancellationToken stop) =>
            Replies.Json(await office.Adoptions.Confirm(http.Acting(), id, Requests.Expected(http) ?? body.Expected, Requests.Resend(http, "confirmation", id, body), stop))).WithSummary("复核采用");
        app.MapPost("/api/adoptions/{id:guid}/refusal", async (HttpContext http, Office office, Guid id, ApiDecision body, CancellationToken stop) =>
            Replies.Json(await office.Adoptions.Refuse(http.Acting(), id, Requests.Expected(http) ?? body.Expected, body.Reason, Requests.Resend(http, "refusal", id, body), stop))).WithSummary("退回采用");
        app.MapPost("/api/adoptions/{id:guid}/end", async (HttpContext http, Office office, Guid id, ApiDecision body, CancellationToken stop) =>
            Replies.Json(await office.Adoptions.ProposeEnd(
                http.Acting(), id, Requests.Expected(http) ?? body.Expected, body.LastDay, body.Reason, Requests.Resend(http, "end", id, body), stop))).WithSummary("提出停止采用");
    }

    private static async Task<IResult> ProposeJson(HttpContext http, Office office, ApiAdoption body, CancellationToken stop)
    {
        var proposal = new AdoptionProposal(
            body.Pack ?? string.Empty, body.Version, body.Court, body.From, body.Until, body.Binding ?? true, body.EndsOlder ?? false, body.Reason);
        return Replies.Json(await office.Adoptions.Propose(http.Acting(), proposal, Requests.Resend(http, "adoption", null, body), stop), a => $"/api/adoptions/{a.Id}");
    }

    private static async Task<IResult> Propose(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        var unreadable = Dates.FirstOrDefault(field => !string.IsNullOrWhiteSpace(form[field]) && Day(form[field]) is null);
        var answer = unreadable is not null
            ? new Refusal.Input(unreadable, "date-unreadable", form[unreadable])
            : await office.Adoptions.Propose(http.Acting(), Read(form, office.Law.Now), form.Resend, stop);
        return answer switch
        {
            Answer<AdoptionAnswer>.Given => Results.Redirect("/regulations#h-wait"),
            Answer<AdoptionAnswer>.Refused refused => await RegulationPages.Again(http, office, "提出采用", refused.Why, form, stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> Form(
        HttpContext http, Office office, Func<PostedForm, Task<Answer<AdoptionAnswer>>> act, string name, CancellationToken stop) =>
        await act(await Forms.Read(http)) switch
        {
            Answer<AdoptionAnswer>.Given => Results.Redirect("/regulations"),
            Answer<AdoptionAnswer>.Refused refused => await RegulationPages.Again(http, office, name, refused.Why, null, stop),
            _ => Replies.Error(http, 404),
        };

    private static AdoptionProposal Read(PostedForm form, Law law)
    {
        var words = (form["pack"] ?? string.Empty).Split(' ');
        var version = words.Length == 2 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (int?)null;
        return new AdoptionProposal(
            words[0], version, Court(form["court"]?.Trim(), law), Day(form["from"]), Day(form["until"]), form["use"] != "reference", form["endsOlder"] == "end", form["reason"]);
    }

    private static int? Court(string? text, Law law) => text switch
    {
        null or "" => null,
        "系统平台" => 0,
        _ => (law.Courts.ByName(text) ?? law.Courts.ByCode(text))?.Number,
    };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
