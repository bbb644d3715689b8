using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The acts of the team: who leads, is in charge, assists and is reached; plan, report, the leader's meeting; first contact and scene.</summary>
public static class TeamActs
{
    /// <summary>The rows of the authority matrix whose posts say who may hold a role.</summary>
    private const string LeadRow = "lead";
    private const string ChargeRow = "take-charge";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("lead", LeadRow, "主办", true, (call, stop) => Fix(call, TeamRole.Lead, call.Who.Whose.ToString(), stop)) { Against = PetitionActs.Closed },
        new("charge", ChargeRow, "包案", true, (call, stop) => Fix(call, TeamRole.LeaderInCharge, call.Who.Whose.ToString(), stop)) { Against = PetitionActs.Closed },
        new("team", "fix-team", "确定专班成员", true, FixOther) { Against = PetitionActs.Closed },
        new("team-leaving", "fix-team", "退出专班", true, Release) { Against = NobodyToRelease },
        new("co-handling", "co-handle", "协办", false, (call, _) => PetitionActs.Pure(p => Teaming.CoHandle(p, call.Input.Field("content"), call.Input.Field("proof"), call.Who.Actors)))
        {
            Against = PetitionActs.Closed,
        },
        new("plan", "plan", "制定化解方案", true, (call, _) => PetitionActs.Pure(p => Plan(call, p))) { Against = PetitionActs.Closed },
        new("team-report", "report-team", "上报专班和方案", true, (call, _) => PetitionActs.Pure(p => Teaming.Report(
            p, call.Input.Field("reportedTo"), call.Input.Field("document"), call.Input.Blank("answerable"), call.Input.Blank("supervisedBy"), Answers(call))))
        {
            Against = Teaming.NotReportable,
        },
        new("leader-meeting", "meet", "包案领导约谈", false, LeaderMeets) { Against = Teaming.NoLeader },
        new("first-contact", "first-contact", "首次联系信访人", false, FirstContact) { Against = Reaching.Reached },
        new("scene-notice", "record-scene", "登记滞留情况", false, (call, _) => PetitionActs.Pure(p => Notice(call, p))) { Against = PetitionActs.Closed },
        new("scene-dispatch", "send-to-scene", "派员到现场", true, (call, _) => PetitionActs.Pure(p => Reaching.Send(
            p, Codes.Of<SceneResult>(call.Input.Field("result")), call.Input.Field("freely") is "yes", call.Input.Field("staff"), call.Input.Field("content"),
            call.Input.Field("proof"))))
        {
            Against = Reaching.NoScene,
        },
    ];

    /// <summary>Whose name the report has to hold beside the team: the division head at the intermediate court, its contact leader for a basic court; nobody where the rules are not in force.</summary>
    private static ReportedBeside Answers(ActCall call)
    {
        var (law, court) = (call.Office.Law.Now, call.Petition.Opened.Responsible);
        return !law.Binds(court, Teaming.ChargeByLevel, call.Input.On) ? ReportedBeside.Nobody
            : law.Court(court).Level == Zhixin.Courts.CourtLevel.Basic ? ReportedBeside.ContactLeader : ReportedBeside.DivisionHead;
    }

    private static Task<PetitionActs.Prepared> FixOther(ActCall call, CancellationToken stop) => Codes.Of<TeamRole>(call.Input.Field("role")) is { } role
        ? Fix(call, role, call.Input.Field("person"), stop)
        : PetitionActs.Pure(_ => new Refusal.Input("role", "team-role-unknown", call.Input.Field("role")));

    private static async Task<PetitionActs.Prepared> Fix(ActCall call, TeamRole role, string? person, CancellationToken stop)
    {
        if (Candidates.Find(await Candidates.Of(call.Office, call.Petition, stop), person) is not { } member || member.Posts.Any(Zhixin.Regulations.PackWords.Administrators.Contains))
        {
            return new PetitionActs.Prepared(_ => new Refusal.Input("person", "team-not-in-post", "所选人员"));
        }

        IReadOnlyCollection<string> posts = role switch
        {
            TeamRole.Lead => call.Office.Law.Now.Posts(LeadRow),
            TeamRole.LeaderInCharge => InCharge(call),
            TeamRole.CoHandlingJudge => call.Office.Law.Now.Posts("co-handle"),
            TeamRole.Liaison => [],
        };
        return new PetitionActs.Prepared(p => Teaming.Fix(p, new FixMember(role, member, posts, call.Input.Field("phone"), call.Input.Field("reason"))));
    }

    /// <summary>
    /// Who may be in charge: where the campaign's rules are in force, the bureau director of the intermediate court for its own matters, the president of a basic
    /// court for that court's (JZ21-3.2.2); elsewhere whoever holds a post of the row.
    /// </summary>
    private static IReadOnlyCollection<string> InCharge(ActCall call)
    {
        var (law, court) = (call.Office.Law.Now, call.Petition.Opened.Responsible);
        return law.Binds(court, Teaming.ChargeByLevel, call.Input.On) ? [law.Court(court).Level == Zhixin.Courts.CourtLevel.Basic ? "president" : "bureau-director"] : law.Posts(ChargeRow);
    }

    /// <summary>The role and the person stand in one field: "liaison:id".</summary>
    private static async Task<PetitionActs.Prepared> Release(ActCall call, CancellationToken stop)
    {
        var given = (call.Input.Field("member") ?? string.Empty).Split(':');
        if (given is not [var word, var person] || Codes.Of<TeamRole>(word) is not { } role || !Guid.TryParse(person, out var id))
        {
            return new PetitionActs.Prepared(p => PetitionActs.Closed(p) ?? new Refusal.Input("member", "team-role-unknown", call.Input.Field("member")));
        }

        var name = Candidates.Find(await Candidates.Of(call.Office, call.Petition, stop), person)?.Name ?? "所选人员";
        return new PetitionActs.Prepared(p => Teaming.Release(p, role, id, name, call.Input.Field("reason")));
    }

    /// <summary>Why nobody can leave the team; null where an assistant or a liaison is there.</summary>
    private static Refusal? NobodyToRelease(Petition petition) =>
        PetitionActs.Closed(petition) ?? (petition.CoHandlers.Count > 0 || petition.Team.Liaison is not null ? null : new Refusal.State("team-empty"));

    private static Decision<object> Plan(ActCall call, Petition petition) => call.Input.Day("dueOn") is not { } due
        ? new Refusal.Law("JZ21-3.2.4(1)", "plan-needs-date")
        : Teaming.Plan(
            petition,
            new PetitionPlanMade(
                Split(call, "actions"), Text(call, "content"), Text(call, "responsible"), due, Split(call, "forces"), Blank(call, "participants"), Blank(call, "alone"), Blank(call, "reason")),
            call.Who.Actors, Lists.Of(call.Office.Law.Now, TeamForms.PlanActions), call.Input.On);

    private static Task<PetitionActs.Prepared> LeaderMeets(ActCall call, CancellationToken stop) => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
        ? Teaming.Meet(
            p,
            new PetitionLeaderMet(
                method, Text(call, "present"), Text(call, "heard"), Text(call, "told"), call.Input.Signing, Text(call, "proof")),
            call.Who.Actors)
        : new Refusal.Input("method", "service-method-unknown"));

    private static Task<PetitionActs.Prepared> FirstContact(ActCall call, CancellationToken stop) => PetitionActs.Pure(p => Codes.Of<ServiceMethod>(call.Input.Field("method")) is { } method
        ? Reaching.Contact(p, new PetitionFirstContacted(method, Text(call, "by"), Text(call, "content"), Text(call, "proof")))
        : new Refusal.Input("method", "service-method-unknown"));

    private static Decision<object> Notice(ActCall call, Petition petition) => (call.Input.Field("receivedOn"), call.Input.Day("receivedOn")) switch
    {
        ({ Length: > 0 } typed, null) => new Refusal.Input("receivedOn", "date-unreadable", typed),
        (_, var on) => Reaching.Notice(petition, new PetitionSceneNoticed(on ?? call.Input.On, Text(call, "from"), Text(call, "place"), Text(call, "situation")), call.Office.Today),
    };

    private static string[] Split(ActCall call, string field) =>
        (call.Input.Field(field) ?? string.Empty).Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Text(ActCall call, string field) => (call.Input.Field(field) ?? string.Empty).Trim();

    private static string? Blank(ActCall call, string field) => Text(call, field) is { Length: > 0 } text ? text : null;
}
