using Zhixin.Database.Petitions;
using Zhixin.Petitions;

namespace Zhixin.Web.Petitions;

/// <summary>What was done to resolve a petition, as JSON. Whoever reads it sees what the page shows; conduct decisions stand in the history alone.</summary>
/// <param name="Major">Whether it is flagged major.</param>
/// <param name="HearingOwed">Whether a public hearing must be held before the answer (SPC09-1.3).</param>
public sealed record MeasuresJson(
    bool Major, bool Complex, bool HearingOwed, IReadOnlyList<MeasuresJson.Hearing> Hearings, IReadOnlyList<MeasuresJson.Check> Checks, IReadOnlyList<MeasuresJson.Settlement> Settlements,
    IReadOnlyList<MeasuresJson.Aid> Aids, MeasuresJson.Evaluation? Deliberation, string? Resolution, IReadOnlyList<MeasuresJson.Recognition> Recognitions)
{
    /// <summary>The last public deliberation.</summary>
    /// <param name="State">"conditions", "reported", "held" or "told".</param>
    public sealed record Evaluation(string State, DateOnly? HeldOn, string? Result);

    /// <summary>A hearing; capacities of parties as codes.</summary>
    /// <param name="State">"announced", "held" or "cancelled".</param>
    public sealed record Hearing(int No, DateOnly Day, string Time, string Place, bool Public, IReadOnlyList<string> Parties, IReadOnlyList<string> Served, string State, string? Result);

    /// <summary>A search for property.</summary>
    public sealed record Check(DateOnly On, bool Found, string Source, string Result);

    /// <summary>A settlement, how often it was performed, and whether it still is.</summary>
    public sealed record Settlement(int No, DateOnly On, string Document, int Performed, bool Broken);

    /// <summary>An application for aid. The amount is in yuan; null where none was granted.</summary>
    /// <param name="State">"applied", "reported", "granted" or "refused".</param>
    public sealed record Aid(int No, string State, decimal? Amount, string? Reason, bool Told);

    /// <summary>What a superior court said of the resolution.</summary>
    public sealed record Recognition(int Court, bool Recognised, string Because, DateOnly On);

    /// <summary>Of a petition.</summary>
    public static MeasuresJson Of(Petition petition)
    {
        var m = petition.Measures;
        return new MeasuresJson(
            m.Hearings.Flag?.Major == true, m.Hearings.Flag?.Complex == true, m.Hearings.IsOwed, [.. m.Hearings.All.Select(Of)],
            [.. m.Exhaustion.Checks.Select(c => new Check(c.On, c.Fact.Found, c.Fact.Source, c.Fact.Result))],
            [.. m.Settlements.All.Select(s => new Settlement(s.Settled.No, s.On, s.Settled.Document, s.Performed.Count, s.BrokenBecause is not null))],
            [.. m.Aids.All.Select(a => new Aid(a.Applied.No, State(a), a.Decided?.Fen / 100m, a.Decided?.Reason, a.Told))],
            m.Deliberation is { } d ? new Evaluation(d.Told ? "told" : d.Held is not null ? "held" : d.Reported is not null ? "reported" : "conditions", d.HeldOn, d.Held?.Result) : null,
            petition.Handling.Resolution is { Ground: var ground } ? ReadRows.Code(ground) : null,
            [.. petition.Handling.Recognitions.Select(r => new Recognition(r.Court, r.Recognised, r.Because, r.On))]);
    }

    private static Hearing Of(Zhixin.Petitions.Hearing hearing) => new(
        hearing.Announced.No, hearing.Announced.Day, hearing.Announced.Time, hearing.Announced.Place, hearing.Announced.Public,
        [.. hearing.Announced.Parties.Select(ReadRows.Code)], [.. hearing.Served.Select(s => ReadRows.Code(s.Party))],
        hearing.Held is not null ? "held" : hearing.CancelledBecause is not null ? "cancelled" : "announced", hearing.Held?.Result);

    private static string State(Zhixin.Petitions.Aid aid) => aid switch
    {
        { Decided: { Granted: var granted } } => granted ? "granted" : "refused",
        { Reported: not null } => "reported",
        _ => "applied",
    };
}
