namespace Zhixin.Web.Jobs;

/// <summary>
/// Does something at every tick. Runs in every node; which of them acts does not matter, and neither does when. A step that fails is logged, holds up none of the
/// others, and is tried again at the next tick: nothing was claimed that was not done.
/// </summary>
public abstract partial class PeriodicJob(TimeProvider clock, TimeSpan interval, ILogger log) : BackgroundService
{
    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Round(stoppingToken);
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The normal end: the program stops, and takes away what a step was using.
        }
    }

    /// <summary>What is done at a tick, as steps.</summary>
    protected abstract Task Round(CancellationToken stop);

    /// <summary>Does a step.</summary>
    protected async Task Step(string step, Func<Task> run, CancellationToken stop)
    {
        try
        {
            await run();
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            Failed(log, step, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round over {Step} failed: {Reason}")]
    private static partial void Failed(ILogger log, string step, string reason);
}
