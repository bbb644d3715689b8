using System.Security.Cryptography;
using Npgsql;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Intake;

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
    /// <param name="opened">Persons that were opened before; what is missing is read and opened.</param>
    /// <exception cref="CryptographicException">A person cannot be opened with this master key.</exception>
    public static async Task<IReadOnlyCollection<MatchRow>> Of(
        NpgsqlConnection connection, FoldedRange range, PersonVault vault, Dictionary<StreamId, PersonDetails> opened, CancellationToken stop)
    {
        var wanted = range.Petitions.SelectMany(p => p.Petitioners.Select(id => new StreamId(p.Petition.Id.Home, id))).Where(id => !opened.ContainsKey(id)).ToHashSet();
        await Read(connection, wanted, vault, opened, stop);
        var found = range.Petitions.SelectMany(p => Keys(p, opened, vault)).ToHashSet();
        foreach (var contact in range.Contacts.Where(c => c.Joined is not null))
        {
            var code = vault.Master.TrackingCode(contact.Contact.Id.Id);
            found.Add(new MatchRow(contact.Joined!.PetitionHome, vault.Key(MatchKind.TrackingCode, code), contact.Contact.Id.Id));
        }

        return found;
    }

    private static IEnumerable<MatchRow> Keys(FoldedPetition folded, Dictionary<StreamId, PersonDetails> persons, PersonVault vault)
    {
        var id = folded.Petition.Id;
        return folded.Petitioners.Select(p => persons.GetValueOrDefault(new StreamId(id.Home, p))).OfType<PersonDetails>().SelectMany(vault.Keys)
            .Concat(folded.CaseNumbers.Select(number => vault.Key(MatchKind.CaseNumber, number)))
            .Select(key => new MatchRow(id.Home, key, id.Id));
    }

    private static async Task Read(
        NpgsqlConnection connection, HashSet<StreamId> ids, PersonVault vault, Dictionary<StreamId, PersonDetails> into, CancellationToken stop)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await using var rows = await CopyReader.Open(
            connection, $"select home, id, sealed, key_wrapped from person where {StoredHistory.In("id", ids)}", stop);
        while (rows.Next(stop))
        {
            into[new StreamId(rows.Number(0), rows.Id(1))] = vault.Open(rows.Field(2).ToArray(), rows.Field(3).ToArray());
        }
    }
}
