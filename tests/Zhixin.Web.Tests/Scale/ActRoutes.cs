using Zhixin.Web.Checks;
using Zhixin.Web.Petitions;
using Zhixin.Web.Bulletins;
using Zhixin.Web.PlatformItems;
using Zhixin.Web.ReportBox;
using Zhixin.Web.Supervisions;

namespace Zhixin.Web.Tests.Scale;

/// <summary>Who may send to a route: the act of the authority matrix, or a word for those that are no act.</summary>
/// <param name="Act">Code in the matrix; null where a post alone decides, as <paramref name="Posts"/> says.</param>
/// <param name="Posts">Of the route's own court; null: the matrix alone; empty: whoever is signed in (administrators where the route is no matter).</param>
/// <param name="OfMatter">Whether it stands on a petition, whose court the relation is to.</param>
public sealed record RouteCase(string? Act, string[]? Posts = null, bool OfMatter = false);

/// <summary>Every route that takes something, with who may send to it. A route that is not here fails a test.</summary>
public static class ActRoutes
{
    /// <summary>Before sign-in, about oneself, or a file held for its sender until an act takes it: nobody is refused for his or her post.</summary>
    private static readonly string[] Personal = ["/sign-in", "/sign-in/totp", "/sign-out", "/me/password", "/me/totp", "/me/theme", "/api/uploads", "/api/uploads/{id:guid}"];

    private static readonly Dictionary<string, RouteCase> Others = new(StringComparer.Ordinal)
    {
        ["/contacts"] = new("register"),
        ["/contacts/repeats"] = new("register"),
        ["/contacts/draft"] = new("register"),
        ["/api/contacts"] = new("register"),
        ["/api/contacts/matches"] = new("register"),
        ["/petitions/{home:int}/{id:guid}/reveal/{field}/{index:int}"] = new("see-in-full", OfMatter: true),
        ["/ledger/views"] = new("search"),
        ["/ledger/views/removal"] = new("search"),
        ["/api/ledger/views/{name}"] = new("search"),
        ["/messages/{home:int}/{id:guid}/seen"] = new("read"),
        ["/messages/seen"] = new("read"),
        ["/approvals"] = new(null, ["petition-unit-head", "court-leader", "president"]),
        ["/reception/bulletins"] = new("bulletin"),
        ["/bulletins"] = new("draft-bulletin", ["general-office", "petition-unit-head", "bureau-director"]), // A court that has none below is told so.
        ["/bulletins/{home:int}/{id:guid}/act/{path}/draft"] = new("issue-bulletin"),
        ["/bulletins/{home:int}/{id:guid}/papers/{no:int}/print"] = new("print"),
        ["/bulletins/{home:int}/{id:guid}/papers/{no:int}/docx"] = new("export"),
        ["/supervisions"] = new("open-supervision"),
        ["/checks"] = new("file-enforcement-case"),
        ["/checks/{home:int}/{id:guid}/act/{path}/draft"] = new("give-supervision-card"),
        ["/checks/{home:int}/{id:guid}/papers/{no:int}/print"] = new("print"),
        ["/checks/{home:int}/{id:guid}/papers/{no:int}/docx"] = new("export"),
        ["/report-box"] = new("record-report"),
        ["/platform-items"] = new("enter-platform-item", ["command-centre", "petition-officer", "petition-unit-head"]), // Of which court it is a superior, the row says.
        ["/platform-items/window"] = new("report-window"),
        ["/proposals/{home:int}/{contact:guid}/{no:int}/answer"] = new("join"),
        ["/import"] = new("import"),
        ["/import/confirmation"] = new("import"),
        ["/api/imports"] = new("import"),
        ["/corrections/{batch:guid}/{row:int}/dismissal"] = new("repair-import-row"),
        ["/api/imports/waiting/{batch:guid}/{row:int}/dismissal"] = new("repair-import-row"),
        ["/calendar/notices"] = new("propose-calendar"),
        ["/calendar/notices/{id:guid}/confirmation"] = new("confirm-calendar"),
        ["/calendar/notices/{id:guid}/refusal"] = new("confirm-calendar"),
        ["/api/calendar/notices"] = new("propose-calendar"),
        ["/api/calendar/notices/{id:guid}/confirmation"] = new("confirm-calendar"),
        ["/api/calendar/notices/{id:guid}/refusal"] = new("confirm-calendar"),
        ["/regulations/adoptions"] = new("propose-pack-adoption"),
        ["/regulations/adoptions/{id:guid}/confirmation"] = new("confirm-pack-adoption"),
        ["/regulations/adoptions/{id:guid}/refusal"] = new("confirm-pack-adoption"),
        ["/regulations/adoptions/{id:guid}/end"] = new("propose-pack-adoption"),
        ["/api/adoptions"] = new("propose-pack-adoption"),
        ["/api/adoptions/{id:guid}/confirmation"] = new("confirm-pack-adoption"),
        ["/api/adoptions/{id:guid}/refusal"] = new("confirm-pack-adoption"),
        ["/api/adoptions/{id:guid}/end"] = new("propose-pack-adoption"),
        ["/courts/{number:int}/card"] = new("manage-courts", ["petition-unit-head"]),
        ["/courts/{number:int}/units"] = new("manage-courts"),
        ["/staff/{court:int}/appointments"] = new("manage-courts"),
        ["/staff/{court:int}/{id:guid}/posts"] = new("manage-courts"),
        ["/staff/{court:int}/{id:guid}/leaving"] = new("manage-courts"),
        ["/staff/{court:int}/{id:guid}/deputies"] = new("manage-courts"),
        ["/staff/{court:int}/{id:guid}/deputies/{deputy:guid}/end"] = new("manage-courts"),
        ["/staff/{court:int}/{id:guid}/password"] = new("manage-rights"),
        ["/staff/{court:int}/{id:guid}/handover"] = new("assign"),
        ["/staff/{court:int}/{id:guid}/keys"] = new("manage-rights"),
        ["/staff/{court:int}/{id:guid}/keys/{key:guid}/revocation"] = new("manage-rights"),
        ["/petitions/{home:int}/{id:guid}/attachments"] = new("attach", OfMatter: true),
        ["/petitions/{home:int}/{id:guid}/papers/draft/{kind}"] = new("issue-paper", OfMatter: true),
        ["/petitions/{home:int}/{id:guid}/papers/{no:int}/print"] = new("print", OfMatter: true),
        ["/petitions/{home:int}/{id:guid}/papers/{no:int}/docx"] = new("export", OfMatter: true),
        ["/petitions/{home:int}/{id:guid}/hops/{no:int}/letter/print"] = new("print", OfMatter: true),
        ["/petitions/{home:int}/{id:guid}/hops/{no:int}/letter/docx"] = new("export", OfMatter: true),
        ["/petitions/{home:int}/{id:guid}/hops/{no:int}/report-up/print"] = new("print", OfMatter: true),
        ["/petitions/{home:int}/{id:guid}/hops/{no:int}/report-up/docx"] = new("export", OfMatter: true),
        ["/supervisions/{home:int}/{id:guid}/act/{path}/draft"] = new("issue-supervision-letter"),
        ["/supervisions/{home:int}/{id:guid}/papers/{no:int}/print"] = new("print"),
        ["/supervisions/{home:int}/{id:guid}/papers/{no:int}/docx"] = new("export"),
        ["/petitions/{home:int}/{id:guid}/attachments/{file:guid}/withdrawal"] = new("withdraw-own-attachment", OfMatter: true),
    };

