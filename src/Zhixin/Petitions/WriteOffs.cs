using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>A station of a write-off on its way, in their order.</summary>
public enum WriteOffStation
{
    /// <summary>The handler applied.</summary>
    Apply,

    /// <summary>The enforcing court agrees.</summary>
    Agree,

    /// <summary>The material is sent up.</summary>
    Material,

    /// <summary>A court on the way passes it up.</summary>
    PassUp,

    /// <summary>The court that handed down names who verifies.</summary>
    NameVerifier,

    /// <summary>That person verifies.</summary>
    Verify,

    /// <summary>The platform's outcome is recorded.</summary>
    Outcome,
}

/// <summary>Why an application is over.</summary>
public enum WriteOffEnd
{
    /// <summary>Written off.</summary>
    Approved,

    /// <summary>Supervision goes on.</summary>
    Refused,

    /// <summary>Sent back to the handler, who may apply anew.</summary>
    Returned,

    /// <summary>Taken back, or fallen away because the petitioner came again.</summary>
    Withdrawn,

    /// <summary>Another court answers, another handed it down meanwhile, or the petitioner took the petition back: the way is no longer the same.</summary>
    Lapsed,
}

/// <summary>What somebody did at a station.</summary>
/// <param name="Text">The opinion, or what was sent.</param>
public sealed record WriteOffStep(WriteOffStation Station, int Court, Guid By, Guid? For, DateOnly On, string Text);

/// <summary>Who verifies.</summary>
public sealed record WriteOffVerifier(Guid Person, string Name, DateOnly On);

/// <summary>Where an application waits.</summary>
public sealed record WriteOffPlace(WriteOffStation Station, int Court);

/// <summary>One application, and how far it came.</summary>
/// <param name="Steps">What counts, in order; a step back takes away what it undoes, which stays in the history.</param>
/// <param name="Ended">Null while it is under way.</param>
public sealed record WriteOff(
    WriteOffApplied Applied, DateOnly On, IReadOnlyList<WriteOffStep> Steps, WriteOffVerifier? Verifier, WriteOffEnd? Ended, DateOnly? EndedOn, string? EndText,
    WriteOffReversed? Reversed, DateOnly? ReversedOn)
{
    /// <summary>The series that applications are of.</summary>
    public const string Series = "write-off";

    /// <summary>The n-th of a petition.</summary>
    public static Thing Thing(int no) => new(Series, no);

    /// <summary>Number of the court that verifies: the one that handed down first, or the court itself.</summary>
    public int Top => Applied.Way.Count == 0 ? Applied.Court : Applied.Way[^1];

    /// <summary>Every station of this application with its court, in order.</summary>
    public IReadOnlyList<WriteOffPlace> Stations =>
    [
        new(WriteOffStation.Apply, Applied.Court), new(WriteOffStation.Agree, Applied.Court),
        .. Applied.MaterialClause is null ? Array.Empty<WriteOffPlace>() : [new(WriteOffStation.Material, Applied.Court)],
        .. Applied.Way.SkipLast(1).Select(court => new WriteOffPlace(WriteOffStation.PassUp, court)),
        new(WriteOffStation.NameVerifier, Top), new(WriteOffStation.Verify, Top), new(WriteOffStation.Outcome, Top),
    ];

    /// <summary>The first station at which nobody did anything yet; null when it is over.</summary>
    public WriteOffPlace? Waits => Ended is null ? Stations.First(place => Done(place) is null) : null;

    /// <summary>What was done at a station; null where nothing was.</summary>
    public WriteOffStep? Done(WriteOffPlace place) => Steps.FirstOrDefault(s => s.Station == place.Station && s.Court == place.Court);

    /// <summary>The day of the last thing that counts.</summary>
    public DateOnly Since => EndedOn ?? Steps[^1].On;

    /// <summary>Whether somebody took a step in it already, personally or as the one acted for.</summary>
    public bool Involves(Guid person) => Steps.Any(s => s.Station != WriteOffStation.NameVerifier && (s.By == person || s.For == person));

    /// <summary>The court that gets it back from another; null where that ends the application.</summary>
    public int? Before(int court) => Applied.Way.TakeWhile(c => c != court).LastOrDefault() is > 0 and var before ? before : null;

    internal WriteOff With(WriteOffStation station, int court, Guid by, Guid? actingFor, DateOnly on, string text) =>
        this with { Steps = [.. Steps, new WriteOffStep(station, court, by, actingFor, on, text)] };

    /// <summary>As it stands when a court has it again.</summary>
    internal WriteOff BackTo(int court) =>
        this with { Steps = [.. Steps.TakeWhile(s => s.Court != court)], Verifier = null };

    internal WriteOff End(WriteOffEnd end, DateOnly on, string? text) => this with { Ended = end, EndedOn = on, EndText = text };
}

/// <summary>The applications for write-off of a petition, and the records that may stand for their materials: the fold of those facts.</summary>
/// <param name="Records">What was recorded since the matter was opened or reopened last, in order.</param>
public sealed record WriteOffs(IReadOnlyList<WriteOff> All, IReadOnlyList<MatterDocument> Records)
{
    /// <summary>Before anything happened.</summary>
    public static WriteOffs None { get; } = new([], []);

    /// <summary>The application under way; null where none is.</summary>
    public WriteOff? Pending => All is [.., { Ended: null } last] ? last : null;

