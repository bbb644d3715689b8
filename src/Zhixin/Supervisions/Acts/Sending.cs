using Zhixin.Courts;

namespace Zhixin.Supervisions.Acts;

/// <summary>Send a letter to a court under one's own.</summary>
/// <param name="To">Null where what was given is no court.</param>
public sealed record SendLetter(
    LetterKind Kind, Court From, Court? To, string? Demands, string? Materials, DateOnly? Due, bool InPerson, bool WithFile, string? Platform);

/// <summary>What sending has to know.</summary>
/// <param name="Superiors">The superiors of a court, nearest first.</param>
/// <param name="Barred">What bars superiors in the petition that it stands on (SPC16-7, 8, 14(3), 18); null where nothing does.</param>
public sealed record SendingRules(Func<int, IReadOnlyList<Court>> Superiors, Refusal.Law? Barred, DateOnly Today);

/// <summary>
/// Letters and dispatches 督办函、监督函、转办、交办 (HNI-4, HNP-8 to 10, 12): each with what it asks, its materials and its date. The lower court has it at once.
/// </summary>
public static partial class Sending
{
    /// <summary>The acts in the authority matrix, by kind.</summary>
    public static string Act(LetterKind kind) => kind switch
    {
        LetterKind.Review => "issue-review-letter",
        LetterKind.DirectTransfer => "dispatch-direct",
        LetterKind.TransferWithResult => "dispatch-with-result",
        LetterKind.HandDown => "dispatch-hand-down",
        LetterKind.Child => "issue-child-letter",
        LetterKind.Supervision => "issue-supervision-letter",
    };

    /// <summary>The letter goes, and is there. Its number comes with its paper.</summary>
    public static Decision<object> Decide(Supervision supervision, SendLetter command, SendingRules rules) =>
        NotSendable(supervision, command.Kind, command.From.Number) is { } not ? not : Compose(supervision, command, rules);

    private static Decision<object> Compose(Supervision supervision, SendLetter command, SendingRules rules)
    {
        if (Unsendable(supervision, command.Kind, command.From.Number) is { } not)
        {
            return not;
        }

        return command.To is not { } to ? new Refusal.Input("court", "court-unknown", string.Empty)
            : (rules.Barred ?? WrongWay(supervision, command, to, rules) ?? Missing(supervision, command, rules) ?? Contradicts(supervision, command, to, rules.Today)) is { } refusal ? refusal
            : Facts(supervision, command, to, rules.Today).ToArray();
    }

    /// <summary>Why this court sends nothing of the kind, whatever is given; null when it can.</summary>
    public static Refusal? NotSendable(Supervision supervision, LetterKind kind, int from) =>
        Unsendable(supervision, kind, from) ?? (supervision.Draft(from) is { } waiting ? new Refusal.State("letter-draft-waits", waiting.On) : null);

