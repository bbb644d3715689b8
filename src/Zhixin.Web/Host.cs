using Zhixin.Database.Setup;
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
        await using var office = await OpenOffice(options, stop);
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

    /// <summary>Opens the office; what is wrong with its data is said file by file and line by line.</summary>
    private static async Task<Office> OpenOffice(HostOptions options, CancellationToken stop)
    {
        try
        {
            return await Office.Open(OfficeOptions.Of(options.ConnectionString, options.DataDirectory), options.Context.Time, stop);
        }
        catch (DataFilesException errors)
        {
            throw new CommandFailedException(ExitCodes.BadInput, "数据文件有误：" + Environment.NewLine + errors.Message, "The data files named above are wrong.");
        }
        catch (Exception fault) when (fault is InvalidOperationException or InvalidDataException)
        {
            throw new CommandFailedException(ExitCodes.BadInput, fault.Message, "The office could not be opened.");
        }
    }
}
