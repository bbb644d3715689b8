using System.Diagnostics;
using System.Globalization;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>A program in a process of its own, with what it uses of memory.</summary>
public sealed class Child : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Child(string program, IReadOnlyList<string> arguments, string? database, string? readyLine, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (database is not null)
        {
            start.Environment["ZHIXIN_DATABASE"] = database;
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data, readyLine);
        _process.ErrorDataReceived += (_, line) => Errors.Add(line.Data ?? string.Empty);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"{program} ended: {string.Join(' ', Errors)}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Process id.</summary>
    public int Id => _process.Id;

    private List<string> Errors { get; } = [];

    /// <summary>Starts a program and waits until it says the line; without a line it is only started.</summary>
    /// <param name="program">File name of the assembly beside this one.</param>
    public static async Task<Child> Start(string program, IReadOnlyList<string> arguments, string? database, string? readyLine)
    {
        var child = new Child(program, arguments, database, readyLine);
        if (readyLine is not null)
        {
            await child._ready.Task;
        }

        return child;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>The most memory that it used, in MB.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<double> Run(string program, IReadOnlyList<string> arguments, string? database, params (string Name, string Value)[] environment)
    {
        await using var child = new Child(program, arguments, database, readyLine: null, environment);
        var most = 0.0;
        while (!child._process.HasExited)
        {
            most = Math.Max(most, child.Memory("VmHWM"));
            await Task.Delay(20);
        }

        await child._process.WaitForExitAsync();
        return child._process.ExitCode == 0 ? most : throw new InvalidOperationException($"{program} {arguments[0]}: {string.Join(' ', child.Errors)}");
    }

    /// <summary>A line of /proc/…/status, in MB: VmRSS is now, VmHWM the most so far.</summary>
    public double Memory(string line)
    {
        try
        {
            var found = File.ReadLines($"/proc/{_process.Id}/status").FirstOrDefault(l => l.StartsWith(line, StringComparison.Ordinal));
            return found is null ? 0 : double.Parse(found.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _ready.TrySetResult();
        if (!_process.HasExited)
        {
            using var term = Process.Start("/bin/kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Heard(string? line, string? ready)
    {
        if (line is not null && ready is not null && line.StartsWith(ready, StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
