namespace Zhixin.Web.Hosting;

/// <summary>
/// Loads the law anew when another node or a command changed it: an adoption confirmed elsewhere holds here within seconds.
/// </summary>
public sealed class LawWatch(Office office, ILogger<LawWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string? known = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var edition = await office.Edition(stoppingToken);
                if (known is not null && known != edition)
                {
                    await office.Reload(stoppingToken);
                }

                known = edition;
                await Task.Delay(Pause, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is Npgsql.NpgsqlException or IOException)
            {
                log.LogWarning(fault, "The law could not be looked up");
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
