using System.Security.Cryptography;
using Zhixin.Database.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Ledger;

/// <summary>A ledger file between preview and confirmation.</summary>
public sealed record Upload(string Token, string Name, string Path);

/// <summary>
/// Keeps uploaded ledgers under the data directory, each in its uploader's own folder, until they are confirmed or a day has passed.
/// Names and numbers stand in them: only the server's user can read them.
/// </summary>
public sealed class Uploads(Office office)
{
    /// <summary>The largest file: 20 MB.</summary>
    public const int MostBytes = 20 << 20;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Keeps a file for its uploader.</summary>
    public async Task<Upload> Keep(Member member, string name, Stream content, CancellationToken stop)
    {
        var folder = Folder(member);
        Directory.CreateDirectory(folder);
        Forget(folder);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var path = Path.Combine(folder, token + ".xlsx");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var upload = new Upload(token, Path.GetFileName(name), path);
        try
        {
            await using (var file = new FileStream(path, options))
            {
                await content.CopyToAsync(file, stop);
            }

            await File.WriteAllTextAsync(path + ".name", upload.Name, stop);
            return upload;
        }
        catch
        {
            Remove(upload); // too large, cut off, or the disk is full: no half file stays
            throw;
        }
    }

    /// <summary>A kept file of this member; null when there is none, or it is somebody else's.</summary>
    public Upload? Find(Member member, string? token)
    {
        if (token is not { Length: 32 } || !token.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var path = Path.Combine(Folder(member), token + ".xlsx");
        return File.Exists(path) ? new Upload(token, File.ReadAllText(path + ".name"), path) : null;
    }

    /// <summary>Removes a file that was imported.</summary>
    public static void Remove(Upload upload)
    {
        File.Delete(upload.Path);
        File.Delete(upload.Path + ".name");
    }

    /// <summary>Where everything lies that belongs to no finished import.</summary>
    public static string Folder(Office office) => Path.Combine(office.DataDirectory, "uploads");

    private string Folder(Member member) => Path.Combine(Folder(office), member.Id.ToString("N"));

    private void Forget(string folder)
    {
        foreach (var old in new DirectoryInfo(folder).GetFiles().Where(file => office.Clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > Kept))
        {
            old.Delete();
        }
    }
}
