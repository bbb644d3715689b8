using Zhixin.Intake;
using Zhixin.Obligations;
using Zhixin.Petitions.Acts;

namespace Zhixin.Petitions;

/// <summary>How a petition changes when it goes to another court, is split, or another person stands in.</summary>
public sealed partial record Petition
{
    /// <summary>Leader, co-handling judge, leader in charge, liaison, and their plan.</summary>
    public Team Team { get; init; } = Team.None;

    /// <summary>First contact, and places where people stayed.</summary>
    public Scene Scene { get; init; } = Scene.None;

    /// <summary>Every transfer to another court, in order.</summary>
    public IReadOnlyList<PetitionTransferred> Transfers { get; init; } = [];

    /// <summary>The courts that answered before and do so no longer; they keep their sight.</summary>
    public IReadOnlyList<int> Former { get; init; } = [];

    /// <summary>Numbers of the rulings that it followed to another court, so that none is followed twice.</summary>
    public IReadOnlyList<string> Rulings { get; init; } = [];

    /// <summary>When the court that answers now received it from another; null where it was registered for it.</summary>
    public DateOnly? AnsweredSince { get; init; }

    /// <summary>Every court that answers or answered, the present one last.</summary>
    public IReadOnlyList<int> Courts => [.. Former, Opened.Responsible];

    /// <summary>The same with the courts that handle it together with one of them: all to which persons and files are shown.</summary>
    public IReadOnlyList<int> Involved => [.. Former.Concat(HandDowns.Joint).Where(court => court != Opened.Responsible).Distinct(), Opened.Responsible];

    /// <summary>Who assists the handler: those of a joint assignment (GC21-5) and the trial judges of the team (GC21-4), in one list.</summary>
    public IReadOnlyList<Guid> CoHandlers => [.. (Assignment?.CoHandlers ?? []).Concat(Team.CoHandlers.Select(m => m.Person)).Distinct()];

    /// <summary>
    /// The request by which an opinion lay with its approver when the day of the answer ended: the breach is the approver's, not the handler's, also when the
    /// decision came later (GC21-13). Null where none did, or the duty is another.
    /// </summary>
    public Approval? Silence(Obligation owed) => owed.Due is { } due && owed.Rule.FulfilledBy.Contains("petition.replied")
        ? Approvals.FirstOrDefault(a => a.Act == Answering.Approving && a.AskedOn <= due && (a.DecidedOn > due || (a.DecidedOn is null && Petitions.Approvals.Waits(this, a))))
        : null;

    private Petition? ApplyMoves(object fact) => fact switch
    {
        PetitionTransferred transferred => Transfer(transferred),
        PetitionPassedOn passed => Pass(passed.From, passed.To, passed.ReceivedOn) with { Rulings = passed.Ruling is { } ruling ? [.. Rulings, ruling] : Rulings },
        PetitionSplit split => this with
        {
            Contacts = [.. Contacts.Select(c => split.Contacts.Contains(c.Contact) ? c : c with { Petitioners = [.. c.Petitioners.Where(p => !split.Petitioners.Contains(p.Person))] })],
            ReopenedBy = null,
        },
        PetitionSplitOff => this,
        PetitionPartyReplaced replaced => Replace(replaced),
        _ => null,
    };

    private Petition Transfer(PetitionTransferred transferred) => Pass(transferred.From, transferred.To, transferred.ReceivedOn) with { Transfers = [.. Transfers, transferred] };

    /// <summary>
    /// The other court begins with its own people and its own receipt; what was accepted, done and found stays. What its leaders had not decided falls away,
    /// and what was booked at the first court lapses.
    /// </summary>
    private Petition Pass(int from, int to, DateOnly on) => this with
    {
        AnsweredSince = on,
        Opened = Opened with { Responsible = to, ResponsibleUnit = null }, Former = [.. Former.Append(from).Distinct().Where(court => court != to)], Assignment = null,
        ReceiptOn = null, DeemedBy = null, ReopenedBy = null, Team = Team.None, Handling = Handling with { Opinion = null }, Measures = Measures.Transferred(),
        Receptions = Receptions.Transferred(),
    };

    private Petition Replace(PetitionPartyReplaced replaced)
    {
        return this with
        {
            Opened = Opened with { Petitioners = Replaced(Opened.Petitioners), Parties = [.. Opened.Parties.Select(id => id == replaced.Was ? replaced.Now : id)] },
            Contacts = [.. Contacts.Select(c => c with { Petitioners = Replaced(c.Petitioners) })], ReopenedBy = null,
        };

        IReadOnlyList<PetitionerRef> Replaced(IReadOnlyList<PetitionerRef> before) =>
            [.. before.Select(p => p.Person == replaced.Was ? new PetitionerRef(replaced.Now, replaced.Capacity ?? p.Capacity) : p)];
    }

    private Petition ApplyTeam(object fact, Team team) => fact switch
    {
        PetitionTeamLeft left => this with
        {
            Team = team,
            Assignment = left.Role != TeamRole.CoHandlingJudge || Assignment is null ? Assignment
                : Assignment with { CoHandlers = [.. Assignment.CoHandlers.Where(id => id != left.Person)] },
        },
        _ => this with { Team = team, ReopenedBy = null },
    };
}
