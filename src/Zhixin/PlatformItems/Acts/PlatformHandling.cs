using Zhixin.Courts;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.PlatformItems.Acts;

/// <summary>Enter an item of the platform.</summary>
/// <param name="To">Null where what was given is no court.</param>
/// <param name="ReceivedOn">Null for today.</param>
public sealed record EnterItem(Court From, Court? To, string? External, string? Kind, string? CaseNumber, string? Content, DateOnly? ReceivedOn, DateOnly? Due);

/// <summary>What entering has to know.</summary>
/// <param name="Known">Number of the item that stands under the same kind and number already; null for none.</param>
public sealed record EnteringRules(Func<int, IReadOnlyList<Court>> Superiors, CodeList Kinds, string? Known, DateOnly Today);

/// <summary>The life of an item of the platform (HNP-16, 18, 19).</summary>
public static class PlatformHandling
{
    /// <summary>The act of entering, in the authority matrix.</summary>
    public const string Entering = "enter-platform-item";

    /// <summary>The act of whoever checks and confirms, in the authority matrix.</summary>
    public const string Confirming = "confirm-platform-item";

    /// <summary>An item comes in for a court below. The number comes when it is written.</summary>
    public static Decision<PlatformItemReceived> Enter(EnterItem command, EnteringRules rules) => command switch
    {
        _ when rules.Kinds.Find(command.Kind ?? string.Empty) is null => new Refusal.Input("kind", "platform-kind-unknown", command.Kind ?? string.Empty),
        { To: null } => new Refusal.Input("court", "court-unknown", string.Empty),
        { To: { } to } when rules.Superiors(to.Number).All(s => s.Number != command.From.Number) => new Refusal.Law("HNP-18", "platform-not-below", to.Name),
        _ when Empty(command.External) => new Refusal.Input("external", "platform-needs-number"),
        _ when rules.Known is { } known => new Refusal.Input("external", "platform-item-known", known),
        _ when Empty(command.Content) => new Refusal.Input("content", "platform-needs-content"),
        { ReceivedOn: { } on } when on > rules.Today => new Refusal.Input("receivedOn", "date-in-future", on),
        { ReceivedOn: { } on } when on < Calendar.WorkCalendar.First => new Refusal.Input("receivedOn", "date-too-early", Calendar.WorkCalendar.First),
        { Due: { } due, ReceivedOn: var on } when due < (on ?? rules.Today) => new Refusal.Input("due", "platform-due-before-receipt", on ?? rules.Today),
        { To: { } to } => new[]
        {
            new PlatformItemReceived(
                string.Empty, command.External!.Trim(), command.Kind!, command.From.Number, to.Number, Empty(command.CaseNumber) ? null : command.CaseNumber!.Trim(), command.Content!.Trim(),
                command.ReceivedOn ?? rules.Today, command.Due is not null, command.Due),
        },
    };

    /// <summary>The lower court names who handles it (HNP-19).</summary>
    public static Decision<object> Name(PlatformItem item, int court, Candidate? handler, string? phone) => item switch
    {
        _ when Against(item, court, below: true) is { } not => not,
        _ when handler is null || !handler.InPost || handler.Court != court => new Refusal.Input("handler", "handler-not-in-post", handler?.Name ?? string.Empty),
        { Handler.Handler: var named } when named == handler.Id => new Refusal.State("already-assigned", handler.Name),
        _ => new object[] { new PlatformItemHandlerNamed(handler.Id, handler.Name, Empty(phone) ? null : phone!.Trim()) },
    };

    /// <summary>The superior names who checks and confirms (HNP-18).</summary>
    /// <param name="confirming">The posts that may confirm: nobody else could settle it.</param>
    public static Decision<object> NameVerifier(PlatformItem item, int court, Candidate? verifier, IReadOnlyCollection<string> confirming) => item switch
    {
        _ when Against(item, court, below: false) is { } not => not,
        _ when verifier is null || !verifier.AtCourt || verifier.Court != court => new Refusal.Input("verifier", "handler-not-in-post", verifier?.Name ?? string.Empty),
        _ when !verifier.Posts.Any(confirming.Contains) => new Refusal.Input("verifier", "platform-verifier-post", verifier.Name),
        { Verifier.Verifier: var named } when named == verifier.Id => new Refusal.State("already-assigned", verifier.Name),
        _ => new object[] { new PlatformItemVerifierNamed(verifier.Id, verifier.Name) },
    };

