using Zhixin.Calendar;
using Zhixin.Regulations;

namespace Zhixin.Web.Regulations;

/// <summary>Periods in words.</summary>
internal static class RuleText
{
    /// <summary>"5 日", "40 个工作日", "载明的日期" …</summary>
    public static string Period(ObligationRule rule) => rule.Fallback is { } fallback
        ? $"{Of(rule.Period)}；没有载明的，{Of(fallback)}"
        : Of(rule.Period);

    private static string Of(RulePeriod period) => period.Unit switch
    {
        PeriodUnit.Day => $"{period.N} 日",
        PeriodUnit.Workday => $"{period.N} 个工作日",
        PeriodUnit.Month => $"{period.N} 个月",
        PeriodUnit.SameDay => "当日",
        PeriodUnit.Stated => "载明的日期",
        PeriodUnit.Recurring => "每 " + Of(new RulePeriod(period.Every!.Value, period.N)) + "一次",
        PeriodUnit.Untimed => "不定期限",
    };
}