    /// <summary>The case of a route, or null where nobody wrote one.</summary>
    public static RouteCase? Of(string route) =>
        Personal.Contains(route) ? new RouteCase(null, [])
        : Others.TryGetValue(route, out var other) || (route.StartsWith("/api/", StringComparison.Ordinal) && Others.TryGetValue(route["/api".Length..], out other)) ? other
        : PetitionActs.All.FirstOrDefault(a => route.EndsWith("/petitions/{home:int}/{id:guid}/" + a.Path, StringComparison.Ordinal)) is { } act
            ? new RouteCase(act.Act, OfMatter: true)
            : SupervisionActs.All.FirstOrDefault(a => route.EndsWith("/supervisions/{home:int}/{id:guid}/" + a.Path, StringComparison.Ordinal)) is { } supervising
            ? new RouteCase(supervising.Act)
            : PlatformActs.All.FirstOrDefault(a => route.EndsWith("/platform-items/{home:int}/{id:guid}/" + a.Path, StringComparison.Ordinal)) is { } item
            ? new RouteCase(item.Act)
            : CheckActs.All.FirstOrDefault(a => route.EndsWith("/checks/{home:int}/{id:guid}/" + a.Path, StringComparison.Ordinal)) is { } check
            ? new RouteCase(check.Act)
            : ReportActs.All.FirstOrDefault(a => route.EndsWith("/report-box/{home:int}/{id:guid}/" + a.Path, StringComparison.Ordinal)) is { } report
            ? new RouteCase(report.Act)
            : BulletinActs.All.FirstOrDefault(a => route.EndsWith("/bulletins/{home:int}/{id:guid}/" + a.Path, StringComparison.Ordinal)) is { } bulletin
            ? new RouteCase(bulletin.Act)
            : null;

    /// <summary>Cases that no route needs any more.</summary>
    public static IEnumerable<string> Unused(IEnumerable<string> routes) => Others.Keys.Concat(Personal).Except(routes, StringComparer.Ordinal);
}
