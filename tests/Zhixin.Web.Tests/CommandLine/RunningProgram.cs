using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Zhixin.Database;
using Zhixin.Database.Access;
using Zhixin.Database.Embedded;

namespace Zhixin.Web.Tests.CommandLine;

/// <summary>The program as processes of its own over one data directory; killed at the end.</summary>
public sealed class RunningProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zx");
    private readonly List<Process> _started = [];

    public RunningProgram() => File.SetUnixFileMode(
        _folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

    /// <summary>A bearer key of every person that <see cref="AddPerson"/> makes begins so; the user name follows.</summary>
    public const string Key = "zx-test-key-of-";

    public string Data => _folder.FullName;

    /// <summary>Environment of the processes, beside the test's own.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

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

    /// <summary>Ends every process that still runs.</summary>
    public void End()
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

        _started.Clear();
    }

    public void Dispose()
    {
        End();
        _folder.Delete(recursive: true);
    }

    /// <summary>A connection to the database of the program that runs, as the schema's owner.</summary>
    public async Task<string> Connection()
    {
        if (Environment.TryGetValue("ZHIXIN_DATABASE", out var named))
        {
            return named + ";Pooling=false";
        }

        var options = new EmbeddedServerOptions(Data, "test") { WhenRunning = Sharing.Join };
#pragma warning disable RS0030 // A test assembly is its own composition root.
        await using var joined = await EmbeddedServer.StartOrJoin(options, TimeProvider.System, TestContext.Current.CancellationToken);
#pragma warning restore RS0030
        joined.IsOwner.ShouldBeFalse();
        return joined.ConnectionString + ";Pooling=false";
    }

    /// <summary>A person with a sign-in and a bearer key.</summary>
    public async Task AddPerson(string user, string name, string court, string post)
    {
        await using var db = new Db(await Connection());
        var number = (await db.Reference<int>("select number from court where name = $1", [court], default)).Single();
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await db.Change("insert into staff (court, id, name, unit, posts, active, version) values ($1, $2, $3, '执行局', $4, true, 1)", [number, id, name, new[] { post }]);
        await new Accounts(db, null!).Add(new Account { Id = id, UserName = user, Court = number, SecurityStamp = "s", PasswordHash = "none", CreatedAt = DateTime.UnixEpoch }, default);
        await db.Change("insert into bearer_key (hash, id, account, name, created_at) values ($1, $2, $2, 'test', $3)", [SHA256.HashData(Encoding.UTF8.GetBytes(Key + user)), id, DateTime.UnixEpoch]);
    }

    /// <summary>Starts a command and leaves it running.</summary>
    public Process Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Zhixin.Web.dll");
        var settings = new ProcessStartInfo("dotnet", [program, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
        {
            settings.Environment[name] = value;
        }

        var process = Process.Start(settings)!;
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
