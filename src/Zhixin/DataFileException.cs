namespace Zhixin;

/// <summary>A data file that ships with the software, or that an administrator gives, cannot be read.</summary>
/// <remarks>The message is "file:line: problem", so that an editor jumps to the place.</remarks>
public sealed class DataFileException : Exception
{
    public DataFileException(string file, int line, string problem)
        : base($"{file}:{line}: {problem}")
    {
        File = file;
        Line = line;
        Problem = problem;
    }

    /// <summary>Name of the file as the caller gave it.</summary>
    public string File { get; }

    /// <summary>Line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }
}
