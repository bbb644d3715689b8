using System.Collections;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.History;
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

/// <summary>
/// The reads of an import: what was there before it began. They run beside its transaction, so that the database can write meanwhile and
/// nothing of the import itself is seen; other imports of the court wait until it is over. Each key is looked up by itself ("offset 0"), because a plan
/// made while a table is short would go through all of it, also through what the import has written since.
/// </summary>
public sealed class ImportQueries(Db db, Scope scope)
{
    private const int PrintsAtOnce = 5000;

    private readonly Dictionary<string, IReadOnlyList<StaffRow>> _staff = new(StringComparer.Ordinal);

    /// <summary>Columns of <c>import_row</c> that an import writes.</summary>
    public static ReadTable Rows { get; } = new("import_row", ["home", "batch", "row", "sheet_row"],
        ["home", "batch", "row", "sheet_row", "fingerprint", "outcome", "reason", "sealed", "state", "contact", "contact_fingerprint", "marks", "seen_by"]);

    /// <summary>By position: whether the row came in before.</summary>
    public async Task<BitArray> Known(JudgedLedger ledger, CancellationToken stop)
    {
        var known = new BitArray(ledger.Count);
        for (var from = 0; from < ledger.Count; from += PrintsAtOnce)
        {
            var prints = Enumerable.Range(from, Math.Min(PrintsAtOnce, ledger.Count - from)).Select(ledger.Print).ToArray();
            var found = (await Read<byte[]>("select distinct fingerprint from import_row where home = $1 and fingerprint = any($2)", [scope.Court, prints], stop))
                .Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
            for (var at = 0; at < prints.Length; at++)
            {
                known[from + at] = found.Contains(Convert.ToHexString(prints[at]));
            }
        }

        return known;
    }

    /// <summary>What a part's groups continue.</summary>
    public async Task<BeforeImport> Before(ImportPart part, PersonVault vault, CancellationToken stop)
    {
        var contacts = await Read<ContactRow>(
            """
            select k.print, k.id from unnest($2::bytea[]) as w(print) cross join lateral (
              select r.contact_fingerprint as print, r.contact as id from import_row r where r.home = $1 and r.contact_fingerprint = w.print and r.contact is not null offset 0) as k
            """,
            [scope.Court, part.Rows.Select(row => Convert.FromHexString(part.PrintOf(row.Entry))).ToArray()], stop);
        var found = await Read<PetitionRow>(
            """
            select k.id, k.ledger_key, k.petitioners from unnest($2::text[]) as w(key) cross join lateral (
              select p.id, p.ledger_key, p.petitioners from petition p where p.home = $1 and p.ledger_key = w.key and p.stage not in ('voided', 'merged') offset 0) as k
            order by k.id
            """,
            [scope.Court, part.Groups.Select(part.KeyOf).Distinct(StringComparer.Ordinal).ToArray()], stop);
        var histories = await Histories([.. found.Select(p => p.Id)], stop);
        var persons = await Persons([.. found.SelectMany(p => p.Petitioners).Distinct()], vault, stop);
        return new BeforeImport(
            found.ToLookup(p => p.LedgerKey, p => Earlier(p, histories[p.Id], persons), StringComparer.Ordinal),
            contacts.GroupBy(c => Convert.ToHexStringLower(c.Print)).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal),
            await Staff(part, stop));
    }

    private EarlierPetition Earlier(PetitionRow row, LoadedHistory history, Dictionary<Guid, KnownPerson> persons) => new(
        Petition.Fold(new StreamId(scope.Court, row.Id), history.Facts), history, [.. row.Petitioners.Where(persons.ContainsKey).Select(id => persons[id])]);

    private async Task<Dictionary<Guid, LoadedHistory>> Histories(Guid[] ids, CancellationToken stop) => ids.Length == 0 ? [] : (await Read<EventRow>(
        $"select {EventStore.Columns} from (select h.* from unnest($2::uuid[]) as s(stream) cross join lateral history_of($1, s.stream) as h) as e order by stream, version",
        [scope.Court, ids], stop)).GroupBy(row => row.Stream).ToDictionary(g => g.Key, g => EventStore.Loaded([.. g]));

    private async Task<Dictionary<Guid, KnownPerson>> Persons(Guid[] ids, PersonVault vault, CancellationToken stop) => ids.Length == 0 ? [] : (await Read<PersonRow>(
        "select id, kind, sealed, key_wrapped from person where home = $1 and id = any($2)", [scope.Court, ids], stop))
        .ToDictionary(row => row.Id, row => new KnownPerson(scope.Court, row.Id, row.Kind, vault.Open(row.Sealed, row.KeyWrapped)));

    /// <summary>Handlers return from row to row: each name is asked for once.</summary>
    private async Task<Dictionary<(int Court, string Name), Guid>> Staff(ImportPart part, CancellationToken stop)
    {
        var names = part.Rows.Select(row => row.Entry.Handler).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var unasked = names.Where(name => !_staff.ContainsKey(name)).ToArray();
        var found = unasked.Length == 0 ? [] : await Read<StaffRow>("select court, name, id from staff where name = any($1) and active", [unasked], stop);
        foreach (var name in unasked)
        {
            _staff[name] = [.. found.Where(row => row.Name == name)];
        }

        return names.SelectMany(name => _staff[name]).GroupBy(row => (row.Court, row.Name)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Id);
    }

    private Task<List<T>> Read<T>(string sql, object?[] arguments, CancellationToken stop) => db.Query<T>(scope, sql, arguments, stop);

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
