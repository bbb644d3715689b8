using Zhixin.Database.Access;
using Zhixin.Web.Access;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Hosting;

/// <summary>What the shell shows to a member.</summary>
public static class Viewers
{
    private static readonly HashSet<string> Office_ = ["workbench", "register", "ledger", "regulations", "calendar", "courts"];

    private static readonly HashSet<string> OfUnitHead = ["import", "corrections", "staff"];

    /// <summary>The viewer of a request.</summary>
    public static Viewer Of(HttpContext http)
    {
        var office = http.RequestServices.GetRequiredService<Office>();
        var member = http.Member();
        return new Viewer(
            member.Name, member.CourtName, member.Unit.Length == 0 ? null : member.Unit, [.. member.Posts.Select(PostNames.Of)], Pages(member),
            new Dictionary<string, int>(StringComparer.Ordinal), office.Facts.Demo, Office.Version, http.Request.Cookies["zx-theme"] is "light" or "dark" ? http.Request.Cookies["zx-theme"] : null);
    }

    /// <summary>The pages that a member may open.</summary>
    public static HashSet<string> Pages(Member member)
    {
        if (member.IsAdministrator)
        {
            return member.Posts.Contains("audit-administrator")
                ? ["accesslog", "regulations", "calendar"]
                : ["regulations", "calendar", "courts", "staff", "health"];
        }

        var pages = new HashSet<string>(Office_, StringComparer.Ordinal);
        if (member.Posts.Contains("petition-unit-head"))
        {
            pages.UnionWith(OfUnitHead);
        }

        if (member.Posts.Contains("inspection"))
        {
            pages.Add("accesslog");
        }

        return pages;
    }
}

/// <summary>The Chinese names of posts.</summary>
public static class PostNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["receptionist"] = "接访人员", ["petition-officer"] = "信访专员", ["petition-unit-head"] = "信访专班负责人", ["handler"] = "承办人",
        ["co-handling-judge"] = "协办法官", ["implementation-unit"] = "执行实施人员", ["review-unit"] = "执行审查人员",
        ["reconsideration-supervision-unit"] = "复议监督人员", ["division-chief"] = "处长、庭长", ["bureau-director"] = "执行局局长",
        ["deputy-director"] = "分管信访副局长", ["court-leader"] = "院领导", ["president-in-charge"] = "主管院长", ["president"] = "院长",
        ["leader-in-charge"] = "包案领导", ["liaison"] = "联络人", ["command-centre"] = "执行指挥中心", ["general-office"] = "综合处",
        ["archivist"] = "档案人员", ["quality-management"] = "审判管理人员", ["inspection"] = "纪检监察", ["reviewer"] = "评查员",
        ["filing-officer"] = "备案人员", ["system-administrator"] = "系统管理员", ["security-administrator"] = "安全管理员",
        ["audit-administrator"] = "审计管理员",
    };

    /// <summary>The name of a post's code.</summary>
    public static string Of(string post) => Names.GetValueOrDefault(post, post);

    /// <summary>Every post's code and name.</summary>
    public static IReadOnlyDictionary<string, string> All => Names;
}
