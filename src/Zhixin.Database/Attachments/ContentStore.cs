using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Zhixin.Database.Attachments;

/// <summary>
/// Sealed contents in a directory, each under the SHA-256 of its sealed bytes, in folders of two digits. What stands under an address is whole: it is
/// written beside, made safe, and moved there. Nothing under an address is ever changed.
/// </summary>
public sealed class ContentStore
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Opens the directory, and makes it if it is not there.</summary>
    public ContentStore(string directory)
    {
        Directory = Path.GetFullPath(directory);
        Incoming = Path.Combine(Directory, "incoming");
        Make(Incoming);
    }

    /// <summary>The directory, as a full path.</summary>
    public string Directory { get; }

    /// <summary>Files on their way in; on the same file system.</summary>
    public string Incoming { get; }

    /// <summary>Where an address stands.</summary>
    /// <param name="address">64 lower-case hexadecimal digits.</param>
    public string PathOf(string address) => address.Length == 64 && address.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(Directory, address[..2], address[2..4], address)
        : throw new ArgumentException("An address has 64 lower-case hexadecimal digits.", nameof(address));

    /// <summary>Whether something stands under an address.</summary>
    public bool Has(string address) => File.Exists(PathOf(address));

    /// <summary>Moves a file that is whole and safe to its address, in one step that a loss of power does not undo.</summary>
    public void Adopt(string path, string address)
    {
        var place = PathOf(address);
        var folder = Path.GetDirectoryName(place)!;
        Make(folder);
        try
        {
            File.Move(path, place, overwrite: true);
        }
        catch (FileNotFoundException) when (File.Exists(place))
        {
            // Another request was faster with the same file.
        }

        MakeSafe(folder);
        MakeSafe(Path.GetDirectoryName(folder)!);
        MakeSafe(Directory);
    }

    /// <summary>Opens what stands under an address.</summary>
    /// <param name="key">The file's own key, unwrapped.</param>
    /// <exception cref="FileNotFoundException">Nothing stands there.</exception>
    public SealedStream Open(string address, byte[] key) => new(PathOf(address), key);

    /// <summary>The SHA-256 of what stands under an address, which should be the address; null when nothing stands there.</summary>
    public async Task<string?> HashOf(string address, CancellationToken stop)
    {
        if (!Has(address))
        {
            return null;
        }

        await using var file = File.OpenRead(PathOf(address));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }

    /// <summary>Writes a small file whole or not at all.</summary>
    public static void WriteWhole(string path, byte[] bytes)
    {
        var beside = path + ".new";
        using (var file = Create(beside))
        {
            file.SetLength(0);
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
        MakeSafe(Path.GetDirectoryName(path)!);
    }

    private static FileStream Create(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.Write,
        UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(folder);
        }
        else
        {
            System.IO.Directory.CreateDirectory(folder, Private);
        }
    }

    /// <summary>Makes the entries of a folder safe from a loss of power; .NET has no call for it.</summary>
    private static void MakeSafe(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // The file system's journal does it.
        }

        var handle = Native.Open(folder, 0);
        if (handle < 0)
        {
            throw new IOException($"{folder}: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());
        }

        var failed = Native.Fsync(handle) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Native.Close(handle);
        if (failed)
        {
            throw new IOException($"{folder}: {Marshal.GetPInvokeErrorMessage(error)}", error);
        }
    }

    private static class Native
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Fsync(int handle);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Close(int handle);
    }
}
