using System.Globalization;
using Zhixin.Intake;

namespace Zhixin.Petitions.Acts;

/// <summary>Announce a hearing.</summary>
/// <param name="Why">Needed where the petition is neither flagged nor hard.</param>
/// <param name="Time">"14:30".</param>
public sealed record AnnounceHearing(
    string? Why, DateOnly? Day, string? Time, string? Place, bool Public, string? Presider, IReadOnlyList<Capacity> Parties, string? Others);

/// <summary>
/// Hearings 听证 (GC21-9, SPC09-1.3): announced, served on every party with proof, held on the announced day, or cancelled with a reason. For a
/// major or complex petition the hearing is required and public; nothing waives it.
/// </summary>
public static class HearingHolding
{
    private const string TimeForm = "HH:mm";

    /// <summary>The hearing is announced; one at a time.</summary>
    /// <param name="on">The day of the announcement; the hearing is not earlier.</param>
    public static Decision<object> Announce(Petition petition, AnnounceHearing command, DateOnly on) => petition switch
    {
        _ when NotAnnounceable(petition) is { } not => not,
        _ when ReasonOf(petition) == HearingReason.Other && Empty(command.Why) => new Refusal.Law("GC21-9", "hearing-needs-reason"),
        _ when petition.Measures.Hearings.IsOwed && !command.Public => new Refusal.Law("SPC09-1.3", "hearing-must-be-public"),
        _ when command.Day is null => new Refusal.Input("day", "hearing-needs-day"),
        _ when command.Day < on => new Refusal.Input("day", "hearing-day-past", on),
        _ when !TimeOnly.TryParseExact(command.Time, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => new Refusal.Input("time", "hearing-needs-time"),
        _ when Empty(command.Place) => new Refusal.Law("GC21-9", "hearing-needs-place"),
        _ when Empty(command.Presider) => new Refusal.Input("presider", "hearing-needs-presider"),
        _ when !Concerns(petition, command.Parties) => new Refusal.Law("GC21-9", "hearing-needs-parties"),
        _ => new object[] { Announced(petition, command) },
    };

    /// <summary>A party has the notice, with proof, at the latest on the day of the hearing.</summary>
    public static Decision<object> Serve(Petition petition, Capacity party, ServiceMethod method, string? proof, DateOnly on) => petition.Measures.Hearings.Pending switch
    {
        _ when NotPending(petition) is { } not => not,
        { Announced: var announced } when !announced.Parties.Contains(party) => new Refusal.Input("party", "hearing-party-unknown"),
        { Served: var served } when served.Any(s => s.Party == party) => new Refusal.State("hearing-party-served"),
        { Announced.Day: var day } when on > day => new Refusal.Input("on", "hearing-served-late", day),
        _ when Empty(proof) => new Refusal.Law("GC21-9", "hearing-notice-needs-proof"),
        { Announced.No: var no } => new object[] { new PetitionHearingNoticeServed(no, party, method, proof!.Trim()) },
        null => NotPending(petition)!,
    };

    /// <summary>The hearing was held on its day; who did not come must have been served, and then keeps nothing from being held.</summary>
    public static Decision<object> Hold(Petition petition, PetitionHearingHeld held, DateOnly on) => petition.Measures.Hearings.Pending switch
    {
        _ when NotPending(petition) is { } not => not,
        { Announced.Day: var day } when on != day => new Refusal.Input("on", "hearing-other-day", day),
        { } hearing when Unserved(hearing, held.Present).Any() => new Refusal.Law("GC21-9", "hearing-party-not-served"),
        _ when petition.Measures.Hearings.IsOwed && !held.Public => new Refusal.Law("SPC09-1.3", "hearing-must-be-public"),
        _ when Empty(held.Content) => new Refusal.Law("GC21-9", "hearing-needs-content"),
        _ when Empty(held.Result) => new Refusal.Law("GC21-9", "hearing-needs-result"),
        _ when Working.Unsigned(held.Signing) is { } unsigned => unsigned,
        _ when Empty(held.Minutes) => new Refusal.Law("GC21-9", "hearing-needs-minutes"),
        { Announced: var announced } => new object[] { held with { No = announced.No, Absent = [.. announced.Parties.Except(held.Present)] } },
        null => NotPending(petition)!,
    };

    /// <summary>The announced hearing is not held.</summary>
    public static Decision<object> Cancel(Petition petition, string? reason) => petition.Measures.Hearings.Pending switch
    {
        _ when NotPending(petition) is { } not => not,
        _ when Empty(reason) => new Refusal.Input("reason", "reason-required"),
        { Announced.No: var no } => new object[] { new PetitionHearingCancelled(no, reason!.Trim()) },
        null => NotPending(petition)!,
    };

    /// <summary>Why the petition cannot be answered yet: a public hearing is required and was not held. Null where nothing is.</summary>
    public static Refusal? Owed(Petition petition) =>
        petition.Measures.Hearings.IsOwed ? new Refusal.Law("SPC09-1.3", "hearing-required") : null;

    /// <summary>Why no hearing can be announced now; null when one can.</summary>
    public static Refusal? NotAnnounceable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Acceptance.Accepted: null } => new Refusal.Law("GC21-6a(1)", "handling-needs-acceptance"),
        { Measures.Hearings.Pending: { } pending } => new Refusal.State("hearing-pending", pending.Announced.Day),
        _ => null,
    };

    /// <summary>Why there is no hearing to serve, hold or cancel; null where one is announced.</summary>
    public static Refusal? NotPending(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Measures.Hearings.Pending: null } => new Refusal.State("hearing-not-announced"),
        _ => null,
    };

    private static PetitionHearingAnnounced Announced(Petition petition, AnnounceHearing command) => new(
        petition.Measures.Hearings.All.Count + 1, ReasonOf(petition), Blank(command.Why), command.Day!.Value, command.Time!, command.Place!.Trim(), command.Public,
        command.Presider!.Trim(), [.. command.Parties.Distinct()], Blank(command.Others));

    private static HearingReason ReasonOf(Petition petition) => petition switch
    {
        { Measures.Hearings.Flag: { Major: true } } => HearingReason.Major,
        { Measures.Hearings.Flag: { Complex: true } } => HearingReason.Complex,
        { Priority: Priority.Hard } => HearingReason.Hard,
        _ => HearingReason.Other,
    };

    /// <summary>Whether the parties are some, and the petitioner is among them.</summary>
    private static bool Concerns(Petition petition, IReadOnlyList<Capacity> parties) =>
        petition.Acceptance.Capacity is { } capacity && parties.Contains(capacity);

    private static IEnumerable<Capacity> Unserved(Hearing hearing, IReadOnlyList<Capacity> present) =>
        hearing.Announced.Parties.Except(present).Except(hearing.Served.Select(s => s.Party));

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);

    private static string? Blank(string? text) => Empty(text) ? null : text!.Trim();
}
