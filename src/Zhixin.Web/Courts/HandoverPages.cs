using Zhixin.Database.Courts;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Courts;

/// <summary>The petition unit moves what a person handles, leads or is in charge of to another before that person leaves or moves.</summary>
public static class HandoverPages
{
    /// <summary>Maps the page and the act.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/staff/{court:int}/{id:guid}/handover", (HttpContext http, Office office, int court, Guid id, CancellationToken stop) =>
            Show(http, office, new StreamId(court, id), FormState.Empty, null, 200, stop));
        new ActRoute<List<HandoverResult>>(
            "/staff/{court:int}/{id:guid}/handover", "移交名下案件", [new("to", "接手人的编号"), new("reason", "理由"), new("phone", "接替包案领导的办公电话")], HandOver, Shown).Map(app);
    }

    private static async Task<Answer<List<HandoverResult>>> HandOver(HttpContext http, PostedForm form, CancellationToken stop)
    {
        var (office, from) = (Office.Of(http), http.Stream("court"));
        if (!StaffSight.Of(http, office, from.Home).HandOver)
        {
            return office.Law.Now.MayNot(http.Acting(), "assign", null) ?? new Refusal.Authority("assign", "staff-other-court");
        }

        var to = Guid.TryParse(form["to"], out var taker) ? taker : Guid.Empty;
        return await office.Handovers.HandOver(http.Acting(), from, to, form["reason"] ?? string.Empty, form["phone"], stop) switch
        {
            Answer<IReadOnlyList<HandedOver>>.Given given => given.Value
                .Select(d => new HandoverResult(d.Number, Href(d.Role, d.Home, d.Id), RoleName(d.Role), d.Why is null ? null : Replies.Model("移交", d.Why, office.Law.Now))).ToList(),
            Answer<IReadOnlyList<HandedOver>>.Refused refused => refused.Why,
            _ => new Answer<List<HandoverResult>>.Unknown(),
        };
    }

    private static async Task<IResult> Shown(HttpContext http, PostedForm form, Answer<List<HandoverResult>> answer, CancellationToken stop) => answer switch
    {
        Answer<List<HandoverResult>>.Given given => await Show(http, Office.Of(http), http.Stream("court"), FormState.Empty, given.Value, 200, stop),
        Answer<List<HandoverResult>>.Refused { Why: Refusal.Authority } => Replies.Error(http, 403),
        Answer<List<HandoverResult>>.Refused refused =>
            await Show(http, Office.Of(http), http.Stream("court"), FormRefusals.Of(form, refused.Why, "to"), null, Replies.Status(refused.Why), stop),
        _ => Replies.Error(http, 404),
    };

    private static async Task<IResult> Show(
        HttpContext http, Office office, StreamId id, FormState form, List<HandoverResult>? done, int status, CancellationToken stop)
    {
        if (!StaffSight.Of(http, office, id.Home).HandOver)
        {
            return Replies.Error(http, 403);
        }

        if (await StaffLists.One(office.Db, id, stop) is not { } person)
        {
            return Replies.Error(http, 404);
        }

        var held = await HeldLists.Of(office.Db, office.Law.Now.Courts, http.Member().Scope, id.Id, stop);
        var takers = await Takers(office, id.Home, held, stop);
        return Replies.Page<HandoverPage>(
            http,
            new HandoverModel(
                person.Name, StaffPages.NameOf(office, id.Home)!, $"/staff/{id.Home}/{id.Id}", $"/staff/{id.Home}/{id.Id}/handover",
                [.. held.GroupBy(h => (h.Home, h.Id)).Select(g => g.ToList()).Select(parts => new HandoverRow(
                    parts[0].Number, Href(parts[0].Part(), parts[0].Home, parts[0].Id), string.Join("、", parts.Select(p => p.Part()).Order().Select(RoleName)), parts[0].Summary, parts[0].NextDue))],
                [new Choice(string.Empty, "请选择"), .. takers.Where(t => t.Active && t.Id != id.Id).Select(t => new Choice(t.Id.ToString(), t.Name + "　" + string.Join("、", t.Posts.Select(PostNames.Of))))], form, Replies.FreshKey(),
                done),
            status);
    }

    /// <summary>Who may take over what is held: each role has its posts.</summary>
    private static async Task<IReadOnlyList<StaffLine>> Takers(Office office, int court, IReadOnlyList<HeldMatter> held, CancellationToken stop)
    {
        var posts = held.Select(h => h.Part()).Distinct().SelectMany(part => Posts(office, part));
        var found = new List<StaffLine>();
        foreach (var post in posts.Distinct(StringComparer.Ordinal))
        {
            found.AddRange(await StaffLists.Of(office.Db, court, string.Empty, string.Empty, post, null, office.Today, stop));
        }

        return [.. found.DistinctBy(s => s.Id)];
    }

    private static IReadOnlyList<string> Posts(Office office, HeldRole part) => part switch
    {
        HeldRole.Handles or HeldRole.HandlesHop or HeldRole.HandlesLetter or HeldRole.HandlesItem => ["handler"],
        HeldRole.Leads => office.Law.Now.Posts("lead"),
        HeldRole.Charges => office.Law.Now.Posts("take-charge"),
        HeldRole.Reviews => office.Law.Now.Posts(Zhixin.Supervisions.Acts.Reviewing.Act),
        HeldRole.Verifies => office.Law.Now.Posts("confirm-platform-item"),
    };

    private static string RoleName(HeldRole role) => role switch
    {
        HeldRole.Handles => "承办",
        HeldRole.Leads => "主办",
        HeldRole.Charges => "包案",
        HeldRole.HandlesHop => "交办承办",
        HeldRole.Reviews => "督办审查",
        HeldRole.HandlesLetter => "督办承办",
        HeldRole.HandlesItem => "平台事项承办",
        HeldRole.Verifies => "平台事项核查",
    };

    private static string Href(HeldRole role, int home, Guid id) => Workbench.OwedPlaces.Href(role switch
    {
        HeldRole.Reviews or HeldRole.HandlesLetter => Zhixin.Supervisions.Supervision.Kind,
        HeldRole.HandlesItem or HeldRole.Verifies => Zhixin.PlatformItems.PlatformItem.Kind,
        HeldRole.Handles or HeldRole.Leads or HeldRole.Charges or HeldRole.HandlesHop => PetitionNotices.Kind,
    }, home, id, null);
}
