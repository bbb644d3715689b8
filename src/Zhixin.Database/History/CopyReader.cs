using System.Buffers.Binary;
using Npgsql;

namespace Zhixin.Database.History;

/// <summary>
/// Reads the rows of a query as COPY sends them in its binary format: fields as bytes, of which no values are made. Several times as fast as
/// a reader of values, and the fields of an event come in the very encoding over which its hash is made.
/// </summary>
public sealed class CopyReader : IAsyncDisposable
{
    /// <summary>Signature, flags and the length of an extension that there is not.</summary>
    private const int HeaderLength = 19;
    private const short Trailer = -1;

    private readonly Stream _copy;
    private readonly List<(int At, int Length)> _fields = [];
    private byte[] _buffer = new byte[1 << 16];
    private int _row;
    private int _next = HeaderLength;
    private int _end;

    private CopyReader(Stream copy) => _copy = copy;

    /// <summary>The row that was read last: the number of its fields, then each with its length before it.</summary>
    public ReadOnlySpan<byte> Row => _buffer.AsSpan(_row, _next - _row);

    /// <summary>Begins to read.</summary>
    /// <param name="query">Without parameters: COPY takes none.</param>
    public static async Task<CopyReader> Open(NpgsqlConnection connection, string query, CancellationToken stop) =>
        new(await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", stop));

    /// <summary>
    /// Reads the next row; false behind the last one. The server sends without pause, so the thread waits for it: leaving and coming back costs
    /// more than the rows that arrive at a time.
    /// </summary>
    public bool Next(CancellationToken stop)
    {
        _row = _next;
        while (!HasRow())
        {
            stop.ThrowIfCancellationRequested();
            More();
        }

        return _fields.Count > 0;
    }

    /// <summary>A field's bytes; empty for NULL too.</summary>
    public ReadOnlySpan<byte> Field(int field) => _fields[field] is (var at, > 0 and var length) ? _buffer.AsSpan(at, length) : [];

    /// <summary>Several fields in a row, each with its length before it.</summary>
    /// <param name="last">Inclusive.</param>
    public ReadOnlySpan<byte> Fields(int first, int last)
    {
        var (from, end) = (_fields[first].At - sizeof(int), _fields[last]);
        return _buffer.AsSpan(from, end.At + Math.Max(end.Length, 0) - from);
    }

    /// <summary>An <c>int4</c>.</summary>
    public int Number(int field) => BinaryPrimitives.ReadInt32BigEndian(Field(field));

    /// <summary>An <c>int8</c>, or an instant in microseconds since 2000.</summary>
    public long Large(int field) => BinaryPrimitives.ReadInt64BigEndian(Field(field));

    /// <summary>An <c>int2</c>.</summary>
    public short Small(int field) => BinaryPrimitives.ReadInt16BigEndian(Field(field));

    /// <summary>A <c>uuid</c>.</summary>
    public Guid Id(int field) => new(Field(field), bigEndian: true);

    /// <summary>A <c>text</c>.</summary>
    public string Text(int field) => System.Text.Encoding.UTF8.GetString(Field(field));

    /// <summary>An <c>int4[]</c> of one dimension without NULL: the numbers, each with its length, come after dimensions, flags, type, count and first index.</summary>
    public int[] Numbers(int field)
    {
        var bytes = Field(field);
        var count = BinaryPrimitives.ReadInt32BigEndian(bytes) == 0 ? 0 : BinaryPrimitives.ReadInt32BigEndian(bytes[12..]);
        var numbers = new int[count];
        for (var n = 0; n < count; n++)
        {
            numbers[n] = BinaryPrimitives.ReadInt32BigEndian(bytes[(20 + (8 * n) + 4)..]);
        }

        return numbers;
    }

    /// <summary>Ends the reading; what was not read is skipped.</summary>
    public ValueTask DisposeAsync() => _copy.DisposeAsync();

    /// <summary>Finds the fields of the row that begins here; false while it has not come whole. A trailer is a row without fields.</summary>
    private bool HasRow()
    {
        _fields.Clear();
        var at = _row;
        if (_end - at < sizeof(short))
        {
            return false;
        }

        var count = BinaryPrimitives.ReadInt16BigEndian(_buffer.AsSpan(at));
        at += sizeof(short);
        for (var field = 0; field < count && count != Trailer; field++)
        {
            if (_end - at < sizeof(int))
            {
                return false;
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(at));
            at += sizeof(int);
            if (_end - at < length)
            {
                return false;
            }

            _fields.Add((at, length));
            at += Math.Max(length, 0);
        }

        _next = at;
        return true;
    }

    private void More()
    {
        if (_row >= _end && _end > 0)
        {
            (_row, _end) = (_row - _end, 0);
        }
        else if (_end == _buffer.Length)
        {
            MakeRoom();
        }

        var read = _copy.Read(_buffer.AsSpan(_end));
        _end += read > 0 ? read : throw new InvalidDataException("The rows ended within a row.");
    }

    /// <summary>The beginning of the row moves to the front; one that fills the buffer gets a larger one.</summary>
    private void MakeRoom()
    {
        var to = _row == 0 ? new byte[2 * _buffer.Length] : _buffer;
        _buffer.AsSpan(_row, _end - _row).CopyTo(to);
        (_buffer, _end, _row) = (to, _end - _row, 0);
    }
}
