using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Papers;

namespace Zhixin.Checks;

/// <summary>What came back with a card.</summary>
/// <param name="Answer">Null while it waits, and where no answer is owed.</param>
public sealed record Feedback(CardFeedbackReceived Facts, DateOnly On, CardFeedbackAnswered? Answer, DateOnly? AnsweredOn)
{
    /// <summary>Whether a problem waits for its answer.</summary>
    public bool Waits => !Facts.Satisfied && Answer is null;
}

/// <summary>A service, and how the report phone was told with it.</summary>
/// <param name="Told">Null while it is owed.</param>
public sealed record Service(EnforcementPaperServed Facts, DateOnly On, ReportPhoneTold? Told, DateOnly? ToldOn);

/// <summary>A key node that was done, and who checked it.</summary>
/// <param name="Checked">Null while nobody did.</param>
public sealed record Node(NodeRecorded Facts, DateOnly On, NodeChecked? Checked, DateOnly? CheckedOn);

/// <summary>A risk that was found, and how it was corrected.</summary>
/// <param name="Correction">Null while it is owed.</param>
public sealed record Risk(RiskFound Facts, DateOnly On, RiskCorrected? Correction, DateOnly? CorrectedOn);

/// <summary>A card that went out.</summary>
public sealed record Card(SupervisionCardGiven Facts, DateOnly On);

/// <summary>
/// The record of checks on one enforcement case 执行案件监督记录 (SPC09-4): cards and what came back, services with the report phone, key nodes with who did and who
/// checked them, risks and corrections, what was made open. One per case, in the home of the enforcing court.
/// </summary>
/// <param name="FiledOn">When the case was filed.</param>
/// <param name="ConcludedOn">Null while the case runs.</param>
public sealed record CheckRecord(
    StreamId Id, int Version, EnforcementCaseFiled Filed, DateOnly FiledOn, IReadOnlyList<Card> Cards, IReadOnlyList<Feedback> Feedbacks, IReadOnlyList<Service> Services,
    IReadOnlyList<Node> Nodes, IReadOnlyList<Risk> Risks, IReadOnlyList<(SpotChecked Facts, DateOnly On)> SpotChecks, IReadOnlyList<(OpennessTold Facts, DateOnly On)> Openness,
    IReadOnlyList<MatterPaper> Papers, EnforcementCaseConcluded? Conclusion, DateOnly? ConcludedOn, IReadOnlyList<Obligation> Obligations)
{
    /// <summary>The stream's kind.</summary>
    public const string Kind = "enforcement-case";

    /// <summary>Whether the case runs.</summary>
    public bool Runs => Conclusion is null;

    /// <summary>Whether anything is open: the case runs, or something is still owed.</summary>
    public bool IsOpen => Runs || Obligations.Any(o => o.IsOpen);

    /// <summary>The first thing owed that has a day; null where nothing does.</summary>
    public Obligation? Next => Obligations.Where(o => o is { IsOpen: true, Due: not null }).MinBy(o => (o.Due, o.No));

    /// <summary>The feedback of a number, for the clocks.</summary>
    public static Thing Feedback(int no) => new("feedback", no);

    /// <summary>The service of a number, for the clocks.</summary>
    public static Thing Service(int no) => new("service", no);

    /// <summary>The node of a number, for the clocks.</summary>
    public static Thing Node(int no) => new("node", no);

    /// <summary>The risk of a number, for the clocks.</summary>
    public static Thing Risk(int no) => new("risk", no);

    /// <summary>Folds a history; the first fact is the filing.</summary>
    public static CheckRecord Fold(StreamId id, IEnumerable<DatedFact> facts)
    {
        CheckRecord? record = null;
        foreach (var fact in facts)
        {
            record = record?.Apply(fact) ?? Begin(id, fact);
        }

        return record ?? throw new InvalidDataException("A record begins with the filing of its case.");
    }

    /// <summary>A record with its first fact.</summary>
    public static CheckRecord Begin(StreamId id, DatedFact dated) => dated.Fact is EnforcementCaseFiled filed
        ? new CheckRecord(id, 1, filed, dated.On, [], [], [], [], [], [], [], [], null, null, [])
        : throw new InvalidDataException("A record begins with the filing of its case.");

    /// <summary>The record after a fact.</summary>
    public CheckRecord Apply(DatedFact dated)
    {
        var (next, on) = (this with { Version = Version + 1 }, dated.On);
        return ObligationList.Apply(Obligations, dated.Fact) is { } obligations ? next with { Obligations = obligations } : dated.Fact switch
        {
            SupervisionCardGiven f => next with { Cards = [.. Cards, new Card(f, on)] },
            PaperIssued f => next with { Papers = [.. Papers, new MatterPaper(f, on, null)] },
            CardFeedbackReceived f => next with { Feedbacks = [.. Feedbacks, new Feedback(f, on, null, null)] },
            CardFeedbackAnswered f => next with { Feedbacks = [.. Feedbacks.Select(x => x.Facts.No == f.No ? x with { Answer = f, AnsweredOn = on } : x)] },
            EnforcementPaperServed f => next with { Services = [.. Services, new Service(f, on, null, null)] },
            ReportPhoneTold f => next with { Services = [.. Services.Select(x => x.Facts.No == f.No ? x with { Told = f, ToldOn = on } : x)] },
            NodeRecorded f => next with { Nodes = [.. Nodes, new Node(f, on, null, null)] },
            NodeChecked f => next with { Nodes = [.. Nodes.Select(x => x.Facts.No == f.No ? x with { Checked = f, CheckedOn = on } : x)] },
            RiskFound f => next with { Risks = [.. Risks, new Risk(f, on, null, null)] },
            RiskCorrected f => next with { Risks = [.. Risks.Select(x => x.Facts.No == f.No ? x with { Correction = f, CorrectedOn = on } : x)] },
            SpotChecked f => next with { SpotChecks = [.. SpotChecks, (f, on)] },
            OpennessTold f => next with { Openness = [.. Openness, (f, on)] },
            EnforcementCaseConcluded f => next with { Conclusion = f, ConcludedOn = on },
            EnforcementCaseEnteredLate => next,
            _ => throw new InvalidDataException($"{dated.Fact.GetType().Name} is no fact of a record of checks."),
        };
    }
}
