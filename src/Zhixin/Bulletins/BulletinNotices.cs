using Zhixin.History;
using Zhixin.Notices;

namespace Zhixin.Bulletins;

/// <summary>Who is told of a bulletin: the unit of whoever has to agree, who drafted it, and the courts that it names.</summary>
public static class BulletinNotices
{
    /// <summary>The notices of the facts of one act.</summary>
    /// <param name="after">The bulletin after them.</param>
    public static IReadOnlyList<Notice> Of(Bulletin after, IEnumerable<DatedFact> facts) => [.. facts.SelectMany(fact => Of(after, fact.Fact))];

    private static IEnumerable<Notice> Of(Bulletin bulletin, object fact) => fact switch
    {
        BulletinDrafted => Tell(bulletin, NoticeTopics.ApprovalAsked, bulletin.Id.Home, "bureau-director", new NoticeDetail(Act: Bulletin.Issuing)),
        BulletinPeriodicIssued f => f.Courts.SelectMany(court => Tell(bulletin, NoticeTopics.BulletinIssued, court.Court, "bureau-director", new NoticeDetail())),
        _ => [],
    };

    private static IEnumerable<Notice> Tell(Bulletin bulletin, NoticeTopic topic, int court, string post, NoticeDetail detail) =>
        from to in Notice.Told(null, post, [])
        select new Notice(topic, court, to, new NoticeMatter(Bulletin.Kind, bulletin.Id, bulletin.Issued?.Facts.Number ?? BulletinPeriod.Name(bulletin.Period.BeganOn, bulletin.Period.EndedOn)), detail, []);
}
