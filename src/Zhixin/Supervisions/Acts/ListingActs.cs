using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Supervisions.Acts;

/// <summary>Agree to a listing, or list on an instruction.</summary>
/// <param name="Title">What the public page says.</param>
/// <param name="IsNameless">Whether somebody looked that the title names no party.</param>
public sealed record ApproveListing(string? Title, bool IsNameless, DateOnly? Due, DateOnly Today, Actors By);

/// <summary>The six elements 五定一包 as they were given.</summary>
public sealed record FixElements(string? Handler, string? SupervisingLeader, string? Measures, DateOnly? Due, string? Target, string? LeaderInCharge, DateOnly Today);

/// <summary>
/// Listed supervision 挂牌督办 (HNP-17, 22; SPC16-5(1); SPC09-1.3): proposed by the bureau and agreed to by the president in charge, or on the instruction of the
/// president or the vice president in charge; then the enforcing court fixes the six elements and reports the result within their limit.
/// </summary>
public static class ListingActs
{
    /// <summary>The acts in the authority matrix.</summary>
    public const string Propose = "propose-listing";

    public const string Approve = "approve-listing";

    public const string OnInstruction = "list-on-instruction";

    /// <summary>Code of the way by proposal; the others are by instruction.</summary>
    public const string ByProposal = "proposal";

