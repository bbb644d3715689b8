using Zhixin.Database.Petitions;
using Zhixin.Notices;
using Zhixin.Web.Components;

namespace Zhixin.Web.Notices;

/// <summary>What a message says in words beside its title: counts, dates and the names of acts. Nothing of a case.</summary>
internal static class NoticeWords
{
    /// <summary>The words of a family, as the filter shows them.</summary>
    public static string Family(NoticeFamily family) => family switch
    {
        NoticeFamily.Handed => "交办",
        NoticeFamily.Waits => "待审批、待答复",
        NoticeFamily.Answered => "办理结果",
        NoticeFamily.Dates => "期限",
    };

    /// <summary>The word of a family in addresses.</summary>
    public static string Code(NoticeFamily family) => family.ToString().ToLowerInvariant();

    /// <summary>The text; empty where the title says all.</summary>
    public static string Of(Law law, string topic, NoticeDetail detail) => (topic, detail) switch
    {
        ("digest", _) => Digest(detail),
        ("date-moved", { Count: > 1, Due: { } first }) => $"{detail.Count} 项，最早的现在是 {DateText.Iso(first)}",
        ("date-moved", { Due: { } due }) => $"现在是 {DateText.Iso(due)}",
        ("date-moved", _) => "现在没有日期",
        (_, { Act: { } act, Result: { } result }) => $"{Name(law, act)}：{(result == "agreed" ? "同意" : "不同意")}",
        (_, { Act: { } act }) => Name(law, act),
        (_, { Due: { } due }) => $"应于 {DateText.Iso(due)} 前报告结果",
        _ => string.Empty,
    };

    private static string Digest(NoticeDetail detail) => string.Join("，", new[]
    {
        detail.Overdue > 0 ? $"新逾期 {detail.Overdue} 项" : null,
        detail.Soon > 0 ? $"即将到期 {detail.Soon} 项" : null,
        detail.Below > 0 ? $"交办、督办的事项下级逾期 {detail.Below} 件" + (detail.BelowNew > 0 ? $"（新逾期 {detail.BelowNew} 件）" : string.Empty) : null,
    }.OfType<string>());

    private static string Name(Law law, string act) => law.Authority.Knows(act) ? law.Authority.RowsOf(act)[0].Name : act;
}
