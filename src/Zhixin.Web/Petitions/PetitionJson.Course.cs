using Zhixin.Petitions;

namespace Zhixin.Web.Petitions;

/// <summary>What handling and procedures have come to, as JSON.</summary>
public sealed partial record PetitionJson
{
    /// <summary>Meetings, opinion, reply, resolution.</summary>
    public required Work Handling { get; init; }

    /// <summary>What leads to procedures.</summary>
    public required IReadOnlyList<Objection> Objections { get; init; }

    /// <summary>Chains of procedures, each led by an objection.</summary>
    public required IReadOnlyList<Zhixin.Web.Procedures.ChainJson> Procedures { get; init; }

    /// <summary>What is open to whoever is dissatisfied, and until when.</summary>
    public required IReadOnlyList<Zhixin.Web.Procedures.ChainJson.Open> OpenRemedies { get; init; }

    /// <summary>Case numbers under which enforcement was restored.</summary>
    public required IReadOnlyList<string> RestoredEnforcement { get; init; }

    /// <summary>The round of enforcement that ended by ruling, while enforcement is not restored; null where none did.</summary>
    public required Round? ClosedRound { get; init; }

    /// <summary>A closed round with the days of its queries.</summary>
    public sealed record Round(string Ruling, DateOnly RuledOn, IReadOnlyList<RoundQuery> Queries);

    /// <summary>A query after the round.</summary>
    public sealed record RoundQuery(DateOnly On, bool Found, string Result);

    /// <summary>Claims about a closed case.</summary>
    public required IReadOnlyList<Closing> ClosingClaims { get; init; }

    /// <summary>Six months without enforcement; null where nobody recorded it.</summary>
    public required SixMonths? NonExecution { get; init; }

    /// <summary>From when they run, in which situation, and the applications to the court above.</summary>
    public sealed record SixMonths(string Situation, DateOnly From, DateOnly? ConcludedOn, IReadOnlyList<Above> Applications);

    /// <summary>An application to the court above; ended as "refused", "moved", "withdrawn" or "concluded", null while it stands.</summary>
    public sealed record Above(int No, int Court, DateOnly ReceivedOn, string? Order, DateOnly? OrderedUntil, string? Ended, DateOnly? EndedOn);

    /// <summary>What somebody asked another to decide.</summary>
    public required IReadOnlyList<Asked> Approvals { get; init; }

    /// <summary>Who was to be received when, and what came of it.</summary>
    public required IReadOnlyList<Reception> Receptions { get; init; }

    /// <summary>First contact, and places where people stayed.</summary>
    public required AtScene Scene { get; init; }

    /// <summary>How it went down through the courts, each hop with its reports.</summary>
    public required IReadOnlyList<Down> HandDowns { get; init; }

    /// <summary>One hop; ended as "accepted", "filed", "barred", "recalled" or "passed", null while it runs.</summary>
    /// <param name="Parent">The hop by which the court that handed down has it itself.</param>
    /// <param name="ReportUp">"drafted", "reviewed", "approved", "returned" or "sent"; null where no special report is made.</param>
    public sealed record Down(
        int No, int? Parent, int From, int To, IReadOnlyList<int> Joint, string Mode, string Letter, DateOnly On, DateOnly? DueOn, bool Overdue, bool AwaitedByBody, Guid? Handler, string? HandlerName,
        IReadOnlyList<DownReport> Reports, int Pressed, string? ReportUp, string? Ended, DateOnly? EndedOn);

    /// <summary>A report on a hop; accepted is null while it waits.</summary>
    public sealed record DownReport(string Kind, DateOnly On, string Progress, string Result, string Document, bool? Accepted, string? ReturnedBecause, DateOnly? DecidedOn);

    /// <summary>Applications for write-off, in order.</summary>
    public required IReadOnlyList<Zhixin.Web.WriteOffs.WriteOffJson> WriteOffs { get; init; }

    /// <summary>Reports for termination, in order.</summary>
    public required IReadOnlyList<Zhixin.Web.Terminations.TerminationJson> Terminations { get; init; }

    /// <summary>What followed a termination.</summary>
    public required Zhixin.Web.Terminations.AftercareJson Aftercare { get; init; }

    /// <summary>What is on record and may stand for a material of a write-off, beside papers and files.</summary>
    public required IReadOnlyList<Record> Records { get; init; }

    /// <summary>Something on record: the reference by which an act names it, the fact that recorded it, its proof.</summary>
    public sealed record Record(string Reference, string Kind, string Proof, DateOnly? On);

    /// <summary>How far handling has come.</summary>
    /// <param name="ReplyTalk">How the answer was given in person; null where that was not recorded.</param>
    public sealed record Work(int Meetings, OpinionState? Opinion, DateOnly? RepliedOn, string? Finding, string? Resolution, ReplyTalk? ReplyTalk);

