using Zhixin.Calendar;
using Zhixin.Database.Petitions;
using Zhixin.Database.Setup;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using DayKind = Zhixin.Calendar.DayKind;

namespace Zhixin.Web.Calendar;

/// <summary>The page of a year.</summary>
internal static class CalendarView
{
    /// <summary>Every day of a year.</summary>
    public static IEnumerable<DateOnly> Days(int year) =>
        Enumerable.Range(0, new DateOnly(year, 12, 31).DayOfYear).Select(i => new DateOnly(year, 1, 1).AddDays(i));

    /// <summary>The model as the viewer sees it.</summary>
    public static async Task<CalendarModel> Of(HttpContext http, Office office, int year, FormState? typed, RefusalModel? refused, CancellationToken stop)
    {
        var calendar = office.Law.Now.Calendar;
        var days = Days(year).Select(calendar.DayOf).ToList();
        var provisional = calendar.IsProvisional(year);
        return new CalendarModel(
            year, year > WorkCalendar.First.Year ? $"/calendar/{year - 1}" : null, year < WorkCalendar.Last.Year ? $"/calendar/{year + 1}" : null,
            [.. days.Select(Day)], provisional, await Facts(office, year, days, provisional, stop), Holidays(days), office.Today, [],
            await Notices(http, office, typed, refused, stop));
    }

    private static YearDay Day(CalendarDay day) => new(
        day.Date,
        day.Kind switch
        {
            DayKind.Workday => YearDayKind.Work,
            DayKind.Weekend => YearDayKind.Weekend,
            DayKind.Holiday => YearDayKind.Holiday,
            DayKind.MakeUp => YearDayKind.MakeUp,
        },
        day.Name);

    private static async Task<List<KeyValue>> Facts(Office office, int year, List<CalendarDay> days, bool provisional, CancellationToken stop)
    {
        var loaded = (await office.Notices.Of(year, stop)).Find(n => n is { ConfirmedBy: not null, Refused: false });
        return
        [
            new("通知", provisional ? "没有载入，按全国年节及纪念日放假办法推算" : loaded is null ? "随软件载入" : loaded.Reason),
            .. loaded is null ? Array.Empty<KeyValue>() : [new("经办", $"{loaded.ProposerName} 提出，{loaded.ConfirmerName} 复核（第 {loaded.Revision} 次载入）")],
            new("工作日", $"{days.Count(d => d.IsWorkday)} 天"),
            new("调休上班", $"{days.Count(d => d.Kind == DayKind.MakeUp)} 天"),
            new("日历校验", office.Law.Now.Calendar.Version),
        ];
    }

    private static List<KeyValue> Holidays(List<CalendarDay> days) =>
    [
        .. days.Where(d => d.Name is not null).GroupBy(d => d.Name!, StringComparer.Ordinal).Select(g => new KeyValue(g.Key, Arranged(
            [.. g.Where(d => d.Kind == DayKind.Holiday).Select(d => d.Date)], [.. g.Where(d => d.Kind == DayKind.MakeUp).Select(d => d.Date)]))),
    ];

    private static string Arranged(List<DateOnly> off, List<DateOnly> work)
    {
        var runs = new List<string>();
        for (var i = 0; i < off.Count;)
        {
            var last = i;
            while (last + 1 < off.Count && off[last + 1] == off[last].AddDays(1))
            {
                last++;
            }

            runs.Add(last == i ? DateText.MonthDay(off[i]) : $"{DateText.MonthDay(off[i])} 至 {DateText.MonthDay(off[last])}");
            i = last + 1;
        }

        var rest = runs.Count == 0 ? [] : new[] { string.Join('、', runs) + " 放假" };
        var worked = work.Select(d => $"{DateText.MonthDay(d)}（{DateText.Weekday(d)}）上班");
        return string.Join('；', rest.Concat(worked));
    }

    /// <summary>What waits is shown to administrators, who load; others need not see it.</summary>
    private static async Task<NoticePartModel?> Notices(HttpContext http, Office office, FormState? typed, RefusalModel? refused, CancellationToken stop)
    {
        if (!http.Member().IsAdministrator && refused is null)
        {
            return null;
        }

        var rows = new List<NoticeRow>();
        foreach (var notice in http.Member().IsAdministrator ? await office.Notices.Waiting(stop) : [])
        {
            rows.Add(Row(notice, await office.Notices.Preview(notice, stop), http, office.Law.Now));
        }

        var first = Database.TwoPersons.MayNot(office.Law.Now, http.Acting(), "propose-calendar", null) is null;
        return new NoticePartModel(rows, first ? new NoticeFormModel(typed ?? FormState.Empty, Replies.FreshKey()) : null, refused);
    }

    private static NoticeRow Row(NoticeLine notice, CalendarEffect effect, HttpContext http, Law law)
    {
        var refusal = Database.TwoPersons.MayNot(law, http.Acting(), "confirm-calendar", notice.ProposedBy);
        var at = "/calendar/notices/" + notice.Id;
        return new NoticeRow(
            notice.Year, notice.ProposerName, notice.Reason,
            $"载入后，{effect.Moved} 项未办结期限的日期变动，{effect.Settled} 项不再暂定{(effect.IsPartial ? "（只核算了一部分，实际更多）" : "")}。", notice.Text,
            refusal is null ? new ActionModel("复核并载入", at + "/confirmation", true, Replies.FreshKey(), notice.StreamVersion) : null,
            refusal is null ? new ActionModel("退回", at + "/refusal", PostKey: Replies.FreshKey(), Version: notice.StreamVersion) : null,
            refusal is null ? null : Replies.Model("复核", refusal, law));
    }
}
