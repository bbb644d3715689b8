using Zhixin.Database.Petitions;
using Zhixin.History;

namespace Zhixin.Web.Hosting;

/// <summary>What the headers of a JSON request say.</summary>
public static class Requests
{
    /// <summary>The expected version of If-Match, or null.</summary>
    public static int? Expected(HttpContext http) => int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), out var version) ? version : null;

    /// <summary>The Idempotency-Key with what was sent under it, or null.</summary>
    public static Resend? Resend(HttpContext http, string act, Guid? target, object body)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        return key.Length is > 0 and <= 100 ? Database.Petitions.Resend.Of(key, $"{act}\n{target}\n{CanonicalJson.Of(body)}") : null;
    }
}
