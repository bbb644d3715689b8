using System.Text.RegularExpressions;

namespace Zhixin.Web.Tests.Texts;

/// <summary>The message keys of the refusals that source text makes.</summary>
internal static partial class RefusalKeys
{
    /// <summary>
    /// Every key of one source file; a key that ends in "*" has a part that is only known at run time. What cannot be read is a fault,
    /// never left out.
    /// </summary>
    public static IEnumerable<string> Of(string file, string text, ICollection<string> faults)
    {
        var constants = Constant().Matches(text).DistinctBy(m => m.Groups["name"].Value).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);
        foreach (var (line, number) in text.Split('\n').Select((line, i) => (line, i + 1)).Where(l => !l.line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        {
            foreach (Match made in Made().Matches(line))
            {
                var key = Key().Match(line[made.Index..]);
                var prefix = key.Groups["prefix"].Value;
                if (!key.Success || (prefix.Length > 0 && !constants.ContainsKey(prefix)))
                {
                    faults.Add($"{file}:{number}: the message key of this refusal cannot be read: {line.Trim()}");
                    continue;
                }

                yield return constants.GetValueOrDefault(prefix, "") + key.Groups["key"].Value + (key.Groups["open"].Success ? "*" : "");
            }
        }
    }

    /// <summary>The keys that have no text, or no text that says what would make the act possible.</summary>
    public static IEnumerable<string> Untold(IEnumerable<string> keys, IReadOnlyCollection<string> texts) =>
        from key in keys.Distinct(StringComparer.Ordinal)
        from wanted in new[] { key, key + ".remedy" }
        where !texts.Any(text => Matches(wanted, text))
        select wanted;

    private static bool Matches(string wanted, string text) => wanted.IndexOf('*', StringComparison.Ordinal) is var at and >= 0
        ? text.StartsWith(wanted[..at], StringComparison.Ordinal) && text.EndsWith(wanted[(at + 1)..], StringComparison.Ordinal)
        : string.Equals(wanted, text, StringComparison.Ordinal);

    [GeneratedRegex(@"new Refusal\.(State|Law|Input|Authority)\(")]
    private static partial Regex Made();

    [GeneratedRegex("""^new Refusal\.(State\(|(Law|Input|Authority)\(("[^"]*"|[\w.]+(\([\w.]*\))?), )((?<prefix>\w+) \+ )?"(?<key>[^"]+)"(?<open> \+)?""")]
    private static partial Regex Key();

    [GeneratedRegex("""const string (?<name>\w+) = "(?<value>[^"]*)";""")]
    private static partial Regex Constant();
}
