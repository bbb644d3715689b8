using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Zhixin.Database.Embedded;

namespace Zhixin.Database.Tests.Embedded;

/// <summary>A data directory of its own for one test, gone afterwards.</summary>
public sealed class ServerInFolder : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("zx");

    public ServerInFolder()
    {
        // Open to the server's user when the tests run as root.
        File.SetUnixFileMode(parent.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Data = Path.Combine(parent.FullName, "data");
    }

    public string Data { get; set; }

    public string Cluster => Path.Combine(Data, "postgres", "data");

    public List<string> Notices { get; } = [];

    public int MainProcess => int.Parse(File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public Task<EmbeddedServer> Start(Sharing whenRunning = Sharing.Refuse, string purpose = "test")
    {
        var options = new EmbeddedServerOptions(Data, purpose) { WhenRunning = whenRunning, Notice = Tell };
#pragma warning disable RS0030 // The server is a real process: only real time moves it.
        return EmbeddedServer.StartOrJoin(options, TimeProvider.System, TestContext.Current.CancellationToken);
#pragma warning restore RS0030
    }

    public async Task<EmbeddedServerException> StartFails() => await Should.ThrowAsync<EmbeddedServerException>(() => Start());

    public static async Task<object?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public static void Kill(int process)
    {
        using var killed = Process.GetProcessById(process);
        killed.Kill();
    }

    public void Dispose() => parent.Delete(recursive: true);

    private void Tell(string line)
    {
        lock (Notices)
        {
            Notices.Add(line);
        }
    }
}
