using Npgsql;
using Zhixin.Database.Attachments;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Database.PlatformItems;
using Zhixin.Database.Reception;
using Zhixin.Database.Supervisions;
using Zhixin.History;
using Zhixin.PlatformItems;
using Zhixin.Supervisions;

namespace Zhixin.Database.History;

/// <summary>Whether the read tables say about a range what its folded history says. Works inside one snapshot.</summary>
/// <param name="halves">Contacts that are visible by half: what follows from the other half cannot be compared yet.</param>
/// <param name="vault">Null without the master key: persons and their hashes are then not opened.</param>
public sealed class RowCheck(
    NpgsqlConnection connection, HistoryRange range, FoldedRange folded, IReadOnlySet<Guid> halves, ReadRows rows, PersonVault? vault)
{
    private readonly PersonCheck _persons = new(connection, range, folded, halves, rows, vault);

    /// <summary>Rows of <c>match_key</c> that the range explains; they were all found.</summary>
    public IReadOnlyCollection<MatchRow> Matches { get; private set; } = [];

    /// <summary>The first difference, table by table.</summary>
    public async Task<Difference?> First(IReadOnlyList<StoredStream> streams, CancellationToken stop)
    {
        var beside = folded.BesideRows(rows).ToLookup(row => row.Table);
        return await Table(ReadRows.Contacts, folded.ContactRows(rows), stop)
            ?? await Table(ReadRows.Proposals, folded.ProposalRows, stop)
            ?? await Table(ReadRows.Petitions, folded.PetitionRows(rows), stop)
            ?? await Table(ReadRows.Obligations, beside[ReadRows.Obligations].OrderBy(row => (int)row.Values[0]!).ThenBy(row => (Guid)row.Values[1]!).ThenBy(row => (int)row.Values[2]!), stop)
            ?? await Table(ReadRows.Approvals, beside[ReadRows.Approvals], stop)
            ?? await Table(ReadRows.Hops, beside[ReadRows.Hops], stop)
            ?? await Table(WriteOffRows.Table, beside[WriteOffRows.Table], stop)
            ?? await Table(TerminationReadRows.Table, beside[TerminationReadRows.Table], stop)
            ?? await Table(ReviewStepRows.Table, beside[ReviewStepRows.Table], stop)
            ?? await Table(AppointmentRows.Table, beside[AppointmentRows.Table], stop)
            ?? await Table(BulletinRows.Table, beside[BulletinRows.Table], stop)
            ?? await Table(SupervisionRows.Table, beside[SupervisionRows.Table], stop)
            ?? await Table(PlatformRows.Table, beside[PlatformRows.Table], stop)
            ?? await Table(Checks.CheckRows.Table, beside[Checks.CheckRows.Table], stop)
            ?? await Table(ReportBox.ReportRows.Table, beside[ReportBox.ReportRows.Table], stop)
            ?? await Table(AttachmentRows.Table, folded.AttachmentRowsOf(rows), stop)
            ?? await AttachmentKeys(stop)
            ?? await new PaperCheck(connection, range, vault?.Master).First(folded, stop)
            ?? SeenBy(streams)
            ?? await Sight(streams, stop)
            ?? await _persons.Rows(stop)
            ?? await _persons.Seen(streams, stop)
            ?? await MatchKeys(stop);
    }

    private async Task<Difference?> Table(ReadTable table, IEnumerable<TableRow> expected, CancellationToken stop)
    {
        var keys = table.Key.Count;
        var told = expected.Where(row => !halves.Contains((Guid)row.Values[1]!)).ToList();
        var select = $"select {string.Join(", ", table.Columns)} from {table.Name} where {range.Where(table.Key[1])}";
        var bytes = new CopyRows();
        told.ForEach(row => bytes.Add(row.Values));
        if (await IsTheSame($"{select} order by {string.Join(", ", table.Key)}", bytes, stop))
        {
            return null;
        }

        var found = (await Rows(select, [], stop))
            .Where(row => !halves.Contains((Guid)row[1]!)).ToDictionary(row => Key(row, keys), StringComparer.Ordinal);
        foreach (var row in told)
        {
            var key = Key(row.Values, keys);
            if (!found.Remove(key, out var values))
            {
                return Difference.Missing(table.Name, key);
            }

            for (var column = keys; column < values.Length; column++)
            {
                if (!Difference.Same(row.Values[column], values[column]))
                {
                    return Difference.Of(table.Name, key, table.Columns[column], row.Values[column], values[column]);
                }
            }
        }

        return Extra(table.Name, found.Keys);
    }

    /// <summary>
    /// Whether a query gives these rows in this order, byte by byte; nearly always it does, and nothing is made of what it gives. Where it does
    /// not, a slower comparison finds out what differs, if anything does.
    /// </summary>
    private async Task<bool> IsTheSame(string query, CopyRows told, CancellationToken stop)
    {
        var (at, isSame) = (0, true);
        await using var found = await CopyReader.Open(connection, query, stop);
        while (found.Next(stop) && isSame)
        {
            isSame = told.Written.Span[at..].StartsWith(found.Row);
            at += isSame ? found.Row.Length : 0;
        }

        return isSame && at == told.Written.Length;
    }

    private Difference? SeenBy(IReadOnlyList<StoredStream> streams)
    {
        var heads = streams.ToDictionary(s => s.Id, s => s.Head!);
        foreach (var (id, seenBy) in folded.SeenBy(rows).Where(seen => !halves.Contains(seen.Id.Id)))
        {
            if (!seenBy.AsSpan().SequenceEqual(heads[id].SeenBy))
            {
                return Difference.Of("stream", ChainCheck.Key(id), "seen_by", seenBy, heads[id].SeenBy);
            }
        }

        return null;
    }

    private async Task<Difference?> Sight(IReadOnlyList<StoredStream> streams, CancellationToken stop)
    {
        var told = folded.SightRows(rows).Where(sight => !halves.Contains(sight.Id.Id)).ToList();
        told.Sort(InOrder);
        var bytes = new CopyRows();
        told.ForEach(sight => bytes.Add(sight.Id.Home, sight.Id.Id, sight.Court, sight.Ground));
        const string columns = "home, stream, court, ground";
        var select = $"select {columns} from sight where {range.Where("stream")} and until is null";
        if (await IsTheSame($"{select} order by {columns}", bytes, stop))
        {
            return null;
        }

        var others = streams.Where(s => s.Kind is not ("contact" or "petition" or Supervision.Kind or PlatformItem.Kind or Zhixin.Checks.CheckRecord.Kind or Zhixin.ReportBox.BoxedReport.Kind)).Select(s => s.Id.Id).Concat(halves).ToHashSet();
        var found = (await Rows(select, [], stop))
            .Where(row => !others.Contains((Guid)row[1]!))
            .Select(row => new SightRow(new StreamId((int)row[0]!, (Guid)row[1]!), (int)row[2]!, (string)row[3]!)).ToHashSet();
        foreach (var sight in told)
        {
            if (!found.Remove(sight))
            {
                return Difference.Missing("sight", Key(sight));
            }
        }

        return Extra("sight", found.Select(Key));
    }

    private static int InOrder(SightRow a, SightRow b) =>
        a.Id.Home != b.Id.Home ? a.Id.Home.CompareTo(b.Id.Home)
        : a.Id.Id != b.Id.Id ? a.Id.Id.CompareTo(b.Id.Id)
        : a.Court != b.Court ? a.Court.CompareTo(b.Court)
        : string.CompareOrdinal(a.Ground, b.Ground);

    /// <summary>Every attachment has its key, and the key reads it; no key stands without one.</summary>
    private async Task<Difference?> AttachmentKeys(CancellationToken stop)
    {
        var found = (await Rows($"select home, id, key_wrapped, key_id from attachment_key where {range.Where("id")}", [], stop)).ToDictionary(Id);
        foreach (var (id, facts) in folded.Attachments.Select(a => (a.Attachment.Id, a.Attachment.Facts)))
        {
            if (!found.Remove(id, out var row))
            {
                return Difference.Missing("attachment_key", ChainCheck.Key(id));
            }

            if (vault is not null && !Difference.Same(vault.Master.Id, row[3]))
            {
                return Difference.Of("attachment_key", ChainCheck.Key(id), "key_id", vault.Master.Id, row[3]);
            }

            if (vault is not null && !AttachmentDesk.Reads(vault.Master, (byte[])row[2]!, Convert.FromBase64String(facts.SealedName)))
            {
                return new Difference("attachment_key", ChainCheck.Key(id), "key_wrapped", "the key of what is sealed", "another");
            }
        }

        return Extra("attachment_key", found.Keys.Select(ChainCheck.Key));
    }

    private async Task<Difference?> MatchKeys(CancellationToken stop)
    {
        if (vault is null)
        {
            return null;
        }

        Matches = await MatchRows.Of(connection, folded, vault, _persons.Opened, stop);
        var all = Matches.Where(m => !halves.Contains(m.Stream)).ToList();
        var missing = await Rows(
            """
            select w.home, w.kind, w.key, w.stream from unnest($1::int[], $2::smallint[], $3::bigint[], $4::uuid[]) as w(home, kind, key, stream)
            where not exists (select from match_key m where m.home = w.home and m.kind = w.kind and m.key = w.key and m.stream = w.stream) limit 1
            """,
            [
                all.Select(m => m.Home).ToArray(), all.Select(m => (short)m.Key.Kind).ToArray(), all.Select(m => m.Key.Key).ToArray(),
                all.Select(m => m.Stream).ToArray(),
            ],
            stop);
        return missing is [var first, ..] ? Difference.Missing("match_key", string.Join(", ", first)) : null;
    }

    private async Task<List<object?[]>> Rows(string sql, object?[] arguments, CancellationToken stop)
    {
        var found = new List<object?[]>();
        await using var command = StoredHistory.Command(connection, sql, arguments);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            found.Add(row);
        }

        return found;
    }

    private static Difference? Extra(string table, IEnumerable<string> keys) =>
        keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } key ? Difference.Unexplained(table, key) : null;

    private static StreamId Id(object?[] row) => new((int)row[0]!, (Guid)row[1]!);

    private static string Key(object?[] row, int keys) => string.Join(", ", row.Take(keys));

    private static string Key(SightRow sight) => $"{ChainCheck.Key(sight.Id)}, {sight.Court}, {sight.Ground}";
}
