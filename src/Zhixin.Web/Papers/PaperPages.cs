using Zhixin.Database.Access;
using Zhixin.History;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Papers;

/// <summary>Issued papers: read, printed and saved for a purpose that is logged. Always through the petition: whoever may not see it finds nothing.</summary>
public static class PaperPages
{
    /// <summary>The purposes that the page offers; any other may be given through the API.</summary>
    public static IReadOnlyList<string> Purposes { get; } = ["送达信访人", "归档", "报送审阅", "其他工作需要"];

    private const string Petition = "/petitions/{home:int}/{id:guid}/papers";

    /// <summary>Maps the pages and their JSON twins.</summary>
    public static void Map(WebApplication app)
    {
        PaperDrafts.Map(app);
        app.MapGet(Petition + "/{no:int}", Show);
        app.MapGet("/api" + Petition, List).WithSummary("文书：已制发的，和现在可以制发的");
        app.MapGet("/api" + Petition + "/{no:int}", ShowJson).WithSummary("文书的内容");
        new ActRoute<PaperJson>(Petition + "/{no:int}/print", "打印文书", [new("purpose", "用途，留在查看记录中")], Print, PrintPage).Map(app);
        app.MapPost(Petition + "/{no:int}/docx", async (HttpContext http, CancellationToken stop) => await Save(http, await Forms.Read(http), stop)).Posted();
        app.MapPost("/api" + Petition + "/{no:int}/docx", async (HttpContext http, Dictionary<string, System.Text.Json.JsonElement>? body, CancellationToken stop) =>
            await Save(http, PostedForm.Of(http, body ?? []), stop)).WithSummary("文书的 DOCX 文件").WithMetadata(new ActFields([new("purpose", "用途，留在查看记录中")]));
    }

    /// <summary>The word across a paper: void, or that it is nothing but a demonstration.</summary>
    public static string? Mark(Office office, string? voidedBecause) => (voidedBecause, office.Facts.Demo) switch
    {
        (not null, _) => "作废",
        (_, true) => "演示，无效",
        _ => null,
    };

    private static async Task<IResult> Show(HttpContext http, CancellationToken stop)
    {
        if (await Find(http, stop) is not { } found)
        {
            return Replies.Error(http, 404);
        }

        await Log(http, found, "read-paper", null, stop);
        return Replies.Page<PaperPage>(http, Model(found, isPrinting: false, null));
    }

    private static async Task<IResult> ShowJson(HttpContext http, CancellationToken stop)
    {
        if (await Find(http, stop) is not { } found)
        {
            return Replies.Problem(404, "http-404");
        }

        await Log(http, found, "read-paper", null, stop);
        return Results.Ok(Json(found));
    }

    private static async Task<IResult> List(HttpContext http, Office office, int home, Guid id, CancellationToken stop)
    {
        if (await office.Petitions.Load(http.Member().Scope, new StreamId(home, id), stop) is not var (petition, _))
        {
            return Replies.Problem(404, "http-404");
        }

        return Results.Ok(PapersJson.Of(office.Law.Now, http.Acting(), petition));
    }

    private static async Task<Answer<PaperJson>> Print(HttpContext http, PostedForm form, CancellationToken stop)
    {
        if (await Find(http, stop) is not { } found)
        {
            return new Answer<PaperJson>.Unknown();
        }

        if (MayNot(http, found, "print", form["purpose"]) is { } refusal)
        {
            return refusal;
        }

        await Log(http, found, "print-paper", form["purpose"], stop);
        return Json(found);
    }

    private static async Task<IResult> PrintPage(HttpContext http, PostedForm form, Answer<PaperJson> answer, CancellationToken stop) => (answer, await Find(http, stop)) switch
    {
        (Answer<PaperJson>.Given, { } found) => Replies.Page<PaperPage>(http, Model(found, isPrinting: true, null)),
        (Answer<PaperJson>.Refused refused, { } found) => Replies.Page<PaperPage>(http, Model(found, isPrinting: false, refused.Why), Replies.Status(refused.Why)),
        _ => Replies.Error(http, 404),
    };

    private static async Task<IResult> Save(HttpContext http, PostedForm form, CancellationToken stop)
    {
        var isJson = http.Request.Path.StartsWithSegments("/api");
        if (await Find(http, stop) is not { } found)
        {
            return isJson ? Replies.Problem(404, "http-404") : Replies.Error(http, 404);
        }

        if (MayNot(http, found, "export", form["purpose"]) is { } refusal)
        {
            return isJson ? Replies.Problem(refusal) : Replies.Page<PaperPage>(http, Model(found, isPrinting: false, refusal), Replies.Status(refusal));
        }

        await Log(http, found, "export-paper", form["purpose"], stop);
        var name = $"{PaperWishes.Name(found.Issued.Facts.Kind)}{found.Issued.Facts.Number}.docx";
        return Results.File(Docx.Of(found.Paper, Mark(Office.Of(http), found.Issued.VoidedBecause)), Docx.MediaType, name);
    }

    private static async Task<Found?> Find(HttpContext http, CancellationToken stop)
    {
        var (office, id, no) = (Office.Of(http), http.Stream(), http.Number("no"));
        return await office.Petitions.Load(http.Member().Scope, id, stop) is var (petition, _)
            && petition.Papers.Issued.FirstOrDefault(p => p.Facts.No == no) is { } issued
            && await office.Papers.Open(http.Member().Scope, id, no, stop) is { } paper
            ? new Found(petition, issued, paper)
            : null;
    }

    private static Refusal? MayNot(HttpContext http, Found found, string act, string? purpose) =>
        Office.Of(http).Law.Now.MayNot(http.Acting(), act, found.Petition) ?? (purpose?.Trim() is { Length: > 0 and <= 200 } ? null : new Refusal.Input("purpose", "paper-purpose"));

    private static Task Log(HttpContext http, Found found, string act, string? purpose, CancellationToken stop)
    {
        var office = Office.Of(http);
        return AccessLog.Write(
            office.Db, http.Member(), act, office.Clock.GetUtcNow(), (found.Petition.Id.Home, found.Petition.Id.Id), purpose?.Trim(), found.Issued.Facts.Number, stop);
    }

    /// <summary>A demonstration says so on every page; the file has to say it itself.</summary>
    private static PaperModel Model(Found found, bool isPrinting, Refusal? why)
    {
        var (facts, address) = (found.Issued.Facts, $"/petitions/{found.Petition.Id.Home}/{found.Petition.Id.Id}");
        return new PaperModel(
            found.Paper, PaperWishes.Name(facts.Kind), found.Issued.VoidedBecause is null ? null : "作废",
            found.Issued.VoidedBecause is { } reason ? $"已作废：{reason}" : $"{Components.DateText.Iso(found.Issued.On)} 制发",
            $"{address}/papers/{facts.No}/print", $"{address}/papers/{facts.No}/docx", address, isPrinting, why is null ? null : RefusalTexts.Reason(why) + RefusalTexts.Cure(why));
    }

    private static PaperJson Json(Found found) => new(IssuedJson.Of(found.Issued), [.. found.Paper.Lines], found.Paper);

    private sealed record Found(Petition Petition, IssuedPaper Issued, Paper Paper);
}