    /// <summary>The bureau proposes.</summary>
    /// <param name="grounds">The list of grounds (HNP-17).</param>
    public static Decision<object> Suggest(Supervision supervision, string? ground, string? reason, DateOnly? due, CodeList grounds, DateOnly today, Actors by) => supervision switch
    {
        _ when NotListable(supervision) is { } not => not,
        { Listing.Proposed: not null } => new Refusal.State("listing-proposed"),
        _ when grounds.Find(ground ?? string.Empty) is null => new Refusal.Law("HNP-17", "listing-needs-ground"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("HNP-17", "listing-needs-reason"),
        _ when due < today => new Refusal.Input("due", "hand-down-due-past", today),
        _ => new object[] { new SupervisionListingProposed(ground!, reason.Trim(), due, by.Person, by.For) },
    };

    /// <summary>The president in charge agrees; nobody agrees to what he or she proposed.</summary>
    public static Decision<object> Agree(Supervision supervision, ApproveListing command) => supervision switch
    {
        _ when NotDecidable(supervision) is { } not => not,
        { Listing.Proposed: { } proposed } when command.By.Include(proposed.ProposedBy) || command.By.Include(proposed.ProposedFor) => new Refusal.State("decides-own-request"),
        _ when Unfit(command) is { } wrong => wrong,
        { Listing.Proposed.DueOn: var due } => Approved(ByProposal, null, command with { Due = command.Due ?? due }),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The president in charge does not agree.</summary>
    public static Decision<object> Refuse(Supervision supervision, string? reason, Actors by) => supervision switch
    {
        _ when NotDecidable(supervision) is { } not => not,
        { Listing.Proposed: { } proposed } when by.Include(proposed.ProposedBy) || by.Include(proposed.ProposedFor) => new Refusal.State("decides-own-request"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new SupervisionListingRefused(reason.Trim()) },
    };

    /// <summary>Listed on an instruction of the president or the vice president in charge, which must be on record.</summary>
    /// <param name="way">Code of the list of ways.</param>
    /// <param name="ways">The list of ways (HNP-17).</param>
    public static Decision<object> Instructed(Supervision supervision, string? way, CodeList ways, ApproveListing command) => supervision switch
    {
        _ when NotListable(supervision) is { } not => not,
        _ when way == ByProposal || ways.Find(way ?? string.Empty) is null => new Refusal.Input("way", "listing-way-unknown", way ?? string.Empty),
        _ when Instruction(supervision) is null => new Refusal.Law("HNP-17", "listing-needs-instruction"),
        _ when Unfit(command) is { } wrong => wrong,
        _ => Approved(way!, Instruction(supervision)!.Facts.No, command),
    };

    /// <summary>The enforcing court fixes all six.</summary>
    /// <param name="names">The list of the six (HNP-22): their names.</param>
    public static Decision<object> Fix(Supervision supervision, int court, FixElements command, CodeList names) => supervision switch
    {
        _ when NoElements(supervision, court) is { } not => not,
        _ when Lacking(command) is { } code => new Refusal.Law("HNP-22", "six-elements-missing", names.Find(code)?.Name ?? code),
        _ when command.Due < command.Today => new Refusal.Input("due", "hand-down-due-past", command.Today),
        { Listing.Approved.DueOn: { } limit } when command.Due > limit => new Refusal.Law("HNP-22", "six-elements-after-limit", limit),
        _ => new object[]
        {
            new SupervisionElementsFixed(
                command.Handler!.Trim(), command.SupervisingLeader!.Trim(), command.Measures!.Trim(), command.Due!.Value, command.Target!.Trim(), command.LeaderInCharge!.Trim()),
        },
    };

    /// <summary>The enforcing court reports the result of a listed matter.</summary>
    public static Decision<object> Report(Supervision supervision, int court, string? result, string? document, Actors by) => supervision switch
    {
        _ when NoResult(supervision, court) is { } not => not,
        _ when string.IsNullOrWhiteSpace(result) => new Refusal.Law("HNP-22", "listed-result-needs-content"),
        _ when string.IsNullOrWhiteSpace(document) => new Refusal.Law("HNP-22", "report-needs-document"),
        _ => new object[] { new SupervisionListedResultReported(result.Trim(), document.Trim(), by.Person, by.For) },
    };

    /// <summary>Why a matter cannot be listed; null when it can.</summary>
    public static Refusal? NotListable(Supervision supervision) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        { Reviewed: null } => new Refusal.Law("HNP-17", "supervision-not-reviewed"),
        { Listing.Approved: not null } => new Refusal.State("listing-approved"),
        _ => null,
    };

    /// <summary>Why nothing waits for the president in charge; null when something does.</summary>
    public static Refusal? NotDecidable(Supervision supervision) =>
        NotListable(supervision) ?? (supervision.Listing.Proposed is null ? new Refusal.Law("HNP-17", "listing-not-proposed") : null);

    /// <summary>Why a court fixes no elements; null when it owes them.</summary>
    public static Refusal? NoElements(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        { Listing.Approved: null } => new Refusal.Law("HNP-22", "listing-not-approved"),
        _ when supervision.Enforcing != court => new Refusal.State("listing-not-enforcing"),
        { Listing.Elements: not null } => new Refusal.State("six-elements-fixed"),
        _ => null,
    };

    /// <summary>Why a court reports no result of a listing; null when it can.</summary>
    public static Refusal? NoResult(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        { Listing.Approved: null } => new Refusal.Law("HNP-22", "listing-not-approved"),
        _ when supervision.Enforcing != court => new Refusal.State("listing-not-enforcing"),
        { Listing.Elements: null } => new Refusal.Law("HNP-22", "listed-result-needs-elements"),
        { Listing.Result: not null } => new Refusal.State("listed-result-reported"),
        _ => null,
    };

    /// <summary>The newest instruction of an own leader that asks for a listing; null where there is none.</summary>
    public static Instruction? Instruction(Supervision supervision) => supervision.Instructions.LastOrDefault(i => i.Facts is { Leader: true, Mode: SupervisionMode.Listed });

    private static Refusal? Unfit(ApproveListing command) => command switch
    {
        _ when string.IsNullOrWhiteSpace(command.Title) => new Refusal.Law("SPC09-1.3", "listing-needs-title"),
        { Title.Length: > 60 } => new Refusal.Input("title", "listing-title-long"),
        { IsNameless: false } => new Refusal.Law("SPC09-1.3", "listing-title-names"),
        { Due: { } due } when due < command.Today => new Refusal.Input("due", "hand-down-due-past", command.Today),
        _ => null,
    };

    private static Decision<object> Approved(string way, int? instruction, ApproveListing command) => new object[]
    {
        new SupervisionListingApproved(string.Empty, way, command.Title!.Trim(), instruction, command.Due is not null, command.Due),
    };

    /// <summary>Code of the first element that is missing; null where all six are there.</summary>
    private static string? Lacking(FixElements command) => command switch
    {
        _ when string.IsNullOrWhiteSpace(command.Handler) => "handler",
        _ when string.IsNullOrWhiteSpace(command.SupervisingLeader) => "supervising-leader",
        _ when string.IsNullOrWhiteSpace(command.Measures) => "measures",
        { Due: null } => "limit",
        _ when string.IsNullOrWhiteSpace(command.Target) => "target",
        _ when string.IsNullOrWhiteSpace(command.LeaderInCharge) => "leader-in-charge",
        _ => null,
    };
}
