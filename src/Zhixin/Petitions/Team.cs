namespace Zhixin.Petitions;

/// <summary>Who works on a petition beside the handler, by which plan: the fold of those facts.</summary>
/// <param name="Plan">As it stands; null before.</param>
/// <param name="LeaderMeetings">How often the leader in charge met the petitioner.</param>
public sealed record Team(IReadOnlyList<TeamMember> Members, PetitionPlanMade? Plan, DateOnly? ReportedOn, int LeaderMeetings)
{
    /// <summary>Nobody fixed yet.</summary>
    public static Team None { get; } = new([], null, null, 0);

    /// <summary>Since when the leader in charge is; null before anybody was.</summary>
    public DateOnly? InChargeSince { get; init; }

    /// <summary>The court leader who leads; null while nobody is fixed.</summary>
    public TeamMember? Lead => One(TeamRole.Lead);

    /// <summary>The leader in charge.</summary>
    public TeamMember? InCharge => One(TeamRole.LeaderInCharge);

    /// <summary>Through whom the team is reached.</summary>
    public TeamMember? Liaison => One(TeamRole.Liaison);

    /// <summary>The trial judges who assist.</summary>
    public IEnumerable<TeamMember> CoHandlers => Members.Where(m => m.Role == TeamRole.CoHandlingJudge);

    /// <summary>The one person of a role that one person holds.</summary>
    public TeamMember? One(TeamRole role) => Members.FirstOrDefault(m => m.Role == role);

    /// <summary>The person whom a rule means by a role of the team; null where nobody holds it, or the role is none of the team.</summary>
    public Guid? Person(string role) => role switch
    {
        "court-leader" => Lead?.Person,
        "leader-in-charge" => InCharge?.Person,
        "liaison" => Liaison?.Person,
        _ => null,
    };

    /// <summary>Applies a fact; null when it is not about the team.</summary>
    public Team? Apply(History.DatedFact dated) => dated.Fact switch
    {
        PetitionTeamFixed { Member: var member } => this with { Members = [.. Members, member] },
        PetitionLeaderFixed { Member: var member } => this with { Members = [.. Members, member], InChargeSince = dated.On },
        PetitionTeamLeft left => this with { Members = [.. Members.Where(m => m.Role != left.Role || m.Person != left.Person)] },
        PetitionPlanMade plan => this with { Plan = plan },
        PetitionTeamReported => this with { ReportedOn = dated.On },
        PetitionLeaderMet => this with { LeaderMeetings = LeaderMeetings + 1 },
        PetitionCoHandled => this,
        _ => null,
    };
}
