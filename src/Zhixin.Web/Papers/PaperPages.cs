using Zhixin.Database.Access;
using Zhixin.History;
using Zhixin.Papers;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Papers;

/// <summary>An issued paper of a matter in sight.</summary>
/// <param name="Address">Of the matter.</param>
/// <param name="MayNot">Why the viewer may not do an act on the matter; null when he or she may.</param>
public sealed record FoundPaper(StreamId Matter, string Address, IssuedJson Issued, Paper Paper, Func<string, Refusal?> MayNot);

/// <summary>Issued papers: read, printed and saved for a purpose that is logged. Always through their matter: whoever may not see it finds nothing.</summary>
/// <param name="root">The address of the papers of a matter, with its places for home and id.</param>
/// <param name="find">The paper that an address names; null where it is not in sight, or there is none.</param>
public sealed class PaperPages(string root, Func<HttpContext, CancellationToken, Task<FoundPaper?>> find)
{
    /// <summary>The purposes that the page offers; any other may be given through the API.</summary>
    public static IReadOnlyList<string> Purposes { get; } = ["送达信访人", "归档", "报送审阅", "其他工作需要"];

    private const string Petition = "/petitions/{home:int}/{id:guid}/papers";

    /// <summary>Maps the papers of petitions.</summary>
    public static void MapPetitions(WebApplication app)
    {
        PaperDrafts.Map(app);
        app.MapGet("/api" + Petition, ListOfPetition).WithSummary("文书：已制发的，和现在可以制发的");
        new PaperPages(Petition, FindOfPetition).Map(app);
    }

