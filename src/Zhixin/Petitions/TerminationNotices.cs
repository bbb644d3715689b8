using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Petitions.Acts;

namespace Zhixin.Petitions;

/// <summary>Who is told on the way of a termination: where it waits, the posts that may take the next step; who reported, of its end; and what a terminated matter asks for.</summary>
internal static class TerminationNotices
{
    /// <summary>The notices of one command.</summary>
    /// <param name="deciders">The posts that may do an act, from the authority matrix.</param>
    public static IEnumerable<Notice> Of(Petition before, Petition after, IReadOnlyList<DatedFact> facts, Func<string, IReadOnlyList<string>> deciders)
    {
        var waits = after.Terminations.Pending?.Waits is { } place && place != before.Terminations.Pending?.Waits
            ? To(after, NoticeTopics.TerminationWaits, place.Court, deciders(Act(place.Station)), new NoticeDetail(Act: Act(place.Station)))
            : [];
        return waits.Concat(facts.SelectMany(f => OfFact(after, f, deciders)));
    }

    private static IEnumerable<Notice> OfFact(Petition after, DatedFact dated, Func<string, IReadOnlyList<string>> deciders) => dated.Fact switch
    {
        TerminationReturned { To: null } f => Reporter(after, f.No, NoticeTopics.TerminationOver),
        TerminationFilingAnswered { Answer: FilingAnswer.Returned } f => Reporter(after, f.No, NoticeTopics.TerminationOver),
        TerminationDecided f => Reporter(after, f.No, NoticeTopics.TerminationOver),
        TerminationReversed f => Reporter(after, f.No, NoticeTopics.TerminationReversed),
        TerminationContactCame => To(after, NoticeTopics.LateContact, after.Opened.Responsible, deciders("judge-late-contact"), new NoticeDetail(Act: "judge-late-contact")),
        EnforcementClueReceived or EnforcementPropertyQueried { Found: true } =>
            To(after, NoticeTopics.ResumeOwed, after.Opened.Responsible, deciders("resume-enforcement"), new NoticeDetail(Act: "resume-enforcement")),
        _ => [],
    };

    private static IEnumerable<Notice> Reporter(Petition after, int no, NoticeTopic topic) =>
        after.Terminations.Find(no) is { Reported.Court: var court } ? To(after, topic, court, [], NoticeDetail.None) : [];

    /// <summary>The posts at a court; its unit where no post is named.</summary>
    private static IEnumerable<Notice> To(Petition petition, NoticeTopic topic, int court, IReadOnlyList<string> posts, NoticeDetail detail) =>
        from to in (posts.Count == 0 ? Notice.Told(null, null, petition.Accused) : posts.SelectMany(post => Notice.Told(null, post, petition.Accused))).Distinct()
        select new Notice(topic, court, to, new NoticeMatter(PetitionNotices.Kind, petition.Id, petition.Opened.Number), detail, petition.Accused);

    private static string Act(TerminationStation station) => station switch
    {
        TerminationStation.Report => Terminating.Reporting,
        TerminationStation.PassUp => TerminationReviewing.PassingUp,
        TerminationStation.File => "file-termination",
        TerminationStation.AnswerFiling => TerminationReviewing.Answering,
        TerminationStation.Correct => "correct-filing",
        TerminationStation.Decide => TerminationReviewing.Deciding,
    };
}
