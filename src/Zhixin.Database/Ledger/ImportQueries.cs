using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Ledger;
using Zhixin.Petitions;

namespace Zhixin.Database.Ledger;

/// <summary>A petition that a ledger's group continues: as it is, and the persons it knows.</summary>
public sealed record EarlierPetition(Petition Petition, LoadedHistory History, IReadOnlyList<KnownPerson> Persons);

/// <summary>What was there before an import.</summary>
/// <param name="Petitions">By ledger key.</param>
/// <param name="Contacts">The contact of each known contact fingerprint.</param>
/// <param name="Staff">Members of staff by court and name; only where one person has the name.</param>
public sealed record BeforeImport(
    ILookup<string, EarlierPetition> Petitions, IReadOnlyDictionary<string, Guid> Contacts, IReadOnlyDictionary<(int Court, string Name), Guid> Staff);

/// <summary>The reads of an import, inside its transaction.</summary>
public sealed class ImportQueries(NpgsqlConnection connection, int home)
{
    /// <summary>Which of these fingerprints came in before.</summary>
    public const string KnownRows = "select distinct fingerprint from import_row where home = $1 and fingerprint = any($2)";

    /// <summary>Columns of <c>import_row</c> that an import writes.</summary>
    public static ReadTable Rows { get; } = new("import_row", ["home", "batch", "row", "sheet_row"],
        ["home", "batch", "row", "sheet_row", "fingerprint", "outcome", "reason", "sealed", "state", "contact", "contact_fingerprint", "seen_by"]);

    /// <summary>The fingerprints that came in before, as hexadecimal text.</summary>
    public async Task<HashSet<string>> Known(IReadOnlyList<byte[]> prints, CancellationToken stop) =>
        [.. (await Read<byte[]>(KnownRows, [home, prints.ToArray()], stop)).Select(Convert.ToHexString)];

    /// <summary>What the groups continue.</summary>
    public async Task<BeforeImport> Before(IReadOnlyList<LedgerGroup> groups, List<LedgerEntry> entries, PersonVault vault, CancellationToken stop)
    {
        var prints = entries.Select(e => Convert.FromHexString(LedgerFingerprint.OfContact(e))).ToArray();
        var contacts = await Read<ContactRow>(
            "select contact_fingerprint as print, contact as id from import_row where home = $1 and contact_fingerprint = any($2) and contact is not null", [home, prints], stop);
        var found = await Read<PetitionRow>(
            "select id, ledger_key, petitioners from petition where home = $1 and ledger_key = any($2) and stage not in ('voided', 'merged') order by id",
            [home, groups.Select(group => ImportWork.Key(vault, group)).Distinct(StringComparer.Ordinal).ToArray()], stop);
        var histories = await Histories([.. found.Select(p => p.Id)], stop);
        var persons = await Persons([.. found.SelectMany(p => p.Petitioners).Distinct()], vault, stop);
        return new BeforeImport(
            found.ToLookup(p => p.LedgerKey, p => Earlier(p, histories[p.Id], persons), StringComparer.Ordinal),
            contacts.GroupBy(c => Convert.ToHexStringLower(c.Print)).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal),
            await Staff(entries, stop));
    }

    private EarlierPetition Earlier(PetitionRow row, LoadedHistory history, Dictionary<Guid, KnownPerson> persons) => new(
        Petition.Fold(new StreamId(home, row.Id), history.Facts), history, [.. row.Petitioners.Where(persons.ContainsKey).Select(id => persons[id])]);

    private async Task<Dictionary<Guid, LoadedHistory>> Histories(Guid[] ids, CancellationToken stop) => ids.Length == 0 ? [] : (await Read<EventRow>(
        $"select {EventStore.Columns} from (select h.* from unnest($2::uuid[]) as s(stream) cross join lateral history_of($1, s.stream) as h) as e order by stream, version",
        [home, ids], stop)).GroupBy(row => row.Stream).ToDictionary(g => g.Key, g => EventStore.Loaded([.. g]));

    private async Task<Dictionary<Guid, KnownPerson>> Persons(Guid[] ids, PersonVault vault, CancellationToken stop) => ids.Length == 0 ? [] : (await Read<PersonRow>(
        "select id, kind, sealed, key_wrapped from person where home = $1 and id = any($2)", [home, ids], stop))
        .ToDictionary(row => row.Id, row => new KnownPerson(home, row.Id, row.Kind, vault.Open(row.Sealed, row.KeyWrapped)));

    private async Task<Dictionary<(int Court, string Name), Guid>> Staff(List<LedgerEntry> entries, CancellationToken stop) => (await Read<StaffRow>(
        "select court, name, id from staff where name = any($1) and active", [entries.Select(e => e.Handler).OfType<string>().Distinct(StringComparer.Ordinal).ToArray()], stop))
        .GroupBy(row => (row.Court, row.Name)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Id);

    private async Task<List<T>> Read<T>(string sql, object?[] arguments, CancellationToken stop)
    {
        await using var batch = new CommandBatch(home).Add(sql, arguments).Continue(connection);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        return await Db.Rows<T>(reader, stop);
    }

    private sealed record ContactRow
    {
        public required byte[] Print { get; init; }

        public required Guid Id { get; init; }
    }

    private sealed record PetitionRow
    {
        public required Guid Id { get; init; }

        public required string LedgerKey { get; init; }

        public required Guid[] Petitioners { get; init; }
    }

    private sealed record PersonRow
    {
        public required Guid Id { get; init; }

        public required string Kind { get; init; }

        public required byte[] Sealed { get; init; }

        public required byte[] KeyWrapped { get; init; }
    }

    private sealed record StaffRow
    {
        public required int Court { get; init; }

        public required string Name { get; init; }

        public required Guid Id { get; init; }
    }
}
