using Zhixin.History;

namespace Zhixin.Supervisions;

/// <summary>Nothing happens before the fact that it answers: one table for every fact of a supervision.</summary>
public static class SupervisionTimes
{
    /// <summary>The day of the fact that this one answers; the beginning of the supervision where it answers no other.</summary>
    /// <param name="supervision">As it stood before.</param>
    public static DateOnly Since(Supervision supervision, object fact) => About(supervision, fact) is { } day && day > supervision.Material.ReceivedOn ? day : supervision.Material.ReceivedOn;

    private static DateOnly? About(Supervision s, object fact) => fact switch
    {
        SupervisionReviewed => s.Panel?.On,
        SupervisionReviewOpinionWritten f => s.Error(f.No)?.On,
        SupervisionLetterIssued f => Latest(s.ReviewedOn, f.Letter == LetterKind.Review ? s.Errors.Max(e => (DateOnly?)e.On) : null, f.Parent is { } parent ? s.Letter(parent)?.ReceivedOn : null),
        SupervisionLetterDrafted => s.ReviewedOn,
        SupervisionLetterApproved f => s.Drafts.FirstOrDefault(d => d.Facts.No == f.No)?.On,
        SupervisionLetterReturned f => s.Drafts.FirstOrDefault(d => d.Facts.No == f.No)?.On,
        SupervisionAcknowledged f => s.Letter(f.No)?.Named?.On,
        SupervisionUrgentReportSubmitted f => s.Letter(f.No)?.UrgentSince,
        SupervisionHearingHeld f => Latest(s.Letter(f.No)?.NoProperty?.On, f.HeldOn),
        SupervisionHearingReportSubmitted f => s.Letter(f.No)?.HeardOn,
        SupervisionNewDateDecided f => s.Letter(f.No)?.Waiting?.On,
        SupervisionProgressReported f => Latest(s.Letter(f.No)?.ReceivedOn, s.Letter(f.No)?.Named?.On),
        SupervisionProgressAnswered f => s.Letter(f.No)?.WaitingProgress?.On,
        SupervisionReportAccepted f => s.Letter(f.No)?.LastReport?.On,
        SupervisionReportFoundImproper f => s.Letter(f.No)?.LastReport?.On,
        SupervisionReportFoundUnlawful f => s.Letter(f.No)?.LastReport?.On,
        SupervisionUrgingLetterIssued f => s.Letter(f.No)?.OverrunOn,
        SupervisionEnforcementOrderIssued f => s.Letter(f.No)?.OverrunOn,
        SupervisionDelayExplained f => s.Letter(f.No)?.LastUrging?.On,
        SupervisionUrged { Opinion: { } opinion } => s.Opinion(opinion)?.ReceivedOn,
        SupervisionAdmonished f => s.Letters.LastOrDefault(l => l.Issued.To == f.To)?.ReceivedOn,
        SupervisionBulletinIssued f => s.Opinions.Where(o => o.OwesBulletin && o.Issued.From == f.Court).Max(o => o.NotFollowedOn) ?? s.Letters.Max(l => l.LastUrging?.On),
        SupervisionAccountabilityOpened f => s.Opinions.Where(o => o.OwesAccountability && o.Issued.From == f.Court).Max(o => o.NotFollowedOn),
        SupervisionFoundSettled => s.Letters.Max(l => l.LastReport?.FoundOn),
        SupervisionRoundOpened => s.Open.Max(l => l.LastReport?.FoundOn),
        SupervisionDesignated or SupervisionElevated => s.Open.Min(l => (DateOnly?)l.ReceivedOn),
        SupervisionOpinionIssued f => s.Letter(f.Letter)?.LastReport?.FoundOn,
        SupervisionModeChosen or SupervisionJointPlanMade => s.ReviewedOn,
        SupervisionMeasureEnded f => s.Means.FirstOrDefault(m => m.Taken.No == f.No)?.Taken.From,
        SupervisionComplianceSuspended f => s.Opinion(f.No)?.Panel?.On,
        SupervisionReconsiderationDecided f => Latest(s.Opinion(f.No)?.AskedOn, s.Opinion(f.No)?.Panel?.On),
        SupervisionOpinionNotFollowed f => s.Opinion(f.No)?.UrgedOn,
        SupervisionPanelFormed { Opinion: { } opinion } => s.Opinion(opinion)?.AskedOn,
        SupervisionRectificationReported f => s.Admonitions.FirstOrDefault(a => a.Facts.No == f.No)?.On,
        SupervisionElementsFixed => s.Listing.ApprovedOn,
        SupervisionListedResultReported => s.Listing.ElementsOn,
        SupervisionListingApproved or SupervisionListingRefused => s.Listing.ProposedOn,
        SupervisionSpecialReportReviewed f => Instruction(s, f.Instruction)?.DraftedOn,
        SupervisionSpecialReportApproved f => Instruction(s, f.Instruction)?.ReviewedOn,
        SupervisionSpecialReportSent f => Instruction(s, f.Instruction)?.ApprovedOn,
        SupervisionSpecialReportDrafted f => Instruction(s, f.Instruction)?.On,
        SupervisionCloseAsked => Latest(s.ReviewedOn, s.Letters.Max(l => l.LastReport?.FoundOn), s.TakenOver is [.., var taken] ? taken.On : null),
        SupervisionClosed { Condition: "settled" } => s.SettledOn,
        SupervisionCloseRefused or SupervisionClosed => s.CloseAskedOn,
        IAboutThing { Thing: { Series: Letter.Series, No: var no } } => s.Letter(no)?.ReceivedOn,
        IAboutThing { Thing: { Series: Opinion.Series, No: var no } } => s.Opinion(no)?.ReceivedOn,
        _ => null,
    };

    private static Instruction? Instruction(Supervision s, int no) => s.Instructions.FirstOrDefault(i => i.Facts.No == no);

    private static DateOnly? Latest(params IEnumerable<DateOnly?> days) => days.Max();
}
