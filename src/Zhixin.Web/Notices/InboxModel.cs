using Zhixin.Web.Components;

namespace Zhixin.Web.Notices;

/// <summary>A clock that a digest lists.</summary>
/// <param name="Href">Null where the court sees the matter no longer.</param>
/// <param name="Proposals">What the rule proposes; a person decides.</param>
public sealed record InboxClock(string Duty, string Number, string? Href, BindingDay Due, ClauseRef Clause, bool Broke, IReadOnlyList<string> Proposals);

/// <summary>A message.</summary>
/// <param name="Text">Beside the title; may be empty.</param>
/// <param name="Number">Of the matter; empty where it is about none.</param>
/// <param name="For">For whom it is read by a deputy.</param>
/// <param name="More">How many clocks there are beyond those listed.</param>
/// <param name="Seen">Marks it; null where it is marked.</param>
/// <param name="SeenNote">Who marked it.</param>
public sealed record InboxRow(
    TimeOnly At, string Title, string Text, string Number, string? Href, bool IsOutOfSight, string? For, IReadOnlyList<InboxClock> Clocks, int More, ActionModel? Seen, string? SeenNote);

/// <summary>The messages of a day, seen or unseen.</summary>
public sealed record InboxDay(string Title, bool IsUnseen, IReadOnlyList<InboxRow> Rows);

/// <summary>The inbox 收件箱.</summary>
/// <param name="Unseen">How many are unseen, over all filters; as text, since it stops at a cap.</param>
/// <param name="MarkAll">Marks all that the filter shows; null where nothing is unseen.</param>
public sealed record InboxModel(string Unseen, IReadOnlyList<ViewTab> Views, IReadOnlyList<InboxDay> Days, ActionModel? MarkAll, PagerModel? Pager);
