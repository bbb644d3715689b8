namespace Zhixin.Petitions.Acts;

/// <summary>
/// Termination 终结 (SPC16-19 to 26): the petitioner is heard and hardship answered, a court reports or the one that decides opens it, and it may be taken back before
/// the decision. <c>docs/termination.md</c> holds the states; the chain behind the report is <see cref="TerminationReviewing"/>.
/// </summary>
public static class Terminating
{
    public const string Reporting = "report-termination";

    /// <summary>The kinds of record that suit a material; a paper and a file suit every one, and a material that is not here is suited by every record.</summary>
    private static readonly Dictionary<string, string[]> Suitable = new(StringComparer.Ordinal)
    {
        ["measures"] = ["petition.property-checked", "petition.measure-taken", "petition.situation-explained", "petition.inquiry-made", "petition.aid-decided"],
        ["talk-records"] = ["petition.met", "petition.leader-met", "petition.reception-held", "petition.hearing-held", "petition.replied", "termination.heard"],
        ["rulings"] = ["procedure.objection-ruled", "procedure.outsider-objection-ruled", "procedure.reconsideration-ruled", "procedure.supervision-ruled", "procedure.earlier-ruling-recorded"],
    };

    /// <summary>The petitioner is heard on the termination, before it is reported (SPC16-19, 20).</summary>
    public static Decision<object> Hear(Petition petition, TerminationHeard heard) => Class(petition) switch
    {
        _ when NotPreparable(petition) is { } not => not,
        var clause when Empty(heard.Present) => new Refusal.Law(clause, "termination-hearing-needs-present"),
        var clause when Empty(heard.View) => new Refusal.Law(clause, "termination-hearing-needs-view"),
        var clause when heard.Method is ServiceMethod.Post or ServiceMethod.Message or ServiceMethod.Electronic => new Refusal.Law(clause, "termination-hearing-not-spoken"),
        _ when heard.Method == ServiceMethod.InPerson && Working.Unsigned(heard.Signing) is { } unsigned => unsigned,
        var clause when Empty(heard.Proof) => new Refusal.Law(clause, "termination-hearing-needs-proof"),
        _ => new object[] { heard with { Present = heard.Present.Trim(), View = heard.View.Trim(), Proof = heard.Proof.Trim() } },
    };

    /// <summary>What the petitioner says of hardship is recorded in the own words, and answered (SPC16-22).</summary>
    public static Decision<object> AnswerHardship(Petition petition, TerminationHardshipAnswered answered) => petition switch
    {
        _ when NotPreparable(petition) is { } not => not,
        _ when Empty(answered.Statement) => new Refusal.Law("SPC16-22", "hardship-needs-statement"),
        _ when Empty(answered.Answer) => new Refusal.Law("SPC16-22", "hardship-needs-answer"),
        _ when Empty(answered.Proof) => new Refusal.Law("SPC16-22", "hardship-needs-proof"),
        _ => new object[] { answered with { Statement = answered.Statement.Trim(), Answer = answered.Answer.Trim(), Proof = answered.Proof.Trim() } },
    };

    /// <summary>The court reports with all that must be there; where it decides itself, it opens the matter for its own decision.</summary>
    public static Decision<object> Report(Petition petition, ReportTermination command, TerminationRules rules, Actors by)
    {
        if ((NotReportable(petition) ?? TerminationConditions.Refused(petition, command.Statement, rules) ?? WrongCourt(petition, rules)) is { } refusal)
        {
            return refusal;
        }

        var clause = rules.Clause(TerminationConditions.Ground(petition, rules));
        var (materials, unfit) = Ticked(petition, command, rules);
        return (unfit ?? Unticked(petition, rules, materials) ?? (Empty(command.Document) ? new Refusal.Law(clause, "termination-needs-report") : null)) is { } missing
            ? missing
            : new object[] { Reported(petition, command, rules, materials, by) };
    }

