using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Zhixin.Database.History;

/// <summary>
/// Rows in the binary format of COPY: to be written into a table, or compared byte by byte with the rows that a <see cref="CopyReader"/>
/// reads. A value's type in .NET is its column's type in the database.
/// </summary>
public sealed class CopyRows
{
    /// <summary>How the server names the types of array elements.</summary>
    private const int OfUuid = 2950;
    private const int OfText = 25;
    private const int OfInt4 = 23;
    private const int OfDate = 1082;

    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xff, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Trailer = [0xff, 0xff];
    private static readonly DateOnly Epoch = new(2000, 1, 1);

    private byte[] _bytes = new byte[1 << 14];
    private int _length;

    /// <summary>The rows without header and trailer.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Adds a row.</summary>
    /// <exception cref="NotSupportedException">A value of a type that no read table has.</exception>
    public void Add(params ReadOnlySpan<object?> values)
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), (short)values.Length);
        foreach (var value in values)
        {
            Add(value);
        }
    }

    /// <summary>Writes the rows into a table.</summary>
    /// <param name="columns">In the order of the values.</param>
    public async Task Copy(NpgsqlConnection connection, string table, IEnumerable<string> columns, CancellationToken stop)
    {
        if (_length == 0)
        {
            return;
        }

        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)", stop);
        await copy.WriteAsync(Header, stop);
        await copy.WriteAsync(Written, stop);
        await copy.WriteAsync(Trailer, stop);
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case null: Length(-1); break;
            case int number: Add(number); break;
            case Guid id: Add(id); break;
            case string text: Add(text); break;
            case DateOnly day: Add(day); break;
            case bool yes: Field(1)[0] = yes ? (byte)1 : (byte)0; break;
            case byte[] bytes: bytes.CopyTo(Field(bytes.Length)); break;
            case short number: BinaryPrimitives.WriteInt16BigEndian(Field(sizeof(short)), number); break;
            case long number: BinaryPrimitives.WriteInt64BigEndian(Field(sizeof(long)), number); break;
            case int[] many: Add(many, OfInt4, static (rows, number) => rows.Add(number)); break;
            case DateOnly[] many: Add(many, OfDate, static (rows, day) => rows.Add(day)); break;
            case Guid[] many: Add(many, OfUuid, static (rows, id) => rows.Add(id)); break;
            case string[] many: Add(many, OfText, static (rows, text) => rows.Add(text)); break;
            default: throw new NotSupportedException($"No column holds a {value.GetType()}.");
        }
    }

    private void Add(int number) => BinaryPrimitives.WriteInt32BigEndian(Field(sizeof(int)), number);

    private void Add(DateOnly day) => Add(day.DayNumber - Epoch.DayNumber);

    private void Add(Guid id) => id.TryWriteBytes(Field(16), bigEndian: true, out _);

    private void Add(string text)
    {
        var at = _length;
        var written = Encoding.UTF8.GetBytes(text, Take(sizeof(int) + (3 * text.Length))[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(at), written);
        _length = at + sizeof(int) + written;
    }

    /// <summary>Dimensions (none when empty), no NULL, the elements' type, their number, the first one's index, the elements.</summary>
    private void Add<T>(T[] many, int type, Action<CopyRows, T> add)
    {
        var at = _length;
        Length(0);
        Length(many.Length == 0 ? 0 : 1);
        Length(0);
        Length(type);
        if (many.Length > 0)
        {
            Length(many.Length);
            Length(1);
        }

        foreach (var one in many)
        {
            add(this, one);
        }

        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(at), _length - at - sizeof(int));
    }

    private Span<byte> Field(int length)
    {
        Length(length);
        return Take(length);
    }

    private void Length(int length) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), length);

    private Span<byte> Take(int length)
    {
        if (_bytes.Length - _length < length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + length));
        }

        _length += length;
        return _bytes.AsSpan(_length - length, length);
    }
}
