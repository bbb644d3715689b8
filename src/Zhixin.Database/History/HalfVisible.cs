using Npgsql;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;

namespace Zhixin.Database.History;

/// <summary>
/// What is visible by half in a range: contacts that say they joined a petition of another home, and petitions that say a contact of another
/// home joined them, where the other side does not say so. A cluster may show that for a moment, since a read of two homes is no snapshot there.
/// </summary>
/// <param name="Contacts">Contacts of which only this half is there: who sees them cannot be told yet.</param>
/// <param name="Names">Each half as it is reported.</param>
public sealed record HalfVisible(IReadOnlySet<Guid> Contacts, IReadOnlyList<string> Names)
{
    /// <summary>Compares both sides of every joining across homes; reads nothing where there is none.</summary>
    public static async Task<HalfVisible> Of(NpgsqlConnection connection, FoldedRange range, CancellationToken stop)
    {
        var (contacts, names) = (new HashSet<Guid>(), new List<string>());
        foreach (var (contact, link) in range.Contacts.SelectMany(c => c.Contact.Petitions.Where(p => p.PetitionHome != c.Contact.Id.Home).Select(p => (c.Contact, p))))
        {
            var id = new StreamId(link.PetitionHome, link.Petition);
            if (await Facts(connection, id, stop) is not { } facts || Petition.Fold(id, facts).Contacts.All(c => c.Contact != contact.Id.Id))
            {
                contacts.Add(contact.Id.Id);
                names.Add($"contact {ChainCheck.Key(contact.Id)}");
            }
        }

        foreach (var (petition, joined) in range.Petitions.SelectMany(p => p.Petition.Contacts.Where(c => c.Home != p.Petition.Id.Home).Select(c => (p.Petition, c))))
        {
            var id = new StreamId(joined.Home, joined.Contact);
            if (await Facts(connection, id, stop) is not { } facts || Contact.Fold(id, facts).Petitions.All(p => p.Petition != petition.Id.Id))
            {
                names.Add($"petition {ChainCheck.Key(petition.Id)}, contact {ChainCheck.Key(id)}");
            }
        }

        return new HalfVisible(contacts, names);
    }

    private static async Task<IReadOnlyList<DatedFact>?> Facts(NpgsqlConnection connection, StreamId id, CancellationToken stop) =>
        await StoredHistory.Load(connection, [id], stop) is [{ Events.Count: > 0 } stream] ? [.. stream.Facts] : null;
}
