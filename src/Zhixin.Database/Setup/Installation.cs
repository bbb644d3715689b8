using Zhixin.Courts;

namespace Zhixin.Database.Setup;

/// <summary>What this installation is.</summary>
public sealed record InstallationFacts
{
    public required bool Demo { get; init; }

    public required string MasterKeyId { get; init; }
}

/// <summary>Staff, units and the mark of the installation: administration of reference tables.</summary>
public sealed class Installation(Db db)
{
    /// <summary>The number of the platform itself, where administrators of the installation belong.</summary>
    public const int Platform = 0;

    /// <summary>What the database says that it is; null before first start.</summary>
    public async Task<InstallationFacts?> Facts(CancellationToken stop) =>
        (await db.Reference<InstallationFacts>("select demo, master_key_id from installation", [], stop)).SingleOrDefault();

    /// <summary>Marks a new installation. A demo database stays one for good.</summary>
    public Task Mark(bool demo, string version, string masterKeyId, DateTimeOffset now, CancellationToken stop) => db.Change(
        "insert into installation (demo, created_at, version, master_key_id) values ($1, $2, $3, $4) on conflict (one) do nothing",
        [demo, now.UtcDateTime, version, masterKeyId], stop);

    /// <summary>Marks the installation as a demo, for good.</summary>
    public Task MarkDemo(CancellationToken stop) => db.Change("update installation set demo = true", [], stop);

    /// <summary>Writes the court directory; courts that are known stay as they are.</summary>
    public async Task SeedCourts(CourtDirectory courts, CancellationToken stop)
    {
        var all = courts.All.ToList();
        await db.Change(
            """
            insert into court (number, name, level, province, parent, code, high, mid, basic)
            select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::int[], $8::int[], $9::int[])
            on conflict (number) do nothing
            """,
            [
                all.Select(c => c.Number).Prepend(Platform).ToArray(), all.Select(c => c.Name).Prepend("系统平台").ToArray(),
                all.Select(c => c.Level.ToString().ToLowerInvariant()).Prepend("platform").ToArray(),
                all.Select(c => c.Province).Prepend(string.Empty).ToArray(), all.Select(c => c.Parent).Prepend(null).ToArray(),
                all.Select(c => c.Code).Prepend(null).ToArray(), all.Select(c => courts.Columns(c).High).Prepend(null).ToArray(),
                all.Select(c => courts.Columns(c).Mid).Prepend(null).ToArray(), all.Select(c => courts.Columns(c).Basic).Prepend(null).ToArray(),
            ],
            stop);
    }
}
