using Zhixin.Web.Components;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Supervisions;

/// <summary>The page of a supervision: head, stages, clocks, what can and cannot be done, letters and reports, what happened.</summary>
/// <param name="Subject">What it stands on.</param>
public sealed record SupervisionModel(
    string Number, IReadOnlyList<TagModel> Tags, RichText Subject, string Complaint, IReadOnlyList<StepModel> Steps, NextDue? Next, IReadOnlyList<ObligationModel> Obligations,
    string ObligationNote, PossibleActs Acts, IReadOnlyList<LetterModel> Letters, IReadOnlyList<TimelineEntry> Timeline, string TimelineNote, IReadOnlyList<SidePanel> Related);

/// <summary>A letter, and what came back.</summary>
/// <param name="Way">From which court to which.</param>
public sealed record LetterModel(string Title, string Way, RichText Due, string Demands, string Handler, string State, bool IsOpen, IReadOnlyList<KeyValue> Reports);

/// <summary>A line of the board.</summary>
public sealed record SupervisionRowModel(
    DueLight Light, BindingDay? Day, string What, string Number, string Href, string CaseNumber, string Complaint, string Courts, string Stage, IReadOnlyList<TagModel> Tags);

/// <summary>A court of the board, with counts stage by stage.</summary>
public sealed record BoardCourt(string Name, string Href, bool IsShown, IReadOnlyList<int> Stages, int All, int Overdue, string OverdueHref);

/// <summary>The supervision board 督办台.</summary>
/// <param name="Crumbs">From the viewer's own court down to the one that is shown.</param>
public sealed record BoardModel(
    string Court, IReadOnlyList<Anchor> Crumbs, RichText Summary, IReadOnlyList<ViewTab> Views, IReadOnlyList<string> StageNames, IReadOnlyList<BoardCourt> Courts,
    IReadOnlyList<SupervisionRowModel> Rows, EmptyModel None, PagerModel? Pager, Anchor? New)
{
    /// <summary>What waits today; null on another court's board, and for whoever supervises nothing.</summary>
    public IReadOnlyList<DayItem>? Day { get; init; }
}

/// <summary>The form that begins a supervision.</summary>
public sealed record NewSupervisionModel(string? OnPetition, string Action, string Back, string Key, FormState Form, IReadOnlyList<ActField> Fields);
