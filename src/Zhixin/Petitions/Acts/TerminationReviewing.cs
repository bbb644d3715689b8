using Zhixin.Courts;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// The chain of a termination behind the report (SPC16-19, 20, 23, 24): courts pass up or send back, the High Court files with the Supreme Court, the court that the law
/// names decides, the petitioner is told in writing. What is missing is asked anew at every step; nobody who took part decides.
/// </summary>
public static class TerminationReviewing
{
    public const string PassingUp = "pass-up-termination";
    public const string Deciding = "decide-termination";
    public const string Filing = "SPC16-23";

    /// <summary>A court on the way adds its opinion and passes it up.</summary>
    public static Decision<object> PassUp(Petition petition, string? opinion, TerminationRules rules, Actors by) => petition.Terminations.Pending switch
    {
        _ when NotHere(petition, rules.Acting.Number, TerminationStation.PassUp) is { } not => not,
        _ when Twice(petition, PassingUp, by) is { } twice => twice,
        { } pending when Gone(petition, pending, rules) is { } gone => gone,
        { Reported.GroundClause: var clause } when Empty(opinion) => new Refusal.Law(clause, "termination-needs-opinion"),
        { No: var no } => new object[] { new TerminationPassedUp(no, rules.Acting.Number, opinion!.Trim(), by.Person, by.For) },
        null => new Refusal.State("termination-none"),
    };

    /// <summary>The court that has it sends it one step back; the court that decides also does so where it does not terminate.</summary>
    public static Decision<object> Return(Petition petition, int court, string? reason, Actors by) => petition.Terminations.Pending switch
    {
        _ when NotReturnable(petition, court) is { } not => not,
        { Reported.GroundClause: var clause } when Empty(reason) => new Refusal.Law(clause, "termination-return-needs-reason"),
        { } pending => new object[] { new TerminationReturned(pending.No, court, pending.Before(court), reason!.Trim(), by.Person, by.For) },
        null => new Refusal.State("termination-none"),
    };

    /// <summary>Why this court has nothing to send back; null where it has.</summary>
    public static Refusal? NotReturnable(Petition petition, int court) => petition.Terminations.Pending?.Waits switch
    {
        null => new Refusal.State("termination-none"),
        { Station: TerminationStation.AnswerFiling or TerminationStation.Correct } => new Refusal.State("termination-with-supreme"),
        { Court: var at } when at != court => new Refusal.State("termination-elsewhere"),
        _ => null,
    };

    /// <summary>The Supreme Court leaves the decision to the High Court above the matter (SPC16-20(2)).</summary>
    public static Decision<object> Name(Petition petition, string? document, TerminationRules rules, Actors by) => petition.Terminations.Pending switch
    {
        _ when NotNameable(petition, rules) is { } not => not,
        { } pending when Gone(petition, pending, rules) is { } gone => gone,
        _ when Empty(document) => new Refusal.Law("SPC16-20(2)", "termination-naming-needs-document"),
        { No: var no } => new object[] { new TerminationDeciderNamed(no, rules.Acting.Number, High(rules)!.Number, document!.Trim(), by.Person, by.For) },
        null => new Refusal.State("termination-none"),
    };

    /// <summary>Why no other court is named; null where the Supreme Court may.</summary>
    public static Refusal? NotNameable(Petition petition, TerminationRules rules) => petition.Terminations.Pending switch
    {
        { Reported.Ground: not TerminationGround.ReviewSupreme, Reported.GroundClause: var clause } => new Refusal.Law(clause, "termination-not-left"),
        _ when NotHere(petition, rules.Acting.Number, TerminationStation.Decide) is { } not => not,
        _ when rules.Acting.Level != CourtLevel.Supreme => new Refusal.Law("SPC16-20(2)", "termination-not-left"),
        _ when High(rules) is null => new Refusal.Law("SPC16-20(2)", "termination-no-high"),
        _ => null,
    };

    /// <summary>The High Court files with the Supreme Court before it decides (SPC16-23).</summary>
    public static Decision<object> File(Petition petition, string? document, TerminationRules rules, Actors by) => petition.Terminations.Pending switch
    {
        { NeedsFiling: false } => new Refusal.Law(Filing, "termination-needs-no-filing"),
        _ when NotHere(petition, rules.Acting.Number, TerminationStation.File) is { } not => not,
        { } pending when Gone(petition, pending, rules) is { } gone => gone,
        _ when Empty(document) => new Refusal.Law(Filing, "filing-needs-document"),
        { No: var no } => new object[] { new TerminationFilingSent(no, rules.Acting.Number, document!.Trim(), by.Person, by.For) },
        null => new Refusal.State("termination-none"),
    };

