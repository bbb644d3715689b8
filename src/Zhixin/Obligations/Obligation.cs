namespace Zhixin.Obligations;

/// <summary>Whether something is still owed.</summary>
public abstract record ObligationState
{
    private ObligationState()
    {
    }

    /// <summary>Still owed.</summary>
    public sealed record Open : ObligationState;

    /// <summary>Done on a day; late if that day is after the due date.</summary>
    public sealed record Fulfilled(DateOnly On) : ObligationState;

    /// <summary>Owed no longer, for a reason other than being done.</summary>
    public sealed record Ended(string Why) : ObligationState;
}

/// <summary>
/// Something owed 时限: who owes what, since when, until when, under which clause. Breach is derived from it and the day;
/// it is never an event.
/// </summary>
public sealed record Obligation(
    ObligationOpened Opened, DateOnly? Trigger, DateOnly? Due, bool Provisional, string Unit, Guid? Person,
    IReadOnlyList<ObligationMoved> Moves, ObligationState State)
{
    /// <summary>Number within the stream.</summary>
    public int No => Opened.No;

    /// <summary>The rule as it was when it opened.</summary>
    public Regulations.OpenedObligation Rule => Opened.Rule;

    /// <summary>Whether this is a right that lapses, not something owed.</summary>
    public bool IsWindow => Rule.Type == Regulations.RuleType.Window;

    /// <summary>Whether it is still owed.</summary>
    public bool IsOpen => State is ObligationState.Open;

    /// <summary>The exclusions of time that lengthen it now.</summary>
    public IReadOnlyList<Calendar.Exclusion> Exclusions => [.. Moves.Where(m => m.Exclusion is not null).Select(m => m.Exclusion!)];

    /// <summary>Whether it need not be done by any day until somebody says by which.</summary>
    public bool IsSuspended => Moves is [.., { Ground: "suspended" }];

    /// <summary>The date that an extension set last; no arithmetic moves it.</summary>
    public DateOnly? Extended => Moves.LastOrDefault(m => m.Ground == "extension")?.New;

    /// <summary>How many of the exclusions were known when an extension set the date last: those that came later lengthen it.</summary>
    internal int ExclusionsInExtension => Moves.Take(Moves.ToList().FindLastIndex(m => m.Ground == "extension")).Count(m => m.Exclusion is not null);

    /// <summary>The earlier date of the same kind that a merger brought in and that binds while the merger stands.</summary>
    public DateOnly? Bound => Moves.LastOrDefault(m => m.Ground is "merger" or "merger-undone") is { Ground: "merger" } merger ? merger.New : null;

    /// <summary>The day at whose end it becomes overdue: the due date, or the day up to which one born overdue does not count; null where untimed.</summary>
    public DateOnly? OverdueAfter => Due is { } due ? (Opened.CountsFrom is { } from && from > due ? from : due) : null;

    /// <summary>Whether it is or was overdue, seen on a day. An ended one never is.</summary>
    public bool IsBreached(DateOnly today) => OverdueAfter is { } last && State switch
    {
        ObligationState.Open => today > last,
        ObligationState.Fulfilled fulfilled => fulfilled.On > last,
        ObligationState.Ended => false,
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Days overdue on a day, counted from the due date, or from opening where it was born overdue; 0 when not.</summary>
    public int DaysOverdue(DateOnly today) => IsOpen && IsBreached(today) ? today.DayNumber - OverdueAfter!.Value.DayNumber : 0;
}

/// <summary>The obligations of one stream: the fold of its obligation facts.</summary>
public static class ObligationList
{
    /// <summary>Applies a fact to the list; null when the fact is not about an obligation.</summary>
    public static IReadOnlyList<Obligation>? Apply(IReadOnlyList<Obligation> list, object fact) => fact switch
    {
        ObligationOpened opened => [.. list, new Obligation(
            opened, opened.Rule.Trigger, opened.Rule.Due.Due, opened.Rule.Due.Provisional, opened.Unit, opened.Person, [], new ObligationState.Open())],
        ObligationFulfilled fulfilled => Change(list, fulfilled.No, o => o with { State = new ObligationState.Fulfilled(fulfilled.On) }),
        ObligationEnded ended => Change(list, ended.No, o => o with { State = new ObligationState.Ended(ended.Why) }),
        ObligationWaived waived => Change(list, waived.No, o => o with { State = new ObligationState.Ended("obligation.waived") }),
        ObligationResumed resumed => Change(list, resumed.No, o => o with { State = new ObligationState.Open() }),
        ObligationMoved moved => Change(list, moved.No, o => o with
        {
            Due = moved.New,
            Provisional = moved.Provisional,
            Trigger = moved.Trigger ?? o.Trigger,
            Moves = [.. o.Moves, moved],
        }),
        ObligorChanged changed => Change(list, changed.No, o => o with { Unit = changed.Unit, Person = changed.Person }),
        _ => null,
    };

    /// <summary>The next free number.</summary>
    public static int Next(IReadOnlyList<Obligation> list) => list.Count + 1;

    private static List<Obligation> Change(IReadOnlyList<Obligation> list, int no, Func<Obligation, Obligation> change) =>
        [.. list.Select(o => o.No == no ? change(o) : o)];
}
