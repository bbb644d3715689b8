namespace Zhixin.Intake;

/// <summary>Numbers as people write them.</summary>
internal static class Written
{
    /// <summary>Without blanks, full-width letters, digits and signs in half width; an apostrophe that marks text in a spreadsheet goes.</summary>
    public static string Plain(string? text) => text is null ? "" : string.Concat(text
        .Where(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF' or '\'' or '’'))
        .Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c));
}
