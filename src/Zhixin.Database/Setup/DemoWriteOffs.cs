using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Database.Setup;

/// <summary>
/// The write-offs of the demo, in a basic court of the campaign's city: its superior handed the matter down, recognised that it is resolved, and verifies. The
/// handler sends the material, because the campaign's rules are in force there.
/// </summary>
public sealed class DemoWriteOffs(ActingPerson handler, Court court, Court above, IReadOnlyDictionary<string, ActingPerson> people, IReadOnlyList<RegulationPack> packs, DateOnly today)
{
    private const string Clause = "JZ21-3.2.4(6)";

    /// <summary>The head of the court above, and the one whom he names to verify.</summary>
    private const string AboveHead = "jz-head";
    private const string AboveOfficer = "jz-officer";

    /// <summary>The acts, in order.</summary>
    public IEnumerable<DemoAct> Of(DemoStage stage) =>
    [
        .. DemoCourse.Accepted(packs), HandedDown, DemoCourse.Met, Seized, DemoCourse.Enforced, DemoCourse.Opinion(handler), DemoCourse.Approved, DemoCourse.Reply, Recognised, Applied, Agreed, Sent,
        .. stage == DemoStage.WritingOff ? Array.Empty<DemoAct>() : [Named, Verified, Recorded], .. stage == DemoStage.WriteOffReversed ? [Reversed] : Array.Empty<DemoAct>(),
    ];

    private DemoAct HandedDown => new(AboveHead, "hand-down", p => HandingDown.Issue(
        p, new HandDown(above, court, HandDownMode.HandDown, "群众到上级法院来访", "查清情况，依法办结，答复信访人。", "（演示）交字第 1 号", today.AddDays(20), false, [], null),
        new HandDownRules(_ => [above], List("exclusion-grounds"), true, today)));

    private DemoAct Seized => new(null, "exhaust-measures", p => Exhausting.Take(p, new PetitionMeasureTaken("seizure", "查封被执行人名下车辆。", "查封裁定（演示）"), List("enforcement-measures")));

    private DemoAct Recognised => new(AboveHead, Resolving.Recognising, p => Resolving.Recognise(p, true, "案款已经发还，情况属实。", above.Number, [], By(AboveHead)));

    private DemoAct Applied => new(null, "apply-write-off", p => WritingOff.Apply(
        p, new ApplyForWriteOff("resolved", "案款全部发还，符合有效化解的条件。", "案款已经发还，信访人认可。", [.. Chosen(p)]),
        new WriteOffRules(Pack("SPC16", WritingOff.GroundList), Pack("JZ21", WritingOff.MaterialList), Clause, Clause, [above.Number], []), handler.Actors));

    private DemoAct Agreed => new("jf-head", WriteOffReviewing.Agreeing, p => WriteOffReviewing.Agree(p, court.Number, "材料齐全，同意上报。", By("jf-head")));

    private DemoAct Sent => new(null, "send-write-off-material", p => WriteOffReviewing.Send(p, court.Number, Clause, "中级人民法院执行局综合处", "报送函（演示）", [], handler.Actors));

    private DemoAct Named => new(AboveHead, "name-write-off-verifier", p => WriteOffReviewing.Name(
        p, above.Number, new Candidate(people[AboveOfficer].Id, people[AboveOfficer].Name, above.Number, true, people[AboveOfficer].Posts), people[AboveOfficer].Posts, By(AboveHead)));

    private DemoAct Verified => new(AboveOfficer, WriteOffReviewing.Verifying, p => WriteOffReviewing.Verify(p, above.Number, true, "已电话回访，情况属实。", null, By(AboveOfficer)));

    private DemoAct Recorded => new(AboveHead, "record-write-off-outcome", p => WriteOffReviewing.Record(p, above.Number, true, "平台回执（演示）第 1 号", null, By(AboveHead)));

    private static DemoAct Reversed => new(AboveOfficer, "reverse-write-off", p => WritingOff.Reverse(p, "信访人再次到省反映同一事项。"));

    private static IEnumerable<(string Code, string Reference)> Chosen(Petition petition)
    {
        string Record(string kind) => petition.WriteOffs.Records.First(r => r.Kind == kind).Reference();
        return [("legal-documents", Record("petition.measure-taken")), ("talk-records", Record("petition.met")), ("measures", Record("petition.measure-taken"))];
    }

    private Actors By(string user) => people[user].Actors;

    private CodeList List(string id) => packs.SelectMany(p => p.Lists).First(l => l.Id == id);

    private CodeList Pack(string pack, string id) => packs.Single(p => p.Id == pack).Lists.Single(l => l.Id == id);
}
