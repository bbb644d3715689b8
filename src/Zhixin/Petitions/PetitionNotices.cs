using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Obligations;
using Zhixin.Petitions.Acts;

namespace Zhixin.Petitions;

/// <summary>Who is told of what when something happens to a petition. A message says the topic and the number of the petition, nothing of the case.</summary>
public static class PetitionNotices
{
    /// <summary>The word for petitions in <see cref="NoticeMatter"/>.</summary>
    public const string Kind = "petition";

    /// <summary>The notices of one command. Whoever acts is not told of the own act.</summary>
    /// <param name="before">Before the command; null where it opens the petition.</param>
    /// <param name="facts">Everything that it made happen, in order, with what follows.</param>
    /// <param name="deciders">The posts that may do an act, from the authority matrix.</param>
    /// <param name="actors">Who acts, and for whom.</param>
    public static IReadOnlyList<Notice> Of(
        Petition? before, Petition after, IReadOnlyList<DatedFact> facts, Func<string, IReadOnlyList<string>> deciders, Actors actors)
    {
        if (before is null)
        {
            return [];
        }

        var told = facts.SelectMany(f => OfFact(before, after, f.Fact)).Concat(Asked(before, after, deciders)).Concat(Decided(before, after)).Concat(Moved(after, facts));
        return [.. told.Where(n => n.To is not Addressee.Person { Id: var id } || !actors.Include(id)).DistinctBy(n => (n.Topic, n.Court, n.To, n.About, n.Detail))];
    }

    private static IEnumerable<Notice> OfFact(Petition before, Petition after, object fact) => fact switch
    {
        PetitionAssigned f => [.. To(after, NoticeTopics.Assigned, f.Handler), .. Named(after, f.CoHandlers)],
        PetitionCoHandlersNamed f => Named(after, f.CoHandlers.Except(before.Assignment?.CoHandlers ?? [])),
        PetitionTeamFixed f => Named(after, [f.Member.Person]),
        PetitionLeaderFixed f => Named(after, [f.Member.Person]),
        PetitionContactJoined when after.Assignment is { Handler: var handler } => To(after, NoticeTopics.ContactJoined, handler),
        PetitionTransferred f => Tell(after, NoticeTopics.Transferred, f.To, null, NoticeDetail.None),
        HandDownReceived f => OfHop(after, f.No, hop => hop.Issued.Joint.Prepend(hop.Issued.To).SelectMany(court => Tell(after, NoticeTopics.HandedDown, court, null, new NoticeDetail(Due: f.DueOn)))),
        HandDownHandlerNamed f => OfHop(after, f.No, hop => Tell(after, NoticeTopics.HopHandlerNamed, hop.Issued.To, f.Handler, new NoticeDetail(Due: hop.DueOn))),
        HandDownReported f => OfHop(after, f.No, hop => Tell(after, NoticeTopics.ReportCame, hop.Issued.From, null, NoticeDetail.None)),
        HandDownReportReturned f => Below(after, f.No, NoticeTopics.ReportReturned, f.DueOn),
        HandDownReportAccepted f => Below(after, f.No, NoticeTopics.ReportAccepted, null),
        HandDownProgressAnswered f => Below(after, f.No, NoticeTopics.ProgressAnswered, f.DueOn),
        HandDownClosed { End: HopEnd.Recalled } f => Below(after, f.No, NoticeTopics.Recalled, null),
        HandDownClosed { End: HopEnd.Barred or HopEnd.Filed or HopEnd.WrittenOff } f =>
            Below(after, f.No, NoticeTopics.HopEnded, null).Concat(OfHop(after, f.No, hop => Tell(after, NoticeTopics.HopEnded, hop.Issued.From, null, NoticeDetail.None))),
        PetitionExclusionLifted => Free(before, after),
        PetitionResolutionLapsed or PetitionResolutionNotRecognised when before.Handling.IsRecognised => Free(before, after),
        _ => [],
    };

    private static IEnumerable<Notice> Named(Petition petition, IEnumerable<Guid> people) => people.SelectMany(person => To(petition, NoticeTopics.TeamNamed, person));

