using Zhixin.Calendar;
using Zhixin.History;

namespace Zhixin.Obligations;

/// <summary>A rule that competed in the slot and lost, or is for reference only; shown beside the winner.</summary>
public sealed record OtherRule(string Pack, int PackVersion, string Clause, string Kind, string Name, DateOnly? Due, string Why);

/// <summary>The period of a rule, as it was when the obligation opened.</summary>
public sealed record FixedPeriod(int Count, PeriodUnit Unit, bool Roll);

/// <summary>Something is owed from now on. Carries the versions of rule, pack and calendar that the date rests on.</summary>
/// <param name="No">1, 2, 3 … within the stream.</param>
/// <param name="Trigger">The day that starts the period; it does not count itself.</param>
/// <param name="Due">Last day, until 24:00 at +08:00; null where the law names no date.</param>
/// <param name="CountsFrom">Not before this day is anything counted as breached (born overdue, imported history).</param>
/// <param name="Person">The named obligor, if there is one; else the unit.</param>
/// <param name="Contact">The contact whose joining opened it; ends with it when the joining is undone.</param>
[Fact("obligation.opened")]
public sealed record ObligationOpened(
    int No, string Kind, string Name, string Slot, string Clause, string Pack, int PackVersion, string PackHash, string Calendar,
    int Court, string Unit, string? PersonRole, Guid? Person, Guid? Contact, DateOnly Trigger, FixedPeriod Period, DateOnly? Due, bool Provisional, bool Fallback,
    bool WarnOnly, DateOnly? CountsFrom, IReadOnlyList<string> FulfilledBy, IReadOnlyList<string> EndedBy,
    IReadOnlyList<string> Exclusions, IReadOnlyList<OtherRule> Others);

/// <summary>What was owed was done. Late or in time follows from the dates.</summary>
[Fact("obligation.fulfilled")]
public sealed record ObligationFulfilled(int No, DateOnly On);

/// <summary>It is owed no longer.</summary>
[Fact("obligation.ended")]
public sealed record ObligationEnded(int No, string Why);

/// <summary>The date moved: by exclusion, extension, correction or calendar notice. Old and new stay.</summary>
/// <param name="Ground">"exclusion", "extension", "correction", "calendar".</param>
[Fact("obligation.moved")]
public sealed record ObligationMoved(
    int No, DateOnly? Old, DateOnly? New, bool Provisional, string Ground, string Reason, DateOnly? Trigger, Exclusion? Exclusion, string Calendar);

/// <summary>Another person or unit owes it now; the clock goes on.</summary>
[Fact("obligation.obligor-changed")]
public sealed record ObligorChanged(int No, string Unit, Guid? Person);
