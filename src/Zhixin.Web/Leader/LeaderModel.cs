using Zhixin.Web.Components;

namespace Zhixin.Web.Leader;

/// <summary>The leader's board: one list at a time, all counts always.</summary>
/// <param name="Title">Of the list.</param>
/// <param name="Note">Its order and meaning.</param>
/// <param name="Groups">Breaches by unit and person; empty beside the other lists.</param>
public sealed record LeaderModel(
    RichText Summary, IReadOnlyList<ViewTab> Views, string Title, string Note, IReadOnlyList<LeaderGroup> Groups, IReadOnlyList<LeaderRow> Rows, EmptyModel None,
    PagerModel? Pager = null);

/// <summary>What one person or unit has let pass.</summary>
public sealed record LeaderGroup(string Who, string Href, int Count, BindingDay Oldest, bool IsShown);

/// <summary>A petition, or something owed in it.</summary>
/// <param name="What">The next thing owed, or the broken clock.</param>
/// <param name="Clause">Of a broken clock.</param>
public sealed record LeaderRow(
    DueLight Light, BindingDay? Day, string What, ClauseRef? Clause, string Petitioner, string Href, string Number, string? CaseNumber, string Note, ActionModel Next);
