using System.Security.Cryptography;
using Npgsql;
using Zhixin.Database.Persons;

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
        foreach (var home in range.Petitions.GroupBy(p => p.Petition.Id.Home))
        {
            await Read(connection, home.Key, home.SelectMany(p => p.Petitioners), persons, stop);
        }

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

    private static async Task Read(NpgsqlConnection connection, int home, IEnumerable<Guid> ids, Dictionary<Guid, PersonSeal> into, CancellationToken stop)
    {
        await using var command = StoredHistory.Command(
            connection, "select id, sealed, key_wrapped from person where home = $1 and id = any($2)", [home, ids.Distinct().ToArray()]);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            into[reader.GetGuid(0)] = new PersonSeal(reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
        }
    }

    private sealed record PersonSeal(byte[] Box, byte[] WrappedKey);
}
