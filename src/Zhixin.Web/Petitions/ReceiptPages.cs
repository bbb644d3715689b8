using QRCoder;
using Zhixin.Database.Access;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Web.Access;
using Zhixin.Web.Attachments;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The receipt that whoever was registered takes home, with the tracking code in figures and as a picture.</summary>
public static class ReceiptPages
{
    /// <summary>Maps the page.</summary>
    public static void Map(WebApplication app) => app.MapGet("/contacts/{home:int}/{id:guid}/receipt", Print);

    private static async Task<IResult> Print(HttpContext http, Office office, int home, Guid id, CancellationToken stop)
    {
        var found = await office.Db.Query<ReceiptRow>(
            http.Member().Scope,
            "select c.number, c.received_on, c.received_at, c.channel, c.petition, c.petition_home, c.petitioners, c.accused, s.name as receiver from contact c left join staff s on s.id = c.receiver where c.home = $1 and c.id = $2",
            [home, id], stop);
        if (found is not [var row] || row.Accused.Contains(http.Member().Id))
        {
            return Replies.Error(http, 404);
        }

        var petition = (await office.Db.Query<ReceiptPetition>(
            http.Member().Scope, "select number, contacts, accused from petition where home = $1 and id = $2", [row.PetitionHome ?? home, row.Petition ?? Guid.Empty], stop)).SingleOrDefault();
        if (petition?.Accused.Contains(http.Member().Id) == true)
        {
            return Replies.Error(http, 404);
        }

        await AccessLog.Write(office.Db, http.Member(), "print-receipt", office.Clock.GetUtcNow(), (home, id), stop: stop);
        var persons = await office.Persons.Open(http.Member().Scope, home, row.Petitioners, stop);
        var code = office.Master.TrackingCode(id);
        using var qr = QRCodeGenerator.GenerateQrCode(code, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(qr);
        List<KeyValue> items =
        [
            new("收到日期", new BindingDay(row.ReceivedOn)), new("方式", CodeWords.Of(row.Channel)), new("信访案件", petition?.Number ?? "待并案"),
            new("次数", $"同一事项第 {petition?.Contacts ?? 1} 次"),
        ];
        var files = (await office.Attachments.OfContact(http.Member().Scope, new StreamId(home, id), stop)).Where(f => f.Withdrawn is null).ToList();
        if (files.Count > 0)
        {
            items.Add(new("收到材料", $"{files.Count} 份：" + string.Join("；", files.Select(f => $"{f.Name}（{PetitionAttachments.Size(f.Size)}）"))));
        }

        return Replies.Page<ReceiptPrint>(http, new ReceiptModel(
            office.Files.Courts.ByNumber(home)?.Name ?? string.Empty, "信访事项登记回执", row.Number, persons.Count == 0 ? PersonDetails.Anonymous : string.Join("、", persons.Select(p => p.Details.Name)), items,
            ["您反映的事项已经登记。承办人收到后会与您联系。", "凭查询码可以了解办理进展；不公开您反映的内容。", "对执行行为不服的，可以依法提出执行异议；已有裁定的，可以依法申请复议。"],
            code, svg.GetGraphic(4), row.ReceivedOn, row.Receiver, row.Petition is null ? "/register" : $"/petitions/{row.PetitionHome}/{row.Petition}"));
    }

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
