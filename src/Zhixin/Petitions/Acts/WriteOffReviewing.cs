namespace Zhixin.Petitions.Acts;

/// <summary>
/// The chain of a write-off behind the application (HNP-16, GC21-14): agree, send the material, pass up court by court, name who verifies, verify, record the
/// outcome. No station is skipped; each is of one court and one person, and nobody who took part decides on it again.
/// </summary>
public static class WriteOffReviewing
{
    public const string Agreeing = "agree-write-off";
    public const string PassingUp = "pass-up-write-off";
    public const string Returning = "return-write-off";
    public const string Verifying = "verify-write-off";

    /// <summary>The enforcing court agrees.</summary>
    public static Decision<object> Agree(Petition petition, int court, string? opinion, Actors by) =>
        (NotHere(petition, court, WriteOffStation.Agree) ?? Twice(petition, Agreeing, by) ?? Wordless(opinion)) is { } refusal ? refusal
        : new object[] { new WriteOffAgreed(No(petition), court, opinion!.Trim(), by.Person, by.For) };

    /// <summary>The material goes up, whole.</summary>
    /// <param name="sending">The clause under which the actor sends: each of the two that know of it has a post of its own for it.</param>
    /// <param name="files">Ids of the files of the matter that nobody withdrew.</param>
    public static Decision<object> Send(Petition petition, int court, string sending, string? to, string? document, IReadOnlyCollection<string> files, Actors by) => petition.WriteOffs.Pending switch
    {
        _ when NotSendable(petition, court, sending) is { } not => not,
        { } pending when pending.Applied.Materials.FirstOrDefault(m => IsGone(petition, m.Document, files)) is { } gone => new Refusal.Law(sending, "write-off-material-gone", gone.Document.Name),
        _ when string.IsNullOrWhiteSpace(to) => new Refusal.Law(sending, "write-off-needs-receiver"),
        _ when string.IsNullOrWhiteSpace(document) => new Refusal.Law(sending, "write-off-needs-sending"),
        _ => new object[] { new WriteOffMaterialSent(No(petition), court, to.Trim(), document.Trim(), by.Person, by.For) },
    };

    /// <summary>Why the material cannot be sent by this court under this clause; null when it can.</summary>
    public static Refusal? NotSendable(Petition petition, int court, string sending) => petition.WriteOffs.Pending?.Applied.MaterialClause switch
    {
        _ when NotHere(petition, court, WriteOffStation.Material) is { } not => not,
        { } clause when clause != sending => new Refusal.Law(clause, "write-off-sent-otherwise"),
        _ => null,
    };

    /// <summary>A court on the way passes it up, with its opinion.</summary>
    public static Decision<object> PassUp(Petition petition, int court, string? opinion, Actors by) =>
        (NotHere(petition, court, WriteOffStation.PassUp) ?? Twice(petition, PassingUp, by) ?? Wordless(opinion)) is { } refusal ? refusal
        : new object[] { new WriteOffPassedUp(No(petition), court, opinion!.Trim(), by.Person, by.For) };

    /// <summary>The court that has it sends it one step back.</summary>
    public static Decision<object> Return(Petition petition, int court, string? reason, Actors by) => petition.WriteOffs.Pending switch
    {
        _ when NotReturnable(petition, court) is { } not => not,
        _ when Twice(petition, Returning, by) is { } twice => twice,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law(WritingOff.Clause, "write-off-return-needs-reason"),
        { } pending => new object[] { new WriteOffReturned(pending.Applied.No, court, pending.Before(court), reason.Trim(), by.Person, by.For) },
        null => NotReturnable(petition, court)!,
    };

