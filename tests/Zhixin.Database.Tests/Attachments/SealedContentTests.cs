using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Zhixin.Database.Attachments;

namespace Zhixin.Database.Tests.Attachments;

/// <summary>What is sealed comes back byte for byte from any place, and nothing about it can be changed unseen.</summary>
public sealed class SealedContentTests : IDisposable
{
    private const int Chunk = SealedChunks.Plain;

    private readonly Folder _folder = new();

    public static TheoryData<int> Sizes() => [4, 5, 1023, 1024, Chunk - 1, Chunk, Chunk + 1, (2 * Chunk) - 1, 2 * Chunk, (3 * Chunk) + 7];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_content_of_any_size_comes_back_and_stands_under_its_hash(int size)
    {
        var bytes = Folder.Picture(size);

        var file = await _folder.Arrive("照片.jpg", bytes);

        (file.Size, file.MediaType, file.Name).ShouldBe((size, "image/jpeg", "照片.jpg"));
        file.PlainHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        (await _folder.Store.HashOf(file.Address, TestContext.Current.CancellationToken)).ShouldBe(file.Address);
        (await Whole(file)).ShouldBe(bytes);
        _folder.Kept().Length.ShouldBe(1);
    }

    [Fact]
    public async Task Any_range_is_what_the_whole_has_there()
    {
        var bytes = Folder.Picture((3 * Chunk) + 100);
        await using var content = _folder.Open(await _folder.Arrive("a.jpg", bytes));
        Prop.ForAll(Gen.Choose(0, bytes.Length).Zip(Gen.Choose(0, Chunk * 2)).ToArbitrary(), range =>
        {
            var (from, length) = range;
            content.Position = from;
            var part = new byte[Math.Min(length, bytes.Length - from)];
            content.ReadExactly(part);
            return part.AsSpan().SequenceEqual(bytes.AsSpan(from, part.Length));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task The_same_content_twice_is_sealed_differently_and_never_in_plain()
    {
        var bytes = Folder.Picture(Chunk + 10);

        var (first, second) = (await _folder.Arrive("a.jpg", bytes), await _folder.Arrive("a.jpg", bytes));

        first.Address.ShouldNotBe(second.Address);
        first.PlainHash.ShouldBe(second.PlainHash);
        foreach (var kept in _folder.Kept())
        {
            var box = await File.ReadAllBytesAsync(kept, TestContext.Current.CancellationToken);
            box.AsSpan().IndexOf(bytes.AsSpan(100, 16)).ShouldBe(-1);
        }
    }

    [Fact]
    public async Task One_changed_bit_anywhere_is_noticed()
    {
        var file = await _folder.Arrive("a.jpg", Folder.Picture(Chunk + 500));
        var path = _folder.Store.PathOf(file.Address);
        var box = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Prop.ForAll(Gen.Choose(0, box.Length - 1).Zip(Gen.Choose(0, 7)).ToArbitrary(), place =>
        {
            var changed = (byte[])box.Clone();
            changed[place.Item1] ^= (byte)(1 << place.Item2);
            File.WriteAllBytes(path, changed);
            return IsBroken(file) && _folder.Store.HashOf(file.Address, default).GetAwaiter().GetResult() != file.Address;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedChunks.Overhead)]
    [InlineData(SealedChunks.Overhead + 1)]
    [InlineData(SealedChunks.Whole)]
    [InlineData(2 * SealedChunks.Whole)]
    [InlineData((2 * SealedChunks.Whole) + 10)]
    public async Task A_content_that_was_cut_even_between_chunks_is_noticed(int length)
    {
        var file = await _folder.Arrive("a.jpg", Folder.Picture((2 * Chunk) + 500));
        await using (var stored = File.OpenWrite(_folder.Store.PathOf(file.Address)))
        {
            stored.SetLength(length);
        }

        IsBroken(file).ShouldBeTrue();
    }

    [Fact]
    public async Task Chunks_in_another_order_or_twice_or_left_out_are_noticed()
    {
        var file = await _folder.Arrive("a.jpg", Folder.Picture(3 * Chunk));
        var path = _folder.Store.PathOf(file.Address);
        var box = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        byte[] Of(params int[] order) => [.. order.SelectMany(i => box[(i * SealedChunks.Whole)..((i + 1) * SealedChunks.Whole)])];

        foreach (var order in new int[][] { [1, 0, 2], [0, 2], [0, 1, 1, 2], [0, 1], [2], [2, 1, 0] })
        {
            await File.WriteAllBytesAsync(path, Of(order), TestContext.Current.CancellationToken);
            IsBroken(file).ShouldBeTrue(string.Join(',', order));
        }

        await File.WriteAllBytesAsync(path, Of(0, 1, 2), TestContext.Current.CancellationToken);
        IsBroken(file).ShouldBeFalse();
    }

    [Fact]
    public async Task The_chunk_of_another_file_does_not_pass()
    {
        var (file, other) = (await _folder.Arrive("a.jpg", Folder.Picture(2 * Chunk)), await _folder.Arrive("b.jpg", Folder.Picture(2 * Chunk)));
        var box = await File.ReadAllBytesAsync(_folder.Store.PathOf(other.Address), TestContext.Current.CancellationToken);
        await using (var stored = File.OpenWrite(_folder.Store.PathOf(file.Address)))
        {
            stored.Write(box.AsSpan(0, SealedChunks.Whole));
        }

        IsBroken(file).ShouldBeTrue();
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void An_address_is_nothing_but_an_address(string address) => Should.Throw<ArgumentException>(() => _folder.Store.PathOf(address));

    public void Dispose() => _folder.Dispose();

    private bool IsBroken(ArrivedFile file)
    {
        try
        {
            using var content = _folder.Open(file);
            if (content.Length != file.Size)
            {
                return true;
            }

            content.CopyTo(Stream.Null);
            return false;
        }
        catch (CryptographicException)
        {
            return true;
        }
    }

    private async Task<byte[]> Whole(ArrivedFile file)
    {
        await using var content = _folder.Open(file);
        using var all = new MemoryStream();
        await content.CopyToAsync(all, TestContext.Current.CancellationToken);
        return all.ToArray();
    }
}
