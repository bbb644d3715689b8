namespace Zhixin.Database.Access;

/// <summary>What a reader of the access log asks for; empty filters do not filter.</summary>
/// <param name="Person">Whole name.</param>
/// <param name="Number">Number of a petition or contact.</param>
/// <param name="From">First day at +08:00, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Before">Keyset: the last row of the page before.</param>
public sealed record AccessFilter(string? Person, string? Number, string? Act, DateOnly? From, DateOnly? To, (DateTimeOffset At, Guid Id)? Before);

/// <summary>One access as it is read.</summary>
public sealed record AccessLine
{
    public required Guid Id { get; init; }

    public required DateTime At { get; init; }

    public required string Person { get; init; }

    public required string[] Posts { get; init; }

    public required string Court { get; init; }

    public required string Act { get; init; }

    public int? TargetHome { get; init; }

    public Guid? Target { get; init; }

    public string? Number { get; init; }

    public bool IsPetition { get; init; }

    public string? Purpose { get; init; }

    public string? Detail { get; init; }
}

/// <summary>Reads the access log: the platform's audit administrator sees every court, others their own.</summary>
public static class AccessLogReading
{
    /// <summary>A page, newest first. Lines about a matter that accuses the reader are left out.</summary>
    public static async Task<List<AccessLine>> Page(Db db, Scope scope, AccessFilter filter, int size, CancellationToken stop)
    {
        var targets = filter.Number is { } number
            ? (await db.Query<Guid>(scope, "select /* all homes: access-number */ access_numbered($1)", [number], stop)).ToArray() : null;
        var page = new List<AccessLine>(size);
        for (var before = filter.Before; ;)
        {
            var lines = await Lines(db, scope, filter with { Before = before }, targets, size, stop);
            var known = await Targets(db, scope, lines, stop);
            page.AddRange(
                from line in lines
                let target = known.GetValueOrDefault(line.Target ?? Guid.Empty)
                where target is not { Barred: true }
                select target is null ? line : line with { Number = target.Number, IsPetition = target.IsPetition });
            if (lines.Count < size || page.Count >= size)
            {
                return [.. page.Take(size)];
            }

            before = (new DateTimeOffset(lines[^1].At, TimeSpan.Zero), lines[^1].Id);
        }
    }

    private static Task<List<AccessLine>> Lines(Db db, Scope scope, AccessFilter filter, Guid[]? targets, int size, CancellationToken stop) => db.Query<AccessLine>(
        scope,
        "select /* all homes: access-log */ id, at, person, posts, court, act, target_home, target, purpose, detail from read_access_log($1, $2, $3, $4, $5, $6, $7, $8)",
        [
            filter.Person, targets, filter.Act, filter.From is { } from ? Calendar.ChinaDate.EndOf(from.AddDays(-1)).UtcDateTime : null,
            filter.To is { } to ? Calendar.ChinaDate.EndOf(to).UtcDateTime : null, filter.Before?.At.UtcDateTime, filter.Before?.Id, size,
        ],
        stop);

    /// <summary>What the lines speak of; a contact is barred with its petition, which another of its contacts may have barred.</summary>
    private static async Task<Dictionary<Guid, TargetRow>> Targets(Db db, Scope scope, List<AccessLine> lines, CancellationToken stop)
    {
        var found = await Targets(db, scope, lines.Where(l => l.Target is not null).Select(l => (l.TargetHome ?? 0, l.Target!.Value)), stop);
        var petitions = await Targets(db, scope, found.Values.Where(t => t.Petition is not null).Select(t => (t.PetitionHome ?? 0, t.Petition!.Value)), stop);
        return found.ToDictionary(
            t => t.Key, t => t.Value.Petition is { } petition && petitions.GetValueOrDefault(petition) is { Barred: true } ? t.Value with { Barred = true } : t.Value);
    }

    private static async Task<Dictionary<Guid, TargetRow>> Targets(Db db, Scope scope, IEnumerable<(int Home, Guid Id)> ids, CancellationToken stop)
    {
        var wanted = ids.Distinct().ToList();
        var found = wanted.Count == 0 ? [] : await db.Query<TargetRow>(
            scope, "select /* all homes: access-targets */ id, number, is_petition, barred, petition_home, petition from access_targets($1, $2, $3)",
            [wanted.ConvertAll(w => w.Home).ToArray(), wanted.ConvertAll(w => w.Id).ToArray(), scope.Viewer], stop);
        return found.DistinctBy(row => row.Id).ToDictionary(row => row.Id);
    }

    private sealed record TargetRow
    {
        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required bool IsPetition { get; init; }

        public required bool Barred { get; init; }

        public int? PetitionHome { get; init; }

        public Guid? Petition { get; init; }
    }
}
