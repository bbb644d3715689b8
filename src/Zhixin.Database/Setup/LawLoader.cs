using System.Text.Json;
using Zhixin.Calendar;
using Zhixin.Database.Petitions;
using Zhixin.Regulations;

namespace Zhixin.Database.Setup;

/// <summary>Puts the law together: files for what came with the software, the database for what persons adopted and loaded.</summary>
public sealed class LawLoader(Db db, DataFiles files)
{
    /// <summary>Seeds pack versions that the database does not know; a version is immutable.</summary>
    /// <exception cref="DataFilesException">A file changed without a new version number.</exception>
    public async Task Seed(TimeProvider clock, CancellationToken stop)
    {
        var known = (await db.Reference<PackRow>("select id, version, hash from pack_version", [], stop)).ToDictionary(p => (p.Id, p.Version), p => p.Hash);
        var errors = new List<string>();
        foreach (var filed in files.Packs)
        {
            var pack = filed.Pack;
            if (known.TryGetValue((pack.Id, pack.Version), out var hash))
            {
                if (hash != pack.Hash)
                {
                    errors.Add($"regulations/{pack.Id}/pack.yaml:2: the pack changed but its version is still {pack.Version}; a version never changes.");
                }

                continue;
            }

            await db.Change(
                "insert into pack_version (id, version, hash, files, loaded_at) values ($1, $2, $3, $4::jsonb, $5) on conflict do nothing",
                [pack.Id, pack.Version, pack.Hash, JsonSerializer.Serialize(filed.Files), clock.GetUtcNow().UtcDateTime], stop);
        }

        if (errors.Count > 0)
        {
            throw new DataFilesException(errors);
        }
    }

    /// <summary>The law of the moment.</summary>
    public async Task<Law> Load(CancellationToken stop)
    {
        var packs = await Packs(stop);
        var adopted = await db.Reference<AdoptionRow>(
            "select pack, version, hash, court, from_day, until_day, reason from adoption where confirmed_by is not null and not refused", [], stop);
        var adoptions = Printed(packs).Concat(adopted.Select(a => new Adoption(a.Pack, a.Version, a.Hash, a.Court, a.FromDay, a.UntilDay, a.Reason))).ToList();
        return new Law(files.Courts, await Calendar(stop), files.Hours, new RuleBook(packs, adoptions), files.Authority, packs);
    }

    /// <summary>Every version of every pack, files and database together.</summary>
    public async Task<IReadOnlyList<RegulationPack>> Packs(CancellationToken stop)
    {
        var filed = files.Packs.Select(p => p.Pack).ToList();
        var older = await db.Reference<PackRow>("select id, version, hash, files::text from pack_version", [], stop);
        foreach (var row in older.Where(row => !filed.Exists(p => p.Id == row.Id && p.Version == row.Version)))
        {
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Files!)!;
            filed.Add(PackReader.Read(texts, files.Events).Pack ?? throw new InvalidDataException($"Pack {row.Id} version {row.Version} of the database cannot be read."));
        }

        return filed;
    }

    /// <summary>What holds because the source prints its date.</summary>
    public IEnumerable<Adoption> Printed(IReadOnlyList<RegulationPack> packs) => packs.Select(Printed).OfType<Adoption>();

    /// <summary>A pack whose source prints its in-force date holds by itself in its scope; the others wait to be adopted.</summary>
    private Adoption? Printed(RegulationPack pack)
    {
        if (pack.InForceFrom is not { } from)
        {
            return null;
        }

        var court = pack.Scope == "*" ? 0 : files.Courts.ByName(pack.Scope)?.Number
            ?? throw new InvalidDataException($"Pack {pack.Id}: no court is called {pack.Scope}.");
        return new Adoption(pack.Id, pack.Version, pack.Hash, court, from, pack.InForceUntil, "施行日期见原文");
    }

    private async Task<WorkCalendar> Calendar(CancellationToken stop)
    {
        var notices = await db.Reference<string>(
            "select distinct on (year) text from calendar_notice where confirmed_by is not null order by year, revision desc", [], stop);
        return notices.Aggregate(files.Calendar, (calendar, text) => calendar.With(CalendarYear.Parse("notice", text)));
    }

    private sealed record PackRow
    {
        public required string Id { get; init; }

        public required int Version { get; init; }

        public required string Hash { get; init; }

        public string? Files { get; init; }
    }

    private sealed record AdoptionRow
    {
        public required string Pack { get; init; }

        public required int Version { get; init; }

        public required string Hash { get; init; }

        public required int Court { get; init; }

        public required DateOnly FromDay { get; init; }

        public DateOnly? UntilDay { get; init; }

        public required string Reason { get; init; }
    }
}
