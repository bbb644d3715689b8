using Zhixin.Database.Petitions;
using Zhixin.Supervisions;
using Zhixin.Web.Components;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The panels at the side of a supervision's page.</summary>
internal static class SupervisionPanels
{
    /// <summary>Instructions and flagged errors; those without content are left out.</summary>
    public static IEnumerable<SidePanel> Of(Law law, Supervision s)
    {
        if (s.Listing.Approved is { } listed)
        {
            yield return new SidePanel("listing", "挂牌督办", null, [.. Listing(listed, s.Listing)], new EmptyModel("没有挂牌", "挂牌以后显示。"));
        }

        if (s.Opinions.Count > 0)
        {
            yield return new SidePanel(
                "opinions", "督办意见", s.Opinions.Count, [.. s.Opinions.Reverse().Select(o => new KeyValue(DateText.Iso(o.On), RichText.Of(SupervisionRecords.Numbered(s, o.Issued.Number), new RichText.Break(), o.Issued.Content, new RichText.Break(), new RichText.Quiet($"{DateText.Iso(o.DueOn)} 以前落实　{State(o)}"))))],
                new EmptyModel("没有督办意见", "认为报告不当的，发出后显示。"));
        }

        if (s.Means.Count + s.Plans.Count > 0)
        {
            yield return new SidePanel(
                "means", "督办方式", s.Means.Count + s.Plans.Count,
                [
                    .. s.Means.Reverse().Select(m => new KeyValue(MeansActs.Name(law, m.Taken.Means), $"{m.Taken.Owner}　{DateText.Iso(m.Taken.From)} 起　{m.Result ?? $"到 {DateText.Iso(m.Taken.Until!.Value)}，还没有结果"}")),
                    .. s.Plans.Reverse().Select(p => new KeyValue("共同制定的方案", $"{p.Facts.Responsible}　{DateText.Iso(p.Facts.DueOn)} 以前完成")),
                ],
                new EmptyModel("没有记录", "采取后显示。"));
        }

        if (s.Papers.Count > 0)
        {
            yield return new SidePanel(
                "papers", "文书", s.Papers.Count,
                [.. s.Papers.Reverse().Select(p => new KeyValue(
                    PaperWishes.Name(p.Facts.Kind), RichText.Of(new RichText.Link(new Anchor(p.Facts.Number, $"/supervisions/{s.Id.Home}/{s.Id.Id}/papers/{p.Facts.No}")), new RichText.Break(), new RichText.Quiet($"{DateText.Iso(p.On)}{(p.VoidedBecause is null ? string.Empty : "　已作废")}"))))],
                new EmptyModel("没有文书", "发函、报告、提出意见时制发的文书列在这里。"));
        }

        if (s.Instructions.Count > 0)
        {
            yield return new SidePanel(
                "instructions", "批示", s.Instructions.Count,
                [.. s.Instructions.Select(i => new KeyValue(i.Facts.From, $"{DateText.Iso(i.Facts.ReceivedOn)}　{i.Facts.Document}{(i.SentOn is { } sent ? $"　{DateText.Iso(sent)} 已报送" : i.Facts.AwaitsResult ? "　待报送结果" : string.Empty)}"))],
                new EmptyModel("没有批示", "登记后显示。"));
        }
    }

    private static IEnumerable<KeyValue> Listing(SupervisionListingApproved listed, Listing listing)
    {
        yield return new("编号", listed.Number);
        yield return new("公开的事由", listed.Title);
        yield return new("办结期限", listed.DueOn is { } due ? DateText.Iso(due) : "没有另定");
        if (listing.Elements is { } six)
        {
            yield return new("承办人员", six.Handler);
            yield return new("督办领导", six.SupervisingLeader);
            yield return new("执行措施", six.Measures);
            yield return new("执行期限", DateText.Iso(six.DueOn));
            yield return new("目标责任", six.Target);
            yield return new("包案领导", six.LeaderInCharge);
        }
        else
        {
            yield return new("五定一包", "待执行法院确定");
        }

        yield return new("结果", listing.Result?.Result ?? "还没有报告");
    }

    private static string State(Opinion o) => o switch
    {
        { Outcome: ReconsiderationOutcome.Correct } => "已纠正",
        { NotFollowed: not null } => "认定经催办仍未落实",
        { Lapsed: true, CompliedOn: null } => "不再落实：函件已经终止",
        { IsAsked: true, CompliedOn: { } followed } => $"{DateText.Iso(followed)} 报告落实，复议中",
        { CompliedOn: { } on } => $"{DateText.Iso(on)} 报告落实",
        { IsSuspended: true } => "复议期间停止落实",
        { IsAsked: true } => "复议中，照常落实",
        { Outcome: ReconsiderationOutcome.Uphold } => "复议维持",
        _ => "待落实",
    };
}
