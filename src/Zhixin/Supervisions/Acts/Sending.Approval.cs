using Zhixin.Courts;
using Zhixin.Petitions.Acts;

namespace Zhixin.Supervisions.Acts;

/// <summary>Agreement before a letter goes out, where a court chose so: drafted, agreed with or given back by another person, sent with the agreement.</summary>
public static partial class Sending
{
    /// <summary>The threshold that says how many persons must agree with a letter beside its drafter.</summary>
    public const string ApprovalNeeded = "letter-approval";

    /// <summary>The act that agrees with a draft, or gives it back.</summary>
    public const string Approving = "approve-supervision-letter";

    /// <summary>A letter that could go out is drafted instead, and waits.</summary>
    public static Decision<object> Draft(Supervision supervision, SendLetter command, SendingRules rules, Actors by) => Decide(supervision, command, rules) switch
    {
        Decision<object>.Refused refused => refused.Why,
        _ => new object[]
        {
            new SupervisionLetterDrafted(
                supervision.Drafts.Count + 1, command.Kind, command.From.Number, command.To!.Number, command.Demands!.Trim(), command.Materials!.Trim(), command.Due, command.InPerson,
                command.WithFile, string.IsNullOrWhiteSpace(command.Platform) ? null : command.Platform.Trim(), by.Person, by.For),
        },
    };

    /// <summary>Another person agrees, and the letter goes out as it would go today; or gives it back.</summary>
    /// <param name="courts">A court by its number.</param>
    public static Decision<object> Approve(Supervision supervision, int court, bool agreed, string? reason, Func<int, Court> courts, SendingRules rules, Actors by)
    {
        if (NotApprovable(supervision, court) is { } not)
        {
            return not;
        }

        var draft = supervision.Draft(court)!.Facts;
        if (by.Include(draft.DraftedBy) || by.Include(draft.DraftedFor))
        {
            return new Refusal.State("decides-own-request");
        }

        if (!agreed)
        {
            return string.IsNullOrWhiteSpace(reason) ? new Refusal.Input("reason", "reason-required") : new object[] { new SupervisionLetterReturned(draft.No, reason.Trim()) };
        }

        var command = new SendLetter(draft.Letter, courts(draft.From), courts(draft.To), draft.Demands, draft.Materials, draft.DueOn, draft.InPerson, draft.WithFile, draft.Platform);
        return Compose(supervision, command, rules) switch
        {
            Decision<object>.Done done => done.Events.Prepend(new SupervisionLetterApproved(draft.No)).ToArray(),
            var refused => refused,
        };
    }

    /// <summary>Why a court has no letter that waits; null where it has one.</summary>
    public static Refusal? NotApprovable(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Draft(court) is null => new Refusal.State("letter-draft-none"),
        _ => null,
    };
}
