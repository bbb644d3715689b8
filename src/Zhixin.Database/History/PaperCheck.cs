using System.Security.Cryptography;
using Npgsql;
using Zhixin.Database.Papers;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Papers;

namespace Zhixin.Database.History;

/// <summary>Whether every issued paper is kept as the history tells it: number, hash of what is sealed, and a key that reads it. Works inside one snapshot.</summary>
/// <param name="master">Null without the master key: nothing is opened then.</param>
public sealed class PaperCheck(NpgsqlConnection connection, HistoryRange range, MasterKey? master)
{
    private const string Table = "paper";

    /// <summary>The first difference of the range.</summary>
    public async Task<Difference?> First(FoldedRange folded, CancellationToken stop)
    {
        var found = await Rows(stop);
        foreach (var (matter, paper) in Told(folded))
        {
            if (!found.Remove((matter.Home, matter.Id, paper.No), out var row))
            {
                return Difference.Missing(Table, Key(matter.Home, matter.Id, paper.No));
            }

            if (Differs(row, paper) is var (column, expected, stored))
            {
                return new Difference(Table, Key(matter.Home, matter.Id, paper.No), column, expected, stored);
            }
        }

        return found.Keys.Select(k => Key(k.Home, k.Matter, k.No)).Order(StringComparer.Ordinal).FirstOrDefault() is { } extra ? Difference.Unexplained(Table, extra) : null;
    }

    private static IEnumerable<(StreamId Matter, PaperSeal Paper)> Told(FoldedRange folded) =>
        folded.Petitions.SelectMany(p => p.Petition.Papers.Issued.Select(i => (p.Petition.Id, i.Facts.Seal())))
            .Concat(folded.Supervisions.SelectMany(s => s.Papers.Select(i => (s.Id, i.Facts.Seal()))))
            .Concat(folded.Checks.SelectMany(c => c.Papers.Select(i => (c.Id, i.Facts.Seal()))))
            .Concat(folded.Bulletins.SelectMany(b => b.Papers.Select(i => (b.Id, i.Facts.Seal()))));

    private (string Column, string Expected, string Stored)? Differs(Row row, PaperSeal paper) => row switch
    {
        _ when row.Number != (paper.Court, paper.Series, paper.Year, paper.Sequence) =>
            ("number", $"{paper.Court}, {paper.Series}, {paper.Year}, {paper.Sequence}", $"{row.Number.Court}, {row.Number.Series}, {row.Number.Year}, {row.Number.Sequence}"),
        _ when !PaperBox.IsIssued(row.Sealed, paper) => ("sealed", paper.Content, Convert.ToHexStringLower(SHA256.HashData(row.Sealed))),
        _ when master is not null && row.KeyId != master.Id => ("key_id", master.Id, row.KeyId),
        _ when master is not null && !Opens(row) => ("key_wrapped", "the key of what is sealed", "another"),
        _ => null,
    };

    private bool Opens(Row row)
    {
        try
        {
            _ = Sealed.Open(master!.Unwrap(row.Key), row.Sealed);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private async Task<Dictionary<(int Home, Guid Matter, int No), Row>> Rows(CancellationToken stop)
    {
        var found = new Dictionary<(int, Guid, int), Row>();
        await using var command = StoredHistory.Command(
            connection, $"select home, matter, no, court, series, year, number, sealed, key_wrapped, key_id from paper where {range.Where("matter")}", []);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            found[(reader.GetInt32(0), reader.GetGuid(1), reader.GetInt32(2))] = new Row(
                (reader.GetInt32(3), reader.GetString(4), reader.GetInt32(5), reader.GetInt32(6)), (byte[])reader[7], (byte[])reader[8], reader.GetString(9));
        }

        return found;
    }

    private static string Key(int home, Guid matter, int no) => $"{home}, {matter}, {no}";

    private sealed record Row((int Court, string Series, int Year, int Sequence) Number, byte[] Sealed, byte[] Key, string KeyId);
}
