using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Approvals;

/// <summary>
/// What waits for the viewer's decision, several at a time: each is decided by itself, with its own version and its own result, by the very act of the
/// petition page.
/// </summary>
public static class ApprovalPages
{
    private const int PageSize = 50;

    /// <summary>The acts that decide what another asked for, as far as yes, no and a reason are enough.</summary>
    private static readonly string[] Deciding = [Answering.Approving, Declining.Approving, TimeKeeping.Approving];

    /// <summary>Those and the ones that need more than that: listed here, decided on a form of their own.</summary>
    private static readonly string[] Listed = [.. Deciding, Aiding.Approving, ConductDeciding.Deciding, ConductDeciding.Coercing];

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/approvals", Show);
        app.MapPost("/approvals", Post).Posted();
        app.MapGet("/api/approvals", Json).WithSummary("待审批的事项");
        app.MapPost("/api/approvals", PostJson).WithSummary("逐项审批");
    }

    /// <summary>The acts of that kind that somebody's posts carry in the own court.</summary>
    public static IReadOnlyList<string> Acts(Law law, ActingPerson who) => [.. Listed.Where(act => law.MayNot(who, act, who.Court) is null)];

    /// <summary>Whether any of these posts decides what others ask for: for those the page stands in the navigation.</summary>
    public static bool Decides(Law law, IReadOnlyList<string> posts) =>
        Listed.Any(act => law.Authority.MayDo(act, posts, Zhixin.Authority.CourtRelation.Own, []) is null);

    /// <summary>Whether yes, no and a reason are enough.</summary>
    public static bool IsBrief(string act) => Deciding.Contains(act);

    /// <summary>The entry of the petition page by which something is decided.</summary>
    public static PetitionActs.Entry Entry(string act) => PetitionActs.All.First(e => e.Act == act);

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var represented = await Deputies.Of(office.Db, http.Member().Court, http.Member().Id, office.Today, stop);
        return Who(http, represented, http.Request.Query["onBehalfOf"]) is { } who
            ? Replies.Page<ApprovalsPage>(http, await ApprovalView.Of(office, who, represented, [], [], stop))
            : Replies.Error(http, 403);
    }

    private static async Task<IResult> Json(HttpContext http, Office office, CancellationToken stop) =>
        Results.Ok(await Waiting(office, http.Acting(), stop));

    /// <summary>The first page of what waits for somebody.</summary>
    public static Task<List<WaitingLine>> Waiting(Office office, ActingPerson who, CancellationToken stop) =>
        office.Approvals.Waiting(who.Scope, Acts(office.Law.Now, who), who.For is { } other ? [who.Id, other.Id] : [who.Id], PageSize + 1, stop);

    private static async Task<IResult> Post(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        var represented = await Deputies.Of(office.Db, http.Member().Court, http.Member().Id, office.Today, stop);
        if (Who(http, represented, form["onBehalfOf"]) is not { } who)
        {
            return Replies.Error(http, 403);
        }

        if (MayNothing(office.Law.Now, who) is { } none)
        {
            return Replies.Error(http, Replies.Status(none));
        }

        var decided = new List<(ApiDecision Decision, string Number, string Act, Refusal? Why)>();
        foreach (var decision in Decisions(form))
        {
            var (number, act, answer) = await Decide(office, who, decision, form["key"], stop);
            decided.Add((decision, number, act, (answer as Answer<PetitionAnswer>.Refused)?.Why));
        }

        return Replies.Page<ApprovalsPage>(http, await ApprovalView.Of(office, who, represented, decided, form.Values, stop));
    }

    private static async Task<IResult> PostJson(HttpContext http, Office office, ApiDecisions body, CancellationToken stop)
    {
        var represented = await Deputies.Of(office.Db, http.Member().Court, http.Member().Id, office.Today, stop);
        if (Who(http, represented, body.OnBehalfOf?.ToString()) is not { } who)
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

        var results = new List<ApiDecided>();
        foreach (var item in items)
        {
            var (_, _, answer) = await Decide(office, who, item, http.Request.Headers["Idempotency-Key"], stop);
            results.Add(Result(item, answer));
        }

        return Results.Ok(results);
    }

    /// <summary>Decides one, exactly as the petition page would.</summary>
    private static async Task<(string Number, string Act, Answer<PetitionAnswer> Answer)> Decide(
        Office office, ActingPerson who, ApiDecision decision, string? key, CancellationToken stop)
    {
        var id = new StreamId(decision.Home, decision.Petition);
        if (await office.Petitions.Load(who.Scope, id, stop) is not var (petition, history) || petition.Approvals.FirstOrDefault(a => a.No == decision.No) is not { } asked
            || !Deciding.Contains(asked.Act))
        {
            return (string.Empty, Deciding[0], new Answer<PetitionAnswer>.Unknown());
        }

        var entry = Entry(asked.Act);
        var resend = key is { Length: > 0 and <= 64 } ? Resend.Of($"{key}/{id.Id:N}/{asked.No}", CanonicalJson.Of(decision)) : null;
        var act = new PetitionAct(asked.Act, id, decision.Version, office.Today, resend);
        var prepared = await entry.Begin(new ActCall(office, who, petition, new ActInput(Field, office.Today)), stop);
        Answer<PetitionAnswer> answer = decision.Version is null && resend is null
            ? new Refusal.Input("version", "version-required")
            : await office.Petitions.Do(who, act, prepared.Decide!, stop, (petition, history));
        return (petition.Opened.Number, asked.Act, answer);

        string? Field(string field) => field switch
        {
            "agreed" => decision.Agreed ? "yes" : "no",
            "reason" => decision.Reason,
            "request" => asked.Request.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
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

    private static ApiDecided Result(ApiDecision item, Answer<PetitionAnswer> answer) => answer switch
    {
        Answer<PetitionAnswer>.Given given => new(item.Home, item.Petition, item.No, 200, given.Value.Version, null, null, null, null),
        Answer<PetitionAnswer>.Refused { Why: var why } => new(
            item.Home, item.Petition, item.No, Replies.Status(why), null, why.Message, RefusalTexts.Clause(why), RefusalTexts.Reason(why), RefusalTexts.Cure(why)),
        _ => new(item.Home, item.Petition, item.No, 404, null, "http-404", null, RefusalTexts.Of("http-404"), null),
    };

    /// <summary>Why the person may decide nothing at all; null where there is something.</summary>
    private static Refusal? MayNothing(Law law, ActingPerson who) => Acts(law, who).Count > 0 ? null : law.MayNot(who, Deciding[0], who.Court);

    /// <summary>Who decides: the member, or for somebody whose deputy he or she is today; null where that one is not.</summary>
    private static ActingPerson? Who(HttpContext http, IReadOnlyList<Represented> represented, string? onBehalfOf) =>
        string.IsNullOrWhiteSpace(onBehalfOf) ? http.Acting()
        : represented.FirstOrDefault(r => r.Id.ToString() == onBehalfOf.Trim()) is { } other ? http.Acting() with { For = other } : null;
}
