using Zhixin.Web.Components;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.ReportBox;

/// <summary>A line of the box: nothing of what it says.</summary>
public sealed record ReportRow(DueLight Light, DateOnly On, string Number, string Href, string Channel, string Court, string State);

/// <summary>The box.</summary>
/// <param name="Reads">Whether the viewer reads reports; else only the form is shown.</param>
/// <param name="Recorded">Number of the report that was just recorded; null where none was.</param>
/// <param name="Form">Null where the viewer records none.</param>
public sealed record ReportBoxModel(
    RichText Summary, bool Reads, IReadOnlyList<ViewTab> Views, IReadOnlyList<ReportRow> Rows, EmptyModel None, PagerModel? Pager, string? Recorded, string Key, FormState? Form,
    IReadOnlyList<ActField> Fields);

/// <summary>The page of a report.</summary>
public sealed record ReportModel(
    string Number, IReadOnlyList<TagModel> Tags, string Content, IReadOnlyList<ObligationModel> Obligations, PossibleActs Acts, IReadOnlyList<TimelineEntry> Timeline, string TimelineNote,
    IReadOnlyList<KeyValue> Facts);
