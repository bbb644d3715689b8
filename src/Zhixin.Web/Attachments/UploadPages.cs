using System.Globalization;
using System.Text;
using Zhixin.Database.Attachments;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Attachments;

/// <summary>
/// Uploads that can be resumed: tus 1.0 (core, creation, creation-with-upload, expiration, termination). What has arrived is made part of a matter by
/// the act that names its id.
/// </summary>
public static class UploadPages
{
    private const string Version = "1.0.0";
    private const string OffsetType = "application/offset+octet-stream";

    /// <summary>Maps the addresses.</summary>
    public static void Map(WebApplication app)
    {
        app.MapMethods("/api/uploads", ["OPTIONS"], Options).ExcludeFromDescription();
        app.MapPost("/api/uploads", Begin).WithSummary("开始上传（tus 1.0）：Upload-Length 为大小，Upload-Metadata 的 filename 为文件名");
        app.MapMethods("/api/uploads/{id:guid}", ["HEAD"], Head).ExcludeFromDescription();
        app.MapGet("/api/uploads/{id:guid}", Show).WithSummary("上传的状态");
        app.MapPatch("/api/uploads/{id:guid}", Append).WithSummary("续传：从 Upload-Offset 起");
        app.MapDelete("/api/uploads/{id:guid}", Cancel).WithSummary("放弃上传");
    }

    private static IResult Options(HttpContext http, Office office)
    {
        var headers = http.Response.Headers;
        headers["Tus-Resumable"] = headers["Tus-Version"] = Version;
        headers["Tus-Extension"] = "creation,creation-with-upload,expiration,termination";
        headers["Tus-Max-Size"] = office.Incoming.Limits.Recordings.ToString(CultureInfo.InvariantCulture);
        return Results.NoContent();
    }

    private static async Task<IResult> Begin(HttpContext http, Office office, CancellationToken stop)
    {
        if (Wrong(http) is { } wrong)
        {
            return wrong;
        }

        if (Number(http, "Upload-Length") is not { } size)
        {
            return Replies.Problem(400, "http-400");
        }

        var answer = office.Incoming.Begin(http.Member().Id, FileName(http), size);
        if (answer is Answer<Incoming>.Given begun && http.Request.ContentType == OffsetType)
        {
            Unlimited(http, size);
            answer = await office.Incoming.Append(http.Member().Id, begun.Value.Id, 0, http.Request.Body, isWhole: false, stop);
        }

        if (answer is not Answer<Incoming>.Given given)
        {
            return Refused(answer);
        }

        Tell(http, given.Value);
        return Results.Created($"/api/uploads/{given.Value.Id}", UploadJson.Of(given.Value));
    }

    private static async Task<IResult> Append(HttpContext http, Office office, Guid id, CancellationToken stop)
    {
        if (Wrong(http) is { } wrong)
        {
            return wrong;
        }

        if (http.Request.ContentType != OffsetType)
        {
            return Replies.Problem(415, "http-415");
        }

        if (Number(http, "Upload-Offset") is not { } offset)
        {
            return Replies.Problem(400, "http-400");
        }

        Unlimited(http, office.Incoming.Limits.Recordings);
        var answer = await office.Incoming.Append(http.Member().Id, id, offset, http.Request.Body, isWhole: false, stop);
        if (answer is not Answer<Incoming>.Given given)
        {
            return Refused(answer);
        }

        Tell(http, given.Value);
        return Results.NoContent();
    }

    private static IResult Head(HttpContext http, Office office, Guid id)
    {
        http.Response.Headers["Tus-Resumable"] = Version;
        if (office.Incoming.Find(http.Member().Id, id) is not { } found)
        {
            return Results.NotFound();
        }

        Tell(http, found);
        http.Response.Headers["Upload-Length"] = found.Size?.ToString(CultureInfo.InvariantCulture);
        return Results.Ok();
    }

    private static IResult Show(HttpContext http, Office office, Guid id) =>
        office.Incoming.Find(http.Member().Id, id) is { } found ? Results.Ok(UploadJson.Of(found)) : Replies.Problem(404, "http-404");

    private static IResult Cancel(HttpContext http, Office office, Guid id) => Wrong(http)
        ?? (office.Incoming.Cancel(http.Member().Id, id) ? Results.NoContent() : Replies.Problem(404, "http-404"));

    /// <summary>Another protocol version is refused; the header also keeps other sites' forms out.</summary>
    private static IResult? Wrong(HttpContext http)
    {
        http.Response.Headers["Tus-Resumable"] = Version;
        return http.Request.Headers["Tus-Resumable"] == Version ? null : Replies.Problem(412, "http-412");
    }

    private static IResult Refused(Answer<Incoming> answer) => answer is Answer<Incoming>.Refused refused ? Replies.Problem(refused.Why) : Replies.Problem(404, "http-404");

    private static void Tell(HttpContext http, Incoming file)
    {
        http.Response.Headers["Upload-Offset"] = file.Offset.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["Upload-Expires"] = file.Expires.ToString("R", CultureInfo.InvariantCulture);
    }

    private static void Unlimited(HttpContext http, long size)
    {
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = size;
        }
    }

    private static long? Number(HttpContext http, string header) =>
        long.TryParse(http.Request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The name among the metadata: pairs of a key and a value in Base64, separated by commas.</summary>
    private static string? FileName(HttpContext http)
    {
        foreach (var pair in http.Request.Headers["Upload-Metadata"].ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            var buffer = new byte[pair.Length];
            if (pair.Split(' ') is ["filename", var coded] && Convert.TryFromBase64String(coded, buffer, out var length))
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }

        return null;
    }
}

/// <summary>An upload as JSON.</summary>
/// <param name="Arrived">Whether it is whole and can be named by an act.</param>
public sealed record UploadJson(Guid Id, string Name, long? Size, long Offset, DateTimeOffset Expires, bool Arrived, string? MediaType)
{
    /// <summary>Of a file on its way.</summary>
    public static UploadJson Of(Incoming file) => new(file.Id, file.Name, file.Size, file.Offset, file.Expires, file.Arrived is not null, file.Arrived?.MediaType);
}
