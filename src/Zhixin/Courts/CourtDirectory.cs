using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Zhixin.Courts;

/// <summary>The national directory: every court by number, code and name, and the tree that says who is above whom.</summary>
public sealed class CourtDirectory
{
    private readonly FrozenDictionary<int, Court> _byNumber;
    private readonly FrozenDictionary<string, Court> _byCode;
    private readonly FrozenDictionary<string, Court> _byName;
    private readonly FrozenDictionary<int, Court[]> _children;
    private readonly ConcurrentDictionary<int, CourtNames> _names = new();

    internal CourtDirectory(IReadOnlyList<Court> courts)
    {
        All = courts;
        _byNumber = courts.ToFrozenDictionary(c => c.Number);
        _byCode = courts.Where(c => c.Code is not null).ToFrozenDictionary(c => c.Code!, StringComparer.Ordinal);
        _byName = courts.ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);
        _children = courts.Where(c => c.Parent is not null).GroupBy(c => c.Parent!.Value)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>All courts in the order of the file.</summary>
    public IReadOnlyList<Court> All { get; }

    /// <summary>Reads <c>courts/directory.csv</c>.</summary>
    /// <exception cref="DataFileException">A line is wrong, or the tree does not hold together.</exception>
    public static CourtDirectory Parse(string file, string text) => new(CourtDirectoryFile.Read(file, text));

    /// <summary>The court with this permanent number, or null.</summary>
    public Court? ByNumber(int number) => _byNumber.GetValueOrDefault(number);

    /// <summary>The court with this code (豫0802), or null.</summary>
    public Court? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The court with exactly this full name, or null.</summary>
    public Court? ByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The next superior; null for the Supreme Court.</summary>
    public Court? Parent(Court court) => court.Parent is { } number ? _byNumber[number] : null;

    /// <summary>The courts right under this one.</summary>
    public IReadOnlyList<Court> Children(Court court) => _children.GetValueOrDefault(court.Number) ?? [];

    /// <summary>All courts above this one, the nearest first.</summary>
    public IEnumerable<Court> Superiors(Court court)
    {
        for (var above = Parent(court); above is not null; above = Parent(above))
        {
            yield return above;
        }
    }

    /// <summary>True when <paramref name="superior"/> stands in the chain above <paramref name="court"/>; no court is its own superior.</summary>
    public bool IsSuperior(Court superior, Court court) => Superiors(court).Any(c => c.Number == superior.Number);

    /// <summary>True when the court is <paramref name="root"/> or stands under it.</summary>
    public bool IsWithin(Court court, Court root) => court.Number == root.Number || IsSuperior(root, court);

    /// <summary>The court itself, then all under it, each before the courts under it.</summary>
    public IEnumerable<Court> Subtree(Court court) => Children(court).SelectMany(Subtree).Prepend(court);

    /// <summary>The court's chain by level; the Supreme Court has none.</summary>
    public CourtColumns Columns(Court court)
    {
        int? On(CourtLevel level) => Superiors(court).Prepend(court).FirstOrDefault(c => c.Level == level)?.Number;
        return new CourtColumns(On(CourtLevel.High), On(CourtLevel.Intermediate), On(CourtLevel.Basic));
    }

    /// <summary>
    /// The court that a ledger of <paramref name="context"/> means by a short name (解放法院, 中院执行一庭, 本院). Only
    /// the context and the courts under it are meant.
    /// </summary>
    public CourtResolution Resolve(string text, Court context) =>
        _names.GetOrAdd(context.Number, _ => new CourtNames(this, context)).Resolve(text);

    /// <summary>Up to five courts whose code is nearest to one that does not exist, the nearest first.</summary>
    public IReadOnlyList<Court> NearCodes(string code) => _byCode.Values
        .Select(court => (Court: court, Distance: Similarity.Edits(code, court.Code!)))
        .Where(near => near.Distance <= 2)
        .OrderBy(near => near.Distance)
        .ThenByDescending(near => Similarity.CommonStart(code, near.Court.Code!))
        .ThenBy(near => near.Court.Code, StringComparer.Ordinal)
        .Take(5).Select(near => near.Court).ToList();
}
