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
/// <param name="Thing">The thing of several that opened it, where it is about one; only that one settles it.</param>
[Fact("obligation.opened")]
public sealed record ObligationOpened(
    int No, OpenedObligation Rule, int Court, string Unit, Guid? Person, Guid? Contact, DateOnly? CountsFrom, Thing? Thing);

/// <summary>What the other petition of a merger owed: the earlier date of a kind binds the survivor.</summary>
public sealed record OwedElsewhere(string Kind, DateOnly Due);

/// <summary>What was owed was done. Late or in time follows from the dates.</summary>
[Fact("obligation.fulfilled")]
public sealed record ObligationFulfilled(int No, DateOnly On);

/// <summary>It is owed no longer.</summary>
[Fact("obligation.ended")]
public sealed record ObligationEnded(int No, string Why);

/// <summary>A leader waived it, with a reason; it is owed no longer.</summary>
[Fact("obligation.waived")]
public sealed record ObligationWaived(int No, string Reason);

/// <summary>The date moved: by exclusion, extension, correction or calendar notice. Old and new stay.</summary>
/// <param name="Ground">"exclusion", "extension", "suspended", "correction", "merger", "merger-undone", "calendar".</param>
/// <param name="Document">What proves an exclusion or an extension, and where it is kept.</param>
[Fact("obligation.moved")]
public sealed record ObligationMoved(
    int No, DateOnly? Old, DateOnly? New, bool Provisional, string Ground, string Reason, DateOnly? Trigger, Exclusion? Exclusion, string? Document,
    string Calendar);

/// <summary>Somebody asks to leave days out of a period; it moves nothing until another approves.</summary>
/// <param name="Request">1, 2, 3 … within the stream.</param>
/// <param name="No">The obligation.</param>
/// <param name="AskedBy">Who asked; may not approve.</param>
/// <param name="AskedFor">For whom, where a deputy asked; may not approve either.</param>
[Fact("obligation.exclusion-asked")]
public sealed record ExclusionAsked(int Request, int No, Exclusion Exclusion, string Document, string Reason, Guid AskedBy, Guid? AskedFor);

/// <summary>The days are left out; the move of the date follows.</summary>
[Fact("obligation.exclusion-approved")]
public sealed record ExclusionApproved(int Request);

/// <summary>The days are not left out.</summary>
[Fact("obligation.exclusion-refused")]
public sealed record ExclusionRefused(int Request, string Reason);

/// <summary>Another person or unit owes it now; the clock goes on.</summary>
[Fact("obligation.obligor-changed")]
public sealed record ObligorChanged(int No, string Unit, Guid? Person);

/// <summary>What ended it was undone (a merger, a void); it is owed again with its old date.</summary>
[Fact("obligation.resumed")]
public sealed record ObligationResumed(int No, string Why);