    /// <summary>The handler replied "completed" (HNP-18).</summary>
    public static Decision<object> Complete(PlatformItem item, int court, string? reply, string? document, Actors by) => item switch
    {
        _ when Against(item, court, below: true) is { } not => not,
        { Handler: null } => new Refusal.Law("HNP-19", "platform-needs-handler"),
        { Completed: not null } => new Refusal.State("platform-completed"),
        _ when Empty(reply) => new Refusal.Law("HNP-18", "platform-needs-reply"),
        _ when Empty(document) => new Refusal.Law("HNP-18", "platform-needs-proof"),
        _ => new object[] { new PlatformItemCompleted(reply!.Trim(), document!.Trim(), by.Person, by.For) },
    };

    /// <summary>The superior's named person confirms, and the item is over (HNP-18).</summary>
    public static Decision<object> Confirm(PlatformItem item, int court, string? opinion, Actors by) => Checked(item, court, by) is { } not ? not
        : Empty(opinion) ? new Refusal.Law("HNP-18", "platform-needs-opinion")
        : new object[] { new PlatformItemConfirmed(opinion!.Trim()), new PlatformItemClosed("confirmed") };

    /// <summary>The superior's named person finds that it is not done: it is to be done by the new date, or by the old one where no new one is set.</summary>
    public static Decision<object> Return(PlatformItem item, int court, string? reason, DateOnly? due, DateOnly today, Actors by) => Checked(item, court, by) is { } not ? not
        : Empty(reason) ? new Refusal.Law("HNP-18", "platform-return-needs-reason")
        : due < today ? new Refusal.Input("due", "hand-down-due-past", today)
        : new object[] { new PlatformItemReturned(reason!.Trim(), due is not null, due ?? item.DueOn) };

    /// <summary>Something is done about an overdue item, by one of the pack's means (HNP-16).</summary>
    public static Decision<object> Press(PlatformItem item, int court, string? means, string? content, CodeList list, DateOnly today) => item switch
    {
        _ when Against(item, court, below: false) is { } not => not,
        _ when !item.Obligations.Any(o => o.IsOpen && o.Opened.Court == item.Received.To && o.IsBreached(today)) => new Refusal.Law("HNP-16", "platform-not-overdue"),
        _ when list.Find(means ?? string.Empty) is null => new Refusal.Input("means", "platform-means-unknown", means ?? string.Empty),
        _ when Empty(content) => new Refusal.Law("HNP-16", "platform-press-needs-content"),
        _ => new object[] { new PlatformItemPressed(means!, content!.Trim()) },
    };

    /// <summary>The superior takes it back, with the reason.</summary>
    public static Decision<object> TakeBack(PlatformItem item, int court, string? reason) => item switch
    {
        _ when Against(item, court, below: false) is { } not => not,
        _ when Empty(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new PlatformItemClosed(reason!.Trim()) },
    };

    /// <summary>Why a court does nothing on an item, from its side; null when it can.</summary>
    public static Refusal? Against(PlatformItem item, int court, bool below) => item switch
    {
        { IsOpen: false } => new Refusal.State("platform-over"),
        _ when (below ? item.Received.To : item.Received.From) != court => new Refusal.State("platform-not-yours"),
        _ => null,
    };

    /// <summary>Why nobody of the court confirms or returns now; null when there is a reply to check.</summary>
    public static Refusal? NothingToCheck(PlatformItem item, int court) => Against(item, court, below: false) ?? (item.Completed is null ? new Refusal.State("platform-not-completed") : null);

    private static Refusal? Checked(PlatformItem item, int court, Actors by) => NothingToCheck(item, court) ?? item switch
    {
        { Verifier: null } => new Refusal.Law("HNP-18", "platform-needs-verifier"),
        { Verifier: { Verifier: var verifier, VerifierName: var name } } when !by.Include(verifier) => new Refusal.Law("HNP-18", "platform-not-verifier", name),
        _ => null,
    };

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
