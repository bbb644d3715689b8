namespace Zhixin.Regulations;

/// <summary>How far the software has a clause.</summary>
public enum ClauseStatus
{
    /// <summary>A rule test and an HTTP test each show the accepted and the refused case, and a rule names the clause.</summary>
    Done,

    /// <summary>Some of that.</summary>
    Partial,

    /// <summary>No test claims it.</summary>
    Planned,

    /// <summary>The clause only yields data of a pack.</summary>
    Data,
}

/// <summary>One clause of the inventory (regulations/clauses.csv).</summary>
public sealed record InventoryClause(string Id, string Module, bool OnlyData);

/// <summary>One row of the coverage: the claiming tests in alphabetical order.</summary>
public sealed record CoveredClause(string Id, string Module, ClauseStatus Status, IReadOnlyList<string> Tests);

/// <summary>Which clauses the software keeps, from what its tests claim and its rules name.</summary>
public static class ClauseCoverage
{
    private const string Header = "id,module,yields";

    /// <summary>Reads the inventory: id, module and "act" or "data".</summary>
    public static IReadOnlyList<InventoryClause> ReadInventory(string file, string text, List<PackError> errors)
    {
        var clauses = new List<InventoryClause>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            var cells = line.Split(',');
            if (i == 0 ? line != Header : line.Length > 0 && (cells is not [_, _, "act" or "data"] || !PackWords.Modules.Contains(cells[1])))
            {
                errors.Add(new PackError(file, i + 1, i == 0 ? $"the first line must be '{Header}'" : "a clause reads 'id,module,act' or 'id,module,data'"));
            }
            else if (i > 0 && line.Length > 0)
            {
                clauses.Add(new InventoryClause(cells[0], cells[1], cells[2] == "data"));
            }
        }

        return clauses;
    }

    /// <summary>
    /// The status of every clause. <paramref name="deciding"/> are the texts of what decides: the product's source, the rules of the packs
    /// and the authority matrix. A claim of a clause that the inventory does not have is an error.
    /// </summary>
    public static IReadOnlyList<CoveredClause> Of(
        IReadOnlyList<InventoryClause> inventory, IReadOnlyList<ClauseClaim> claims, IReadOnlyList<string> deciding, List<PackError> errors)
    {
        var known = inventory.Select(clause => clause.Id).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(claims.Where(claim => !known.Contains(claim.Clause))
            .Select(claim => new PackError(claim.File, claim.Line, $"the claim names clause '{claim.Clause}', which the inventory does not have")));
        var byClause = claims.ToLookup(claim => claim.Clause, StringComparer.Ordinal);
        return [.. inventory.Select(clause => Row(clause, [.. byClause[clause.Id]], deciding))];
    }

    /// <summary>"id,module,status,tests" with one row per clause; tests are parted by spaces.</summary>
    public static string Csv(IReadOnlyList<CoveredClause> rows) => "id,module,status,tests\n" + string.Concat(rows.Select(row =>
        $"{row.Id},{row.Module},{row.Status.ToString().ToLowerInvariant()},{string.Join(' ', row.Tests)}\n"));

    /// <summary>True when a text names the clause itself, not a longer id that begins alike.</summary>
    public static bool Names(string text, string clause)
    {
        for (var at = text.IndexOf(clause, StringComparison.Ordinal); at >= 0; at = text.IndexOf(clause, at + 1, StringComparison.Ordinal))
        {
            var end = at + clause.Length;
            var longer = end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '('
                || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));
            if (!longer && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static CoveredClause Row(InventoryClause clause, IReadOnlyList<ClauseClaim> claims, IReadOnlyList<string> deciding)
    {
        bool Shown(ClaimLevel level, bool accepted) => claims.Any(claim => claim.Level == level && claim.Accepted == accepted);
        var shown = Shown(ClaimLevel.Rule, true) && Shown(ClaimLevel.Rule, false) && Shown(ClaimLevel.Http, true) && Shown(ClaimLevel.Http, false);
        var status = clause.OnlyData ? ClauseStatus.Data
            : claims.Count == 0 ? ClauseStatus.Planned
            : shown && deciding.Any(text => Names(text, clause.Id)) ? ClauseStatus.Done
            : ClauseStatus.Partial;
        var tests = claims.Select(claim => claim.Test).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new CoveredClause(clause.Id, clause.Module, status, [.. tests]);
    }
}
