using System.Security.Cryptography;

namespace Zhixin.Database.Embedded;

/// <summary>
/// Where a private server keeps its files: <c>data</c> (the cluster), <c>run</c> (the socket) and <c>server.log</c>,
/// in one directory of mode 0700 that belongs to the user who runs the server. That mode is the whole access control:
/// the server listens on no network address and asks for no password.
/// </summary>
/// <param name="Root">The directory, with every symbolic link resolved.</param>
internal sealed record ServerFiles(string Root)
{
    public string Cluster => Path.Combine(Root, "data");

    public string Run => Path.Combine(Root, "run");

    public ServerLog Log => new(Path.Combine(Root, "server.log"));

    /// <summary>The folder under the data directory; a symbolic link where the server's user cannot get at the data directory.</summary>
    public static string Folder(string dataDirectory) => Path.Combine(dataDirectory, "postgres");

    /// <summary>Finds or makes the directories.</summary>
    /// <exception cref="EmbeddedServerException">The user cannot enter an existing directory.</exception>
    public static async Task<ServerFiles> Prepare(string dataDirectory, ServerUser user, Action<string> notice, CancellationToken stop)
    {
        var folder = Folder(dataDirectory);
        if (!Directory.Exists(folder))
        {
            await Make(dataDirectory, folder, user, notice, stop);
        }

        var files = await Existing(dataDirectory, stop);
        if (user.Name is not null)
        {
            await user.OwnDirectory(files.Root, stop);
        }

        if (!await user.CanReach(files.Root, stop))
        {
            throw new EmbeddedServerException(
                ServerProblem.NotPermitted,
                $"用户“{user.Name ?? Environment.UserName}”无法进入数据库目录 {files.Root}。请以该目录的所有者启动，或用 --data 指定所有用户可以经过的路径。",
                $"User {user.Name ?? Environment.UserName} cannot enter {files.Root}. Start as the owner of that directory, or give a path with --data that every user may pass through.");
        }

        await user.OwnDirectory(files.Run, stop);
        return files;
    }

    /// <summary>The directories of a server that was prepared before.</summary>
    public static async Task<ServerFiles> Existing(string dataDirectory, CancellationToken stop)
    {
        var root = (await ServerUser.Self.Run("realpath", [Folder(dataDirectory)], stop)).Output.TrimEnd('\n');
        return root.IndexOfAny(['"', '$', '`', '\\', '\n']) < 0
            ? new ServerFiles(root)
            : throw new EmbeddedServerException(
                ServerProblem.NotPermitted,
                $"数据目录的路径含有数据库不支持的字符（\" $ ` \\ 或换行）：{root}",
                $"The path of the data directory holds a character that the server cannot take (\" $ ` \\ or a line break): {root}");
    }

    private static async Task Make(string dataDirectory, string folder, ServerUser user, Action<string> notice, CancellationToken stop)
    {
        if (await user.CanReach(dataDirectory, stop))
        {
            await user.OwnDirectory(folder, stop);
            return;
        }

        // A path such as /root/zhixin/data is closed to every other user: the cluster stands elsewhere, and a link shows where.
        var elsewhere = Path.Combine(ServerPrograms.SharedDirectory, $"data-{RandomNumberGenerator.GetHexString(12, lowercase: true)}");
        Directory.CreateDirectory(ServerPrograms.SharedDirectory);
        await user.OwnDirectory(elsewhere, stop);
        File.CreateSymbolicLink(folder, elsewhere);
        notice($"用户“{user.Name}”无法进入 {dataDirectory}，数据库文件存放在 {elsewhere}（{folder} 是指向它的链接）。");
        notice($"User {user.Name} cannot enter {dataDirectory}: the database's files are in {elsewhere} ({folder} links to it).");
    }
}
