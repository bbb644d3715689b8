using Zhixin.Web.CommandLine;
using Zhixin.Web.Hosting;

namespace Zhixin.Web;

/// <summary>How the web host runs.</summary>
/// <param name="Port">TCP port, on all addresses.</param>
/// <param name="DataDirectory">Full path.</param>
/// <param name="ConnectionString">To the database, as the schema's owner.</param>
public sealed record HostOptions(int Port, string DataDirectory, string ConnectionString, CommandContext Context);

/// <summary>The web host.</summary>
public static class Host
{
    /// <summary>Opens the office and serves until asked to stop, by signal or by <paramref name="stop"/>.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(HostOptions options, CancellationToken stop)
    {
        await using var office = await Options.OpenOffice(OfficeOptions.Of(options.ConnectionString, options.DataDirectory), options.Context, stop);
        foreach (var line in FirstStart.Lines(await FirstStart.Run(office, stop)))
        {
            await options.Context.Out.WriteLineAsync(line);
        }

        await using var app = WebApp.Build(office, builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(options.Port)));
        await app.StartAsync(stop);
        await options.Context.Out.WriteLineAsync($"http://localhost:{options.Port}/");
        await options.Context.Out.FlushAsync(stop);
        await app.WaitForShutdownAsync(stop);
        return ExitCodes.Ok;
    }
}
