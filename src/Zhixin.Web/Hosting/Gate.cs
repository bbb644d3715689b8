using Zhixin.Web.Access;

namespace Zhixin.Web.Hosting;

/// <summary>
/// Nothing is open but sign-in, health, the contact cards of courts and the assets. A one-time password opens only the change of password; an administrator sees no matter.
/// </summary>
public static class Gate
{
    private static readonly string[] Open = ["/sign-in", "/healthz", "/readyz", "/metrics", "/public", "/lib", "/zhixin.css", "/zhixin.js", "/favicon.svg"];

    /// <summary>What administrators may open; everything else may show a matter, and a page that is new is closed to them until it is put here.</summary>
    private static readonly string[] Administration =
    [
        "/me", "/sign-out", "/help", "/regulations", "/calendar", "/courts", "/staff", "/status", "/access-log", "/api/openapi.json", "/api/regulations", "/api/adoptions",
        "/api/calendar", "/api/courts", "/api/staff", "/api/access-log",
    ];

    /// <summary>Whether a path is open to everybody, so that who asks does not matter.</summary>
    public static bool IsOpen(PathString path) => Open.Any(open => path.StartsWithSegments(open));

    /// <summary>Lets a request pass, or answers it.</summary>
    public static async Task Pass(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path;
        if (IsOpen(path))
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
            case { MustChange: true } when path.StartsWithSegments("/api"):
                await Replies.Problem(403, "http-403").ExecuteAsync(http);
                break;
            case { MustChange: true } when !path.StartsWithSegments("/me/password") && !path.StartsWithSegments("/sign-out"):
                http.Response.Redirect("/me/password");
                break;
            case { IsAdministrator: true } when path != "/" && !Administration.Any(page => path.StartsWithSegments(page)):
                await (path.StartsWithSegments("/api") ? Replies.Problem(403, "http-403") : Replies.Error(http, 403)).ExecuteAsync(http);
                break;
            default:
                await next(http);
                break;
        }
    }

    private static async Task Bearer(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (http.MemberOrNull() is not null || !http.Request.Path.StartsWithSegments("/api") || !header.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return;
        }

        var office = http.RequestServices.GetRequiredService<Office>();
        var hash = KeyPages.Hash(header["Bearer ".Length..].Trim());
        if (await office.Keys.Find(hash, office.Clock.GetUtcNow(), http.RequestAborted) is var (account, posts)
            && await office.Accounts.Member(account, office.Today, http.RequestAborted) is { IsAdministrator: false } member)
        {
            Members.Put(http, member with { Posts = posts is null ? member.Posts : [.. member.Posts.Intersect(posts, StringComparer.Ordinal)], MustChange = false });
        }
    }
}
