using Zhixin.Authority;
using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Obligations;
using Zhixin.Regulations;

namespace Zhixin.Database.Petitions;

/// <summary>The law as it stands: courts, working days, rules in force, and who may do what. Immutable; replaced as a whole.</summary>
public sealed record Law(CourtDirectory Courts, WorkCalendar Calendar, RuleBook Rules, AuthorityMatrix Authority)
{
    /// <summary>A court and its superiors, from narrow to wide.</summary>
    public IReadOnlyList<int> Chain(int court) => [court, .. Courts.Superiors(court).Select(c => c.Number)];

    /// <summary>Where the clocks of a petition look.</summary>
    public ClockSetting Clocks(Petition petition, DateOnly today) => new(
        Rules, Calendar, Chain(petition.Opened.Responsible), petition.Opened.Responsible,
        role => string.Equals(role, "handler", StringComparison.Ordinal) ? petition.Assignment?.Handler : null, today);
}

/// <summary>Holds the law of the moment; loading a pack, an adoption or a notice replaces it.</summary>
public sealed class LawInForce(Law law)
{
    private volatile Law _now = law;

    /// <summary>The law of the moment.</summary>
    public Law Now
    {
        get => _now;
        set => _now = value;
    }
}
