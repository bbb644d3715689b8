using Zhixin.Obligations;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// Nothing happens before the fact that it answers: a reply not before the opinion was approved, a decision not before it was asked for. One table for
/// every fact that an act can bring; the day of an act is compared with it wherever the act comes from.
/// </summary>
public static class Answered
{
    private static readonly Dictionary<Type, Func<Petition, object, DateOnly?>> Table = new(
    [
        Of<PetitionAssigned>((p, _) => Latest(p.Assignment?.On, Begun(p))),
        Of<PetitionAcknowledged>((p, _) => p.Assignment?.On),
        Of<PetitionCoHandlersNamed>((p, _) => p.Assignment?.On),
        Of<PetitionReopened>((p, _) => Ended(p.Stage)),
        Of<PetitionRestored>((p, _) => Ended(p.Stage)),
        Of<PetitionMergerUndone>((p, _) => Ended(p.Stage)),
        Of<PetitionVoided>((p, _) => Begun(p)),
        Of<PetitionWithdrawn>((p, _) => Begun(p)),
        Of<PetitionMerged>((p, _) => Begun(p)),
        Of<PetitionTransferred>((p, f) => Latest(Begun(p), f.ReceivedOn)),
        Of<PetitionPassedOn>((p, f) => Latest(Begun(p), f.ReceivedOn)),
        Of<HandDownReviewed>((p, f) => Latest(Begun(p), f.InstructedOn)),
        Of<HandDownIssued>((p, f) => Latest(f.Parent is { } parent ? p.HandDowns.Find(parent)?.On : Begun(p), p.HandDowns.Reviews.FirstOrDefault(r => r.Facts.Court == f.From)?.On, f.InstructedOn)),
        Of<HandDownHandlerNamed>((p, f) => p.HandDowns.Find(f.No)?.On),
        Of<HandDownReported>((p, f) => p.HandDowns.Find(f.No) is { } hop ? Latest(hop.On, hop.Named?.On, hop.Last?.DecidedOn) : null),
        Of<HandDownReportReturned>((p, f) => p.HandDowns.Find(f.No)?.Last?.On),
        Of<HandDownProgressAnswered>((p, f) => p.HandDowns.Find(f.No)?.Last?.On),
        Of<HandDownReportAccepted>((p, f) => p.HandDowns.Find(f.No)?.Last?.On),
        Of<HandDownPressed>((p, f) => p.HandDowns.Find(f.No)?.On),
        Of<HandDownReportUpDrafted>((p, f) => Latest(p.HandDowns.Find(f.No)?.EndedOn, p.HandDowns.Find(f.No)?.Up?.ReviewedOn, p.HandDowns.Find(f.No)?.Up?.ApprovedOn)),
        Of<HandDownReportUpReviewed>((p, f) => p.HandDowns.Find(f.No)?.Up?.DraftedOn),
        Of<HandDownReportUpApproved>((p, f) => p.HandDowns.Find(f.No)?.Up?.ReviewedOn),
        Of<HandDownSpecialReportSent>((p, f) => p.HandDowns.Find(f.No)?.Up?.ApprovedOn),
        Of<VenueVisitReceived>((_, f) => f.ReceivedOn),
        Of<HandDownClosed>((p, f) => p.HandDowns.Find(f.No)?.On),
        Of<WriteOffWanted>((p, _) => Finished(p)),
        Of<WriteOffApplied>((p, f) => Latest(Finished(p), f.Materials.Max(m => m.Document.On))),
        Of<WriteOffAgreed>((p, f) => Written(p, f.No)),
        Of<WriteOffMaterialSent>((p, f) => Written(p, f.No)),
        Of<WriteOffPassedUp>((p, f) => Written(p, f.No)),
        Of<WriteOffReturned>((p, f) => Written(p, f.No)),
        Of<WriteOffVerifierNamed>((p, f) => Written(p, f.No)),
        Of<WriteOffVerified>((p, f) => Written(p, f.No)),
        Of<WriteOffApproved>((p, f) => Written(p, f.No)),
        Of<WriteOffRefused>((p, f) => Written(p, f.No)),
        Of<WriteOffWithdrawn>((p, f) => f.Recurred ? null : Written(p, f.No)),
        Of<WriteOffReversed>((p, f) => f.Because == Recurrence.Contact ? null : Written(p, f.No)),
        Of<PetitionContactJoined>((_, f) => f.ReceivedOn),
        Of<PetitionContactLeft>((p, f) => Contact(p, f.Contact)),
        Of<PetitionContactVoided>((p, f) => Contact(p, f.Contact)),
        Of<PetitionContactCorrected>((p, f) => Contact(p, f.Contact)),
        Of<PetitionContactOutcomeRecorded>((p, f) => Contact(p, f.Contact)),

        Of<PetitionClassified>((p, _) => p.Acceptance.ClassifiedOn),
        Of<PetitionAccepted>((p, _) => Latest(p.Acceptance.ClassifiedOn, Begun(p))),
        Of<PetitionConcernCorrected>((p, _) => p.Acceptance.AcceptedOn),
        Of<PetitionAcceptanceNoticeServed>((p, _) => p.Acceptance.AcceptedOn),
        Of<PetitionDeclineProposed>((p, _) => Begun(p)),
        Of<PetitionDeclineRejected>((p, _) => Asked(p, Declining.Approving)),
        Of<PetitionDeclined>((p, _) => Asked(p, Declining.Approving)),
        Of<PetitionDeclineExplained>((p, _) => Decided(p, Declining.Approving)),
        Of<PetitionDeclineUndone>((p, _) => Ended(p.Stage) ?? Latest(Asked(p, Declining.Approving), Decided(p, Declining.Approving))),
        Of<PetitionExclusionLifted>((p, f) => p.Acceptance.Bars.FirstOrDefault(b => b.No == f.No)?.On),

        Of<PetitionOpinionSubmitted>((p, _) => Latest(p.Acceptance.AcceptedOn, Begun(p))),
        Of<PetitionOpinionApproved>((p, _) => p.Handling.Opinion?.On),
        Of<PetitionOpinionReturned>((p, _) => p.Handling.Opinion?.On),
        Of<PetitionReplied>((p, _) => Decided(p, Answering.Approving)),
        Of<PetitionFeedbackSent>((p, _) => Owed(p, "petition.feedback-sent")),
        Of<PetitionClosed>((p, f) => Latest(p.Handling.RepliedOn, f.By == ClosedBy.Resolved ? p.Handling.ResolvedOn : null)),
        Of<PetitionResolved>((p, f) => Latest(p.Acceptance.AcceptedOn, Begun(p), Resolving.RestsOn(p, f))),
        Of<PetitionResolutionRecognised>((p, _) => p.Handling.ResolvedOn),
        Of<PetitionResolutionNotRecognised>((p, _) => p.Handling.ResolvedOn),

        Of<PetitionTeamReported>((p, _) => p.Team.InChargeSince),
        Of<PetitionLeaderMet>((p, _) => p.Team.InChargeSince),
        Of<PetitionSceneNoticed>((_, f) => f.ReceivedOn),
        Of<PetitionSceneStaffSent>((p, _) => p.Scene.Waiting?.ReceivedOn),
        Of<PetitionAppointmentMoved>((p, f) => Booking.Find(p, f.No)?.BookedOn),
        Of<PetitionAppointmentCancelled>((p, f) => Booking.Find(p, f.No)?.BookedOn),
        Of<PetitionAppointmentMissed>((p, f) => Booking.Find(p, f.No)?.BookedOn),
        Of<PetitionReceptionHeld>((p, f) => f.No is { } no ? Booking.Find(p, no)?.BookedOn : null),

        Of<PetitionFlagLifted>((p, _) => p.Measures.Hearings.FlaggedOn),
        Of<PetitionHearingAnnounced>((p, _) => p.Acceptance.AcceptedOn),
        Of<PetitionHearingNoticeServed>((p, f) => Hearing(p, f.No)),
        Of<PetitionHearingHeld>((p, f) => Hearing(p, f.No)),
        Of<PetitionHearingCancelled>((p, f) => Hearing(p, f.No)),
        Of<PetitionSituationExplained>((p, _) => Exhausting.LastChecked(p)?.On),
        Of<PetitionSettlementPerformed>((p, f) => Settlement(p, f.Settlement)),
        Of<PetitionSettlementBroken>((p, f) => Settlement(p, f.Settlement)),
        Of<PetitionAidReported>((p, f) => Aid(p, f.No)?.AppliedOn),
        Of<PetitionAidDecided>((p, f) => Asked(p, Aiding.Approving, f.No)),
        Of<PetitionAidTold>((p, f) => Aid(p, f.No)?.DecidedOn),
        Of<PetitionReliefReferred>((p, f) => Aid(p, f.No)?.DecidedOn),
        Of<PetitionConductDecided>((p, f) => Latest(Asked(p, ConductDeciding.Deciding, f.No), Asked(p, ConductDeciding.Coercing, f.No))),
        Of<PetitionEvaluationConditionsRecorded>((p, _) => p.Acceptance.AcceptedOn),
        Of<PetitionEvaluationReported>((p, _) => p.Measures.Deliberation?.RecordedOn),
        Of<PetitionEvaluationHeld>((p, _) => p.Measures.Deliberation?.ReportedOn),
        Of<PetitionEvaluationResultTold>((p, _) => p.Measures.Deliberation?.HeldOn),

        Of<ClosingClaimReceived>((_, f) => f.ReceivedOn),
        Of<ClosingNoticeServed>((p, f) => Claim(p, f.No)),
        Of<ClosingRemedyTold>((p, f) => Claim(p, f.No)),
        Of<ConversionOwed>((_, f) => f.ReceivedOn),
        Of<ObjectionReceived>((_, f) => f.ReceivedOn),
        Of<OutsiderObjectionReceived>((_, f) => f.ReceivedOn),
        Of<ProcedureConverted>((p, f) => Procedure(p, f.No)),
        Of<ObjectionFiled>((p, f) => Procedure(p, f.No)),
        Of<ObjectionNotAccepted>((p, f) => Procedure(p, f.No)),
        Of<ObjectionNotified>((p, f) => Procedure(p, f.No)),
        Of<ObjectionRuled>((p, f) => Procedure(p, f.No)),
        Of<OutsiderObjectionRuled>((p, f) => Procedure(p, f.No)),
        Of<ObjectionWithdrawn>((p, f) => Procedure(p, f.No)),
        Of<OutsiderObjectionWithdrawn>((p, f) => Procedure(p, f.No)),

        Of<ObjectionRulingServed>((_, f) => f.ServedOn),
        Of<OutsiderRulingServed>((_, f) => f.ServedOn),
        Of<ReconsiderationApplied>((_, f) => f.ReceivedOn),
        Of<FileSentUp>((p, f) => Step(p, f.No)),
        Of<ReconsiderationReceived>((_, f) => f.ReceivedOn),
        Of<ProcedureMembersNamed>((p, f) => Step(p, f.No)),
        Of<ReviewExtensionAsked>((p, f) => Step(p, f.No)),
        Of<ReviewExtended>((p, f) => Longer(p, f.No)),
        Of<ReviewExtensionRefused>((p, f) => Longer(p, f.No)),
        Of<ReconsiderationRuled>((p, f) => Latest(Step(p, f.No), Longer(p, f.No))),
        Of<ReconsiderationEffective>((_, f) => f.EffectiveOn),
        Of<ReconsiderationWithdrawn>((p, f) => Step(p, f.No)),
        Of<ObjectionSentBack>((p, f) => Step(p, f.No)),
        Of<OutsiderSuitFiled>((_, f) => f.FiledOn),
        Of<RemedyPeriodExpired>((_, f) => f.ExpiredOn),
        Of<SupervisionApplied>((_, f) => f.ReceivedOn),
        Of<SupervisionOwed>((_, f) => f.ReceivedOn),
        Of<SupervisionFiled>((p, f) => Step(p, f.No)),
        Of<SupervisionRuled>((p, f) => Latest(Step(p, f.No), Longer(p, f.No))),
        Of<SupervisionRulingServed>((_, f) => f.ServedOn),
        Of<SupervisionWithdrawn>((p, f) => Step(p, f.No)),
        Of<ObstacleEnded>((_, f) => f.EndedOn),
        Of<PeriodExtensionApplied>((_, f) => f.ReceivedOn),
        Of<PeriodExtensionDecided>((p, f) => Excusing.Open(p, f.No)?.AppliedOn),
        Of<EarlierRulingRecorded>((_, f) => Latest(f.RuledOn, f.ServedOn)),
        Of<EnforcementRestored>((_, f) => f.RestoredOn),
        Of<LateRulingReported>((_, f) => f.ReceivedOn),
        Of<RulingOrdered>((p, f) => Step(p, f.No)),
        Of<ObjectionRulingOrdered>((_, f) => f.ReceivedOn),
        Of<FilingOrdered>((_, f) => f.ReceivedOn),

        Of<PetitionPaperVoided>((p, f) => p.Papers.Issued.FirstOrDefault(i => i.Facts.No == f.No)?.On),
        Of<ExclusionAsked>((_, f) => f.Exclusion.To),
        Of<ExclusionApproved>((p, f) => Asked(p, TimeKeeping.Approving, f.Request)),
        Of<ExclusionRefused>((p, f) => Asked(p, TimeKeeping.Approving, f.Request)),
        Of<ObligationMoved>((p, f) => p.Obligations.FirstOrDefault(o => o.No == f.No)?.Trigger),
        Of<ObligationWaived>((p, f) => p.Obligations.FirstOrDefault(o => o.No == f.No)?.Trigger),
    ]);

