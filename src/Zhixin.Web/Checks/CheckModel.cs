using Zhixin.Web.Components;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Checks;

/// <summary>A line of the list.</summary>
/// <param name="State">What is owed, in words.</param>
public sealed record CheckListRow(DueLight Light, BindingDay? Day, string Number, string Href, string CaseNumber, string Court, string State, string Figures);

/// <summary>The form that begins a record.</summary>
public sealed record FileModel(string Key, FormState Form, IReadOnlyList<ActField> Fields);

/// <summary>The list of records.</summary>
/// <param name="Search">What was searched for, with what was found.</param>
/// <param name="Begin">Null where the viewer may not.</param>
public sealed record ChecksModel(
    RichText Summary, IReadOnlyList<ViewTab> Views, IReadOnlyList<CheckListRow> Rows, EmptyModel None, PagerModel? Pager, FormState Search, string? Found, FileModel? Begin);

/// <summary>A key node as the register shows it.</summary>
/// <param name="Check">Who checked it, or that nobody did.</param>
/// <param name="IsOpen">Whether its check or a correction is owed.</param>
public sealed record NodeRow(string Name, DateOnly On, string Doer, string Content, string Check, string Risk, bool IsOpen);

/// <summary>A problem that came back with a card and waits, or was answered.</summary>
/// <param name="RegisterHref">Where it is registered as a petition; null where the viewer may not.</param>
public sealed record FeedbackRow(string Title, DateOnly On, string Content, string Answer, bool IsOpen, string? RegisterHref);

/// <summary>The page of a record.</summary>
public sealed record CheckRecordModel(
    string Number, IReadOnlyList<TagModel> Tags, string CaseNumber, string Court, NextDue? Next, IReadOnlyList<ObligationModel> Obligations, string ObligationNote, PossibleActs Acts,
    IReadOnlyList<NodeRow> Nodes, IReadOnlyList<FeedbackRow> Feedbacks, IReadOnlyList<TimelineEntry> Timeline, string TimelineNote, IReadOnlyList<SidePanel> Related);
