using System.Text.RegularExpressions;

namespace Zhixin.Regulations;

/// <summary>At which level a test shows a clause: the pure rule, or a request through HTTP. Other tests prove nothing for the coverage.</summary>
public enum ClaimLevel
{
    /// <summary>Zhixin.Tests and Zhixin.Regulations.Tests.</summary>
    Rule,

    /// <summary>Zhixin.Web.Tests.</summary>
    Http,

    /// <summary>Database and browser tests.</summary>
    Other,
}

/// <summary>One claim: a test says that it shows a clause's accepted or refused (or counter-) case. <see cref="Test"/> is "File.Method".</summary>
public sealed record ClauseClaim(string Clause, bool Accepted, ClaimLevel Level, string Test, string File, int Line);

/// <summary>
/// Finds claims in the source texts of tests: <c>[Trait("Clause", "GC21-13 accepted")]</c> or <c>refused</c> above a test method. Reading
/// source needs no test assembly at run time.
/// </summary>
public static partial class ClauseClaims
{
    /// <summary>
    /// The claims of one file, whose path begins with "tests/". A claim that is misspelt, or stands on anything but a running [Fact] or
    /// [Theory] method, is an error.
    /// </summary>
    public static IReadOnlyList<ClauseClaim> Scan(string file, string text, List<PackError> errors)
    {
        var claims = new List<ClauseClaim>();
        var pending = new List<(string Claim, int Line)>();
        var isTest = false;
        var lines = text.Split('\n').Select(line => line.Trim()).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('['))
            {
                pending.AddRange(Claim().Matches(lines[i]).Select(match => (match.Groups["claim"].Value, i + 1)));
                isTest = isTest || (TestMark().IsMatch(lines[i]) && !lines[i].Contains("Skip", StringComparison.Ordinal));
            }
            else if (lines[i].Length > 0 && !lines[i].StartsWith("//", StringComparison.Ordinal))
            {
                Settle(file, isTest ? Method().Match(lines[i]) : Match.Empty, pending, claims, errors);
                pending.Clear();
                isTest = false;
            }
        }

        Settle(file, Match.Empty, pending, claims, errors);
        return claims;
    }

    private static void Settle(string file, Match method, List<(string Claim, int Line)> pending, List<ClauseClaim> claims, List<PackError> errors)
    {
        foreach (var (claim, line) in pending)
        {
            var words = claim.Split(' ');
            if (words is not [_, "accepted" or "refused"])
            {
                errors.Add(new PackError(file, line, $"a claim reads 'CLAUSE accepted' or 'CLAUSE refused', not '{claim}'"));
            }
            else if (!method.Success)
            {
                errors.Add(new PackError(file, line, $"the claim '{claim}' stands on no running test"));
            }
            else
            {
                var test = Path.GetFileNameWithoutExtension(file) + "." + method.Groups["name"].Value;
                claims.Add(new ClauseClaim(words[0], words[1] == "accepted", LevelOf(file), test, file, line));
            }
        }
    }

    private static ClaimLevel LevelOf(string file) => file.Replace('\\', '/').Split('/').ElementAtOrDefault(1) switch
    {
        "Zhixin.Tests" or "Zhixin.Regulations.Tests" => ClaimLevel.Rule,
        "Zhixin.Web.Tests" => ClaimLevel.Http,
        _ => ClaimLevel.Other,
    };

    [GeneratedRegex("""\bTrait\("Clause",\s*"(?<claim>[^"]*)"\)""")]
    private static partial Regex Claim();

    [GeneratedRegex(@"\b(Fact|Theory)\b")]
    private static partial Regex TestMark();

    [GeneratedRegex(@"^public\s+(static\s+)?(async\s+)?(void|Task|ValueTask)\s+(?<name>\w+)\s*\(")]
    private static partial Regex Method();
}