    /// <summary>Maps the pages and their JSON twins.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet(root + "/{no:int}", Show);
        app.MapGet("/api" + root + "/{no:int}", ShowJson).WithSummary("文书的内容");
        new ActRoute<PaperJson>(root + "/{no:int}/print", "打印文书", [new("purpose", "用途，留在查看记录中")], Print, PrintPage).Map(app);
        app.MapPost(root + "/{no:int}/docx", async (HttpContext http, CancellationToken stop) => await Save(http, await Forms.Read(http), stop)).Posted();
        app.MapPost("/api" + root + "/{no:int}/docx", async (HttpContext http, Dictionary<string, System.Text.Json.JsonElement>? body, CancellationToken stop) =>
            await Save(http, PostedForm.Of(http, body ?? []), stop)).WithSummary("文书的 DOCX 文件").WithMetadata(new ActFields([new("purpose", "用途，留在查看记录中")]));
    }

    /// <summary>The word across a paper: void, or that it is nothing but a demonstration.</summary>
    public static string? Mark(Office office, string? voidedBecause) => (voidedBecause, office.Facts.Demo) switch
    {
        (not null, _) => "作废",
        (_, true) => "演示，无效",
        _ => null,
    };

    private static async Task<IResult> ListOfPetition(HttpContext http, Office office, int home, Guid id, CancellationToken stop)
    {
        if (await office.Petitions.Load(http.Member().Scope, new StreamId(home, id), stop) is not var (petition, _))
        {
            return Replies.Problem(404, "http-404");
        }

        return Results.Ok(PapersJson.Of(office.Law.Now, http.Acting(), petition));
    }

    private static async Task<FoundPaper?> FindOfPetition(HttpContext http, CancellationToken stop)
    {
        var (office, id, no) = (Office.Of(http), http.Stream(), http.Number("no"));
        return await office.Petitions.Load(http.Member().Scope, id, stop) is var (petition, _)
            && petition.Papers.Issued.FirstOrDefault(p => p.Facts.No == no) is { } issued
            && await office.Paper.Open(http.Member().Scope, id, no, stop) is { } paper
            ? new FoundPaper(id, $"/petitions/{id.Home}/{id.Id}", IssuedJson.Of(issued), paper, act => office.Law.Now.MayNot(http.Acting(), act, petition))
            : null;
    }

    private async Task<IResult> Show(HttpContext http, CancellationToken stop)
    {
        if (await find(http, stop) is not { } found)
        {
            return Replies.Error(http, 404);
        }

        await Log(http, found, "read-paper", null, stop);
        return Replies.Page<PaperPage>(http, Model(found, isPrinting: false, null));
    }

    private async Task<IResult> ShowJson(HttpContext http, CancellationToken stop)
    {
        if (await find(http, stop) is not { } found)
        {
            return Replies.Problem(404, "http-404");
        }

        await Log(http, found, "read-paper", null, stop);
        return Results.Ok(Json(found));
    }

    private async Task<Answer<PaperJson>> Print(HttpContext http, PostedForm form, CancellationToken stop)
    {
        if (await find(http, stop) is not { } found)
        {
            return new Answer<PaperJson>.Unknown();
        }

        if (MayNot(found, "print", form["purpose"]) is { } refusal)
        {
            return refusal;
        }

        await Log(http, found, "print-paper", form["purpose"], stop);
        return Json(found);
    }

    private async Task<IResult> PrintPage(HttpContext http, PostedForm form, Answer<PaperJson> answer, CancellationToken stop) => (answer, await find(http, stop)) switch
    {
        (Answer<PaperJson>.Given, { } found) => Replies.Page<PaperPage>(http, Model(found, isPrinting: true, null)),
        (Answer<PaperJson>.Refused refused, { } found) => Replies.Page<PaperPage>(http, Model(found, isPrinting: false, refused.Why), Replies.Status(refused.Why)),
        _ => Replies.Error(http, 404),
    };

    private async Task<IResult> Save(HttpContext http, PostedForm form, CancellationToken stop)
    {
        var isJson = http.Request.Path.StartsWithSegments("/api");
        if (await find(http, stop) is not { } found)
        {
            return isJson ? Replies.Problem(404, "http-404") : Replies.Error(http, 404);
        }

        if (MayNot(found, "export", form["purpose"]) is { } refusal)
        {
            return isJson ? Replies.Problem(refusal) : Replies.Page<PaperPage>(http, Model(found, isPrinting: false, refusal), Replies.Status(refusal));
        }

        await Log(http, found, "export-paper", form["purpose"], stop);
        return Results.File(Docx.Of(found.Paper, Mark(Office.Of(http), found.Issued.VoidedBecause)), Docx.MediaType, $"{found.Issued.Name}{found.Issued.Number}.docx");
    }

    private static Refusal? MayNot(FoundPaper found, string act, string? purpose) =>
        found.MayNot(act) ?? (purpose?.Trim() is { Length: > 0 and <= 200 } ? null : new Refusal.Input("purpose", "paper-purpose"));

    private static Task Log(HttpContext http, FoundPaper found, string act, string? purpose, CancellationToken stop)
    {
        var office = Office.Of(http);
        return AccessLog.Write(office.Db, http.Member(), act, office.Clock.GetUtcNow(), (found.Matter.Home, found.Matter.Id), purpose?.Trim(), found.Issued.Number, stop);
    }

    /// <summary>A demonstration says so on every page; the file has to say it itself.</summary>
    private static PaperModel Model(FoundPaper found, bool isPrinting, Refusal? why)
    {
        var (issued, address) = (found.Issued, $"{found.Address}/papers/{found.Issued.No}");
        return new PaperModel(
            found.Paper, issued.Name, issued.VoidedBecause is null ? null : "作废", issued.VoidedBecause is { } reason ? $"已作废：{reason}" : $"{Components.DateText.Iso(issued.On)} 制发",
            $"{address}/print", $"{address}/docx", found.Address, isPrinting, why is null ? null : RefusalTexts.Reason(why) + RefusalTexts.Cure(why));
    }

    private static PaperJson Json(FoundPaper found) => new(found.Issued, [.. found.Paper.Lines], found.Paper);
}