    /// <summary>The kinds of facts that answer another.</summary>
    public static IReadOnlyCollection<Type> Facts => Table.Keys;

    /// <summary>The decision as it is, or refused where something in it would have happened before what it answers.</summary>
    /// <param name="petition">As it stood before.</param>
    /// <param name="on">The day of the act.</param>
    public static Decision<object> InTime(Decision<object> decision, Petition petition, DateOnly on) =>
        decision is Decision<object>.Done done && done.Events.Max(fact => Since(petition, fact)) is { } since && on < since
            ? new Refusal.Input("on", "before-what-it-answers", since)
            : decision;

    /// <summary>The day of the fact that this one answers; null where it answers none, or none of which the day is known.</summary>
    /// <param name="petition">As it stood before.</param>
    public static DateOnly? Since(Petition petition, object fact) => Table.TryGetValue(fact.GetType(), out var since) ? since(petition, fact) : null;

    private static KeyValuePair<Type, Func<Petition, object, DateOnly?>> Of<T>(Func<Petition, T, DateOnly?> since) =>
        new(typeof(T), (petition, fact) => since(petition, (T)fact));

    private static DateOnly? Latest(params IEnumerable<DateOnly?> days) => days.Max();

    /// <summary>Since when the matter is in the hands in which it is: the other court's receipt, the reopening; null while it is as it began.</summary>
    private static DateOnly? Begun(Petition petition) => Latest(petition.AnsweredSince, petition.ReopenedFrom?.Until);

