using System.CommandLine;
using System.Globalization;
using Zhixin.Calendar;
using Zhixin.Database.Setup;

namespace Zhixin.Web.CommandLine;

/// <summary><c>due FROM N UNIT</c>: the last day of a period, by the calendars that ship with the program. Needs no database.</summary>
public static class DueCommand
{
    public static Command Create(CommandContext context)
    {
        var from = new Argument<string>("FROM") { Description = "触发日期，当日不计 the day of the trigger, which does not count: YYYY-MM-DD" };
        var count = new Argument<int>("N") { Description = "期间长度，至少为 1 length, at least 1" };
        var unit = new Argument<string>("UNIT") { Description = "day 日 | workday 工作日 | month 月" };
        var command = new Command("due", "计算期限届满日 Print the due date; ' provisional' when a year's notice is not known yet") { from, count, unit };
        command.SetAction(parsed =>
        {
            var due = Due(Date(parsed.GetValue(from)!), Length(parsed.GetValue(count), parsed.GetValue(unit)!));
            context.Out.WriteLine(due.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (due.Provisional ? " provisional" : ""));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static DueDate Due(DateOnly from, Period period)
    {
        try
        {
            return DataFiles.WorkingDays(DataFiles.Root).Due(from, period)!;
        }
        catch (CalendarRangeException e)
        {
            throw new CommandFailedException(ExitCodes.BadInput, $"日期超出日历范围（{WorkCalendar.First:yyyy-MM-dd} 至 {WorkCalendar.Last:yyyy-MM-dd}）", $"Outside the calendar: {e.Message}");
        }
    }

    private static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new CommandFailedException(ExitCodes.BadInput, $"“{text}”不是 YYYY-MM-DD 形式的有效日期", $"'{text}' is not a date of the form YYYY-MM-DD");

    private static Period Length(int count, string unit) => count < 1
        ? throw new CommandFailedException(ExitCodes.BadInput, $"期间长度须至少为 1：{count}", $"The length must be at least 1: {count}")
        : new Period(count, unit switch
        {
            "day" => PeriodUnit.Day,
            "workday" => PeriodUnit.Workday,
            "month" => PeriodUnit.Month,
            _ => throw new CommandFailedException(ExitCodes.BadInput, $"单位须为 day、workday 或 month：{unit}", $"The unit must be day, workday or month: {unit}"),
        });
}
