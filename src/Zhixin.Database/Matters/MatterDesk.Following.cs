using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Obligations;

namespace Zhixin.Database.Matters;

/// <summary>What happens to a matter without anybody acting on it: the law by its days, or what follows from elsewhere.</summary>
public sealed partial class MatterDesk<T>
{
    /// <summary>Records what the law itself made happen on a matter by today, on its own day; false where nothing waits.</summary>
    public async Task<bool> Happen(StreamId id, CancellationToken stop) =>
        await Load(new Scope(id.Home, Guid.Empty), id, stop) is var (matter, history) && await Happen(id, matter, history, stop) is not null;

    /// <inheritdoc/>
    public string Kind => kind.Name;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Obligation>> Obligations(StreamId id, CancellationToken stop) =>
        await Load(new Scope(id.Home, Guid.Empty), id, stop) is var (matter, _) ? kind.Obligations(matter) : [];

    /// <inheritdoc/>
    public Task Move(StreamId id, Guid confirmer, string act, Func<IReadOnlyList<Obligation>, IReadOnlyList<ObligationMoved>> moves, CancellationToken stop) =>
        Follow(id, confirmer, act, matter => moves(kind.Obligations(matter)), stop);

    /// <summary>Carries out on one matter what follows from elsewhere, such as a loaded calendar or an accusation: the software acts for whoever acted there.</summary>
    public async Task Follow(StreamId id, Guid person, string act, Func<T, IReadOnlyList<object>> follows, CancellationToken stop)
    {
        var job = ActingPerson.Software(id.Home) with { Id = person };
        while (await Load(new Scope(id.Home, Guid.Empty), id, stop) is var (matter, history) && follows(matter) is { Count: > 0 } facts
            && await Append(job, new MatterAct(act, id, null, Today, null), matter, history, facts, null, stop) is null)
        {
            // Somebody else acted meanwhile.
        }
    }

    /// <summary>Null where nothing waits.</summary>
    private async Task<Passed?> Happen(StreamId id, T matter, LoadedHistory history, CancellationToken stop)
    {
        if (kind.Moment(law.Now, matter, Today) is not { } moment)
        {
            return null;
        }

        var batch = new CommandBatch(id.Home);
        var after = Stage(batch, Context(ActingPerson.Software(id.Home), FactCatalogue.Of(moment.Fact).Name), matter, history.Head, [moment], Today);
        try
        {
            await Commands.Execute(db, batch, stop);
            return new Passed(kind.Version(after));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new Passed(null); // Somebody else acted meanwhile: the caller loads again.
        }
    }
}
