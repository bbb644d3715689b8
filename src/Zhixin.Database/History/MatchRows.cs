using System.Security.Cryptography;
using Npgsql;
using Zhixin.Database.Persons;
using Zhixin.History;

namespace Zhixin.Database.History;

/// <summary>A row of <c>match_key</c>.</summary>
public readonly record struct MatchRow(int Home, MatchKey Key, Guid Stream);

/// <summary>
/// The keyed hashes by which the matters of a range are found: each petition by its petitioners and case numbers, each contact by its
/// tracking code. Needs the master key; the wrapped keys of persons stand in <c>person</c> alone, so that destroying one is final.
/// </summary>
public static class MatchRows
{
    /// <summary>The distinct rows of a range.</summary>
    /// <exception cref="CryptographicException">A person cannot be opened with this master key.</exception>
    public static async Task<IReadOnlyCollection<MatchRow>> Of(NpgsqlConnection connection, FoldedRange range, PersonVault vault, CancellationToken stop)
    {
        var persons = new Dictionary<Guid, PersonSeal>();
        await Read(connection, range.Petitions.SelectMany(p => p.Petitioners.Select(id => new StreamId(p.Petition.Id.Home, id))).ToHashSet(), persons, stop);

        var found = range.Petitions.SelectMany(p => Keys(p, persons, vault)).ToHashSet();
        foreach (var contact in range.Contacts.Where(c => c.Joined is not null))
        {
            var code = vault.Master.TrackingCode(contact.Contact.Id.Id);
            found.Add(new MatchRow(contact.Joined!.PetitionHome, vault.Key(MatchKind.TrackingCode, code), contact.Contact.Id.Id));
        }

        return found;
    }

    private static IEnumerable<MatchRow> Keys(FoldedPetition folded, Dictionary<Guid, PersonSeal> persons, PersonVault vault)
    {
        var id = folded.Petition.Id;
        return folded.Petitioners.Select(p => persons.GetValueOrDefault(p)).OfType<PersonSeal>()
            .SelectMany(seal => vault.Keys(vault.Open(seal.Box, seal.WrappedKey)))
            .Concat(folded.CaseNumbers.Select(number => vault.Key(MatchKind.CaseNumber, number)))
            .Select(key => new MatchRow(id.Home, key, id.Id));
    }

    private static async Task Read(NpgsqlConnection connection, HashSet<StreamId> ids, Dictionary<Guid, PersonSeal> into, CancellationToken stop)
    {
        await using var command = StoredHistory.Command(
            connection, "select p.id, p.sealed, p.key_wrapped from unnest($1::int[], $2::uuid[]) as w(home, id) join person p on p.home = w.home and p.id = w.id",
            [ids.Select(i => i.Home).ToArray(), ids.Select(i => i.Id).ToArray()]);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            into[reader.GetGuid(0)] = new PersonSeal(reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
        }
    }

    private sealed record PersonSeal(byte[] Box, byte[] WrappedKey);
}
