using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Petitions.Acts;

namespace Zhixin.Petitions;

/// <summary>Something that somebody asked another to decide, and what became of it.</summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Act">The act by which it is decided, as the authority matrix names it.</param>
/// <param name="Request">Which of several of its kind; 0 where there is one at a time.</param>
/// <param name="AskedFor">For whom, where a deputy asked; decides as little as who asked.</param>
/// <param name="DecidedOn">Null while it waits.</param>
/// <param name="Agreed">Null while it waits, and where it fell away.</param>
/// <param name="Code">What is asked for, as a code: the finding, the ground.</param>
/// <param name="About">The same in words, short.</param>
public sealed record Approval(
    int No, string Act, int Request, DateOnly AskedOn, Guid AskedBy, Guid? AskedFor, DateOnly? DecidedOn, bool? Agreed, string Code, string About);

/// <summary>
/// What was asked for in a petition, in the order of asking: one list for every kind, so that one page shows what waits. A request is made to the leaders of the
/// court that answers, or of the court that reviews a procedure: when the matter goes to another court, all that waits falls away, and what is still wanted is asked for there (docs/decisions/0032 has
/// the table).
/// </summary>
public static class Approvals
{
    /// <summary>The list after one more fact.</summary>
    /// <param name="obligations">What was owed before it: the clock of a review is lengthened by the court that reviews.</param>
    public static IReadOnlyList<Approval> After(IReadOnlyList<Approval> list, DatedFact dated, IReadOnlyList<Obligation> obligations) => dated.Fact switch
    {
        PetitionDeclineProposed f => Ask(list, dated.On, Declining.Approving, 0, f.ProposedBy, f.ProposedFor, f.Facts.Ground, f.Facts.Explanation),
        PetitionDeclined => Decide(list, dated.On, Declining.Approving, 0, agreed: true),
        PetitionDeclineRejected => Decide(list, dated.On, Declining.Approving, 0, agreed: false),
        PetitionDeclineUndone => Decide(list, dated.On, Declining.Approving, 0, agreed: null),
        PetitionOpinionSubmitted f => Ask(list, dated.On, Answering.Approving, 0, f.SubmittedBy, f.SubmittedFor, Kebab(f.Finding.ToString()), f.Result),
        PetitionOpinionApproved => Decide(list, dated.On, Answering.Approving, 0, agreed: true),
        PetitionOpinionReturned => Decide(list, dated.On, Answering.Approving, 0, agreed: false),
        PetitionReopened => Decide(Decide(list, dated.On, Answering.Approving, 0, agreed: null), dated.On, Declining.Approving, 0, agreed: null),
        PetitionAidReported f => Ask(list, dated.On, Aiding.Approving, f.No, f.ReportedBy, f.ReportedFor, "aid", f.Body),
        PetitionAidDecided f => Decide(list, dated.On, Aiding.Approving, f.No, f.Granted),
        PetitionConductProposed f => Ask(list, dated.On, f.Coercive ? ConductDeciding.Coercing : ConductDeciding.Deciding, f.No, f.ProposedBy, f.ProposedFor, "conduct", string.Empty),
        PetitionConductDecided f => Decide(Decide(list, dated.On, ConductDeciding.Deciding, f.No, f.Approved), dated.On, ConductDeciding.Coercing, f.No, f.Approved),
        ExclusionAsked f => Ask(list, dated.On, OfReview(obligations, f.No) ? TimeKeeping.ApprovingReview : TimeKeeping.Approving, f.Request, f.AskedBy, f.AskedFor, f.Exclusion.Ground, f.Reason),
        ExclusionApproved f => DecideExclusion(list, dated.On, f.Request, agreed: true),
        ExclusionRefused f => DecideExclusion(list, dated.On, f.Request, agreed: false),
        ReviewExtensionAsked f => Ask(list, dated.On, LongerReviewing.Approving, f.No, f.By, f.For, "review-extension", f.Reason),
        ReviewExtended f => Decide(list, dated.On, LongerReviewing.Approving, f.No, agreed: true),
        ReviewExtensionRefused f => Decide(list, dated.On, LongerReviewing.Approving, f.No, agreed: false),
        PetitionTransferred or PetitionPassedOn => [.. list.Select(a => a.DecidedOn is null && !IsOfReview(a) ? a with { DecidedOn = dated.On } : a)],
        _ => list,
    };

    /// <summary>
    /// Whether somebody still has to decide: what is asked for in a petition that ended waits no longer, but aid belongs to the applicant; and days cannot be left
    /// out of a period that nobody owes any more.
    /// </summary>
    public static bool Waits(Petition petition, Approval approval) => approval.DecidedOn is null && approval.Act switch
    {
        Aiding.Approving => petition.Stage is not (Stage.Voided or Stage.Merged),
        TimeKeeping.Approving or TimeKeeping.ApprovingReview => TimeKeeping.Waiting(petition).Any(r => r.No == approval.Request),
        LongerReviewing.Approving => petition.Procedures.Find(approval.Request) is { Current: { IsUnderReview: true, Longer: { Agreed: null } } },
        _ => petition.IsOpen,
    };

    /// <summary>Number of the court whose leaders decide: the one that reviews where the time of a review is meant, else the one that answers.</summary>
    public static int Court(Petition petition, Approval approval) => approval.Act switch
    {
        LongerReviewing.Approving when petition.Procedures.Find(approval.Request) is { Current.Court: var court } => court,
        TimeKeeping.ApprovingReview when petition.Exclusions.FirstOrDefault(r => r.No == approval.Request) is { Asked.No: var no } => petition.Obligations.First(o => o.No == no).Opened.Court,
        _ => petition.Opened.Responsible,
    };

    internal static IReadOnlyList<Approval> Ask(
        IReadOnlyList<Approval> list, DateOnly on, string act, int request, Guid by, Guid? askedFor, string code, string about) =>
        [.. list, new Approval(list.Count + 1, act, request, on, by, askedFor, null, null, code, about)];

    internal static IReadOnlyList<Approval> Decide(IReadOnlyList<Approval> list, DateOnly on, string act, int request, bool? agreed) =>
        list.Any(a => Is(a, act, request)) ? [.. list.Select(a => Is(a, act, request) ? a with { DecidedOn = on, Agreed = agreed } : a)] : list;

    private static IReadOnlyList<Approval> DecideExclusion(IReadOnlyList<Approval> list, DateOnly on, int request, bool agreed) =>
        Decide(Decide(list, on, TimeKeeping.Approving, request, agreed), on, TimeKeeping.ApprovingReview, request, agreed);

    /// <summary>Whether the time of a review is meant, which goes on wherever the petition goes.</summary>
    private static bool IsOfReview(Approval approval) => approval.Act is LongerReviewing.Approving or TimeKeeping.ApprovingReview;

    private static bool OfReview(IReadOnlyList<Obligation> obligations, int no) => obligations.FirstOrDefault(o => o.No == no)?.Opened.Thing?.Series == Conversion.Series;

    private static bool Is(Approval approval, string act, int request) => approval.DecidedOn is null && approval.Act == act && approval.Request == request;

    private static string Kebab(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
