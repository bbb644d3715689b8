using Zhixin.Database.History;
using Zhixin.Database.Persons;

namespace Zhixin.Database.Ledger;

/// <summary>What an import writes next, table by table. What belongs to a stream that the import begins cannot be there yet, and is written plainly.</summary>
public sealed class ImportBuffer(CommandContext context)
{
    private const string InsertSight = "insert into sight (home, stream, court, ground) select $1, s, c, g from unnest($2::uuid[], $3::int[], $4::text[]) as t(s, c, g)";
    private const string InsertKeys = "insert into match_key (home, kind, key, stream) select $1, k, h, s from unnest($2::smallint[], $3::bigint[], $4::uuid[]) as t(k, h, s)";

    private readonly List<(Guid Stream, int Court, string Ground)> _sight = [];
    private readonly HashSet<(MatchKey Key, Guid Stream)> _keys = [];
    private readonly HashSet<(MatchKey Key, Guid Stream)> _keysOfEarlier = [];

    /// <summary>Facts.</summary>
    public BulkAppend Events { get; } = new(context, context.Court);

    /// <summary>Rows of read tables, and of the import itself.</summary>
    public BulkRows Rows { get; } = new();

    /// <summary>Courts that see a stream which the import begins; given once for each stream.</summary>
    public void See(Guid stream, IEnumerable<(int Court, string Ground)> sight) => _sight.AddRange(sight.Select(s => (stream, s.Court, s.Ground)));

    /// <summary>A key by which a stream is found.</summary>
    /// <param name="isEarlier">The stream was there before, and may have the key.</param>
    public void Find(MatchKey key, Guid stream, bool isEarlier) => (isEarlier ? _keysOfEarlier : _keys).Add((key, stream));

    /// <summary>Stages what was collected, and forgets it.</summary>
    public void Stage(CommandBatch batch)
    {
        Events.Stage(batch);
        Rows.Stage(batch);
        if (_sight.Count > 0)
        {
            batch.Add(
                Returning(InsertSight), context.Court, _sight.Select(s => s.Stream).ToArray(), _sight.Select(s => s.Court).ToArray(), _sight.Select(s => s.Ground).ToArray());
        }

        Keys(batch, Returning(InsertKeys), _keys);
        Keys(batch, InsertKeys + " on conflict do nothing", _keysOfEarlier);
        _sight.Clear();
    }

    /// <summary>A cluster would otherwise copy the rows, which row security does not allow (scale rule 10).</summary>
    private static string Returning(string insert) => $"with e as ({insert} returning 1) select count(*) from e";

    private void Keys(CommandBatch batch, string sql, HashSet<(MatchKey Key, Guid Stream)> keys)
    {
        if (keys.Count > 0)
        {
            var sorted = keys.OrderBy(k => k.Key.Kind).ThenBy(k => k.Key.Key).ToList();
            batch.Add(
                sql, context.Court, sorted.Select(k => (short)k.Key.Kind).ToArray(), sorted.Select(k => k.Key.Key).ToArray(), sorted.Select(k => k.Stream).ToArray());
        }

        keys.Clear();
    }
}
