using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Petitions.Acts;

namespace Zhixin.PlatformItems;

/// <summary>Who is told of what happens to a platform item.</summary>
public static class PlatformNotices
{
    /// <summary>The notices of the facts of one act. Whoever acts is not told of the own act.</summary>
    /// <param name="after">The item after them.</param>
    /// <param name="actors">Who acts, and for whom.</param>
    public static IReadOnlyList<Notice> Of(PlatformItem after, IEnumerable<DatedFact> facts, Actors actors) =>
        Notice.ToOthers(facts.SelectMany(fact => Of(after, fact.Fact)), id => actors.Include(id));

    private static IEnumerable<Notice> Of(PlatformItem item, object fact) => fact switch
    {
        PlatformItemReceived f => Tell(item, NoticeTopics.PlatformItem, f.To, null, f.DueOn),
        PlatformItemHandlerNamed f => Tell(item, NoticeTopics.HopHandlerNamed, item.Received.To, f.Handler, item.DueOn),
        PlatformItemVerifierNamed f => Tell(item, NoticeTopics.CheckerNamed, item.Received.From, f.Verifier),
        PlatformItemCompleted => Tell(item, NoticeTopics.ReportCame, item.Received.From, item.Verifier?.Verifier),
        PlatformItemReturned f => Tell(item, NoticeTopics.ReportReturned, item.Received.To, item.Handler?.Handler, f.DueOn),
        PlatformItemConfirmed => Tell(item, NoticeTopics.ReportAccepted, item.Received.To, item.Handler?.Handler),
        PlatformItemPressed => Tell(item, NoticeTopics.Urged, item.Received.To, item.Handler?.Handler),
        PlatformItemClosed when item.ConfirmedOn is null => Tell(item, NoticeTopics.Recalled, item.Received.To, item.Handler?.Handler),
        _ => [],
    };

    private static IEnumerable<Notice> Tell(PlatformItem item, NoticeTopic topic, int court, Guid? person, DateOnly? due = null) =>
        from to in Notice.Told(person, null, [])
        select new Notice(topic, court, to, new NoticeMatter(PlatformItem.Kind, item.Id, item.Received.Number), new NoticeDetail(Due: due), []);
}
