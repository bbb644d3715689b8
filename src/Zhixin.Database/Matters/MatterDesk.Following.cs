using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;

namespace Zhixin.Database.Matters;

/// <summary>What happens to a matter without anybody acting on it: the law by its days, or what follows from elsewhere.</summary>
public sealed partial class MatterDesk<T>
{
    /// <summary>Records what the law itself made happen on a matter by today, on its own day; false where nothing waits.</summary>
    public async Task<bool> Happen(StreamId id, CancellationToken stop) =>
        await Load(new Scope(id.Home, Guid.Empty), id, stop) is var (matter, history) && await Happen(id, matter, history, stop);

    /// <summary>Carries out on one matter what follows from elsewhere, such as a loaded calendar: the software acts. False when nothing follows.</summary>
    public async Task<bool> Follow(StreamId id, Guid person, string act, Func<T, IReadOnlyList<object>> follows, CancellationToken stop)
    {
        while (true)
        {
            if (await Load(new Scope(id.Home, Guid.Empty), id, stop) is not var (matter, history) || follows(matter) is not { Count: > 0 } facts)
            {
                return false;
            }

            var job = ActingPerson.Software(id.Home) with { Id = person };
            if (await Append(job, new MatterAct(act, id, null, Today, null), matter, history, facts, null, stop) is not null)
            {
                return true;
            }
        }
    }

    private async Task<bool> Happen(StreamId id, T matter, LoadedHistory history, CancellationToken stop)
    {
        if (kind.Moment(law.Now, matter, Today) is not { } moment)
        {
            return false;
        }

        var batch = new CommandBatch(id.Home);
        Stage(batch, Context(ActingPerson.Software(id.Home), FactCatalogue.Of(moment.Fact).Name), matter, history.Head, [moment], Today);
        try
        {
            await Commands.Execute(db, batch, stop);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Somebody else acted meanwhile: the caller loads again.
        }

        return true;
    }
}
