using Zhixin.Calendar;
using Zhixin.History;
using Zhixin.Regulations;

namespace Zhixin.Obligations;

/// <summary>
/// Something is owed from now on. The rule stands in it as it was, with the versions of pack and calendar and with the rules
/// that lost, so that nothing changes by itself later.
/// </summary>
/// <param name="No">1, 2, 3 … within the stream.</param>
/// <param name="Court">Number of the court that owes.</param>
/// <param name="Unit">The unit that owes while nobody is named; never empty.</param>
/// <param name="Person">The named obligor, if there is one.</param>
/// <param name="Contact">The contact whose joining opened it; it ends when that joining is undone.</param>
/// <param name="CountsFrom">Not before this day is anything counted as breached (born overdue, imported history).</param>
[Fact("obligation.opened")]
public sealed record ObligationOpened(
    int No, OpenedObligation Rule, int Court, string Unit, Guid? Person, Guid? Contact, DateOnly? CountsFrom);

/// <summary>What the other petition of a merger owed: the earlier date of a kind binds the survivor.</summary>
public sealed record OwedElsewhere(string Kind, DateOnly Due);

/// <summary>What was owed was done. Late or in time follows from the dates.</summary>
[Fact("obligation.fulfilled")]
public sealed record ObligationFulfilled(int No, DateOnly On);

/// <summary>It is owed no longer.</summary>
[Fact("obligation.ended")]
public sealed record ObligationEnded(int No, string Why);

/// <summary>The date moved: by exclusion, extension, correction or calendar notice. Old and new stay.</summary>
/// <param name="Ground">"exclusion", "extension", "correction", "merger", "calendar".</param>
[Fact("obligation.moved")]
public sealed record ObligationMoved(
    int No, DateOnly? Old, DateOnly? New, bool Provisional, string Ground, string Reason, DateOnly? Trigger, Exclusion? Exclusion, string Calendar);

/// <summary>Another person or unit owes it now; the clock goes on.</summary>
[Fact("obligation.obligor-changed")]
public sealed record ObligorChanged(int No, string Unit, Guid? Person);

/// <summary>What ended it was undone (a merger, a void); it is owed again with its old date.</summary>
[Fact("obligation.resumed")]
public sealed record ObligationResumed(int No, string Why);
