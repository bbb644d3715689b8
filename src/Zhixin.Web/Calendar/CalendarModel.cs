using Zhixin.Web.Components;

namespace Zhixin.Web.Calendar;

/// <summary>A year of working days.</summary>
/// <param name="Days">Every day of the year, 1 January to 31 December, in order.</param>
/// <param name="IsProvisional">No notice is loaded: only weekends are known, dates may change.</param>
/// <param name="Facts">Notice number and date, working days of the year, make-up days.</param>
/// <param name="Holidays">Each holiday with its days off and its make-up days.</param>
public sealed record CalendarModel(
    int Year,
    string? PreviousHref,
    string? NextHref,
    IReadOnlyList<YearDay> Days,
    bool IsProvisional,
    IReadOnlyList<KeyValue> Facts,
    IReadOnlyList<KeyValue> Holidays,
    DateOnly Today,
    IReadOnlyList<ActionModel> Actions,
    NoticePartModel? Notices = null);

/// <summary>Notices that wait for the second person, and the form of the first; null where the viewer is no first person.</summary>
public sealed record NoticePartModel(IReadOnlyList<NoticeRow> Waiting, NoticeFormModel? Propose, RefusalModel? Refused);

/// <summary>A waiting notice. <paramref name="Effect"/>: what it would move.</summary>
public sealed record NoticeRow(int Year, string ProposedBy, string Reason, string Effect, string Text, ActionModel? Confirm, ActionModel? Refuse, RefusalModel? WhyNot);

/// <summary>The form that gives a notice. Fields: text or file, reason.</summary>
public sealed record NoticeFormModel(FormState Form, string Key);

/// <summary>What a day of the year is.</summary>
public enum YearDayKind
{
    /// <summary>An ordinary working day.</summary>
    Work,

    /// <summary>A weekend.</summary>
    Weekend,

    /// <summary>A day off by law or notice.</summary>
    Holiday,

    /// <summary>A weekend day that is worked.</summary>
    MakeUp,
}

/// <summary>A day. <paramref name="Name"/> is the holiday's name, for a make-up day the holiday it makes up for.</summary>
public sealed record YearDay(DateOnly Date, YearDayKind Kind, string? Name = null)
{
    /// <summary>The stylesheet's names for the cell.</summary>
    internal string? Class(DateOnly today)
    {
        var kind = Kind switch
        {
            YearDayKind.Work => "",
            YearDayKind.Weekend => "off",
            YearDayKind.Holiday => "hol",
            YearDayKind.MakeUp => "extra",
        };
        return Css.Join(kind, Date == today ? "today" : "");
    }
}
