using FsCheck;
using FsCheck.Fluent;
using Zhixin.Attachments;
using Zhixin.Database.Attachments;

namespace Zhixin.Database.Tests.Attachments;

/// <summary>Files come in piece by piece; what was acknowledged is kept, and what is refused leaves nothing.</summary>
public sealed class IncomingFilesTests
{
    private const int Chunk = SealedChunks.Plain;

    [Fact]
    public void Pieces_of_any_size_make_the_same_file() => Prop.ForAll(
        Gen.Choose(1, Chunk + 30_000).NonEmptyListOf().Where(sizes => sizes.Count < 8).ToArbitrary(), sizes =>
        {
            using var folder = new Folder();
            var bytes = Folder.Picture(sizes.Sum() + 4);
            var file = folder.Begin("a.jpg", bytes.Length);
            var (offset, last) = (0, file);
            foreach (var size in sizes.Append(4))
            {
                last = Folder.Given(folder.Send(file.Id, offset, bytes[offset..(offset + size)]).GetAwaiter().GetResult());
                offset += size;
            }

            using var content = folder.Open(last.Arrived!);
            using var all = new MemoryStream();
            content.CopyTo(all);
            return all.ToArray().AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public async Task What_came_before_a_cut_is_kept_and_the_rest_follows()
    {
        using var folder = new Folder();
        var bytes = Folder.Picture((2 * Chunk) + 999);
        var file = folder.Begin("a.jpg", bytes.Length);

        await Should.ThrowAsync<IOException>(() => folder.Files.Append(
            Folder.Sender, file.Id, 0, new CutStream(bytes, Chunk + 1234), false, TestContext.Current.CancellationToken));

        var kept = folder.Files.Find(Folder.Sender, file.Id)!;
        (kept.Offset, kept.Arrived).ShouldBe((Chunk + 1234, null));
        Folder.Given(await folder.Send(file.Id, Chunk + 1234, bytes[(Chunk + 1234)..])).Arrived!.Size.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task A_chunk_that_a_crash_left_half_written_is_asked_for_again()
    {
        using var folder = new Folder();
        var bytes = Folder.Picture(3 * Chunk);
        var file = folder.Begin("a.jpg", bytes.Length);
        await folder.Send(file.Id, 0, bytes[..(2 * Chunk)]);
        var part = Directory.GetFiles(folder.Store.Incoming, "*.part").Single();
        await using (var torn = File.OpenWrite(part))
        {
            torn.SetLength(torn.Length - 100);
        }

        folder.Files.Find(Folder.Sender, file.Id)!.Offset.ShouldBe(Chunk);
        Folder.Given(await folder.Send(file.Id, Chunk, bytes[Chunk..])).Arrived!.Size.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task A_wrong_offset_is_refused_and_says_the_right_one()
    {
        using var folder = new Folder();
        var file = folder.Begin("a.jpg", 100);
        await folder.Send(file.Id, 0, Folder.Picture(40));

        var refusal = Folder.Refused(await folder.Send(file.Id, 41, Folder.Picture(10)));

        (refusal.Message, refusal.Arguments[0]).ShouldBe(("upload-offset", 40L));
    }

    [Fact]
    public async Task Two_at_once_do_not_write_into_each_other()
    {
        using var folder = new Folder();
        var file = folder.Begin("a.jpg", 100);
        await folder.Send(file.Id, 0, Folder.Picture(40));
        await using var held = new FileStream(Directory.GetFiles(folder.Store.Incoming, "*.part").Single(), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Folder.Refused(await folder.Send(file.Id, 40, Folder.Picture(60))).Message.ShouldBe("upload-busy");
    }

    [Fact]
    public async Task Nobody_else_finds_adds_to_or_gives_up_the_file()
    {
        using var folder = new Folder();
        var file = folder.Begin("a.jpg", 100);
        var other = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058");

        folder.Files.Find(other, file.Id).ShouldBeNull();
        (await folder.Files.Append(other, file.Id, 0, new MemoryStream(new byte[100]), false, default)).ShouldBeOfType<Answer<Incoming>.Unknown>();
        folder.Files.Cancel(other, file.Id).ShouldBeFalse();
        folder.Files.Find(Folder.Sender, file.Id).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0, "attachment-empty")]
    [InlineData((4L << 30) + 1, "attachment-too-large")]
    public void A_size_that_cannot_be_is_refused_before_a_byte_is_sent(long size, string message)
    {
        using var folder = new Folder();

        Folder.Refused(folder.Files.Begin(Folder.Sender, "a.mp4", size)).Message.ShouldBe(message);
        Directory.GetFiles(folder.Store.Incoming).ShouldBeEmpty();
    }

    [Fact]
    public void The_largest_recording_may_be_announced()
    {
        using var folder = new Folder();

        folder.Begin("a.mp4", 4L << 30).Size.ShouldBe(4L << 30);
    }

    [Theory]
    [InlineData(5000, null)]
    [InlineData(5001, "attachment-too-large")]
    public async Task The_limit_of_the_kind_holds_at_its_last_byte(int size, string? message)
    {
        using var folder = new Folder(AttachmentLimits.Usual with { Papers = 5000 });

        foreach (var declared in new long?[] { size, null })
        {
            var answer = await folder.Send(folder.Begin("a.jpg", declared).Id, 0, Folder.Picture(size), isWhole: true);
            (answer is Answer<Incoming>.Refused refused ? refused.Why.Message : null).ShouldBe(message);
        }

        folder.Kept().Length.ShouldBe(message is null ? 2 : 0);
    }

    [Fact]
    public async Task A_picture_announced_too_large_is_refused_with_its_first_piece()
    {
        using var folder = new Folder(AttachmentLimits.Usual with { Papers = 100_000 });
        var file = folder.Begin("a.jpg", 10_000_000);

        Folder.Refused(await folder.Send(file.Id, 0, Folder.Picture(1024))).Message.ShouldBe("attachment-too-large");
        folder.Files.Find(Folder.Sender, file.Id).ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing()
    {
        using var folder = new Folder();

        var refusal = Folder.Refused(await folder.Send(folder.Begin("照片.jpg", null).Id, 0, [.. "MZ"u8, 0, 1, 2], isWhole: true));

        (refusal.Message, refusal.Arguments[1]).ShouldBe(("attachment-kind", "Windows 程序"));
        Directory.GetFiles(folder.Store.Directory, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_was_announced_is_refused()
    {
        using var folder = new Folder();

        Folder.Refused(await folder.Send(folder.Begin("a.jpg", 50).Id, 0, Folder.Picture(51))).Message.ShouldBe("upload-longer");
    }

    [Fact]
    public async Task A_file_that_arrived_survives_the_end_of_the_program_before_it_was_moved()
    {
        using var folder = new Folder();
        var file = await folder.Arrive("a.jpg", Folder.Picture(100));
        File.Move(folder.Store.PathOf(file.Address), Path.Combine(folder.Store.Incoming, $"{file.Id:N}.part"));

        folder.Files.Find(Folder.Sender, file.Id)!.Arrived!.Address.ShouldBe(file.Address);
        folder.Store.Has(file.Address).ShouldBeTrue();
    }

    [Fact]
    public async Task What_nobody_took_is_forgotten_after_a_day_and_not_before()
    {
        using var folder = new Folder();
        var (arrived, half) = (await folder.Arrive("a.jpg", Folder.Picture(100)), folder.Begin("b.jpg", 100));
        await folder.Send(half.Id, 0, Folder.Picture(50));

        folder.Clock.Now += TimeSpan.FromDays(1);
        (await folder.Files.Sweep(_ => Task.FromResult<List<Guid>>([]))).ShouldBeEmpty();
        folder.Clock.Now += TimeSpan.FromSeconds(1);
        (await folder.Files.Sweep(_ => Task.FromResult<List<Guid>>([]))).ShouldBe([arrived.Id, half.Id], ignoreOrder: true);

        Directory.GetFiles(folder.Store.Directory, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_act_took_is_never_forgotten_though_nobody_noted_it()
    {
        using var folder = new Folder();
        var file = await folder.Arrive("a.jpg", Folder.Picture(100));
        folder.Clock.Now += TimeSpan.FromDays(2);

        (await folder.Files.Sweep(ids => Task.FromResult(ids.ToList()))).ShouldBeEmpty();

        folder.Store.Has(file.Address).ShouldBeTrue();
        Directory.GetFiles(folder.Store.Incoming).ShouldBeEmpty();
    }

    /// <summary>Gives so many bytes, and then the connection is gone.</summary>
    private sealed class CutStream(byte[] bytes, int until) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Position < until
            ? await base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, until - Position)], cancellationToken)
            : throw new IOException("The connection is gone.");
    }
}
