using Zhixin.Intake;
using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>Fix the class, or change it.</summary>
/// <param name="Reason">Needed for a change.</param>
/// <param name="Authorisation">What proves an agent's power, where the petition is accepted already.</param>
public sealed record Classify(PetitionClass Class, Claim Claim, Capacity Capacity, string? Reason, string? Authorisation = null);

/// <summary>Accept the petition.</summary>
/// <param name="Causes">Codes of the pack's list; the sub-code where a cause has some.</param>
/// <param name="OtherCause">In words, where the cause is "other".</param>
/// <param name="Authorisation">What proves an agent's power.</param>
/// <param name="Concerned">Staff at whom a cause points.</param>
/// <param name="NobodyConcerned">Why such a cause points at nobody.</param>
public sealed record Accept(
    Capacity Capacity, IReadOnlyList<string> Causes, string? OtherCause, string? Authorisation, IReadOnlyList<Guid> Concerned, string? NobodyConcerned);

/// <summary>Class and acceptance 受理 (SPC16-1, 6, 11; GC21-6a, 16).</summary>
public static class Accepting
{
    /// <summary>The causes that point at a person: no recusal, an illegal coercive measure (GC21-5(1)).</summary>
    private static readonly string[] PointAtPersons = ["1", "3"];

    private const string Other = "8";

    /// <summary>The act by which a wrongly named colleague is cleared, as the authority matrix names it.</summary>
    public const string CorrectingConcern = "correct-concern";

    /// <summary>Which class a claim has by the statutory test: only an applicant's press-on claim is implementation (SPC16-6, 11).</summary>
    public static PetitionClass ClassOf(Claim claim) => claim == Claim.PressOn ? PetitionClass.Implementation : PetitionClass.Review;

    /// <summary>The class is fixed, or changed with a reason; what it was stays in the history.</summary>
    public static Decision<object> Decide(Classify command, Petition petition) => (command, petition.Acceptance.Classified) switch
    {
        _ when !petition.IsOpen => new Refusal.State("petition-not-open", petition.Stage.Code),
        ({ Capacity: Capacity.Unknown }, _) => new Refusal.Law("SPC16-1", "class-needs-capacity"),
        ({ Class: PetitionClass.Implementation, Claim: not Claim.PressOn }, _) => new Refusal.Law("SPC16-6", "class-not-implementation"),
        ({ Class: PetitionClass.Implementation, Capacity: not (Capacity.Applicant or Capacity.Agent) }, _) => new Refusal.Law("SPC16-6", "class-only-applicant"),
        ({ Class: PetitionClass.Review, Claim: Claim.PressOn }, _) => new Refusal.Law("SPC16-11", "class-not-review"),
        (_, { } before) when before.Class == command.Class && before.Claim == command.Claim && before.Capacity == command.Capacity => new Refusal.State("same-class"),
        (_, not null) when string.IsNullOrWhiteSpace(command.Reason) => new Refusal.Law("SPC16-1", "reclassify-needs-reason"),
        ({ Capacity: Capacity.Agent }, _) when petition.Acceptance.Accepted is { Authorisation: null } && string.IsNullOrWhiteSpace(command.Authorisation) =>
            new Refusal.Law("GC21-15(3)", "accept-needs-authorisation"),
        var (_, before) => new object[] { new PetitionClassified(command.Class, command.Claim, command.Capacity, before?.Class, command.Reason?.Trim(), Blank(command.Authorisation)) }
            .Concat(command.Class == PetitionClass.Review ? Resolving.Lapse(petition, ResolutionLapse.Reclassified) : []).ToArray(),
    };

    /// <summary>The petition is accepted: class, capacity, cause and case number are there (GC21-6a). Nobody may refuse it for its form (SPC16-13).</summary>
    /// <param name="causes">The list of causes in force at the court; null where none is, then the cause stands in words.</param>
    public static Decision<object> Decide(Accept command, Petition petition, CodeList? causes)
    {
        if (Refuse(command, petition, causes) is { } refusal)
        {
            return refusal;
        }

        var accepted = new PetitionAccepted(
            petition.Acceptance.Classified!.Class, command.Capacity, [.. command.Causes.Distinct(StringComparer.Ordinal)], Blank(command.OtherCause),
            Blank(command.Authorisation), command.Concerned, Blank(command.NobodyConcerned));
        return new object[] { accepted }.Concat(Teaming.FallOut(petition, command.Concerned)).ToArray();
    }

    /// <summary>The acceptance notice is served, and the court has the receipt; it tells the process as well (GC21-16, SPC16-3(3)).</summary>
    public static Decision<object> ServeAcceptance(Petition petition, ServiceMethod method, string? proof) => petition switch
    {
        _ when NoNotice(petition) is { } not => not,
        _ when string.IsNullOrWhiteSpace(proof) => new Refusal.Law("GC21-16", "notice-needs-proof"),
        _ => new object[] { new PetitionAcceptanceNoticeServed(method, proof.Trim()), new PetitionNoticeServed("acceptance", method, proof.Trim(), null) },
    };

    /// <summary>The petitioner is told the process or a result, in writing or otherwise (SPC16-3(3)).</summary>
    public static Decision<object> Tell(Petition petition, ServiceMethod method, string? content, string? proof) => petition switch
    {
        _ when Silent(petition) is { } not => not,
        _ when string.IsNullOrWhiteSpace(content) => new Refusal.Input("content", "notice-needs-content"),
        _ when string.IsNullOrWhiteSpace(proof) => new Refusal.Law("SPC16-3(3)", "notice-needs-proof"),
        _ => new object[] { new PetitionNoticeServed("process", method, proof.Trim(), content.Trim()) },
    };

