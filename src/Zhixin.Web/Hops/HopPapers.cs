using Zhixin.Database.Access;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Papers;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Hops;

/// <summary>A letter or report of a hop with what stands on it.</summary>
/// <param name="Number">That of the letter or report itself: it takes none of the series of papers.</param>
/// <param name="Lines">Every line in reading order.</param>
public sealed record HopPaperJson(int Hop, string Kind, string Name, string Number, IReadOnlyList<string> Lines, Paper Content);

/// <summary>
/// The letter of a hop 交办函、转办函 and the special report 上报专报: drawn from the history under the number that they bear there, printed and saved for a purpose
/// that is logged.
/// </summary>
public static class HopPapers
{
    private const string Address = "/petitions/{home:int}/{id:guid}/hops/{no:int}/";

    private static readonly Hosting.ActField Purpose = new("purpose", "用途，留在查看记录中");

    /// <summary>Maps the pages and their JSON twins.</summary>
    public static void Map(WebApplication app)
    {
        foreach (var word in new[] { "letter", "report-up" })
        {
            app.MapGet(Address + word, (HttpContext http, CancellationToken stop) => Show(http, word, stop));
            app.MapGet("/api" + Address + word, async (HttpContext http, CancellationToken stop) => await Find(http, word, stop) is { } found ? Results.Ok(Json(found)) : Replies.Problem(404, "http-404"))
                .WithSummary(word == "letter" ? "交办函、转办函" : "上报专报");
            new ActRoute<HopPaperJson>(
                Address + word + "/print", "打印交办函、专报", [Purpose], (http, form, stop) => Print(http, word, form, stop), (http, _, answer, stop) => Printed(http, word, answer, stop)).Map(app);
            app.MapPost(Address + word + "/docx", async (HttpContext http, CancellationToken stop) => await Save(http, word, await Forms.Read(http), stop)).Posted();
            app.MapPost("/api" + Address + word + "/docx", async (HttpContext http, Dictionary<string, System.Text.Json.JsonElement>? body, CancellationToken stop) =>
                await Save(http, word, PostedForm.Of(http, body ?? []), stop)).WithSummary("交办函、专报的 DOCX 文件").WithMetadata(new ActFields([Purpose]));
        }
    }

    /// <summary>The addresses of what can be drawn of a hop, for the page.</summary>
    public static IEnumerable<Anchor> Of(Petition petition, Hop hop)
    {
        var address = $"/petitions/{petition.Id.Home}/{petition.Id.Id}/hops/{hop.Issued.No}/";
        yield return new Anchor(PaperWishes.Name(Kind(hop)), address + "letter");
        if (hop.Up is not null)
        {
            yield return new Anchor("上报专报", address + "report-up");
        }
    }

    private static string Kind(Hop hop) => hop.Issued.Mode is HandDownMode.DirectTransfer or HandDownMode.TransferWithResult ? PaperKinds.TransferLetter : PaperKinds.HandDownLetter;

    private static async Task<IResult> Show(HttpContext http, string word, CancellationToken stop)
    {
        if (await Find(http, word, stop) is not { } found)
        {
            return Replies.Error(http, 404);
        }

        await Log(http, found, "read-paper", null, stop);
        return Replies.Page<PaperPage>(http, Model(found, word, isPrinting: false, null));
    }

    private static async Task<Answer<HopPaperJson>> Print(HttpContext http, string word, PostedForm form, CancellationToken stop)
    {
        if (await Find(http, word, stop) is not { } found)
        {
            return new Answer<HopPaperJson>.Unknown();
        }

        if (MayNot(http, found, "print", form["purpose"]) is { } refusal)
        {
            return refusal;
        }

        await Log(http, found, "print-paper", form["purpose"], stop);
        return Json(found);
    }

