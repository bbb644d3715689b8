using Zhixin.Courts;
using Zhixin.Intake;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// What follows a termination (SPC16-21, 25): property is queried on, a clue with a request resumes enforcement at once, every later contact is registered and a person finds
/// what it brings before anybody gives the standing answer or reports.
/// </summary>
public static class AfterTermination
{
    private const string Query = "SPC16-21";
    private const string Late = "SPC16-25";

    /// <summary>Property was looked for again, and the applicant knows the result. Where a round of enforcement ended too, the same query is the one that is owed after it (TER16-9).</summary>
    public static Decision<object> QueryProperty(Petition petition, bool found, string? source, string? result, string? told, string? proof, RoundRules? round = null) => petition.Terminations.Standing switch
    {
        _ when NotQueried(petition) is { } not => not,
        _ when Empty(source) => new Refusal.Law(Query, "query-needs-source"),
        _ when Empty(result) => new Refusal.Law(Query, "query-needs-result"),
        _ when Empty(told) => new Refusal.Law(Query, "query-needs-telling"),
        _ when Empty(proof) => new Refusal.Law(Query, "query-needs-proof"),
        { No: var no } when petition.ClosedRound is { Ruled.RuledOn: var ruledOn } && round is not null => new object[]
        {
            new EnforcementPropertyQueried(no, true, found, source!.Trim(), result!.Trim(), told!.Trim(), proof!.Trim()),
            new EnforcementRoundQueried(found, round.InYears(ruledOn, round.Today), source.Trim(), result.Trim(), told.Trim(), proof.Trim()),
        },
        { No: var no } => new object[] { new EnforcementPropertyQueried(no, true, found, source!.Trim(), result!.Trim(), told!.Trim(), proof!.Trim()) },
        null => NotQueried(petition)!,
    };

    /// <summary>Why nothing is queried; null where an implementation matter is terminated.</summary>
    public static Refusal? NotQueried(Petition petition) => petition.Terminations.Standing switch
    {
        null => new Refusal.State("termination-not-standing"),
        { Reported.Class: PetitionClass.Review } => new Refusal.Law(Query, "query-implementation-only"),
        _ => null,
    };

    /// <summary>A clue to property and the request to resume come in together; whoever receives them records them.</summary>
    public static Decision<object> ReceiveClue(Petition petition, DateOnly? received, string? clue, string? request, Guid? contact, DateOnly today, Actors by) => petition switch
    {
        _ when NotQueried(petition) is { } not => not,
        _ when received is null => new Refusal.Input("receivedOn", "date-unreadable", string.Empty),
        _ when received > today => new Refusal.Input("receivedOn", "date-in-future", received),
        _ when received < petition.Terminations.Standing!.EndedOn => new Refusal.Input("receivedOn", "before-what-it-answers", petition.Terminations.Standing.EndedOn),
        _ when contact is { } id && petition.Contacts.All(c => c.Contact != id) => new Refusal.Input("contact", "contact-not-joined"),
        _ when Empty(clue) => new Refusal.Law(Query, "clue-needs-words"),
        _ when Empty(request) => new Refusal.Law(Query, "clue-needs-request"),
        _ => new object[] { Received(petition, received.Value, clue!, request!, contact, by) },
    };

    /// <summary>Enforcement resumes: with a termination that stands, that ends, since its ground is gone, and the matter is open again.</summary>
    /// <param name="number">As read; a resumed case of the court that answers.</param>
    public static Decision<object> Resume(Petition petition, CaseNumber? number, string? document, Actors by) => petition.Terminations switch
    {
        _ when NotResumable(petition) is { } not => not,
        _ when number is null => new Refusal.Input("number", "case-number-unreadable"),
        _ when number.Type != "执恢" => new Refusal.Law(Query, "resume-number-type", number.Text),
        _ when number.Court?.Number != petition.Opened.Responsible => new Refusal.Law(Query, "resume-number-court", number.Text),
        _ when Empty(document) => new Refusal.Law(Query, "resume-needs-document"),
        { Standing.No: var no } => new object[]
        {
            new EnforcementResumed(no, number.Text, document!.Trim(), by.Person, by.For), new PetitionReopened(number.Text, "start"),
            new TerminationReversed(no, TerminationReversal.Resumed, null, null, null, null),
        },
        { All: [.., { No: var no }] } => new object[] { new EnforcementResumed(no, number.Text, document!.Trim(), by.Person, by.For) },
        _ => new Refusal.Law(Query, "resume-nothing"),
    };

