using System.Security.Cryptography;
using System.Text;
using Zhixin.Web.Access;

namespace Zhixin.Web.Hosting;

/// <summary>
/// Nothing is open but sign-in, health and the assets. A one-time password opens only the change of password; an administrator sees no matter.
/// </summary>
public static class Gate
{
    private static readonly string[] Open = ["/sign-in", "/healthz", "/readyz", "/metrics", "/lib", "/zhixin.css", "/zhixin.js", "/favicon.svg"];

    private static readonly string[] Matters = ["/contacts", "/petitions", "/ledger", "/register", "/corrections", "/import", "/api/contacts", "/api/petitions", "/api/ledger", "/api/imports", "/api/uploads"];

    /// <summary>Lets a request pass, or answers it.</summary>
    public static async Task Pass(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path;
        if (Open.Any(open => path.StartsWithSegments(open)))
        {
            await next(http);
            return;
        }

        await Bearer(http);
        switch (http.MemberOrNull())
        {
            case null when path.StartsWithSegments("/api"):
                await Replies.Problem(401, "sign-in").ExecuteAsync(http);
                break;
            case null:
                http.Response.Redirect("/sign-in?returnTo=" + Uri.EscapeDataString(path + http.Request.QueryString));
                break;
            case { MustChange: true } when !path.StartsWithSegments("/me/password") && !path.StartsWithSegments("/sign-out"):
                http.Response.Redirect("/me/password");
                break;
            case { IsAdministrator: true } when Matters.Any(matter => path.StartsWithSegments(matter)):
                await Replies.Error(http, 403).ExecuteAsync(http);
                break;
            default:
                await next(http);
                break;
        }
    }

    private static async Task Bearer(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (http.MemberOrNull() is not null || !header.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return;
        }

        var office = http.RequestServices.GetRequiredService<Office>();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(header["Bearer ".Length..].Trim()));
        if (await office.Accounts.ByBearer(hash, http.RequestAborted) is { } account
            && await office.Accounts.Member(account, http.RequestAborted) is { } member)
        {
            Members.Put(http, member);
        }
    }
}
