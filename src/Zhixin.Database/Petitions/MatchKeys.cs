using Zhixin.Database.Persons;
using Zhixin.Intake;

namespace Zhixin.Database.Petitions;

/// <summary>Stages the keyed hashes by which a petition is found.</summary>
public static class MatchKeys
{
    /// <summary>Adds keys that point to streams of one home; those that are there stay.</summary>
    public static void Add(CommandBatch batch, int home, IEnumerable<(MatchKey Key, Guid Stream)> keys)
    {
        var distinct = keys.Distinct().ToList();
        if (distinct.Count > 0)
        {
            batch.Add(
                "insert into match_key (home, kind, key, stream) select $1, k, h, s from unnest($2::smallint[], $3::bigint[], $4::uuid[]) as t(k, h, s) on conflict do nothing",
                home, distinct.Select(k => (short)k.Key.Kind).ToArray(), distinct.Select(k => k.Key.Key).ToArray(), distinct.Select(k => k.Stream).ToArray());
        }
    }

    /// <summary>The keys of a petition: its petitioners and its case number.</summary>
    public static IEnumerable<(MatchKey Key, Guid Stream)> Of(PersonVault vault, Guid petition, IEnumerable<PersonDetails> petitioners, string? caseNumber)
    {
        foreach (var key in petitioners.SelectMany(vault.Keys))
        {
            yield return (key, petition);
        }

        if (caseNumber is not null)
        {
            yield return (vault.Key(MatchKind.CaseNumber, caseNumber), petition);
        }
    }
}
