using Zhixin.Database.Access;
using Zhixin.Database.Matters;
using Zhixin.History;
using Zhixin.Papers;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Matters;

/// <summary>The papers of a kind of matter: read, printed and saved once they went out, and drawn before that as they would go out.</summary>
public sealed partial class MatterPages<T>
{
    private void MapPapers(WebApplication app, Func<T, IReadOnlyList<MatterPaper>> papers)
    {
        var matter = $"/{surface.Root}/{{home:int}}/{{id:guid}}";
        new PaperPages(matter + "/papers", (http, stop) => FindPaper(http, papers, stop)).Map(app);
        app.MapGet($"/api{matter}/papers", (HttpContext http, Office office, int home, Guid id, CancellationToken stop) => ListPapers(http, office, new StreamId(home, id), papers, stop)).WithSummary("文书：已制发的");
        app.MapPost(matter + "/act/{path}/draft", async (HttpContext http, Office office, string path, CancellationToken stop) =>
            surface.Acts.FirstOrDefault(a => a.Path == path && a.Paper is not null) is { } act ? await Draft(http, office, http.Stream(), act, await Forms.Read(http), stop) : Replies.Error(http, 404)).Posted();
    }

    private async Task<FoundPaper?> FindPaper(HttpContext http, Func<T, IReadOnlyList<MatterPaper>> papers, CancellationToken stop)
    {
        var (office, id, no) = (Office.Of(http), http.Stream(), http.Number("no"));
        var desk = surface.Desk(office);
        return await desk.Load(http.Member().Scope, id, stop) is var (matter, _)
            && papers(matter).FirstOrDefault(p => p.Facts.No == no) is { } issued
            && await office.Paper.Open(http.Member().Scope, id, no, stop) is { } paper
            ? new FoundPaper(id, Address(id), IssuedJson.Of(issued), paper, act => desk.MayNot(http.Acting(), act, matter))
            : null;
    }

    private async Task<IResult> ListPapers(HttpContext http, Office office, StreamId id, Func<T, IReadOnlyList<MatterPaper>> papers, CancellationToken stop) =>
        await surface.Desk(office).Load(http.Member().Scope, id, stop) is var (matter, _)
            ? Results.Ok(new { issued = papers(matter).Select(IssuedJson.Of) })
            : Replies.Problem(404, "http-404");

    /// <summary>The paper as the act would send it out with what was typed; nothing is stored.</summary>
    private async Task<IResult> Draft(HttpContext http, Office office, StreamId id, MatterEntry<T> act, PostedForm form, CancellationToken stop)
    {
        var desk = surface.Desk(office);
        if (await PetitionPages.ActingFor(http, office, form["onBehalfOf"], stop) is not { } who || await desk.Load(who.Scope, id, stop) is not var (matter, _))
        {
            return Replies.Error(http, 404);
        }

        await AccessLog.Write(office.Db, http.Member(), "preview-paper", office.Clock.GetUtcNow(), (id.Home, id.Id), detail: act.Path, stop: stop);
        var on = DateOnly.TryParseExact(form["on"], "yyyy-MM-dd", out var day) ? day : office.Today;
        var input = ActInput.Of(form, on);
        var call = (await Called(office, who, act, matter, input, stop))(matter);
        var decided = desk.Judge(who, new MatterAct(act.Act, id, null, on, null, form["lateProof"]), matter, _ => input.OutsideCalendar() is { } outside ? outside : act.Decide(call));
        var paper = decided is Decision<object>.Done { Events: var facts } && act.Paper!(call, facts) is { } order ? order.Template.Fill(order.Values, null) : null;
        var why = (decided as Decision<object>.Refused)?.Why;
        return Replies.Page<PaperDraftPage>(http, Model(office, id, matter, act, form, paper, why), why is Refusal.Authority ? Replies.Status(why) : 200);
    }

    private PaperDraftModel Model(Office office, StreamId id, T matter, MatterEntry<T> act, PostedForm form, Paper? paper, Refusal? why)
    {
        var typed = form.Values.Where(f => f.Key is not ("__RequestVerificationToken" or "key" or "version") && !string.IsNullOrEmpty(f.Value)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        return new PaperDraftModel(
            paper, paper?.Title ?? act.Name, $"{Address(id)}/act/{act.Path}/draft", $"{Address(id)}/{act.Path}", Address(id), Replies.FreshKey(), form.Version ?? surface.Version(matter),
            FormState.Of(typed), [], [.. typed.Select(f => KeyValuePair.Create(f.Key, f.Value!))], why is null ? null : Replies.Model(act.Name, why, office.Law.Now), "草稿")
        {
            IsReady = paper is not null,
        };
    }
}
