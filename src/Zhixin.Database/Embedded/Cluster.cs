using System.Globalization;

namespace Zhixin.Database.Embedded;

/// <summary>One database cluster on disk: made, started and stopped with the server's own tools.</summary>
internal sealed record Cluster(ServerFiles Files, ServerPrograms Programs, ServerUser User, EmbeddedServerOptions Options)
{
    private const string MajorVersion = "18";

    private static readonly TimeSpan FarewellInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(15);

    /// <summary>Makes the cluster when there is none; a broken-off attempt leaves nothing that counts as one.</summary>
    public async Task EnsureMade(CancellationToken stop)
    {
        if (Directory.Exists(Files.Cluster) && Directory.EnumerateFileSystemEntries(Files.Cluster).Any())
        {
            CheckVersion();
            return;
        }

        var half = Files.Cluster + ".new";
        if (Directory.Exists(half))
        {
            Directory.Delete(half, recursive: true);
        }

        await Initialise(half, stop);
        Directory.Move(half, Files.Cluster);
    }

    /// <summary>Starts the server and waits until it accepts connections.</summary>
    /// <exception cref="EmbeddedServerException">It does not start; the message ends with the log's last lines.</exception>
    public async Task Start()
    {
        await StopLeftovers();
        File.Delete(PidFile); // nobody works in the cluster any more, so the number in it is a dead process's or a stranger's
        File.Delete(SocketLock); // the same number stands here; a dead process that nobody reaped counts as living for the server
        Files.Log.Turn();
        var logged = Files.Log.Length;
        var extra = string.Concat(Options.Settings.Select(s => $" -c {s.Key}='{s.Value}'"));
        var result = await User.Run(
            Programs.PgCtl,
            ["start", "-w", "-t", "600", "-D", Files.Cluster, "-l", Files.Log.Path, "-o", $"-c listen_addresses= -c unix_socket_directories=../run{extra}"],
            CancellationToken.None);
        if (!result.Ok)
        {
            throw DoesNotStart(Files.Log.Tail(logged) is { Length: > 0 } tail ? tail : result.Output.Trim());
        }
    }

    /// <summary>Ends all sessions, writes everything out and stops the server; returns when no process of it is left.</summary>
    public async Task Stop()
    {
        await User.Run(Programs.PgCtl, ["stop", "-w", "-t", "300", "-m", "fast", "-D", Files.Cluster], CancellationToken.None);
        await WaitUntilNobodyWorks();
    }

    /// <summary>Whether the server's main process lives.</summary>
    public bool Runs => MainProcess is { } id && ServerProcesses.StandsIn(id, Files.Cluster);

    private string PidFile => Path.Combine(Files.Cluster, "postmaster.pid");

    private string SocketLock => Path.Combine(Files.Run, ".s.PGSQL.5432.lock");

    private int? MainProcess
    {
        get
        {
            try
            {
                return int.TryParse(File.ReadLines(PidFile).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    /// <summary>A server whose program was killed goes on without it: it is stopped in good order. Sessions of a killed server end by themselves.</summary>
    private async Task StopLeftovers()
    {
        if (Runs)
        {
            Options.Notice("上次运行未正常结束，正在停止其遗留的数据库进程。The last run did not end properly; stopping the server it left.");
            await Stop();
        }
        else
        {
            await WaitUntilNobodyWorks();
        }
    }

    private async Task WaitUntilNobodyWorks()
    {
        var patience = LongestFarewell / FarewellInterval;
        while (ServerProcesses.In(Files.Cluster) is { Count: > 0 } processes)
        {
            if (patience-- <= 0)
            {
                var left = string.Join(' ', processes);
                throw new EmbeddedServerException(
                    ServerProblem.InUse,
                    $"仍有数据库进程占用 {Files.Cluster}（进程号 {left}）。请结束这些进程后重新启动。",
                    $"Server processes still work in {Files.Cluster} (process ids {left}). End them and start again.");
            }

            await Task.Delay(FarewellInterval);
        }
    }

    private async Task Initialise(string directory, CancellationToken stop)
    {
        string[] arguments =
        [
            "-D", directory, "-U", EmbeddedServerOptions.OwnerRole, "--auth-local=trust", "--auth-host=reject", "--no-instructions",
            "-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums",
        ];
        var result = await User.Run(Programs.InitDb, [.. arguments, .. ServerSettings.Usual().SelectMany(s => new[] { "--set", $"{s.Name}={s.Value}" })], stop);
        if (!result.Ok)
        {
            throw ServerLog.TellsDiskFull(result.Output)
                ? EmbeddedServerException.DiskFull(Files.Root)
                : new EmbeddedServerException(
                    ServerProblem.NotPermitted,
                    $"无法在 {Files.Root} 建立数据库：\n{result.Output.Trim()}",
                    $"Cannot make a database in {Files.Root}; the reason is above.");
        }
    }

    private void CheckVersion()
    {
        var file = Path.Combine(Files.Cluster, "PG_VERSION");
        var version = File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        if (version is null)
        {
            throw DoesNotStart("PG_VERSION is missing");
        }

        if (version != MajorVersion)
        {
            throw new EmbeddedServerException(
                ServerProblem.OtherVersion,
                $"{Files.Cluster} 由 PostgreSQL {version} 建立，本程序内置 {MajorVersion}。请用相应版本导出后再导入。",
                $"{Files.Cluster} was made by PostgreSQL {version}; this program brings {MajorVersion}. Export with that version and import here.");
        }
    }

    private EmbeddedServerException DoesNotStart(string reason) => ServerLog.TellsDiskFull(reason)
        ? EmbeddedServerException.DiskFull(Files.Root)
        : new EmbeddedServerException(
            ServerProblem.Damaged,
            $"数据库无法启动，数据目录可能已损坏：{Files.Cluster}。请勿删除其中任何文件，先复制整个目录，再用备份恢复。日志（{Files.Log.Path}）的最后几行：\n{reason}",
            $"The database does not start; its directory may be damaged: {Files.Cluster}. Delete nothing in it: copy the whole directory, then restore a backup. The log's last lines are above.");
}
