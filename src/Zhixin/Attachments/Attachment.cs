using Zhixin.History;

namespace Zhixin.Attachments;

/// <summary>Where an attachment stands.</summary>
public enum AttachmentState
{
    /// <summary>Kept, and not looked at by a scanner.</summary>
    Received,

    /// <summary>A scanner found nothing.</summary>
    Checked,

    /// <summary>A scanner found something; never served.</summary>
    Refused,
}

/// <summary>The fold of an attachment's stream.</summary>
/// <param name="Reason">Why it was refused; null otherwise.</param>
/// <param name="Withdrawal">Why it was withdrawn, whatever a scanner says of it; null where it stands.</param>
public sealed record Attachment(StreamId Id, int Version, AttachmentReceived Facts, AttachmentState State, string? Reason, AttachmentWithdrawn? Withdrawal = null)
{
    /// <summary>Folds a history; the first fact is the receipt.</summary>
    public static Attachment Fold(StreamId id, IEnumerable<DatedFact> facts) =>
        facts.Aggregate((Attachment?)null, (attachment, fact) => Apply(id, attachment, fact.Fact)) ?? throw NoBeginning();

    /// <summary>The attachment after one more fact.</summary>
    public Attachment After(DatedFact fact) => Apply(Id, this, fact.Fact);

    /// <summary>What a scanner said, as a fact; null when the attachment was judged before.</summary>
    /// <param name="found">What was found; null when nothing was.</param>
    public object? Judge(string scanner, string? found) => State != AttachmentState.Received ? null
        : found is null ? new AttachmentChecked(scanner) : new AttachmentRefused(scanner, found);

    /// <summary>Withdraws it: once, and for a reason.</summary>
    public Decision<object> Withdraw(string? reason) => this switch
    {
        { Withdrawal: not null } => new Refusal.State("attachment-withdrawn-before"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new AttachmentWithdrawn(reason.Trim()) },
    };

    private static Attachment Apply(StreamId id, Attachment? before, object fact) => (before, fact) switch
    {
        (null, AttachmentReceived received) => new Attachment(id, 1, received, AttachmentState.Received, null),
        (null, _) => throw NoBeginning(),
        (_, AttachmentChecked) => before with { Version = before.Version + 1, State = AttachmentState.Checked },
        (_, AttachmentRefused refused) => before with { Version = before.Version + 1, State = AttachmentState.Refused, Reason = refused.Reason },
        (_, AttachmentWithdrawn withdrawn) => before with { Version = before.Version + 1, Withdrawal = withdrawn },
        _ => throw new InvalidDataException($"{fact.GetType().Name} is no fact of an attachment."),
    };

    private static InvalidDataException NoBeginning() => new("An attachment begins with its receipt.");
}
