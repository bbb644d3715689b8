using Npgsql;

namespace Zhixin.Database.Embedded;

/// <summary>
/// The private PostgreSQL of an installation, on a Unix socket only. It belongs to one process at a time, which starts it, restarts it when
/// it dies, and stops it when disposed. Other commands on the same data directory may join it.
/// </summary>
public sealed class EmbeddedServer : IAsyncDisposable
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan JoinInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestJoin = TimeSpan.FromMinutes(10);

    private readonly SocketDirectory socket;
    private readonly OwnerLock? ownership;
    private readonly Cluster? cluster;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watching = Task.CompletedTask;

    private EmbeddedServer(SocketDirectory socket) => this.socket = socket;

    private EmbeddedServer(SocketDirectory socket, OwnerLock ownership, Cluster cluster, TimeProvider time)
        : this(socket)
    {
        this.ownership = ownership;
        this.cluster = cluster;
        watching = Watch(time);
    }

    /// <summary>Whether this process started the server; false: it joined another process's.</summary>
    public bool IsOwner => ownership is not null;

    /// <summary>To the database <see cref="EmbeddedServerOptions.DatabaseName"/>, as its owner.</summary>
    public string ConnectionString => ConnectionTo(EmbeddedServerOptions.DatabaseName);

    /// <summary>To another database of the server, as the superuser.</summary>
    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socket.Path,
        Port = 5432,
        Username = EmbeddedServerOptions.OwnerRole,
        Database = database,
        MaxPoolSize = 80, // of the server's 100
    }.ConnectionString;

    /// <summary>Starts the server, or joins a running one when the options allow it.</summary>
    /// <exception cref="EmbeddedServerException">The programs are missing, the directory is in use, damaged, closed, of another version, or the disk is full.</exception>
    public static async Task<EmbeddedServer> StartOrJoin(EmbeddedServerOptions options, TimeProvider time, CancellationToken stop)
    {
        var dataDirectory = Path.GetFullPath(options.DataDirectory);
        MakeDataDirectory(dataDirectory);
        var patience = LongestJoin / JoinInterval;
        while (true)
        {
            if (OwnerLock.TryTake(dataDirectory) is { } taken)
            {
                return await Start(taken, dataDirectory, options, time, stop);
            }

            var owner = OwnerLock.Read(dataDirectory);
            if (options.WhenRunning == Sharing.Refuse || patience-- <= 0)
            {
                throw InUse(dataDirectory, owner);
            }

            if (owner is not null)
            {
                return new EmbeddedServer(new SocketDirectory((await ServerFiles.Existing(dataDirectory, stop)).Run));
            }

            await Task.Delay(JoinInterval, time, stop); // the other one is about to be ready, or about to end
        }
    }

    /// <summary>Stops the server when this process owns it; else only lets go of it.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching;
        if (cluster is not null && ownership is not null)
        {
            ownership.Withdraw();
            NpgsqlConnection.ClearAllPools();
            await cluster.Stop();
            ownership.Dispose();
        }

        socket.Dispose();
        stopping.Dispose();
    }

    private static async Task<EmbeddedServer> Start(OwnerLock taken, string dataDirectory, EmbeddedServerOptions options, TimeProvider time, CancellationToken stop)
    {
        SocketDirectory? door = null;
        try
        {
            var user = await ServerUser.For(ServerFiles.Folder(dataDirectory), options.User, stop);
            var programs = await ServerPrograms.Find(AppContext.BaseDirectory).For(user, stop);
            var files = await ServerFiles.Prepare(dataDirectory, user, options.Notice, stop);
            var made = new Cluster(files, programs, user, options);
            await made.EnsureMade(stop);
            await made.Start();
            door = new SocketDirectory(files.Run);
            var server = new EmbeddedServer(door, taken, made, time);
            await server.Open(options, time, stop);
            return server;
        }
        catch
        {
            door?.Dispose();
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Makes the database on the first start and lets others join; stops the server again when that fails.</summary>
    private async Task Open(EmbeddedServerOptions options, TimeProvider time, CancellationToken stop)
    {
        try
        {
            await EnsureDatabase(stop);
            ownership!.Announce(options.Purpose, time.GetUtcNow());
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task EnsureDatabase(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync(stop);
        await using var exists = new NpgsqlCommand($"select count(*) from pg_database where datname = '{EmbeddedServerOptions.DatabaseName}'", connection);
        if (await exists.ExecuteScalarAsync(stop) is 0L)
        {
            await using var create = new NpgsqlCommand($"create database {EmbeddedServerOptions.DatabaseName}", connection);
            await create.ExecuteNonQueryAsync(stop);
        }
    }

    /// <summary>Restarts a server that died (killed, out of memory); its recovery loses nothing that was acknowledged.</summary>
    private async Task Watch(TimeProvider time)
    {
        using var timer = new PeriodicTimer(WatchInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                await RestartIfDead();
            }
        }
        catch (OperationCanceledException)
        {
            // The normal end: the server is being stopped.
        }
    }

    private async Task RestartIfDead()
    {
        if (cluster!.Runs)
        {
            return;
        }

        cluster.Options.Notice("数据库进程意外结束，正在重新启动。The database server ended unexpectedly; starting it again.");
        try
        {
            await cluster.Start();
        }
        catch (EmbeddedServerException e)
        {
            cluster.Options.Notice(e.Message); // tried again at the next tick: a full disk may have been cleared by then
        }
    }

    private static void MakeDataDirectory(string dataDirectory)
    {
        try
        {
            Directory.CreateDirectory(dataDirectory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedServerException(
                ServerProblem.NotPermitted,
                $"无法建立数据目录 {dataDirectory}：{e.Message}",
                $"Cannot make the data directory {dataDirectory}: {e.Message}",
                e);
        }
    }

    private static EmbeddedServerException InUse(string dataDirectory, Owner? owner)
    {
        var (chinese, english) = owner is null
            ? ("另一进程正在启动或停止", "another process that is starting or stopping")
            : ($"进程 {owner.ProcessId}（{owner.Purpose}，{owner.Since:yyyy-MM-dd HH:mm:ss} UTC 起）", $"process {owner.ProcessId} ({owner.Purpose}, since {owner.Since:yyyy-MM-dd HH:mm:ss} UTC)");
        return new EmbeddedServerException(
            ServerProblem.InUse,
            $"数据目录 {dataDirectory} 正被占用：{chinese}。请先停止它，或用 --data 指定另一目录。",
            $"The data directory {dataDirectory} is in use by {english}. Stop it first, or give another directory with --data.");
    }
}
