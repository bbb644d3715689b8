namespace Zhixin.Database.Embedded;

/// <summary>Why no database can be offered. Each has its own exit code in the command line.</summary>
public enum ServerProblem
{
    /// <summary>The server's programs are not on this machine, or cannot run here.</summary>
    ProgramsMissing,

    /// <summary>Another process works on the same data directory.</summary>
    InUse,

    /// <summary>The data directory is damaged, or the server does not start on it.</summary>
    Damaged,

    /// <summary>The data directory was made by another major version of PostgreSQL.</summary>
    OtherVersion,

    /// <summary>No space is left on the disk.</summary>
    DiskFull,

    /// <summary>The directory cannot be used by the user that runs the server.</summary>
    NotPermitted,

    /// <summary>The server named by ZHIXIN_DATABASE does not answer, or is too old.</summary>
    NotReachable,
}

/// <summary>An operator's problem, told in Chinese and English with the remedy. Never holds a password or data of a case.</summary>
public sealed class EmbeddedServerException(ServerProblem problem, string chinese, string english, Exception? cause = null)
    : Exception($"{chinese}\n{english}", cause)
{
    public ServerProblem Problem { get; } = problem;

    internal static EmbeddedServerException DiskFull(string directory, Exception? cause = null) => new(
        ServerProblem.DiskFull,
        $"磁盘空间不足，数据库无法写入：{directory}。请腾出空间后重新启动，已保存的数据不受影响。",
        $"The disk is full: the database cannot write to {directory}. Free some space and start again; what was saved is safe.",
        cause);
}
