using System.Text.RegularExpressions;

namespace Zhixin.Tests.Shared.Scale;

/// <summary>A statement as it was sent, with its arguments.</summary>
public sealed record Statement(string Sql, IReadOnlyList<object?> Arguments)
{
    /// <summary>The text without comments and with single blanks.</summary>
    public string Text { get; } = Regex.Replace(Regex.Replace(Sql, @"--.*$|/\*.*?\*/", " ", RegexOptions.Multiline), @"\s+", " ").Trim().ToLowerInvariant();

    /// <summary>What the statement is listed as, where it reads all homes: the word in its comment.</summary>
    public string? AllHomes { get; } = Regex.Match(Sql, @"/\* all homes: ([a-z-]+) \*/") is { Success: true } match ? match.Groups[1].Value : null;
}

/// <summary>
/// Rules 8 to 13 for statements of the role that runs, read from their texts: enough for the few shapes that this software writes, and too
/// strict rather than too lax.
/// </summary>
/// <param name="big">The tables that are distributed by home.</param>
/// <param name="twoHomes">Acts that may write two homes in one transaction.</param>
public sealed partial class StatementRules(IReadOnlySet<string> big, IReadOnlySet<string> twoHomes)
{
    private static readonly HashSet<string> Frame = new(["begin", "commit", "rollback"], StringComparer.Ordinal);

    /// <summary>What one statement breaks, whatever stands around it.</summary>
    public IEnumerable<string> Faults(Statement statement)
    {
        var text = statement.Text;
        var writes = Writes(text);
        if (SessionWide().IsMatch(text))
        {
            yield return "8: only 'set local zx.court' reaches every node";
        }

        if (Never().Match(text) is { Success: true } never)
        {
            yield return $"11, 13: {never.Value.Trim()} is not used";
        }

        if (writes && Volatile().Match(text) is { Success: true } told)
        {
            yield return $"11: {told.Value} in a change; times and ids are parameters";
        }

        if (Locking().IsMatch(text) && !FixedHome().IsMatch(text))
        {
            yield return "13: rows are locked without home = $n";
        }

        if (BulkInsert().Match(text) is { Success: true } bulk && big.Contains(bulk.Groups["table"].Value) && !Returns().IsMatch(text))
        {
            yield return "10: a bulk insert into a secured table returns or says what to do on conflict";
        }

        if (SetsHome().IsMatch(text))
        {
            yield return "1: a home is set";
        }

        foreach (var fault in Joins(text))
        {
            yield return fault;
        }

        if (!writes && statement.AllHomes is null && Refs(text).Any() && !KnowsHome(text))
        {
            yield return "15: a read of all homes is marked and listed";
        }

        if (statement.AllHomes is not null && (writes || EndlessLimit(text)))
        {
            yield return "15: a read of all homes only reads, and is ordered to the end";
        }
    }

    /// <summary>What a transaction breaks as a whole; its frame included.</summary>
    public IEnumerable<string> Faults(IReadOnlyList<Statement> transaction)
    {
        if (transaction[0].Text != "begin" || transaction.Count < 2 || !SetCourt().IsMatch(transaction[1].Text))
        {
            yield return "8: a batch is begin, set local zx.court = '<integer>', statements, commit";
        }

        var inner = transaction.Where(s => !Frame.Contains(s.Text) && !SetCourt().IsMatch(s.Text)).ToList();
        if (!inner.Exists(s => Writes(s.Text)))
        {
            yield break;
        }

        foreach (var statement in inner.Where(s => Refs(s.Text).Any() && !KnowsHome(s.Text)))
        {
            yield return "9: a statement of a command has home = $n: " + statement.Text;
        }

        var homes = inner.SelectMany(Homes).Distinct().Order().ToList();
        if (homes.Count > 1 && !inner.SelectMany(Acts).Any(twoHomes.Contains))
        {
            yield return $"9: one home per transaction, not {string.Join(", ", homes)} ({string.Join(", ", inner.SelectMany(Acts).Distinct())})";
        }
    }

    /// <summary>What a statement breaks that was sent outside of any transaction.</summary>
    public IEnumerable<string> FaultsAlone(Statement statement)
    {
        foreach (var (table, _) in Refs(statement.Text))
        {
            yield return $"8: {table} is touched outside begin … commit";
        }
    }

    private bool Writes(string text) => Written().Matches(text).Any(m => big.Contains(m.Groups["table"].Value));

    private IEnumerable<(string Table, string Alias)> Refs(string text) => Sources().Matches(text).Select(m => (Table: m.Groups["table"].Value, Alias: m.Groups["alias"].Value))
        .Where(r => big.Contains(r.Table)).Concat(Readers().Matches(text).Select(m => (Table: m.Groups["name"].Value, Alias: string.Empty)));

    /// <summary>Whether every big table of the statement is held to one home, by itself or through another one.</summary>
    private bool KnowsHome(string text)
    {
        var refs = Refs(text).Where(r => !r.Table.StartsWith("history_of", StringComparison.Ordinal)).ToList();
        if (Written().Match(text) is { Success: true } write && text[write.Index..].StartsWith("insert", StringComparison.Ordinal))
        {
            refs.RemoveAll(r => r.Table == write.Groups["table"].Value && HomeFirst().IsMatch(text));
        }

        return refs.TrueForAll(r => r.Table == "search" || r.Alias.Length == 0 ? FixedHome().IsMatch(text)
            : Regex.IsMatch(text, $@"\b({r.Alias}|{r.Table})\.home = (\$|[a-z]+\.home)|\.home = {r.Alias}\.home") && FixedHome().IsMatch(text));
    }

