using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Supervisions.Acts;

namespace Zhixin.Supervisions;

/// <summary>What was asked for in a supervision, and what became of it: one list for every kind, as in a petition, so that one page shows what waits.</summary>
public static class SupervisionApprovals
{
    /// <summary>The act that decides on another date (HNP-21).</summary>
    public const string NewDate = "decide-new-date";

    /// <summary>The act that decides on a listing (HNP-17).</summary>
    public const string Listing = "approve-listing";

    /// <summary>The list after one more fact.</summary>
    public static IReadOnlyList<Approval> After(IReadOnlyList<Approval> list, DatedFact dated) => dated.Fact switch
    {
        SupervisionCloseAsked f => Approvals.Ask(list, dated.On, Closing.Consenting, 0, f.AskedBy, f.AskedFor, f.Condition, string.Join("；", f.Materials.Select(m => m.Document))),
        SupervisionCloseRefused => Approvals.Decide(list, dated.On, Closing.Consenting, 0, agreed: false),
        SupervisionClosed => Approvals.Decide(list, dated.On, Closing.Consenting, 0, agreed: true),
        SupervisionRoundOpened or SupervisionVoided or SupervisionMerged => Approvals.Decide(list, dated.On, Closing.Consenting, 0, agreed: null),
        SupervisionLetterDrafted f => Approvals.Ask(list, dated.On, Sending.Approving, f.No, f.DraftedBy, f.DraftedFor, "letter-draft", f.Demands),
        SupervisionLetterApproved f => Approvals.Decide(list, dated.On, Sending.Approving, f.No, agreed: true),
        SupervisionLetterReturned f => Approvals.Decide(list, dated.On, Sending.Approving, f.No, agreed: false),
        SupervisionPreExpiryReported f => Approvals.Ask(list, dated.On, NewDate, f.No, f.AskedBy, f.AskedFor, "new-date", f.Cause),
        SupervisionNewDateDecided f => Approvals.Decide(list, dated.On, NewDate, f.No, f.Granted),
        SupervisionLetterWithdrawn f => Approvals.Decide(list, dated.On, NewDate, f.No, agreed: null),
        SupervisionListingProposed f => Approvals.Ask(list, dated.On, Listing, 0, f.ProposedBy, f.ProposedFor, f.Ground, f.Reason),
        SupervisionListingApproved => Approvals.Decide(list, dated.On, Listing, 0, agreed: true),
        SupervisionListingRefused => Approvals.Decide(list, dated.On, Listing, 0, agreed: false),
        SupervisionSpecialReportDrafted f => Approvals.Ask(list, dated.On, Instructing.Reviewing, f.Instruction, f.DraftedBy, f.DraftedFor, "report-up", f.Content),
        SupervisionSpecialReportReviewed f => Passed(Approvals.Decide(list, dated.On, Instructing.Reviewing, f.Instruction, f.Agreed), dated.On, f),
        SupervisionSpecialReportApproved f => Approvals.Decide(list, dated.On, Instructing.Approving, f.Instruction, f.Agreed),
        _ => list,
    };

    /// <summary>Whether somebody still has to decide: a report up is sent after the end too, everything else ends with the supervision.</summary>
    public static bool Waits(Supervision supervision, Approval approval) => approval.DecidedOn is null && approval.Act switch
    {
        Instructing.Reviewing or Instructing.Approving => supervision.End is null or { How: "closed" },
        NewDate => supervision.Letter(approval.Request) is { IsOpen: true },
        _ => supervision.IsOpen,
    };

    /// <summary>The court that decides: whoever sent the letter, else the one that leads.</summary>
    public static int Court(Supervision supervision, Approval approval) =>
        approval.Act == NewDate && supervision.Letter(approval.Request) is { } letter ? letter.Issued.From
        : approval.Act == Sending.Approving && supervision.Drafts.FirstOrDefault(d => d.Facts.No == approval.Request) is { } draft ? draft.Facts.From : supervision.Court;

    private static IReadOnlyList<Approval> Passed(IReadOnlyList<Approval> list, DateOnly on, SupervisionSpecialReportReviewed f) =>
        f.Agreed ? Approvals.Ask(list, on, Instructing.Approving, f.Instruction, f.ReviewedBy, f.ReviewedFor, "report-up", f.Opinion) : list;
}