    private static Refusal? Unsendable(Supervision supervision, LetterKind kind, int from) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        { Reviewed: null } => new Refusal.Law("HNI-4", "supervision-not-reviewed"),
        _ when kind == LetterKind.Child => supervision.Court == from ? new Refusal.Law("HNI-2", "child-letter-of-lead") : supervision.Open.Any() ? null : new Refusal.State("child-letter-nothing-sent"),
        _ when kind == LetterKind.HandDown && Held(supervision, from) is not null => null,
        _ when supervision.Court != from => new Refusal.Law("HNI-2", "supervision-not-lead"),
        _ when kind == LetterKind.Review && !supervision.OwesReviewLetter => new Refusal.Law("HNP-12", "review-letter-needs-opinion"),
        _ when Asked(kind) is { } mode && supervision.Mode != mode => new Refusal.State("supervision-other-mode", supervision.Mode?.ToString() ?? string.Empty),
        _ => null,
    };

    /// <summary>The letter by which a court itself has the matter from above; null where it has none.</summary>
    internal static Letter? Held(Supervision supervision, int court) => supervision.Open.LastOrDefault(l => l.Issued.To == court && l.Issued.Letter == LetterKind.HandDown);

    private static SupervisionMode? Asked(LetterKind kind) => kind switch
    {
        LetterKind.DirectTransfer => SupervisionMode.DirectTransfer,
        LetterKind.TransferWithResult => SupervisionMode.TransferWithResult,
        LetterKind.HandDown => SupervisionMode.HandDown,
        LetterKind.Supervision or LetterKind.Review or LetterKind.Child => null,
    };

    private static Refusal? WrongWay(Supervision supervision, SendLetter command, Court to, SendingRules rules) => rules.Superiors(to.Number) switch
    {
        var above when to.Number != command.From.Number && above.All(s => s.Number != command.From.Number) => new Refusal.Law("HNI-2", "supervision-not-below", to.Name),
        _ when to.Number != supervision.Enforcing && rules.Superiors(supervision.Enforcing).All(s => s.Number != to.Number) => new Refusal.Law("HNI-2", "letter-beside-the-way", to.Name),
        _ when command.Kind is LetterKind.DirectTransfer && (command.From.Level != CourtLevel.High || to.Number != supervision.Enforcing) => new Refusal.Law("HNP-8", "letter-straight-from-high"),
        _ when command.Kind is LetterKind.TransferWithResult && (command.From.Level != CourtLevel.High || to.Number != supervision.Enforcing) => new Refusal.Law("HNP-9", "letter-straight-from-high"),
        _ when command.Kind is LetterKind.Review && command.From.Level != CourtLevel.High => new Refusal.Law("HNP-12", "review-letter-only-high"),
        var above when command.Kind is LetterKind.HandDown && above[0].Number != command.From.Number => new Refusal.Law("HNP-10", "hand-down-next-level", above.TakeWhile(s => s.Number != command.From.Number).Last().Name),
        _ when supervision.Open.Any(l => l.Issued.From == command.From.Number && l.Issued.To == to.Number && l.Issued.Letter == command.Kind) => new Refusal.State("supervision-letter-runs", to.Name),
        _ => null,
    };

    private static Refusal? Missing(Supervision supervision, SendLetter command, SendingRules rules)
    {
        var dated = Clause(command.Kind);
        return command switch
        {
            _ when string.IsNullOrWhiteSpace(command.Demands) => new Refusal.Law("HNI-4", "supervision-letter-needs-demands"),
            _ when string.IsNullOrWhiteSpace(command.Materials) => new Refusal.Law("HNI-4", "supervision-letter-needs-materials"),
            { Kind: LetterKind.Child, Due: not null } => new Refusal.Law("HNI-2", "child-letter-has-no-date"),
            { Kind: LetterKind.DirectTransfer, Due: not null } => new Refusal.Law("HNP-8", "direct-transfer-has-no-date"),
            { Kind: LetterKind.Child or LetterKind.DirectTransfer } => null,
            { Due: null } => new Refusal.Law(dated, "supervision-letter-needs-date"),
            { Due: { } due } when due < rules.Today => new Refusal.Input("due", "hand-down-due-past", rules.Today),
            { Due: { } due } when Held(supervision, command.From.Number)?.DueOn is { } own && due > own => new Refusal.Law("HNP-10", "hand-down-due-after-own", own),
            _ => null,
        };
    }

    /// <summary>
    /// Nobody owes one report by two dates (HNI-2): while a court still has time to report on a letter, another superior gives it no date, and the same one no
    /// other. What is overdue stays so, and stands in no other letter's way.
    /// </summary>
    private static Refusal.Law? Contradicts(Supervision supervision, SendLetter command, Court to, DateOnly today) =>
        supervision.Open.FirstOrDefault(l => command.Due is not null && l.Issued.To == to.Number && !l.IsReported && l.DueOn >= today && (l.Issued.From != command.From.Number || l.DueOn != command.Due))
            is { DueOn: { } due } running ? new Refusal.Law("HNI-2", "letter-second-date", to.Name, running.Issued.Number, due) : null;

    private static string Clause(LetterKind kind) => kind switch
    {
        LetterKind.TransferWithResult => "HNP-9",
        LetterKind.HandDown => "HNP-10",
        LetterKind.Supervision or LetterKind.Review or LetterKind.DirectTransfer or LetterKind.Child => "HNI-6",
    };

    private static IEnumerable<object> Facts(Supervision supervision, SendLetter command, Court to, DateOnly today)
    {
        var no = supervision.Letters.Count + 1;
        var (demands, materials) = (command.Demands!.Trim(), command.Materials!.Trim());
        if (command.From.Number == supervision.Court)
        {
            foreach (var fact in Dispatched(command, no))
            {
                yield return fact; // Before the letter: what goes another way than by a letter of HNI-4 fulfils the clock of its own way, and ends the one of the letter.
            }
        }

        yield return new SupervisionLetterIssued(
            no, command.Kind == LetterKind.Child ? null : Held(supervision, command.From.Number)?.No, command.Kind, command.From.Number, to.Number, string.Empty, supervision.Ground, demands, materials, command.Due, command.InPerson, command.WithFile);
        if (command.Kind != LetterKind.Child)
        {
            yield return new SupervisionLetterReceived(no, command.Kind, today, command.Due is not null, command.Due); // What is added beside the lead begins no clock.
        }

        if (command.Kind == LetterKind.DirectTransfer)
        {
            yield return new SupervisionClosed("passed-on", to.Name);
        }
    }

    private static IEnumerable<object> Dispatched(SendLetter command, int no) => command.Kind switch
    {
        LetterKind.DirectTransfer => [new SupervisionDispatchedDirect(no, string.IsNullOrWhiteSpace(command.Platform) ? null : command.Platform.Trim())],
        LetterKind.TransferWithResult => [new SupervisionDispatchedWithResult(no, command.Due!.Value)],
        LetterKind.HandDown => [new SupervisionHandedDown(no, command.Due!.Value)],
        LetterKind.Supervision or LetterKind.Review or LetterKind.Child => [],
    };
}
