using Zhixin.Regulations;

namespace Zhixin.Authority;

/// <summary>Who may do what: the only source of permission. Whoever is not listed is refused with the act's rows and their clauses.</summary>
public sealed class AuthorityMatrix
{
    private readonly Dictionary<string, IReadOnlyList<AuthorityRow>> _byAct;

    internal AuthorityMatrix(IReadOnlyList<AuthorityRow> rows)
    {
        Rows = rows;
        _byAct = rows.GroupBy(row => row.Act, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<AuthorityRow> (group) => [.. group], StringComparer.Ordinal);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<AuthorityRow> Rows { get; }

    /// <summary>True when the matrix has at least one row for the act.</summary>
    public bool Knows(string act) => _byAct.ContainsKey(act);

    /// <summary>The rows of an act; an act without a row is an error of the caller.</summary>
    public IReadOnlyList<AuthorityRow> RowsOf(string act) =>
        _byAct.TryGetValue(act, out var rows) ? rows : throw new ArgumentException($"the authority matrix has no act '{act}'", nameof(act));

    /// <summary>
    /// Null when a person with these posts (of the court, and roles held in the matter) may do the act from a court in this relation, not
    /// barred; else the refusal. Its message says the nearest reason ("authority.post", "authority.relation", "authority.bar"); its
    /// arguments are the act's name, the roles that may, the clauses, and the bars that apply. An administrator is nothing but that: other
    /// posts of the same person do not count.
    /// </summary>
    public Refusal.Authority? MayDo(string act, IReadOnlyCollection<string> posts, CourtRelation relation, IReadOnlyCollection<PersonBar> bars)
    {
        var rows = RowsOf(act);
        var counted = posts.Any(PackWords.Administrators.Contains) ? [.. posts.Where(PackWords.Administrators.Contains)] : posts;
        var ofPost = rows.Where(row => counted.Any(post => Lists(row, post))).ToList();
        var fromHere = ofPost.Where(row => row.Relations.Contains(relation)).ToList();
        return ofPost.Count == 0 ? Refused(act, rows, "authority.post", [])
            : fromHere.Count == 0 ? Refused(act, rows, "authority.relation", [])
            : fromHere.Exists(row => !bars.Any(row.Bars.Contains)) ? null
            : Refused(act, rows, "authority.bar", [.. bars.Where(bar => fromHere.Exists(row => row.Bars.Contains(bar)))]);
    }

    /// <summary>Reads the csv; null with at least one error when it has a fault. Clause ids are checked against <paramref name="clauses"/> when given.</summary>
    public static AuthorityMatrix? Read(string file, string text, IReadOnlySet<string>? clauses, List<PackError> errors) =>
        new AuthorityReader(file, clauses, errors).Read(text);

    private static bool Lists(AuthorityRow row, string post) =>
        row.Roles.Contains(post, StringComparer.Ordinal)
        || (row.Roles.Contains(AuthorityRow.Staff, StringComparer.Ordinal) && !PackWords.Administrators.Contains(post));

    private static Refusal.Authority Refused(string act, IReadOnlyList<AuthorityRow> rows, string message, IReadOnlyList<PersonBar> bars) =>
        new(act, message, rows[0].Name, Words(rows.SelectMany(row => row.Roles)), Words(rows.SelectMany(row => row.Clauses)), bars);

    private static IReadOnlyList<string> Words(IEnumerable<string> words) => [.. words.Distinct(StringComparer.Ordinal)];
}
