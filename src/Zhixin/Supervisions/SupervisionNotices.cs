using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Supervisions;

/// <summary>Who is told of what happens in a supervision: the court below of what is asked of it, the court above of what came back, and who has to decide.</summary>
public static class SupervisionNotices
{
    /// <summary>The act by which the court below closes (HNP-15).</summary>
    private const string ClosingBelow = "close-after-review";

    /// <summary>The notices of one act. Whoever acts is not told of the own act.</summary>
    /// <param name="before">Before it; null where it opens the supervision.</param>
    /// <param name="facts">Everything that it made happen, in order, with what follows.</param>
    /// <param name="deciders">The posts that may do an act, from the authority matrix.</param>
    /// <param name="actors">Who acts, and for whom.</param>
    public static IReadOnlyList<Notice> Of(
        Supervision? before, Supervision after, IReadOnlyList<DatedFact> facts, Func<string, IReadOnlyList<string>> deciders, Actors actors)
    {
        var approvals = new ApprovalNotices(
            Matter(after), after.Material.Accused, a => SupervisionApprovals.Waits(after, a), a => SupervisionApprovals.Court(after, a), a => Asking(after, a), _ => null, deciders);
        var told = facts.SelectMany(f => OfFact(before ?? after, after, f.Fact, deciders)).Concat(approvals.Of(before?.Approvals ?? [], after.Approvals)).Concat(Moved(after, facts));
        return Notice.ToOthers(told, id => actors.Include(id));
    }

    private static IEnumerable<Notice> OfFact(Supervision before, Supervision s, object fact, Func<string, IReadOnlyList<string>> deciders) => fact switch
    {
        SupervisionLetterWithdrawn f when before.Rounds == s.Rounds && before.Enforcing == s.Enforcing => Down(s, NoticeTopics.LetterWithdrawn, s.Letter(f.No)),
        IAboutThing { Thing: { Series: Letter.Series, No: var no } } when s.Letter(no) is { } letter => OfLetter(s, letter, fact),
        IAboutThing { Thing: { Series: Opinion.Series, No: var no } } when s.Opinion(no) is { } opinion => OfOpinion(s, opinion, fact),
        SupervisionReviewerNamed f => Tell(s, NoticeTopics.CheckerNamed, s.Court, f.Reviewer),
        SupervisionPanelFormed f => f.Members.SelectMany(m => Tell(s, NoticeTopics.TeamNamed, s.Opinion(f.Opinion ?? 0)?.Issued.From ?? s.Court, m.Person)),
        SupervisionInstructionReceived => Tell(s, NoticeTopics.Instructed, s.Court, s.Reviewer?.Reviewer),
        SupervisionErrorFlagged => Tell(s, NoticeTopics.ErrorFlagged, s.Court, s.Reviewer?.Reviewer),
        SupervisionSpecialReportApproved f => before.Instructions.FirstOrDefault(i => i.Facts.No == f.Instruction)?.Draft is { DraftedBy: var drafter }
            ? Tell(s, NoticeTopics.Decided, s.Court, drafter, new NoticeDetail(Act: Acts.Instructing.Approving, Result: f.Agreed ? "agreed" : "refused"))
            : [],
        SupervisionAdmonished f => Tell(s, NoticeTopics.Urged, f.To, null, new NoticeDetail(Due: f.DueOn)),
        SupervisionRectificationReported => Tell(s, NoticeTopics.ReportCame, s.Court, s.Reviewer?.Reviewer),
        SupervisionListingApproved f => Tell(s, NoticeTopics.Listed, s.Enforcing, Handler(s, s.Enforcing), new NoticeDetail(Due: f.DueOn)),
        SupervisionListedResultReported => Tell(s, NoticeTopics.ReportCame, s.Court, s.Reviewer?.Reviewer),
        SupervisionDesignated f => Ruled(s, f.From, f.To),
        SupervisionElevated f => Ruled(s, f.From, f.To),
        SupervisionFoundSettled => Closers(s).SelectMany(court => deciders(ClosingBelow).SelectMany(post => Notice.Told(null, post, s.Material.Accused)).Distinct()
            .Select(to => One(s, NoticeTopics.FoundSettled, court, to, NoticeDetail.None))),
        SupervisionRoundOpened => s.Below.SelectMany(court => Tell(s, NoticeTopics.SupervisedAgain, court, Handler(s, court))),
        SupervisionClosed { Condition: "passed-on" } => [], // The letter alone went down, and says so.
        SupervisionClosed or SupervisionVoided or SupervisionMerged =>
            s.Below.SelectMany(court => Tell(s, NoticeTopics.SupervisionOver, court, Handler(s, court))).Concat(Tell(s, NoticeTopics.SupervisionOver, s.Court, s.Reviewer?.Reviewer)),
        _ => [],
    };

