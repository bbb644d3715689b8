namespace Zhixin.Authority;

/// <summary>How the actor's court stands to the matter.</summary>
public enum CourtRelation
{
    /// <summary>The responsible court.</summary>
    Own,

    /// <summary>In the responsible court's chain of superiors.</summary>
    Superior,

    /// <summary>A court to which the matter was handed down.</summary>
    Subordinate,

    /// <summary>A court that takes part in joint handling.</summary>
    Joint,

    /// <summary>Any other court.</summary>
    Uninvolved,
}

/// <summary>What keeps a person from an act that the post would allow.</summary>
public enum PersonBar
{
    /// <summary>Accused of misconduct in the matter.</summary>
    Accused,

    /// <summary>Made the act under review.</summary>
    MadeAct,

    /// <summary>Applied for what is to be approved.</summary>
    Applied,

    /// <summary>Sat on the panel that made the opinion.</summary>
    SatOnPanel,

    /// <summary>Implemented the case that is to be reviewed.</summary>
    Implemented,
}

/// <summary>
/// One row of regulations/authority.csv: who may do the act, from which court, and what bars a person. <see cref="Roles"/> are posts, or
/// "staff" for every post that is no administrator. <see cref="NamedOnly"/>: a role counts only where the person holds it in this very
/// matter (the caller passes such roles among the posts). <see cref="MustBePresent"/> says in Chinese what the deciding rule checks.
/// <see cref="PackChoice"/>: no source names the post.
/// </summary>
public sealed record AuthorityRow(
    string Act,
    string Name,
    IReadOnlyList<string> Roles,
    IReadOnlySet<CourtRelation> Relations,
    bool NamedOnly,
    IReadOnlySet<PersonBar> Bars,
    string MustBePresent,
    IReadOnlyList<string> Clauses,
    bool PackChoice,
    int Line)
{
    /// <summary>Stands for every post that is no administrator.</summary>
    public const string Staff = "staff";
}