    /// <summary>The write-off that stands; null where none does.</summary>
    public WriteOff? Standing => All is [.., { Ended: WriteOffEnd.Approved, Reversed: null } last] ? last : null;

    /// <summary>What a fact does to an application under way: on another way than it was applied for, it goes nowhere.</summary>
    public IEnumerable<object> Lapse(object fact) => fact is PetitionPassedOn or PetitionTransferred or PetitionWithdrawn or HandDownIssued && Pending is { } pending
        ? [new WriteOffLapsed(pending.Applied.No)]
        : [];

    /// <summary>After any fact: what it records.</summary>
    /// <param name="version">The fact's place in the history.</param>
    public WriteOffs After(DatedFact dated, int version) => dated.Fact switch
    {
        var fact when MatterRecords.Of(fact) is { } proof => this with { Records = [.. Records, Record(dated, version, proof)] },
        _ => this,
    };

    /// <summary>The matter is open again: what was recorded before stands for nothing in another application.</summary>
    public WriteOffs Reopened() => this with { Records = [] };

    /// <summary>Applies a fact of a write-off; null when it is about something else.</summary>
    public WriteOffs? Apply(DatedFact dated) => dated.Fact switch
    {
        WriteOffWanted => this,
        WriteOffApplied f => this with { All = [.. All, Begun(f, dated.On)] },
        WriteOffAgreed f => Change(f.No, w => w.With(WriteOffStation.Agree, f.Court, f.By, f.For, dated.On, f.Opinion)),
        WriteOffMaterialSent f => Change(f.No, w => w.With(WriteOffStation.Material, f.Court, f.By, f.For, dated.On, f.To)),
        WriteOffPassedUp f => Change(f.No, w => w.With(WriteOffStation.PassUp, f.Court, f.By, f.For, dated.On, f.Opinion)),
        WriteOffReturned { To: { } to } f => Change(f.No, w => w.BackTo(to)),
        WriteOffReturned f => Change(f.No, w => w.End(WriteOffEnd.Returned, dated.On, f.Reason)),
        WriteOffVerifierNamed f => Change(f.No, w => w.With(WriteOffStation.NameVerifier, f.Court, f.By, f.For, dated.On, f.VerifierName) with { Verifier = new(f.Verifier, f.VerifierName, dated.On) }),
        WriteOffVerified f => Change(f.No, w => w.With(WriteOffStation.Verify, f.Court, f.By, f.For, dated.On, f.Opinion)),
        WriteOffApproved f => Change(f.No, w => w.With(WriteOffStation.Outcome, f.Court, f.By, f.For, dated.On, f.Document).End(WriteOffEnd.Approved, dated.On, f.Document)),
        WriteOffRefused f => Change(f.No, w => w.End(WriteOffEnd.Refused, dated.On, f.Reason)),
        WriteOffWithdrawn f => Change(f.No, w => w.End(WriteOffEnd.Withdrawn, dated.On, f.Reason)),
        WriteOffLapsed f => Change(f.No, w => w.End(WriteOffEnd.Lapsed, dated.On, null)),
        WriteOffReversed f => Change(f.No, w => w with { Reversed = f, ReversedOn = dated.On }),
        _ => null,
    };

    private static WriteOff Begun(WriteOffApplied f, DateOnly on) =>
        new(f, on, [new WriteOffStep(WriteOffStation.Apply, f.Court, f.By, f.For, on, f.Result)], null, null, null, null, null, null);

    private static MatterDocument Record(DatedFact dated, int version, string proof) => new(
        DocumentSource.Record, version.ToString(System.Globalization.CultureInfo.InvariantCulture), FactCatalogue.Of(dated.Fact).Name, proof, dated.On);

    private WriteOffs Change(int no, Func<WriteOff, WriteOff> change) => this with { All = [.. All.Select(w => w.Applied.No == no ? change(w) : w)] };
}

/// <summary>Which facts of a petition are records that may stand for a material, and what proves them.</summary>
internal static class MatterRecords
{
    /// <summary>The proof; null where the fact is no such record.</summary>
    public static string? Of(object fact) => fact switch
    {
        PetitionMet f => f.Proof,
        PetitionReceptionHeld f => f.Proof,
        PetitionLeaderMet f => f.Proof,
        PetitionReplied f => f.Proof,
        PetitionSituationExplained f => f.Proof,
        PetitionInquiryMade f => f.Proof,
        PetitionPropertyChecked f => f.Proof,
        PetitionMeasureTaken f => f.Document,
        PetitionSettled f => f.Document,
        PetitionSettlementPerformed f => f.Proof,
        PetitionErrorCorrected f => f.Proof,
        PetitionThirdPartyContacted f => f.Proof,
        PetitionCommitmentMade f => f.Document,
        PetitionHearingHeld f => f.Minutes,
        PetitionAidDecided { Granted: true } f => f.Document,
        PetitionOutreachVisited f => f.Place,
        TerminationHeard f => f.Proof,
        ObjectionRuled f => f.Ruling,
        OutsiderObjectionRuled f => f.Ruling,
        ReconsiderationRuled f => f.Ruling,
        SupervisionRuled f => f.Ruling,
        EarlierRulingRecorded f => f.Number,
        _ => null,
    };
}
