namespace Zhixin.Database.Setup;

/// <summary>
/// The clock of the demo: it stands on a morning some days back while earlier days are told, so that papers bear their own day and nothing counts as entered late.
/// </summary>
/// <param name="real">What it is back from.</param>
public sealed class DemoClock(TimeProvider real) : TimeProvider
{
    private readonly DateTimeOffset _begun = real.GetUtcNow();

    /// <summary>How many days back it stands, at least 0.</summary>
    public int DaysBack { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DaysBack == 0 ? real.GetUtcNow() : Morning(real.GetUtcNow().AddDays(-DaysBack));

    /// <summary>Some minutes past nine of that day, moving on as the real clock does: nothing is recorded before what it follows.</summary>
    private DateTimeOffset Morning(DateTimeOffset then) =>
        new(Calendar.ChinaDate.Of(then).ToDateTime(new TimeOnly(9, 10)) + (real.GetUtcNow() - _begun), Calendar.ChinaDate.Offset);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);
}
