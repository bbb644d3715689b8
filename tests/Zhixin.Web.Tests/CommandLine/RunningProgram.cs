using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Zhixin.Web.Tests.CommandLine;

/// <summary>The program as processes of its own over one data directory; killed at the end.</summary>
public sealed class RunningProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zx");
    private readonly List<Process> _started = [];

    public RunningProgram() => File.SetUnixFileMode(
        _folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

    public string Data => _folder.FullName;

    /// <summary>Process id of the database's main process.</summary>
    public int DatabaseProcess => int.Parse(File.ReadLines(Path.Combine(Data, "postgres", "data", "postmaster.pid")).First());

    /// <summary>Starts <c>up</c> and waits until it serves.</summary>
    public async Task<(Process Process, Uri Address)> Up()
    {
        var up = Start("up", "--port", $"{FreePort()}", "--data", Data);
        string? line;
        do
        {
            line = await up.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken); // a first start says its passwords before the address
        }
        while (line is not null && !line.StartsWith("http://", StringComparison.Ordinal));
        line.ShouldNotBeNull(line is null ? await up.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken) : null);
        return (up, new Uri(line.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)));
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int Code, string Output)> Run(params string[] args)
    {
        var process = Start(args);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }

    public void Dispose()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited)
            {
                using var term = Process.Start("kill", ["-TERM", $"{process.Id}"]);
                term.WaitForExit();
                process.WaitForExit();
            }

            process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private Process Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Zhixin.Web.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _started.Add(process);
        return process;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
