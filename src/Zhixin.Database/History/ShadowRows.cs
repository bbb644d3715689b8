using Npgsql;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.History;

/// <summary>The rows that a range's history puts into the shadow tables, ready to be written.</summary>
public sealed class ShadowRows
{
    private readonly Dictionary<ReadTable, CopyRows> _tables = [];
    private readonly CopyRows _sight = new();
    private readonly CopyRows _heads = new();
    private readonly IReadOnlyCollection<MatchRow> _matches;

    private ShadowRows(IReadOnlyCollection<MatchRow> matches) => _matches = matches;

    /// <summary>Folds streams and makes their rows.</summary>
    /// <param name="connection">In the snapshot in which the streams were read.</param>
    public static async Task<ShadowRows> Of(NpgsqlConnection connection, List<StoredStream> streams, ReadRows rows, PersonVault vault, CancellationToken stop)
    {
        var folded = await FoldedRange.Of(connection, streams, stop);
        var made = new ShadowRows(await MatchRows.Of(connection, folded, vault, [], stop));
        foreach (var row in folded.ContactRows(rows).Concat(folded.ProposalRows).Concat(folded.PetitionRows(rows)).Concat(folded.ObligationRows(rows)).Concat(folded.AttachmentRowsOf(rows))
            .Concat(folded.AppointmentRows(rows)).Concat(folded.BulletinRowsOf(rows)))
        {
            made.Table(row.Table).Add(row.Values);
        }

        foreach (var sight in folded.SightRows(rows))
        {
            made._sight.Add(sight.Id.Home, sight.Id.Id, sight.Court, sight.Ground);
        }

        foreach (var head in streams.Select(s => s.Head).OfType<StoredHead>())
        {
            made._heads.Add(head.Id.Home, head.Id.Id, head.Version);
        }

        return made;
    }

    /// <summary>Writes rows of which none is there.</summary>
    public async Task Copy(NpgsqlConnection owner, CancellationToken stop)
    {
        await CopyTables(owner, stop);
        var matches = new CopyRows();
        foreach (var match in _matches)
        {
            matches.Add(match.Home, (short)match.Key.Kind, match.Key.Key, match.Stream);
        }

        await matches.Copy(owner, ShadowTables.Of("match_key"), ["home", "kind", "key", "stream"], stop);
    }

    /// <summary>Writes rows in the place of forgotten ones. Match keys are never forgotten: those that are there stay.</summary>
    public async Task CopyAgain(NpgsqlConnection owner, CancellationToken stop)
    {
        await CopyTables(owner, stop);
        await using var command = StoredHistory.Command(
            owner,
            $"insert into {ShadowTables.Of("match_key")} (home, kind, key, stream) select * from unnest($1::int[], $2::smallint[], $3::bigint[], $4::uuid[]) on conflict do nothing",
            [
                _matches.Select(m => m.Home).ToArray(), _matches.Select(m => (short)m.Key.Kind).ToArray(), _matches.Select(m => m.Key.Key).ToArray(),
                _matches.Select(m => m.Stream).ToArray(),
            ]);
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task CopyTables(NpgsqlConnection owner, CancellationToken stop)
    {
        foreach (var (table, rows) in _tables)
        {
            await rows.Copy(owner, ShadowTables.Of(table.Name), table.Columns, stop);
        }

        await _sight.Copy(owner, ShadowTables.Of("sight"), ["home", "stream", "court", "ground"], stop);
        await _heads.Copy(owner, ShadowTables.Heads, ["home", "stream", "version"], stop);
    }

    private CopyRows Table(ReadTable table)
    {
        if (!_tables.TryGetValue(table, out var rows))
        {
            _tables[table] = rows = new CopyRows();
        }

        return rows;
    }
}
