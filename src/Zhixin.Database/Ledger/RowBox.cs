using System.Text.Encodings.Web;
using System.Text.Json;
using Zhixin.Database.Persons;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>Keeps a ledger's row as it stood in the file, sealed under the master key: names and numbers stand in it.</summary>
public sealed class RowBox(MasterKey master)
{
    /// <summary>Chinese characters stay what they are: half the bytes.</summary>
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Seals a row.</summary>
    public byte[] Close(LedgerRow row) => master.Wrap(JsonSerializer.SerializeToUtf8Bytes(
        new Kept(
            row.Sheet, row.SheetRow, row.Header.Positions.ToDictionary(p => (int)p.Key, p => p.Value), [.. row.Header.Headings], row.Header.RowsBefore, row.Header.Height,
            [.. row.Cells.Select(cell => (int)cell.Kind)], [.. row.Cells.Select(cell => cell.Text)]),
        Compact));

    /// <summary>Opens a row that <see cref="Close"/> sealed.</summary>
    public LedgerRow Open(byte[] box)
    {
        var kept = JsonSerializer.Deserialize<Kept>(master.Unwrap(box))!;
        var header = new LedgerHeader(kept.Columns.ToDictionary(p => (LedgerColumn)p.Key, p => p.Value), kept.Headings, kept.RowsBefore, kept.Height);
        return new LedgerRow(kept.Sheet, kept.SheetRow, header, [.. kept.Texts.Select((text, at) => new LedgerCell((LedgerCellKind)kept.Kinds[at], text))]);
    }

    private sealed record Kept(string Sheet, int SheetRow, Dictionary<int, int> Columns, string[] Headings, int RowsBefore, int Height, int[] Kinds, string[] Texts);
}
