using Zhixin.Database.Notices;
using Zhixin.Database.Petitions;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>Forgets, once an hour, the kept answers that are too old to be asked for, and messages that are over and old.</summary>
public sealed class ForgettingJob(Office office, ILogger<ForgettingJob> log) : PeriodicJob(office.Clock, TimeSpan.FromHours(1), log)
{
    /// <inheritdoc/>
    protected override async Task Round(CancellationToken stop)
    {
        var now = office.Clock.GetUtcNow();
        await Step("kept answers", () => KeptAnswers.Forget(office.Db, now, stop), stop);
        if (office.KeepMessages > TimeSpan.Zero)
        {
            await Step("old messages", () => OldMessages.Forget(office.Db, now - office.KeepMessages, stop), stop);
        }
    }
}
