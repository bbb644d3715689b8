using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Papers;

namespace Zhixin.Database.Papers;

/// <summary>
/// Takes numbers of papers and keeps papers. A number is taken in the round trip just before the append, and a command that fails gives it back; what stands on
/// the paper is sealed under a key of its own in the same transaction.
/// </summary>
public sealed class PaperBox(Db db, LawInForce law, MasterKey master)
{
    private readonly NumberQueue _numbers = new();

    /// <summary>
    /// The series of the number row, which stands at the home of the matter: a command writes one home. What a court issues in a matter of another home is a series
    /// of its own, and its number names that home; so no number is given twice.
    /// </summary>
    public static string SeriesOf(string word, int home, int court) => home == court ? "paper-" + word : $"paper-{word}@{court}";

    /// <summary>Waits for a place at the numbers that stand in a home, where the rows are; disposing leaves it.</summary>
    public Task<IDisposable> Enter(int home, CancellationToken stop) => _numbers.Enter(home, stop);

    /// <summary>Begins the command's transaction, takes the next number of the paper's series and fills the paper; the batch keeps it.</summary>
    /// <param name="batch">What the command writes; finished by the caller.</param>
    /// <param name="no">1, 2, 3 … within the matter.</param>
    public async Task<PaperIssued> Take(
        NpgsqlConnection connection, CommandBatch batch, StreamId matter, int no, int court, PaperOrder order, int year, CancellationToken stop)
    {
        var word = order.Template.Series!;
        var taken = (await Numbers.Take(connection, new CommandBatch(court), matter.Home, [SeriesOf(word, matter.Home, court)], year, stop)).Values.Single();
        var number = $"（{year}）{Code(court)}{word}{(matter.Home == court ? string.Empty : $"〔{Code(matter.Home)}〕")}{taken}号";
        var key = RandomNumberGenerator.GetBytes(32);
        var box = Sealed.Close(key, Encoding.UTF8.GetBytes(CanonicalJson.Of(order.Template.Fill(order.Values, number))));
        batch.Add(
            "insert into paper (home, matter, no, court, series, year, number, sealed, key_wrapped, key_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            matter.Home, matter.Id, no, court, word, year, taken, box, master.Wrap(key), master.Id);
        return new PaperIssued(
            no, order.Template.Kind, order.Item, number, court, word, year, taken, order.Template.Version, order.Template.Hash, Convert.ToHexStringLower(SHA256.HashData(box)));
    }

    /// <summary>The paper as it was issued; null where it is not in sight, or there is none.</summary>
    /// <exception cref="CryptographicException">It was changed, or belongs to another key; verify names it.</exception>
    public async Task<Paper?> Open(Scope scope, StreamId matter, int no, CancellationToken stop) =>
        await db.Query<PaperRow>(scope, "select sealed, key_wrapped from paper_of($1, $2, $3)", [matter.Home, matter.Id, no], stop) is [var row]
            ? JsonSerializer.Deserialize<Paper>(Sealed.Open(master.Unwrap(row.KeyWrapped), row.Sealed), CanonicalJson.Options)!
            : null;

    /// <summary>Whether a sealed paper is the one of which the history holds the hash.</summary>
    public static bool IsIssued(byte[] box, PaperSeal seal) => Convert.ToHexStringLower(SHA256.HashData(box)) == seal.Content;

    private string Code(int court) => law.Now.Court(court).Code ?? $"院{court}";

    private sealed record PaperRow
    {
        public required byte[] Sealed { get; init; }

        public required byte[] KeyWrapped { get; init; }
    }
}