    private static IEnumerable<Notice> OfLetter(Supervision s, Letter letter, object fact) => fact switch
    {
        SupervisionLetterIssued { Letter: LetterKind.Child } => Tell(s, NoticeTopics.ChildLetter, letter.Issued.To, Handler(s, letter.Issued.To)),
        SupervisionLetterReceived f => Down(s, NoticeTopics.SupervisionLetter, letter, f.DueOn),
        SupervisionHandlerNamed f => Tell(s, NoticeTopics.HopHandlerNamed, letter.Issued.To, f.Handler, new NoticeDetail(Due: letter.DueOn)),
        SupervisionUrgentReportOrdered or SupervisionUrged => Down(s, NoticeTopics.Urged, letter),
        SupervisionUrgingLetterReceived f => Down(s, NoticeTopics.Urged, letter, f.DueOn),
        SupervisionFileCalled => Down(s, NoticeTopics.FileCalled, letter),
        SupervisionUrgentReportSubmitted or SupervisionReportSubmitted or SupervisionNoPropertyAnswered or SupervisionHearingReportSubmitted or SupervisionDelayExplained
            or SupervisionProgressReported => Up(s, NoticeTopics.ReportCame, letter),
        SupervisionReportAccepted => Down(s, NoticeTopics.ReportAccepted, letter),
        SupervisionReportFoundImproper or SupervisionReportFoundUnlawful => Down(s, NoticeTopics.ReportJudged, letter)
            .Concat(letter.Issued.From == s.Court ? [] : Tell(s, NoticeTopics.FaultBelow, s.Court, s.Reviewer?.Reviewer)),
        SupervisionProgressAnswered f => Down(s, NoticeTopics.ReportJudged, letter, f.DueOn),
        SupervisionReportOverrun => Up(s, NoticeTopics.Overrun, letter),
        _ => [],
    };

    private static IEnumerable<Notice> OfOpinion(Supervision s, Opinion opinion, object fact) => fact switch
    {
        SupervisionOpinionReceived f => Below(s, NoticeTopics.OpinionReceived, opinion, f.DueOn),
        SupervisionComplianceReported => Tell(s, NoticeTopics.ReportCame, opinion.Issued.From, s.Reviewer?.Reviewer),
        SupervisionReconsiderationAsked => Tell(s, NoticeTopics.ReconsiderationAsked, opinion.Issued.From, s.Reviewer?.Reviewer),
        SupervisionComplianceSuspended => Below(s, NoticeTopics.OpinionSuspended, opinion, null),
        SupervisionReconsiderationDecided => Tell(s, NoticeTopics.Decided, opinion.Issued.To, opinion.Asked!.AskedBy),
        _ => [],
    };

    /// <summary>The court that enforces from now on, and the one that did.</summary>
    private static IEnumerable<Notice> Ruled(Supervision s, int from, int to) => Tell(s, NoticeTopics.TakenOver, to, null).Concat(Tell(s, NoticeTopics.TakenAway, from, Handler(s, from)));

    /// <summary>The courts that may close after the review: those with a letter of this round, and the one that enforces.</summary>
    private static IEnumerable<int> Closers(Supervision s) => s.Letters.Where(l => l.Round == s.Rounds && l.Ended != "withdrawn").Select(l => l.Issued.To).Append(s.Enforcing).Distinct();

    /// <summary>Who handles it at a court below, by the newest letter that names anybody; null where nobody is named.</summary>
    private static Guid? Handler(Supervision s, int court) => s.Letters.LastOrDefault(l => l.Issued.To == court && l.Named is not null)?.Named?.Handler;

    /// <summary>The court whose people asked: the one below for another date, else the one that decides too.</summary>
    private static int Asking(Supervision s, Approval approval) =>
        approval.Act == SupervisionApprovals.NewDate && s.Letter(approval.Request) is { } letter ? letter.Issued.To : SupervisionApprovals.Court(s, approval);

    /// <summary>Dates that moved and are still owed, once for everybody who owes any.</summary>
    private static IEnumerable<Notice> Moved(Supervision s, IReadOnlyList<DatedFact> facts)
    {
        var moved = facts.Select(f => f.Fact).OfType<ObligationMoved>().Where(m => m.Old != m.New).Select(m => m.No).ToHashSet();
        return s.Obligations.Where(o => o.IsOpen && moved.Contains(o.No)).GroupBy(o => (o.Opened.Court, o.Person))
            .SelectMany(g => Tell(s, NoticeTopics.DateMoved, g.Key.Court, g.Key.Person, new NoticeDetail(Due: g.Min(o => o.Due), Count: g.Count())));
    }

    private static IEnumerable<Notice> Down(Supervision s, NoticeTopic topic, Letter? letter, DateOnly? due = null) =>
        letter is null ? [] : Tell(s, topic, letter.Issued.To, letter.Named?.Handler, new NoticeDetail(Due: due));

    private static IEnumerable<Notice> Up(Supervision s, NoticeTopic topic, Letter letter) =>
        Tell(s, topic, letter.Issued.From, letter.Issued.From == s.Court ? s.Reviewer?.Reviewer : null);

    private static IEnumerable<Notice> Below(Supervision s, NoticeTopic topic, Opinion opinion, DateOnly? due) =>
        Tell(s, topic, opinion.Issued.To, s.Letter(opinion.Issued.Letter)?.Named?.Handler, new NoticeDetail(Due: due));

    private static IEnumerable<Notice> Tell(Supervision s, NoticeTopic topic, int court, Guid? person, NoticeDetail? detail = null) =>
        Notice.Told(person, null, s.Material.Accused).Select(to => One(s, topic, court, to, detail ?? NoticeDetail.None));

    private static Notice One(Supervision s, NoticeTopic topic, int court, Addressee to, NoticeDetail detail) => new(topic, court, to, Matter(s), detail, s.Material.Accused);

    private static NoticeMatter Matter(Supervision s) => new(Supervision.Kind, s.Id, s.Material.Number);
}
