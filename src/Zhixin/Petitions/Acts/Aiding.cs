using Zhixin.Intake;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// Judicial aid 司法救助 (GC21-11, JZ21-3.2.4(4)): asked for by an applicant in hardship where enforcement found nothing, reported, decided by
/// another, told. What was asked for is decided even when the petition has ended.
/// </summary>
public static class Aiding
{
    /// <summary>The act by which aid is decided, as the authority matrix names it.</summary>
    public const string Approving = "approve-aid";

    /// <summary>Whole numbers are exact in a stored fact up to here.</summary>
    private const long MostFen = 1L << 53;

    /// <summary>The applicant asks for aid.</summary>
    /// <param name="noProperty">What shows that enforcement found nothing.</param>
    public static Decision<object> Apply(Petition petition, string? hardship, string? noProperty, string? document) => petition switch
    {
        _ when NotApplicable(petition) is { } not => not,
        _ when Empty(hardship) => new Refusal.Law("GC21-11", "aid-needs-hardship"),
        _ when Exhausting.LastCheck(petition) is { Found: true } => new Refusal.Law("GC21-11", "aid-property-exists"),
        _ when Empty(noProperty) => new Refusal.Law("GC21-11", "aid-needs-no-property"),
        _ when Empty(document) => new Refusal.Law("GC21-11", "aid-needs-application"),
        _ => new object[] { new PetitionAidApplied(petition.Measures.Aids.All.Count + 1, hardship!.Trim(), noProperty!.Trim(), document!.Trim()) },
    };

    /// <summary>The application is reported to whoever decides.</summary>
    public static Decision<object> Report(Petition petition, string? body, string? document, Actors by) => petition.Measures.Aids.Undecided switch
    {
        _ when NotReportable(petition) is { } not => not,
        _ when Empty(body) => new Refusal.Input("body", "aid-needs-body"),
        _ when Empty(document) => new Refusal.Law("GC21-11", "aid-needs-report"),
        { Applied.No: var no } => new object[] { new PetitionAidReported(no, body!.Trim(), document!.Trim(), by.Person, by.For) },
        null => NotReportable(petition)!,
    };

    /// <summary>Another than who reported grants an amount, or refuses with reasons.</summary>
    /// <param name="yuan">More than nothing and exact to the fen, where it is granted; null where it is refused.</param>
    public static Decision<object> Decide(Petition petition, bool granted, decimal? yuan, string? reason, string? document, Actors by) => petition.Measures.Aids.Undecided switch
    {
        _ when NotDecidable(petition) is { } not => not,
        { Reported: { } reported } when by.Include(reported.ReportedBy) || by.Include(reported.ReportedFor) => new Refusal.Authority(Approving, "aid-own"),
        _ when !granted && Empty(reason) => new Refusal.Law("JZ21-3.2.4(4)", "aid-refusal-needs-reason"),
        _ when granted && yuan is null or <= 0 => new Refusal.Law("JZ21-3.2.4(4)", "aid-needs-amount"),
        _ when granted && Fen(yuan!.Value) is null => new Refusal.Input("amount", "aid-amount-inexact", yuan),
        _ when Empty(document) => new Refusal.Law("JZ21-3.2.4(4)", "aid-needs-decision"),
        { Applied.No: var no } => new object[]
        {
            new PetitionAidDecided(no, granted, granted ? Fen(yuan!.Value) : null, granted ? null : reason!.Trim(), document!.Trim()),
        },
        null => NotDecidable(petition)!,
    };

    /// <summary>The applicant knows what was decided.</summary>
    public static Decision<object> Tell(Petition petition, ServiceMethod method, string? proof) => petition.Measures.Aids.Last switch
    {
        _ when NotTellable(petition) is { } not => not,
        _ when Empty(proof) => new Refusal.Law("GC21-11", "aid-telling-needs-proof"),
        { Applied.No: var no } => new object[] { new PetitionAidTold(no, method, proof!.Trim()) },
        null => NotTellable(petition)!,
    };

    /// <summary>Hardship stays: civil or social relief is asked to help, after judicial aid was decided.</summary>
    public static Decision<object> Refer(Petition petition, ReliefKind kind, string? body, string? proof) => petition.Measures.Aids.Last switch
    {
        _ when NotReferable(petition) is { } not => not,
        _ when Empty(body) => new Refusal.Input("body", "relief-needs-body"),
        _ when Empty(proof) => new Refusal.Law("JZ21-3.2.4(4)", "relief-needs-proof"),
        { Applied.No: var no } => new object[] { new PetitionReliefReferred(no, kind, body!.Trim(), proof!.Trim()) },
        null => NotReferable(petition)!,
    };

    /// <summary>Why no aid can be asked for now; null when it can.</summary>
    public static Refusal? NotApplicable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when !IsOfApplicant(petition) => new Refusal.Law("GC21-11", "aid-only-applicant"),
        { Measures.Aids.Undecided: not null } => new Refusal.State("aid-undecided"),
        _ when petition.Measures.Aids.All.Any(a => !a.Told) => new Refusal.State("aid-untold"),
        _ => null,
    };

    /// <summary>Why nothing can be reported; null where an application waits for it.</summary>
    public static Refusal? NotReportable(Petition petition) => Gone(petition) ?? petition.Measures.Aids.Undecided switch
    {
        null => new Refusal.State("aid-not-applied"),
        { Reported: not null } => new Refusal.State("aid-reported"),
        _ => null,
    };

    /// <summary>Why nothing can be decided; null where a report waits for it.</summary>
    public static Refusal? NotDecidable(Petition petition) => Gone(petition) ?? petition.Measures.Aids.Undecided switch
    {
        null => new Refusal.State("aid-not-applied"),
        { Reported: null } => new Refusal.Law("GC21-11", "aid-not-reported"),
        _ => null,
    };

    /// <summary>Why nothing can be told; null where a decision is.</summary>
    public static Refusal? NotTellable(Petition petition) => Gone(petition) ?? petition.Measures.Aids.Last switch
    {
        null => new Refusal.State("aid-not-applied"),
        { Decided: null } => new Refusal.State("aid-undecided"),
        { Told: true } => new Refusal.State("aid-told"),
        _ => null,
    };

    /// <summary>Why nobody can be asked for relief yet; null where aid is decided.</summary>
    public static Refusal? NotReferable(Petition petition) => Gone(petition) ?? petition.Measures.Aids.Last switch
    {
        { Decided: not null } => null,
        _ => new Refusal.Law("JZ21-3.2.4(4)", "relief-after-aid"),
    };

    /// <summary>The amount in fen; null where it has parts of a fen, or more digits than a fact can hold.</summary>
    private static long? Fen(decimal yuan) => yuan <= MostFen / 100m && yuan * 100 is var fen && fen == decimal.Truncate(fen) ? (long)fen : null;

    private static bool IsOfApplicant(Petition petition) => petition.Acceptance.Capacity is { } capacity
        ? capacity is Capacity.Applicant or Capacity.Agent
        : petition.Petitioners.Any(p => p.Capacity is Capacity.Applicant or Capacity.Agent);

    private static Refusal? Gone(Petition petition) =>
        petition.Stage is Stage.Voided or Stage.Merged ? new Refusal.State("petition-not-open", petition.Stage.Code) : null;

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
