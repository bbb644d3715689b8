using Zhixin.Web.CommandLine;

namespace Zhixin.Web;

/// <summary>How the web host runs.</summary>
/// <param name="Port">TCP port, on all addresses.</param>
/// <param name="DataDirectory">Full path.</param>
/// <param name="ConnectionString">To the database, as the schema's owner.</param>
public sealed record HostOptions(int Port, string DataDirectory, string ConnectionString, CommandContext Context);

/// <summary>The web host.</summary>
public static class Host
{
    /// <summary>Serves until asked to stop, by signal or by <paramref name="stop"/>.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(HostOptions options, CancellationToken stop)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(options.Port));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton(options.Context.Time);
        await using var app = builder.Build();
        app.MapGet("/healthz", () => Results.Text("ok\n"));
        await app.StartAsync(stop);
        await options.Context.Out.WriteLineAsync($"http://localhost:{options.Port}/");
        await options.Context.Out.FlushAsync(stop);
        await app.WaitForShutdownAsync(stop);
        return ExitCodes.Ok;
    }
}
