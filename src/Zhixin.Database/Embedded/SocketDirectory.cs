namespace Zhixin.Database.Embedded;

/// <summary>
/// The directory of the server's socket as a client names it. A socket's path holds at most 107 bytes and a comma means a list of hosts,
/// so a longer or such path is reached through a short link in the temporary directory, which goes with this object.
/// </summary>
internal sealed class SocketDirectory : IDisposable
{
    private const int LongestSocketPath = 107;
    private const string SocketName = "/.s.PGSQL.5432";

    private readonly DirectoryInfo? temporary;

    public SocketDirectory(string run)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(run + SocketName) <= LongestSocketPath && !run.Contains(','))
        {
            Path = run;
            return;
        }

        temporary = Directory.CreateTempSubdirectory("zhixin-");
        Path = System.IO.Path.Combine(temporary.FullName, "s");
        Directory.CreateSymbolicLink(Path, run);
    }

    public string Path { get; }

    public void Dispose()
    {
        if (temporary is { Exists: true })
        {
            Directory.Delete(Path);
            temporary.Delete();
        }
    }
}