    /// <summary>Why nobody reports now, whatever is on record; null when a court can.</summary>
    public static Refusal? NotReportable(Petition petition) => petition switch
    {
        { Terminations.Standing: not null } => new Refusal.State("termination-stands"),
        { Terminations.Pending: not null } => new Refusal.State("termination-pending"),
        _ when NotPreparable(petition) is { } not => not,
        { WriteOffs.Pending: not null } => new Refusal.State("write-off-pending"),
        { WriteOffs.Standing: not null } => new Refusal.State("write-off-stands"),
        { Handling.Resolution: not null } => new Refusal.State("termination-resolved"),
        _ => null,
    };

    /// <summary>Why nothing is prepared: the matter is not open, not accepted, or about to be declined. Null when it is.</summary>
    public static Refusal? NotPreparable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Acceptance.Decline: not null } => new Refusal.State("decline-open"),
        { Acceptance.Accepted: null } => new Refusal.Law("GC21-6a(1)", "handling-needs-acceptance"),
        _ => null,
    };

    /// <summary>The court that reported takes it back before the decision.</summary>
    public static Decision<object> Withdraw(Petition petition, int court, string? reason) => petition.Terminations.Pending switch
    {
        _ when NotWithdrawable(petition, court) is { } not => not,
        _ when Empty(reason) => new Refusal.Input("reason", "reason-required"),
        { No: var no } => new object[] { new TerminationWithdrawn(no, reason!.Trim()) },
        null => NotWithdrawable(petition, court)!,
    };

    /// <summary>Why this court has nothing to take back; null where it has.</summary>
    public static Refusal? NotWithdrawable(Petition petition, int court) => petition.Terminations.Pending switch
    {
        null => new Refusal.State("termination-none"),
        { Reported.Court: var from } when from != court => new Refusal.State("termination-elsewhere"),
        _ => null,
    };

    /// <summary>What bars superiors from handing down and supervising: a termination that stands (SPC16-25). Null where none does.</summary>
    public static Refusal.Law? Barred(Petition petition) => petition.Terminations.Standing is null ? null : new Refusal.Law("SPC16-25", "hand-down-terminated");

    /// <summary>What follows where the matter is open again with a new fact: a termination that stood is reversed.</summary>
    internal static IEnumerable<object> Recur(Petition petition) =>
        petition.Terminations.Standing is { No: var no } ? [new TerminationReversed(no, TerminationReversal.NewFact, null, null, null, null)] : [];

    /// <summary>Documents of the petition that suit a material: records of this round, papers that count, files.</summary>
    public static IEnumerable<MatterDocument> Suiting(Petition petition, string code, IReadOnlyList<MatterDocument> files) =>
    [
        .. petition.WriteOffs.Records.Where(r => !Suitable.TryGetValue(code, out var kinds) || kinds.Contains(r.Kind)),
        .. petition.Papers.Issued.Where(p => p.VoidedBecause is null).Select(p => new MatterDocument(DocumentSource.Paper, $"{p.Facts.No}", p.Facts.Kind, p.Facts.Number, p.On)),
        .. files,
    ];

    /// <summary>Implementation is reported by the enforcing court; review by any court below the one that decides, or by that one itself.</summary>
    public static Refusal? WrongCourt(Petition petition, TerminationRules rules)
    {
        var (ground, court) = (TerminationConditions.Ground(petition, rules), rules.Acting.Number);
        var clause = rules.Clause(ground);
        return TerminationConditions.Decider(petition, rules) switch
        {
            null => new Refusal.Law(clause, "termination-nobody-decides"),
            _ when ground == TerminationGround.Implementation && court != petition.Opened.Responsible => new Refusal.Law("SPC16-19", "termination-not-enforcing", rules.Chain[0].Name),
            _ when ground == TerminationGround.Implementation && rules.Enforcing is { } enforcing && enforcing != court => new Refusal.Law("SPC16-19", "termination-not-enforcing", rules.Court(enforcing).Name),
            { Number: var decider, Name: var name } when rules.Chain.TakeWhile(c => c.Number != decider).All(c => c.Number != court) && court != decider =>
                new Refusal.Law(clause, "termination-other-decider", name),
            _ => null,
        };
    }

    private static (IReadOnlyList<TerminationMaterial> Materials, Refusal? Unfit) Ticked(Petition petition, ReportTermination command, TerminationRules rules)
    {
        var (ticked, list) = (new List<TerminationMaterial>(), rules.Materials(petition.Acceptance.Classified!.Class));
        foreach (var (code, reference) in command.Chosen.Distinct())
        {
            if (list?.Find(code) is null || Suiting(petition, code, rules.Files).FirstOrDefault(d => d.Reference() == reference) is not { } document)
            {
                return ([], new Refusal.Input("materials", "termination-document-unfit", list?.Find(code)?.Name ?? code));
            }

            ticked.Add(new TerminationMaterial(code, document));
        }

        return (ticked, null);
    }

    private static Refusal.Law? Unticked(Petition petition, TerminationRules rules, IReadOnlyList<TerminationMaterial> materials)
    {
        var missing = (rules.Materials(petition.Acceptance.Classified!.Class)?.Items ?? []).Where(item => item.IsRequired && materials.All(m => m.Code != item.Code)).ToList();
        return missing is [{ Clause: var clause }, ..] ? new Refusal.Law(clause, "termination-material-missing", string.Join('、', missing.Select(item => item.Name))) : null;
    }

    private static TerminationReported Reported(Petition petition, ReportTermination command, TerminationRules rules, IReadOnlyList<TerminationMaterial> materials, Actors by)
    {
        var (ground, stated, decider) = (TerminationConditions.Ground(petition, rules), command.Statement, TerminationConditions.Decider(petition, rules)!.Number);
        var above = rules.Chain.SkipWhile(c => c.Number != rules.Acting.Number).Skip(1).Select(c => c.Number).ToList();
        IReadOnlyList<int> way = rules.Acting.Number == decider ? [] : [.. above.TakeWhile(c => c != decider), decider];
        var later = TerminationConditions.Later(petition, rules).Select(c => c.Contact).ToHashSet();
        return new TerminationReported(
            petition.Terminations.All.Count + 1, rules.Acting.Number, petition.Acceptance.Classified!.Class, ground, rules.Clause(ground), stated.Scope!.Value, [.. stated.Repeats.Where(later.Contains)],
            stated.SameCause!.Trim(), command.Document!.Trim(), Empty(stated.ExceptionAsked) ? null : stated.ExceptionAsked!.Trim(), materials, [.. Evidence(petition, rules)], way, decider,
            rules.Supreme.Number, by.Person, by.For);
    }

    private static IEnumerable<TerminationEvidence> Evidence(Petition petition, TerminationRules rules)
    {
        var used = rules.Exhaustion(petition);
        IEnumerable<TerminationEvidence> own = petition.Acceptance.Classified!.Class == PetitionClass.Implementation
            ? [
                new("petition.property-checked", petition.Measures.Exhaustion.Checks[^1].Fact.Proof, petition.Measures.Exhaustion.Checks[^1].On),
                new("petition.commitment-made", petition.Measures.Exhaustion.Commitments[^1].Fact.Document, petition.Measures.Exhaustion.Commitments[^1].On),
            ]
            : new[] { used.Objection, used.Reconsideration, used.Supervision }.OfType<ReviewRuling>().Select(r => new TerminationEvidence(Kind(r.Kind), r.Document, r.On));
        return own.Concat(petition.Terminations.Heard.Select(h => new TerminationEvidence("termination.heard", h.Heard.Proof, h.On)))
            .Concat(petition.Terminations.Hardship is { } said ? [new TerminationEvidence("termination.hardship-answered", said.Answered.Proof, said.On)] : []);
    }

    private static string Kind(ReviewKind kind) => kind switch
    {
        ReviewKind.Objection => "procedure.objection-ruled",
        ReviewKind.Reconsideration => "procedure.reconsideration-ruled",
        ReviewKind.Supervision => "procedure.supervision-ruled",
    };

    private static string Class(Petition petition) => petition.Acceptance.Classified?.Class == PetitionClass.Review ? "SPC16-20(1)" : "SPC16-19";

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
