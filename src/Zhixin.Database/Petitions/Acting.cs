using System.Security.Cryptography;
using System.Text;
using Zhixin.History;

namespace Zhixin.Database.Petitions;

/// <summary>Who acts at a desk: the person, the court acted for, posts, and where the act came from.</summary>
public sealed record ActingPerson(Guid Id, string Name, int Court, IReadOnlyList<string> Posts, Origin Origin)
{
    /// <summary>The one acted for, where this person acts as a deputy.</summary>
    public Represented? For { get; init; }

    /// <summary>The person whose act it is in law: the one acted for, else the one who acts.</summary>
    public Guid Whose => For?.Id ?? Id;

    /// <summary>The posts by which this person acts now: those of the one acted for, else the own ones.</summary>
    public IReadOnlyList<string> ActingPosts => For?.Posts ?? Posts;

    /// <summary>Both, as decisions need to know them.</summary>
    public Zhixin.Petitions.Acts.Actors Actors => new(Id, For?.Id);

    /// <summary>Scope of what this person reads.</summary>
    public Scope Scope => new(Court, Id);

    /// <summary>The software itself, acting for a court at a legal moment.</summary>
    public static ActingPerson Software(int court) => new(Guid.Empty, string.Empty, court, [], Origin.Job);

    /// <summary>Whether the software itself acts. No account and no request can be this.</summary>
    public bool IsSoftware => Origin == Origin.Job && Id == Guid.Empty;
}

/// <summary>Somebody for whom a deputy acts today.</summary>
/// <param name="Acts">Codes of the authority matrix; empty: every act of the posts.</param>
public sealed record Represented(Guid Id, string Name, IReadOnlyList<string> Posts, IReadOnlyList<string> Acts)
{
    /// <summary>Whether the deputy was named for the act.</summary>
    public bool Covers(string act) => Acts.Count == 0 || Acts.Contains(act, StringComparer.Ordinal);
}

/// <summary>A resend makes one record: the key, and a hash of what was sent with it.</summary>
public sealed record Resend(string Key, byte[] BodyHash)
{
    /// <summary>Of a key and the body as received.</summary>
    public static Resend Of(string key, string body) => new(key, SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}

/// <summary>An act on one petition.</summary>
/// <param name="Act">Code in the authority matrix.</param>
/// <param name="Expected">The version that the actor saw; null for acts that only add.</param>
/// <param name="On">When it happened in law.</param>
public sealed record PetitionAct(string Act, StreamId Petition, int? Expected, DateOnly On, Resend? Resend)
{
    /// <summary>What proves the day of an act that is entered late: a document, and where it is kept.</summary>
    public string? Proof { get; init; }

    /// <summary>What a job claims in the transaction of the act: whoever inserts the row has done it.</summary>
    public RungClaim? Claim { get; init; }

    /// <summary>What must still be free in the transaction of the act, such as a person's time.</summary>
    public Reception.SlotGuard? Guard { get; init; }

    /// <summary>For an act of the software: the day that the clocks take for the day of recording, where it is not the act's own.</summary>
    public DateOnly? Recorded { get; init; }
}

/// <summary>A rung of what follows a breach; it is climbed once.</summary>
public sealed record RungClaim(StreamId Stream, int Obligation, string Rung)
{
    /// <summary>Stages the claim.</summary>
    public void Write(CommandBatch batch, DateTimeOffset now) => batch.Add(
        "insert into claim (home, stream, obligation, rung, at) values ($1, $2, $3, $4, $5)",
        Stream.Home, Stream.Id, Obligation, Rung, now.UtcDateTime);
}

/// <summary>What an act leaves: the petition's new version.</summary>
public sealed record PetitionAnswer(int Home, Guid Id, string Number, int Version)
{
    /// <summary>The paper that the act issued, by its number in the petition; null for every other act.</summary>
    public int? Paper { get; init; }

    /// <summary>The number that stands on it.</summary>
    public string? PaperNumber { get; init; }
}
