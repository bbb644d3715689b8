using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Zhixin.Database.Attachments;

/// <summary>
/// Writes sealed content at the end of a file, in flat memory. The last chunk stays open until it is known whether more follows; a writer that was
/// broken off is opened again where whole chunks end. Not safe for use by two at once: the file must be held exclusively.
/// </summary>
public sealed class SealedWriter : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly AesGcm _key;
    private readonly byte[] _plain = new byte[SealedChunks.Plain];
    private readonly byte[] _box = new byte[SealedChunks.Whole];
    private long _index;
    private int _filled;

    /// <summary>Goes on where the file ends; a chunk that was only half written is left out and will be overwritten.</summary>
    /// <param name="file">Open for reading and writing.</param>
    public SealedWriter(SafeFileHandle file, byte[] key)
    {
        (_file, _key) = (file, SealedChunks.Key(key));
        var length = RandomAccess.GetLength(file);
        for (_index = SealedChunks.Count(length) - 1; _index >= 0; _index--)
        {
            if (Reads(_index, Math.Min(length, (_index + 1) * SealedChunks.Whole)) is { } filled)
            {
                _filled = filled;
                return;
            }
        }

        _index = 0;
    }

    /// <summary>Plain bytes so far.</summary>
    public long Length => (_index * SealedChunks.Plain) + _filled;

    /// <summary>Adds bytes; whole chunks go to the file.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_filled == SealedChunks.Plain)
            {
                Put(isLast: false);
                (_index, _filled) = (_index + 1, 0);
            }

            var taken = Math.Min(bytes.Length, SealedChunks.Plain - _filled);
            bytes[..taken].CopyTo(_plain.AsSpan(_filled));
            _filled += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>The first bytes of the content, as many as asked for or as there are.</summary>
    public byte[] Head(int most)
    {
        if (_index == 0)
        {
            return _plain[..Math.Min(most, _filled)];
        }

        var first = new byte[SealedChunks.Plain];
        var box = new byte[SealedChunks.Whole];
        _ = RandomAccess.Read(_file, box, 0);
        SealedChunks.Open(_key, 0, false, box, first);
        return first[..most];
    }

    /// <summary>Keeps what came so far, safe from a loss of power; more may follow later.</summary>
    public void Suspend() => Settle(isLast: false);

    /// <summary>Ends the content, safe from a loss of power.</summary>
    public void Complete() => Settle(isLast: true);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private void Settle(bool isLast)
    {
        if (_filled > 0)
        {
            Put(isLast);
        }

        RandomAccess.SetLength(_file, (_index * SealedChunks.Whole) + (_filled > 0 ? _filled + SealedChunks.Overhead : 0));
        RandomAccess.FlushToDisk(_file);
    }

    private void Put(bool isLast)
    {
        SealedChunks.Seal(_key, _index, isLast, _plain.AsSpan(0, _filled), _box);
        RandomAccess.Write(_file, _box.AsSpan(0, _filled + SealedChunks.Overhead), _index * SealedChunks.Whole);
    }

    private int? Reads(long index, long end)
    {
        var length = (int)(end - (index * SealedChunks.Whole));
        try
        {
            var read = RandomAccess.Read(_file, _box.AsSpan(0, length), index * SealedChunks.Whole);
            SealedChunks.Open(_key, index, false, _box.AsSpan(0, read), _plain.AsSpan(0, Math.Max(0, read - SealedChunks.Overhead)));
            return read - SealedChunks.Overhead;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
