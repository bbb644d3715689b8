using Zhixin.Calendar;
using Zhixin.Database.Petitions;
using Zhixin.Obligations;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;
using CalendarDayKind = Zhixin.Calendar.DayKind;
using CellKind = Zhixin.Web.Components.DayKind;

namespace Zhixin.Web.Petitions;

/// <summary>"Why this date?": start, length, exclusions, changes, end, the rules that lost, and the days one by one.</summary>
public static class DateReasons
{
    /// <summary>The explanation of an obligation's date; null where there is no date to explain.</summary>
    public static DateReason? Of(Law law, Obligation obligation, DateOnly today)
    {
        if (obligation.Due is not { } due)
        {
            return null;
        }

        var (lines, period) = (Lines(law, obligation, due), Counted(obligation));
        var arithmetic = obligation.Trigger is { } trigger && period is not null ? law.Calendar.Explain(trigger, period, obligation.Exclusions) : null;
        IReadOnlyList<WeekRow> weeks = arithmetic is null ? [] : [.. law.Calendar.Weeks(arithmetic).Select(w => Week(w, today))];
        return new DateReason(lines, weeks, period?.Unit == PeriodUnit.Workday ? "工作日" : "日");
    }

    private static Period? Counted(Obligation obligation) => obligation.Rule.Due.Basis switch
    {
        DueBasis.Counted => Opening.CalendarPeriod(obligation.Rule.Period, obligation.Rule.Roll),
        DueBasis.Fallback => Opening.CalendarPeriod(obligation.Rule.Fallback!, obligation.Rule.Roll),
        _ => null,
    };

    private static List<KeyValue> Lines(Law law, Obligation obligation, DateOnly due)
    {
        var rule = obligation.Rule;
        List<KeyValue> lines = [];
        if (obligation.Trigger is { } trigger)
        {
            lines.Add(new("从何时起", RichText.Of(RichText.On(Days.Binding(law, trigger)), " 起。期间从次日起算，当日不计。")));
        }

        lines.Add(new("多长", RichText.Of(
            Length(rule) + "。", RichText.By(Clauses.Ref(law, rule.Clause)), $" 规程版本 {rule.Pack.Id} 第 {rule.Pack.Version} 版，按起算日有效的版本计算。")));
        lines.Add(new("扣除与计入", Exclusions(obligation)));
        lines.Add(new("中间变动", Moves(obligation)));
        lines.Add(new("届满", RichText.Of(RichText.On(Days.Binding(law, due, obligation.Provisional)), " 24:00")));
        lines.AddRange(rule.Losers.Select(loser => new KeyValue("同一环节", RichText.Of(
            RichText.By(Clauses.Ref(law, loser.Clause)), $" {loser.Name}，{Why(loser, rule)}{(loser.Due.Due is { } other ? $"，为 {DateText.Iso(other)}" : string.Empty)}。"))));
        if (obligation.Provisional)
        {
            lines.Add(new("暂定", "所涉年度的放假通知还没有载入，载入后自动重算，并留下记录。"));
        }

        return lines;
    }

    private static string Length(OpenedObligation rule) => rule.Due.Basis switch
    {
        DueBasis.Stated => "来文载明的日期",
        DueBasis.Fallback => "来文没有载明日期，按 " + Length(rule.Fallback!) + " 计",
        _ => Length(rule.Period),
    };

    private static string Length(RulePeriod period) => period.Unit switch
    {
        PeriodUnit.Day => $"{period.N} 日（自然日，末日遇休息日顺延）",
        PeriodUnit.Workday => $"{period.N} 个工作日",
        PeriodUnit.Month => $"{period.N} 个月",
        PeriodUnit.SameDay => "当日",
        _ => "不定期限",
    };

    private static string Exclusions(Obligation obligation) => obligation.Exclusions.Count == 0
        ? obligation.Rule.Due.Basis == DueBasis.Stated ? "没有扣除。载明的日期遇休息日也不顺延。" : "没有扣除。休息日、法定节假日按国务院通知；调休上班日计入工作日。"
        : string.Join("；", obligation.Exclusions.Select(e => $"{DateText.Iso(e.From)} 至 {DateText.Iso(e.To)} 扣除（{CodeWords.Of(e.Ground)}）"));

    private static string Moves(Obligation obligation) => obligation.Moves.Count == 0
        ? "没有延长或更正。"
        : string.Join("；", obligation.Moves.Select(m => $"由 {(m.Old is { } old ? DateText.Iso(old) : "不定")} 变为 {(m.New is { } now ? DateText.Iso(now) : "不定")}（{Ground(m)}：{CodeWords.Of(m.Reason)}{(m.Document is null ? string.Empty : "；" + m.Document)}）"));

    private static string Ground(ObligationMoved move) => move.Ground switch
    {
        "exclusion" => "扣除时间",
        "extension" => "延长",
        "suspended" => "停止落实",
        "correction" => "更正",
        "merger" => "并案",
        "merger-undone" => "撤回并案",
        _ => "放假通知",
    };

    private static string Why(LosingRule loser, OpenedObligation rule) => loser.Why switch
    {
        LosingReason.Wider => "适用范围更宽，由本院规程替代",
        LosingReason.Yields => "按规程的先后规定让位",
        LosingReason.Laxer when loser.Due.Due == rule.Due.Due => "两者并行，日期相同",
        LosingReason.Laxer => "两者并行，日期较晚",
        LosingReason.Reference => "只作对照，不产生期限",
        _ => string.Empty,
    };

    private static WeekRow Week(ArithmeticWeek week, DateOnly today) => new(
        [.. week.Days.Select((day, i) => Cell(day, week.Monday.AddDays(i), today))], week.Counted, week.Cumulative);

    private static DayCell Cell(ArithmeticDay? day, DateOnly date, DateOnly today)
    {
        if (day is null)
        {
            return new DayCell(date, CellKind.Outside);
        }

        var kind = day switch
        {
            { Place: DayPlace.Before or DayPlace.After or DayPlace.Trigger } => day.Day.IsWorkday ? CellKind.Outside : CellKind.Off,
            { Number: not null, Day.Kind: CalendarDayKind.MakeUp } => CellKind.MakeUp,
            { Number: not null } => CellKind.Counted,
            _ => CellKind.Off,
        };
        return new DayCell(date, kind, day.Number, Word(day), date == today, day.Place == DayPlace.Due);
    }

    private static string? Word(ArithmeticDay day) => day switch
    {
        { Place: DayPlace.Trigger } => "起算",
        { Excluded: { } ground } => CodeWords.Of(ground),
        { Day.Kind: CalendarDayKind.Weekend } => "休",
        { Day.Kind: CalendarDayKind.Holiday } => day.Day.Name,
        { Day.Kind: CalendarDayKind.MakeUp } => "班",
        _ => null,
    };
}
