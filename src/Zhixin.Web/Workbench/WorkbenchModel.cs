using Zhixin.Web.Components;

namespace Zhixin.Web.Workbench;

/// <summary>Everything that the viewer owes, by due date.</summary>
/// <param name="Summary">The greeting with today's date and the counts.</param>
/// <param name="Days">The next two weeks, with what falls due.</param>
/// <param name="Views">Filters with counts.</param>
/// <param name="Scopes">Mine, deputised, my unit.</param>
/// <param name="Groups">Overdue, soon, later, untimed, in this order; empty groups are left out.</param>
/// <param name="Drafts">Registrations that were not finished.</param>
/// <param name="Pager">Given when there is more than one page.</param>
public sealed record WorkbenchModel(
    RichText Summary,
    IReadOnlyList<StripDay> Days,
    IReadOnlyList<ViewTab> Views,
    IReadOnlyList<ViewTab> Scopes,
    IReadOnlyList<WorkGroup> Groups,
    IReadOnlyList<Anchor> Drafts,
    PagerModel? Pager = null)
{
    /// <summary>How many proposals of other courts wait for an answer of the viewer's court.</summary>
    public int Proposals { get; init; }

    /// <summary>Where the day's statistic is issued, for those who may and whose court owes it; null when it is done or not owed.</summary>
    public string? Bulletin { get; init; }

    /// <summary>What waits for the court's supervision today; null for whoever supervises nothing.</summary>
    public IReadOnlyList<Supervisions.DayItem>? Day { get; init; }

    /// <summary>How many messages about broken clocks the viewer has not marked.</summary>
    public int Messages { get; init; }
}

/// <summary>A group of rows with a heading; <paramref name="Count"/> is that of the whole group, of which the page may show a part.</summary>
public sealed record WorkGroup(string Title, int Count, string? Note, IReadOnlyList<WorkRow> Rows);

/// <summary>One duty.</summary>
public sealed record WorkRow(
    DueLight Light,
    BindingDay? Day,
    ClauseRef Clause,
    string Duty,
    string Href,
    string Who,
    string? CaseNumber,
    string? Note,
    ActionModel Next);
