namespace Zhixin.Web.Shell;

/// <summary>Who looks at the page, from where, and what the shell shows to him.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Court">Full name of the court.</param>
/// <param name="Unit">The unit in the court, if any.</param>
/// <param name="Posts">The posts held, in Chinese, for the page about oneself.</param>
/// <param name="Pages">Ids of <see cref="Navigation.Items"/> that this person may open; others are not shown.</param>
/// <param name="Counts">Open items per navigation id.</param>
/// <param name="IsDemo">A demo database: banner and watermark on every page, printed ones too.</param>
/// <param name="Version">Version of the software, for the footer.</param>
/// <param name="Theme">"light", "dark", or null to follow the system.</param>
public sealed record Viewer(
    string Name,
    string Court,
    string? Unit,
    IReadOnlyList<string> Posts,
    IReadOnlySet<string> Pages,
    IReadOnlyDictionary<string, int> Counts,
    bool IsDemo,
    string Version,
    string? Theme = null);

/// <summary>An entry of the navigation. <paramref name="StartsGroup"/> draws a line above it.</summary>
public sealed record NavigationItem(string Id, string Text, string Href, bool StartsGroup = false);

/// <summary>The navigation, in order. Only what is built stands here.</summary>
public static class Navigation
{
    /// <summary>Every page of the navigation.</summary>
    public static IReadOnlyList<NavigationItem> Items { get; } =
    [
        new("workbench", "工作台", "/"),
        new("messages", "消息", "/messages"),
        new("approvals", "审批", "/approvals"),
        new("procedures", "程序", "/procedures"),
        new("write-offs", "核销", "/write-offs"),
        new("terminations", "终结", "/terminations"),
        new("filings", "终结备案", "/filings"),
        new("leader", "院领导看板", "/leader"),
        new("supervisions", "督办台", "/supervisions"),
        new("platform-items", "平台事项", "/platform-items"),
        new("checks", "执行监督记录", "/checks"),
        new("report-box", "举报箱", "/report-box"),
        new("register", "登记来访", "/register"),
        new("reception", "接访台账", "/reception"),
        new("hand-downs", "交办", "/hand-downs"),
        new("corrections", "导入待改正", "/corrections"),
        new("ledger", "台账", "/ledger", StartsGroup: true),
        new("import", "导入台账", "/import"),
        new("regulations", "规程库", "/regulations", StartsGroup: true),
        new("calendar", "工作日历", "/calendar"),
        new("courts", "法院", "/courts"),
        new("staff", "人员", "/staff"),
        new("accesslog", "查看记录", "/access-log", StartsGroup: true),
        new("health", "运行状况", "/status"),
    ];

    /// <summary>What this viewer may open, in order; a group that lost its first entry keeps its line.</summary>
    public static IReadOnlyList<NavigationItem> For(Viewer viewer)
    {
        var shown = new List<NavigationItem>();
        var line = false;
        foreach (var item in Items)
        {
            line |= item.StartsGroup;
            if (!viewer.Pages.Contains(item.Id))
            {
                continue;
            }

            shown.Add(item with { StartsGroup = line && shown.Count > 0 });
            line = false;
        }

        return shown;
    }
}