    /// <summary>Why nothing resumes; null where a clue waits or a query found property.</summary>
    public static Refusal? NotResumable(Petition petition) => petition.Terminations switch
    {
        { All: [] } => new Refusal.State("termination-not-standing"),
        { After: var after, Standing: var standing } when after.Waiting.Any() || (standing is not null && after.HasFound(standing.No)) => null,
        _ => new Refusal.Law(Query, "resume-nothing"),
    };

    /// <summary>A clue is verified after enforcement resumed, never before (SPC16-21).</summary>
    public static Decision<object> Verify(Petition petition, int clue, bool isTrue, string? findings, string? proof, Actors by) => petition.Terminations.After.Clues.FirstOrDefault(c => c.Received.No == clue) switch
    {
        null => new Refusal.Input("clue", "clue-unknown", clue),
        { Verified: not null } => new Refusal.State("clue-verified"),
        { Resumed: false } => new Refusal.Law(Query, "clue-resume-first"),
        _ when Empty(findings) => new Refusal.Law(Query, "clue-needs-findings"),
        _ when Empty(proof) => new Refusal.Law(Query, "clue-needs-proof"),
        _ => new object[] { new EnforcementClueVerified(clue, isTrue, findings!.Trim(), proof!.Trim(), by.Person, by.For) },
    };

    /// <summary>Why no clue is verified; null where one waits for it.</summary>
    public static Refusal? NothingToVerify(Petition petition) => petition.Terminations.After.Clues switch
    {
        var clues when clues.Any(c => c is { Resumed: true, Verified: null }) => null,
        var clues when clues.Any(c => !c.Resumed) => new Refusal.Law(Query, "clue-resume-first"),
        _ => new Refusal.State("clue-none"),
    };

    /// <summary>A person finds what a later contact brings. Something new opens the matter again and reverses the termination; a clue is owed its resumption too.</summary>
    /// <param name="no">Of the contact among those after a termination.</param>
    /// <param name="request">With a clue in an implementation matter: what was asked for.</param>
    public static Decision<object> Find(Petition petition, int no, LateContactBrings brings, string? reason, string? request, Actors by) => Contact(petition, no) switch
    {
        _ when NothingToFind(petition) is { } not => not,
        null => new Refusal.Input("contact", "late-contact-unknown", no),
        { Found: not null } => new Refusal.State("late-contact-found"),
        _ when Empty(reason) => new Refusal.Law(Late, "late-contact-needs-reason"),
        { } one when brings == LateContactBrings.Nothing => new object[] { new TerminationContactFound(no, one.Came.Contact, brings, reason!.Trim(), by.Person, by.For) },
        _ when Resumes(petition, brings) && Empty(request) => new Refusal.Law(Query, "clue-needs-request"),
        { } one => Opened(petition, one, brings, reason!.Trim(), request, by),
    };

    /// <summary>Why no contact is to be judged; null where one waits for it.</summary>
    public static Refusal? NothingToFind(Petition petition) => petition.Terminations.Standing switch
    {
        null => new Refusal.State("termination-not-standing"),
        { No: var no } when petition.Terminations.After.Of(no).All(c => c.Found is not null) => new Refusal.State("late-contact-none"),
        _ => null,
    };

    /// <summary>The standing answer, only after a person found that the contact brings nothing new.</summary>
    public static Decision<object> GiveStandingAnswer(Petition petition, int no, string? content, ServiceMethod method, string? proof) => Contact(petition, no) switch
    {
        _ when petition.Terminations.Standing is null => new Refusal.State("termination-not-standing"),
        null => new Refusal.Input("contact", "late-contact-unknown", no),
        { Found: null } => new Refusal.Law(Late, "standing-answer-before-finding"),
        { AnsweredOn: { } on } => new Refusal.State("standing-answer-given", on),
        _ when Empty(content) => new Refusal.Law(Late, "standing-answer-needs-content"),
        _ when Empty(proof) => new Refusal.Law(Late, "standing-answer-needs-proof"),
        { } one => new object[] { new TerminationStandingAnswerGiven(no, one.Came.Contact, content!.Trim(), method, proof!.Trim()) },
    };