    /// <summary>The petitioner takes the petition back; only on a signed request (GC21-16). Nothing follows from it for a later contact.</summary>
    public static Decision<object> Withdraw(Petition petition, string? document, string? reason) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when string.IsNullOrWhiteSpace(document) => new Refusal.Law("GC21-16", "withdraw-needs-signed-request"),
        _ => new object[] { new PetitionWithdrawn(document.Trim(), Blank(reason)) },
    };

    /// <summary>
    /// A cause named the wrong colleague: with reason and proof it points at another, or at nobody. The one who is concerned has no hand in it; where a
    /// contact accuses the same person, the bar stays.
    /// </summary>
    /// <param name="was">Whom the cause names.</param>
    /// <param name="now">Whom it means; null where it means nobody.</param>
    public static Decision<object> CorrectConcern(Petition petition, Guid was, Guid? now, string? reason, string? proof, Actors by) => petition switch
    {
        _ when NobodyConcerned(petition) is { } none => none,
        _ when !petition.Acceptance.Accepted!.Concerned.Contains(was) => new Refusal.Input("was", "concern-not-named"),
        _ when by.Include(was) => new Refusal.Authority(CorrectingConcern, "concern-own"),
        _ when now is { } other && petition.Acceptance.Accepted.Concerned.Contains(other) => new Refusal.Input("now", "concern-same"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("GC21-5(1)", "concern-needs-reason"),
        _ when string.IsNullOrWhiteSpace(proof) => new Refusal.Law("GC21-5(1)", "concern-needs-proof"),
        _ => new object[] { new PetitionConcernCorrected(was, now, reason.Trim(), proof.Trim()) }.Concat(now is { } other ? Teaming.FallOut(petition, [other]) : []).ToArray(),
    };

    /// <summary>Why no cause can be corrected; null where one names somebody. Also of a petition that ended: the bar outlives it.</summary>
    public static Refusal? NobodyConcerned(Petition petition) => petition switch
    {
        { Stage: Stage.Voided or Stage.Merged } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Acceptance.Accepted.Concerned.Count: > 0 } => null,
        _ => new Refusal.State("concern-none"),
    };

    /// <summary>Why the petition cannot be accepted, whatever is given; null when it can.</summary>
    public static Refusal? NotAcceptable(Petition petition) => petition switch
    {
        { Stage: Stage.Accepted } => new Refusal.State("petition-accepted"),
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Acceptance.Decline: not null } => new Refusal.State("decline-open"),
        { Acceptance.Classified: null } => new Refusal.Law("SPC16-1", "accept-needs-class"),
        { Opened.CaseNumber: null } => new Refusal.Law("GC21-6a(1)", "accept-needs-case"),
        _ => null,
    };

    /// <summary>Why no acceptance notice can be served now; null when one is owed.</summary>
    public static Refusal? NoNotice(Petition petition) => petition.Acceptance switch
    {
        { Accepted: null } => new Refusal.Law("GC21-16", "notice-before-acceptance"),
        { NoticeServed: true } => new Refusal.State("notice-already-served"),
        _ when !petition.IsOpen => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ => null,
    };

    /// <summary>Why nothing more is told; null when something can be.</summary>
    public static Refusal? Silent(Petition petition) =>
        petition.Stage is Stage.Voided or Stage.Merged ? new Refusal.State("petition-not-open", petition.Stage.Code) : null;

    private static Refusal? Refuse(Accept command, Petition petition, CodeList? causes) => petition switch
    {
        _ when NotAcceptable(petition) is { } not => not,
        _ when command.Capacity == Capacity.Unknown => new Refusal.Law("GC21-6a(1)", "accept-needs-capacity"),
        _ when command.Capacity == Capacity.Agent && string.IsNullOrWhiteSpace(command.Authorisation) => new Refusal.Law("GC21-15(3)", "accept-needs-authorisation"),
        _ when command.Capacity != petition.Acceptance.Capacity => new Refusal.Input("capacity", "accept-capacity-differs"),
        _ when causes is null => Worded(command),
        _ when command.Causes.Count == 0 => new Refusal.Law("GC21-6a(1)", "accept-needs-cause"),
        _ => command.Causes.Select(code => Wrong(code, causes)).FirstOrDefault(wrong => wrong is not null) ?? Unsaid(command),
    };

    /// <summary>Where no instrument in force lists causes, one in words is enough, and no code of another court's list stands for it.</summary>
    private static Refusal.Input? Worded(Accept command) => command switch
    {
        { Causes: [var code, ..] } => new Refusal.Input("causes", "cause-unknown", code),
        _ when string.IsNullOrWhiteSpace(command.OtherCause) => new Refusal.Input("otherCause", "cause-in-words"),
        _ => null,
    };

    private static Refusal? Wrong(string code, CodeList causes) => causes.Items.FirstOrDefault(i => i.Code == code) is { } item
        ? item.Sub.Count == 0 ? null : new Refusal.Law(item.Clause, "cause-needs-sub", item.Name)
        : causes.Items.SelectMany(i => i.Sub).Any(s => s.Code == code) ? null : new Refusal.Input("causes", "cause-unknown", code);

    private static Refusal? Unsaid(Accept command) => command switch
    {
        _ when command.Causes.Contains(Other, StringComparer.Ordinal) && string.IsNullOrWhiteSpace(command.OtherCause) => new Refusal.Law("GC21-6a(8)", "cause-needs-words"),
        { Concerned.Count: 0 } when command.Causes.Intersect(PointAtPersons, StringComparer.Ordinal).Any() && string.IsNullOrWhiteSpace(command.NobodyConcerned) =>
            new Refusal.Law("GC21-5(1)", "cause-points-at-person"),
        _ => null,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