    /// <summary>Why this court has nothing to send back; null where it has.</summary>
    public static Refusal? NotReturnable(Petition petition, int court) => petition.WriteOffs.Pending?.Waits switch
    {
        null => new Refusal.State("write-off-none"),
        _ when petition.Stage is not (Stage.Replied or Stage.Closed) => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Court: var at } when at != court => new Refusal.State("write-off-elsewhere"),
        { Station: WriteOffStation.Outcome } => new Refusal.State("write-off-submitted"),
        _ => null,
    };

    /// <summary>The court that handed down names who verifies: one of its own staff who may, is not accused, and took no step before.</summary>
    /// <param name="posts">The posts that may verify.</param>
    public static Decision<object> Name(Petition petition, int court, Candidate? verifier, IReadOnlyCollection<string> posts, Actors by) => petition.WriteOffs.Pending switch
    {
        _ when NotNameable(petition, court) is { } not => not,
        _ when verifier is null || verifier.Court != court || !verifier.AtCourt || !verifier.Posts.Any(posts.Contains) => new Refusal.Input("verifier", "write-off-verifier-not-in-post", verifier?.Name ?? string.Empty),
        _ when petition.Accused.Contains(verifier.Id) => new Refusal.Law("GC21-5(1)", "assign-accused", verifier.Name),
        { } pending when pending.Involves(verifier.Id) => new Refusal.Input("verifier", "write-off-verifier-took-part", verifier.Name),
        { } pending when pending.Verifier?.Person == verifier.Id => new Refusal.State("already-assigned", verifier.Name),
        { Applied.No: var no } => new object[] { new WriteOffVerifierNamed(no, court, verifier.Id, verifier.Name, by.Person, by.For) },
        null => NotNameable(petition, court)!,
    };

    /// <summary>Why this court names nobody now; null when it can, also in the place of who was named and has not verified.</summary>
    public static Refusal? NotNameable(Petition petition, int court) => petition.WriteOffs.Pending?.Waits switch
    {
        { Station: WriteOffStation.Verify, Court: var at } when at == court => null,
        _ => NotHere(petition, court, WriteOffStation.NameVerifier),
    };

    /// <summary>The named person submits write-off, for which the ground must still be there, or continued supervision, which ends the application.</summary>
    /// <param name="unfounded">Why the ground is there no more; null where it is.</param>
    public static Decision<object> Verify(Petition petition, int court, bool submits, string? opinion, Refusal? unfounded, Actors by) => petition.WriteOffs.Pending switch
    {
        _ when NotHere(petition, court, WriteOffStation.Verify) is { } not => not,
        { Verifier: { } named } when !by.Include(named.Person) => new Refusal.Authority(Verifying, "write-off-verifier-other", named.Name),
        _ when Twice(petition, Verifying, by) is { } twice => twice,
        _ when Wordless(opinion) is { } wordless => wordless,
        { Applied.No: var no } when !submits => new object[]
        {
            new WriteOffVerified(no, court, false, opinion!.Trim(), by.Person, by.For), new WriteOffRefused(no, court, opinion.Trim(), null, by.Person, by.For),
        },
        _ when unfounded is not null => unfounded,
        { Applied.No: var no } => new object[] { new WriteOffVerified(no, court, true, opinion!.Trim(), by.Person, by.For) },
        null => new Refusal.State("write-off-none"),
    };

    /// <summary>
    /// The platform's answer is recorded. Written off: hops that still run are over, and the matter is closed where its own conditions let it; else it closes when
    /// they do.
    /// </summary>
    public static Decision<object> Record(Petition petition, int court, bool writtenOff, string? document, string? reason, Actors by) => petition.WriteOffs.Pending switch
    {
        _ when NotHere(petition, court, WriteOffStation.Outcome) is { } not => not,
        _ when string.IsNullOrWhiteSpace(document) => new Refusal.Law(WritingOff.Clause, "write-off-outcome-needs-document"),
        _ when !writtenOff && string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        { Applied.No: var no } when !writtenOff => new object[] { new WriteOffRefused(no, court, reason!.Trim(), document.Trim(), by.Person, by.For) },
        { Applied.No: var no } =>
        (object[])[
            new WriteOffApproved(no, court, document.Trim(), by.Person, by.For),
            .. petition.HandDowns.Open.Select(h => HandDownClosed.Of(h, HopEnd.WrittenOff)),
            .. Answering.NotClosable(petition) is null ? [new PetitionClosed(ClosedBy.WrittenOff, document.Trim())] : Array.Empty<object>(),
        ],
        null => new Refusal.State("write-off-none"),
    };

    /// <summary>Why a court can do nothing at a station now; null when it waits there, at that court.</summary>
    public static Refusal? NotHere(Petition petition, int court, WriteOffStation station) => petition.WriteOffs.Pending?.Waits switch
    {
        null => new Refusal.State("write-off-none"),
        _ when petition.Stage is not (Stage.Replied or Stage.Closed) => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Station: var waits } when waits != station => new Refusal.State("write-off-not-yet"),
        { Court: var at } when at != court => new Refusal.State("write-off-elsewhere"),
        _ => null,
    };

    /// <summary>A paper that was declared void and a file that was withdrawn stand for nothing any more.</summary>
    private static bool IsGone(Petition petition, MatterDocument document, IReadOnlyCollection<string> files) => document.Source switch
    {
        DocumentSource.Paper => petition.Papers.Issued.All(p => $"{p.Facts.No}" != document.Key || p.VoidedBecause is not null),
        DocumentSource.File => !files.Contains(document.Key),
        DocumentSource.Record => false,
    };

    private static Refusal.Authority? Twice(Petition petition, string act, Actors by) =>
        petition.WriteOffs.Pending!.Involves(by.Person) || (by.For is { } other && petition.WriteOffs.Pending.Involves(other)) ? new Refusal.Authority(act, "write-off-own") : null;

    private static Refusal? Wordless(string? opinion) => string.IsNullOrWhiteSpace(opinion) ? new Refusal.Law(WritingOff.Clause, "write-off-needs-opinion") : null;

    private static int No(Petition petition) => petition.WriteOffs.Pending!.Applied.No;
}