    private static DateOnly? Ended(Stage stage) => stage switch
    {
        Stage.Replied s => s.On,
        Stage.Closed s => s.On,
        Stage.Declined s => s.On,
        Stage.Withdrawn s => s.On,
        Stage.Voided s => s.On,
        Stage.Merged s => s.On,
        Stage.ResolvedBefore s => s.On,
        _ => null,
    };

    /// <summary>The day of the answer, and of the end where there is one: what is to be written off is handled.</summary>
    private static DateOnly? Finished(Petition petition) => Latest(petition.Handling.RepliedOn, Ended(petition.Stage), Begun(petition));

    /// <summary>The day of the last step of an application.</summary>
    private static DateOnly? Written(Petition petition, int no) => petition.WriteOffs.All.FirstOrDefault(w => w.Applied.No == no)?.Since;

    private static DateOnly? Asked(Petition petition, string act, int request = 0) => petition.Approvals.LastOrDefault(a => a.Act == act && a.Request == request)?.AskedOn;

    private static DateOnly? Decided(Petition petition, string act) => petition.Approvals.LastOrDefault(a => a.Act == act)?.DecidedOn;

    private static DateOnly? Owed(Petition petition, string fulfilling) => petition.Obligations.Where(o => o.IsOpen && o.Rule.FulfilledBy.Contains(fulfilling)).Min(o => o.Trigger);

