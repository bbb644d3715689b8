using System.Globalization;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>Processor time that the web process and the database have used. Unlike a rate it does not depend on what else the machine does.</summary>
/// <param name="Web">Of the web process.</param>
/// <param name="Database">Of the database server and all its processes.</param>
public readonly record struct Cpu(TimeSpan Web, TimeSpan Database)
{
    private const int TicksPerSecond = 100;

    /// <summary>What was used since.</summary>
    public static Cpu operator -(Cpu now, Cpu before) => new(now.Web - before.Web, now.Database - before.Database);

    /// <summary>What two processes have used so far.</summary>
    /// <param name="web">Process id.</param>
    /// <param name="database">Process id of the server, whose children count.</param>
    public static Cpu Of(int web, int database)
    {
        var parent = Text(database);
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => Fields(int.Parse(name!, CultureInfo.InvariantCulture)));
        var ticks = all.Where(f => f.Length > 15 && (f[0] == parent || f[2] == parent)).Sum(f => Ticks(f) + (f[0] == parent ? Ended(f) : 0));
        return new Cpu(Time(Ticks(Fields(web))), Time(ticks));
    }

    /// <summary>What the children of a process used that have ended.</summary>
    public static TimeSpan OfEnded(int id) => Time(Ended(Fields(id)));

    /// <summary>The parent of a process.</summary>
    public static int Parent(int id) => int.Parse(Fields(id)[2], CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Time(long ticks) => TimeSpan.FromSeconds((double)ticks / TicksPerSecond);

    private static long Ticks(string[] fields) =>
        fields.Length > 15 ? long.Parse(fields[12], CultureInfo.InvariantCulture) + long.Parse(fields[13], CultureInfo.InvariantCulture) : 0;

    /// <summary>What the children used that have ended: connections that were closed, workers of a parallel statement.</summary>
    private static long Ended(string[] fields) => long.Parse(fields[14], CultureInfo.InvariantCulture) + long.Parse(fields[15], CultureInfo.InvariantCulture);

    /// <summary>The numbers of /proc/…/stat after the name, with the process id in the place of the name: 0 id, 2 parent, 12 user, 13 system, 14 and 15 those of children that have ended.</summary>
    private static string[] Fields(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return [Text(id), .. text[(text.LastIndexOf(')') + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return []; // It has ended.
        }
    }
}
