using Zhixin.Courts;

namespace Zhixin.Petitions.Acts;

/// <summary>A paper that is an objection was received.</summary>
/// <param name="ReceivedOn">When the court had it.</param>
/// <param name="MadeBy">Who made the act that it attacks, where that is known.</param>
/// <param name="EnforcedBy">The court whose case it is, by the case number; null where that cannot be read.</param>
public sealed record ReceivePaper(DateOnly ReceivedOn, ObjectionKind Kind, bool Titled, string Paper, string Content, Guid? MadeBy, Court? EnforcedBy);

/// <summary>
/// From petition to procedure (SPC16-12, 13): a paper is an objection by what it says, whatever its title; filing it is owed, and its clocks count from
/// the day on which the court had it. The petition stays linked.
/// </summary>
public static class Converting
{
    /// <summary>The act by which an objection is filed and decided, as the authority matrix names it.</summary>
    public const string Act = "convert";

    /// <summary>The paper is recorded; filing and ruling are owed from its receipt.</summary>
    public static Decision<object> Receive(Petition petition, ReceivePaper paper, DateOnly today)
    {
        var no = petition.Procedures.Conversions.Count + 1;
        return petition switch
        {
            _ when NotReceivable(petition) is { } not => not,
            _ when paper.EnforcedBy is { } court && court.Number != petition.Opened.Responsible => new Refusal.Law("SPC16-12", "conversion-other-court", court.Name),
            _ when paper.ReceivedOn > today => new Refusal.Input("receivedOn", "date-in-future", paper.ReceivedOn),
            _ when paper.ReceivedOn < Calendar.WorkCalendar.First => new Refusal.Input("receivedOn", "date-too-early", Calendar.WorkCalendar.First),
            _ when string.IsNullOrWhiteSpace(paper.Paper) => new Refusal.Law("SPC16-13", "conversion-needs-paper"),
            _ when string.IsNullOrWhiteSpace(paper.Content) => new Refusal.Law("SPC16-12", "conversion-needs-claim"),
            _ => new object[]
            {
                new ConversionOwed(no, paper.ReceivedOn, paper.Kind, paper.Titled, paper.Paper.Trim(), paper.Content.Trim(), paper.MadeBy),
                paper.Kind == ObjectionKind.Act ? new ObjectionReceived(no, paper.ReceivedOn) : new OutsiderObjectionReceived(no, paper.ReceivedOn),
            },
        };
    }

    /// <summary>The objection is filed under its own number; the three-day clock of filing ends, that of telling both sides begins.</summary>
    /// <param name="number">As read; an objection case of the enforcing court.</param>
    public static Decision<object> File(Petition petition, int no, CaseNumber? number) => Find(petition, no) switch
    {
        _ when NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { IsOwed: false } => new Refusal.State("conversion-not-owed"),
        { Steps: [_, .., { IsOpen: true }] } => new Refusal.Law("SPC16-16", "conversion-supervised"),
        _ when number is null => new Refusal.Input("number", "case-number-unreadable"),
        _ when number.Type != "执异" => new Refusal.Law("SPC16-12", "conversion-number-type", number.Text),
        _ when number.Court?.Number != petition.Opened.Responsible => new Refusal.Law("SPC16-12", "conversion-number-court", number.Text),
        _ when petition.Procedures.Conversions.SelectMany(c => c.Steps).Any(s => s.Number == number.Text) => new Refusal.Input("number", "conversion-number-used", number.Text),
        { Owed.Kind: var kind } => new object[] { new ProcedureConverted(no, kind, number.Text), new ObjectionFiled(no, number.Text) }.Concat(HandingDown.Filed(petition)).ToArray(),
    };

