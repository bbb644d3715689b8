namespace Zhixin.Database.Petitions;

/// <summary>
/// Two-character words for search: each pair of neighbouring characters packed into an int (architecture, decision 7).
/// Found rows are rechecked with LIKE.
/// </summary>
public static class Words
{
    /// <summary>The distinct bigrams of a text, white space dropped and Latin letters in lower case.</summary>
    public static int[] Of(string text)
    {
        var plain = Plain(text);
        if (plain.Length < 2)
        {
            return [];
        }

        var found = new HashSet<int>(plain.Length);
        for (var i = 0; i + 1 < plain.Length; i++)
        {
            found.Add(unchecked(((plain[i] - 32768) << 16) | plain[i + 1]));
        }

        return [.. found];
    }

    /// <summary>The form in which texts are compared: no white space, full-width ASCII narrowed, lower case.</summary>
    public static string Plain(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c)).Select(Narrow)]);

    private static char Narrow(char c) => char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c);
}
