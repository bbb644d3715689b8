using System.Text.Json;

namespace Zhixin.Database.Embedded;

/// <summary>Who runs the server on a data directory.</summary>
/// <param name="ProcessId">The owner's process id.</param>
/// <param name="StartTicks">When that process began, in clock ticks since the machine started: tells it from a later process with the same id.</param>
/// <param name="Purpose">The command it runs.</param>
/// <param name="Since">When its server was ready.</param>
internal sealed record Owner(int ProcessId, long StartTicks, string Purpose, DateTimeOffset Since)
{
    public bool Lives => ServerProcesses.StartTicks(ProcessId) == StartTicks;
}

/// <summary>
/// The right to run the server on a data directory: a lock on <c>postgres.lock</c> that the kernel drops when the process ends in any way.
/// The owner's particulars stand beside it in <c>postgres.owner.json</c>, from "ready" until "stopping".
/// </summary>
internal sealed class OwnerLock : IDisposable
{
    private readonly FileStream file;
    private readonly string ownerFile;

    private OwnerLock(FileStream file, string ownerFile) => (this.file, this.ownerFile) = (file, ownerFile);

    /// <summary>The lock, or null when another living process holds it.</summary>
    public static OwnerLock? TryTake(string dataDirectory)
    {
        FileStream locked;
        try
        {
            locked = new FileStream(Path.Combine(dataDirectory, "postgres.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult == ServerLog.NoSpaceLeft)
        {
            throw EmbeddedServerException.DiskFull(dataDirectory, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedServerException(
                ServerProblem.NotPermitted,
                $"当前用户无权写入数据目录 {dataDirectory}。请以该目录的所有者启动，或用 --data 指定另一目录。",
                $"This user may not write to the data directory {dataDirectory}. Start as its owner, or give another directory with --data.",
                e);
        }
        catch (IOException)
        {
            return null;
        }

        var taken = new OwnerLock(locked, OwnerFile(dataDirectory));
        File.Delete(taken.ownerFile);
        return taken;
    }

    /// <summary>The living owner whose server is ready; null while it starts or stops.</summary>
    public static Owner? Read(string dataDirectory)
    {
        try
        {
            var owner = JsonSerializer.Deserialize<Owner>(File.ReadAllText(OwnerFile(dataDirectory)));
            return owner is { Lives: true } ? owner : null;
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    public void Announce(string purpose, DateTimeOffset since)
    {
        var owner = new Owner(Environment.ProcessId, ServerProcesses.StartTicks(Environment.ProcessId) ?? 0, purpose, since);
        File.WriteAllText(ownerFile + ".new", JsonSerializer.Serialize(owner));
        File.Move(ownerFile + ".new", ownerFile, overwrite: true);
    }

    public void Withdraw() => File.Delete(ownerFile);

    public void Dispose() => file.Dispose();

    private static string OwnerFile(string dataDirectory) => Path.Combine(dataDirectory, "postgres.owner.json");
}
