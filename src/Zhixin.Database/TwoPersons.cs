using Npgsql;
using Zhixin.Authority;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;

namespace Zhixin.Database;

/// <summary>What the two-person desks share: permission with the bar on one's own proposal, and one append with its projection.</summary>
public static class TwoPersons
{
    /// <summary>Why the person may not do the act on something that <paramref name="proposer"/> proposed; null when he or she may.</summary>
    public static Refusal? MayNot(Law law, ActingPerson who, string act, Guid? proposer) =>
        law.Authority.MayDo(act, who.Posts, CourtRelation.Own, proposer == who.Id ? [PersonBar.Applied] : []);

    /// <summary>The frame of a command.</summary>
    public static CommandContext Context(ActingPerson who, string act, TimeProvider clock)
    {
        var now = RecordedEvent.Cut(clock.GetUtcNow());
        return new CommandContext(Guid.CreateVersion7(now), who.Id, null, who.Court, act, who.Origin, now);
    }

    /// <summary>Executes the batch; false when somebody else acted on the same stream, or sent the same key, meanwhile.</summary>
    public static async Task<bool> Execute(Db db, CommandBatch batch, CancellationToken stop)
    {
        try
        {
            await Commands.Execute(db, batch, stop);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }
}
