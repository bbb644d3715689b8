using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Authority;
using Zhixin.Regulations;

namespace Zhixin.Database.Setup;

/// <summary>A data file says something that the software cannot take: the message names file and line.</summary>
public sealed class DataFileErrors(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>One line each, "file:line: message".</summary>
    public IReadOnlyList<string> Errors => errors;
}

/// <summary>A pack as it lies in the files: the pack, and its texts by path.</summary>
public sealed record FiledPack(RegulationPack Pack, IReadOnlyDictionary<string, string> Files);

/// <summary>The facts that come with the software: courts, working days, packs and the authority matrix.</summary>
public sealed record DataFiles(
    CourtDirectory Courts, WorkCalendar Calendar, IReadOnlyList<FiledPack> Packs, AuthorityMatrix Authority, EventVocabulary Events)
{
    /// <summary>Where the files lie: beside the program.</summary>
    public static string Root { get; } = AppContext.BaseDirectory;

    /// <summary>Reads everything.</summary>
    /// <exception cref="DataFileErrors">With every error of every pack at once.</exception>
    public static DataFiles Read(string? root = null)
    {
        var at = root ?? Root;
        var errors = new List<PackError>();
        var events = EventVocabulary.Read("regulations/events.yaml", Text(at, "regulations/events.yaml"), errors);
        var packs = events is null ? [] : Directory.GetDirectories(Path.Combine(at, "regulations")).Order(StringComparer.Ordinal)
            .Select(folder => Pack(at, folder, events, errors)).OfType<FiledPack>().ToList();
        if (errors.Count > 0)
        {
            throw new DataFileErrors([.. errors.Select(e => $"{e.File}:{e.Line}: {e.Message}")]);
        }

        return new DataFiles(Directory_(at), Working(at), packs, Matrix(at), events!);
    }

    private static FiledPack? Pack(string root, string folder, EventVocabulary events, List<PackError> errors)
    {
        var files = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        var reading = PackReader.Read(files, events);
        errors.AddRange(reading.Errors);
        return reading.Pack is { } pack ? new FiledPack(pack, files) : null;
    }

    private static CourtDirectory Directory_(string root) => CourtDirectory.Parse("courts/directory.csv", Text(root, "courts/directory.csv"));

    private static WorkCalendar Working(string root)
    {
        var standing = StandingHolidays.Parse("calendars/standing.yaml", Text(root, "calendars/standing.yaml"));
        var notices = Directory.GetFiles(Path.Combine(root, "calendars"), "2*.yaml").Order(StringComparer.Ordinal)
            .Select(path => CalendarYear.Parse($"calendars/{Path.GetFileName(path)}", File.ReadAllText(path)));
        return WorkCalendar.Create(standing, notices);
    }

    private static AuthorityMatrix Matrix(string root) => AuthorityMatrix.Parse("regulations/authority.csv", Text(root, "regulations/authority.csv"));

    private static string Text(string root, string file) => File.ReadAllText(Path.Combine(root, file));
}
