using Microsoft.AspNetCore.Mvc;
using Zhixin.Bulletins;
using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.Database.Supervisions;
using Zhixin.History;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Bulletins;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Supervisions;
using Zhixin.Web.Texts;
using Zhixin.Web.Workbench;

namespace Zhixin.Web.Approvals;

/// <summary>
/// What waits for the viewer's decision, several at a time: each is decided by itself, with its own version and its own result, by the very act of the
/// petition page.
/// </summary>
public static class ApprovalPages
{
    /// <summary>Rows of a page, and the most decisions that are sent together.</summary>
    internal const int PageSize = 50;

    /// <summary>The acts that decide what another asked for, as far as yes, no and a reason are enough.</summary>
    private static readonly string[] Deciding = [Answering.Approving, Declining.Approving, TimeKeeping.Approving, TimeKeeping.ApprovingReview];

    /// <summary>Those and the ones that need more than that: listed here, decided on a form of their own.</summary>
    private static readonly string[] Listed = [.. Deciding, Aiding.Approving, ConductDeciding.Deciding, ConductDeciding.Coercing, LongerReviewing.Approving];

    /// <summary>What is decided in supervisions, by a superior: each on a form of its own, where all that belongs to it is seen.</summary>
    private static readonly string[] Supervised =
        [Closing.Consenting, Sending.Approving, SupervisionApprovals.NewDate, SupervisionApprovals.Listing, Instructing.Reviewing, Instructing.Approving, Bulletin.Issuing];

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/approvals", Show);
        app.MapPost("/approvals", Post).Posted();
        app.MapGet("/api/approvals", Json).WithSummary("待审批的事项：onBehalfOf、act、after、size");
        app.MapPost("/api/approvals", PostJson).WithSummary("逐项审批");
    }

    /// <summary>The acts of that kind that somebody may do in the own court: by the own posts, or by those of the one acted for as far as that one named them.</summary>
    public static IReadOnlyList<string> Acts(Law law, ActingPerson who) => 
        [.. Listed.Where(act => law.MayNot(who, act, who.Court) is null), .. Supervised.Where(act => SupervisionKind.MayNot(law, who, act) is null)];

    /// <summary>Whether a member decides what others ask for, personally or as a deputy: for those the page stands in the navigation.</summary>
    public static bool Decides(Law law, Member member) => For(law, member).Count > 0;

    /// <summary>Whether yes, no and a reason are enough.</summary>
    public static bool IsBrief(string act) => Deciding.Contains(act);

    /// <summary>The entry of the petition page by which something is decided.</summary>
    public static PetitionActs.Entry Entry(string act) => PetitionActs.All.First(e => e.Act == act);

    /// <summary>Where something stands that waits, and the form by which it is decided.</summary>
    public static (string Matter, string Form) Addresses(WaitingLine line)
    {
        var (root, path) = line.Matter switch
        {
            Supervision.Kind => ("supervisions", SupervisionActs.All.First(e => e.Act == line.Act).Path + About(line)),
            Bulletin.Kind => ("bulletins", BulletinActs.All.First(e => e.Act == line.Act).Path),
            _ => ("petitions", Entry(line.Act).Path),
        };
        var matter = $"/{root}/{line.Home}/{line.Stream}";
        return (matter, $"{matter}/act/{path}");
    }

    /// <summary>Which of several letters or instructions the line is about: the form opens on that one.</summary>
    private static string About(WaitingLine line) => line.Act switch
    {
        SupervisionApprovals.NewDate => $"?letter={line.Request}",
        Zhixin.Supervisions.Acts.Instructing.Reviewing or Zhixin.Supervisions.Acts.Instructing.Approving => $"?instruction={line.Request}",
        _ => string.Empty,
    };

    /// <summary>A page of what waits for somebody.</summary>
    /// <param name="act">Only what is decided by this act; null for everything.</param>
    public static Task<List<WaitingLine>> Waiting(Office office, ActingPerson who, string? act, OwedPlace? after, int size, CancellationToken stop) =>
        office.Approvals.Waiting(who.Scope, [.. Acts(office.Law.Now, who).Where(a => act is null || a == act)], Whose(who), after, size, stop);

    /// <summary>The act that a query names; null where it names none that stands on the page.</summary>
    internal static string? Asked(HttpContext http) => Listed.Concat(Supervised).FirstOrDefault(act => act == http.Request.Query["act"].ToString());

    /// <summary>What a member may decide, and whose requests that leaves out: for counting beside other lists.</summary>
    public static (IReadOnlyList<string> Acts, IReadOnlyList<Guid> Whose) Personal(Law law, Member member) => (Acts(law, Acting(member, null)), Whose(Acting(member, null)));

    /// <summary>How much waits for a member personally; null for whoever decides nothing.</summary>
    public static async Task<int?> Count(Office office, Member member, CancellationToken stop)
    {
        var who = Acting(member, null);
        return Acts(office.Law.Now, who) is { Count: > 0 } acts ? await office.Approvals.Count(who.Scope, acts, Whose(who), stop) : null;
    }

    /// <summary>Who decides nothing personally sees what the first of those acted for decides.</summary>
    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        if (Who(http, http.Request.Query["onBehalfOf"]) is not { } who)
        {
            return Replies.Error(http, 403);
        }

        var views = For(office.Law.Now, http.Member());
        var shown = who.For is null && views is [{ } first, ..] ? who with { For = first } : who;
        return Replies.Page<ApprovalsPage>(http, await ApprovalView.Of(office, shown, views, Asked(http), http.Request.Query["after"].ToString(), [], [], stop));
    }

    private static async Task<IResult> Json(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        if (Who(http, http.Request.Query["onBehalfOf"]) is not { } who)
        {
            return Replies.Problem(new Refusal.Authority(Answering.Approving, "deputy-not-named"));
        }

        var most = Math.Clamp(size ?? PageSize, 1, 200);
        var lines = await Waiting(office, who, Asked(http), WorkbenchQuery.Place(http.Request.Query["after"].ToString()), most, stop);
        return Results.Ok(new { approvals = lines, after = lines.Count == most ? WorkbenchQuery.Place(lines[^1].Place()) : null });
    }

    private static async Task<IResult> Post(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        if (Who(http, form["onBehalfOf"]) is not { } who)
        {
            return Replies.Error(http, 403);
        }

        if (MayNothing(office.Law.Now, who) is { } none)
        {
            return Replies.Error(http, Replies.Status(none));
        }

        var (batch, decided) = (new DecisionBatch(office, who, form["key"]), new List<Decided>());
        foreach (var decision in Decisions(form))
        {
            decided.Add(await batch.Decide(decision, stop));
        }

        return Replies.Page<ApprovalsPage>(http, await ApprovalView.Of(office, who, For(office.Law.Now, http.Member()), Asked(http), form["after"] ?? string.Empty, decided, form.Values, stop));
    }

    private static async Task<IResult> PostJson(HttpContext http, Office office, ApiDecisions body, CancellationToken stop)
    {
        if (Who(http, body.OnBehalfOf?.ToString()) is not { } who)
        {
            return Replies.Problem(new Refusal.Authority(Answering.Approving, "deputy-not-named"));
        }

        if (MayNothing(office.Law.Now, who) is { } none)
        {
            return Replies.Problem(none);
        }

        if (body.Items is not { Count: > 0 and <= PageSize } items)
        {
            return Replies.Problem(new Refusal.Input("items", "decisions-range", PageSize));
        }

        if (items.Any(item => item is null))
        {
            return Replies.Problem(new Refusal.Input("items", "decisions-empty"));
        }

        var (batch, results) = (new DecisionBatch(office, who, http.Request.Headers["Idempotency-Key"]), new List<ApiDecided>());
        foreach (var item in items)
        {
            results.Add(Result(await batch.Decide(item!, stop)));
        }

        return Results.Ok(results);
    }

    /// <summary>What was ticked in the form; nothing for rows that are left for later.</summary>
    private static IEnumerable<ApiDecision> Decisions(PostedForm form) =>
        from value in form.Values
        where value.Key.StartsWith("decide.", StringComparison.Ordinal) && value.Value is "yes" or "no"
        let parts = value.Key["decide.".Length..].Split('.')
        where parts.Length == 3
        let home = int.TryParse(parts[0], out var court) ? court : -1
        let petition = Guid.TryParse(parts[1], out var stream) ? stream : Guid.Empty
        let no = int.TryParse(parts[2], out var number) ? number : 0
        let field = string.Join('.', parts)
        select new ApiDecision(home, petition, no, value.Value is "yes", form["reason." + field], int.TryParse(form["version." + field], out var version) ? version : null);

    private static ApiDecided Result(Decided decided) => (decided.Decision, decided.Why) switch
    {
        (var item, null) => new(item.Home, item.Petition, item.No, 200, ((Answer<PetitionAnswer>.Given)decided.Answer).Value.Version, null, null, null, null),
        (var item, { } why) => new(
            item.Home, item.Petition, item.No, decided.Answer is Answer<PetitionAnswer>.Unknown ? 404 : Replies.Status(why), null, why.Message, RefusalTexts.Clause(why),
            RefusalTexts.Reason(why), RefusalTexts.Cure(why)),
    };

    /// <summary>Why the person may decide nothing at all; null where there is something.</summary>
    private static Refusal? MayNothing(Law law, ActingPerson who) => Acts(law, who).Count > 0 ? null : law.MayNot(who, Deciding[0], who.Court);

    /// <summary>Who decides: the member, or for somebody whose deputy he or she is today; null where that one is not.</summary>
    private static ActingPerson? Who(HttpContext http, string? onBehalfOf) =>
        string.IsNullOrWhiteSpace(onBehalfOf) ? http.Acting()
        : http.Member().Represented.FirstOrDefault(r => r.Id.ToString() == onBehalfOf.Trim()) is { } other ? http.Acting() with { For = other } : null;

    /// <summary>For whom a member decides anything today: null is the member, who comes first.</summary>
    private static IReadOnlyList<Represented?> For(Law law, Member member) =>
        [.. member.Represented.Prepend<Represented?>(null).Where(other => Acts(law, Acting(member, other)).Count > 0)];

    private static ActingPerson Acting(Member member, Represented? other) => new(member.Id, member.Name, member.Court, member.Posts, Origin.Page) { For = other };

    private static Guid[] Whose(ActingPerson who) => who.For is { } other ? [who.Id, other.Id] : [who.Id];
}
