using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Papers;
using Zhixin.Petitions;

namespace Zhixin.Supervisions;

/// <summary>
/// A supervision 督办件 (HNI-1, HNP-1): a superior sees, presses and corrects what a court under it does about a petition or an enforcement case. Its
/// clocks are its own; none closes one of the petition, and none of the petition's closes it.
/// </summary>
/// <param name="Enforcing">Number of the court that enforces now; a ruling may change it.</param>
/// <param name="Rounds">1, and one more each time it is supervised again (HNP-15).</param>
/// <param name="SettledOn">When the superior found the report lawful and the matter settled: the court below closes (HNP-15).</param>
/// <param name="TakenOver">The rulings by which another court enforces, in their order.</param>
/// <param name="Approvals">What was asked for, in the order of asking, and what became of it.</param>
public sealed partial record Supervision(
    StreamId Id, int Version, SupervisionMaterialReceived Material, DateOnly OpenedOn, int Enforcing, SupervisionReviewerNamed? Reviewer, SupervisionReviewed? Reviewed,
    DateOnly? ReviewedOn, SupervisionMode? Mode, IReadOnlyList<Letter> Letters, IReadOnlyList<Opinion> Opinions, IReadOnlyList<Panel> Panels,
    IReadOnlyList<Instruction> Instructions, IReadOnlyList<Admonition> Admonitions, IReadOnlyList<ErrorFlag> Errors,
    Listing Listing, SupervisionCloseAsked? CloseAsked, DateOnly? CloseAskedOn, DateOnly? SettledOn, int Rounds, IReadOnlyList<TakenOver> TakenOver,
    IReadOnlyList<Approval> Approvals, IReadOnlyList<Obligation> Obligations, SupervisionEnd? End)
{
    /// <summary>The stream's kind.</summary>
    public const string Kind = "supervision";

    /// <summary>The papers that went out in it, in their order.</summary>
    public IReadOnlyList<MatterPaper> Papers { get; init; } = [];

    /// <summary>The means of supervision that were used, in their order.</summary>
    public IReadOnlyList<Means> Means { get; init; } = [];

    /// <summary>The plans made together with the enforcing court, in their order.</summary>
    public IReadOnlyList<JointPlan> Plans { get; init; } = [];

    /// <summary>Whether it runs.</summary>
    public bool IsOpen => End is null;

    /// <summary>Whether the superior found the matter settled (HNP-15).</summary>
    public bool IsSettled => SettledOn is not null;

    /// <summary>Number of the supervising court, which leads.</summary>
    public int Court => Material.Court;

    /// <summary>Whether a court presses its own people (GC21-5(4)): such a one never leads.</summary>
    public bool IsInternal => Material.Court == Material.Enforcing;

    /// <summary>Code of the ground on which it is supervised (HNI-3); null before the review.</summary>
    public string? Ground => Reviewed?.Ground;

    /// <summary>The letters that run.</summary>
    public IEnumerable<Letter> Open => Letters.Where(l => l.IsOpen);

    /// <summary>The panel that reviews the matter; null where none was formed.</summary>
    public Panel? Panel => Panels.LastOrDefault(p => p.Formed.Purpose == PanelPurpose.Review);

    /// <summary>Whether a panel must decide (HNP-6).</summary>
    public bool NeedsPanel => Material.Flags.Count > 0;

    /// <summary>The courts below that take part: those that have a letter or an opinion, and the one that enforces once anything went down or the matter was listed.</summary>
    public IReadOnlyList<int> Below => [.. Letters.Select(l => l.Issued.To).Concat(Letters.Count > 0 || Listing.Approved is not null ? [Enforcing] : []).Distinct()];

    /// <summary>The next date of all that runs; null where nothing dated is owed.</summary>
    public Obligation? Next => Obligations.Where(o => o.IsOpen && o.Due is not null && !o.IsWindow).OrderBy(o => o.Due).ThenBy(o => o.No).FirstOrDefault();

    /// <summary>Whether an error was found that no review letter asked to correct yet (HNP-12).</summary>
    public bool OwesReviewLetter => Errors.Count(e => e.Opinion is { ErrorFound: true }) > Letters.Count(l => l is { Issued.Letter: LetterKind.Review, Ended: not "withdrawn" });

    /// <summary>The possible error with a number; null where there is none.</summary>
    public ErrorFlag? Error(int no) => Errors.FirstOrDefault(e => e.Facts.No == no);

    /// <summary>The newest instruction that asks for a mode, or leaves it open (HNP-7, 9); null where there is none.</summary>
    public Instruction? InstructedTo(SupervisionMode mode) => Instructions.LastOrDefault(i => i.Facts.Mode is null || i.Facts.Mode == mode);

    /// <summary>The letter with a number; null where there is none.</summary>
    public Letter? Letter(int no) => Letters.FirstOrDefault(l => l.No == no);

    /// <summary>The opinion with a number; null where there is none.</summary>
    public Opinion? Opinion(int no) => Opinions.FirstOrDefault(o => o.No == no);

    /// <summary>The letter that a thing is, or is about; null where it is about none.</summary>
    public Letter? About(Thing? thing) => thing switch
    {
        { Series: Supervisions.Letter.Series, No: var no } => Letter(no),
        { Series: Supervisions.Opinion.Series, No: var no } when Opinion(no) is { } opinion => Letter(opinion.Issued.Letter),
        _ => null,
    };

    /// <summary>Where it stands, in one word for lists.</summary>
    public string Stage => this switch
    {
        { End: { } end } => end.How,
        { IsSettled: true } or { CloseAsked: not null } => "closing",
        { Reviewed: null } => "review",
        _ when Opinions.Any(o => o.IsAsked) => "reconsideration",
        _ when Opinions.Any(o => o.Binds) => "opinion",
        _ when Open.Any(l => l.Pending is not null) => "reported",
        _ when Open.Any(l => l.AwaitsReport) => "awaiting",
        _ when Letters.All(l => l.Round < Rounds) => "sending",
        _ => "running",
    };

    /// <summary>Folds a history; the first fact is the receipt of the material.</summary>
    public static Supervision Fold(StreamId id, IEnumerable<DatedFact> facts)
    {
        Supervision? supervision = null;
        foreach (var fact in facts)
        {
            supervision = supervision is null ? Begin(id, fact) : supervision.Apply(fact);
        }

        return supervision ?? throw new InvalidDataException("A supervision begins with its material.");
    }

    /// <summary>The supervision after its first fact.</summary>
    public static Supervision Begin(StreamId id, DatedFact dated) => dated.Fact is SupervisionMaterialReceived material
        ? new Supervision(
            id, 1, material, dated.On, material.Enforcing, null, null, null, null, [], [], [], [], [], [], Listing.None, null, null, null, 1, [], [], [], null)
        : throw new InvalidDataException("A supervision begins with its material.");

    /// <summary>The supervision after one more fact.</summary>
    public Supervision Apply(DatedFact dated)
    {
        var next = this with { Version = Version + 1, Drafts = Drafting(Drafts, dated), Approvals = SupervisionApprovals.After(Approvals, dated), Papers = Standing(Papers, dated.Fact) };
        return ObligationList.Apply(Obligations, dated.Fact) is { } obligations ? next with { Obligations = obligations }
            : Listing.Apply(dated) is { } listing ? next with { Listing = listing, Mode = dated.Fact is SupervisionListingApproved ? SupervisionMode.Listed : Mode }
            : next.OnCourse(dated) ?? next.OnLetters(dated) ?? next.OnOpinions(dated) ?? next.OnEnd(dated)
            ?? throw new InvalidDataException($"{dated.Fact.GetType().Name} is no fact of a supervision.");
    }

    private Supervision? OnCourse(DatedFact dated) => dated.Fact switch
    {
        SupervisionReviewerNamed f => this with { Reviewer = f },
        SupervisionAccusedNamed f => Barred(f.Accused),
        SupervisionPanelFormed f => this with
        {
            Panels = [.. Panels, new Panel(f, dated.On)],
            Opinions = [.. Opinions.Select(o => o.No == f.Opinion ? o with { Panel = new Panel(f, dated.On) } : o)],
        },
        SupervisionReviewed f => this with { Reviewed = f, ReviewedOn = dated.On },
        SupervisionAccepted f => this with { Mode = f.Mode },
        SupervisionModeChosen f => this with { Mode = f.Mode },
        SupervisionInstructionReceived f => this with { Instructions = [.. Instructions, new Instruction(f, dated.On, null, null, null, null, null, null)] },
        SupervisionErrorFlagged f => this with { Errors = [.. Errors, new ErrorFlag(f, dated.On, null)] },
        SupervisionReviewOpinionWritten f => this with { Errors = [.. Errors.Select(e => e.Facts.No == f.No ? e with { Opinion = f } : e)] },
        SupervisionRoundOpened f => this with { Rounds = f.Round, SettledOn = null, CloseAsked = null, CloseAskedOn = null },
        SupervisionDesignated f => Taken(new TakenOver(f.From, f.To, f.Ruling, dated.On)),
        SupervisionElevated f => Taken(new TakenOver(f.From, f.To, f.Ruling, dated.On)),
        SupervisionBulletinIssued f => this with { Bulletins = [.. Bulletins, new(f, dated.On)], Opinions = [.. Opinions.Select(o => o.OwesBulletin && o.Issued.From == f.Court ? o with { BulletinOn = dated.On } : o)] },
        SupervisionAccountabilityOpened f => this with { Accountabilities = [.. Accountabilities, new(f, dated.On)], Opinions = [.. Opinions.Select(o => o.OwesAccountability && o.Issued.From == f.Court ? o with { AccountableOn = dated.On } : o)] },
        SupervisionResultTold f => this with { Told = [.. Told, new(f, dated.On)] },
        SupervisionAdmonished f => this with { Admonitions = [.. Admonitions, new Admonition(f, dated.On, null)] },
        SupervisionRectificationReported f => this with { Admonitions = [.. Admonitions.Select(a => a.Facts.No == f.No ? a with { RectifiedOn = dated.On } : a)] },
        SupervisionSpecialReportDrafted or SupervisionSpecialReportReviewed or SupervisionSpecialReportApproved or SupervisionSpecialReportSent => this with
        {
            Instructions = [.. Instructions.Select(i => Supervisions.Instruction.Thing(i.Facts.No) == ((IAboutThing)dated.Fact).Thing ? i.Apply(dated) ?? i : i)],
        },
        PaperIssued f => this with { Papers = [.. Papers, new MatterPaper(f, dated.On, null)] },
        SupervisionMeasureTaken f => this with { Means = [.. Means, new Means(f, f.Result, f.Result is null ? null : dated.On)] },
        SupervisionMeasureEnded f => this with { Means = [.. Means.Select(m => m.Taken.No == f.No ? m with { Result = f.Result, EndedOn = dated.On } : m)] },
        SupervisionJointPlanMade f => this with { Plans = [.. Plans, new JointPlan(f, dated.On)] },
        SupervisionEnteredLate or SupervisionLetterDrafted or SupervisionLetterApproved or SupervisionLetterReturned or SupervisionDispatchedDirect
            or SupervisionDispatchedWithResult or SupervisionHandedDown => this,
        _ => null,
    };

    private Supervision? OnLetters(DatedFact dated)
    {
        if (dated.Fact is SupervisionLetterIssued issued)
        {
            return this with { Letters = [.. Letters, Supervisions.Letter.Of(issued, Rounds, dated.On)] };
        }

        if (dated.Fact is not IAboutThing { Thing: { Series: Supervisions.Letter.Series, No: var no } } || Letter(no)?.Apply(dated) is not { } changed)
        {
            return null;
        }

        var next = this with { Letters = [.. Letters.Select(l => l.No == no ? changed : l)] };
        return dated.Fact switch
        {
            SupervisionUrgingLetterIssued f => next.UrgedBy(no, f.Breached, dated.On),
            SupervisionEnforcementOrderIssued f => next.UrgedBy(no, f.Breached, dated.On),
            SupervisionUrged { Opinion: { } opinion } => next with { Opinions = [.. Opinions.Select(o => o.No == opinion ? o with { Urged = [.. o.Urged, dated.On] } : o)] },
            SupervisionLetterWithdrawn => next with { Opinions = [.. Opinions.Select(o => o.Issued.Letter == no ? o with { Lapsed = true } : o)] },
            _ => next,
        };
    }

    /// <summary>An urging letter that names an opinion's overdue date urges the opinion as well (HNI-12, HNP-25(3)).</summary>
    private Supervision UrgedBy(int letter, IReadOnlyList<int> breached, DateOnly on) => this with
    {
        Opinions = [.. Opinions.Select(o => o.Issued.Letter == letter && Obligations.Any(x => breached.Contains(x.No) && x.Opened.Thing == Supervisions.Opinion.Thing(o.No)) ? o with { Urged = [.. o.Urged, on] } : o)],
    };

    private Supervision? OnOpinions(DatedFact dated) => dated.Fact switch
    {
        SupervisionOpinionIssued issued => this with { Opinions = [.. Opinions, Supervisions.Opinion.Of(issued, dated.On)] },
        IAboutThing { Thing: { Series: Supervisions.Opinion.Series, No: var no } } when Opinion(no)?.Apply(dated) is { } changed =>
            this with
            {
                Opinions = [.. Opinions.Select(o => o.No == no ? changed : o)],
                Letters = [.. Letters.Select(l => l.No == changed.Issued.Letter ? Answered(l, dated) : l)],
            },
        _ => null,
    };

    /// <summary>A paper counts no more once what it said fell away; it stays readable, marked.</summary>
    private static IReadOnlyList<MatterPaper> Standing(IReadOnlyList<MatterPaper> papers, object fact) => fact switch
    {
        SupervisionVoided f => [.. papers.Select(p => p with { VoidedBecause = f.Reason })],
        SupervisionLetterWithdrawn f => [.. papers.Select(p => p.Facts.Item == f.No && SupervisionPapers.Letters.Contains(p.Facts.Kind) ? p with { VoidedBecause = f.Reason } : p)],
        _ => papers,
    };

    /// <summary>What became of an opinion says something about the report that it was given on.</summary>
    private static Letter Answered(Letter letter, DatedFact dated) => dated.Fact switch
    {
        SupervisionComplianceReported f => letter.Complied(f, dated.On),
        SupervisionOpinionCorrected { Now: null } => letter.JudgedAgain() with { OverrunOn = null },
        SupervisionOpinionCorrected or SupervisionComplianceSuspended or SupervisionReconsiderationDecided { DueOn: not null } => letter with { OverrunOn = null },
        _ => letter,
    };
}
