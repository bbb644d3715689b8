using Zhixin.Web.Components;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.PlatformItems;

/// <summary>A line of the queue.</summary>
public sealed record PlatformRow(DueLight Light, BindingDay? Day, string Number, string Href, string External, string Kind, string Court, string Content, string Stage);

/// <summary>A row of a file that cannot be taken, with the reason.</summary>
public sealed record WrongRow(int Number, string Why);

/// <summary>The queue of platform items.</summary>
/// <param name="Enter">The form that enters one, and the form that takes a file; null where the viewer may not.</param>
/// <param name="Wrong">Why a file was not taken, row by row.</param>
public sealed record PlatformQueueModel(
    RichText Summary, IReadOnlyList<ViewTab> Views, IReadOnlyList<PlatformRow> Rows, EmptyModel None, PagerModel? Pager, EnterModel? Enter, IReadOnlyList<WrongRow> Wrong, string WindowHref);

/// <summary>The form that enters an item.</summary>
public sealed record EnterModel(string Key, FormState Form, IReadOnlyList<ActField> Fields);

/// <summary>The page of an item.</summary>
public sealed record PlatformItemModel(
    string Number, IReadOnlyList<TagModel> Tags, string Content, IReadOnlyList<KeyValue> Facts, IReadOnlyList<ObligationModel> Obligations, PossibleActs Acts, IReadOnlyList<TimelineEntry> Timeline,
    string TimelineNote);

/// <summary>A row of the window's figures.</summary>
public sealed record WindowRow(string Kind, int Open, int Waiting, int Overdue);

/// <summary>The daily window 分时督办.</summary>
/// <param name="Hours">The hours of the pack for the court's level; null where no instrument in force has them.</param>
/// <param name="Reported">The report of today; null while there is none.</param>
/// <param name="Report">The form; null where the viewer may not, or it was made.</param>
public sealed record WindowModel(
    string Court, string? Hours, ClauseRef Clause, IReadOnlyList<WindowRow> Rows, IReadOnlyList<KeyValue> Reported, ObligationModel? Owed, EnterModel? Report, RefusalModel? Refusal);
