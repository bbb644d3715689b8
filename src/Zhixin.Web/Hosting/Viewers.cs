using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.Database.Setup;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Approvals;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Hosting;

/// <summary>What the shell shows to a member.</summary>
public static class Viewers
{
    private static readonly HashSet<string> Office_ = ["workbench", "messages", "register", "reception", "hand-downs", "supervisions", "platform-items", "checks", "ledger", "regulations", "calendar", "courts"];

    /// <summary>Acts of the chain of a write-off: whoever may do one of them has its docket in the navigation.</summary>
    private static readonly string[] Chained = ["apply-write-off", WriteOffReviewing.Agreeing, "compile-write-off", WriteOffReviewing.PassingUp, WriteOffReviewing.Verifying];

    /// <summary>Acts of the chain of a termination: whoever may do one of them has its docket in the navigation.</summary>
    private static readonly string[] Terminated = [Terminating.Reporting, TerminationReviewing.PassingUp, TerminationReviewing.Deciding];

    /// <summary>Acts on procedures: whoever may do one of them has their docket in the navigation.</summary>
    private static readonly string[] Reviewing = [StepReviewing.Act, SupervisionCases.Filing, LongerReviewing.Approving, "order-ruling"];

    private static readonly HashSet<string> OfUnitHead = ["import", "corrections", "staff"];

    private static readonly object Counts = new();

    /// <summary>Notes how many open items the navigation shows at an entry, where the page has counted them anyway.</summary>
    public static int Count(HttpContext http, string page, int count)
    {
        if (http.Items[Counts] is not Dictionary<string, int> counts)
        {
            http.Items[Counts] = counts = new Dictionary<string, int>(StringComparer.Ordinal);
        }

        return counts[page] = count;
    }

    /// <summary>The viewer of a request.</summary>
    public static Viewer Of(HttpContext http)
    {
        var office = http.RequestServices.GetRequiredService<Office>();
        var member = http.Member();
        return new Viewer(
            member.Name, member.CourtName, member.Unit.Length == 0 ? null : member.Unit, [.. member.Posts.Select(PostNames.Of)], Pages(member, office.Law.Now, Leader.LeaderPages.HasBoard(office, member.Posts)),
            http.Items[Counts] as Dictionary<string, int> ?? [], office.Facts.Demo, Office.Version, http.Request.Cookies[HelpPages.ThemeCookie] is "light" or "dark" ? http.Request.Cookies[HelpPages.ThemeCookie] : null);
    }

    /// <summary>The pages that a member may open.</summary>
    /// <param name="hasBoard">Whether the member is a leader, with a board.</param>
    public static HashSet<string> Pages(Member member, Law law, bool hasBoard = false)
    {
        if (member.IsAdministrator)
        {
            return member.Posts.Contains("audit-administrator")
                ? ["accesslog", "regulations", "calendar"]
                : ["regulations", "calendar", "courts", "staff", "health"];
        }

        var pages = new HashSet<string>(Office_, StringComparer.Ordinal);
        if (hasBoard)
        {
            pages.Add("leader");
        }

        if (member.Posts.Contains("petition-unit-head"))
        {
            pages.UnionWith(OfUnitHead);
        }

        if (ApprovalPages.Decides(law, member))
        {
            pages.Add("approvals");
        }

        if (Chained.Any(act => law.Posts(act).Intersect(member.Posts, StringComparer.Ordinal).Any()))
        {
            pages.Add("write-offs");
        }

        if (Reviewing.Any(act => law.Posts(act).Intersect(member.Posts, StringComparer.Ordinal).Any()))
        {
            pages.Add("procedures");
        }

        if (Terminated.Any(act => law.Posts(act).Intersect(member.Posts, StringComparer.Ordinal).Any()))
        {
            pages.Add("terminations");
        }

        if (Terminations.TerminationPages.IsSupreme(law, member.Court) && law.Posts(TerminationReviewing.Answering).Intersect(member.Posts, StringComparer.Ordinal).Any())
        {
            pages.Add("filings");
        }

        if (member.Posts.Contains("inspection"))
        {
            pages.Add("accesslog");
        }

        if (ReportBox.ReportPages.Opens(law, member))
        {
            pages.Add("report-box");
        }

        return pages;
    }
}

/// <summary>The Chinese names of posts, from courts/posts.yaml.</summary>
public static class PostNames
{
    private static readonly Posts Posts = Posts.Parse("courts/posts.yaml", File.ReadAllText(Path.Combine(DataFiles.Root, "courts/posts.yaml")));

    /// <summary>The name of a post's code.</summary>
    public static string Of(string post) => Posts.ByCode(post)?.Name ?? post;
}