    private static IEnumerable<Notice> To(Petition petition, NoticeTopic topic, Guid person) => Tell(petition, topic, petition.Opened.Responsible, person, NoticeDetail.None);

    /// <summary>Whose hop was closed by what bars superiors is told when nothing bars them any more.</summary>
    private static IEnumerable<Notice> Free(Petition before, Petition after) => after.Handling.IsRecognised || after.Acceptance.Bars.Any(b => b.LiftedOn is null)
        ? []
        : before.HandDowns.All.Where(h => h.Ended == HopEnd.Barred).Select(h => h.Issued.From).Distinct().SelectMany(court => Tell(after, NoticeTopics.HopFree, court, null, NoticeDetail.None));

    private static IEnumerable<Notice> OfHop(Petition petition, int no, Func<Hop, IEnumerable<Notice>> told) => petition.HandDowns.Find(no) is { } hop ? told(hop) : [];

    private static IEnumerable<Notice> Below(Petition petition, int no, NoticeTopic topic, DateOnly? due) =>
        OfHop(petition, no, hop => Tell(petition, topic, hop.Issued.To, hop.Named?.Handler, new NoticeDetail(Due: due)));

    /// <summary>What waits now and did not before: for who leads the matter where an opinion is meant (GC21-13), else for every post that may decide, never for who asked.</summary>
    private static IEnumerable<Notice> Asked(Petition before, Petition after, Func<string, IReadOnlyList<string>> deciders) =>
        from approval in after.Approvals
        where before.Approvals.All(b => b.No != approval.No) && Approvals.Waits(after, approval)
        let lead = approval.Act == Answering.Approving ? after.Team.Lead?.Person : null
        from to in lead is not null ? Notice.Told(lead, null, after.Accused) : deciders(approval.Act).SelectMany(post => Notice.Told(null, post, after.Accused)).Distinct()
        select new Notice(
            NoticeTopics.ApprovalAsked, after.Opened.Responsible, to, Matter(after), new NoticeDetail(Act: approval.Act),
            [.. after.Accused, approval.AskedBy, .. approval.AskedFor is { } whose ? [whose] : Array.Empty<Guid>()]);

    /// <summary>What waited before and is decided now: for who asked.</summary>
    private static IEnumerable<Notice> Decided(Petition before, Petition after) =>
        from approval in after.Approvals
        where approval.Agreed is not null && before.Approvals.Any(b => b.No == approval.No && b.DecidedOn is null)
        let detail = new NoticeDetail(Act: approval.Act, Result: approval.Agreed == true ? "agreed" : "refused")
        from person in new[] { approval.AskedBy, approval.AskedFor ?? approval.AskedBy }.Distinct()
        from notice in Tell(after, NoticeTopics.Decided, after.Opened.Responsible, person, detail)
        select notice;

    /// <summary>Dates that moved and are still owed, once for everybody who owes any.</summary>
    private static IEnumerable<Notice> Moved(Petition after, IReadOnlyList<DatedFact> facts)
    {
        var moved = facts.Select(f => f.Fact).OfType<ObligationMoved>().Where(m => m.Old != m.New).Select(m => m.No).ToHashSet();
        return after.Obligations.Where(o => o.IsOpen && moved.Contains(o.No))
            .GroupBy(o => (o.Opened.Court, Person: Assigning.FallsTo(after, o)))
            .SelectMany(g => Tell(after, NoticeTopics.DateMoved, g.Key.Court, g.Key.Person, new NoticeDetail(Due: g.Min(o => o.Due), Count: g.Count())));
    }

    private static IEnumerable<Notice> Tell(Petition petition, NoticeTopic topic, int court, Guid? person, NoticeDetail detail) =>
        Notice.Told(person, null, petition.Accused).Select(to => new Notice(topic, court, to, Matter(petition), detail, petition.Accused));

    private static NoticeMatter Matter(Petition petition) => new(Kind, petition.Id, petition.Opened.Number);
}
