using Zhixin.Calendar;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>Registering and matching as JSON.</summary>
public static class RegisterApi
{
    /// <summary>Maps the routes.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPost("/api/contacts", Api).WithSummary("登记来访来信").Accepts<ApiRegistration>("application/json");
        app.MapPost("/api/contacts/matches", ApiMatches).WithSummary("比对同一事项");
    }

    private static async Task<IResult> Api(HttpContext http, Office office, ApiRegistration body, CancellationToken stop)
    {
        if (!body.IsWhole)
        {
            return Replies.Problem(400, "http-400");
        }

        var (draft, refusals) = Registering.Read(body.Form, RegisterReading.Read(office, body.Form.CaseNumber), RegisterReading.Now(office), WorkCalendar.First);
        if (draft is null)
        {
            return Replies.Problem(refusals[0]);
        }

        var resend = Requests.Resend(http, "register", null, body);
        var (files, gone) = office.Attachments.Arrived(http.Member().Id, body.Uploads ?? []);
        if (gone is not null)
        {
            var earlier = await KeptAnswers.Find<Receipt>(office.Db, http.Member().Scope, http.Member().Court, http.Member().Id, resend, stop);
            return Replies.Json(earlier ?? gone, r => $"/api/petitions/{r.PetitionHome}/{r.Petition}");
        }

        var registration = RegisterReading.Registration(body.Join, draft, await RegisterReading.StaffCalled(office, http, draft.Facts.Handler, stop), null, resend) with { Files = files };
        var answer = await office.Intake.Register(http.Acting(), registration, stop);
        if (answer is Answer<Receipt>.Given)
        {
            RegisterReading.Taken(office, files);
        }

        return Replies.Json(answer, r => $"/api/petitions/{r.PetitionHome}/{r.Petition}");
    }

    private static async Task<IResult> ApiMatches(HttpContext http, Office office, ApiRegistration body, CancellationToken stop) =>
        !body.IsWhole ? Replies.Problem(400, "http-400") : Results.Ok((await RegisterReading.Hits(http, office, body.Form, stop)).Select(hit => hit.InSight
            ? new ApiMatch(hit.Home, hit.Id, office.Files.Courts.ByNumber(hit.Court)?.Name ?? string.Empty, hit.Number, hit.ReceivedOn, CodeWords.Of(hit.Stage), [.. hit.Agreements.Select(a => ReadRows.Code(a))])
            : new ApiMatch(null, null, office.Files.Courts.ByNumber(hit.Court)?.Name ?? string.Empty, hit.Number, hit.ReceivedOn, CodeWords.Of(hit.Stage), [])));
}

/// <summary>A registration through the API.</summary>
/// <param name="Join">"home_id" of the petition that a person found to be the same matter.</param>
/// <param name="Uploads">Files that came with it, by the ids of their uploads.</param>
public sealed record ApiRegistration(RegistrationForm? Form, string? Join, IReadOnlyList<Guid>? Uploads = null)
{
    /// <summary>Whether nothing that a registration stands on is null.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Form))]
    public bool IsWhole => Form is { Petitioners: not null, Accused: not null } form && form.Petitioners.All(p => p is not null);
}

/// <summary>A petition that may be the same matter; out of sight it has no id.</summary>
public sealed record ApiMatch(int? Home, Guid? Id, string Court, string Number, DateOnly ReceivedOn, string Stage, IReadOnlyList<string> Agreements);
