using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zhixin.Database.Persons;

namespace Zhixin.Database.Attachments;

/// <summary>A file that is whole and stands under its address, ready to be made part of a matter.</summary>
/// <param name="Id">Of the upload, and of the attachment that it becomes.</param>
public sealed record ArrivedFile(
    Guid Id, string Name, string MediaType, long Size, string Address, string PlainHash, byte[] SealedName, byte[] WrappedKey);

/// <summary>A file on its way in.</summary>
/// <param name="Size">As declared; null when it is not known before the end.</param>
/// <param name="Offset">Plain bytes that are kept.</param>
/// <param name="Expires">When it is forgotten unless something comes.</param>
/// <param name="Arrived">Set when it is whole.</param>
public sealed record Incoming(Guid Id, string Name, long? Size, long Offset, DateTimeOffset Expires, ArrivedFile? Arrived);

/// <summary>What is known of a file on its way in; kept beside it, sealed by the master key.</summary>
internal sealed record IncomingNote(Guid Actor, string Name, long? Size, byte[] Key, string? MediaType = null, string? Address = null, string? PlainHash = null)
{
    /// <summary>Reads a note; null when it is none of this master key.</summary>
    public static IncomingNote? Read(string path, MasterKey master)
    {
        try
        {
            return JsonSerializer.Deserialize<IncomingNote>(master.Unwrap(File.ReadAllBytes(path)));
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes the note, whole or not at all.</summary>
    public void Write(string path, MasterKey master) => ContentStore.WriteWhole(path, master.Wrap(JsonSerializer.SerializeToUtf8Bytes(this)));

    /// <summary>The file when it is whole.</summary>
    public ArrivedFile? Arrived(Guid id, MasterKey master) => Address is null
        ? null
        : new ArrivedFile(id, Name, MediaType!, Size!.Value, Address, PlainHash!, Sealed.Close(Key, Encoding.UTF8.GetBytes(Name)), master.Wrap(Key));
}
