using System.Globalization;

namespace Zhixin.Database.Embedded;

/// <summary>
/// Processes of a server, found by their working directory: every process of PostgreSQL stands in its cluster's directory.
/// Unlike a process id in a file, this cannot name a stranger that was given the same id later, nor a dead process that nobody reaped.
/// </summary>
internal static class ServerProcesses
{
    /// <summary>Ids of the living processes that work in the cluster.</summary>
    public static IReadOnlyList<int> In(string cluster) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(entry => int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && StandsIn(id, cluster))];

    public static bool StandsIn(int id, string cluster)
    {
        try
        {
            return new DirectoryInfo($"/proc/{id}/cwd").LinkTarget == cluster;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // ended meanwhile, or another user's
        }
    }

    /// <summary>Clock ticks between the machine's start and the process's; null: no such process.</summary>
    public static long? StartTicks(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' '); // the name in brackets may hold spaces
            return long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
