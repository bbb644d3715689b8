using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.AcceptingTests;
using static Zhixin.Tests.Petitions.Matter;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Petitions;

/// <summary>A chain of procedures of 钢城, step by step, and the courts above that review.</summary>
internal static class ChainDesk
{
    public static readonly Court Basic = Enforcing;
    public static readonly Court Mid = Directory.Shipped.Parent(Basic)!;
    public static readonly Court High = Directory.Shipped.Parent(Mid)!;
    public static readonly Court Supreme = Directory.Shipped.Parent(High)!;
    public static readonly Actors Reviewer = new(Id(90), null);
    public static readonly Actors President = new(Id(91), null);
    public static readonly PanelMember[] First = [new(Id(94), "甲")];
    public static readonly PanelMember[] Second = [new(Id(95), "乙"), new(Id(96), "丙")];
    public static readonly PanelMember[] Third = [new(Id(97), "丁")];

    private static readonly RuleBook Book = Everywhere();

    /// <summary>What procedures have to know, seen from a day.</summary>
    public static ChainRules Rules(string today) => new(Book, Shipped, Directory.Shipped, On(today));

    /// <summary>An objection received on 4 March, filed on the 5th and rejected on the 10th.</summary>
    public static Matter Ruled(ObjectionKind kind = ObjectionKind.Act, ObjectionOutcome outcome = ObjectionOutcome.Rejected)
    {
        var matter = Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper(kind), On("2026-03-04")), "2026-03-04").Do(Converting.File(matter.Petition, 1, Number(Basic, "执异", 7)), "2026-03-05");
        matter.Do(StepReviewing.Name(matter.Petition, 1, First, Basic.Number, Rules("2026-03-05")), "2026-03-05").Do(Converting.Notify(matter.Petition, 1, "双方", ServiceMethod.Post, "回执"), "2026-03-06");
        return matter.Do(Converting.Rule(matter.Petition, 1, "（2026）鲁0117执异7号裁定", outcome), "2026-03-10");
    }

    /// <summary>The same, served on the 11th: reconsideration until the 23rd, since the 21st is a Saturday.</summary>
    public static Matter Served(ObjectionKind kind = ObjectionKind.Act)
    {
        var matter = Ruled(kind);
        return matter.Do(ServingRulings.Serve(matter.Petition, 1, Service("2026-03-11"), Basic.Number, Rules("2026-03-11")), "2026-03-11");
    }

    /// <summary>Reconsideration applied for on 20 March, received above on the 25th: a ruling until 24 April.</summary>
    public static Matter Reconsidered()
    {
        var matter = Served();
        matter.Do(Reconsidering.Apply(matter.Petition, 1, Application("2026-03-20"), Basic.Number, Rules("2026-03-20")), "2026-03-20");
        matter.Do(Reconsidering.SendUp(matter.Petition, 1, "报送函 1 号", Basic.Number, Rules("2026-03-24")), "2026-03-24");
        matter.Do(Reconsidering.Receive(matter.Petition, 1, Number(Mid, "执复", 3), On("2026-03-25"), Mid.Number, Rules("2026-03-25")), "2026-03-25");
        return matter.Do(StepReviewing.Name(matter.Petition, 1, Second, Mid.Number, Rules("2026-03-25")), "2026-03-25");
    }

    /// <summary>The ruling on reconsideration of 20 April.</summary>
    public static Matter Maintained(RulingOutcome outcome = RulingOutcome.Maintained)
    {
        var matter = Reconsidered();
        return matter.Do(StepReviewing.Rule(matter.Petition, 1, Ruling(outcome, "执复 3 号裁定"), Mid.Number, On("2026-04-20"), Rules("2026-04-20")), "2026-04-20");
    }

    /// <summary>The same in effect on 22 April: supervision until 22 October.</summary>
    public static Matter Effective()
    {
        var matter = Maintained();
        return matter.Do(ServingRulings.Serve(matter.Petition, 1, Service("2026-04-22"), Mid.Number, Rules("2026-04-22")), "2026-04-22");
    }

    /// <summary>Supervision applied for on 8 May, and filed at the High Court on the 11th: a ruling until 11 August.</summary>
    public static Matter Supervised()
    {
        var matter = Effective();
        matter.Do(SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-05-08"), High.Number, Rules("2026-05-08")), "2026-05-08");
        matter.Do(SupervisionCases.File(matter.Petition, 1, Number(High, "执监", 5), High.Number, Rules("2026-05-11")), "2026-05-11");
        return matter.Do(StepReviewing.Name(matter.Petition, 1, Third, High.Number, Rules("2026-05-11")), "2026-05-11");
    }

    /// <summary>All three procedures done and lost, the last ruling served on 8 July.</summary>
    public static Matter Exhausted()
    {
        var matter = Supervised();
        matter.Do(StepReviewing.Rule(matter.Petition, 1, Ruling(RulingOutcome.Maintained, "执监 5 号裁定"), High.Number, On("2026-07-06"), Rules("2026-07-06")), "2026-07-06");
        return matter.Do(ServingRulings.Serve(matter.Petition, 1, Service("2026-07-08"), High.Number, Rules("2026-07-08")), "2026-07-08");
    }

    public static ReceivePaper Paper(ObjectionKind kind = ObjectionKind.Act, string on = "2026-03-04") => new(On(on), kind, true, "异议书", "超标的查封", Zhang.Id, Basic);

    public static ServeRuling Service(string on) => new(On(on), "申请人、被执行人", ServiceMethod.Post, "送达回证 1 号");

    public static ReviewApplication Application(string on) => new(On(on), "申请人", "复议申请书");

    public static SupervisionApplication Supervision(string on, string? why = null) => new(On(on), "申请人", "监督申请书", why);

    public static RuleOnStep Ruling(RulingOutcome outcome, string number = "裁定 1 号") => new(number, outcome, "卷宗第 30 页");

    public static CaseNumber Number(Court court, string type, int sequence) => new(2026, court.Code!, court, type, sequence);

    private static RuleBook Everywhere()
    {
        var (all, procedures) = (Packs.Single(p => p.Id == "SPC16"), Packs.Single(p => p.Id == "procedural-law"));
        return new RuleBook(
            [all, procedures],
            [
                new Adoption(all.Id, all.Version, all.Hash, 0, new DateOnly(2016, 6, 27), null, "施行日期见原文"),
                new Adoption(procedures.Id, procedures.Version, procedures.Hash, 0, new DateOnly(2015, 5, 5), null, "施行日期见原文"),
            ]);
    }
}
