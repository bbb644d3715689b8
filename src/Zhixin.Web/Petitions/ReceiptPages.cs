using QRCoder;
using Zhixin.Database.Access;
using Zhixin.Database.Attachments;
using Zhixin.Database.Persons;
using Zhixin.Papers;
using Zhixin.Web.Access;
using Zhixin.Web.Attachments;
using Zhixin.Web.Hosting;
using Zhixin.Web.Papers;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The receipt that whoever was registered takes home, with the tracking code in figures and as a picture.</summary>
public static class ReceiptPages
{
    /// <summary>Maps the page and the file.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/contacts/{home:int}/{id:guid}/receipt", async (HttpContext http, CancellationToken stop) => await Find(http, stop) is { } found
            ? Replies.Page<ReceiptPrint>(http, Drawn(found))
            : Replies.Error(http, 404));
        app.MapGet("/contacts/{home:int}/{id:guid}/receipt.docx", async (HttpContext http, CancellationToken stop) => await Find(http, stop) is { } found
            ? Results.File(Docx.Of(found.Paper, PaperPages.Mark(Office.Of(http), null)), Docx.MediaType, $"信访事项登记回执{found.Paper.Number}.docx")
            : Replies.Error(http, 404));
    }

    private static ReceiptModel Drawn(Found found)
    {
        using var qr = QRCodeGenerator.GenerateQrCode(found.Code, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(qr);
        return new ReceiptModel(found.Paper, found.Code, svg.GetGraphic(4), found.Back, found.Docx);
    }

    /// <summary>The receipt of a contact in sight; the look at it is noted.</summary>
    private static async Task<Found?> Find(HttpContext http, CancellationToken stop)
    {
        var (office, id) = (Office.Of(http), http.Stream());
        var found = await office.Db.Query<ReceiptRow>(
            http.Member().Scope,
            "select c.number, c.received_on, c.received_at, c.channel, c.petition, c.petition_home, c.petitioners, c.accused, s.name as receiver from contact c left join staff s on s.id = c.receiver where c.home = $1 and c.id = $2",
            [id.Home, id.Id], stop);
        if (found is not [var row] || row.Accused.Contains(http.Member().Id))
        {
            return null;
        }

        var petition = (await office.Db.Query<ReceiptPetition>(
            http.Member().Scope, "select number, contacts, accused from petition where home = $1 and id = $2", [row.PetitionHome ?? id.Home, row.Petition ?? Guid.Empty], stop)).SingleOrDefault();
        if (petition?.Accused.Contains(http.Member().Id) == true)
        {
            return null;
        }

        await AccessLog.Write(office.Db, http.Member(), "print-receipt", office.Clock.GetUtcNow(), (id.Home, id.Id), stop: stop);
        var persons = await office.Persons.Open(http.Member().Scope, id.Home, row.Petitioners, stop);
        var files = (await office.Attachments.OfContact(http.Member().Scope, id, stop)).Where(f => f.Withdrawn is null).ToList();
        var code = office.Master.TrackingCode(id.Id);
        var paper = office.PaperFiles.Of(PaperKinds.Receipt, id.Home).Fill(Values(office, id.Home, row, petition, persons, files, code), row.Number);
        var address = $"/contacts/{id.Home}/{id.Id}/receipt.docx";
        return new Found(paper, code, row.Petition is null ? "/register" : $"/petitions/{row.PetitionHome}/{row.Petition}", address);
    }

    private static Dictionary<string, IReadOnlyList<string>> Values(
        Office office, int home, ReceiptRow row, ReceiptPetition? petition, IReadOnlyList<KnownPerson> persons, List<KnownAttachment> files, string code) => new(StringComparer.Ordinal)
        {
            ["court"] = [office.Files.Courts.ByNumber(home)?.Name ?? string.Empty],
            ["petitioners"] = [PaperValues.Names(persons.Select(p => p.Details.Name))],
            ["received_on"] = [PaperValues.Date(row.ReceivedOn)],
            ["channel"] = [CodeWords.Of(row.Channel)],
            ["petition_number"] = [petition?.Number ?? "待并案"],
            ["times"] = [$"同一事项第 {petition?.Contacts ?? 1} 次"],
            ["files"] = files.Count == 0 ? [] : [$"{files.Count} 份：" + string.Join("；", files.Select(f => $"{f.Name}（{PetitionAttachments.Size(f.Size)}）"))],
            ["receiver"] = [row.Receiver ?? string.Empty],
            ["tracking_code"] = [code],
        };

    private sealed record Found(Paper Paper, string Code, string Back, string Docx);

    private sealed record ReceiptRow
    {
        public required string Number { get; init; }

        public required DateOnly ReceivedOn { get; init; }

        public string? ReceivedAt { get; init; }

        public required string Channel { get; init; }

        public Guid? Petition { get; init; }

        public required Guid[] Petitioners { get; init; }

        public required Guid[] Accused { get; init; }

        public int? PetitionHome { get; init; }

        public string? Receiver { get; init; }
    }

    private sealed record ReceiptPetition
    {
        public required string Number { get; init; }

        public required int Contacts { get; init; }

        public required Guid[] Accused { get; init; }
    }
}
