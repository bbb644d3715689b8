using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Matters;

/// <summary>A history in plain words, newest first: the same shape for every kind of matter.</summary>
public static class MatterTimeline
{
    /// <summary>The entries of a matter.</summary>
    public static IReadOnlyList<TimelineEntry> Entries<T>(MatterSurface<T> surface, Law law, LoadedHistory history, IReadOnlyDictionary<Guid, string> names)
        where T : class => Entries(law, history, names, fact => surface.Timeline(law, fact, history));

    /// <summary>The entries of a history.</summary>
    /// <param name="words">Title and text of a fact; null where it is not shown.</param>
    public static IReadOnlyList<TimelineEntry> Entries(
        Law law, LoadedHistory history, IReadOnlyDictionary<Guid, string> names, Func<object, (string Title, string? Text)?> words) =>
        [.. history.Events.Zip(history.Facts).Select(pair => Entry(law, pair.First, pair.Second, names, words)).OfType<TimelineEntry>().Reverse()];

    private static TimelineEntry? Entry(
        Law law, RecordedEvent recorded, DatedFact dated, IReadOnlyDictionary<Guid, string> names, Func<object, (string Title, string? Text)?> words)
    {
        if (words(dated.Fact) is not var (title, text))
        {
            return null;
        }

        var fact = FactCatalogue.Of(dated.Fact);
        var at = recorded.RecordedAt.ToOffset(Zhixin.Calendar.ChinaDate.Offset);
        var recordedOn = DateOnly.FromDateTime(at.DateTime);
        var isLate = recordedOn != dated.On;
        return new TimelineEntry(
            dated.On, isLate ? null : TimeOnly.FromDateTime(at.DateTime), title, Actor(recorded, names),
            fact.Clause.Length == 0 ? null : Clauses.Ref(law, law.Cited(recorded.Stream.Home, fact.Clause, dated.On)), fact.Shown, text is null ? null : (RichText)text.Replace("。。", "。", StringComparison.Ordinal), null,
            isLate ? $"{DateText.Iso(recordedOn)} 记入" : null);
    }

    /// <summary>Who acted; a deputy stands as "甲 代 乙".</summary>
    private static string Actor(RecordedEvent recorded, IReadOnlyDictionary<Guid, string> names) =>
        names.GetValueOrDefault(recorded.Actor, "系统") + (recorded.OnBehalfOf is { } other ? $" 代 {names.GetValueOrDefault(other, "他人")}" : string.Empty);
}
