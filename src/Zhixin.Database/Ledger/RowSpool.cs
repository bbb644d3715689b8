using System.Text;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>
/// Rows of a ledger kept on disk while it is judged and written: appended once, read at any place. The file has no name any more as soon as
/// it is open (on Windows, as soon as it is closed), so that nothing of it outlives the process. Not for several threads.
/// </summary>
internal sealed class RowSpool : IDisposable
{
    private const int WrittenAtOnce = 1 << 16;

    private readonly FileStream _file;
    private readonly MemoryStream _pending = new(WrittenAtOnce + 4096);
    private readonly BinaryWriter _writer;
    private readonly List<(string Name, LedgerHeader Header)> _sheets = [];
    private long _written;
    private byte[] _buffer = new byte[4096];

    /// <summary>Opens an empty spool in a folder, which is made where it is missing.</summary>
    public RowSpool(string folder)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0, Options = FileOptions.RandomAccess };
        if (OperatingSystem.IsWindows())
        {
            options.Options |= FileOptions.DeleteOnClose;
        }
        else
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _file = new FileStream(Path.Combine(folder, $"rows-{Path.GetRandomFileName()}"), options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_file.Name);
        }

        _writer = new BinaryWriter(_pending, Encoding.UTF8);
    }

    /// <summary>Appends a row, and tells its place.</summary>
    public long Append(LedgerRow row)
    {
        var place = _written + _pending.Length;
        var start = (int)_pending.Length;
        _writer.Write(0);
        Write(row);
        var end = (int)_pending.Length;
        _pending.Position = start;
        _writer.Write(end - start - 4);
        _pending.Position = end;
        if (end >= WrittenAtOnce)
        {
            Flush();
        }

        return place;
    }

    /// <summary>The row at a place that <see cref="Append"/> told.</summary>
    public LedgerRow Read(long place)
    {
        Flush();
        var read = RandomAccess.Read(_file.SafeFileHandle, _buffer, place);
        var length = 4 + BitConverter.ToInt32(_buffer);
        if (_buffer.Length < length)
        {
            Array.Resize(ref _buffer, length);
        }

        while (read < length)
        {
            var more = RandomAccess.Read(_file.SafeFileHandle, _buffer.AsSpan(read, length - read), place + read);
            read += more > 0 ? more : throw new EndOfStreamException();
        }

        using var reader = new BinaryReader(new MemoryStream(_buffer, 4, length - 4, writable: false), Encoding.UTF8);
        return Row(reader);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }

    private void Write(LedgerRow row)
    {
        _writer.Write7BitEncodedInt(Sheet(row));
        _writer.Write7BitEncodedInt(row.SheetRow);
        _writer.Write7BitEncodedInt(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            _writer.Write((byte)cell.Kind);
            if (cell.Kind != LedgerCellKind.Blank)
            {
                _writer.Write(cell.Text);
            }
        }
    }

    private LedgerRow Row(BinaryReader reader)
    {
        var (name, header) = _sheets[reader.Read7BitEncodedInt()];
        var sheetRow = reader.Read7BitEncodedInt();
        var cells = new LedgerCell[reader.Read7BitEncodedInt()];
        for (var at = 0; at < cells.Length; at++)
        {
            var kind = (LedgerCellKind)reader.ReadByte();
            cells[at] = kind == LedgerCellKind.Blank ? LedgerCell.Blank : new LedgerCell(kind, reader.ReadString());
        }

        return new LedgerRow(name, sheetRow, header, cells);
    }

    private int Sheet(LedgerRow row)
    {
        if (_sheets.Count == 0 || !ReferenceEquals(_sheets[^1].Header, row.Header) || _sheets[^1].Name != row.Sheet)
        {
            _sheets.Add((row.Sheet, row.Header));
        }

        return _sheets.Count - 1;
    }

    private void Flush()
    {
        if (_pending.Length > 0)
        {
            RandomAccess.Write(_file.SafeFileHandle, _pending.GetBuffer().AsSpan(0, (int)_pending.Length), _written);
            _written += _pending.Length;
            _pending.SetLength(0);
        }
    }
}
