using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zhixin.History;
using Zhixin.Intake;

namespace Zhixin.Database.Persons;

/// <summary>What kind of keyed hash a row of match_key holds.</summary>
public enum MatchKind : short
{
    IdentityNumber = 1,
    Phone = 2,
    Name = 3,
    NameBigram = 4,
    CaseNumber = 5,
    TrackingCode = 6,
}

/// <summary>A keyed hash by which a petition can be found.</summary>
public readonly record struct MatchKey(MatchKind Kind, long Key);

/// <summary>A person ready to be recorded: the fact, and the wrapped key that the read table keeps beside it.</summary>
public sealed record SealedPerson(Guid Id, PersonRecorded Fact, byte[] Box, byte[] WrappedKey);

/// <summary>Seals persons under a key of their own, and makes the hashes by which they are found.</summary>
public sealed class PersonVault(MasterKey master)
{
    /// <summary>The master key that wraps everything here.</summary>
    public MasterKey Master => master;

    /// <summary>Seals a person's details.</summary>
    public SealedPerson Seal(Guid id, string kind, PersonDetails details)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var box = Sealed.Close(key, JsonSerializer.SerializeToUtf8Bytes(details, CanonicalJson.Options));
        return new SealedPerson(id, new PersonRecorded(kind, Sealed.Algorithm, Convert.ToBase64String(box)), box, master.Wrap(key));
    }

    /// <summary>Opens a person's details.</summary>
    public PersonDetails Open(byte[] box, byte[] wrappedKey) =>
        JsonSerializer.Deserialize<PersonDetails>(Sealed.Open(master.Unwrap(wrappedKey), box), CanonicalJson.Options)!;

    /// <summary>Every hash by which a person is found: number, phone, whole name, name bigrams.</summary>
    public IEnumerable<MatchKey> Keys(PersonDetails person)
    {
        if (!string.IsNullOrWhiteSpace(person.IdentityNumber))
        {
            yield return Key(MatchKind.IdentityNumber, person.IdentityNumber.ToUpperInvariant());
        }

        if (!string.IsNullOrWhiteSpace(person.Phone))
        {
            yield return Key(MatchKind.Phone, Digits(person.Phone));
        }

        var name = person.Name.Trim();
        if (name.Length == 0 || name == PersonDetails.Anonymous)
        {
            yield break;
        }

        yield return Key(MatchKind.Name, name);
        for (var i = 0; i + 1 < name.Length; i++)
        {
            yield return Key(MatchKind.NameBigram, name.Substring(i, 2));
        }
    }

    /// <summary>One hash. The kind is part of what is hashed.</summary>
    public MatchKey Key(MatchKind kind, string text) => new(kind, master.Match(Encoding.UTF8.GetBytes($"{(short)kind}:{text}")));

    /// <summary>The digits of a phone number, as it is matched.</summary>
    public static string Digits(string phone) => new([.. phone.Where(char.IsAsciiDigit)]);
}
