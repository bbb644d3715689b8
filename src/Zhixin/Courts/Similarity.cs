namespace Zhixin.Courts;

/// <summary>How alike two short texts are, for "did you mean".</summary>
internal static class Similarity
{
    /// <summary>Least number of inserted, removed or replaced characters (Levenshtein).</summary>
    public static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }

    /// <summary>Length of the common beginning.</summary>
    public static int CommonStart(string a, string b) => a.AsSpan().CommonPrefixLength(b);

    /// <summary>How many different characters the two have in common.</summary>
    public static int CommonCharacters(string a, string b) => a.Distinct().Count(b.Contains);
}
