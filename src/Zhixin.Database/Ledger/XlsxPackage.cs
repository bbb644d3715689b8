using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Zhixin.Database.Ledger;

/// <summary>
/// The zip package of a workbook, looked at with suspicion: nothing is unpacked but the parts that are read, and each of those
/// through a counter, because the sizes that a zip states about itself can lie.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private static readonly byte[] OleMagic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    private XlsxPackage(ZipArchive zip) => this.zip = zip;

    /// <summary>Opens a seekable stream, which stays the caller's. Throws <see cref="XlsxRefusedException"/>.</summary>
    public static XlsxPackage Open(Stream file, XlsxLimits limits)
    {
        Sniff(file, limits);
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw new XlsxRefusedException(LedgerFileRefusal.Damaged);
        }

        var package = new XlsxPackage(archive);
        try
        {
            package.List(limits);
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public bool Has(string path) => entries.ContainsKey(path.TrimStart('/'));

    /// <summary>A forward-only reader over one part. A part that is missing, or longer than it may be, refuses the file.</summary>
    public XmlReader Read(string path, long maxBytes)
    {
        if (!entries.TryGetValue(path.TrimStart('/'), out var entry))
        {
            throw new XlsxRefusedException(LedgerFileRefusal.Damaged);
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        return XmlReader.Create(new CountedStream(entry.Open(), maxBytes, entry.Name), settings);
    }

    public void Dispose() => zip.Dispose();

    private void List(XlsxLimits limits)
    {
        if (zip.Entries.Count > limits.Entries)
        {
            throw new XlsxRefusedException(LedgerFileRefusal.TooMuch($"{zip.Entries.Count} 个部件"));
        }

        foreach (var entry in zip.Entries)
        {
            if (!entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
            {
                throw new XlsxRefusedException(LedgerFileRefusal.Damaged);
            }
        }

        if (entries.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new XlsxRefusedException(LedgerFileRefusal.Macros);
        }

        if (Has("xl/workbook.bin"))
        {
            throw new XlsxRefusedException(LedgerFileRefusal.BinaryExcel);
        }

        if (!Has("[Content_Types].xml"))
        {
            throw new XlsxRefusedException(LedgerFileRefusal.NotExcel);
        }
    }

    private static void Sniff(Stream file, XlsxLimits limits)
    {
        if (file.Length == 0)
        {
            throw new XlsxRefusedException(LedgerFileRefusal.Empty);
        }

        if (file.Length > limits.FileBytes)
        {
            throw new XlsxRefusedException(LedgerFileRefusal.TooLarge(limits.FileBytes));
        }

        file.Position = 0;
        var head = new byte[8];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read == head.Length && head.AsSpan().SequenceEqual(OleMagic))
        {
            throw new XlsxRefusedException(IsEncrypted(file) ? LedgerFileRefusal.Encrypted : LedgerFileRefusal.OldExcel);
        }

        if (read < 4 || head[0] != 'P' || head[1] != 'K' || head[2] != 3 || head[3] != 4)
        {
            throw new XlsxRefusedException(LedgerFileRefusal.NotExcel);
        }

        file.Position = 0;
    }

    /// <summary>A workbook with a password is a compound file with a stream named EncryptedPackage; names stand in UTF-16.</summary>
    private static bool IsEncrypted(Stream file)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[1 << 16];
        file.Position = 0;
        var kept = 0;
        int read;
        while ((read = file.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(name) >= 0)
            {
                return true;
            }

            kept = Math.Min(name.Length, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }

    private sealed class CountedStream(Stream inner, long max, string name) : Stream
    {
        private long count;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => count;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            count += read;
            return count <= max ? read : throw new XlsxRefusedException(LedgerFileRefusal.TooMuch(name));
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
