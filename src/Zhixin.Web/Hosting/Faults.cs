using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using Zhixin.Database.Ledger;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Hosting;

/// <summary>
/// Whatever goes wrong becomes a clear answer: bad input a 4xx, a database that cannot be reached or is full a 503, a full disk for files a 507, and only a bug or
/// a damaged history a 500. What a client sent is told from what is stored where it is read: bad input is a <see cref="BadHttpRequestException"/>.
/// </summary>
public sealed class Faults(RequestDelegate next, ILogger<Faults> log)
{
    private const int DiskFull = 28;
    private const int QuotaReached = 122;

    /// <summary>Forms whose fields are never written into a page.</summary>
    private static readonly string[] Secrets = ["/sign-in", "/me"];

    /// <summary>Runs the request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response.StatusCode is >= 400 and < 600 && !http.Response.HasStarted && http.Response.ContentLength is null && http.Response.ContentType is null)
            {
                await Answer(http, http.Response.StatusCode, isFull: false);
            }
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var status = Status(fault);
            if (status == 503)
            {
                log.LogWarning("Request {Trace} could not be served: {Reason}", http.TraceIdentifier, fault.Message);
            }
            else if (status >= 500)
            {
                log.LogError(fault, "Request {Trace} failed", http.TraceIdentifier);
            }

            http.Response.Clear();
            await Answer(http, status, status == 503 && IsFull(fault)); // 507 has words of its own: what arrived of a file waits
        }
    }

    /// <summary>The status that an exception deserves.</summary>
    public static int Status(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException { InnerException: BadHttpRequestException bad } => bad.StatusCode, // too large to be looked into
        AntiforgeryValidationException => 400,
        InvalidOperationException { InnerException: ArgumentException or NotSupportedException } when fault.Message.Contains("charset", StringComparison.Ordinal) => 415,
        OperationCanceledException => 499,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.ReadOnlySqlTransaction } => 503,
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => 400, // a NUL in a text
        PostgresException { SqlState: CorrectionDesk.Settled } => 409,
        PostgresException => 500,
        NpgsqlException or System.Net.Sockets.SocketException => 503,
        ConnectionResetException => 499,
        IOException { HResult: DiskFull or QuotaReached } => 507,
        IOException => 503,
        _ => 500,
    };

    /// <summary>Whether there is no room left where the data stands: the database's disk, or that of files on their way in.</summary>
    private static bool IsFull(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.DiskFull }
        || (fault is IOException && fault.Message.Contains("No space left", StringComparison.Ordinal));

    private static async Task Answer(HttpContext http, int status, bool isFull)
    {
        if (status == 503)
        {
            http.Response.Headers.RetryAfter = "5";
        }

        var answer = http.Request.Path.StartsWithSegments("/api")
            ? Replies.Problem(status, isFull ? "disk-full" : $"http-{status}")
            : Replies.Error(http, status, isFull, status == 503 ? await Retry(http) : null);
        await answer.ExecuteAsync(http);
    }

    /// <summary>What was typed, to be sent again from the error page with the same key; null where no form was sent, or one with a secret or a file.</summary>
    private static async Task<RetryModel?> Retry(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || Secrets.Any(secret => http.Request.Path.StartsWithSegments(secret)))
        {
            return null;
        }

        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return form.Files.Count > 0 ? null : new RetryModel(
                http.Request.Path + http.Request.QueryString, [.. form.SelectMany(field => field.Value.OfType<string>().Select(value => KeyValuePair.Create(field.Key, value)))]);
        }
        catch (Exception broken) when (broken is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
    }
}
