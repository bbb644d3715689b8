using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Petitions.Acts;

namespace Zhixin.Bulletins;

/// <summary>Who is told of a bulletin: the unit of whoever has to agree, who drafted it, and the courts that it names.</summary>
public static class BulletinNotices
{
    /// <summary>The notices of the facts of one act. Whoever acts is not told of the own act.</summary>
    /// <param name="before">The bulletin before them; null where they begin it.</param>
    /// <param name="after">The bulletin after them.</param>
    /// <param name="actors">Who acts, and for whom.</param>
    public static IReadOnlyList<Notice> Of(Bulletin? before, Bulletin after, IEnumerable<DatedFact> facts, Actors actors) =>
        Notice.ToOthers(facts.SelectMany(fact => Of(before, after, fact.Fact)), id => actors.Include(id));

    private static IEnumerable<Notice> Of(Bulletin? before, Bulletin bulletin, object fact) => fact switch
    {
        BulletinDrafted => Tell(bulletin, NoticeTopics.ApprovalAsked, bulletin.Id.Home, null, "bureau-director", new NoticeDetail(Act: Bulletin.Issuing)),
        BulletinReturned when before?.Draft is { } draft => Tell(bulletin, NoticeTopics.Decided, bulletin.Id.Home, draft.DraftedBy, null, new NoticeDetail(Act: Bulletin.Issuing, Result: "refused")),
        BulletinPeriodicIssued f => f.Courts.SelectMany(court => Tell(bulletin, NoticeTopics.BulletinIssued, court.Court, null, "bureau-director", NoticeDetail.None)),
        _ => [],
    };

    private static IEnumerable<Notice> Tell(Bulletin bulletin, NoticeTopic topic, int court, Guid? person, string? post, NoticeDetail detail) =>
        from to in Notice.Told(person, post, [])
        select new Notice(topic, court, to, new NoticeMatter(Bulletin.Kind, bulletin.Id, bulletin.Issued?.Facts.Number ?? BulletinPeriod.Name(bulletin.Period.BeganOn, bulletin.Period.EndedOn)), detail, []);
}