    private static DateOnly? Contact(Petition petition, Guid contact) => petition.Contacts.FirstOrDefault(c => c.Contact == contact)?.ReceivedOn;

    private static DateOnly? Hearing(Petition petition, int no) => petition.Measures.Hearings.All.FirstOrDefault(h => h.Announced.No == no)?.AnnouncedOn;

    private static DateOnly? Settlement(Petition petition, int no) => petition.Measures.Settlements.All.FirstOrDefault(s => s.Settled.No == no)?.On;

    private static Aid? Aid(Petition petition, int no) => petition.Measures.Aids.All.FirstOrDefault(a => a.Applied.No == no);

    private static DateOnly? Claim(Petition petition, int no) => petition.Procedures.Claims.FirstOrDefault(c => c.Received.No == no)?.Received.ReceivedOn;

    /// <summary>The filing where the paper is filed, else its receipt; of a paper that was sent back, the day of that.</summary>
    private static DateOnly? Procedure(Petition petition, int no) => petition.Procedures.Find(no) is { } chain
        ? Latest(chain.FiledOn ?? chain.Owed.ReceivedOn, chain.Steps.LastOrDefault(s => s.Kind == ReviewKind.Objection)?.AppliedOn) : null;

    /// <summary>The filing of the procedure that is under way, else its application.</summary>
    private static DateOnly? Step(Petition petition, int no) => petition.Procedures.Find(no)?.Current is { } step ? step.FiledOn ?? step.AppliedOn : null;

    private static DateOnly? Longer(Petition petition, int no) => petition.Procedures.Find(no)?.Current.Longer?.AskedOn;
}
