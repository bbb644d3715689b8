namespace Zhixin.Database.Access;

/// <summary>A key as it is listed: never the key itself.</summary>
public sealed record BearerKey
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The posts it acts with; null for all that the person holds.</summary>
    public string[]? Posts { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The instant from which it is refused; null for never.</summary>
    public DateTime? ExpiresAt { get; init; }

    public DateTime? RevokedAt { get; init; }
}

/// <summary>
/// Keys with which other systems use the JSON API. A key acts as one person, with some of that person's posts, so that every act has a
/// person who answers for it; it ends when the person leaves. Kept as SHA-256 only: it is made of 256 random bits.
/// </summary>
public sealed class BearerKeys(Db db)
{
    /// <summary>Keeps a fresh key.</summary>
    public Task Add(byte[] hash, BearerKey key, Guid account, Guid by, CancellationToken stop) => db.Change(
        "insert into bearer_key (hash, id, account, name, posts, created_at, expires_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        [hash, key.Id, account, key.Name, key.Posts, key.CreatedAt, key.ExpiresAt, by], stop);

    /// <summary>A person's keys, the newest first.</summary>
    public Task<List<BearerKey>> Of(Guid account, CancellationToken stop) => db.Reference<BearerKey>(
        "select id, name, posts, created_at, expires_at, revoked_at from bearer_key where account = $1 order by created_at desc, id desc limit 200", [account], stop);

    /// <summary>Revokes a key at once; false when the person has none with this id, or it is revoked already.</summary>
    public async Task<bool> Revoke(Guid account, Guid key, Guid by, DateTimeOffset at, CancellationToken stop) => await db.Change(
        "update bearer_key set revoked_at = $3, revoked_by = $4 where account = $1 and id = $2 and revoked_at is null", [account, key, at.UtcDateTime, by], stop) == 1;

    /// <summary>The account of a key, and the posts it acts with; null when the key is unknown, revoked or expired.</summary>
    public async Task<(Guid Account, string[]? Posts)?> Find(byte[] hash, DateTimeOffset now, CancellationToken stop) => (await db.Reference<Found>(
        "select account, posts from bearer_key where hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)", [hash, now.UtcDateTime], stop))
        .Select(found => ((Guid, string[]?)?)(found.Account, found.Posts)).SingleOrDefault();

    private sealed record Found
    {
        public required Guid Account { get; init; }

        public string[]? Posts { get; init; }
    }
}
