using System.Security.Cryptography;
using Npgsql;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Intake;

namespace Zhixin.Database.History;

/// <summary>Whether the persons of a range stand in their table as their history says, open with their keys, and are seen by whom they should be.</summary>
/// <param name="halves">Contacts that are visible by half: whom they show cannot be compared yet.</param>
/// <param name="vault">Null without the master key: persons are then not opened.</param>
internal sealed class PersonCheck(
    NpgsqlConnection connection, HistoryRange range, FoldedRange folded, IReadOnlySet<Guid> halves, ReadRows rows, PersonVault? vault)
{
    /// <summary>The persons that were opened, for the hashes by which they are found.</summary>
    public Dictionary<StreamId, PersonDetails> Opened { get; } = [];

    /// <summary>Every person has its row, and the row's key opens what is sealed.</summary>
    public async Task<Difference?> Rows(CancellationToken stop)
    {
        var told = folded.Persons.ToDictionary(person => person.Id);
        await using var found = await CopyReader.Open(
            connection, $"select home, id, kind, sealed, seen_by, key_wrapped, key_id from person where {range.Where("id")} order by home, id", stop);
        while (found.Next(stop))
        {
            var id = new StreamId(found.Number(0), found.Id(1));
            if (!told.Remove(id, out var person))
            {
                return Difference.Unexplained("person", ChainCheck.Key(id));
            }

            if (Person(person, found) is { } difference)
            {
                return difference;
            }
        }

        return folded.Persons.FirstOrDefault(person => told.ContainsKey(person.Id)) is { } missing ? Difference.Missing("person", ChainCheck.Key(missing.Id)) : null;
    }

    private Difference? Person(FoldedPerson person, CopyReader row)
    {
        var (key, box) = (ChainCheck.Key(person.Id), Convert.FromBase64String(person.Fact.Sealed));
        return row switch
        {
            _ when person.Fact.Kind != row.Text(2) => Difference.Of("person", key, "kind", person.Fact.Kind, row.Text(2)),
            _ when !row.Field(3).SequenceEqual(box) => Difference.Of("person", key, "sealed", box, row.Field(3).ToArray()),
            _ when !row.Numbers(4).AsSpan().SequenceEqual(person.SeenBy) => Difference.Of("person", key, "seen_by", person.SeenBy, row.Numbers(4)),
            _ when vault is null => null,
            _ when vault.Master.Id != row.Text(6) => Difference.Of("person", key, "key_id", vault.Master.Id, row.Text(6)),
            _ when !Opens(person.Id, box, row.Field(5).ToArray()) => new Difference("person", key, "key_wrapped", "the key of what is sealed", "another"),
            _ => null,
        };
    }

    /// <summary>Whether a wrapped key is the one under which the details are sealed; they are kept for the hashes by which persons are found.</summary>
    private bool Opens(StreamId id, byte[] box, byte[] wrappedKey)
    {
        try
        {
            Opened[id] = vault!.Open(box, wrappedKey);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whoever sees a contact, or saw it while it was joined, sees the persons whom it names; nobody else does.</summary>
    public async Task<Difference?> Seen(IReadOnlyList<StoredStream> streams, CancellationToken stop)
    {
        var named = folded.Contacts.Where(c => !halves.Contains(c.Contact.Id.Id))
            .SelectMany(c => c.Contact.Facts.Petitioners.Select(p => p.Person).Concat(c.Contact.Facts.Parties).Select(id => (Id: new StreamId(c.Contact.Id.Home, id), By: c)))
            .GroupBy(person => person.Id).Select(g => (Id: g.Key, By: g.SelectMany(p => p.By.Contact.EverCourts).Distinct().ToList())).ToList();
        var heads = streams.Where(s => s.Head is not null).ToDictionary(s => s.Id, s => s.Head!);
        foreach (var head in await StoredHistory.Heads(connection, [.. named.Select(p => p.Id).Where(id => !heads.ContainsKey(id))], stop))
        {
            heads[head.Id] = head;
        }

        foreach (var (id, by) in named)
        {
            var expected = rows.SeenBy(id.Home, by);
            if (!heads.TryGetValue(id, out var head))
            {
                return Difference.Missing("stream", ChainCheck.Key(id));
            }

            if (!expected.AsSpan().SequenceEqual(head.SeenBy))
            {
                return Difference.Of("stream", ChainCheck.Key(id), "seen_by", expected, head.SeenBy);
            }
        }

        return null;
    }
}
