using Zhixin.Obligations;

namespace Zhixin.Petitions.Acts;

/// <summary>A staff member who may become handler, as the decision needs to know it.</summary>
/// <param name="InPost">Holds a post in which petitions are handled.</param>
public sealed record Candidate(Guid Id, string Name, int Court, bool InPost, IReadOnlyList<string> Posts)
{
    /// <summary>Still works at the court, in whatever post.</summary>
    public bool AtCourt { get; init; } = InPost;
}

/// <summary>Hand the petition to a named handler.</summary>
/// <param name="Reason">Why not the original handler, or why another handler now.</param>
public sealed record Assign(Candidate Handler, IReadOnlyList<Candidate> CoHandlers, string? Reason);

/// <summary>Assignment and acknowledgement (GC21-5, GC21-13).</summary>
public static class Assigning
{
    /// <summary>The act by which receipt is deemed, as rules propose it.</summary>
    public const string DeemedReceipt = "deemed-receipt";

    /// <summary>Who gets the petition. The original handler first; never an accused person; key and hard ones jointly.</summary>
    /// <param name="command">Who shall handle it.</param>
    /// <param name="petition">The petition before.</param>
    /// <param name="original">The original handler as he or she is today; null when unknown.</param>
    /// <param name="actorIsUnitHead">Where a person is accused, only the unit head assigns.</param>
    public static Decision<object> Decide(Assign command, Petition petition, Candidate? original, bool actorIsUnitHead) =>
        Refuse(command, petition, original, actorIsUnitHead) is { } refusal ? refusal : Assigned(command, petition, original).ToArray();

