namespace Zhixin.History;

/// <summary>The n-th thing of a series in one stream: the second conversion, the first application for aid.</summary>
/// <param name="Series">What is numbered, such as "conversion".</param>
/// <param name="No">1, 2, 3 … within the series.</param>
public sealed record Thing(string Series, int No);

/// <summary>
/// A fact about one thing of several in its stream. What it fulfils or ends is only what the same thing opened; where the thing that opened a clock
/// is of another series, or of none, it settles that as any fact does.
/// </summary>
public interface IAboutThing
{
    /// <summary>Which one.</summary>
    Thing Thing { get; }
}
