using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Obligations;

namespace Zhixin.Petitions;

/// <summary>Who handles it since when, and whether receipt is acknowledged or deemed.</summary>
public sealed record Assignment(
    Guid Handler, string HandlerName, IReadOnlyList<Guid> CoHandlers, AssignmentGround Ground, DateOnly On, DateOnly? AcknowledgedOn);

/// <summary>The fold of a petition's stream 信访案件: petitioners and one enforcement case.</summary>
/// <param name="Absorbed">Petitions that came into this one.</param>
/// <param name="ReceiptOn">The day from which the meet and reply clocks run; null before any receipt.</param>
public sealed partial record Petition(
    StreamId Id, int Version, PetitionOpened Opened, Stage Stage, Priority Priority, IReadOnlyList<JoinedContact> Contacts,
    Assignment? Assignment, DateOnly? ReceiptOn, IReadOnlyList<Obligation> Obligations, IReadOnlyList<PetitionAbsorbed> Absorbed,
    PetitionHistoryImported? Imported)
{
    /// <summary>The obligation whose end deemed receipt; null where a person acknowledged first, or nobody yet.</summary>
    public int? DeemedBy { get; init; }

    /// <summary>The contact that reopened what was resolved; while it is the last one, its leaving undoes the reopening.</summary>
    public Guid? ReopenedBy { get; init; }

    /// <summary>Class, acceptance, declining, and what bars superiors.</summary>
    public Acceptance Acceptance { get; init; } = Acceptance.None;

    /// <summary>Meetings, opinion, reply, resolution.</summary>
    public Handling Handling { get; init; } = Handling.None;

    /// <summary>Issued papers, and what papers record.</summary>
    public PaperTrail Papers { get; init; } = PaperTrail.None;

    /// <summary>What somebody asked another to decide, and what became of it.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>How it had ended before it was reopened the last time.</summary>
    public Ending? ReopenedFrom { get; init; }

    /// <summary>Time that somebody asked to leave out of a period, and what became of it.</summary>
    public IReadOnlyList<ExclusionRequest> Exclusions { get; init; } = [];

    /// <summary>Proposals of other courts that were refused here.</summary>
    public IReadOnlyList<PetitionJoinRefused> RefusedProposals { get; init; } = [];

    /// <summary>How many acts were entered late, with proof.</summary>
    public int LateEntries { get; init; }

    /// <summary>Whoever approaches in a contact that is part of the petition; those of the opening while it has none.</summary>
    public IReadOnlyList<PetitionerRef> Petitioners => Contacts.Count == 0 ? Opened.Petitioners : [.. Contacts.SelectMany(c => c.Petitioners).DistinctBy(p => p.Person)];

    /// <summary>
    /// Who answers for the matter (GC21-5(1)): the handler once he or she has acknowledged, until then the first receiver of the responsible
    /// court; null where that one is accused or nobody is known, then the unit.
    /// </summary>
    public Guid? AnsweredBy => Assignment is { AcknowledgedOn: not null } assignment
        ? assignment.Handler
        : Contacts.Where(c => c.Home == Opened.Responsible).Select(c => (Guid?)c.Receiver).FirstOrDefault(r => r != Guid.Empty && !Accused.Contains(r!.Value));

    /// <summary>The first day of the matter: nothing in it happened earlier.</summary>
    public DateOnly? FirstReceivedOn => Contacts.Count == 0 ? null : Contacts.Min(c => c.ReceivedOn);

    /// <summary>Staff at whom the causes point: its own, those of the matter out of which it came, and those of what came into it.</summary>
    public IReadOnlyList<Guid> Concerned =>
        [.. Opened.Concerned.Concat(Acceptance.Accepted?.Concerned ?? []).Concat(Absorbed.SelectMany(a => a.Concerned)).Distinct()];

    /// <summary>Staff accused by any contact that is part of the petition, or by causes: barred from all of it (GC21-5(1)).</summary>
    public IReadOnlyList<Guid> Accused => [.. Contacts.SelectMany(c => c.Accused).Concat(Concerned).Distinct()];

    /// <summary>Key, hard, or flagged major or complex: a leader receives, and nobody handles it alone.</summary>
    public bool IsMajor => Priority != Priority.Ordinary || Measures.Hearings.Flag is not null;

    /// <summary>Whether acts are possible at all.</summary>
    public bool IsOpen => Stage.IsOpen;

    /// <summary>A contact received beyond the responsible court's own doors skipped a level.</summary>
    public bool LevelSkip => Contacts.Any(c => c.Venue != Venue.OwnCourt);

    /// <summary>The open obligation that is due first; untimed ones come last.</summary>
    public Obligation? Next => Obligations.Where(o => o is { IsOpen: true, IsWindow: false }).MinBy(o => (o.Due ?? DateOnly.MaxValue, o.No));

    /// <summary>Where it stands when it is open: replied or accepted, once it was.</summary>
    private Stage Living => this switch
    {
        { Handling.RepliedOn: { } on } => new Stage.Replied(on),
        { Acceptance.AcceptedOn: { } on } => new Stage.Accepted(on),
        _ => new Stage.Registered(),
    };

    /// <summary>Folds a history; the first fact is the opening.</summary>
    public static Petition Fold(StreamId id, IEnumerable<DatedFact> facts)
    {
        Petition? petition = null;
        foreach (var fact in facts)
        {
            petition = petition is null ? Begin(id, fact.Fact) : petition.Apply(fact);
        }

        return petition ?? throw new InvalidDataException("A petition begins with its opening.");
    }

    /// <summary>Begins a petition.</summary>
    public static Petition Begin(StreamId id, object fact) => fact is PetitionOpened opened
        ? new Petition(id, 1, opened, new Stage.Registered(), opened.Priority, [], null, null, [], [], null)
        : throw new InvalidDataException("A petition begins with its opening.");

    /// <summary>The petition after one more fact.</summary>
    public Petition Apply(DatedFact dated) => dated.Fact is PetitionContactJoined or PetitionAbsorbed or PetitionAccepted or PetitionConcernCorrected ? Folded(dated).Barred() : Folded(dated);

    private Petition Folded(DatedFact dated)
    {
        var next = this with { Version = Version + 1, Approvals = Petitions.Approvals.After(Approvals, dated, Obligations), Papers = Papers.Apply(dated, Acceptance.Decline), WriteOffs = WriteOffs.After(dated, Version + 1) };
        return ObligationList.Apply(Obligations, dated.Fact) is { } obligations
            ? next with { Obligations = obligations }
            : ExclusionList.Apply(Exclusions, dated.Fact) is { } exclusions ? next with { Exclusions = exclusions }
            : Acceptance.Apply(dated) is { } acceptance ? next.ApplyStage(dated) with { Acceptance = acceptance }
            : Handling.Apply(dated) is { } handling ? next.ApplyStage(dated) with { Handling = handling, ReopenedBy = null }
            : Receptions.Apply(dated, Opened.Responsible) is { } receptions ? next with { Receptions = receptions }
            : HandDowns.Apply(dated) is { } handDowns ? next with { HandDowns = handDowns, ReopenedBy = dated.Fact is HandDownOwed or VenueVisitReceived ? ReopenedBy : null }
            : next.WriteOffs.Apply(dated) is { } writeOffs ? next with { WriteOffs = writeOffs }
            : Terminations.Apply(dated) is { } terminations ? next with { Terminations = terminations, ReopenedBy = Confirmed(dated.Fact) }
            : Procedures.Apply(dated, Opened.Responsible) is { } procedures ? next with { Procedures = procedures, ReopenedBy = null }
            : NonExecution.Apply(dated) is { } nonExecution ? next with { NonExecution = nonExecution, ReopenedBy = null }
            : Measures.Apply(dated) is { } measures ? next with { Measures = measures, ReopenedBy = null }
            : Team.Apply(dated) is { } team ? next.ApplyTeam(dated.Fact, team)
            : Scene.Apply(dated) is { } scene ? next with { Scene = scene, ReopenedBy = null }
            : next.ApplyLife(dated) ?? next.ApplyMoves(dated.Fact) ?? next.ApplyHandling(dated);
    }

    private Petition ApplyStage(DatedFact dated) => dated.Fact switch
    {
        PetitionAccepted => this with { Stage = new Stage.Accepted(dated.On), ReopenedBy = null },
        PetitionReplied => this with { Stage = new Stage.Replied(dated.On) },
        PetitionClosed closed => this with { Stage = new Stage.Closed(closed.By, dated.On) },
        PetitionDeclineExplained explained => this with { Stage = new Stage.Declined(explained.Ground, dated.On) },
        _ => this,
    };

    private Petition? ApplyLife(DatedFact dated) => dated.Fact switch
    {
        PetitionVoided voided => this with { Stage = new Stage.Voided(voided.Reason, dated.On) },
        PetitionWithdrawn => this with { Stage = new Stage.Withdrawn(dated.On) },
        PetitionReopened reopened => this with
        {
            Stage = (this with { Handling = Handling.None }).Living, Handling = Handling.None, Measures = Measures.Reopened(), WriteOffs = WriteOffs.Reopened(), Terminations = Terminations.Reopened(), Acceptance = Acceptance with { Decline = null }, ReceiptOn = null, DeemedBy = null,
            ReopenedBy = reopened.Clocks is null ? Guid.Empty : null, ReopenedFrom = new Ending(Stage, Handling, Measures, WriteOffs, Terminations, ReceiptOn, DeemedBy, Obligations.Count, dated.On),
        },
        PetitionRestored => this with { Stage = Living },
        PetitionMerged merged => this with { Stage = new Stage.Merged(merged.SurvivorHome, merged.Survivor, merged.SurvivorNumber, dated.On) },
        PetitionMergerUndone => this with { Stage = Living },
        PetitionAbsorbed absorbed => this with { Contacts = [.. Contacts, .. absorbed.Contacts], Absorbed = [.. Absorbed, absorbed] },
        PetitionReleased released => Release(released),
        PetitionHistoryImported imported => this with
        {
            Imported = imported,
            Stage = imported.Resolved ? new Stage.ResolvedBefore(imported.ResolvedOn) : Stage,
        },
        PetitionEnteredLate => this with { LateEntries = LateEntries + 1 },
        PetitionJoinRefused refused => this with { RefusedProposals = [.. RefusedProposals, refused] },
        _ => null,
    };

    private Petition ApplyHandling(DatedFact dated) => dated.Fact switch
    {
        PetitionContactJoined joined => this with
        {
            Contacts = [.. Contacts, Joined(joined)],
            ReopenedBy = ReopenedBy == Guid.Empty ? joined.Contact : ReopenedBy,
        },
        PetitionContactLeft left => Without(left.Contact),
        PetitionContactVoided voided => Without(voided.Contact),
        PetitionContactCorrected corrected => Correct(corrected),
        PetitionAssigned assigned => this with
        {
            Assignment = new Assignment(assigned.Handler, assigned.HandlerName, assigned.CoHandlers, assigned.Ground, dated.On, null),
        },
        PetitionCoHandlersNamed named => this with { Assignment = Assignment! with { CoHandlers = named.CoHandlers, Ground = named.Ground } },
        PetitionUnassigned => this with { Assignment = null },
        PetitionAcknowledged => this with { ReceiptOn = ReceiptOn ?? dated.On, Assignment = Assignment! with { AcknowledgedOn = dated.On } },
        PetitionReceiptDeemed deemed => this with { ReceiptOn = ReceiptOn ?? dated.On, DeemedBy = ReceiptOn is null ? deemed.Obligation : DeemedBy },
        PetitionPrioritised prioritised => this with { Priority = prioritised.Priority },
        PetitionPaperIssued or PetitionPaperVoided => this,
        _ => throw new InvalidDataException($"{dated.Fact.GetType().Name} is no fact of a petition."),
    };

    /// <summary>What a fact of a termination leaves of a reopening that nothing confirmed: a contact because of which it was reversed may leave again, all else confirms.</summary>
    private Guid? Confirmed(object fact) => fact switch
    {
        TerminationReversed { Contact: { } contact } => contact,
        TerminationLapsed or TerminationContactCame => ReopenedBy,
        _ => null,
    };

    /// <summary>Whether the matter is open again because of this contact alone: it is the last one, and nothing confirmed the reopening.</summary>
    public bool Opens(Guid contact) => ReopenedBy == contact && Contacts[^1].Contact == contact;

    /// <summary>
    /// A contact leaves with all that it brought: petitioners, accused, flags, a receipt that was deemed from its own clock, and a reopening
    /// that nothing else confirmed.
    /// </summary>
    private Petition Without(Guid contact)
    {
        var receipt = DeemedBy is { } no && Obligations.First(o => o.No == no).Opened.Contact == contact;
        var without = this with { Contacts = [.. Contacts.Where(c => c.Contact != contact)], Terminations = Terminations.Without(contact) };
        return Opens(contact)
            ? without with { ReopenedBy = null, Stage = ReopenedFrom!.Stage, Handling = ReopenedFrom.Handling, Measures = ReopenedFrom.Measures, WriteOffs = ReopenedFrom.WriteOffs, Terminations = ReopenedFrom.Terminations.Without(contact), ReceiptOn = ReopenedFrom.ReceiptOn, DeemedBy = ReopenedFrom.DeemedBy }
            : without with { ReceiptOn = receipt ? Assignment?.AcknowledgedOn : ReceiptOn, DeemedBy = receipt ? null : DeemedBy };
    }

    private Petition Correct(PetitionContactCorrected corrected) => this with
    {
        Opened = corrected.CaseNumber is null ? Opened : Opened with { CaseNumber = corrected.CaseNumber },
        Contacts = [.. Contacts.Select(c => c.Contact != corrected.Contact ? c : c with
        {
            ReceivedOn = corrected.ReceivedOn ?? c.ReceivedOn,
            People = corrected.People ?? c.People,
        })],
    };

    private Petition Release(PetitionReleased released)
    {
        var back = Absorbed.Where(a => a.Other == released.Other).SelectMany(a => a.Contacts).Select(c => c.Contact).ToHashSet();
        return this with
        {
            Contacts = [.. Contacts.Where(c => !back.Contains(c.Contact))],
            Absorbed = [.. Absorbed.Where(a => a.Other != released.Other)],
        };
    }

    private static JoinedContact Joined(PetitionContactJoined joined) => new(
        joined.ContactHome, joined.Contact, joined.ContactNumber, joined.ReceivedOn, joined.Channel, joined.Venue, joined.People,
        joined.Receiver, joined.RequestKind, joined.Petitioners, joined.Accused);
}
