using System.Diagnostics;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>A file system of a few hundred kilobytes in memory; only where the tests may mount one.</summary>
internal sealed class TinyDisk : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("zx-tiny");
    private readonly bool _isMounted;

    private TinyDisk(int kilobytes) => _isMounted = Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", _directory.FullName);

    public string Path => _directory.FullName;

    /// <summary>Mounts one, or skips the test.</summary>
    public static TinyDisk Mount(int kilobytes)
    {
        var disk = new TinyDisk(kilobytes);
        if (!disk._isMounted)
        {
            disk.Dispose();
            Assert.Skip("Only root may mount a small disk.");
        }

        return disk;
    }

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", _directory.FullName).ShouldBeTrue();
        }

        _directory.Delete(recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