    /// <summary>The Supreme Court asks to correct the filing, until a day that it states.</summary>
    public static Decision<object> AskCorrection(Petition petition, string? reason, DateOnly? due, TerminationRules rules, Actors by) => petition.Terminations.Pending switch
    {
        _ when NotHere(petition, rules.Acting.Number, TerminationStation.AnswerFiling) is { } not => not,
        _ when Twice(petition, Answering, by) is { } twice => twice,
        _ when Empty(reason) => new Refusal.Law(Filing, "filing-needs-reason"),
        _ when due is null => new Refusal.Law(Filing, "filing-needs-date"),
        _ when due < rules.Today => new Refusal.Input("due", "filing-date-past", rules.Today),
        { No: var no } => new object[] { new TerminationCorrectionAsked(no, rules.Acting.Number, reason!.Trim(), due.Value, by.Person, by.For) },
        null => new Refusal.State("termination-none"),
    };

    /// <summary>The High Court has put right what was asked.</summary>
    public static Decision<object> Correct(Petition petition, string? what, string? document, TerminationRules rules, Actors by) => petition.Terminations.Pending switch
    {
        _ when NotHere(petition, rules.Acting.Number, TerminationStation.Correct) is { } not => not,
        { } pending when Gone(petition, pending, rules) is { } gone => gone,
        _ when Empty(what) => new Refusal.Law(Filing, "filing-needs-correction"),
        _ when Empty(document) => new Refusal.Law(Filing, "filing-needs-document"),
        { No: var no } => new object[] { new TerminationCorrected(no, rules.Acting.Number, what!.Trim(), document!.Trim(), by.Person, by.For) },
        null => new Refusal.State("termination-none"),
    };

    /// <summary>The Supreme Court accepts the filing, or returns it with its reason, which ends the application.</summary>
    public static Decision<object> Answer(Petition petition, FilingAnswer answer, string? reason, string? document, TerminationRules rules, Actors by) => petition.Terminations.Pending switch
    {
        _ when NotHere(petition, rules.Acting.Number, TerminationStation.AnswerFiling) is { } not => not,
        _ when Twice(petition, Answering, by) is { } twice => twice,
        { } pending when answer == FilingAnswer.Accepted && Gone(petition, pending, rules) is { } gone => gone,
        _ when answer == FilingAnswer.Returned && Empty(reason) => new Refusal.Law(Filing, "filing-needs-reason"),
        _ when Empty(document) => new Refusal.Law(Filing, "filing-needs-document"),
        { No: var no } => new object[] { new TerminationFilingAnswered(no, rules.Acting.Number, answer, answer == FilingAnswer.Returned ? reason!.Trim() : null, document!.Trim(), by.Person, by.For) },
        null => new Refusal.State("termination-none"),
    };

    /// <summary>The act by which a filing is answered, as the authority matrix names it.</summary>
    public const string Answering = "answer-filing";

    /// <summary>
    /// The court that the law names terminates: everything is there still, the filing is accepted where a High Court decides, and severe hardship has the reasons of
    /// this court. Hops that run end, and the matter is closed.
    /// </summary>
    public static Decision<object> Decide(Petition petition, string? document, string? exception, TerminationRules rules, Actors by) => petition.Terminations.Pending switch
    {
        _ when NotDecidable(petition, rules.Acting.Number, rules) is { } not => not,
        _ when Twice(petition, Deciding, by) is { } twice => twice,
        _ when petition.Procedures.Conversions.Any(c => by.Include(c.Owed.MadeBy)) => new Refusal.Authority(Deciding, "termination-made-act"),
        { } pending when Gone(petition, pending, rules) is { } gone => gone,
        { Reported.GroundClause: var clause } when Empty(document) => new Refusal.Law(clause, "termination-needs-document"),
        _ when petition.Terminations.Hardship is { IsSevere: true } && Empty(exception) => new Refusal.Law("SPC16-22", "termination-needs-exception"),
        { } pending => Decided(petition, pending, rules.Acting.Number, document!.Trim(), Empty(exception) ? null : exception!.Trim(), by),
        null => new Refusal.State("termination-none"),
    };

    /// <summary>Why this court does not decide now; null when it does.</summary>
    public static Refusal? NotDecidable(Petition petition, int court, TerminationRules rules) => petition.Terminations.Pending switch
    {
        { Reported.GroundClause: var clause, Decider: var decider } when decider != court => new Refusal.Law(clause, "termination-other-decider", rules.Court(decider).Name),
        { NeedsFiling: true, Filing: not { Answer: not null } } => new Refusal.Law(Filing, "termination-not-filed"),
        _ => NotHere(petition, court, TerminationStation.Decide),
    };

