using Zhixin.History;
using Zhixin.Intake;

namespace Zhixin.Database.Persons;

/// <summary>A person whose details were opened for a viewer in sight.</summary>
public sealed record KnownPerson(int Home, Guid Id, string Kind, PersonDetails Details)
{
    /// <summary>Whether typed details are this person: the name, and no number or phone that speaks against it.</summary>
    public bool IsSame(PersonDetails typed) =>
        typed.Name == Details.Name
        && typed.Name != PersonDetails.Anonymous
        && Agrees(typed.IdentityNumber, Details.IdentityNumber)
        && (typed.IdentityNumber is not null || Agrees(typed.Phone, Details.Phone));

    private static bool Agrees(string? typed, string? known) =>
        typed is null || known is null || string.Equals(typed, known, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads and writes persons.</summary>
public sealed class PersonRecords(Db db, PersonVault vault)
{
    /// <summary>Opens the persons of a home that the scope sees, in no particular order.</summary>
    public async Task<IReadOnlyList<KnownPerson>> Open(Scope scope, int home, IEnumerable<Guid> ids, CancellationToken stop)
    {
        var wanted = ids.Distinct().ToArray();
        return wanted.Length == 0 ? [] : await Reading.Alone(db, scope, reading => Open(reading, home, wanted), stop);
    }

    /// <summary>The same as part of a reading.</summary>
    public async Task<IReadOnlyList<KnownPerson>> Open(Reading reading, int home, IEnumerable<Guid> ids)
    {
        var found = await reading.Ask<PersonRow>("select home, id, kind, sealed, key_wrapped from person where home = $1 and id = any($2)", home, ids.Distinct().ToArray());
        return [.. found.Select(row => new KnownPerson(row.Home, row.Id, row.Kind, vault.Open(row.Sealed, row.KeyWrapped)))];
    }

    /// <summary>Opens persons of several homes that the scope sees, by their ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, KnownPerson>> Open(Scope scope, IReadOnlyCollection<StreamId> ids, CancellationToken stop) =>
        ids.Count == 0 ? new Dictionary<Guid, KnownPerson>() : await Reading.Alone(db, scope, reading => Open(reading, ids), stop);

    /// <summary>The same as part of a reading.</summary>
    public async Task<IReadOnlyDictionary<Guid, KnownPerson>> Open(Reading reading, IReadOnlyCollection<StreamId> ids)
    {
        var found = await reading.Ask<PersonRow>(
            "select /* all homes: persons */ p.home, p.id, p.kind, p.sealed, p.key_wrapped from unnest($1::int[], $2::uuid[]) as w(home, id) join person p on p.home = w.home and p.id = w.id",
            ids.Select(i => i.Home).ToArray(), ids.Select(i => i.Id).ToArray());
        return found.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => new KnownPerson(row.Home, row.Id, row.Kind, vault.Open(row.Sealed, row.KeyWrapped)));
    }

    /// <summary>Columns of <c>person</c>.</summary>
    public static ReadTable Table { get; } = new("person", ["home", "id"], ["home", "id", "kind", "sealed", "key_wrapped", "key_id", "seen_by"]);

    /// <summary>A person's row.</summary>
    public static TableRow Row(StreamId id, SealedPerson person, string keyId, int[] seenBy) =>
        new(Table, [id.Home, id.Id, person.Fact.Kind, person.Box, person.WrappedKey, keyId, seenBy]);

    private sealed record PersonRow
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }

        public required string Kind { get; init; }

        public required byte[] Sealed { get; init; }

        public required byte[] KeyWrapped { get; init; }
    }
}
