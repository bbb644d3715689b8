using System.Text;

namespace Zhixin.Attachments;

/// <summary>Recognises what a file is by its first bytes: what it is called and what a client says it is counts for nothing.</summary>
public static class FileContent
{
    /// <summary>As many bytes from the beginning as recognition needs.</summary>
    public const int Needed = 1024;

    private static readonly string[] VideoBrands = ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "M4V ", "M4VH", "M4VP", "qt  ", "3gp4", "3gp5", "3gp6", "3gp7", "3ge6", "3gg6", "MSNV", "mmp4"];

    private static readonly string[] ImageBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    private static readonly string[] Markup = ["<html", "<script", "<svg", "<!doctype", "<iframe", "<?php", "<body"];

    /// <summary>Kinds that are not taken, told by name.</summary>
    private static readonly (byte[] Signature, string Name)[] Others =
    [
        ("MZ"u8.ToArray(), "Windows 程序"), ("\u007fELF"u8.ToArray(), "Linux 程序"), ([0xCF, 0xFA, 0xED, 0xFE], "程序"), ([0xCA, 0xFE, 0xBA, 0xBE], "程序"),
        ("PK\u0003\u0004"u8.ToArray(), "压缩包或 Office 文档"), ("Rar!"u8.ToArray(), "压缩包"), ([0x37, 0x7A, 0xBC, 0xAF], "压缩包"), ([0x1F, 0x8B], "压缩包"),
        ([0xD0, 0xCF, 0x11, 0xE0], "旧版 Office 文档"), ("GIF8"u8.ToArray(), "GIF 图片"), ("BM"u8.ToArray(), "BMP 图片"), ("II*\0"u8.ToArray(), "TIFF 图片"), ([0x4D, 0x4D, 0, 0x2A], "TIFF 图片"),
        ("#!/"u8.ToArray(), "脚本"), ("{\\rtf"u8.ToArray(), "RTF 文档"),
    ];

    /// <summary>The kind, or why the file is not taken: an empty file, one of another kind, markup inside, or a name that says otherwise.</summary>
    /// <param name="head">The first <see cref="Needed"/> bytes, or all when there are fewer.</param>
    /// <param name="name">The cleaned file name.</param>
    public static (FileKind? Kind, Refusal? Why) Recognise(ReadOnlySpan<byte> head, string name)
    {
        if (head.IsEmpty)
        {
            return (null, new Refusal.Input("files", "attachment-empty", name));
        }

        head = head[..Math.Min(head.Length, Needed)];
        var kind = Kind(head);
        if (Hidden(head) || kind is null)
        {
            return (null, new Refusal.Input("files", "attachment-kind", name, Hidden(head) ? "网页或脚本" : Other(head)));
        }

        var ending = FileName.Ending(name);
        return ending.Length == 0 || FileKind.All.Any(k => k.Family == kind.Family && k.Endings.Contains(ending))
            ? (kind, null)
            : (null, new Refusal.Input("files", "attachment-disguised", name, ending, kind.Name));
    }

    private static FileKind? Kind(ReadOnlySpan<byte> head) => MediaType(head) is { } mediaType ? FileKind.Of(mediaType) : null;

    private static string? MediaType(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => head[..Math.Min(head.Length, 64)].IndexOf("webm"u8) > 0 ? "video/webm" : null,
        _ when head.StartsWith("%PDF-"u8) => "application/pdf",
        _ when head.StartsWith("RIFF"u8) && head.Length > 12 => head[8..12] switch
        {
            var form when form.SequenceEqual("WEBP"u8) => "image/webp",
            var form when form.SequenceEqual("WAVE"u8) => "audio/wav",
            _ => null,
        },
        _ when head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8) => Brand(Encoding.Latin1.GetString(head[8..12])),
        _ when head.StartsWith("#!AMR"u8) => "audio/amr",
        _ when head.StartsWith("OggS"u8) => "audio/ogg",
        _ when head.StartsWith("ID3"u8) => "audio/mpeg",
        [0xFF, var second, _, _, ..] when (second & 0xF6) == 0xF0 => "audio/aac",
        [0xFF, var second, var third, _, ..] when (second & 0xE0) == 0xE0 && (second & 0x06) != 0 && (third & 0xF0) is not (0 or 0xF0) => "audio/mpeg",
        _ => null,
    };

    private static string? Brand(string brand) => brand switch
    {
        "M4A " or "M4B " => "audio/mp4",
        _ when ImageBrands.Contains(brand) => "image/heic",
        _ when VideoBrands.Contains(brand) => "video/mp4",
        _ => null,
    };

    /// <summary>Markup near the beginning makes a file that some programs would take for a page.</summary>
    private static bool Hidden(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).ToLowerInvariant();
        return Array.Exists(Markup, mark => text.Contains(mark, StringComparison.Ordinal));
    }

    private static string Other(ReadOnlySpan<byte> head)
    {
        foreach (var (signature, name) in Others)
        {
            if (head.StartsWith(signature))
            {
                return name;
            }
        }

        return head.IndexOfAnyExceptInRange((byte)9, (byte)126) < 0 ? "文本" : "无法识别的内容";
    }
}
