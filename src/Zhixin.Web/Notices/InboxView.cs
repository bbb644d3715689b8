using System.Globalization;
using Zhixin.Calendar;
using Zhixin.Database.Notices;
using Zhixin.Database.Petitions;
using Zhixin.Notices;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Notices;

/// <summary>Makes the inbox page of what the database says.</summary>
internal static class InboxView
{
    /// <summary>The page.</summary>
    /// <param name="family">The filter; null: all.</param>
    public static InboxModel Of(Law law, DateOnly today, IReadOnlyList<InboxLine> lines, InboxPlace? next, int unseen, NoticeFamily? family, bool isFirst)
    {
        var days = lines.GroupBy(line => (line.IsUnseen, Day: ChinaDate.Of(line.At))).Select(group => new InboxDay(
            (group.Key.Day == today ? "今天　" : string.Empty) + ChinaDate.Text(group.Key.Day), group.Key.IsUnseen, [.. group.Select(line => Row(law, line))]));
        return new InboxModel(
            Count(unseen), [Tab("全部", null, family), .. Enum.GetValues<NoticeFamily>().Select(f => Tab(NoticeWords.Family(f), f, family))], [.. days],
            lines.Any(line => line.IsUnseen) ? new ActionModel("全部标为已读", "/messages/seen" + Query(family, null), PostKey: Replies.FreshKey()) : null,
            isFirst && next is null ? null : new PagerModel(isFirst ? null : "/messages" + Query(family, null), next is null ? null : "/messages" + Query(family, next), InboxPages.PageSize, Unit: "条", Newer: "最前", Older: "往后"));
    }

    /// <summary>A number that stops at the cap.</summary>
    public static string Count(int unseen) => unseen > Inbox.CountCap ? $"{Inbox.CountCap}+" : unseen.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where a message leads; null where it has no page, or the court sees it no longer.</summary>
    public static string? Href(InboxLine line) => line.InSight || NoticePlaces.IsOpen(line.Kind) ? NoticePlaces.Href(line.Kind, line.Home, line.Stream, null) : null;

    /// <summary>Where a clock of a digest leads.</summary>
    public static string? Href(ClockLine clock) => clock.Stream == Guid.Empty ? null : NoticePlaces.Href(clock.Kind, clock.Home, clock.Stream, clock.Due);

    private static InboxRow Row(Law law, InboxLine line)
    {
        var href = Href(line);
        var clocks = line.Detail.Clocks ?? [];
        return new InboxRow(
            TimeOnly.FromTimeSpan(line.At.ToOffset(ChinaDate.Offset).TimeOfDay), line.Topic.Title, NoticeWords.Of(law, line.Topic.Code, line.Detail), line.Number, href,
            href is null && NoticePlaces.Href(line.Kind, line.Home, line.Stream, null) is not null, line.For, [.. clocks.Select(clock => Clock(law, clock))],
            Math.Max(0, line.Detail.Overdue + line.Detail.Soon - clocks.Count),
            line.IsUnseen ? new ActionModel("知道了", $"/messages/{line.Home}/{line.Id}/seen", PostKey: Replies.FreshKey()) : null, line.SeenBy is null ? "已读" : $"{line.SeenBy}已读");
    }

    private static InboxClock Clock(Law law, ClockLine clock) => new(
        clock.Name, clock.Number.Length > 0 ? clock.Number : DateText.Iso(clock.Due), Href(clock), Hosting.Days.Binding(law, clock.Due), Clauses.Ref(law, clock.Clause), clock.Broke,
        [.. clock.Propose.Where(law.Authority.Knows).Select(act => law.Authority.RowsOf(act)[0].Name)]);

    private static ViewTab Tab(string text, NoticeFamily? family, NoticeFamily? current) => new(text, "/messages" + Query(family, null), family == current);

    private static string Query(NoticeFamily? family, InboxPlace? after)
    {
        var parts = new[] { family is { } f ? "family=" + NoticeWords.Code(f) : null, after is { } place ? "after=" + Uri.EscapeDataString(InboxPages.Place(place)) : null }.OfType<string>().ToList();
        return parts.Count == 0 ? string.Empty : "?" + string.Join('&', parts);
    }
}
