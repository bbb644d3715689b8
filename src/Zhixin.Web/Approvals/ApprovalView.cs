using Zhixin.Bulletins;
using Zhixin.Database.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Supervisions;
using Zhixin.Web.Texts;
using Zhixin.Web.Workbench;

namespace Zhixin.Web.Approvals;

/// <summary>Makes the approvals page of what waits and of what was just decided.</summary>
internal static class ApprovalView
{
    /// <summary>The page. What was typed for a row that was not decided stays.</summary>
    /// <param name="views">For whom the member decides anything; null is the member.</param>
    /// <param name="after">The place behind which it begins; what is none begins with the oldest.</param>
    public static async Task<ApprovalsModel> Of(
        Office office, ActingPerson who, IReadOnlyList<Represented?> views, string? act, string after, IReadOnlyList<Decided> decided, IEnumerable<KeyValuePair<string, string?>> typed,
        CancellationToken stop)
    {
        var (law, most, place) = (office.Law.Now, ApprovalPages.PageSize, WorkbenchQuery.Place(after));
        var lines = await ApprovalPages.Waiting(office, who, act, place, most + 1, stop);
        var shown = lines.Take(most).ToList();
        var names = await StaffNames.Of(office, shown.Select(l => l.AskedBy), stop);
        var done = decided.Where(d => d.Why is null).Select(d => Field(d.Decision.Home, d.Decision.Petition, d.Decision.No)).ToHashSet(StringComparer.Ordinal);
        return new ApprovalsModel(
            [.. shown.Select(l => Row(law, who, l, names.GetValueOrDefault(l.AskedBy, string.Empty)))], Views(who, views, act), who.For?.Id.ToString() ?? string.Empty,
            place is null ? string.Empty : after, [.. decided.Select(d => Result(law, d))],
            FormState.Of(typed.Where(t => !done.Any(field => t.Key.EndsWith(field, StringComparison.Ordinal))).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal)),
            Replies.FreshKey(), Pager(who, act, place, lines.Count > most ? shown[^1].Place() : null, shown.Count));
    }

    private static PagerModel? Pager(ActingPerson who, string? act, OwedPlace? place, OwedPlace? next, int shown) => place is null && next is null ? null : new PagerModel(
        place is null ? null : Address(who.For?.Id, act, null), next is null ? null : Address(who.For?.Id, act, next), ApprovalPages.PageSize, $"本页 {shown} 项", "项", "最前", "往后");

    private static string Address(Guid? onBehalfOf, string? act, OwedPlace? after)
    {
        var parts = new[] { onBehalfOf is { } other ? "onBehalfOf=" + other : null, act is null ? null : "act=" + act, after is { } place ? "after=" + WorkbenchQuery.Place(place) : null }.OfType<string>().ToList();
        return parts.Count == 0 ? "/approvals" : "/approvals?" + string.Join('&', parts);
    }

    private static string Field(int home, Guid stream, int no) => $"{home}.{stream}.{no}";

    private static ApprovalRow Row(Law law, ActingPerson who, WaitingLine line, string asker)
    {
        var (address, form) = ApprovalPages.Addresses(line);
        return new ApprovalRow(
            Field(line.Home, line.Stream, line.No), new Anchor(line.Matter == Bulletin.Kind ? $"截至 {line.Number} 的通报" : line.Number, address), What(line.Act), Word(law, line), line.About, asker, Days.Binding(law, line.AskedOn),
            line.NextDue is { } due ? Days.Binding(law, due) : null, line.Version, $"{form}{(who.For is { } other ? "?onBehalfOf=" + other.Id : string.Empty)}")
        {
            IsBrief = ApprovalPages.IsBrief(line.Act),
        };
    }

    private static ApprovalResult Result(Law law, Decided decided) => new(
        decided.Number, $"/petitions/{decided.Decision.Home}/{decided.Decision.Petition}", What(decided.Act), decided.Decision.Agreed,
        decided.Why is { } why ? Replies.Model(What(decided.Act), why, law) : null);

    private static List<ViewTab> Views(ActingPerson who, IReadOnlyList<Represented?> views, string? act) =>
    [
        .. act is null ? [] : new[] { new ViewTab("只看" + What(act), Address(who.For?.Id, act, null), true), new ViewTab("全部事项", Address(who.For?.Id, null, null), false) },
        .. views is [] or [null] ? [] : views.Select(other => new ViewTab(other is null ? "本人" : "代" + other.Name, Address(other?.Id, act, null), who.For?.Id == other?.Id)),
    ];

    private static string What(string act) => act switch
    {
        Answering.Approving => "办理意见",
        Declining.Approving => "不予受理",
        TimeKeeping.Approving => "扣除时间",
        TimeKeeping.ApprovingReview => "扣除审查时间",
        LongerReviewing.Approving => "延长审查期限",
        Aiding.Approving => "司法救助",
        ConductDeciding.Deciding or ConductDeciding.Coercing => "处置违法行为",
        Closing.Consenting => "督办办结",
        Sending.Approving => "督办函稿",
        SupervisionApprovals.NewDate => "督办报告期限",
        SupervisionApprovals.Listing => "挂牌督办",
        Instructing.Reviewing or Instructing.Approving => "专报",
        Bulletin.Issuing => "排名通报",
        _ => "审批事项",
    };

    private static string Word(Law law, WaitingLine line) => line.Act switch
    {
        Declining.Approving => Lists.Name(law, Lists.DeclineGrounds, line.Code),
        Closing.Consenting => Lists.Name(law, SupervisionWords.Closings, line.Code),
        SupervisionApprovals.Listing => Lists.Name(law, "listing-grounds", line.Code),
        _ => CodeWords.Of(line.Code),
    };
}
