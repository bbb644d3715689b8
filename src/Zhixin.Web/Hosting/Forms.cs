using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Primitives;
using Zhixin.Database.Petitions;

namespace Zhixin.Web.Hosting;

/// <summary>What was given with an act: typed values by name, from a form or from JSON.</summary>
/// <param name="sent">What was sent, where the form was completed afterwards by what came of its files: the idempotency key covers what was sent.</param>
public sealed class PostedForm(IFormCollection form, IFormCollection? sent = null)
{
    /// <summary>
    /// A JSON object as a form: each member a text, number, truth value, null, or a list of texts. The headers If-Match and
    /// Idempotency-Key take the places of the form's <c>version</c> and <c>key</c>.
    /// </summary>
    /// <exception cref="BadHttpRequestException">A member that is none of these.</exception>
    public static PostedForm Of(HttpContext http, IReadOnlyDictionary<string, JsonElement> body)
    {
        var values = body.ToDictionary(member => member.Key, member => Given(member.Value), StringComparer.Ordinal);
        if (Requests.Expected(http) is { } version)
        {
            values["version"] = version.ToString(CultureInfo.InvariantCulture);
        }

        values["key"] = http.Request.Headers["Idempotency-Key"];
        return new PostedForm(new FormCollection(values));
    }

    /// <summary>The typed value, or null.</summary>
    public string? this[string field] => form.TryGetValue(field, out var value) ? value.ToString() : null;

    /// <summary>All values of a field that may stand several times.</summary>
    public IReadOnlyList<string> All(string field) => form.TryGetValue(field, out var values) ? [.. values.OfType<string>()] : [];

    /// <summary>The files of the form.</summary>
    public IFormFileCollection Files => form.Files;

    /// <summary>Everything typed, to be shown again.</summary>
    public IReadOnlyDictionary<string, string?> Values => form.ToDictionary(f => f.Key, f => (string?)f.Value.ToString(), StringComparer.Ordinal);

    /// <summary>The expected version of the act, where the form has one.</summary>
    public int? Version => int.TryParse(this["version"], out var version) ? version : null;

    /// <summary>The idempotency key with what was sent: the body without the form token.</summary>
    public Resend? Resend => this["key"] is { Length: > 0 and <= 100 } key
        ? Database.Petitions.Resend.Of(key, string.Join('\n', (sent ?? form).Where(f => f.Key is not ("__RequestVerificationToken" or "key")).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}")))
        : null;

    /// <summary>The same with a file that came along: another file under the same key is another sending.</summary>
    public Resend? ResendWith(byte[] file) => Resend is { } resend ? new Resend(resend.Key, SHA256.HashData([.. resend.BodyHash, .. SHA256.HashData(file)])) : null;

    private static StringValues Given(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => StringValues.Empty,
        JsonValueKind.String or JsonValueKind.Number => value.ToString(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => new StringValues([.. value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString() : throw Unreadable())]),
        _ => throw Unreadable(),
    };

    private static BadHttpRequestException Unreadable() => new("A member is a text, a number, a truth value or a list of texts.", 400);
}

/// <summary>Reading posted forms.</summary>
public static class Forms
{
    /// <summary>Reads the form; anything that is no form is a bad request.</summary>
    public static async Task<PostedForm> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            throw new BadHttpRequestException("A form is expected.", 415);
        }

        try
        {
            return new PostedForm(await http.Request.ReadFormAsync(http.RequestAborted));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form cannot be read.", 400, broken);
        }
    }

    /// <summary>Marks an endpoint as one that takes a form: the form token is checked first.</summary>
    public static RouteHandlerBuilder Posted(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
    {
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context.HttpContext);
        return await next(context);
    });
}
