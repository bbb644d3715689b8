using Zhixin.Papers;
using Zhixin.Web.Attachments;
using Zhixin.Web.Components;
using Zhixin.Web.Papers;

namespace Zhixin.Web.Petitions;

/// <summary>The petition page: head, stages, obligations, what can and cannot be done, what happened, what belongs to it.</summary>
/// <param name="Next">The next date; null when nothing is owed.</param>
/// <param name="Flags">Doubts of the registration, still open.</param>
/// <param name="TimelineNote">Beside the heading: order and number of entries.</param>
/// <param name="ChainNote">What the verification of the chain says.</param>
/// <param name="OlderHref">More of the timeline, if any.</param>
/// <param name="Assign">The assignment form, where the viewer may assign.</param>
/// <param name="Related">Panels at the side: persons, contacts, hand-downs, supervision, procedures.</param>
public sealed record PetitionModel(
    string Number,
    string Name,
    IReadOnlyList<TagModel> Tags,
    string? CaseNumber,
    string? CaseLine,
    string Account,
    NextDue? Next,
    IReadOnlyList<StepModel> Steps,
    IReadOnlyList<string> Flags,
    IReadOnlyList<ObligationModel> Obligations,
    string ObligationNote,
    PossibleActs Acts,
    IReadOnlyList<TimelineEntry> Timeline,
    string TimelineNote,
    string? ChainNote,
    string? OlderHref,
    AssignModel? Assign,
    IReadOnlyList<SidePanel> Related)
{
    /// <summary>How it went down through the courts; empty where it did not.</summary>
    public IReadOnlyList<HopModel> Hops { get; init; } = [];

    /// <summary>Its papers.</summary>
    public PapersModel Papers { get; init; } = PapersModel.None;

    /// <summary>Its write-off; null where nobody applied and nobody could.</summary>
    public WriteOffs.WriteOffPanel? WriteOff { get; init; }

    /// <summary>Chains of procedures and what is open; null where there is nothing to show.</summary>
    public Procedures.ChainPanel? Procedures { get; init; }

    /// <summary>Its termination; null where nothing points at one.</summary>
    public Terminations.TerminationPanel? Termination { get; init; }

    /// <summary>The form that adds files, where the viewer may.</summary>
    public AttachModel? Attach { get; init; }
}

/// <summary>What the viewer may do now, by group; what cannot be done and why; and what is others' to do.</summary>
/// <param name="Failed">The act that was just refused; null where none was.</param>
public sealed record PossibleActs(RefusalModel? Failed, IReadOnlyList<ActGroupModel> Groups, IReadOnlyList<RefusalModel> Others)
{
    /// <summary>The same with an act more that cannot be done.</summary>
    /// <param name="isOthers">Whether somebody else may do it.</param>
    public PossibleActs Without(string group, RefusalModel act, bool isOthers) =>
        isOthers ? this with { Others = [.. Others, act] } : this with { Groups = [.. Groups, new ActGroupModel(group, [], [act])] };
}

/// <summary>A group of acts: those that are possible as buttons, the others with clause and remedy.</summary>
public sealed record ActGroupModel(string Title, IReadOnlyList<ActionModel> Actions, IReadOnlyList<RefusalModel> Refusals);

/// <summary>The next date of the head, with the act that fulfils it.</summary>
public sealed record NextDue(string Duty, BindingDay? Day, DueLight Light, ClauseRef Clause, ActionModel Act);

/// <summary>A panel at the side. Without items it shows <paramref name="None"/>.</summary>
public sealed record SidePanel(string Id, string Title, int? Count, IReadOnlyList<KeyValue> Items, EmptyModel None, string? Hint = null);

/// <summary>The assignment form. Fields: handler (staff id), team (unit id), coHandler, note. Posted to <paramref name="Action"/>.</summary>
/// <param name="Handlers">Who may be given it, the original handler first; barred persons stand in <paramref name="Barred"/> with their reason.</param>
/// <param name="Suggestion">First-asked responsibility: whom the rule names, and why.</param>
public sealed record AssignModel(
    string Action,
    string Key,
    long Version,
    FormState Form,
    IReadOnlyList<Choice> Handlers,
    IReadOnlyList<Choice> Teams,
    RichText? Suggestion,
    IReadOnlyList<RefusalModel> Barred)
{
    /// <summary>Who may only help: the original handler who left enforcement but not the court.</summary>
    public IReadOnlyList<Choice> CoHandlers { get; init; } = [];
}

/// <summary>The receipt to print: no content of the complaint, for it may be seen by others.</summary>
/// <param name="TrackingCode">In letters; it stands in the paper as well.</param>
/// <param name="QrSvg">The same as a picture.</param>
public sealed record ReceiptModel(Paper Paper, string TrackingCode, string QrSvg, string BackHref, string DocxHref);
