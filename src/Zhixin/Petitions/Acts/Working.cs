namespace Zhixin.Petitions.Acts;

/// <summary>Meeting the petitioner, looking into facts, answering the body that sent the matter (GC21-9, 13, 14).</summary>
public static class Working
{
    /// <summary>The petitioner was met; any of three ways counts, with proof. Who will not sign need not: the reason stands instead.</summary>
    public static Decision<object> Meet(Petition petition, PetitionMet met) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when met.Method is not (ServiceMethod.InPerson or ServiceMethod.Video or ServiceMethod.Phone) => new Refusal.Law("GC21-13", "meeting-method"),
        _ when string.IsNullOrWhiteSpace(met.Present) => new Refusal.Input("present", "meeting-needs-people"),
        _ when string.IsNullOrWhiteSpace(met.Content) => new Refusal.Law("GC21-9", "meeting-needs-content"),
        _ when Unsigned(met.Signing) is { } unsigned => unsigned,
        _ when string.IsNullOrWhiteSpace(met.Proof) => new Refusal.Law("GC21-13", "meeting-needs-proof"),
        _ => new object[] { met },
    };

    /// <summary>Somebody explained, or something that had to be verified was investigated with others (GC21-9).</summary>
    public static Decision<object> Inquire(Petition petition, PetitionInquiryMade inquiry) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when string.IsNullOrWhiteSpace(inquiry.Asked) => new Refusal.Input("asked", "inquiry-needs-source"),
        _ when inquiry.Kind == InquiryKind.Investigation && string.IsNullOrWhiteSpace(inquiry.ToVerify) => new Refusal.Law("GC21-9", "investigation-needs-question"),
        _ when string.IsNullOrWhiteSpace(inquiry.Findings) => new Refusal.Input("findings", "inquiry-needs-findings"),
        _ when string.IsNullOrWhiteSpace(inquiry.Proof) => new Refusal.Law("GC21-9", "inquiry-needs-record"),
        _ => new object[] { inquiry },
    };

    /// <summary>The body that sent the matter is answered; it waits even when the petition has ended. The petitioner is answered too (GC21-13).</summary>
    public static Decision<object> FeedBack(Petition petition, PetitionFeedbackSent feedback) => petition switch
    {
        _ when NobodyWaits(petition) is { } none => none,
        _ when string.IsNullOrWhiteSpace(feedback.Body) => new Refusal.Input("body", "feedback-needs-body"),
        _ when string.IsNullOrWhiteSpace(feedback.Content) => new Refusal.Law("GC21-14", "feedback-needs-content"),
        _ when string.IsNullOrWhiteSpace(feedback.Proof) => new Refusal.Law("GC21-14", "feedback-needs-proof"),
        _ => new object[] { feedback },
    };

    /// <summary>Why no body is to be answered; null where one waits.</summary>
    public static Refusal? NobodyWaits(Petition petition) =>
        petition.Obligations.Any(o => o.IsOpen && o.Rule.FulfilledBy.Contains("petition.feedback-sent")) ? null : new Refusal.State("feedback-not-owed");

    /// <summary>What is wrong with an unsigned record; null where it is signed, or says why not and who of the court signed (JZ21-3.2.6(2)).</summary>
    internal static Refusal? Unsigned(Signing signing) =>
        signing.IsSigned ? null
        : string.IsNullOrWhiteSpace(signing.WhyNot) ? new Refusal.Law("GC21-13", "unsigned-needs-reason")
        : string.IsNullOrWhiteSpace(signing.SignedBy) ? new Refusal.Law("JZ21-3.2.6(2)", "unsigned-needs-talker")
        : null;
}
