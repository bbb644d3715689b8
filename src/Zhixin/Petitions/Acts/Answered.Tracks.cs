namespace Zhixin.Petitions.Acts;

/// <summary>The same table for what runs beside the course of a petition: write-off, termination with what follows it, procedures, six months without enforcement.</summary>
public static partial class Answered
{
    private static IEnumerable<KeyValuePair<Type, Func<Petition, object, DateOnly?>>> Tracks =>
    [
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
        Of<NonExecutionBegan>((_, f) => f.ReceivedOn),
        Of<SuperiorOrderApplied>((_, f) => f.ReceivedOn),
        Of<EnforcementOrdered>((p, _) => p.NonExecution.Open?.Applied.ReceivedOn),
        Of<SuperiorOrderRefused>((p, _) => p.NonExecution.Open?.Applied.ReceivedOn),
        Of<EnforcementMoved>((p, _) => Latest(p.NonExecution.Open?.Applied.ReceivedOn, p.NonExecution.Open?.OrderedOn)),
        Of<SuperiorOrderWithdrawn>((p, _) => p.NonExecution.Open?.Applied.ReceivedOn),
        Of<TerminationHeard>((p, _) => Latest(p.Acceptance.AcceptedOn, Begun(p))),
        Of<TerminationHardshipAnswered>((p, _) => Latest(p.Acceptance.AcceptedOn, Begun(p))),
        Of<TerminationReported>((p, f) => Latest(f.Materials.Select(m => m.Document.On).Concat(f.Evidence.Select(e => (DateOnly?)e.On)).Append(p.Acceptance.AcceptedOn).Append(Begun(p)))),
        Of<TerminationPassedUp>((p, f) => Terminated(p, f.No)),
        Of<TerminationReturned>((p, f) => Terminated(p, f.No)),
        Of<TerminationDeciderNamed>((p, f) => Terminated(p, f.No)),
        Of<TerminationFilingSent>((p, f) => Terminated(p, f.No)),
        Of<TerminationCorrectionAsked>((p, f) => Terminated(p, f.No)),
        Of<TerminationCorrected>((p, f) => Terminated(p, f.No)),
        Of<TerminationFilingAnswered>((p, f) => Terminated(p, f.No)),
        Of<TerminationDecided>((p, f) => Latest(Terminated(p, f.No), p.Terminations.Heard.Max(h => (DateOnly?)h.On), p.Terminations.Hardship?.On)),
        Of<TerminationNoticeServed>((p, f) => Terminated(p, f.No)),
        Of<TerminationWithdrawn>((p, f) => Terminated(p, f.No)),
        Of<TerminationReversed>((p, f) => Terminated(p, f.No)),
        Of<TerminationContactFound>((p, f) => p.Terminations.After.Contacts.FirstOrDefault(c => c.No == f.No)?.Came.ReceivedOn),
        Of<TerminationStandingAnswerGiven>((p, f) => p.Terminations.After.Contacts.FirstOrDefault(c => c.No == f.No)?.FoundOn),
        Of<PetitionRepeatFindingRecorded>((p, f) => Latest(p.Terminations.After.Of(f.Termination).Max(c => c.FoundOn), Terminated(p, f.Termination))),
        Of<PetitionRepeatReported>((p, _) => p.Terminations.After.Unreported?.On),
        Of<EnforcementPropertyQueried>((p, f) => Latest(Terminated(p, f.Termination), p.Terminations.After.Queries is [.., var last] ? last.On : null)),
        Of<EnforcementClueReceived>((_, f) => f.ReceivedOn),
        Of<EnforcementResumed>((p, f) => Latest(Terminated(p, f.Termination), p.Terminations.After.Waiting.Min(c => (DateOnly?)c.Received.ReceivedOn))),
        Of<EnforcementClueVerified>((p, f) => p.Terminations.After.Clues.FirstOrDefault(c => c.Received.No == f.No)?.Received.ReceivedOn),
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
        Of<EnforcementRoundTerminated>((_, f) => f.RuledOn),
        Of<EnforcementRoundQueried>((p, _) => p.ClosedRound is { Ruled.RuledOn: var ruled } round ? Latest(ruled, round.Queries.Max(q => (DateOnly?)q.On)) : null),
        Of<EnforcementRestored>((_, f) => f.RestoredOn),
        Of<LateRulingReported>((_, f) => f.ReceivedOn),
        Of<RulingOrdered>((p, f) => Step(p, f.No)),
        Of<ObjectionRulingOrdered>((_, f) => f.ReceivedOn),
        Of<FilingOrdered>((_, f) => f.ReceivedOn),
    ];

    /// <summary>The day of the last step of an application.</summary>
    private static DateOnly? Written(Petition petition, int no) => petition.WriteOffs.All.FirstOrDefault(w => w.Applied.No == no)?.Since;

    /// <summary>The day of the last step of a termination.</summary>
    private static DateOnly? Terminated(Petition petition, int no) => petition.Terminations.Find(no)?.Since;

    private static DateOnly? Claim(Petition petition, int no) => petition.Procedures.Claims.FirstOrDefault(c => c.Received.No == no)?.Received.ReceivedOn;

    /// <summary>The filing where the paper is filed, else its receipt; of a paper that was sent back, the day of that.</summary>
    private static DateOnly? Procedure(Petition petition, int no) => petition.Procedures.Find(no) is { } chain
        ? Latest(chain.FiledOn ?? chain.Owed.ReceivedOn, chain.Steps.LastOrDefault(s => s.Kind == ReviewKind.Objection)?.AppliedOn) : null;

    /// <summary>The filing of the procedure that is under way, else its application.</summary>
    private static DateOnly? Step(Petition petition, int no) => petition.Procedures.Find(no)?.Current is { } step ? step.FiledOn ?? step.AppliedOn : null;

    private static DateOnly? Longer(Petition petition, int no) => petition.Procedures.Find(no)?.Current.Longer?.AskedOn;

    /// <summary>The day of the answer, and of the end where there is one: what is to be written off is handled.</summary>
    private static DateOnly? Finished(Petition petition) => Latest(petition.Handling.RepliedOn, Ended(petition.Stage), Begun(petition));
}
