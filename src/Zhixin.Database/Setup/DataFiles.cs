using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Authority;
using Zhixin.Regulations;

namespace Zhixin.Database.Setup;

/// <summary>A data file says something that the software cannot take: the message names file and line.</summary>
public sealed class DataFilesException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>One line each, "file:line: message".</summary>
    public IReadOnlyList<string> Errors => errors;
}

/// <summary>A pack as it lies in the files: the pack, and its texts by path.</summary>
public sealed record FiledPack(RegulationPack Pack, IReadOnlyDictionary<string, string> Files);

/// <summary>The facts that come with the software: courts, posts, units, working days and hours, packs and the authority matrix.</summary>
public sealed record DataFiles(
    CourtDirectory Courts, WorkCalendar Calendar, WorkingHours Hours, IReadOnlyList<FiledPack> Packs, AuthorityMatrix Authority, EventVocabulary Events,
    Posts Posts, IReadOnlyList<UnitKind> Units, CoverageTable Coverage)
{
    /// <summary>Where the files lie: beside the program.</summary>
    public static string Root { get; } = AppContext.BaseDirectory;

    /// <summary>Reads everything.</summary>
    /// <exception cref="DataFilesException">With every error of every pack at once.</exception>
    public static DataFiles Read(string? root = null)
    {
        var at = root ?? Root;
        var texts = Texts(Path.Combine(at, "regulations"));
        var (library, errors) = RegulationLibrary.Read(texts);
        if (library is null)
        {
            throw new DataFilesException([.. errors.Select(e => $"regulations/{e.File}:{e.Line}: {e.Message}")]);
        }

        var packs = library.Packs.Select(pack => new FiledPack(pack, Of(pack.Id, texts))).ToList();
        return new DataFiles(Court(at), WorkingDays(at), WorkingHours.Parse("calendars/hours.yaml", Text(at, "calendars/hours.yaml")), packs, library.Authority, library.Events,
            Posts.Parse("courts/posts.yaml", Text(at, "courts/posts.yaml")), Zhixin.Courts.Units.Parse("courts/units.yaml", Text(at, "courts/units.yaml")), Covered(at));
    }

    /// <summary>The working days as the files of the years and the standing regulation have them.</summary>
    public static WorkCalendar WorkingDays(string root)
    {
        var standing = StandingHolidays.Parse("calendars/standing.yaml", Text(root, "calendars/standing.yaml"));
        var notices = Directory.GetFiles(Path.Combine(root, "calendars"), "2*.yaml").Order(StringComparer.Ordinal)
            .Select(path => CalendarYear.Parse($"calendars/{Path.GetFileName(path)}", File.ReadAllText(path)));
        return WorkCalendar.Create(standing, notices);
    }

    private static CoverageTable Covered(string root)
    {
        var errors = new List<PackError>();
        var table = CoverageTable.Read("docs/clauses.csv", Text(root, "docs/clauses.csv"), errors);
        return errors.Count == 0 ? table : throw new DataFilesException([.. errors.Select(e => $"{e.File}:{e.Line}: {e.Message}")]);
    }

    private static Dictionary<string, string> Texts(string folder) => Directory
        .GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    private static Dictionary<string, string> Of(string pack, Dictionary<string, string> texts) => texts
        .Where(text => text.Key.StartsWith(pack + "/", StringComparison.Ordinal))
        .ToDictionary(StringComparer.Ordinal);

    private static CourtDirectory Court(string root) => CourtDirectory.Parse("courts/directory.csv", Text(root, "courts/directory.csv"));

    private static string Text(string root, string file) => File.ReadAllText(Path.Combine(root, file));
}
