using Zhixin.History;
using Zhixin.Notices;

namespace Zhixin.Supervisions;

/// <summary>Who is told of what happens in a supervision: the court below of what is asked of it, the court above of what came back.</summary>
public static class SupervisionNotices
{
    /// <summary>The notices of the facts of one act, in their order.</summary>
    /// <param name="after">The supervision after them.</param>
    public static IReadOnlyList<Notice> Of(Supervision after, IEnumerable<DatedFact> facts) => [.. facts.SelectMany(fact => Of(after, fact.Fact)).Distinct()];

    private static IEnumerable<Notice> Of(Supervision s, object fact) => fact switch
    {
        SupervisionReviewerNamed f => Tell(s, NoticeTopics.Assigned, s.Court, f.Reviewer),
        SupervisionLetterReceived f => Down(s, NoticeTopics.SupervisionLetter, s.Letter(f.No), f.DueOn),
        SupervisionHandlerNamed f => Tell(s, NoticeTopics.HopHandlerNamed, s.Letter(f.No)!.Issued.To, f.Handler, due: s.Letter(f.No)!.DueOn),
        SupervisionUrgentReportOrdered f => Down(s, NoticeTopics.Urged, s.Letter(f.No)),
        SupervisionUrged f => Down(s, NoticeTopics.Urged, s.Letter(f.No)),
        SupervisionUrgingLetterReceived f => Down(s, NoticeTopics.Urged, s.Letter(f.No), f.DueOn),
        SupervisionUrgentReportSubmitted f => Up(s, NoticeTopics.ReportCame, s.Letter(f.No)),
        SupervisionReportSubmitted f => Up(s, NoticeTopics.ReportCame, s.Letter(f.No)),
        SupervisionNoPropertyAnswered f => Up(s, NoticeTopics.ReportCame, s.Letter(f.No)),
        SupervisionHearingReportSubmitted f => Up(s, NoticeTopics.ReportCame, s.Letter(f.No)),
        SupervisionDelayExplained f => Up(s, NoticeTopics.ReportCame, s.Letter(f.No)),
        SupervisionPreExpiryReported f => Up(s, NoticeTopics.ApprovalAsked, s.Letter(f.No), new NoticeDetail(Act: "decide-new-date", Due: f.Until)),
        SupervisionNewDateDecided f => Tell(
            s, NoticeTopics.Decided, s.Letter(f.No)!.Issued.To, s.Letter(f.No)!.Requests[^1].Asked.AskedBy, new NoticeDetail(Act: "decide-new-date", Result: f.Granted ? "agreed" : "refused", Due: f.DueOn)),
        SupervisionProgressReported f => Up(s, NoticeTopics.ReportCame, s.Letter(f.No)),
        SupervisionProgressAnswered f => Down(s, NoticeTopics.ReportJudged, s.Letter(f.No), f.DueOn),
        SupervisionReportAccepted f => Down(s, NoticeTopics.ReportAccepted, s.Letter(f.No)),
        SupervisionReportFoundImproper f => Down(s, NoticeTopics.ReportJudged, s.Letter(f.No)),
        SupervisionReportFoundUnlawful f => Down(s, NoticeTopics.ReportJudged, s.Letter(f.No)),
        SupervisionReportOverrun f => Up(s, NoticeTopics.Overrun, s.Letter(f.No)),
        SupervisionOpinionReceived f => Tell(s, NoticeTopics.OpinionReceived, s.Opinion(f.No)!.Issued.To, s.Letter(s.Opinion(f.No)!.Issued.Letter)?.Named?.Handler, due: f.DueOn),
        SupervisionComplianceReported f => Tell(s, NoticeTopics.ReportCame, s.Opinion(f.No)!.Issued.From, s.Reviewer?.Reviewer),
        SupervisionReconsiderationAsked f => Tell(s, NoticeTopics.ReportCame, s.Opinion(f.No)!.Issued.From, s.Reviewer?.Reviewer),
        SupervisionReconsiderationDecided f => Tell(s, NoticeTopics.Decided, s.Opinion(f.No)!.Issued.To, s.Opinion(f.No)!.Asked!.AskedBy),
        SupervisionAdmonished f => Tell(s, NoticeTopics.Urged, f.To, null, due: f.DueOn),
        SupervisionRectificationReported => Tell(s, NoticeTopics.ReportCame, s.Court, s.Reviewer?.Reviewer),
        SupervisionDesignated f => Tell(s, NoticeTopics.SupervisionLetter, f.To, null),
        SupervisionClosed => s.Below.SelectMany(court => Tell(s, NoticeTopics.SupervisionOver, court, null)),
        _ => [],
    };

    private static IEnumerable<Notice> Down(Supervision s, NoticeTopic topic, Letter? letter, DateOnly? due = null) =>
        letter is null ? [] : Tell(s, topic, letter.Issued.To, letter.Named?.Handler, due: due);

    private static IEnumerable<Notice> Up(Supervision s, NoticeTopic topic, Letter? letter, NoticeDetail? detail = null) =>
        letter is null ? [] : Tell(s, topic, letter.Issued.From, letter.Issued.From == s.Court ? s.Reviewer?.Reviewer : null, detail);

    private static IEnumerable<Notice> Tell(Supervision s, NoticeTopic topic, int court, Guid? person, NoticeDetail? detail = null, DateOnly? due = null) =>
        from to in Notice.Told(person, null, s.Material.Accused)
        select new Notice(topic, court, to, new NoticeMatter(Supervision.Kind, s.Id, s.Material.Number), detail ?? new NoticeDetail(Due: due), s.Material.Accused);
}
