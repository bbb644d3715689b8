using System.Xml;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>What opening a file gave: a ledger, or the reason why it is none.</summary>
public abstract record LedgerFileOpening
{
    private LedgerFileOpening()
    {
    }

    /// <summary>A ledger that has been read to its end once and is sound. Dispose of it when done.</summary>
    public sealed record Opened(LedgerFile File) : LedgerFileOpening;

    /// <summary>No ledger.</summary>
    public sealed record Refused(LedgerFileRefusal Why) : LedgerFileOpening;
}

/// <summary>A sheet that holds contacts: its name, what the rows above its header say, and its header.</summary>
public sealed record LedgerSheet(string Name, LedgerTitle Title, LedgerHeader Header);

/// <summary>A sheet that is not imported. <see cref="Why"/> says so in a sentence for the preview.</summary>
public sealed record SkippedSheet(string Name, string Why);

/// <summary>
/// An Excel ledger (JZ21-A1), read sheet by sheet and row by row in flat memory. Every visible sheet with a ledger's header is read;
/// hidden sheets, and sheets without one (填表说明), are named in <see cref="SkippedSheets"/>.
/// </summary>
public sealed class LedgerFile : IDisposable
{
    private readonly XlsxPackage package;
    private readonly List<(LedgerSheet Sheet, XlsxSheet Source, int HeaderRow)> sources;

    private LedgerFile(XlsxPackage package, List<(LedgerSheet Sheet, XlsxSheet Source, int HeaderRow)> sources, IReadOnlyList<SkippedSheet> skipped)
    {
        this.package = package;
        this.sources = sources;
        Sheets = [.. sources.Select(source => source.Sheet)];
        SkippedSheets = skipped;
    }

    /// <summary>The sheets that are read, in the workbook's order; at least one.</summary>
    public IReadOnlyList<LedgerSheet> Sheets { get; }

    /// <summary>The sheets that are not.</summary>
    public IReadOnlyList<SkippedSheet> SkippedSheets { get; }

    /// <summary>Opens a ledger. The stream must be seekable and stays the caller's; it is read while rows are. Never throws for what a file contains.</summary>
    public static LedgerFileOpening Open(Stream file, XlsxLimits? limits = null)
    {
        XlsxPackage? opening = null;
        try
        {
            opening = XlsxPackage.Open(file, limits ?? new());
            var opened = Read(opening, limits ?? new());
            opening = null;
            return new LedgerFileOpening.Opened(opened);
        }
        catch (XlsxRefusedException refused)
        {
            return new LedgerFileOpening.Refused(refused.Why);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or FormatException)
        {
            return new LedgerFileOpening.Refused(LedgerFileRefusal.Damaged);
        }
        finally
        {
            opening?.Dispose();
        }
    }

    /// <summary>Every row below the headers, in order, with what it is. Each enumeration reads the file anew.</summary>
    public IEnumerable<(LedgerRow Row, LedgerRowKind Kind)> Rows()
    {
        foreach (var (sheet, source, headerRow) in sources)
        {
            foreach (var row in source.Rows())
            {
                if (row.Number > headerRow)
                {
                    var ledgerRow = new LedgerRow(sheet.Name, row.Number, sheet.Header, row.Cells);
                    yield return (ledgerRow, LedgerRowKinds.Of(ledgerRow));
                }
            }
        }
    }

    /// <summary>The rows that are contacts.</summary>
    public IEnumerable<LedgerRow> Contacts() => Rows().Where(row => row.Kind == LedgerRowKind.Contact).Select(row => row.Row);

    /// <inheritdoc/>
    public void Dispose() => package.Dispose();

    private static LedgerFile Read(XlsxPackage from, XlsxLimits limits)
    {
        var workbook = XlsxWorkbook.Read(from, limits);
        var read = new List<(LedgerSheet Sheet, XlsxSheet Source, int HeaderRow)>();
        var skipped = new List<SkippedSheet>();
        LedgerFileRefusal? incomplete = null;
        foreach (var part in workbook.Sheets)
        {
            if (part.Hidden)
            {
                skipped.Add(new(part.Name, "隐藏的工作表，未导入"));
                continue;
            }

            var source = new XlsxSheet(from, workbook, part, limits);
            source.Survey();
            var top = source.Rows().Take(LedgerHeader.RowsLookedAt + 1).ToList();
            var header = LedgerHeader.Find([.. top.Select(row => row.Cells)]);
            if (header is null)
            {
                skipped.Add(new(part.Name, "没有台账表头，未导入"));
            }
            else if (header.Missing.Count > 0)
            {
                incomplete ??= LedgerFileRefusal.MissingColumns(part.Name, header.Missing);
                skipped.Add(new(part.Name, $"缺少必需的列（{string.Join('、', header.Missing.Select(LedgerColumns.Name))}），未导入"));
            }
            else
            {
                var title = LedgerTitle.Read(top.Take(header.RowsBefore).Select(row => row.Cells));
                read.Add((new(part.Name, title, header), source, top[header.RowsBefore + header.Height - 1].Number));
            }
        }

        return read.Count > 0
            ? new(from, read, skipped)
            : throw new XlsxRefusedException(incomplete ?? LedgerFileRefusal.NoHeader);
    }
}
