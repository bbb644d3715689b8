using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Zhixin.Database.Access;
using Zhixin.History;
using Zhixin.Web.Access;
using Zhixin.Web.Jobs;

namespace Zhixin.Web.Hosting;

/// <summary>Puts the web application together over an open office: services, order of the middleware, pages and API.</summary>
public static class WebApp
{
    /// <summary>Largest form or JSON body that is not an upload: 1 MB.</summary>
    public const long BodyLimit = 1 << 20;

    /// <summary>Builds the application; the caller chooses where it listens and starts it.</summary>
    public static WebApplication Build(Office office, Action<WebApplicationBuilder> listen)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // Keys are wrapped by the master key in KeyRepository.
        Services(builder.Services, office);
        listen(builder);
        var app = builder.Build();
        app.Services.GetRequiredService<Figures>(); // counts from the first request on
        Pipeline(app, office);
        return app;
    }

    private static void Services(IServiceCollection services, Office office)
    {
        services.AddSingleton(office);
        services.AddSingleton(office.Clock);
        services.AddSingleton<Figures>();
        services.AddHostedService<LawWatch>();
        services.AddHostedService<DeadlineJob>();
        services.AddHostedService<NoticeJob>();
        services.AddHostedService<DigestJob>();
        services.AddHostedService<ForgettingJob>();
        services.AddHostedService<AttachmentJob>();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "zx-form";
            options.HeaderName = "X-Form-Token";
        });
        services.AddDataProtection().SetApplicationName("zhixin");
        services.AddSingleton<IXmlRepository>(new KeyRepository(office.Db, office.Master));
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((options, repository) => options.XmlRepository = repository);
        services.AddSingleton<StepTickets>();
        services.AddSingleton<SignInBrake>();
        services.AddSingleton<ReadBrake>();
        services.AddSingleton(new Supervisions.PublicListings(office.Listed, office.Clock));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            foreach (var converter in CanonicalJson.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }
        });
        services.AddOpenApi(ApiDocument.Configure);
        Identity(services, office);
    }

    private static void Identity(IServiceCollection services, Office office)
    {
        services.AddScoped<IUserStore<Account>>(_ => new AccountStore(office.Accounts));
        services.AddIdentityCore<Account>(options =>
        {
            options.Password.RequiredLength = 10;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequireUppercase = false;
            options.User.AllowedUserNameCharacters = string.Empty;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "zx";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(9);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnTo";
            cookie.Events.OnValidatePrincipal = Members.Validate;
        });
        services.AddAuthorization();
    }

    private static void Pipeline(WebApplication app, Office office)
    {
        if (office.Proxies.Count > 0)
        {
            app.UseForwardedHeaders(Forwarded(office));
        }

        app.UseMiddleware<Faults>();
        app.Use(Headers);
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.Use(Gate.Pass);
        app.UseAntiforgery();
        app.MapOpenApi("/api/openapi.json");
        Routes.Map(app);
    }

    /// <summary>Where a visitor comes from and over which scheme is taken from the proxies that are named, through all of them, and from nobody else.</summary>
    private static ForwardedHeadersOptions Forwarded(Office office)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in office.Proxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }

    private static Task Headers(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (!http.Request.Path.StartsWithSegments("/lib") && !http.Request.Path.Value!.EndsWith(".css", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-cache, no-store";
            headers.Pragma = "no-cache";
        }

        return next(http);
    }
}
