using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Zhixin.Attachments;

namespace Zhixin.Database.Attachments;

/// <summary>The content of one file while bytes come in: recognised as soon as enough is there, and measured against the limit of its kind.</summary>
internal sealed class IncomingContent(SafeFileHandle file, IncomingNote note, AttachmentLimits limits) : IDisposable
{
    private readonly SealedWriter _writer = new(file, note.Key);
    private FileKind? _kind;

    /// <summary>The disk failed in the middle of a chunk: what stands there is found out when the file is opened again.</summary>
    private bool _isTorn;

    /// <summary>Plain bytes that are kept.</summary>
    public long Length => _writer.Length;

    /// <summary>Takes what comes until the source ends or breaks off; either way what came is kept, safe from a loss of power.</summary>
    /// <returns>Why the file is not taken; null when nothing speaks against it so far.</returns>
    public async Task<Refusal?> Take(Stream source, CancellationToken stop)
    {
        var piece = new byte[SealedChunks.Plain];
        try
        {
            for (var read = await source.ReadAsync(piece, stop); read > 0; read = await source.ReadAsync(piece, stop))
            {
                if (Length + read > note.Size)
                {
                    return new Refusal.Input("files", "upload-longer", note.Name, note.Size);
                }

                _isTorn = true;
                _writer.Write(piece.AsSpan(0, read));
                _isTorn = false;
                if (Judge(isEnd: false) is { } refusal)
                {
                    return refusal;
                }
            }

            return null;
        }
        finally
        {
            if (!_isTorn)
            {
                _writer.Suspend();
            }
        }
    }

    /// <summary>Ends the file. The whole of it is read once more, so that nothing is promised that the disk does not hold.</summary>
    /// <exception cref="CryptographicException">What was kept earlier can no longer be read.</exception>
    public (IncomingNote? Note, Refusal? Why) Complete()
    {
        if (Judge(isEnd: true) is { } refusal)
        {
            return (null, refusal);
        }

        _writer.Complete();
        var (address, plain) = Digest();
        return (note with { Size = Length, MediaType = _kind!.MediaType, Address = address, PlainHash = plain }, null);
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private Refusal? Judge(bool isEnd)
    {
        if (_kind is null && (isEnd || Length >= FileContent.Needed))
        {
            (_kind, var why) = FileContent.Recognise(_writer.Head(FileContent.Needed), note.Name);
            if (why is not null)
            {
                return why;
            }
        }

        var most = _kind is null ? limits.Recordings : limits.Of(_kind.Family);
        return Math.Max(note.Size ?? 0, Length) > most ? TooLarge(note.Name, most) : null;
    }

    /// <summary>The refusal of a file above a limit; shown in whole megabytes.</summary>
    internal static Refusal TooLarge(string name, long most) => new Refusal.Input("files", "attachment-too-large", name, Math.Max(1, most >> 20));

    private (string Address, string Plain) Digest()
    {
        using var key = SealedChunks.Key(note.Key);
        using var ofSealed = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var ofPlain = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (box, plain) = (new byte[SealedChunks.Whole], new byte[SealedChunks.Plain]);
        var last = SealedChunks.Count(RandomAccess.GetLength(file)) - 1;
        for (var index = 0L; index <= last; index++)
        {
            var read = RandomAccess.Read(file, box, index * SealedChunks.Whole);
            ofSealed.AppendData(box, 0, read);
            var opened = plain.AsSpan(0, Math.Max(0, read - SealedChunks.Overhead));
            SealedChunks.Open(key, index, index == last, box.AsSpan(0, read), opened);
            ofPlain.AppendData(opened);
        }

        return (Convert.ToHexStringLower(ofSealed.GetHashAndReset()), Convert.ToHexStringLower(ofPlain.GetHashAndReset()));
    }
}
