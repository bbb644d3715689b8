using Zhixin.Database.Courts;
using Zhixin.History;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Courts;

/// <summary>The petition unit moves what a person handles to another handler before that person leaves or moves.</summary>
public static class HandoverPages
{
    /// <summary>Maps the page and the act.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/staff/{court:int}/{id:guid}/handover", (HttpContext http, Office office, int court, Guid id, CancellationToken stop) =>
            Show(http, office, new StreamId(court, id), FormState.Empty, null, 200, stop));
        app.MapPost("/staff/{court:int}/{id:guid}/handover", HandOver).Posted();
    }

    private static async Task<IResult> HandOver(HttpContext http, Office office, int court, Guid id, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        if (!StaffSight.Of(http, office, court).HandOver)
        {
            return Replies.Error(http, 403);
        }

        var to = Guid.TryParse(form["to"], out var taker) ? taker : Guid.Empty;
        return await office.Handovers.HandOver(http.Acting(), new StreamId(court, id), to, form["reason"] ?? string.Empty, stop) switch
        {
            Answer<IReadOnlyList<HandedOver>>.Given given => await Show(http, office, new StreamId(court, id), FormState.Empty, given.Value, 200, stop),
            Answer<IReadOnlyList<HandedOver>>.Refused refused =>
                await Show(http, office, new StreamId(court, id), FormRefusals.Of(form, refused.Why, "to"), null, Replies.Status(refused.Why), stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> Show(
        HttpContext http, Office office, StreamId id, FormState form, IReadOnlyList<HandedOver>? done, int status, CancellationToken stop)
    {
        if (!StaffSight.Of(http, office, id.Home).HandOver)
        {
            return Replies.Error(http, 403);
        }

        if (await StaffLists.One(office.Db, id, stop) is not { } person)
        {
            return Replies.Error(http, 404);
        }

        var held = await StaffLists.Held(office.Db, http.Member().Scope, id.Id, stop);
        var takers = await StaffLists.Of(office.Db, id.Home, string.Empty, string.Empty, "handler", null, office.Today, stop);
        return Replies.Page<HandoverPage>(
            http,
            new HandoverModel(
                person.Name, StaffPages.NameOf(office, id.Home)!, $"/staff/{id.Home}/{id.Id}", $"/staff/{id.Home}/{id.Id}/handover",
                [.. held.Select(p => new HandoverRow(p.Number, Href(p.Home, p.Id), p.Summary, p.NextDue))],
                [new Choice(string.Empty, "请选择"), .. takers.Where(t => t.Active && t.Id != id.Id).Select(t => new Choice(t.Id.ToString(), t.Name))], form, Replies.FreshKey(),
                done is null ? null : [.. done.Select(d => new HandoverResult(d.Number, Href(d.Home, d.Id), d.Why is null ? null : Replies.Model("移交", d.Why, office.Law.Now)))]),
            status);
    }

    private static string Href(int home, Guid id) => $"/petitions/{home}/{id}";
}
