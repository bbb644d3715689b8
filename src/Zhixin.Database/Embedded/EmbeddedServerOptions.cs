namespace Zhixin.Database.Embedded;

/// <summary>What to do when another living process already runs the server on the same data directory.</summary>
public enum Sharing
{
    /// <summary>Refuse: a second instance is a mistake.</summary>
    Refuse,

    /// <summary>Use the running server through its socket, and leave it running.</summary>
    Join,
}

/// <summary>How to start the private server.</summary>
/// <param name="DataDirectory">Directory of the installation (made when missing); the server lives in its folder <c>postgres</c>.</param>
/// <param name="Purpose">The command that asks, for example <c>up</c>; shown to whoever finds the directory in use.</param>
public sealed record EmbeddedServerOptions(string DataDirectory, string Purpose)
{
    /// <summary>Name of the database that <see cref="EmbeddedServer.ConnectionString"/> points to; made when missing.</summary>
    public const string DatabaseName = "zhixin";

    /// <summary>Superuser made with the cluster; it owns the schema and migrates. The program itself runs under lesser roles.</summary>
    public const string OwnerRole = "zx_owner";

    public Sharing WhenRunning { get; init; } = Sharing.Refuse;

    /// <summary>Existing system user for the server when this process is root; PostgreSQL refuses to run as root.</summary>
    public string User { get; init; } = "nobody";

    /// <summary>Server settings that differ from the usual ones; they hold from the next start on.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Told what happens outside the ordinary, one line each: a recovered crash, a moved directory.</summary>
    public Action<string> Notice { get; init; } = _ => { };
}
