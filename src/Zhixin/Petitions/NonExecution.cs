using Zhixin.Checks;
using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>How an application to the court above ended.</summary>
public enum SuperiorOrderEnd
{
    Refused,
    Moved,
    Withdrawn,
    Concluded,
}

/// <summary>An application to the court above because of six months without enforcement (CPL-237).</summary>
/// <param name="Ordered">Null while that court has not ordered anything.</param>
/// <param name="Ended">Null while the application, or the order on it, stands.</param>
public sealed record SuperiorOrder(SuperiorOrderApplied Applied, EnforcementOrdered? Ordered, DateOnly? OrderedOn, SuperiorOrderEnd? Ended, DateOnly? EndedOn)
{
    /// <summary>The n-th of a petition, as its clocks know it.</summary>
    public static Thing Thing(int no) => new("superior-order", no);
}

/// <summary>Six months without enforcement, and what the court above does about it (CPL-237; EPI-10 to 13): the fold of those facts.</summary>
/// <param name="Began">From when the months run; null where nobody recorded it.</param>
/// <param name="ConcludedOn">When the case was enforced; null while it is not.</param>
public sealed record NonExecution(NonExecutionBegan? Began, DateOnly? ConcludedOn, IReadOnlyList<SuperiorOrder> Applications)
{
    /// <summary>The clock that runs.</summary>
    public const string Kind = "execute-in-six-months";

    /// <summary>Before anything was recorded.</summary>
    public static NonExecution None { get; } = new(null, null, []);

    /// <summary>The round that ended by ruling; null where none did, or the case was enforced since.</summary>
    public ClosedRound? Round { get; init; }

    /// <summary>The application that is not ended; null where none is.</summary>
    public SuperiorOrder? Open => Applications.FirstOrDefault(a => a.Ended is null);

    /// <summary>Applies a fact; null when it is about something else.</summary>
    public NonExecution? Apply(DatedFact dated) => dated.Fact switch
    {
        EnforcementRoundTerminated or EnforcementRoundQueried => this with { Round = ClosedRound.After(Round, dated) },
        NonExecutionBegan began => this with { Began = began, ConcludedOn = null },
        SuperiorOrderApplied applied => this with { Applications = [.. Applications, new SuperiorOrder(applied, null, null, null, null)] },
        EnforcementOrdered ordered => Change(ordered.No, a => a with { Ordered = ordered, OrderedOn = dated.On }),
        SuperiorOrderRefused refused => End(refused.No, SuperiorOrderEnd.Refused, dated.On),
        EnforcementMoved moved => End(moved.No, SuperiorOrderEnd.Moved, dated.On),
        SuperiorOrderWithdrawn withdrawn => End(withdrawn.No, SuperiorOrderEnd.Withdrawn, dated.On),
        EnforcementCaseConcluded => (Open is { } open ? End(open.Applied.No, SuperiorOrderEnd.Concluded, dated.On) : this) with { ConcludedOn = dated.On, Round = ClosedRound.After(Round, dated) },
        _ => null,
    };

    private NonExecution End(int no, SuperiorOrderEnd end, DateOnly on) => Change(no, a => a with { Ended = end, EndedOn = on });

    private NonExecution Change(int no, Func<SuperiorOrder, SuperiorOrder> change) =>
        this with { Applications = [.. Applications.Select(a => a.Applied.No == no ? change(a) : a)] };
}
