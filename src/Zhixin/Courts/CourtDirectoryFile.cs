using System.Globalization;

namespace Zhixin.Courts;

/// <summary>The form of <c>courts/directory.csv</c>: no quotes, one line a court, a superior before the courts under it.</summary>
internal static class CourtDirectoryFile
{
    private const string Header = "number,name,level,province,parent,code,code_source";

    public static List<Court> Read(string file, string text)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
        if (lines[0] != Header)
        {
            throw new DataFileException(file, 1, $"the first line must be \"{Header}\"");
        }

        var courts = new List<Court>(lines.Length);
        var seen = new Seen();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length > 0)
            {
                var wrong = (string problem) => new DataFileException(file, i + 1, problem);
                var court = Court(lines[i].Split(','), wrong);
                seen.Add(court, wrong);
                courts.Add(court);
            }
        }

        return courts is [{ Level: CourtLevel.Supreme }, ..]
            ? courts
            : throw new DataFileException(file, 2, "the first court must be the Supreme Court");
    }

    private static Court Court(string[] cells, Func<string, Exception> wrong)
    {
        if (cells.Length != 7)
        {
            throw wrong($"7 cells are expected, not {cells.Length}");
        }

        var level = cells[2] switch
        {
            "supreme" => CourtLevel.Supreme,
            "high" => CourtLevel.High,
            "intermediate" => CourtLevel.Intermediate,
            "basic" => CourtLevel.Basic,
            _ => throw wrong($"\"{cells[2]}\" is no level"),
        };
        var source = cells[6] switch
        {
            "" => CodeSource.None,
            "derived" => CodeSource.Derived,
            "unverified" => CodeSource.Unverified,
            _ => throw wrong($"\"{cells[6]}\" is no source of a code"),
        };
        int? parent = cells[4].Length == 0 ? null : Number(cells[4], wrong);
        return (cells[5].Length == 0) == (source == CodeSource.None)
            ? new Court(Number(cells[0], wrong), Name(cells[1], wrong), level, Name(cells[3], wrong), parent, Code(cells[5]), source)
            : throw wrong("a code and its source go together");
    }

    private static string? Code(string cell) => cell.Length == 0 ? null : cell;

    private static int Number(string cell, Func<string, Exception> wrong) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            ? n
            : throw wrong($"\"{cell}\" is no court number (1 or more)");

    private static string Name(string cell, Func<string, Exception> wrong) =>
        cell.Length > 0 && cell == cell.Trim() ? cell : throw wrong("a name is empty or has blanks around it");

    private sealed class Seen
    {
        private readonly Dictionary<int, Court> _numbers = [];
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

        public void Add(Court court, Func<string, Exception> wrong)
        {
            if (court.Parent is null != (court.Level == CourtLevel.Supreme))
            {
                throw wrong("the Supreme Court alone has no superior");
            }

            if (court.Parent is { } parent && (!_numbers.TryGetValue(parent, out var above) || above.Level >= court.Level))
            {
                throw wrong($"court {parent} does not stand before and above {court.Name}");
            }

            if (!_numbers.TryAdd(court.Number, court) || !_names.Add(court.Name) || (court.Code is { } code && !_codes.Add(code)))
            {
                throw wrong("number, name or code is used twice");
            }
        }
    }
}
