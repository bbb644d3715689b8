using Zhixin.Obligations;

namespace Zhixin.Petitions;

/// <summary>Until when a hop is to be reported: one clock, whether a page asks the hop or what the court below owes.</summary>
public sealed partial record Petition
{
    /// <summary>The report that the court below owes because of a hop, as its date stands; null where no pack in force asks for one.</summary>
    public Obligation? ReportOwed(Hop hop) =>
        Obligations.LastOrDefault(o => o.Opened.Thing == Hop.Thing(hop.Issued.No) && o.Rule.FulfilledBy.Contains("hand-down.reported", StringComparer.Ordinal) && o.Due == hop.DueOn);

    /// <summary>The day at whose end a hop is overdue: its date, or the day on which it was recorded where that is later. Null where no date is set.</summary>
    public DateOnly? OverdueAfter(Hop hop) => ReportOwed(hop)?.OverdueAfter ?? hop.DueOn;

    /// <summary>Whom the matter accuses has no hop in hand any more; the unit owes what he or she owed (GC21-5(1)).</summary>
    private Petition Barred() => this with { HandDowns = HandDowns.WithoutAccused(Accused) };

    /// <summary>Whether the report of a hop is due, has not been given, and the day is over.</summary>
    public bool IsOverdue(Hop hop, DateOnly today) => hop is { IsOpen: true, Pending: null } && OverdueAfter(hop) < today;
}
