namespace Zhixin.Web.CommandLine;

/// <summary>What a command is given: the clock, and where it writes. Results go to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
public sealed record CommandContext(TimeProvider Time, TextWriter Out, TextWriter Error);

/// <summary>The command cannot go on for a reason that the operator can understand and mend.</summary>
public sealed class CommandFailedException(int exitCode, string chinese, string english) : Exception($"{chinese}\n{english}")
{
    public int ExitCode { get; } = exitCode;
}
