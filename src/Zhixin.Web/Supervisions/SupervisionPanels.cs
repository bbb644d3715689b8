using Zhixin.Web.Components;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The panels at the side of a supervision's page.</summary>
internal static class SupervisionPanels
{
    /// <summary>Instructions and flagged errors; those without content are left out.</summary>
    public static IEnumerable<SidePanel> Of(Supervision s)
    {
        if (s.Papers.Count > 0)
        {
            yield return new SidePanel(
                "papers", "文书", s.Papers.Count,
                [.. s.Papers.Reverse().Select(p => new KeyValue(
                    PaperWishes.Name(p.Facts.Kind), RichText.Of(new RichText.Link(new Anchor(p.Facts.Number, $"/supervisions/{s.Id.Home}/{s.Id.Id}/papers/{p.Facts.No}")), $"　{DateText.Iso(p.On)}{(p.VoidedBecause is null ? string.Empty : "　已作废")}")))],
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
}
