using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Regulations;

namespace Zhixin.Petitions;

/// <summary>The way from one step to the next, in the version of the day of the application.</summary>
/// <param name="Way">Code of the list: what leads to what.</param>
/// <param name="Court">The court that hears it; null where nobody stands above.</param>
/// <param name="IsLimited">Whether a period for going there runs.</param>
public sealed record ChainEdge(string Way, Court? Court, string Clause, bool IsLimited);

/// <summary>What procedures have to know beside the petition: which court hears the next step, how long a right lasts, and how an article was numbered.</summary>
public sealed record ChainRules(RuleBook Rules, WorkCalendar Calendar, CourtDirectory Courts, DateOnly Today)
{
    /// <summary>The list of ways.</summary>
    public const string Edges = "edges";

    /// <summary>The list of article numbers.</summary>
    public const string Citations = "citations";

    /// <summary>A court and its superiors, from narrow to wide.</summary>
    public IReadOnlyList<int> Chain(int court) => [court, .. Courts.Superiors(Court(court)).Select(c => c.Number)];

    /// <summary>A court by its number.</summary>
    public Court Court(int number) => Courts.ByNumber(number) ?? throw new ArgumentOutOfRangeException(nameof(number), number, "No such court.");

    /// <summary>The way as it was on a day; null where the law of that day knows none.</summary>
    /// <param name="maker">Number of the court that ruled last.</param>
    /// <param name="enforcing">Number of the court that enforces.</param>
    public ChainEdge? Edge(string way, int maker, int enforcing, DateOnly on) =>
        Rules.List(Edges, Chain(maker), on)?.Items.FirstOrDefault(item => item.Code == way) is { } item && Dated.Find(item, on) is { Court: { } seen } found
            ? new ChainEdge(way, Seen(seen, maker, enforcing), found.Clause, found.IsLimited)
            : null;

    /// <summary>The last day of a period that began on a day, as the rule of that day has it; null where none runs.</summary>
    /// <param name="opening">The event that begins it.</param>
    public DateOnly? Last(string slot, string opening, int court, DateOnly from) => Rules.Open(Began(opening, from), _ => Chain(court), Calendar, from)
        .FirstOrDefault(one => one.Slot == slot)?.Due.Due;

    /// <summary>A number of the packs in force at a court; null where none has it.</summary>
    public int? Number(string id, int court, DateOnly on) => (int?)Rules.Threshold(id, Chain(court), on)?.Value;

    /// <summary>The article by which something is cited in a document of a day: its number moved with the law.</summary>
    /// <param name="matter">Code of the list of article numbers; null where the number never moved.</param>
    /// <param name="clause">The clause as this software knows it.</param>
    public string Citation(string? matter, string clause, int court, DateOnly on) =>
        (matter is null ? null : Rules.List(Citations, Chain(court), Today)?.Items.FirstOrDefault(item => item.Code == matter) is { } item ? Dated.Find(item, on)?.Name : null)
        ?? Rules.InForce(Chain(court), Today).SelectMany(found => found.Pack.Clauses).FirstOrDefault(one => one.Id == clause)?.Article ?? clause;

    private Court? Seen(EdgeCourt seen, int maker, int enforcing) => seen switch
    {
        EdgeCourt.Superior => Courts.Parent(Court(maker)),
        EdgeCourt.Enforcing => Court(enforcing),
        EdgeCourt.Same => Court(maker),
    };

    private static TriggerFacts Began(string opening, DateOnly from) => new(
        opening, new Dictionary<string, string>(StringComparer.Ordinal) { ["limited"] = "true" },
        new Dictionary<string, DateOnly>(StringComparer.Ordinal) { ["occurred_on"] = from, ["expired_on"] = from, ["effective_on"] = from, ["served_on"] = from });
}

/// <summary>What a list says from a day on: sub-items are coded “what@from when”.</summary>
public static class Dated
{
    /// <summary>The sub-item in force on a day; null before the first.</summary>
    public static CodeItem? Find(CodeItem item, DateOnly on) => item.Sub.Select(sub => (Sub: sub, From: From(sub.Code))).Where(one => one.From <= on)
        .OrderBy(one => one.From).LastOrDefault().Sub;

    private static DateOnly? From(string code) =>
        code.Split('@') is [_, var day] && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var from) ? from : null;
}
