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

        var told = facts.SelectMany(f => OfFact(before, after, f.Fact, deciders)).Concat(Approvals(after, deciders).Of(before.Approvals, after.Approvals)).Concat(Moved(after, facts)).Concat(TerminationNotices.Of(before, after, facts, deciders)).Concat(ProcedureNotices.Of(before, after, facts, deciders));
        return Notice.ToOthers(told, id => actors.Include(id));
    }

    private static IEnumerable<Notice> OfFact(Petition before, Petition after, object fact, Func<string, IReadOnlyList<string>> deciders) => fact switch
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
        HandDownPressed f => Below(after, f.No, NoticeTopics.Urged, null),
        HandDownReportUpDrafted f => UpAsked(after, f.No, deciders(ReportingUp.Reviewing), ReportingUp.Reviewing, new Actors(f.DraftedBy, f.DraftedFor)),
        HandDownReportUpReviewed { Agreed: true } f => UpAsked(after, f.No, deciders(ReportingUp.Approving), ReportingUp.Approving, new Actors(f.ReviewedBy, f.ReviewedFor)),
        HandDownReportUpReviewed f => UpDecided(after, f.No, ReportingUp.Reviewing, f.Agreed),
        HandDownReportUpApproved f => UpDecided(after, f.No, ReportingUp.Approving, f.Agreed),
        HandDownProgressAnswered f => Below(after, f.No, NoticeTopics.ProgressAnswered, f.DueOn),
        HandDownClosed { End: HopEnd.Recalled } f => Below(after, f.No, NoticeTopics.Recalled, null),
        HandDownClosed { End: HopEnd.Barred or HopEnd.Filed or HopEnd.WrittenOff } f =>
            Below(after, f.No, NoticeTopics.HopEnded, null).Concat(OfHop(after, f.No, hop => Tell(after, NoticeTopics.HopEnded, hop.Issued.From, null, NoticeDetail.None))),
        PetitionExclusionLifted or TerminationReversed => Free(before, after),
        PetitionResolutionLapsed or PetitionResolutionNotRecognised when before.Handling.IsRecognised => Free(before, after),
        _ => [],
    };

    private static IEnumerable<Notice> Named(Petition petition, IEnumerable<Guid> people) => people.SelectMany(person => To(petition, NoticeTopics.TeamNamed, person));

    private static IEnumerable<Notice> To(Petition petition, NoticeTopic topic, Guid person) => Tell(petition, topic, petition.Opened.Responsible, person, NoticeDetail.None);

    /// <summary>Whose hop was closed by what bars superiors is told when nothing bars them any more.</summary>
    private static IEnumerable<Notice> Free(Petition before, Petition after) => after.Handling.IsRecognised || after.Terminations.Standing is not null || after.Acceptance.Bars.Any(b => b.LiftedOn is null)
        ? []
        : before.HandDowns.All.Where(h => h.Ended == HopEnd.Barred).Select(h => h.Issued.From).Distinct().SelectMany(court => Tell(after, NoticeTopics.HopFree, court, null, NoticeDetail.None));

    private static IEnumerable<Notice> OfHop(Petition petition, int no, Func<Hop, IEnumerable<Notice>> told) => petition.HandDowns.Find(no) is { } hop ? told(hop) : [];

    private static IEnumerable<Notice> Below(Petition petition, int no, NoticeTopic topic, DateOnly? due) =>
        OfHop(petition, no, hop => Tell(petition, topic, hop.Issued.To, hop.Named?.Handler, new NoticeDetail(Due: due)));

    /// <summary>A special report waits for its next hand at the court that makes it (HNP-14): never for whoever had it before.</summary>
    private static IEnumerable<Notice> UpAsked(Petition petition, int no, IReadOnlyList<string> posts, string act, Actors asked) => OfHop(petition, no, hop =>
        from to in posts.SelectMany(post => Notice.Told(null, post, petition.Accused)).Distinct()
        select new Notice(
            NoticeTopics.ApprovalAsked, hop.Issued.From, to, Matter(petition), new NoticeDetail(Act: act), [.. petition.Accused, asked.Person, .. asked.For is { } whose ? [whose] : Array.Empty<Guid>()]));

    /// <summary>What became of a special report, for whoever drafted it: to send it, or to draft it anew.</summary>
    private static IEnumerable<Notice> UpDecided(Petition petition, int no, string act, bool agreed) => OfHop(petition, no, hop => hop.Up is { Drafted.DraftedBy: var drafter }
        ? Tell(petition, NoticeTopics.Decided, hop.Issued.From, drafter, new NoticeDetail(Act: act, Result: agreed ? "agreed" : "refused"))
        : []);

    /// <summary>Where an opinion is meant, who leads the matter decides (GC21-13).</summary>
    private static ApprovalNotices Approvals(Petition after, Func<string, IReadOnlyList<string>> deciders) => new(
        Matter(after), after.Accused, approval => Petitions.Approvals.Waits(after, approval), approval => Petitions.Approvals.Court(after, approval), approval => Petitions.Approvals.Court(after, approval),
        approval => approval.Act == Answering.Approving ? after.Team.Lead?.Person : null, deciders);

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
