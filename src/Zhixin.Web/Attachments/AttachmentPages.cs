using Microsoft.Net.Http.Headers;
using Zhixin.Attachments;
using Zhixin.Database.Access;
using Zhixin.Database.Attachments;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Shell;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Attachments;

/// <summary>Adding files to a petition, listing and opening them. Always through the petition: whoever may not see it finds nothing.</summary>
public static class AttachmentPages
{
    /// <summary>Maps the pages and their JSON twins.</summary>
    public static void Map(WebApplication app)
    {
        const string petition = "/petitions/{home:int}/{id:guid}/attachments";
        app.MapPost(petition, Post);
        app.MapMethods(petition + "/{file:guid}", ["GET", "HEAD"], Serve);
        app.MapGet("/api" + petition, List).WithSummary("材料清单");
        app.MapPost("/api" + petition, PostJson).WithSummary("添加材料：已经传到的文件");
        app.MapMethods("/api" + petition + "/{file:guid}", ["GET", "HEAD"], Serve).WithSummary("材料的内容，可以分段读取");
    }

    private static async Task<IResult> Post(HttpContext http, Office office, int home, Guid id, CancellationToken stop)
    {
        var posted = await FileForms.Read(http, office, stop);
        var answer = posted.Refusals is [var first, ..]
            ? new Answer<AttachmentsAnswer>.Refused(first)
            : await office.Attachments.Add(http.Acting(), new StreamId(home, id), posted.Uploads, posted.Form.Resend, stop);
        switch (answer)
        {
            case Answer<AttachmentsAnswer>.Given:
                office.AttachmentWatch.Wake();
                return Results.Redirect($"/petitions/{home}/{id}#h-attachments");
            case Answer<AttachmentsAnswer>.Refused refused:
                var failed = new FailedAct(PetitionAttachments.Entry, refused.Why, posted.Form);
                return await PetitionView.Of(http, office, new StreamId(home, id), failed, stop) is { } model
                    ? Replies.Page<PetitionPage>(http, model, Replies.Status(refused.Why))
                    : Replies.Error(http, 404);
            default:
                return Replies.Error(http, 404);
        }
    }

    private static async Task<IResult> PostJson(HttpContext http, Office office, int home, Guid id, ApiAttachments body, CancellationToken stop)
    {
        var resend = Requests.Resend(http, "attachments", id, body);
        var answer = await office.Attachments.Add(http.Acting(), new StreamId(home, id), body.Uploads ?? [], resend, stop);
        office.AttachmentWatch.Wake();
        return Replies.Json(answer, a => $"/api/petitions/{a.Home}/{a.Petition}/attachments");
    }

    private static async Task<IResult> List(HttpContext http, Office office, int home, Guid id, CancellationToken stop) =>
        await office.Petitions.Load(http.Member().Scope, new StreamId(home, id), stop) is var (petition, _)
            ? Results.Ok((await office.Attachments.Of(http.Member().Scope, petition, stop)).Select(a => AttachmentJson.Of(
                a, $"/api/petitions/{home}/{id}/attachments/{a.Id.Id}", office.Attachments.IsSafe(a.State) && office.Withdrawals.MayNotOpen(http.Acting(), petition, a) is null)))
            : Replies.Problem(404, "http-404");

    private static async Task<IResult> Serve(HttpContext http, Office office, int home, Guid id, Guid file, CancellationToken stop)
    {
        if (await office.Petitions.Load(http.Member().Scope, new StreamId(home, id), stop) is not var (petition, _)
            || (await office.Attachments.Of(http.Member().Scope, petition, stop)).FirstOrDefault(a => a.Id.Id == file) is not { } found)
        {
            return http.Request.Path.StartsWithSegments("/api") ? Replies.Problem(404, "http-404") : Replies.Error(http, 404);
        }

        if (Closed(http, office, petition, found) is { } why)
        {
            return Closed(http, why);
        }

        await AccessLog.Write(office.Db, http.Member(), found.Withdrawn is null ? "read-attachment" : "read-withdrawn-attachment", office.Clock.GetUtcNow(), (home, id), detail: file.ToString(), stop: stop);
        return Content(http, office, found);
    }

    /// <summary>The content with a type of its own, no type guessing, and no right to do anything in the browser.</summary>
    private static IResult Content(HttpContext http, Office office, KnownAttachment found)
    {
        var kind = FileKind.Of(found.MediaType);
        var disposition = new ContentDispositionHeaderValue(kind is { Opens: true } && http.Request.Query["save"] != "1" ? "inline" : "attachment");
        disposition.SetHttpFileName(kind?.SavedAs(found.Name) ?? found.Name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentSecurityPolicy = found.MediaType == "application/pdf" ? Pdf : Sandbox;
        return Results.Stream(
            office.Attachments.Open(found), found.MediaType, lastModified: found.RecordedAt, entityTag: new EntityTagHeaderValue($"\"{found.Address}\""), enableRangeProcessing: true);
    }

    private const string Sandbox = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    /// <summary>A sandbox would keep the browser's own PDF viewer from starting.</summary>
    private const string Pdf = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; script-src 'none'; frame-ancestors 'none'";

    private static Refusal? Closed(HttpContext http, Office office, Petition petition, KnownAttachment found) => office.Withdrawals.MayNotOpen(http.Acting(), petition, found)
        ?? (office.Attachments.IsSafe(found.State) ? null
            : found.State == AttachmentState.Refused ? new Refusal.State("attachment-refused", found.Name, found.Reason)
            : new Refusal.State("attachment-waiting", found.Name));

    private static IResult Closed(HttpContext http, Refusal why) => http.Request.Path.StartsWithSegments("/api") ? Replies.Problem(why) : Replies.Page<ErrorPage>(
        http, new ErrorModel(409, "材料不能打开", RefusalTexts.Reason(why), [RefusalTexts.Cure(why)], [new Anchor("回到工作台", "/")], http.TraceIdentifier), 409);
}

/// <summary>Files to add, by the ids of their uploads.</summary>
public sealed record ApiAttachments(IReadOnlyList<Guid>? Uploads);

/// <summary>An attachment as JSON.</summary>
/// <param name="Contact">The contact with which it came; null when it was added to the petition.</param>
/// <param name="Withdrawn">Who withdrew it, when and why; null where it stands.</param>
/// <param name="Href">Its content; null while it may not be opened.</param>
public sealed record AttachmentJson(
    Guid Id, Guid? Contact, string Name, string MediaType, long Size, AttachmentState State, string? Reason, DateTimeOffset AddedAt, Guid AddedBy, FileWithdrawal? Withdrawn, string? Href)
{
    /// <summary>Of an attachment in sight.</summary>
    public static AttachmentJson Of(KnownAttachment a, string href, bool opens) => new(
        a.Id.Id, a.MatterKind == MatterKind.Contact ? a.Matter : null, a.Name, a.MediaType, a.Size, a.State, a.Reason, a.RecordedAt, a.Actor, a.Withdrawn, opens ? href : null);
}
