using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>Apply for write-off.</summary>
/// <param name="Ground">Code of the list in force.</param>
/// <param name="Standard">How the standard is met.</param>
/// <param name="Chosen">Code of a material, and the reference of the document that stands for it.</param>
public sealed record ApplyForWriteOff(string? Ground, string? Standard, string? Result, IReadOnlyList<(string Code, string Reference)> Chosen);

/// <summary>What applying has to know beside the petition.</summary>
/// <param name="Grounds">In which cases a matter may be written off.</param>
/// <param name="Materials">The materials, with those that must be there; null where no instrument in force names any.</param>
/// <param name="StandardClause">The clause that asks how the standard is met; null where none is in force.</param>
/// <param name="MaterialClause">The clause by which the material is sent up; null where none is in force.</param>
/// <param name="Superiors">Numbers of the superiors of the court that answers, nearest first.</param>
/// <param name="Files">Files of the matter that nobody withdrew.</param>
public sealed record WriteOffRules(
    CodeList Grounds, CodeList? Materials, string? StandardClause, string? MaterialClause, IReadOnlyList<int> Superiors, IReadOnlyList<MatterDocument> Files);

/// <summary>
/// Write-off 核销 (HNP-16, GC21-14, JZ21-3.2.4(6)): the handler applies, takes back, and what a recurrence does. <c>docs/write-off.md</c> holds the states;
/// the chain behind the application is <see cref="WriteOffReviewing"/>.
/// </summary>
public static class WritingOff
{
    /// <summary>The clause of the chain.</summary>
    public const string Clause = "HNP-16";

    /// <summary>The list of grounds.</summary>
    public const string GroundList = "write-off-grounds";

    /// <summary>The list of materials.</summary>
    public const string MaterialList = "write-off-material";

    /// <summary>The kinds of record that suit a material; a paper and a file suit every one, and a material that is not here is suited by every record.</summary>
    private static readonly Dictionary<string, string[]> Suitable = new(StringComparer.Ordinal)
    {
        ["talk-records"] = ["petition.met", "petition.reception-held", "petition.leader-met", "petition.replied", "petition.situation-explained"],
        ["measures"] =
        [
            "petition.property-checked", "petition.measure-taken", "petition.settled", "petition.settlement-performed", "petition.error-corrected", "petition.aid-decided",
            "petition.hearing-held", "petition.third-party-contacted", "petition.outreach-visited", "petition.inquiry-made", "petition.situation-explained",
        ],
        ["commitment"] = ["petition.commitment-made"],
        ["legal-documents"] =
            ["petition.measure-taken", "petition.settled", "petition.error-corrected", "petition.aid-decided", "procedure.objection-ruled", "procedure.outsider-objection-ruled"],
    };

    /// <summary>The handler applies: the matter is handled, a ground of the list is fulfilled, and every material that must be there is ticked by a document.</summary>
    public static Decision<object> Apply(Petition petition, ApplyForWriteOff command, WriteOffRules rules, Actors by)
    {
        if (NotAppliable(petition) is { } not)
        {
            return not;
        }

        var (materials, unfit) = Ticked(petition, command, rules);
        return (unfit ?? Unfounded(petition, command.Ground, rules.Grounds) ?? Missing(command, rules, materials)) is { } refusal ? refusal : Applied(petition, command, rules, materials, by);
    }

    /// <summary>Why nobody can apply now, whatever is given; null when the handler can.</summary>
    public static Refusal? NotAppliable(Petition petition) => petition switch
    {
        { WriteOffs.Standing: not null } => new Refusal.State("write-off-stands"),
        { Terminations.Standing: not null } => new Refusal.Law("SPC16-25", "write-off-terminated"),
        { Terminations.Pending: not null } => new Refusal.State("termination-pending"),
        { WriteOffs.Pending: not null } => new Refusal.State("write-off-pending"),
        { Stage: Stage.Registered or Stage.Accepted } => new Refusal.Law(Clause, "write-off-not-handled"),
        { Stage: not (Stage.Replied or Stage.Closed) } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { IsOpen: true } => Answering.NotClosable(petition),
        _ => null,
    };

    /// <summary>The handler takes the application back before the verifier has spoken.</summary>
    public static Decision<object> Withdraw(Petition petition, string? reason) => petition.WriteOffs.Pending switch
    {
        _ when NotWithdrawable(petition) is { } not => not,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        { Applied.No: var no } => new object[] { new WriteOffWithdrawn(no, false, reason.Trim()) },
        null => NotWithdrawable(petition)!,
    };

    /// <summary>Why there is nothing to take back; null where there is.</summary>
    public static Refusal? NotWithdrawable(Petition petition) => petition.WriteOffs.Pending switch
    {
        null => new Refusal.State("write-off-none"),
        { Waits.Station: WriteOffStation.Outcome } => new Refusal.State("write-off-submitted"),
        _ => null,
    };

    /// <summary>Somebody found that a matter that was written off recurs: the write-off is reversed, and the matter is open again with new clocks.</summary>
    public static Decision<object> Reverse(Petition petition, string? reason) => petition switch
    {
        _ when NotReversible(petition) is { } not => not,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law(Clause, "write-off-reverse-needs-reason"),
        { IsOpen: true, WriteOffs.Standing.Applied.No: var no } => new object[] { new WriteOffReversed(no, Recurrence.Found, reason.Trim()) },
        { WriteOffs.Standing.Applied.No: var no } => new object[] { new PetitionReopened(reason.Trim(), "start"), new WriteOffReversed(no, Recurrence.Found, reason.Trim()) },
        _ => NotReversible(petition)!,
    };

