using Microsoft.AspNetCore.Antiforgery;
using Zhixin.Database.Petitions;

namespace Zhixin.Web.Hosting;

/// <summary>A posted form: typed values by name.</summary>
/// <param name="sent">What was sent, where the form was completed afterwards by what came of its files: the idempotency key covers what was sent.</param>
public sealed class PostedForm(IFormCollection form, IFormCollection? sent = null)
{
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

        return new PostedForm(await http.Request.ReadFormAsync(http.RequestAborted));
    }

    /// <summary>Marks an endpoint as one that takes a form: the form token is checked first.</summary>
    public static RouteHandlerBuilder Posted(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
    {
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context.HttpContext);
        return await next(context);
    });
}
