using Zhixin.Petitions;

namespace Zhixin.Web.Petitions;

/// <summary>What handling and procedures have come to, as JSON.</summary>
public sealed partial record PetitionJson
{
    /// <summary>Meetings, opinion, reply, resolution.</summary>
    public required Work Handling { get; init; }

    /// <summary>What leads to procedures.</summary>
    public required IReadOnlyList<Objection> Objections { get; init; }

    /// <summary>Claims about a closed case.</summary>
    public required IReadOnlyList<Closing> ClosingClaims { get; init; }

    /// <summary>What somebody asked another to decide.</summary>
    public required IReadOnlyList<Asked> Approvals { get; init; }

    /// <summary>How far handling has come.</summary>
    /// <param name="ReplyTalk">How the answer was given in person; null where that was not recorded.</param>
    public sealed record Work(int Meetings, OpinionState? Opinion, DateOnly? RepliedOn, string? Finding, string? Resolution, ReplyTalk? ReplyTalk);

    /// <summary>The opinion as it stands; approved is null while it waits.</summary>
    public sealed record OpinionState(string Finding, string Progress, string Result, bool? Approved, string? ReturnedBecause);

    /// <summary>A paper that is an objection: "act" or "outsider"; ended as "not-accepted", "ruled" or "withdrawn".</summary>
    public sealed record Objection(int No, string Kind, bool Titled, DateOnly ReceivedOn, string? Number, DateOnly? FiledOn, bool Notified, string? Ended, DateOnly? EndedOn);

    /// <summary>A claim that a closed case is not enforced: closed as "enforced" or "this-round".</summary>
    public sealed record Closing(int No, string ClosedAs, DateOnly ReceivedOn, bool Answered);

    /// <summary>What waits for a decision, or was decided; agreed is null while it waits and where it fell away.</summary>
    public sealed record Asked(int No, string Act, DateOnly AskedOn, Guid AskedBy, DateOnly? DecidedOn, bool? Agreed);

    private static Work Worked(Handling handling) => new(
        handling.Meetings,
        handling.Opinion is { Submitted: var opinion } state
            ? new OpinionState(Code<Finding>(opinion.Finding)!, opinion.Progress, opinion.Result, state.Approved, state.ReturnedBecause) : null,
        handling.RepliedOn, Code(handling.Reply?.Finding), Code(handling.Resolution?.Ground), handling.Reply?.Talk);

    private static Objection Of(Conversion c) => new(
        c.Owed.No, Code<ObjectionKind>(c.Owed.Kind)!, c.Owed.Titled, c.Owed.ReceivedOn, c.Number, c.FiledOn, c.Notified, Code(c.Ended), c.EndedOn);
}
