using System.ComponentModel;
using System.Diagnostics;

namespace Zhixin.Database.Embedded;

/// <summary>What a program printed and how it ended.</summary>
internal sealed record ProgramResult(int ExitCode, string Output)
{
    public bool Ok => ExitCode == 0;
}

/// <summary>The system user that runs the server's programs: this process's own, or another one when this process is root.</summary>
/// <param name="Name">The other user's name; null: the user of this process.</param>
internal sealed record ServerUser(string? Name)
{
    public static ServerUser Self { get; } = new((string?)null);

    /// <summary>The user for a directory: its owner when it exists, else the preferred one; the own user unless this process is root.</summary>
    public static async Task<ServerUser> For(string directory, string preferred, CancellationToken stop)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return Self;
        }

        if (!Directory.Exists(directory))
        {
            return new ServerUser(preferred);
        }

        var owner = (await Self.Run("stat", ["-L", "-c", "%U", directory], stop)).Output.Trim();
        return new ServerUser(owner is "root" or "UNKNOWN" or "" ? preferred : owner);
    }

    /// <summary>Runs a program to its end, in a bare environment, in the root directory.</summary>
    public async Task<ProgramResult> Run(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        using var process = new Process { StartInfo = StartInfo(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new EmbeddedServerException(
                ServerProblem.ProgramsMissing,
                $"无法以用户“{Name ?? Environment.UserName}”运行 {program}：{e.Message}",
                $"Cannot run {program} as user {Name ?? Environment.UserName}: {e.Message}",
                e);
        }

        var output = process.StandardOutput.ReadToEndAsync(stop);
        var error = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return new ProgramResult(process.ExitCode, await output + await error);
    }

    /// <summary>Whether this user can pass through a directory, or run a file.</summary>
    public async Task<bool> CanReach(string path, CancellationToken stop) =>
        (await Run("test", ["-x", path], stop)).Ok;

    /// <summary>Makes a directory that only this user may enter (mode 0700), or gives this user an existing one.</summary>
    public async Task OwnDirectory(string path, CancellationToken stop)
    {
        const UnixFileMode onlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(path, onlyOwner);
        File.SetUnixFileMode(path, onlyOwner);
        if (Name is not null)
        {
            await Self.Run("chown", [$"{Name}:", path], stop);
        }
    }

    private ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        if (Name is not null)
        {
            info.UserName = Name;
        }

        // PGDATA, PGOPTIONS and the like of the caller must not reach the private server; English messages keep logs readable by one rule.
        var path = Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin";
        info.Environment.Clear();
        info.Environment["PATH"] = path;
        info.Environment["LC_ALL"] = "C";
        info.Environment["TZ"] = "UTC";
        return info;
    }
}
