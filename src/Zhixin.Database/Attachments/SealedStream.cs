using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Zhixin.Database.Attachments;

/// <summary>Sealed content as a stream of plain bytes that can be read from any place; one chunk is in memory at a time.</summary>
public sealed class SealedStream : Stream
{
    private readonly SafeFileHandle _file;
    private readonly AesGcm _key;
    private readonly long _sealedLength;
    private readonly byte[] _box = new byte[SealedChunks.Whole];
    private readonly byte[] _plain = new byte[SealedChunks.Plain];
    private long _chunk = -1;
    private int _filled;
    private long _position;

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public SealedStream(string path, byte[] key)
    {
        _file = File.OpenHandle(path, options: FileOptions.Asynchronous);
        _key = SealedChunks.Key(key);
        _sealedLength = RandomAccess.GetLength(_file);
        Length = Math.Max(0, SealedChunks.PlainLength(_sealedLength));
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Before the beginning.");
    }

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">The content was changed, cut or put in another order.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        if (_position / SealedChunks.Plain is var wanted && wanted != _chunk)
        {
            var read = await RandomAccess.ReadAsync(_file, Box(wanted), wanted * SealedChunks.Whole, cancellationToken);
            Take(wanted, read);
        }

        var taken = Part(buffer.Length).Length;
        Part(buffer.Length).CopyTo(buffer.Span);
        _position += taken;
        return taken;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= Length || count == 0)
        {
            return 0;
        }

        if (_position / SealedChunks.Plain is var wanted && wanted != _chunk)
        {
            Take(wanted, RandomAccess.Read(_file, Box(wanted).Span, wanted * SealedChunks.Whole));
        }

        var part = Part(count);
        part.CopyTo(buffer.AsSpan(offset));
        _position += part.Length;
        return part.Length;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        SeekOrigin.End => Length,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is ever written.
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        _key.Dispose();
        base.Dispose(disposing);
    }

    private Memory<byte> Box(long chunk) => _box.AsMemory(0, (int)Math.Min(SealedChunks.Whole, _sealedLength - (chunk * SealedChunks.Whole)));

    private void Take(long chunk, int read)
    {
        _chunk = -1;
        var plain = _plain.AsSpan(0, Math.Max(0, read - SealedChunks.Overhead));
        SealedChunks.Open(_key, chunk, chunk == SealedChunks.Count(_sealedLength) - 1, _box.AsSpan(0, read), plain);
        (_chunk, _filled) = (chunk, plain.Length);
    }

    private ReadOnlySpan<byte> Part(int most)
    {
        var from = (int)(_position % SealedChunks.Plain);
        return _plain.AsSpan(from, Math.Min(most, _filled - from));
    }
}