    /// <summary>Why the standing answer is given to no contact; null where one may have it.</summary>
    public static Refusal? NothingToAnswer(Petition petition) => petition.Terminations.Standing switch
    {
        null => new Refusal.State("termination-not-standing"),
        { No: var no } when petition.Terminations.After.Of(no).Any(c => c is { Found: not null, AnsweredOn: null }) => null,
        { No: var no } when petition.Terminations.After.Of(no).Any(c => c.Found is null) => new Refusal.Law(Late, "standing-answer-before-finding"),
        _ => new Refusal.State("late-contact-none"),
    };

    /// <summary>A person finds that the petitioner repeats and harasses; only where every later contact was judged and none brought anything.</summary>
    public static Decision<object> FindRepeat(Petition petition, string? conduct, string? proof, int from, Actors by) => petition.Terminations.Standing switch
    {
        _ when NoRepeat(petition, from) is { } not => not,
        _ when Empty(conduct) => new Refusal.Law(Late, "repeat-needs-conduct"),
        _ when Empty(proof) => new Refusal.Law(Late, "repeat-needs-proof"),
        { No: var no } => new object[] { new PetitionRepeatFindingRecorded(no, petition.Terminations.After.Of(no).Count(), conduct!.Trim(), proof!.Trim(), by.Person, by.For) },
        null => NoRepeat(petition, from)!,
    };

    /// <summary>Why nobody is found to repeat; null where it may be.</summary>
    /// <param name="from">From how many contacts on.</param>
    public static Refusal? NoRepeat(Petition petition, int from) => petition.Terminations.Standing switch
    {
        null => new Refusal.State("termination-not-standing"),
        _ when petition.Terminations.After.Unreported is not null => new Refusal.State("repeat-unreported"),
        { No: var no } when petition.Terminations.After.Of(no).Any(c => c.Found is null) => new Refusal.Law(Late, "repeat-unjudged"),
        { No: var no } when petition.Terminations.After.Of(no).Count() is var count && count < from => new Refusal.Law(Late, "repeat-too-few", count, from),
        _ => null,
    };

    /// <summary>The finding is reported to the political-legal committee of the same level, with the count of contacts.</summary>
    public static Decision<object> ReportRepeat(Petition petition, string? body, string? document, Actors by) => petition.Terminations.Standing switch
    {
        _ when NoReport(petition) is { } not => not,
        _ when Empty(body) => new Refusal.Law(Late, "repeat-report-needs-body"),
        _ when Empty(document) => new Refusal.Law(Late, "repeat-report-needs-document"),
        { No: var no } => new object[] { new PetitionRepeatReported(no, petition.Terminations.After.Of(no).Count(), body!.Trim(), document!.Trim(), by.Person, by.For) },
        null => NoReport(petition)!,
    };

    /// <summary>Why nothing is reported; null where a finding waits for it.</summary>
    public static Refusal? NoReport(Petition petition) => petition.Terminations switch
    {
        { Standing: null } => new Refusal.State("termination-not-standing"),
        { After.Unreported: null } => new Refusal.Law(Late, "repeat-report-needs-finding"),
        _ => null,
    };

    /// <summary>What the matter says when a contact joins it while it is terminated.</summary>
    /// <param name="at">Its place among those that join together, from 0.</param>
    internal static TerminationContactCame Came(Petition petition, int termination, Contact contact, int at = 0) =>
        new(petition.Terminations.After.Contacts.Count + 1 + at, termination, contact.Id.Id, contact.Facts.ReceivedOn);

    private static LateContact? Contact(Petition petition, int no) =>
        petition.Terminations.Standing is { No: var standing } ? petition.Terminations.After.Of(standing).FirstOrDefault(c => c.No == no) : null;

    private static bool Resumes(Petition petition, LateContactBrings brings) => brings == LateContactBrings.Clue && NotQueried(petition) is null;

    private static object[] Opened(Petition petition, LateContact one, LateContactBrings brings, string reason, string? request, Actors by) =>
    [
        new TerminationContactFound(one.No, one.Came.Contact, brings, reason, by.Person, by.For), new PetitionReopened(reason, "start"),
        new TerminationReversed(one.Came.Termination, TerminationReversal.Contact, one.Came.Contact, null, null, null),
        .. Resumes(petition, brings) ? [Received(petition, one.Came.ReceivedOn, reason, request!, one.Came.Contact, by)] : Array.Empty<object>(),
    ];

    private static EnforcementClueReceived Received(Petition petition, DateOnly on, string clue, string request, Guid? contact, Actors by) =>
        new(petition.Terminations.After.Clues.Count + 1, true, on, clue.Trim(), request.Trim(), contact, by.Person, by.For);

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
