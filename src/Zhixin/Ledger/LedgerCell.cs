using System.Globalization;

namespace Zhixin.Ledger;

/// <summary>What kind of value a spreadsheet cell holds.</summary>
public enum LedgerCellKind
{
    /// <summary>Nothing, or only white space.</summary>
    Blank,

    /// <summary>Text as typed, rich text flattened.</summary>
    Text,

    /// <summary>A number; the text is its plain decimal form without exponent.</summary>
    Number,

    /// <summary>A date by type or by number format; the text is yyyy-MM-dd.</summary>
    Date,

    /// <summary>是 or 否, from a cell of true or false.</summary>
    Boolean,

    /// <summary>A formula's error such as #N/A; the text is the error.</summary>
    Error,
}

/// <summary>One cell of a ledger: its kind and its text. Text is kept as written; <see cref="Plain"/> is tidied.</summary>
public readonly record struct LedgerCell(LedgerCellKind Kind, string Text)
{
    /// <summary>The empty cell.</summary>
    public static LedgerCell Blank { get; } = new(LedgerCellKind.Blank, "");

    /// <summary>A text cell; blank when nothing but white space is written.</summary>
    public static LedgerCell Of(string? text) =>
        string.IsNullOrWhiteSpace(text) ? Blank : new(LedgerCellKind.Text, text);

    /// <summary>A numeric cell.</summary>
    public static LedgerCell Of(decimal number) =>
        new(LedgerCellKind.Number, number.ToString("0.############", CultureInfo.InvariantCulture));

    /// <summary>A date cell.</summary>
    public static LedgerCell Of(DateOnly date) =>
        new(LedgerCellKind.Date, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Half-width, white space runs as one blank, trimmed; empty for a blank or an error cell.</summary>
    public string Plain => Kind is LedgerCellKind.Blank or LedgerCellKind.Error ? "" : LedgerText.Tidy(Text);

    /// <summary>True for a blank cell and for a sign that people write for "nothing": 无, 不详, /, -.</summary>
    public bool IsEmpty => LedgerText.SaysNothing(Plain);
}
