namespace Zhixin.Regulations;

/// <summary>A fault in a data file, for the operator who starts the program. <see cref="Line"/> counts from 1.</summary>
public sealed record PackError(string File, int Line, string Message)
{
    /// <summary>"file:line: message".</summary>
    public override string ToString() => $"{File}:{Line}: {Message}";
}
