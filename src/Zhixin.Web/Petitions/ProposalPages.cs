using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>A proposal of another court, as the page shows it: court, number, date and reason, and nothing of the content.</summary>
/// <param name="Own">The court's own petition that it would join.</param>
public sealed record ProposalRow(string Court, string Number, BindingDay Day, string Reason, Anchor Own, string Action, string Key);

/// <summary>The proposals that wait for the viewer's court.</summary>
public sealed record ProposalsModel(IReadOnlyList<ProposalRow> Rows, FormState Form);

/// <summary>An answer to a proposal through the API.</summary>
public sealed record ApiProposalAnswer(bool Agreed, string? Reason);

/// <summary>Proposals of other courts to join their contacts to petitions of this one: the list, and the answer.</summary>
public static class ProposalPages
{
    /// <summary>Maps the page and its JSON twins.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/proposals", (HttpContext http, Office office, CancellationToken stop) => Show(http, office, null, stop));
        app.MapGet("/api/proposals", async (HttpContext http, Office office, CancellationToken stop) =>
            Results.Ok(await office.Joins.Waiting(http.Member().Scope, stop))).WithSummary("提议并入本院案件");
        app.MapPost("/proposals/{home:int}/{contact:guid}/{no:int}/answer", Post).Posted();
        app.MapPost("/api/proposals/{home:int}/{contact:guid}/{no:int}/answer", PostJson).WithSummary("答复并入提议");
    }

    private static async Task<IResult> Show(HttpContext http, Office office, Refusal? failed, CancellationToken stop)
    {
        var rows = (await office.Joins.Waiting(http.Member().Scope, stop)).Select(p => new ProposalRow(
            office.Files.Courts.ByNumber(p.Home)?.Name ?? string.Empty, p.Number, Days.Binding(office.Law.Now, p.ReceivedOn), p.Reason,
            new Anchor(p.PetitionNumber, $"/petitions/{p.PetitionHome}/{p.Petition}"), $"/proposals/{p.Home}/{p.Contact}/{p.No}/answer", Replies.FreshKey()));
        var form = failed is null ? FormState.Empty
            : new FormState(FormState.Empty.Values, [new FieldMessage("reason", MessageKind.Error, RefusalTexts.Reason(failed) + RefusalTexts.Cure(failed))]);
        return Replies.Page<ProposalsPage>(http, new ProposalsModel([.. rows], form), failed is null ? 200 : Replies.Status(failed));
    }

    private static async Task<IResult> Post(HttpContext http, Office office, int home, Guid contact, int no, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        return await office.Joins.Answer(http.Acting(), new StreamId(home, contact), no, form["agreed"] == "yes", form["reason"] ?? string.Empty, form.Resend, stop) switch
        {
            Answer<PetitionAnswer>.Given given => Results.Redirect($"/petitions/{given.Value.Home}/{given.Value.Id}"),
            Answer<PetitionAnswer>.Refused refused => await Show(http, office, refused.Why, stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> PostJson(HttpContext http, Office office, int home, Guid contact, int no, ApiProposalAnswer body, CancellationToken stop)
    {
        var resend = Requests.Resend(http, $"answer {home}/{no}", contact, body);
        return Replies.Json(await office.Joins.Answer(http.Acting(), new StreamId(home, contact), no, body.Agreed, body.Reason ?? string.Empty, resend, stop));
    }
}
