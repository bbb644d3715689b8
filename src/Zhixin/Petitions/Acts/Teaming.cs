using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>Fix a person for a role beside the handler.</summary>
/// <param name="Posts">The posts that may hold the role; empty: any post of the court.</param>
/// <param name="Phone">Of the office.</param>
/// <param name="Reason">Why another one than before.</param>
public sealed record FixMember(TeamRole Role, Candidate Person, IReadOnlyCollection<string> Posts, string? Phone, string? Reason);

/// <summary>Whose name a report of the team holds beside its members, by the level of the court (JZ21-3.2.2).</summary>
public enum ReportedBeside
{
    /// <summary>No rule in force asks for another name.</summary>
    Nobody,

    /// <summary>The head of the division of the intermediate court, who answers directly.</summary>
    DivisionHead,

    /// <summary>The leader of the intermediate court who supervises the basic court's matter.</summary>
    ContactLeader,
}

/// <summary>The team: who leads, assists, is in charge and reached (GC21-4, JZ21-3.2.2); the co-handlers of a joint assignment are part of it (GC21-5).</summary>
public static class Teaming
{
    /// <summary>The clause that says by level who is in charge, answers and supervises.</summary>
    public const string ChargeByLevel = "JZ21-3.2.2";

    /// <summary>A person is fixed. One person leads, one is in charge, one is the liaison: another takes the place with a reason.</summary>
    public static Decision<object> Fix(Petition petition, FixMember fix)
    {
        if (Refuse(petition, fix) is { } refusal)
        {
            return refusal;
        }

        var member = new TeamMember(
            fix.Role, fix.Person.Id, fix.Person.Name, fix.Person.Posts.FirstOrDefault(fix.Posts.Contains) ?? fix.Person.Posts[0], Blank(fix.Phone));
        object happened = fix.Role == TeamRole.LeaderInCharge
            ? new PetitionLeaderFixed(member, petition.Obligations.Any(o => o.IsOpen && o.Rule.FulfilledBy.Contains("petition.leader-met")) ? "running" : "start", Blank(fix.Reason))
            : new PetitionTeamFixed(member, Blank(fix.Reason));
        return Before(petition, fix.Role) is { } before
            ? new[] { new PetitionTeamLeft(before.Role, before.Person, before.Name, "replaced"), happened }
            : new[] { happened };
    }