    private IEnumerable<string> Joins(string text)
    {
        foreach (Match join in LeftJoins().Matches(text).Where(j => big.Contains(j.Groups["table"].Value)))
        {
            var from = From().Matches(text[..join.Index]).LastOrDefault();
            if (from is null || !big.Contains(from.Groups["table"].Value))
            {
                yield return $"12: {join.Groups["table"].Value} is joined to the left of what is not distributed";
            }
        }

        foreach (Match join in Joined().Matches(text).Where(j => big.Contains(j.Groups["table"].Value)))
        {
            var (table, alias) = (join.Groups["table"].Value, join.Groups["alias"].Value);
            var among = join.Value.StartsWith("join", StringComparison.Ordinal) ? From().Matches(text[..join.Index]).LastOrDefault()?.Groups["table"].Value : table;
            if (among is not null && big.Contains(among) && !Regex.IsMatch(text, $@"\b{alias}\.home = (\$|[a-z]+\.home\b)|\b[a-z]+\.home = {alias}\.home\b|\({alias}\.home, "))
            {
                yield return $"12: {table} {alias} is joined without home";
            }
        }
    }

    /// <summary>The homes that a statement writes or reads, from its arguments.</summary>
    private IEnumerable<int> Homes(Statement statement)
    {
        var places = FixedHome().Matches(statement.Text).Select(m => m.Groups["n"].Value)
            .Concat(Readers().Matches(statement.Text).Select(m => m.Groups["n"].Value))
            .Concat(Written().Matches(statement.Text).Any(m => big.Contains(m.Groups["table"].Value)) ? InsertedHomes().Matches(statement.Text).Select(m => m.Groups["n"].Value) : []);
        return places.Where(n => n.Length > 0).Select(n => statement.Arguments[int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) - 1])
            .SelectMany(value => value switch { int home => [home], int?[] homes => homes.OfType<int>(), int[] homes => homes, string homes => Regex.Matches(homes, @"\d+").Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)), _ => Enumerable.Empty<int>() });
    }

    /// <summary>The acts under which events are appended.</summary>
    private static IEnumerable<string> Acts(Statement statement) => !statement.Text.Contains("insert into event ", StringComparison.Ordinal) ? []
        : statement.Text.StartsWith("with", StringComparison.Ordinal) ? [(string)statement.Arguments[4]!]
        : statement.Arguments.Where((_, at) => at % 17 == 11).OfType<string>();

    private static bool EndlessLimit(string text) => Regex.IsMatch(text, @"\blimit\b(?! 1\b)") && !text.Contains("count(*)", StringComparison.Ordinal)
        && !Regex.IsMatch(text, @"order by (?!.*order by).*\b(id|stream|no)( desc)? limit");

    // Hints to the planner may stay behind: without them a shard answers the same, later.
    [GeneratedRegex(@"^set (?!local (zx\.court = '\d+'|enable_(sort|bitmapscan) = off)$)|\bset_config\s*\(")]
    private static partial Regex SessionWide();

    [GeneratedRegex(@"^set local zx\.court = '\d+'$")]
    private static partial Regex SetCourt();

    [GeneratedRegex(@"\bmerge into\b|\brollup\b|\bcube ?\(|\bgrouping sets\b|\bwith recursive\b|pg_(try_)?advisory|^notify\b|^listen\b|pg_notify|^copy\b|^lock\b|\bnextval\(")]
    private static partial Regex Never();

    [GeneratedRegex(@"\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|random|gen_random_uuid|uuidv7|uuidv4|timeofday)\(|\b(current_timestamp|current_date|current_time|localtimestamp)\b")]
    private static partial Regex Volatile();

    [GeneratedRegex(@"\bfor (no key )?(update|share|key share)\b")]
    private static partial Regex Locking();

    [GeneratedRegex(@"\bhome = \$(?<n>\d+)")]
    private static partial Regex FixedHome();

    [GeneratedRegex(@"\binsert into (?<table>[a-z_]+)[^(]*\([^)]*\) select\b")]
    private static partial Regex BulkInsert();

    [GeneratedRegex(@"\breturning\b|\bon conflict\b")]
    private static partial Regex Returns();

    [GeneratedRegex(@"\bset home =|, home = |set .*\bhome = excluded\.home")]
    private static partial Regex SetsHome();

    [GeneratedRegex(@"\b(insert into|update|delete from) (?<table>[a-z_]+)\b(?! set zx)")]
    private static partial Regex Written();

    [GeneratedRegex(@"\b(from|join|into|update) (?<table>[a-z_]+)\b(?!\s*\(\s*\$)( (as )?(?<alias>(?!where|on|set|order|group|join|left|limit|select|values|for|union|cross|inner|using|from|as)[a-z]+)\b)?")]
    private static partial Regex Sources();

    [GeneratedRegex(@"\b(?<name>history_of)\((\$(?<n>\d+))|\bfrom (?<name>search|match)_[a-z]+\(")]
    private static partial Regex Readers();

    [GeneratedRegex(@"\b(join|exists ?\(select[^()]* from) (?<table>[a-z_]+) (as )?(?<alias>[a-z]+)\b")]
    private static partial Regex Joined();

    [GeneratedRegex(@"\bleft join (?<table>[a-z_]+)\b")]
    private static partial Regex LeftJoins();

    [GeneratedRegex(@"\bfrom (?<table>[a-z_]+)\b")]
    private static partial Regex From();

    [GeneratedRegex(@"\binsert into [a-z_]+( as [a-z]+)? \(home,")]
    private static partial Regex HomeFirst();

    [GeneratedRegex(@"(?:\bvalues \(|\), \(|\) select )\$(?<n>\d+)\b|\bselect t\.home,.* from unnest\(\$(?<n>\d+)")]
    private static partial Regex InsertedHomes();
}
