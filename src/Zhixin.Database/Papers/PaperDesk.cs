using System.Security.Cryptography;
using System.Text.Json;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Papers;

/// <summary>A paper ready to be issued.</summary>
/// <param name="Version">Of the petition from which the values were taken.</param>
/// <param name="Values">What the template is filled with.</param>
public sealed record PaperDraft(PaperWish Wish, PaperTemplate Template, int Version, IReadOnlyDictionary<string, IReadOnlyList<string>> Values);

/// <summary>
/// Issues papers and keeps them. The number is taken in the round trip just before the append, and a command that fails gives it back; what stands on the paper
/// is sealed under a key of its own in the same transaction.
/// </summary>
public sealed class PaperDesk(Db db, LawInForce law, PetitionDesk petitions, MasterKey master)
{
    private readonly NumberQueue _numbers = new();

    /// <summary>The series of the number row.</summary>
    public static string SeriesOf(string word) => "paper-" + word;

    /// <summary>Issues a paper under the next number of its series.</summary>
    public async Task<Answer<PetitionAnswer>> Issue(ActingPerson who, PetitionAct act, PaperDraft draft, CancellationToken stop)
    {
        if (await petitions.Ready(who, act, stop) is not { } ready)
        {
            return new Answer<PetitionAnswer>.Unknown();
        }

        if (ready.Instead is { } instead)
        {
            return instead;
        }

        var petition = ready.Petition;
        if (petition.Version != draft.Version)
        {
            return await petitions.Refused(who, act, new Refusal.Conflict(draft.Version, petition.Version), stop);
        }

        return Issuing.Against(petition, draft.Wish, petitions.Today) is { } refusal ? await petitions.Refused(who, act, refusal, stop) : await Write(who, act, draft, petition, ready.History, stop);
    }

    /// <summary>The paper as it was issued; null where it is not in sight, or there is none.</summary>
    /// <exception cref="CryptographicException">It was changed, or belongs to another key; verify names it.</exception>
    public async Task<Paper?> Open(Scope scope, StreamId petition, int no, CancellationToken stop) =>
        await db.Query<PaperRow>(scope, "select sealed, key_wrapped from paper_of($1, $2, $3)", [petition.Home, petition.Id, no], stop) is [var row]
            ? Read(Sealed.Open(master.Unwrap(row.KeyWrapped), row.Sealed))
            : null;

    /// <summary>Whether a sealed paper is the one of which the history holds the hash.</summary>
    public static bool IsIssued(byte[] box, PetitionPaperIssued facts) => Convert.ToHexStringLower(SHA256.HashData(box)) == facts.Content;

    private static Paper Read(byte[] plain) => JsonSerializer.Deserialize<Paper>(plain, CanonicalJson.Options)!;

    private async Task<Answer<PetitionAnswer>> Write(
        ActingPerson who, PetitionAct act, PaperDraft draft, Petition petition, LoadedHistory history, CancellationToken stop)
    {
        var (context, year, word) = (petitions.Begin(who, act.Act), petitions.Today.Year, draft.Template.Series!);
        using var place = await _numbers.Enter(who.Court, stop);
        await using var connection = await db.OpenAsync(stop);
        var taken = (await Numbers.Take(connection, new CommandBatch(who.Court), who.Court, [SeriesOf(word)], year, stop)).Values.Single();
        var number = $"（{year}）{law.Now.Court(who.Court).Code ?? $"院{who.Court}"}{word}{taken}号";
        var key = RandomNumberGenerator.GetBytes(32);
        var box = Sealed.Close(key, System.Text.Encoding.UTF8.GetBytes(CanonicalJson.Of(draft.Template.Fill(draft.Values, number))));
        var issued = new PetitionPaperIssued(
            petition.Papers.Issued.Count + 1, draft.Wish.Kind, draft.Wish.Item, number, who.Court, word, year, taken, draft.Template.Version, draft.Template.Hash,
            Convert.ToHexStringLower(SHA256.HashData(box)));
        var batch = new CommandBatch(who.Court).Add(
            "insert into paper (home, petition, no, court, series, year, number, sealed, key_wrapped, key_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            petition.Id.Home, petition.Id.Id, issued.No, who.Court, word, year, taken, box, master.Wrap(key), master.Id);
        var after = petitions.Stage(batch, context, petition.Id, petition, history.Head, petitions.Happened(who, act, petition, [issued]));
        var answer = new PetitionAnswer(petition.Id.Home, petition.Id.Id, petition.Opened.Number, after.Version) { Paper = issued.No, PaperNumber = number };
        KeptAnswers.Keep(batch, petition.Id.Home, who.Id, act.Resend, answer, context.Now);
        return await Finishing.Run(db, batch.Finish(connection), who, act, answer, petition.Version, stop);
    }

    private sealed record PaperRow
    {
        public required byte[] Sealed { get; init; }

        public required byte[] KeyWrapped { get; init; }
    }
}
