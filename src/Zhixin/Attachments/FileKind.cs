using System.Text;

namespace Zhixin.Attachments;

/// <summary>Kinds with the same limit; within a family the ending of a name may differ from the content.</summary>
public enum FileFamily
{
    Image,
    Document,
    Recording,
}

/// <summary>A kind of file that is taken.</summary>
/// <param name="MediaType">As it is served.</param>
/// <param name="Name">In Chinese, for messages.</param>
/// <param name="Endings">Endings of file names without the dot, the usual one first.</param>
/// <param name="Opens">Whether browsers show it themselves.</param>
public sealed record FileKind(string MediaType, string Name, FileFamily Family, IReadOnlyList<string> Endings, bool Opens = false)
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        new("image/jpeg", "JPEG 图片", FileFamily.Image, ["jpg", "jpeg", "jpe", "jfif"], true),
        new("image/png", "PNG 图片", FileFamily.Image, ["png"], true),
        new("image/webp", "WebP 图片", FileFamily.Image, ["webp"], true),
        new("image/heic", "HEIC 图片", FileFamily.Image, ["heic", "heif"]),
        new("application/pdf", "PDF", FileFamily.Document, ["pdf"], true),
        new("video/mp4", "MP4 录像", FileFamily.Recording, ["mp4", "m4v", "mov", "3gp"]),
        new("video/webm", "WebM 录像", FileFamily.Recording, ["webm"]),
        new("audio/mp4", "M4A 录音", FileFamily.Recording, ["m4a"]),
        new("audio/mpeg", "MP3 录音", FileFamily.Recording, ["mp3"]),
        new("audio/wav", "WAV 录音", FileFamily.Recording, ["wav"]),
        new("audio/amr", "AMR 录音", FileFamily.Recording, ["amr"]),
        new("audio/aac", "AAC 录音", FileFamily.Recording, ["aac"]),
        new("audio/ogg", "OGG 录音", FileFamily.Recording, ["ogg", "oga", "opus"]),
    ];

    /// <summary>The kind of a stored media type; null for one that is no longer taken.</summary>
    public static FileKind? Of(string mediaType) => All.FirstOrDefault(k => k.MediaType == mediaType);

    /// <summary>Every ending with its dot, for the browser's file dialogue.</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(k => k.Endings).Select(e => "." + e));

    /// <summary>The name under which it is saved: with an ending that tells the content.</summary>
    public string SavedAs(string name) => Endings.Contains(FileName.Ending(name)) ? name : $"{name}.{Endings[0]}";
}

/// <summary>File names as clients send them.</summary>
public static class FileName
{
    /// <summary>The last part of a path, without signs that no file name may have, cut in the middle when too long; never empty.</summary>
    public static string Clean(string? given, int most)
    {
        var text = given ?? string.Empty;
        var last = text[(text.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = string.Concat(last.EnumerateRunes().Where(IsPlain).Select(r => r.ToString())).Trim(' ', '.');
        if (name.Length > most)
        {
            var ending = Ending(name) is { Length: > 0 and < 10 } known ? "." + known : string.Empty;
            var cut = name[..(most - ending.Length)];
            name = (char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut).TrimEnd(' ', '.') + ending;
        }

        return name.Length == 0 ? "未命名" : name;
    }

    /// <summary>What stands behind the last dot, in lower case; empty without one.</summary>
    public static string Ending(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..].ToLowerInvariant() : string.Empty;

    /// <summary>Signs that turn the direction of writing can make "gpj.exe" look like "exe.jpg"; half a character is none.</summary>
    private static bool IsPlain(Rune rune) => !Rune.IsControl(rune) && rune != Rune.ReplacementChar && rune.Value is not
        ('"' or '<' or '>' or '|' or ':' or '*' or '?' or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF);
}
