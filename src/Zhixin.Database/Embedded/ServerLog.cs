namespace Zhixin.Database.Embedded;

/// <summary>The server's log file.</summary>
internal sealed record ServerLog(string Path)
{
    /// <summary>The kernel's number for "no space left on device", as an <see cref="IOException"/> carries it.</summary>
    public const int NoSpaceLeft = 28;

    private const long Large = 16 << 20;

    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>Puts a large log aside, replacing the one put aside before.</summary>
    public void Turn()
    {
        if (Length > Large)
        {
            File.Move(Path, Path + ".1", overwrite: true);
        }
    }

    /// <summary>The last lines written after an offset, at most twelve.</summary>
    public string Tail(long from)
    {
        if (!File.Exists(Path))
        {
            return "";
        }

        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(Math.Min(Math.Max(from, stream.Length - (1 << 16)), stream.Length), SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().TrimEnd().Split('\n').TakeLast(12));
    }

    public static bool TellsDiskFull(string text) => text.Contains("No space left on device", StringComparison.Ordinal);
}
