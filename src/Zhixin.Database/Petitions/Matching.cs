using Zhixin.Database.Persons;
using Zhixin.Intake;

namespace Zhixin.Database.Petitions;

/// <summary>A petition that may be the same matter. Out of sight, only court, number, date and stage are told.</summary>
public sealed record MatchHit
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required short[] Kinds { get; init; }

    public required bool InSight { get; init; }

    public required string Number { get; init; }

    public required int Court { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required string Stage { get; init; }

    /// <summary>What agrees, strongest first.</summary>
    public IEnumerable<MatchKind> Agreements => Kinds.Order().Select(k => (MatchKind)k);
}

/// <summary>Finds earlier contacts of the same matter, nationwide, by keyed hashes.</summary>
public sealed class Matching(Db db, PersonVault vault)
{
    /// <summary>The petitions that agree in identity number, phone, case number or whole name.</summary>
    public async Task<IReadOnlyList<MatchHit>> Find(Scope scope, PersonDetails person, string? caseNumber, CancellationToken stop)
    {
        var keys = vault.Keys(person).Where(k => k.Kind != MatchKind.NameBigram).ToList();
        if (caseNumber is not null)
        {
            keys.Add(vault.Key(MatchKind.CaseNumber, caseNumber));
        }

        return keys.Count == 0 ? [] : await db.Query<MatchHit>(
            scope,
            "select /* all homes: matching */ home, id, kinds, in_sight, number, court, received_on, stage from match_petitions($1, $2, $3)",
            [keys.Select(k => (short)k.Kind).ToArray(), keys.Select(k => k.Key).ToArray(), scope.Viewer],
            stop);
    }
}