    /// <summary>The named handler says that it has arrived; opens the meet and reply clocks, unless they run already.</summary>
    /// <param name="petition">The petition before.</param>
    /// <param name="actor">Must be the named handler.</param>
    /// <param name="on">The day of receipt.</param>
    /// <param name="today">Not later than this.</param>
    public static Decision<object> Acknowledge(Petition petition, Guid actor, DateOnly on, DateOnly today) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Assignment: null } => new Refusal.Law("GC21-13", "acknowledge-nobody-named"),
        { Assignment: { } a } when a.Handler != actor => new Refusal.Law("GC21-13", "acknowledge-not-the-handler", a.HandlerName),
        _ when on > today => new Refusal.Input("on", "date-in-future", on),
        _ when on < petition.FirstReceivedOn => new Refusal.Input("on", "before-receipt", petition.FirstReceivedOn),
        { Assignment.AcknowledgedOn: not null } when !Awaits(petition) => new Refusal.State("already-acknowledged"),
        _ => new object[] { new PetitionAcknowledged(actor, petition.ReceiptOn is null ? "start" : "running") },
    };

    /// <summary>
    /// The person on whose desk something owed lies: who is named for it, or the handler who has yet to acknowledge, since the unit owes that
    /// until then and only the handler can end it (GC21-13). Null where it is the unit's alone.
    /// </summary>
    public static Guid? FallsTo(Petition petition, Obligation owed) =>
        owed.Person ?? (petition.IsOpen && owed.Rule.OnBreach.Propose.Contains(DeemedReceipt) ? petition.Assignment?.Handler : null);

    /// <summary>
    /// The clock whose end deems receipt, when that day is over and nobody has acknowledged; null otherwise. The earliest counts.
    /// </summary>
    public static Obligation? Unacknowledged(Petition petition, DateOnly today) => petition is { IsOpen: true, ReceiptOn: null }
        ? petition.Obligations.Where(o => o.IsOpen && o.Due < today && o.Rule.OnBreach.Propose.Contains(DeemedReceipt)).MinBy(o => (o.Due, o.No))
        : null;

    /// <summary>
    /// Nobody acknowledged by the due date of the hand-over clock: receipt is deemed on that day, naming the unit. The clock stays
    /// breached until a person acknowledges.
    /// </summary>
    public static Decision<object> DeemReceipt(Petition petition, int obligation, DateOnly today)
    {
        var owed = petition.Obligations.FirstOrDefault(o => o.No == obligation);
        return owed switch
        {
            _ when !petition.IsOpen => new Refusal.State("petition-not-open", petition.Stage.Code),
            null or { IsOpen: false } => new Refusal.State("obligation-settled"),
            _ when !owed.Rule.OnBreach.Propose.Contains("deemed-receipt") => new Refusal.State("obligation-no-receipt"),
            { Due: null } => new Refusal.State("obligation-undated"),
            { Due: { } due } when today <= due => new Refusal.Law("GC21-13", "deemed-too-early", due),
            _ when petition.ReceiptOn is not null => new Refusal.State("receipt-known"),
            _ => new object[] { new PetitionReceiptDeemed(owed.Unit, petition.Assignment?.Handler, obligation, "start") },
        };
    }

    private static Refusal? Refuse(Assign command, Petition petition, Candidate? original, bool actorIsUnitHead)
    {
        var named = command.CoHandlers.Prepend(command.Handler).ToList();
        return petition switch
        {
            { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
            _ when named.FirstOrDefault(n => petition.Accused.Contains(n.Id)) is { } accused =>
                new Refusal.Law("GC21-5(1)", "assign-accused", accused.Name),
            { Accused.Count: > 0 } when !actorIsUnitHead => new Refusal.Law("GC21-5(1)", "assign-accusation-unit-head"),
            _ when named.FirstOrDefault(n => !Fits(n, command, original) || n.Court != petition.Opened.Responsible) is { } gone =>
                new Refusal.Input("handler", "handler-not-in-post", gone.Name),
            { Priority: not Priority.Ordinary } when command.CoHandlers.Count == 0 => new Refusal.Law("GC21-5(3)", "assign-joint"),
            { Assignment: { } now } when Stays(command, petition) && now.CoHandlers.ToHashSet().SetEquals(command.CoHandlers.Select(c => c.Id)) =>
                new Refusal.State("already-assigned", now.HandlerName),
            { Assignment: not null } when !Stays(command, petition) && Empty(command.Reason) => new Refusal.Input("reason", "reason-required"),
            _ => Empty(command.Reason) ? LeavesOut(command, petition, original) : null,
        };
    }

    /// <summary>
    /// Why the original handler cannot be left out without a reason: he or she handles an ordinary petition, with others a key or hard one, and helps the
    /// team when no longer in enforcement. Null where nobody is left out, or the one left out is accused.
    /// </summary>
    private static Refusal.Law? LeavesOut(Assign command, Petition petition, Candidate? original) => original switch
    {
        null => null,
        _ when petition.Accused.Contains(original.Id) || original.Id == command.Handler.Id => null,
        { InPost: false } when !Helps(command, original) => new Refusal.Law("GC21-5(2)", "assign-with-original-or-reason", original.Name),
        { InPost: true } when petition.Priority == Priority.Ordinary => new Refusal.Law("GC21-5(1)", "assign-original-first", original.Name),
        { InPost: true } when !Helps(command, original) => new Refusal.Law("GC21-5(3)", "assign-joint-original", original.Name),
        _ => null,
    };

    private static bool Helps(Assign command, Candidate original) => command.CoHandlers.Any(c => c.Id == original.Id);

    /// <summary>Whether the handler stays and only who helps is named anew.</summary>
    private static bool Stays(Assign command, Petition petition) => petition.Assignment?.Handler == command.Handler.Id;

    /// <summary>Whoever handles is in post; the original handler who left enforcement but not the court may still help the team (GC21-5(2)).</summary>
    private static bool Fits(Candidate named, Assign command, Candidate? original) =>
        named.InPost || (named.AtCourt && named.Id == original?.Id && named.Id != command.Handler.Id);

    private static IEnumerable<object> Assigned(Assign command, Petition petition, Candidate? original)
    {
        if (Stays(command, petition))
        {
            yield return new PetitionCoHandlersNamed([.. command.CoHandlers.Select(c => c.Id)], Ground(command, petition, original), command.Reason);
            yield break;
        }

        if (petition.Assignment is { } before)
        {
            yield return new PetitionUnassigned(before.Handler, "reassigned");
        }

        yield return new PetitionAssigned(
            command.Handler.Id, command.Handler.Name, [.. command.CoHandlers.Select(c => c.Id)], Ground(command, petition, original), command.Reason);
    }

    private static AssignmentGround Ground(Assign command, Petition petition, Candidate? original) => petition switch
    {
        { Accused.Count: > 0 } => AssignmentGround.AccusationUnitHead,
        { Priority: not Priority.Ordinary } => AssignmentGround.Joint,
        _ when original?.Id == command.Handler.Id => AssignmentGround.OriginalHandler,
        _ when original is { InPost: false } && Helps(command, original) => AssignmentGround.TeamWithOriginalHandler,
        _ => AssignmentGround.Other,
    };

    private static bool Awaits(Petition petition) =>
        petition.Obligations.Any(o => o.IsOpen && o.Rule.FulfilledBy.Contains("petition.acknowledged"));

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