    /// <summary>Why no write-off can be reversed; null where one stands.</summary>
    public static Refusal? NotReversible(Petition petition) => petition.WriteOffs.Standing is null ? new Refusal.State("write-off-does-not-stand") : null;

    /// <summary>What bars superiors from handing down or supervising: a write-off that stands (HNP-16). Null where none does.</summary>
    public static Refusal.Law? Barred(Petition petition) => petition.WriteOffs.Standing is null ? null : new Refusal.Law(Clause, "hand-down-written-off");

    /// <summary>
    /// What follows where the matter is open again: a write-off that stood is reversed, an application under way falls away. It comes behind the reopening, so
    /// that a contact that leaves again puts both back.
    /// </summary>
    internal static IEnumerable<object> Recur(Petition petition, Recurrence because) => petition.WriteOffs switch
    {
        { Standing.Applied.No: var no } => [new WriteOffReversed(no, because, null)],
        { Pending.Applied.No: var no } => [new WriteOffWithdrawn(no, Recurred: true, null)],
        _ => [],
    };

    /// <summary>Whether a ground of the list is fulfilled by what is recorded; null where it is.</summary>
    public static Refusal? Unfounded(Petition petition, string? ground, CodeList grounds) => grounds.Find(ground ?? string.Empty) switch
    {
        null => new Refusal.Input("ground", "write-off-ground-unknown"),
        { Code: "resolved", Clause: var clause } when !petition.Handling.IsRecognised => new Refusal.Law(clause, "write-off-not-recognised"),
        { Code: "excluded", Clause: var clause } when petition.Acceptance.Bars.All(b => b.LiftedOn is not null) => new Refusal.Law(clause, "write-off-not-excluded"),
        { Code: not ("resolved" or "excluded" or "replied"), Name: var name } => new Refusal.Input("ground", "write-off-ground-not-checked", name),
        _ => null,
    };

    /// <summary>Documents of the petition that suit a material: records of this round, papers that count, files.</summary>
    public static IEnumerable<MatterDocument> Suiting(Petition petition, string code, IReadOnlyList<MatterDocument> files) =>
    [
        .. petition.WriteOffs.Records.Where(r => !Suitable.TryGetValue(code, out var kinds) || kinds.Contains(r.Kind)),
        .. petition.Papers.Issued.Where(p => p.VoidedBecause is null).Select(p => new MatterDocument(DocumentSource.Paper, $"{p.Facts.No}", p.Facts.Kind, p.Facts.Number, p.On)),
        .. files,
    ];

    /// <summary>The courts by which the matter came down, from the nearest above to the one that handed it down first. Who took it back is none of them.</summary>
    public static IReadOnlyList<int> Way(Petition petition, IReadOnlyList<int> superiors)
    {
        var hops = petition.HandDowns.All.Where(h => h.Ended is not (HopEnd.Recalled or HopEnd.Passed or HopEnd.Filed)).ToList();
        return [.. superiors.Where(court => hops.Exists(h => h.Issued.From == court || h.Issued.To == court))];
    }

    private static (IReadOnlyList<WriteOffMaterial> Materials, Refusal? Unfit) Ticked(Petition petition, ApplyForWriteOff command, WriteOffRules rules)
    {
        var ticked = new List<WriteOffMaterial>();
        foreach (var (code, reference) in command.Chosen.Distinct())
        {
            var item = rules.Materials?.Find(code);
            if (item is null || Suiting(petition, code, rules.Files).FirstOrDefault(d => d.Reference() == reference) is not { } document)
            {
                return ([], new Refusal.Input("materials", "write-off-document-unfit", item?.Name ?? code));
            }

            ticked.Add(new WriteOffMaterial(code, document));
        }

        return (ticked, null);
    }

    private static Refusal? Missing(ApplyForWriteOff command, WriteOffRules rules, IReadOnlyList<WriteOffMaterial> materials)
    {
        var missing = (rules.Materials?.Items ?? []).Where(item => item.IsRequired && materials.All(m => m.Code != item.Code)).ToList();
        return missing switch
        {
            [{ Clause: var clause }, ..] => new Refusal.Law(clause, "write-off-material-missing", string.Join('、', missing.Select(item => item.Name))),
            _ when rules.StandardClause is { } clause && string.IsNullOrWhiteSpace(command.Standard) => new Refusal.Law(clause, "write-off-needs-standard"),
            _ when string.IsNullOrWhiteSpace(command.Result) => new Refusal.Law(Clause, "write-off-needs-result"),
            _ => null,
        };
    }

    private static object[] Applied(Petition petition, ApplyForWriteOff command, WriteOffRules rules, IReadOnlyList<WriteOffMaterial> materials, Actors by)
    {
        var (no, ground) = (petition.WriteOffs.All.Count + 1, rules.Grounds.Find(command.Ground!)!);
        return
        [
            .. rules.MaterialClause is null ? Array.Empty<object>() : [new WriteOffWanted(no)],
            new WriteOffApplied(
                no, petition.Opened.Responsible, ground.Code, ground.Clause, string.IsNullOrWhiteSpace(command.Standard) ? null : command.Standard.Trim(), command.Result!.Trim(),
                materials, Way(petition, rules.Superiors), rules.MaterialClause, by.Person, by.For),
        ];
    }
}
