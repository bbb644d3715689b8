using System.Text;

namespace Zhixin.Ledger;

/// <summary>Tidying of what people type: widths of characters, white space, invisible characters.</summary>
internal static class LedgerText
{
    private static readonly string[] Nothing = ["", "无", "不详", "未知", "未提供", "没有", "空", "/", "\\", "-", "--", "—", "——", "N/A", "*"];

    /// <summary>Full-width ASCII becomes half-width (Chinese punctuation stays as half-width where it has one); runs of white space become one blank.</summary>
    public static string Tidy(string text)
    {
        if (IsTidy(text))
        {
            return text;
        }

        var tidy = new StringBuilder(text.Length);
        var gap = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                gap = tidy.Length > 0;
            }
            else if (!IsInvisible(character))
            {
                if (gap)
                {
                    tidy.Append(' ');
                    gap = false;
                }

                tidy.Append(HalfWidth(character));
            }
        }

        return tidy.ToString();
    }

    /// <summary>As <see cref="Tidy"/>, and no white space at all.</summary>
    public static string Dense(string text) => IsTidy(text) ? text : Tidy(text).Replace(" ", "", StringComparison.Ordinal);

    public static bool SaysNothing(string plain) => Array.IndexOf(Nothing, plain) >= 0;

    public static char HalfWidth(char character) =>
        character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character;

    private static bool IsTidy(string text)
    {
        foreach (var character in text)
        {
            if (character is (< '!' or > '~') and (< '\u4E00' or > '\u9FFF'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInvisible(char character) =>
        char.IsControl(character)
        || character is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or (>= '\u202A' and <= '\u202E');
}