    private static async Task<IResult> Printed(HttpContext http, string word, Answer<HopPaperJson> answer, CancellationToken stop) => (answer, await Find(http, word, stop)) switch
    {
        (Answer<HopPaperJson>.Given, { } found) => Replies.Page<PaperPage>(http, Model(found, word, isPrinting: true, null)),
        (Answer<HopPaperJson>.Refused refused, { } found) => Replies.Page<PaperPage>(http, Model(found, word, isPrinting: false, refused.Why), Replies.Status(refused.Why)),
        _ => Replies.Error(http, 404),
    };

    private static async Task<IResult> Save(HttpContext http, string word, PostedForm form, CancellationToken stop)
    {
        var isJson = http.Request.Path.StartsWithSegments("/api");
        if (await Find(http, word, stop) is not { } found)
        {
            return isJson ? Replies.Problem(404, "http-404") : Replies.Error(http, 404);
        }

        if (MayNot(http, found, "export", form["purpose"]) is { } refusal)
        {
            return isJson ? Replies.Problem(refusal) : Replies.Page<PaperPage>(http, Model(found, word, isPrinting: false, refusal), Replies.Status(refusal));
        }

        await Log(http, found, "export-paper", form["purpose"], stop);
        return Results.File(Docx.Of(found.Paper, PaperPages.Mark(Office.Of(http), null)), Docx.MediaType, $"{PaperWishes.Name(found.Kind)}{found.Paper.Number}.docx");
    }

    /// <summary>The paper, filled from the petition; null where the viewer does not see it, or there is none yet.</summary>
    private static async Task<Found?> Find(HttpContext http, string word, CancellationToken stop)
    {
        var (office, id, no) = (Office.Of(http), http.Stream(), http.Number("no"));
        if (await office.Petitions.Load(http.Member().Scope, id, stop) is not var (petition, _) || petition.HandDowns.Find(no) is not { } hop || (word == "report-up" && hop.Up is null))
        {
            return null;
        }

        var persons = await office.Persons.Open(http.Member().Scope, id.Home, petition.Petitioners.Select(p => p.Person), stop);
        var (kind, number) = word == "report-up" ? (PaperKinds.ReportUp, hop.Up!.Drafted.Document) : (Kind(hop), hop.Issued.Letter);
        var paper = office.PaperFiles.Of(kind, hop.Issued.From).Fill(PaperValues.Of(office.Law.Now, petition, hop, kind, persons), number);
        return new Found(petition, hop, kind, paper);
    }

    private static Refusal? MayNot(HttpContext http, Found found, string act, string? purpose) =>
        Office.Of(http).Law.Now.MayNot(http.Acting(), act, found.Petition) ?? (purpose?.Trim() is { Length: > 0 and <= 200 } ? null : new Refusal.Input("purpose", "paper-purpose"));

    private static Task Log(HttpContext http, Found found, string act, string? purpose, CancellationToken stop)
    {
        var office = Office.Of(http);
        return AccessLog.Write(office.Db, http.Member(), act, office.Clock.GetUtcNow(), (found.Petition.Id.Home, found.Petition.Id.Id), purpose?.Trim(), found.Paper.Number, stop);
    }

    private static PaperModel Model(Found found, string word, bool isPrinting, Refusal? why)
    {
        var back = $"/petitions/{found.Petition.Id.Home}/{found.Petition.Id.Id}";
        var address = $"{back}/hops/{found.Hop.Issued.No}/{word}";
        return new PaperModel(
            found.Paper, PaperWishes.Name(found.Kind), null, $"{DateText.Iso(found.Kind == PaperKinds.ReportUp ? found.Hop.Up!.DraftedOn : found.Hop.On)}", address + "/print", address + "/docx", back, isPrinting,
            why is null ? null : RefusalTexts.Reason(why) + RefusalTexts.Cure(why));
    }

    private static HopPaperJson Json(Found found) => new(found.Hop.Issued.No, found.Kind, PaperWishes.Name(found.Kind), found.Paper.Number ?? string.Empty, [.. found.Paper.Lines], found.Paper);

    private sealed record Found(Petition Petition, Hop Hop, string Kind, Paper Paper);
}
