using Zhixin.Database.Petitions;
using Zhixin.Petitions;

namespace Zhixin.Web.Procedures;

/// <summary>A chain of procedures as JSON: its steps in order, and what is open.</summary>
/// <param name="No">Number of the objection that leads it.</param>
/// <param name="Court">Number of the court that enforces.</param>
/// <param name="Suit">Case number of the outsider's suit; null where there is none.</param>
public sealed record ChainJson(int No, string Kind, int Court, IReadOnlyList<ChainJson.Step> Steps, string? Suit, IReadOnlyList<ChainJson.Missed> MissedPeriods)
{
    /// <summary>One procedure: "objection", "reconsideration" or "supervision".</summary>
    /// <param name="Ground">Of a supervision: "reconsideration", "unfiled-objection", "supervision-ruling" or "missed-period".</param>
    /// <param name="Outcome">"upheld", "partly-upheld", "rejected", "not-accepted", "maintained", "changed", "revoked" or "sent-back"; null before the ruling.</param>
    /// <param name="Extended">Whether the president gave more time; null where nobody asked or nothing is decided.</param>
    public sealed record Step(
        string Kind, int Court, DateOnly AppliedOn, string? Ground, string? Number, DateOnly? FiledOn, DateOnly? SentUpOn, IReadOnlyList<string> Members, string? Ruling, string? Outcome, DateOnly? RuledOn,
        string? Document, DateOnly? ServedOn, DateOnly? WithdrawnOn, bool? Extended, bool Earlier);

    /// <summary>A period that was missed for a reason: "reconsideration", "suit" or "supervision".</summary>
    public sealed record Missed(string Window, DateOnly ObstacleEndedOn, DateOnly? AppliedOn, DateOnly? DecidedOn, DateOnly? Until);

    /// <summary>A remedy that is open: until a day, or undated for a reason.</summary>
    public sealed record Open(int Chain, string Kind, int Court, DateOnly? Until, string? Undated, string Clause, string Citation);

    /// <summary>Of one chain.</summary>
    public static ChainJson Of(Conversion chain) => new(
        chain.Owed.No, ReadRows.Code(chain.Owed.Kind), chain.Court, [.. chain.Steps.Select(Of)], chain.Suit?.Number,
        [.. chain.Missed.Select(m => new Missed(ReadRows.Code(m.Obstacle.Window), m.Obstacle.EndedOn, m.AppliedOn, m.DecidedOn, m.Until))]);

    /// <summary>Of one remedy.</summary>
    public static Open Of(Remedy remedy) => new(
        remedy.Chain, ReadRows.Code(remedy.Kind), remedy.Court.Number, (remedy.Time as RemedyTime.Until)?.Day, remedy.Time is RemedyTime.Undated { Why: var why } ? ReadRows.Code(why) : null, remedy.Clause, remedy.Citation);

    private static Step Of(ReviewStep step) => new(
        ReadRows.Code(step.Kind), step.Court, step.AppliedOn, step.Ground is { } ground ? ReadRows.Code(ground) : null, step.Number, step.FiledOn, step.SentUpOn, [.. step.Members.Select(m => m.Name)],
        step.Ruling?.Number, step.Ruling is { } ruling ? ReadRows.Code(ruling.Outcome) : null, step.Ruling?.On, step.Ruling?.Document, step.Served?.On, step.WithdrawnOn, step.Longer?.Agreed, step.IsEarlier);
}
