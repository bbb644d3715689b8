using Zhixin.Obligations;
using Zhixin.Petitions;

namespace Zhixin.Web.Petitions;

/// <summary>A petition as JSON: ids of persons, not their names.</summary>
/// <param name="AnsweredBy">Who answers until a transfer is acknowledged (GC21-5(1)); null is the unit.</param>
public sealed partial record PetitionJson(
    int Home, Guid Id, int Version, string Number, string Stage, int Responsible, string? CaseNumber, string Subject, string Priority, Guid? Handler,
    string? HandlerName, DateOnly? ReceiptOn, Guid? AnsweredBy, int LateEntries, IReadOnlyList<PetitionJson.Exclusion> Exclusions, IReadOnlyList<PetitionJson.Contact> Contacts, IReadOnlyList<PetitionJson.Owed> Obligations)
{
    /// <summary>Class, acceptance, declining, and what bars superiors.</summary>
    public required Accepting Acceptance { get; init; }

    /// <summary>Hearings, property, settlement, aid, resolution.</summary>
    public required MeasuresJson Measures { get; init; }

    /// <summary>Who leads, assists, is in charge and reached; the plan; the courts that answered before.</summary>
    public required TeamJson Team { get; init; }

    /// <summary>How far acceptance has come. Codes of the packs' lists.</summary>
    /// <param name="Declining">"proposed", "approved", or null.</param>
    /// <param name="Bars">What bars superiors and has not ended.</param>
    public sealed record Accepting(
        string? Class, string? Claim, string? Capacity, DateOnly? AcceptedOn, IReadOnlyList<string> Causes, bool NoticeServed, string? Declining,
        IReadOnlyList<Bar> Bars);

    /// <summary>A fact because of which superiors hand down no more.</summary>
    public sealed record Bar(int No, string Ground, string Proof, string Remedy, DateOnly On);

    /// <summary>A contact of the petition.</summary>
    public sealed record Contact(int Home, Guid Id, string Number, DateOnly ReceivedOn, string Channel, string Venue, int People, Guid Receiver, string? RequestKind);

    /// <summary>Days that somebody asked to leave out: "asked", "approved" or "refused".</summary>
    public sealed record Exclusion(int Request, int Obligation, DateOnly From, DateOnly To, string Ground, string Document, string Outcome);

    /// <summary>Something owed, with the clause that its date rests on.</summary>
    /// <param name="ApproversBreach">Whether it is late because an opinion lay with its approver: the breach is not the obligor's (GC21-13).</param>
    public sealed record Owed(
        int No, string Kind, string Name, string Clause, string Pack, int PackVersion, DateOnly? Trigger, DateOnly? Due, bool Provisional, string State,
        bool Breached, int DaysOverdue, bool ApproversBreach, Guid? Person, string Unit);

    /// <summary>Of a petition on a day.</summary>
    /// <param name="rules">What procedures have to know.</param>
    public static PetitionJson Of(Petition petition, DateOnly today, ChainRules rules) => new(
        petition.Id.Home, petition.Id.Id, petition.Version, petition.Opened.Number, petition.Stage.Code, petition.Opened.Responsible,
        petition.Opened.CaseNumber, petition.Opened.Subject, Database.Petitions.ReadRows.Code(petition.Priority), petition.Assignment?.Handler,
        petition.Assignment?.HandlerName, petition.ReceiptOn, petition.AnsweredBy, petition.LateEntries,
        [.. petition.Exclusions.Select(r => new Exclusion(
            r.No, r.Asked.No, r.Asked.Exclusion.From, r.Asked.Exclusion.To, r.Asked.Exclusion.Ground, r.Asked.Document, Database.Petitions.ReadRows.Code(r.Outcome)))],
        [.. petition.Contacts.Select(c => new Contact(c.Home, c.Contact, c.Number, c.ReceivedOn, Database.Petitions.ReadRows.Code(c.Channel), Database.Petitions.ReadRows.Code(c.Venue), c.People, c.Receiver, c.RequestKind))],
        [.. petition.Obligations.Select(o => Of(o, today, petition.Silence(o) is not null))])
    {
        Acceptance = Accepted(petition.Acceptance),
        Team = TeamJson.Of(petition),
        Measures = MeasuresJson.Of(petition),
        Handling = Worked(petition.Handling),
        Objections = [.. petition.Procedures.Conversions.Select(Of)],
        Procedures = [.. petition.Procedures.Conversions.Select(Zhixin.Web.Procedures.ChainJson.Of)],
        OpenRemedies = [.. Remedies.Of(petition, rules, today).Select(Zhixin.Web.Procedures.ChainJson.Of)],
        RestoredEnforcement = [.. petition.Procedures.Restored.Select(r => r.Number)],
        ClosedRound = Of(petition.ClosedRound),
        ClosingClaims = [.. petition.Procedures.Claims.Select(c => new Closing(c.Received.No, Code<ClosedAs>(c.Received.ClosedAs)!, c.Received.ReceivedOn, c.Answered))],
        NonExecution = Of(petition.NonExecution),
        Receptions = [.. petition.Receptions.Appointments.Select(a => Of(a, petition))],
        Scene = Of(petition.Scene),
        HandDowns = [.. petition.HandDowns.All.Select(h => Of(petition, h, today))],
        WriteOffs = [.. petition.WriteOffs.All.Select(Zhixin.Web.WriteOffs.WriteOffJson.Of)],
        Terminations = [.. petition.Terminations.All.Select(Zhixin.Web.Terminations.TerminationJson.Of)],
        Aftercare = Zhixin.Web.Terminations.AftercareJson.Of(petition.Terminations.After),
        Records = [.. petition.WriteOffs.Records.Select(r => new Record(r.Reference(), r.Kind, r.Name, r.On))],
        Approvals = [.. petition.Approvals.Select(a => new Asked(a.No, a.Act, a.AskedOn, a.AskedBy, a.DecidedOn, a.Agreed))],
    };

    private static Accepting Accepted(Acceptance acceptance) => new(
        Code(acceptance.Classified?.Class), Code(acceptance.Classified?.Claim), Code(acceptance.Classified?.Capacity), acceptance.AcceptedOn,
        acceptance.Accepted?.Causes ?? [], acceptance.NoticeServed, acceptance.Decline is { } decline ? decline.Approved ? "approved" : "proposed" : null,
        [.. acceptance.Bars.Where(b => b.LiftedOn is null).Select(b => new Bar(b.No, b.Ground, b.Proof, b.Remedy, b.On))]);

    private static string? Code<T>(T? value)
        where T : struct, Enum => value is { } known ? Database.Petitions.ReadRows.Code(known) : null;

    private static Owed Of(Obligation o, DateOnly today, bool isSilence) => new(
        o.No, o.Rule.Kind, o.Rule.Name, o.Rule.Clause, o.Rule.Pack.Id, o.Rule.Pack.Version, o.Trigger, o.Due, o.Provisional,
        o.State.GetType().Name.ToLowerInvariant(), o.IsBreached(today), o.DaysOverdue(today), isSilence && o.IsBreached(today), o.Person, o.Unit);
}
