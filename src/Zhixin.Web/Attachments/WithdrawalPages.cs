using Zhixin.Database.Attachments;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Attachments;

/// <summary>Withdrawing a file that should not have been added: the form, and its JSON twin.</summary>
public static class WithdrawalPages
{
    private const string Address = "/petitions/{home:int}/{id:guid}/attachments/{file:guid}/withdrawal";

    private static readonly Petitions.ActField Reason = new("reason", "理由", FieldKind.TextArea, [], "理由与材料一并保留，不能删改。");

    /// <summary>Maps the page and its JSON twin.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet(Address, Ask);
        app.MapPost(Address, Post).Posted();
        app.MapPost("/api" + Address, PostJson).WithSummary("撤回添加错的材料");
    }

    private static async Task<IResult> Ask(HttpContext http, Office office, int home, Guid id, Guid file, CancellationToken stop) =>
        await Found(http, office, new StreamId(home, id), file, stop) is not var (petition, known) ? Replies.Error(http, 404)
        : office.Withdrawals.MayNot(http.Acting(), petition, known) is { } why ? Replies.Error(http, Replies.Status(why))
        : Replies.Page<ActPage>(http, Model(petition, known, FormState.Empty));

    private static async Task<IResult> Post(HttpContext http, Office office, int home, Guid id, Guid file, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        var answer = await office.Withdrawals.Withdraw(http.Acting(), new StreamId(home, id), file, form["reason"], form.Resend, stop);
        return answer switch
        {
            Answer<WithdrawalAnswer>.Given => Results.Redirect($"/petitions/{home}/{id}#h-attachments"),
            Answer<WithdrawalAnswer>.Refused refused when await Found(http, office, new StreamId(home, id), file, stop) is var (petition, known) =>
                Replies.Page<ActPage>(http, Model(petition, known, Wrong(form, refused.Why)), Replies.Status(refused.Why)),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> PostJson(HttpContext http, Office office, int home, Guid id, Guid file, ApiWithdrawal body, CancellationToken stop) => Replies.Json(
        await office.Withdrawals.Withdraw(http.Acting(), new StreamId(home, id), file, body.Reason, Requests.Resend(http, "withdrawal", file, body), stop));

    private static async Task<(Petition Petition, KnownAttachment File)?> Found(HttpContext http, Office office, StreamId id, Guid file, CancellationToken stop) =>
        await office.Petitions.Load(http.Member().Scope, id, stop) is var (petition, _)
        && (await office.Attachments.Of(http.Member().Scope, petition, stop)).FirstOrDefault(a => a.Id.Id == file) is { } known
            ? (petition, known)
            : null;

    private static ActModel Model(Petition petition, KnownAttachment file, FormState form)
    {
        var address = $"/petitions/{petition.Id.Home}/{petition.Id.Id}";
        return new ActModel(
            "撤回材料", petition.Opened.Number, $"撤回“{file.Name}”（{PetitionAttachments.Size(file.Size)}）。添加错的才撤回；撤回后其他人不能再打开，原件和经过仍然保留。",
            $"{address}/attachments/{file.Id.Id}/withdrawal", $"{address}#h-attachments", form.Values.GetValueOrDefault("key") ?? Replies.FreshKey(), petition.Version, form, [Reason], []);
    }

    private static FormState Wrong(PostedForm form, Refusal why) =>
        new(form.Values, [new FieldMessage((why as Refusal.Input)?.Field ?? "reason", MessageKind.Error, RefusalTexts.Reason(why) + RefusalTexts.Cure(why))]);
}

/// <summary>Why a file is withdrawn.</summary>
public sealed record ApiWithdrawal(string? Reason);