    /// <summary>An assistant or the liaison leaves the team, with a reason. Who leads or is in charge is replaced instead: somebody answers at every moment.</summary>
    public static Decision<object> Release(Petition petition, TeamRole role, Guid person, string name, string? reason) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when role is TeamRole.Lead or TeamRole.LeaderInCharge => new Refusal.State("team-leader-replaced"),
        _ when !Holds(petition, role, person) => new Refusal.State("team-not-member", name),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        { Priority: not Priority.Ordinary } when role == TeamRole.CoHandlingJudge && petition.CoHandlers.Count == 1 => new Refusal.Law("GC21-5(3)", "team-last-co-handler"),
        _ => new object[] { new PetitionTeamLeft(role, person, name, reason.Trim()) },
    };

    /// <summary>A named assistant says what was done to assist.</summary>
    public static Decision<object> CoHandle(Petition petition, string? content, string? proof, Actors by) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when !petition.CoHandlers.Any(id => by.Include(id)) => new Refusal.Law("GC21-4", "co-handle-not-named"),
        _ when string.IsNullOrWhiteSpace(content) => new Refusal.Law("GC21-4", "co-handle-needs-content"),
        _ when string.IsNullOrWhiteSpace(proof) => new Refusal.Law("GC21-16", "co-handle-needs-proof"),
        _ => new object[] { new PetitionCoHandled(content.Trim(), proof.Trim()) },
    };

    /// <summary>
    /// Who is accused falls out of every role at once: handler, assistant, leader, liaison (GC21-5(1)). What he or she owed falls to the unit until
    /// another is named.
    /// </summary>
    public static IReadOnlyList<object> FallOut(Petition petition, IReadOnlyCollection<Guid> accused) =>
    [
        .. petition.Assignment is { } assignment && accused.Contains(assignment.Handler) ? new object[] { new PetitionUnassigned(assignment.Handler, "accused") } : [],
        .. (petition.Assignment?.CoHandlers ?? []).Where(accused.Contains).Where(id => petition.Team.CoHandlers.All(m => m.Person != id))
            .Select(id => new PetitionTeamLeft(TeamRole.CoHandlingJudge, id, string.Empty, "accused")),
        .. petition.Team.Members.Where(m => accused.Contains(m.Person)).Select(m => new PetitionTeamLeft(m.Role, m.Person, m.Name, "accused")),
    ];

    /// <summary>The plan is made, or changed with a reason (JZ21-3.2.4(1)); it says who takes part, or why nobody else does (JZ21-3.2.4(2)).</summary>
    /// <param name="actions">The actions in force, with the forces as sub-codes.</param>
    /// <param name="on">The day of the plan.</param>
    public static Decision<object> Plan(Petition petition, PetitionPlanMade plan, Actors by, CodeList actions, DateOnly on) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when !by.Include(petition.Assignment?.Handler) && !by.Include(petition.Team.InCharge?.Person) => new Refusal.Law("JZ21-3.2.4(1)", "plan-not-in-team"),
        _ when plan.Actions.Count == 0 => new Refusal.Law("JZ21-3.2.4(1)", "plan-needs-action"),
        _ when plan.Actions.Concat(plan.Forces).FirstOrDefault(code => actions.Find(code) is null) is { } unknown => new Refusal.Input("actions", "plan-action-unknown", unknown),
        _ when string.IsNullOrWhiteSpace(plan.Content) => new Refusal.Law("JZ21-3.2.4(1)", "plan-needs-content"),
        _ when string.IsNullOrWhiteSpace(plan.Responsible) => new Refusal.Law("JZ21-3.2.4(1)", "plan-needs-person"),
        _ when plan.DueOn < on => new Refusal.Law("JZ21-3.2.4(1)", "plan-date-past", plan.DueOn),
        _ when plan.Forces.Count == 0 && string.IsNullOrWhiteSpace(plan.Alone) => new Refusal.Law("JZ21-3.2.4(2)", "plan-needs-forces"),
        _ when plan.Forces.Count > 0 && string.IsNullOrWhiteSpace(plan.Participants) => new Refusal.Law("JZ21-3.2.4(2)", "plan-needs-participants"),
        { Team.Plan: not null } when string.IsNullOrWhiteSpace(plan.Reason) => new Refusal.Law("JZ21-3.2.4(1)", "plan-change-needs-reason"),
        { Team.Plan: null } => new object[] { plan with { Reason = null } },
        _ => new object[] { plan },
    };

    /// <summary>Names, posts, phones and plan are reported (JZ21-3.2.2).</summary>
    /// <param name="answerable">The division head who answers directly, at the intermediate court.</param>
    /// <param name="supervisedBy">The contact leader of the intermediate court who supervises, for a basic court.</param>
    /// <param name="beside">Which of the two the rules in force ask for.</param>
    public static Decision<object> Report(
        Petition petition, string? reportedTo, string? document, string? answerable = null, string? supervisedBy = null, ReportedBeside beside = ReportedBeside.Nobody) => petition switch
    {
        _ when NotReportable(petition) is { } not => not,
        _ when string.IsNullOrWhiteSpace(reportedTo) => new Refusal.Input("reportedTo", "report-needs-receiver"),
        _ when string.IsNullOrWhiteSpace(document) => new Refusal.Law(ChargeByLevel, "report-needs-document"),
        _ when beside == ReportedBeside.DivisionHead && string.IsNullOrWhiteSpace(answerable) => new Refusal.Law(ChargeByLevel, "report-needs-division-head"),
        _ when beside == ReportedBeside.ContactLeader && string.IsNullOrWhiteSpace(supervisedBy) => new Refusal.Law(ChargeByLevel, "report-needs-contact-leader"),
        _ => new object[] { new PetitionTeamReported(reportedTo.Trim(), petition.Team.Members, document.Trim(), Blank(answerable), Blank(supervisedBy)) },
    };

    /// <summary>Why the team cannot be reported; null when it can.</summary>
    public static Refusal? NotReportable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Team.InCharge: null } => new Refusal.Law("JZ21-3.2.2", "report-needs-leader"),
        { Team.Liaison: null } => new Refusal.Law("JZ21-3.2.2", "report-needs-liaison"),
        { Team.Plan: null } => new Refusal.Law("JZ21-3.2.2", "report-needs-plan"),
        _ => null,
    };

    /// <summary>The leader in charge meets the petitioner in person, with the team; any day will do (JZ21-3.2.3).</summary>
    public static Decision<object> Meet(Petition petition, PetitionLeaderMet met, Actors by) => petition switch
    {
        _ when NoLeader(petition) is { } not => not,
        { Team.InCharge: { } leader } when !by.Include(leader.Person) => new Refusal.Law("JZ21-3.2.3", "leader-meets-himself", leader.Name),
        _ when met.Method is not (ServiceMethod.InPerson or ServiceMethod.Video or ServiceMethod.Phone) => new Refusal.Law("JZ21-3.2.3", "leader-meeting-method"),
        _ when string.IsNullOrWhiteSpace(met.Present) => new Refusal.Law("JZ21-3.2.3", "leader-meeting-needs-team"),
        _ when string.IsNullOrWhiteSpace(met.Heard) => new Refusal.Law("JZ21-3.2.3", "leader-meeting-hears"),
        _ when string.IsNullOrWhiteSpace(met.Told) => new Refusal.Law("JZ21-3.2.3", "leader-meeting-tells"),
        _ when Working.Unsigned(met.Signing) is { } unsigned => unsigned,
        _ when string.IsNullOrWhiteSpace(met.Proof) => new Refusal.Law("JZ21-3.2.3", "leader-meeting-needs-proof"),
        _ => new object[] { met },
    };

    /// <summary>Why no leader can meet the petitioner; null where one is in charge.</summary>
    public static Refusal? NoLeader(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Team.InCharge: null } => new Refusal.Law("JZ21-3.2.3", "leader-not-fixed"),
        _ => null,
    };

    private static Refusal? Refuse(Petition petition, FixMember fix) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when petition.Accused.Contains(fix.Person.Id) => new Refusal.Law("GC21-5(1)", "assign-accused", fix.Person.Name),
        _ when !fix.Person.AtCourt || fix.Person.Court != petition.Opened.Responsible => new Refusal.Input("person", "team-not-in-post", fix.Person.Name),
        _ when fix.Posts.Count > 0 && !fix.Person.Posts.Any(fix.Posts.Contains) => Unfit(fix),
        _ when Holds(petition, fix.Role, fix.Person.Id) => new Refusal.State("team-already", fix.Person.Name),
        { Assignment: { } a } when fix.Role == TeamRole.CoHandlingJudge && a.Handler == fix.Person.Id => new Refusal.Law("GC21-4", "co-handler-is-handler", fix.Person.Name),
        _ when fix.Role is TeamRole.LeaderInCharge or TeamRole.Liaison && string.IsNullOrWhiteSpace(fix.Phone) => new Refusal.Law("JZ21-3.2.2", "team-needs-phone"),
        _ when Before(petition, fix.Role) is not null && string.IsNullOrWhiteSpace(fix.Reason) => new Refusal.Input("reason", "reason-required"),
        _ => null,
    };

    private static Refusal.Law Unfit(FixMember fix) => fix.Role switch
    {
        TeamRole.Lead => new Refusal.Law("GC21-4", "lead-not-court-leader", fix.Person.Name),
        TeamRole.CoHandlingJudge => new Refusal.Law("GC21-4", "co-handler-not-judge", fix.Person.Name),
        TeamRole.LeaderInCharge or TeamRole.Liaison => new Refusal.Law("JZ21-3.2.2", "charge-not-leader", fix.Person.Name),
        _ => throw new InvalidOperationException(),
    };

    private static TeamMember? Before(Petition petition, TeamRole role) => role == TeamRole.CoHandlingJudge ? null : petition.Team.One(role);

    private static bool Holds(Petition petition, TeamRole role, Guid person) =>
        role == TeamRole.CoHandlingJudge ? petition.CoHandlers.Contains(person) : petition.Team.One(role)?.Person == person;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
