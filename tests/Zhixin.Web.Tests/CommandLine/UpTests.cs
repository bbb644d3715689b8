using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Zhixin.Web.Tests.CommandLine;

/// <summary>The program as an operator runs it: a process of its own, signals, ports, exit codes.</summary>
public sealed class UpTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("zx");
    private readonly List<Process> started = [];

    public UpTests() => File.SetUnixFileMode(
        folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

    [Fact]
    public async Task Up_serves_until_SIGTERM_then_stops_the_database_and_ends_with_0()
    {
        var port = FreePort();
        var up = Start("up", "--port", $"{port}", "--data", folder.FullName);
        await IsReady(up);

        using var client = new HttpClient();
        (await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/healthz"), TestContext.Current.CancellationToken)).ShouldBe("ok\n");

        await Signal("TERM", up);
        (await Ended(up)).ShouldBe(0);
        File.Exists(PidFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Up_after_kill_9_stops_the_orphaned_database_and_serves_again()
    {
        var killed = Start("up", "--port", $"{FreePort()}", "--data", folder.FullName);
        await IsReady(killed);
        var orphan = MainProcess();
        killed.Kill();
        await Ended(killed);
        Directory.Exists($"/proc/{orphan}").ShouldBeTrue();

        var up = Start("up", "--port", $"{FreePort()}", "--data", folder.FullName);
        await IsReady(up);

        MainProcess().ShouldNotBe(orphan);
        await Signal("INT", up);
        (await Ended(up)).ShouldBe(0);
    }

    [Fact]
    public async Task Up_on_a_port_in_use_says_so_and_touches_no_data()
    {
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var up = Start("up", "--port", $"{((IPEndPoint)other.LocalEndpoint).Port}", "--data", Path.Combine(folder.FullName, "none"));

        (await up.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("已被其他程序占用");
        (await Ended(up)).ShouldBe(3);
        Directory.Exists(Path.Combine(folder.FullName, "none")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_up_on_the_same_data_ends_with_11_and_the_first_serves_on()
    {
        var port = FreePort();
        var first = Start("up", "--port", $"{port}", "--data", folder.FullName);
        await IsReady(first);
        var second = Start("up", "--port", $"{FreePort()}", "--data", folder.FullName);

        (await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain($"进程 {first.Id}（up");
        (await Ended(second)).ShouldBe(11);
        using var client = new HttpClient();
        (await client.GetAsync(new Uri($"http://127.0.0.1:{port}/healthz"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Signal("TERM", first);
        (await Ended(first)).ShouldBe(0);
    }

    public void Dispose()
    {
        foreach (var process in started)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private string PidFile => Path.Combine(folder.FullName, "postgres", "data", "postmaster.pid");

    private int MainProcess() => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    private Process Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Zhixin.Web.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        started.Add(process);
        return process;
    }

    private static async Task IsReady(Process up)
    {
        var line = await up.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.StartsWith("http://", StringComparison.Ordinal))
        {
            line = await up.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken); // the passwords of a first start come before
        }

        (line ?? await up.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldStartWith("http://");
    }

    private static async Task Signal(string name, Process process)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<int> Ended(Process process)
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