    /// <summary>A ruling says that it is not accepted, with its reason and the remedy. A title is no reason (SPC16-13).</summary>
    public static Decision<object> Refuse(Petition petition, int no, string? ruling, string? reason, string? remedy) => Find(petition, no) switch
    {
        _ when NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { IsOwed: false } => new Refusal.State("conversion-not-owed"),
        { Steps: [_, .., { IsOpen: true }] } => new Refusal.Law("SPC16-16", "conversion-supervised"),
        _ when string.IsNullOrWhiteSpace(ruling) => new Refusal.Law("SPC16-13", "conversion-refusal-needs-ruling"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("SPC16-13", "conversion-refusal-needs-reason"),
        _ when string.IsNullOrWhiteSpace(remedy) => new Refusal.Law("SPC16-12", "conversion-refusal-needs-remedy"),
        _ => new object[] { new ObjectionNotAccepted(no, ruling.Trim(), reason.Trim(), remedy.Trim()) },
    };

    /// <summary>Both sides are told of the filing (OBJ-2).</summary>
    public static Decision<object> Notify(Petition petition, int no, string? parties, ServiceMethod method, string? proof) => Find(petition, no) switch
    {
        _ when NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Number: null } => new Refusal.Law("OBJ-2", "procedure-not-filed"),
        { Notified: true } => new Refusal.State("procedure-notified"),
        _ when string.IsNullOrWhiteSpace(parties) => new Refusal.Law("OBJ-2", "procedure-notice-needs-parties"),
        _ when string.IsNullOrWhiteSpace(proof) => new Refusal.Law("OBJ-2", "procedure-notice-needs-proof"),
        _ => new object[] { new ObjectionNotified(no, parties.Trim(), method, proof.Trim()) },
    };

    /// <summary>The objection is decided; only by a ruling.</summary>
    public static Decision<object> Rule(Petition petition, int no, string? ruling, ObjectionOutcome outcome) => Find(petition, no) switch
    {
        _ when NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Ended: not null } => new Refusal.State("procedure-ended"),
        { Number: null } => new Refusal.Law("OBJ-2", "procedure-not-filed"),
        { Clause: var clause } when string.IsNullOrWhiteSpace(ruling) => new Refusal.Law(clause, "procedure-needs-ruling"),
        { Owed.Kind: ObjectionKind.Act } => new object[] { new ObjectionRuled(no, ruling.Trim(), outcome) },
        _ => new object[] { new OutsiderObjectionRuled(no, ruling.Trim(), outcome) },
    };

    /// <summary>Whoever raised it takes it back, in writing; then nothing more is owed on it.</summary>
    public static Decision<object> Withdraw(Petition petition, int no, string? document) => Find(petition, no) switch
    {
        _ when NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Ended: not null } => new Refusal.State("procedure-ended"),
        { Steps: [_, .., { IsOpen: true, Kind: ReviewKind.Supervision }] } => new Refusal.Law("SPC16-16", "conversion-supervised"),
        { Clause: var clause } when string.IsNullOrWhiteSpace(document) => new Refusal.Law(clause, "procedure-withdrawal-needs-paper"),
        { Owed.Kind: ObjectionKind.Act } => new object[] { new ObjectionWithdrawn(no, document.Trim()) },
        _ => new object[] { new OutsiderObjectionWithdrawn(no, document.Trim()) },
    };

    /// <summary>Why no paper can be recorded now; null when one can. An answered matter takes it too.</summary>
    public static Refusal? NotReceivable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Opened.CaseNumber: null } => new Refusal.Law("SPC16-12", "conversion-needs-case"),
        _ => null,
    };

    /// <summary>Why nothing can be filed or refused; null where a paper waits for it.</summary>
    public static Refusal? NothingToFile(Petition petition) =>
        NotInForce(petition) ?? (petition.Procedures.Owed is null ? new Refusal.State("conversion-none") : null);

    /// <summary>Why nobody is to be told of a filing; null where both sides wait for it.</summary>
    public static Refusal? NothingToNotify(Petition petition) => NotInForce(petition)
        ?? (petition.Procedures.Conversions.Any(c => c.IsUntold) ? null : new Refusal.State("procedure-none-filed"));

    /// <summary>Why there is nothing to rule on; null where a filed objection waits.</summary>
    public static Refusal? NothingToRule(Petition petition) => NotInForce(petition)
        ?? (petition.Procedures.Conversions.Any(c => c is { Number: not null, Ended: null }) ? null : new Refusal.State("procedure-none-filed"));

    /// <summary>Why there is nothing to take back; null where an objection is not decided yet.</summary>
    public static Refusal? NothingToWithdraw(Petition petition) => NotInForce(petition)
        ?? (petition.Procedures.Conversions.Any(c => c.Ended is null) ? null : new Refusal.State("conversion-none"));

    private static Refusal.State? NotInForce(Petition petition) => Chains.NotInForce(petition);

    private static Conversion? Find(Petition petition, int no) => petition.Procedures.Find(no);
}