    /// <summary>The petitioner has the decision in writing, with proof (SPC16-24).</summary>
    public static Decision<object> Notify(Petition petition, int court, ServiceMethod method, string? document, string? proof) => petition.Terminations.Standing switch
    {
        _ when NotNotifiable(petition, court) is { } not => not,
        _ when method is ServiceMethod.Phone or ServiceMethod.Video => new Refusal.Law("SPC16-24", "termination-notice-not-written"),
        _ when Empty(document) => new Refusal.Law("SPC16-24", "termination-notice-needs-document"),
        _ when Empty(proof) => new Refusal.Law("SPC16-24", "termination-notice-needs-proof"),
        { No: var no } => new object[] { new TerminationNoticeServed(no, court, method, document!.Trim(), proof!.Trim()) },
        null => new Refusal.State("termination-not-standing"),
    };

    /// <summary>Why this court has nobody to tell; null where it has.</summary>
    public static Refusal? NotNotifiable(Petition petition, int court) => petition.Terminations.Standing switch
    {
        null => new Refusal.State("termination-not-standing"),
        { NoticeOn: { } on } => new Refusal.State("termination-notice-served", on),
        { Decider: var decider } when decider != court => new Refusal.State("termination-elsewhere"),
        _ => null,
    };

    /// <summary>The court that decided, or the Supreme Court, found it wrong: the matter is open again with new clocks.</summary>
    public static Decision<object> Reverse(Petition petition, string? reason, string? document, TerminationRules rules) => petition.Terminations.Standing switch
    {
        _ when NotReversible(petition, rules.Acting.Number) is { } not => not,
        _ when Empty(reason) => new Refusal.Law("SPC16-26", "termination-reverse-needs-reason"),
        _ when Empty(document) => new Refusal.Law("SPC16-26", "termination-reverse-needs-document"),
        { No: var no } => new object[]
        {
            new PetitionReopened(reason!.Trim(), "start"), new TerminationReversed(no, TerminationReversal.Error, null, rules.Acting.Number, reason.Trim(), document!.Trim()),
        },
        null => new Refusal.State("termination-not-standing"),
    };

    /// <summary>Why this court reverses nothing; null where it may.</summary>
    public static Refusal? NotReversible(Petition petition, int court) => petition.Terminations.Standing switch
    {
        null => new Refusal.State("termination-not-standing"),
        { Decider: var decider, Reported.Supreme: var supreme } when court != decider && court != supreme => new Refusal.Law("SPC16-26", "termination-reverse-other-court"),
        _ => null,
    };

    /// <summary>Why a court can do nothing at a station now; null when it waits there, at that court.</summary>
    public static Refusal? NotHere(Petition petition, int court, TerminationStation station) => petition.Terminations.Pending?.Waits switch
    {
        null => new Refusal.State("termination-none"),
        _ when Terminating.NotPreparable(petition) is { } not => not,
        { Station: var waits } when waits != station => new Refusal.State("termination-not-yet"),
        { Court: var at } when at != court => new Refusal.State("termination-elsewhere"),
        _ => null,
    };

    /// <summary>What the report rested on and is no more; null where all is there.</summary>
    private static Refusal? Gone(Petition petition, Termination pending, TerminationRules rules) => petition.Acceptance.Classified?.Class switch
    {
        var now when now != pending.Reported.Class => new Refusal.Law(pending.Reported.GroundClause, "termination-class-changed"),
        _ when TerminationConditions.Refused(petition, TerminationConditions.Stated(pending.Reported), rules) is { } refused => refused,
        _ when TerminationConditions.Ground(petition, rules) != pending.Reported.Ground || TerminationConditions.Decider(petition, rules)?.Number != pending.Reported.Decider =>
            new Refusal.Law(pending.Reported.GroundClause, "termination-decider-changed"),
        _ => null,
    };

    private static object[] Decided(Petition petition, Termination pending, int court, string document, string? exception, Actors by) =>
    [
        new TerminationDecided(pending.No, court, pending.Reported.Class, document, exception, by.Person, by.For), .. HandingDown.Ended(petition), new PetitionClosed(ClosedBy.Terminated, document),
    ];

    private static Court? High(TerminationRules rules) => rules.Chain.FirstOrDefault(c => c.Level == CourtLevel.High);

    private static Refusal.Authority? Twice(Petition petition, string act, Actors by) =>
        petition.Terminations.Pending is { } pending && (pending.Involves(by.Person) || (by.For is { } other && pending.Involves(other))) ? new Refusal.Authority(act, "termination-own") : null;

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