    /// <summary>The opinion as it stands; approved is null while it waits.</summary>
    public sealed record OpinionState(string Finding, string Progress, string Result, bool? Approved, string? ReturnedBecause);

    /// <summary>A paper that is an objection: "act" or "outsider"; ended as "not-accepted", "ruled", "withdrawn" or "supervised".</summary>
    public sealed record Objection(int No, string Kind, bool Titled, DateOnly ReceivedOn, string? Number, DateOnly? FiledOn, bool Notified, string? Ended, DateOnly? EndedOn);

    /// <summary>A claim that a closed case is not enforced: closed as "enforced" or "this-round".</summary>
    public sealed record Closing(int No, string ClosedAs, DateOnly ReceivedOn, bool Answered);

    /// <summary>What waits for a decision, or was decided; agreed is null while it waits and where it fell away.</summary>
    public sealed record Asked(int No, string Act, DateOnly AskedOn, Guid AskedBy, DateOnly? DecidedOn, bool? Agreed);

    /// <summary>An appointment, or a leader's reception without one, which has a day and no times.</summary>
    /// <param name="Court">The court that receives; after a transfer not the one that answers.</param>
    /// <param name="State">"booked", "kept", "missed", "cancelled", "transferred" or "lapsed".</param>
    public sealed record Reception(int No, int Court, DateOnly Day, string From, string To, string Room, Guid Receiver, bool ByLeader, string? AgreedWith, string State, string? Content);

    /// <summary>Where a notice waits for somebody to be sent, and how the last visit ended.</summary>
    /// <param name="WaitingPlace">Null where nobody is to be sent.</param>
    public sealed record AtScene(DateOnly? FirstContactedOn, string? WaitingPlace, DateOnly? WaitingSince, string? LastResult);

    private static Work Worked(Handling handling) => new(
        handling.Meetings,
        handling.Opinion is { Submitted: var opinion } state
            ? new OpinionState(Code<Finding>(opinion.Finding)!, opinion.Progress, opinion.Result, state.Approved, state.ReturnedBecause) : null,
        handling.RepliedOn, Code(handling.Reply?.Finding), Code(handling.Resolution?.Ground), handling.Reply?.Talk);

    private static Reception Of(Appointment a, Petition petition) => new(
        a.No, a.Court, a.Slot.Day, a.Slot.From, a.Slot.To, a.Slot.Room, a.Slot.Receiver, a.ByLeader, a.AgreedWith, Code<AppointmentState>(a.StateIn(petition))!, a.Held?.Content);

    private static Down Of(Petition petition, Hop hop, DateOnly today) => new(
        hop.Issued.No, hop.Issued.Parent, hop.Issued.From, hop.Issued.To, hop.Issued.Joint, Code<HandDownMode>(hop.Issued.Mode)!, hop.Issued.Letter, hop.On, hop.DueOn, petition.IsOverdue(hop, today),
        hop.Issued.AwaitedByBody, hop.Named?.Handler, hop.Named?.Name,
        [.. hop.Reports.Select(r => new DownReport(Code<HopReportKind>(r.Reported.Kind)!, r.On, r.Reported.Progress, r.Reported.Result, r.Reported.Document, r.Accepted, r.ReturnedBecause, r.DecidedOn))], hop.Pressed.Count,
        hop switch { { SpecialReportSent: true } => "sent", { Up.IsReturned: true } => "returned", { Up.IsApproved: true } => "approved", { Up.Reviewed: not null } => "reviewed", { Up: not null } => "drafted", _ => null },
        Code(hop.Ended), hop.EndedOn);

    private static AtScene Of(Scene scene) => new(scene.FirstContactedOn, scene.Waiting?.Place, scene.Waiting?.ReceivedOn, Code(scene.Last?.Result));

    private static SixMonths? Of(NonExecution state) => state.Began is { } began
        ? new SixMonths(began.Situation, began.ReceivedOn, state.ConcludedOn,
            [.. state.Applications.Select(a => new Above(a.Applied.No, a.Applied.Court, a.Applied.ReceivedOn, a.Ordered?.Order, a.Ordered?.DueOn, Code(a.Ended), a.EndedOn))])
        : null;

    private static Round? Of(ClosedRound? round) => round is { Ruled: var ruled, Queries: var queries }
        ? new Round(ruled.Ruling, ruled.RuledOn, [.. queries.Select(q => new RoundQuery(q.On, q.Facts.Found, q.Facts.Result))])
        : null;

    private static Objection Of(Conversion c) => new(
        c.Owed.No, Code<ObjectionKind>(c.Owed.Kind)!, c.Owed.Titled, c.Owed.ReceivedOn, c.Number, c.FiledOn, c.Notified, Code(c.Ended), c.EndedOn);
}
