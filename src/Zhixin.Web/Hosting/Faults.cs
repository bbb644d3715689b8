using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace Zhixin.Web.Hosting;

/// <summary>
/// Whatever goes wrong becomes a clear answer: bad input a 4xx, a database that cannot be reached or is full a 503, a full disk for files a 507, and only a bug a 500.
/// </summary>
public sealed class Faults(RequestDelegate next, ILogger<Faults> log)
{
    private const int DiskFull = 28;
    private const int QuotaReached = 122;

    /// <summary>Runs the request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response.StatusCode is >= 400 and < 600 && !http.Response.HasStarted && http.Response.ContentLength is null && http.Response.ContentType is null)
            {
                await Answer(http, http.Response.StatusCode);
            }
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var status = Status(fault);
            if (status >= 500)
            {
                log.LogError(fault, "Request {Trace} failed", http.TraceIdentifier);
            }

            http.Response.Clear();
            await Answer(http, status);
        }
    }

    /// <summary>The status that an exception deserves.</summary>
    public static int Status(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => 400,
        InvalidDataException => 400,
        System.Text.Json.JsonException => 400,
        OperationCanceledException => 499,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CrashShutdown } => 503,
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => 400, // a NUL in a text
        PostgresException => 500,
        NpgsqlException or System.Net.Sockets.SocketException => 503,
        ConnectionResetException => 499,
        IOException { HResult: DiskFull or QuotaReached } => 507,
        IOException => 503,
        _ => 500,
    };

    private static Task Answer(HttpContext http, int status) => http.Request.Path.StartsWithSegments("/api")
        ? Replies.Problem(status, $"http-{status}").ExecuteAsync(http)
        : Replies.Error(http, status).ExecuteAsync(http);
}
