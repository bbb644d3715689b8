using Zhixin.History;

namespace Zhixin.Database.Petitions;

/// <summary>Who sees a stream on which ground: rows of <c>sight</c>.</summary>
public static class SightRows
{
    /// <summary>Stages what an act changes in the sight rows of a stream.</summary>
    public static void Change(
        CommandBatch batch, StreamId id, IReadOnlyList<(int Court, string Ground)> before, IReadOnlyList<(int Court, string Ground)> after)
    {
        var ended = before.Except(after).ToList();
        if (ended.Count > 0)
        {
            batch.Add(
                "delete from sight where home = $1 and stream = $2 and (court, ground) in (select c, g from unnest($3::int[], $4::text[]) as t(c, g))",
                id.Home, id.Id, ended.Select(s => s.Court).ToArray(), ended.Select(s => s.Ground).ToArray());
        }

        Add(batch, id.Home, after.Except(before).Select(s => (id.Id, s.Court, s.Ground)));
    }

    /// <summary>Stages new sight rows of streams of one home, in one statement.</summary>
    public static void Add(CommandBatch batch, int home, IEnumerable<(Guid Stream, int Court, string Ground)> given)
    {
        var rows = given.ToList();
        if (rows.Count > 0)
        {
            batch.Add(
                "insert into sight (home, stream, court, ground) select $1, s, c, g from unnest($2::uuid[], $3::int[], $4::text[]) as t(s, c, g) on conflict do nothing",
                home, rows.Select(r => r.Stream).ToArray(), rows.Select(r => r.Court).ToArray(), rows.Select(r => r.Ground).ToArray());
        }
    }
}
