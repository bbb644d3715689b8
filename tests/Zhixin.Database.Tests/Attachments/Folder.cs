using System.Security.Cryptography;
using Zhixin.Attachments;
using Zhixin.Database.Attachments;
using Zhixin.Database.Persons;

namespace Zhixin.Database.Tests.Attachments;

/// <summary>A store in a folder of its own, with somebody who sends files.</summary>
internal sealed class Folder : IDisposable
{
    /// <summary>The first bytes of a JPEG.</summary>
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0];

    public static readonly Guid Sender = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("zx-files");

    public Folder(AttachmentLimits? limits = null, string? at = null)
    {
        Store = new ContentStore(at ?? _directory.FullName);
        Files = new IncomingFiles(Store, Master, limits ?? AttachmentLimits.Usual, Clock);
    }

    public MasterKey Master { get; } = new(RandomNumberGenerator.GetBytes(32));

    public SetClock Clock { get; } = new();

    public ContentStore Store { get; }

    public IncomingFiles Files { get; }

    /// <summary>A picture of a size, always the same.</summary>
    public static byte[] Picture(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        Jpeg.AsSpan(0, Math.Min(4, size)).CopyTo(bytes);
        return bytes;
    }

    /// <summary>Announces a file.</summary>
    public Incoming Begin(string name, long? size) => Given(Files.Begin(Sender, name, size));

    /// <summary>Sends a piece.</summary>
    public Task<Answer<Incoming>> Send(Guid id, long offset, byte[] bytes, bool isWhole = false) =>
        Files.Append(Sender, id, offset, new MemoryStream(bytes), isWhole, TestContext.Current.CancellationToken);

    /// <summary>A whole file that arrived.</summary>
    public async Task<ArrivedFile> Arrive(string name, byte[] bytes) =>
        Given(await Send(Begin(name, null).Id, 0, bytes, isWhole: true)).Arrived.ShouldNotBeNull();

    /// <summary>Opens a file that arrived.</summary>
    public SealedStream Open(ArrivedFile file) => Store.Open(file.Address, Master.Unwrap(file.WrappedKey));

    /// <summary>Every file below the folder, without those on their way in.</summary>
    public string[] Kept() => [.. Directory.GetFiles(Store.Directory, "*", SearchOption.AllDirectories).Where(f => !f.StartsWith(Store.Incoming, StringComparison.Ordinal))];

    public static T Given<T>(Answer<T> answer) => answer.ShouldBeOfType<Answer<T>.Given>().Value;

    public static Refusal Refused<T>(Answer<T> answer) => answer.ShouldBeOfType<Answer<T>.Refused>().Why;

    public void Dispose() => _directory.Delete(recursive: true);

    /// <summary>A clock that a test sets.</summary>
    internal sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 2, 12, 4, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
