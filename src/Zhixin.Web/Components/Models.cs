namespace Zhixin.Web.Components;

/// <summary>What a light says. Shape, words and colour all say it; untimed never turns amber or red.</summary>
public enum LightState
{
    /// <summary>Empty ring: not due soon.</summary>
    NotDue,

    /// <summary>Half ring: due within two working days, today included.</summary>
    Soon,

    /// <summary>Full square: past due.</summary>
    Overdue,

    /// <summary>Dash: the clause sets no date.</summary>
    Untimed,

    /// <summary>Tick: done.</summary>
    Fulfilled,
}

/// <summary>A light with its words, for example (Soon, "剩 2 个工作日"). The words must be enough without the colour.</summary>
public sealed record DueLight(LightState State, string Text);

/// <summary>A clause as shown beside dates and refusals. <paramref name="Pack"/> is the pack id ("GC21"), <paramref name="Id"/> the clause id
/// ("GC21-13"), <paramref name="Name"/> its short name ("钢城意见第十三条").</summary>
public sealed record ClauseRef(string Pack, string Id, string? Name = null)
{
    /// <summary>The clause's page.</summary>
    public string Href => $"/regulations/{Uri.EscapeDataString(Pack)}/{Uri.EscapeDataString(Id)}";
}

/// <summary>A date that binds someone. <paramref name="Note"/> is the day's peculiarity ("调休上班"); provisional where the year's notice is not loaded.</summary>
public sealed record BindingDay(DateOnly Date, string? Note = null, bool IsProvisional = false);

/// <summary>A link.</summary>
public sealed record Anchor(string Text, string Href);

/// <summary>A small label. <paramref name="IsOn"/> stresses it.</summary>
public sealed record TagModel(string Text, bool IsOn = false);

/// <summary>One term with its value.</summary>
public sealed record KeyValue(string Term, RichText Value);

/// <summary>An act that is possible now. With <paramref name="PostKey"/> (an idempotency key) it is one button that posts to
/// <paramref name="Href"/> with the expected <paramref name="Version"/>; without, a link to the act's form.</summary>
public sealed record ActionModel(string Text, string Href, bool IsMain = false, string? PostKey = null, long? Version = null);

/// <summary>An act that is impossible now: the act, the reason in the user's words, the clause where law is the reason, and what would make it possible.</summary>
public sealed record RefusalModel(string Act, string Reason, ClauseRef? Clause, string Cure);

/// <summary>Where a step of a procedure stands.</summary>
public enum StepState
{
    /// <summary>Done.</summary>
    Past,

    /// <summary>Where it stands now.</summary>
    Current,

    /// <summary>Not reached.</summary>
    Ahead,
}

/// <summary>A step of a procedure with a date or a note below it.</summary>
public sealed record StepModel(string Name, string? Note, StepState State);

/// <summary>A filter or view one can switch to.</summary>
public sealed record ViewTab(string Text, string Href, bool IsCurrent = false, int? Count = null);

/// <summary>Keyset paging. A missing address means that there is nothing in that direction.</summary>
public sealed record PagerModel(string? NewerHref, string? OlderHref, int PageSize, string? Note = null, string Unit = "件", string Newer = "较新的", string Older = "较早的");

/// <summary>An empty state: what is absent, and what will appear here.</summary>
public sealed record EmptyModel(string What, string Then);

/// <summary>A masked number. <paramref name="RevealAction"/> is where the request with its purpose is posted (null: the viewer may not);
/// <paramref name="Full"/> is set in the answer to such a request only.</summary>
public sealed record MaskedValue(string Id, string Masked, string? RevealAction = null, string? Key = null, string? Full = null);

/// <summary>One cell of the workbench's strip: a day, or a run of days off (<paramref name="IsWide"/>).</summary>
public sealed record StripDay(
    string Caption,
    string Label,
    string? Note,
    string? Href = null,
    bool IsToday = false,
    bool IsOff = false,
    bool IsWide = false);

/// <summary>One thing that happened. <paramref name="At"/> is the time in law when known; <paramref name="RecordedLater"/> says when a late entry was made.</summary>
public sealed record TimelineEntry(
    DateOnly On,
    TimeOnly? At,
    string Title,
    string Actor,
    ClauseRef? Clause,
    bool IsVisibleToPetitioner,
    RichText? Text = null,
    IReadOnlyList<Anchor>? Documents = null,
    string? RecordedLater = null);

/// <summary>An obligation as a row. Untimed obligations have no <paramref name="Day"/>; without <paramref name="Why"/> nothing can be opened.</summary>
public sealed record ObligationModel(
    string Duty,
    string? Note,
    DueLight Light,
    BindingDay? Day,
    ClauseRef Clause,
    DateReason? Why = null,
    bool IsOpen = false)
{
    /// <summary>Whether nobody waits for it any more: done, ended, or a right that lapsed.</summary>
    public bool IsOver { get; init; }
}

/// <summary>Why a date is the date: the explanation in order (start, length, exclusions, changes, end, losing rules), then the weeks.</summary>
public sealed record DateReason(IReadOnlyList<KeyValue> Lines, IReadOnlyList<WeekRow> Weeks, string Unit = "工作日");

/// <summary>A week from Monday to Sunday, with the days counted in it and the running total at its end.</summary>
public sealed record WeekRow(IReadOnlyList<DayCell> Days, int Counted, int Total);

/// <summary>How a day stands in a period.</summary>
public enum DayKind
{
    /// <summary>Before the first or after the last day.</summary>
    Outside,

    /// <summary>Counted.</summary>
    Counted,

    /// <summary>Not counted: weekend, holiday or excluded.</summary>
    Off,

    /// <summary>A make-up working day, counted.</summary>
    MakeUp,
}

/// <summary>A day in the week table. <paramref name="Ordinal"/> is its number in the period (1 = first day counted);
/// <paramref name="Word"/> says what the day is ("签收", "休", "元旦").</summary>
public sealed record DayCell(DateOnly Date, DayKind Kind, int? Ordinal = null, string? Word = null, bool IsToday = false, bool IsEnd = false);
