using Microsoft.AspNetCore.Http.HttpResults;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Shell;

/// <summary>The keys, how the pages look, and who one is.</summary>
public static class HelpPages
{
    /// <summary>Name of the cookie that keeps "light" or "dark".</summary>
    public const string ThemeCookie = "zx-theme";

    /// <summary>Secure where the page is; an office without certificates has no other way.</summary>
    private static readonly CookieBuilder Cookie = new()
    {
        HttpOnly = true, SecurePolicy = CookieSecurePolicy.SameAsRequest, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    };

    /// <summary>Maps the page and the choice of the theme.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/help", IResult (HttpContext http) => new RazorComponentResult<HelpPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Viewer"] = Viewers.Of(http) }));
        app.MapPost("/me/theme", (Delegate)SetTheme).Posted();
    }

    private static async Task<IResult> SetTheme(HttpContext http)
    {
        var form = await Forms.Read(http);
        var options = Cookie.Build(http);
        if (form["theme"] is "light" or "dark")
        {
            http.Response.Cookies.Append(ThemeCookie, form["theme"]!, options);
        }
        else
        {
            http.Response.Cookies.Delete(ThemeCookie);
        }

        return Results.Redirect("/help");
    }
}
