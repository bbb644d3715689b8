using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.Database.Supervisions;
using Zhixin.Supervisions;
using Zhixin.Web.Access;
using Zhixin.Web.Approvals;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Supervisions;

/// <summary>Something that waits today, with the list that stands behind the number.</summary>
/// <param name="Code">The same in the API.</param>
/// <param name="Count">At most one more than the cap of counts.</param>
/// <param name="IsLate">Whether something is overdue in it.</param>
public sealed record DayItem(string Code, string Text, int Count, string Href, bool IsLate = false);

/// <summary>
/// A supervisor's day 督办日程: what waits for the viewer's court and the viewer today, on the board and on the workbench. What is nothing, or nothing that the viewer's
/// posts could do, is left out.
/// </summary>
internal static class SupervisorDay
{
    /// <summary>The items of a viewer; null where the viewer's court has no court under it, or the viewer supervises nothing.</summary>
    public static async Task<IReadOnlyList<DayItem>?> Of(HttpContext http, Office office, CancellationToken stop)
    {
        var (law, member) = (office.Law.Now, http.Member());
        var own = law.Court(member.Court);
        if (law.Courts.Children(own).Count == 0 || !Watching.Any(act => May(law, member, act)))
        {
            return null;
        }

        var (acts, whose) = ApprovalPages.Personal(law, member);
        var counts = await office.Day.Counts(member.Scope, own, office.Today, acts, whose, stop);
        return [.. Items(counts, law, member).Where(i => i.Count > 0)];
    }

    /// <summary>Acts of supervision: whoever may do one of them has a day.</summary>
    private static readonly string[] Watching =
        ["review-supervision", "issue-supervision-letter", "judge-report", "urge", "issue-urging-letter", "bulletin", "decide-hop-report", "confirm-platform-item", "pass-up-write-off", "admonish"];

    private static IEnumerable<DayItem> Items(DayCounts n, Law law, Member member)
    {
        DayItem? If(string act, DayItem item) => May(law, member, act) ? item : null;
        return new[]
        {
            If("review-supervision", new("review", "待初审", n.Review, "/supervisions?show=ours&stage=review")),
            If("issue-supervision-letter", new("sending", "待发函", n.Sending, "/supervisions?show=ours&stage=sending")),
            If("judge-report", new("reported", "督办报告待审查", n.Reported, "/supervisions?show=ours&stage=reported")),
            If("decide-hop-report", new("hops", "交办报告待审查", n.Hops, "/hand-downs?show=reported")),
            If("confirm-platform-item", new("platform", "平台事项待核查", n.Platform, "/platform-items?show=ours&stage=completed")),
            If("pass-up-write-off", new("write-offs", "核销待办", n.WriteOffs, "/write-offs")),
            new("new-dates", "请求延期待决定", n.NewDates, "/approvals?act=" + SupervisionApprovals.NewDate),
            new("approvals", "待您审批", n.Approvals, "/approvals"),
            If("issue-urging-letter", new("urge", "应发催办函或者督促执行令", n.Urge, "/supervisions?show=urge", true)),
            If("bulletin", new("consequence", "应通报、应追责", n.Consequence, "/supervisions?show=consequence", true)),
            If("draft-bulletin", new("bulletins", "排名通报待草拟", n.Bulletins, "/bulletins?show=own")),
            new("below", "下级逾期", n.Below, "/overdue-below", true),
        }.OfType<DayItem>();
    }

    private static bool May(Law law, Member member, string act) => law.Posts(act).Intersect(member.Posts, StringComparer.Ordinal).Any();
}
