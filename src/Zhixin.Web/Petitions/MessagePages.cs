using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Petitions;

/// <summary>A broken clock, and what may be done about it.</summary>
/// <param name="Proposals">Acts that the rule proposes; a person decides.</param>
public sealed record MessageRow(string Duty, Anchor Petition, BindingDay Due, ClauseRef Clause, IReadOnlyList<string> Proposals, ActionModel? Seen);

/// <summary>The messages for the viewer.</summary>
public sealed record MessagesModel(IReadOnlyList<MessageRow> Rows);

/// <summary>Messages of the software: which clock was broken, under which clause, and what the rule proposes.</summary>
public static class MessagePages
{
    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/messages", Show);
        app.MapGet("/api/messages", async (HttpContext http, Office office, CancellationToken stop) => Results.Ok(await Of(http, office, stop))).WithSummary("逾期提醒");
        app.MapPost("/messages/{home:int}/{id:guid}/seen", Mark).Posted();
        app.MapPost("/api/messages/{home:int}/{id:guid}/seen", async (HttpContext http, Office office, int home, Guid id, CancellationToken stop) =>
            await office.Messages.Mark(http.Member().Scope, IsOfUnit(http.Member()), home, id, stop) ? Results.NoContent() : Replies.Problem(404, "http-404")).WithSummary("知道了");
    }

    /// <summary>How many wait for the person.</summary>
    public static async Task<int> Unseen(Office office, Member member, CancellationToken stop) =>
        (await office.Messages.Of(member.Scope, IsOfUnit(member), stop)).Count(m => !m.Seen);

    private static Task<IReadOnlyList<BreachMessage>> Of(HttpContext http, Office office, CancellationToken stop) =>
        office.Messages.Of(http.Member().Scope, IsOfUnit(http.Member()), stop);

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var law = office.Law.Now;
        var rows = (await Of(http, office, stop)).Select(m => new MessageRow(
            Name(law, m.Notice), new Anchor(m.Notice.Petition.Length > 0 ? m.Notice.Petition : DateText.Iso(m.Notice.Due), Workbench.OwedPlaces.Href(m.Notice.Petition.Length > 0 ? "petition" : "period", m.Home, m.Petition, m.Notice.Due)), Days.Binding(law, m.Notice.Due), Clauses.Ref(law, m.Notice.Clause),
            [.. m.Notice.Propose.Where(law.Authority.Knows).Select(act => law.Authority.RowsOf(act)[0].Name)],
            m.Seen ? null : new ActionModel("知道了", $"/messages/{m.Home}/{m.Id}/seen", false, Replies.FreshKey())));
        return Replies.Page<MessagesPage>(http, new MessagesModel([.. rows]));
    }

    private static async Task<IResult> Mark(HttpContext http, Office office, int home, Guid id, CancellationToken stop) =>
        await office.Messages.Mark(http.Member().Scope, IsOfUnit(http.Member()), home, id, stop) ? Results.Redirect("/messages") : Replies.Error(http, 404);

    private static string Name(Law law, BreachNotice notice) =>
        law.Packs.SelectMany(p => p.Rules).FirstOrDefault(r => r.Kind == notice.Kind && r.Clause == notice.Clause)?.Name ?? notice.Kind;

    private static bool IsOfUnit(Member member) => member.Posts.Any(p => p is "petition-officer" or "petition-unit-head");
}
