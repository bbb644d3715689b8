namespace Zhixin.Database.Setup;

/// <summary>The clock of the demo: it stands some days back while earlier days are told, so that papers bear their own day and nothing counts as entered late.</summary>
/// <param name="real">What it is back from.</param>
public sealed class DemoClock(TimeProvider real) : TimeProvider
{
    /// <summary>How many days back it stands, at least 0.</summary>
    public int DaysBack { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddDays(-DaysBack);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);
}
