using System.Security.Cryptography;
using System.Text;
using Zhixin.History;

namespace Zhixin.Database.Petitions;

/// <summary>Who acts at a desk: the person, the court acted for, posts, and where the act came from.</summary>
public sealed record ActingPerson(Guid Id, string Name, int Court, IReadOnlyList<string> Posts, Origin Origin)
{
    /// <summary>Scope of what this person reads.</summary>
    public Scope Scope => new(Court, Id);

    /// <summary>The software itself, acting for a court at a legal moment.</summary>
    public static ActingPerson Software(int court) => new(Guid.Empty, string.Empty, court, [], Origin.Job);

    /// <summary>Whether the software itself acts. No account and no request can be this.</summary>
    public bool IsSoftware => Origin == Origin.Job && Id == Guid.Empty;
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
    /// <summary>What a job claims in the transaction of the act: whoever inserts the row has done it.</summary>
    public RungClaim? Claim { get; init; }
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
public sealed record PetitionAnswer(int Home, Guid Id, string Number, int Version);
