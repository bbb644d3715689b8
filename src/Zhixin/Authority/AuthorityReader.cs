using Zhixin.Regulations;

namespace Zhixin.Authority;

/// <summary>Reads regulations/authority.csv: nine columns, lists parted by ";", no quoting. Collects every fault with file and line.</summary>
internal sealed class AuthorityReader(string file, IReadOnlySet<string>? clauses, List<PackError> errors)
{
    private const string Header = "act,name,roles,relations,matter,bars,must_be_present,clause,pack_choice";

    private static readonly Dictionary<string, PersonBar> BarWords = new(StringComparer.Ordinal)
    {
        ["accused"] = PersonBar.Accused,
        ["made-act"] = PersonBar.MadeAct,
        ["applied"] = PersonBar.Applied,
        ["sat-on-panel"] = PersonBar.SatOnPanel,
        ["implemented"] = PersonBar.Implemented,
    };

    private static readonly Dictionary<string, CourtRelation> RelationWords = new(StringComparer.Ordinal)
    {
        ["own"] = CourtRelation.Own,
        ["superior"] = CourtRelation.Superior,
        ["subordinate"] = CourtRelation.Subordinate,
        ["joint"] = CourtRelation.Joint,
        ["uninvolved"] = CourtRelation.Uninvolved,
    };

    public AuthorityMatrix? Read(string text)
    {
        var before = errors.Count;
        var lines = text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        if (lines[0] != Header)
        {
            Fault(1, $"the first line must be '{Header}'");
        }

        var rows = new List<AuthorityRow>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length > 0 && Row(lines[i], i + 1) is { } row)
            {
                rows.Add(row);
            }
        }

        Repeated(rows);
        return errors.Count == before ? new AuthorityMatrix(rows) : null;
    }

    private AuthorityRow? Row(string line, int number)
    {
        var cells = line.Split(',');
        if (cells.Length != Header.Split(',').Length)
        {
            Fault(number, $"{cells.Length} columns where {Header.Split(',').Length} are expected");
            return null;
        }

        var roles = List(cells[2]);
        if (cells[0].Length == 0 || cells[1].Length == 0 || roles.Count == 0)
        {
            Fault(number, "an act needs a code, a name and at least one role");
        }

        foreach (var role in roles.Where(role => role != AuthorityRow.Staff && !PackWords.Posts.Contains(role)))
        {
            Fault(number, $"unknown role '{role}'");
        }

        return new AuthorityRow(
            cells[0], cells[1], roles, Relations(cells[3], number), Choice(cells[4], "named", "any", "relation to the matter", number),
            Coded(cells[5], BarWords, "bar", number), cells[6], Clauses(cells[7], number),
            Choice(cells[8], "true", "false", "pack_choice", number), number);
    }

    private HashSet<CourtRelation> Relations(string cell, int number)
    {
        if (cell == "*")
        {
            return RelationWords.Values.ToHashSet();
        }

        var relations = Coded(cell, RelationWords, "relation", number);
        if (relations.Count == 0)
        {
            Fault(number, "an act needs at least one relation of the court");
        }

        return relations;
    }

    private List<string> Clauses(string cell, int number)
    {
        var ids = List(cell);
        foreach (var id in ids.Where(id => clauses?.Contains(id) == false))
        {
            Fault(number, $"clause '{id}' is in no pack");
        }

        return ids;
    }

    private HashSet<T> Coded<T>(string cell, Dictionary<string, T> words, string what, int number)
    {
        var found = new HashSet<T>();
        foreach (var word in List(cell))
        {
            if (words.TryGetValue(word, out var value))
            {
                found.Add(value);
            }
            else
            {
                Fault(number, $"unknown {what} '{word}'");
            }
        }

        return found;
    }

    private bool Choice(string cell, string yes, string no, string what, int number)
    {
        if (cell != yes && cell != no)
        {
            Fault(number, $"{what} must be '{yes}' or '{no}', not '{cell}'");
        }

        return cell == yes;
    }

    private void Repeated(List<AuthorityRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !seen.Add($"{row.Act},{string.Join(';', row.Roles)},{string.Join(';', row.Relations)}")))
        {
            Fault(row.Line, $"act '{row.Act}' has this row twice");
        }
    }

    private void Fault(int line, string message) => errors.Add(new PackError(file, line, message));

    private static List<string> List(string cell) => [.. cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
