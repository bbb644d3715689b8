using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The panels at the side of a supervision's page.</summary>
internal static class SupervisionPanels
{
    /// <summary>Instructions and flagged errors; those without content are left out.</summary>
    public static IEnumerable<SidePanel> Of(Supervision s)
    {
        if (s.Instructions.Count > 0)
        {
            yield return new SidePanel(
                "instructions", "批示", s.Instructions.Count,
                [.. s.Instructions.Select(i => new KeyValue(i.Facts.From, $"{DateText.Iso(i.Facts.ReceivedOn)}　{i.Facts.Document}{(i.SentOn is { } sent ? $"　{DateText.Iso(sent)} 已报送" : i.Facts.AwaitsResult ? "　待报送结果" : string.Empty)}"))],
                new EmptyModel("没有批示", "登记后显示。"));
        }
    }
}
