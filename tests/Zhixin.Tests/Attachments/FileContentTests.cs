using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Zhixin.Attachments;

namespace Zhixin.Tests.Attachments;

/// <summary>What a file is, is said by its content alone.</summary>
public sealed class FileContentTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8];

    public static TheoryData<string, string, byte[]> Taken() => new()
    {
        { "image/jpeg", "照片.jpg", Jpeg },
        { "image/png", "a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0] },
        { "image/webp", "a.webp", [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8] },
        { "image/heic", "a.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0] },
        { "application/pdf", "判决书.PDF", [.. "%PDF-1.7\n"u8] },
        { "video/mp4", "a.mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0] },
        { "video/mp4", "a.mov", [0, 0, 0, 20, .. "ftypqt  "u8, 0, 0] },
        { "audio/mp4", "a.m4a", [0, 0, 0, 24, .. "ftypM4A "u8, 0, 0] },
        { "audio/mpeg", "a.mp3", [.. "ID3"u8, 4, 0] },
        { "audio/mpeg", "a.mp3", [0xFF, 0xFB, 0x90, 0x64] },
        { "audio/aac", "a.aac", [0xFF, 0xF1, 0x50, 0x80] },
        { "audio/wav", "a.wav", [.. "RIFF"u8, 1, 2, 3, 4, .. "WAVEfmt "u8] },
        { "audio/amr", "a.amr", [.. "#!AMR\n"u8] },
        { "audio/ogg", "a.ogg", [.. "OggS"u8, 0] },
        { "video/webm", "a.webm", [0x1A, 0x45, 0xDF, 0xA3, 0x9F, .. "BB\u0004webm"u8] },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void The_first_bytes_say_what_it_is(string mediaType, string name, byte[] head)
    {
        var (kind, why) = FileContent.Recognise(head, name);

        why.ShouldBeNull();
        kind!.MediaType.ShouldBe(mediaType);
    }

    public static TheoryData<string, string, byte[]> NotTaken() => new()
    {
        { "Windows 程序", "照片.jpg", [.. "MZ"u8, 0x90, 0] },
        { "Linux 程序", "照片.jpg", [0x7F, .. "ELF"u8, 2] },
        { "压缩包或 Office 文档", "申请书.docx", [.. "PK"u8, 3, 4] },
        { "旧版 Office 文档", "申请书.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1] },
        { "网页或脚本", "图.png", [.. "<svg xmlns='http://www.w3.org/2000/svg'>"u8] },
        { "网页或脚本", "图.svg", [.. "<?xml version='1.0'?><SVG>"u8] },
        { "网页或脚本", "a.pdf", [.. "<!DOCTYPE html><p>%PDF-1.4"u8] },
        { "网页或脚本", "a.jpg", [0xFF, 0xD8, 0xFF, 0xFE, 0, 60, .. "<html><script>alert(1)</script>"u8] },
        { "文本", "a.pdf", [.. "hello, no magic here"u8] },
        { "无法识别的内容", "a.pdf", [0, 1, 2, 3, 0xEE] },
        { "无法识别的内容", "a.webm", [0x1A, 0x45, 0xDF, 0xA3, 0x9F, .. "BB\u0008matroska"u8] },
        { "GIF 图片", "a.jpg", [.. "GIF89a"u8] },
    };

    [Theory]
    [MemberData(nameof(NotTaken))]
    public void Another_kind_is_refused_and_named_whatever_the_file_is_called(string what, string name, byte[] head)
    {
        var (kind, why) = FileContent.Recognise(head, name);

        kind.ShouldBeNull();
        why!.Message.ShouldBe("attachment-kind");
        why.Arguments.ShouldBe([name, what]);
    }

    [Theory]
    [InlineData("程序.exe")]
    [InlineData("页面.html")]
    [InlineData("录音.mp3")]
    [InlineData("文书.pdf")]
    public void A_name_that_says_otherwise_is_refused(string name) =>
        FileContent.Recognise(Jpeg, name).Why!.Message.ShouldBe("attachment-disguised");

    [Theory]
    [InlineData("照片.png", "照片.png.jpg")]
    [InlineData("照片", "照片.jpg")]
    [InlineData("照片.JPEG", "照片.JPEG")]
    public void Within_a_family_the_ending_may_differ_and_is_put_right_when_saved(string name, string saved) =>
        FileContent.Recognise(Jpeg, name).Kind!.SavedAs(name).ShouldBe(saved);

    [Fact]
    public void An_empty_file_is_refused() => FileContent.Recognise([], "a.jpg").Why!.Message.ShouldBe("attachment-empty");

    [Fact]
    public void Any_bytes_get_a_kind_or_a_reason() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), bytes => FileContent.Recognise(bytes, "a.jpg") is ({ } kind, null) ? kind.Family == FileFamily.Image : FileContent.Recognise(bytes, "a.jpg").Why is not null)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(@"C:\fakepath\照片.jpg", "照片.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\r\nb\0.pdf", "ab.pdf")]
    [InlineData("发票\u202Egpj.exe", "发票gpj.exe")]
    [InlineData(" .. ", "未命名")]
    [InlineData("𠮷某的照片.jpg", "𠮷某的照片.jpg")]
    [InlineData(null, "未命名")]
    public void A_file_name_loses_what_could_mislead(string? given, string name) => FileName.Clean(given, 120).ShouldBe(name);

    [Fact]
    public void Half_a_character_is_left_out() => FileName.Clean("a" + (char)0xD800 + ".jpg", 120).ShouldBe("a.jpg");

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending()
    {
        var name = FileName.Clean(new string('长', 500) + ".pdf", 120);

        name.Length.ShouldBe(120);
        name.ShouldEndWith("长.pdf");
    }

    [Fact]
    public void Every_name_is_clean_within_the_length_and_cleaning_again_changes_nothing() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(), given =>
        {
            var name = FileName.Clean(given, 40);
            return name.Length is > 0 and <= 40 && FileName.Clean(name, 40) == name && !name.Contains('/') && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) == name;
        }).QuickCheckThrowOnFailure();
}
