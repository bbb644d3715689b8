using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Zhixin.Database.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Shell;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Hosting;

/// <summary>The few shapes in which the host answers: a page, an error page, a problem, an answer of a desk.</summary>
public static class Replies
{
    /// <summary>A page with its viewer and model.</summary>
    public static IResult Page<TPage>(HttpContext http, object model, int status = 200)
        where TPage : IComponent => new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Viewer"] = Viewers.Of(http), ["Model"] = model })
        {
            StatusCode = status,
        };

    /// <summary>A page without a viewer, before sign-in, or a part of a page.</summary>
    public static IResult Bare<TPage>(object model, int status = 200)
        where TPage : IComponent => new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model }) { StatusCode = status };

    /// <summary>A part of a page with parameters of its own.</summary>
    public static IResult Bare<TPart>(Dictionary<string, object?> parameters)
        where TPart : IComponent => new RazorComponentResult<TPart>(parameters);

    /// <summary>The error page for a status.</summary>
    /// <param name="isFull">Because the disk is full.</param>
    /// <param name="retry">What was typed, to be sent again.</param>
    public static IResult Error(HttpContext http, int status, bool isFull = false, RetryModel? retry = null)
    {
        var model = (isFull ? ErrorModel.Full(http.TraceIdentifier) : ErrorModel.For(status, http.TraceIdentifier)) with { Retry = retry };
        return http.MemberOrNull() is null ? Bare<ErrorPage>(model, status) : Page<ErrorPage>(http, model, status);
    }

    /// <summary>A problem by message key (RFC 9457).</summary>
    public static IResult Problem(int status, string key) => Results.Problem(
        statusCode: status, title: RefusalTexts.Of(key), extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = key });

    /// <summary>A refusal as a problem: message key, clause, remedy; of one that names several things that are missing, each with its own.</summary>
    public static IResult Problem(Refusal refusal)
    {
        var told = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["key"] = refusal.Message,
            ["clause"] = RefusalTexts.Clause(refusal),
            ["field"] = (refusal as Refusal.Input)?.Field,
            ["remedy"] = RefusalTexts.Cure(refusal),
        };
        if (RefusalTexts.Missing(refusal) is { Count: > 0 } missing)
        {
            told["missing"] = missing.Select(m => new { key = m.Message, clause = m.Clause, title = RefusalTexts.Reason(m), remedy = RefusalTexts.Cure(m) });
        }

        return Results.Problem(statusCode: Status(refusal), title: RefusalTexts.Reason(refusal), extensions: told);
    }

    /// <summary>A desk's answer as JSON; a created thing has its address.</summary>
    public static IResult Json<T>(Answer<T> answer, Func<T, string>? created = null) => answer switch
    {
        Answer<T>.Given given when created is not null => Results.Created(created(given.Value), given.Value),
        Answer<T>.Given given => Results.Ok(given.Value),
        Answer<T>.Refused refused => Problem(refused.Why),
        Answer<T>.Unknown => Problem(404, "http-404"),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>
    /// The status of a refusal: 400 input, 403 authority, 409 state and conflict, 422 law and reused key; of a file 413 and 415; 423 while another sends it.
    /// </summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        Refusal.Input { Message: "key-reused" } => 422,
        Refusal.Input { Message: "attachment-too-large" or "upload-longer" } => 413,
        Refusal.Input { Message: "attachment-kind" or "attachment-disguised" } => 415,
        Refusal.State { Message: "upload-busy" } => 423,
        Refusal.Input => 400,
        Refusal.Authority => 403,
        Refusal.State or Refusal.Conflict => 409,
        Refusal.Law => 422,
        _ => 422,
    };

    /// <summary>A refusal as the pages show it.</summary>
    public static RefusalModel Model(string act, Refusal refusal, Law law) =>
        new(act, RefusalTexts.Reason(refusal), RefusalTexts.Clause(refusal) is { } clause ? Clauses.Ref(law, clause) : null, RefusalTexts.Cure(refusal));

    /// <summary>A fresh idempotency key for a form.</summary>
    public static string FreshKey() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16)).ToLower(CultureInfo.InvariantCulture);
}
