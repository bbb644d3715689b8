using Directory = Zhixin.Tests.Courts.Directory;
using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>A matter on its way to be written off, and the people of the courts on that way.</summary>
internal static class WriteOffDesk
{
    public static readonly Court Mid = Above(Home);
    public static readonly Court High = Above(Mid);
    public static readonly Court Supreme = Above(High);
    public static readonly Actors HomeHead = new(Id(81), null);
    public static readonly Actors Centre = new(Id(82), null);
    public static readonly Actors MidHead = new(Id(83), null);
    public static readonly Actors HighHead = new(Id(84), null);
    public static readonly Candidate Verifier = new(Id(85), "高核查", High.Number, true, ["petition-officer"]);
    public static readonly string[] MayVerify = ["petition-officer", "petition-unit-head"];

    /// <summary>A petition of the handler that High and Mid handed down; both hops run.</summary>
    public static Matter HandedDown()
    {
        var matter = Of();
        matter.Tell(
            [
                new HandDownIssued(1, null, High.Number, Mid.Number, [], HandDownMode.HandDown, "批示", "办结", "函 1 号", On("2026-04-20"), false, null, null, null, null),
                new HandDownIssued(2, 1, Mid.Number, Home.Number, [], HandDownMode.HandDown, "批示", "办结", "函 2 号", On("2026-04-10"), false, null, null, null, null),
            ], On("2026-03-05"), On("2026-03-05"));
        return matter;
    }

    /// <summary>Met, enforced and answered: every material that must be there has its record.</summary>
    public static Matter Ready(this Matter matter)
    {
        matter.Do(Working.Meet(matter.Petition, new PetitionMet(ServiceMethod.InPerson, "信访人", "说明进展", Signed, "约谈笔录 1 号")), "2026-03-06");
        matter.Do(Exhausting.Take(matter.Petition, new PetitionMeasureTaken("seizure", "查封房产", "查封裁定 1 号"), List("SPC16", "enforcement-measures")), "2026-03-09");
        return matter.Replied("2026-03-12");
    }

    public static Matter WrittenOff()
    {
        var matter = HandedDown().Ready();
        matter.Do(Apply(matter), "2026-03-20").Do(Agree(matter), "2026-03-21").Do(Send(matter), "2026-03-22");
        matter.Do(WriteOffReviewing.PassUp(matter.Petition, Mid.Number, "同意上报", MidHead), "2026-03-23");
        return matter.Do(Name(matter), "2026-03-24").Do(Verify(matter), "2026-03-25").Do(Record(matter), "2026-03-26");
    }

    public static ApplyForWriteOff Command(IReadOnlyList<(string Code, string Reference)> chosen) => new("replied", "案款已发还，信访人认可", "执行到位并已答复", chosen);

    public static WriteOffRules Rules(Matter matter) => new(
        List("GC21", "write-off-grounds"), List("GC21", "write-off-material"), "JZ21-3.2.4(6)", "GC21-14",
        [.. Directory.Shipped.Superiors(Directory.Shipped.ByNumber(matter.Petition.Opened.Responsible)!).Select(c => c.Number)], []);

    /// <summary>A record for every material that must be there.</summary>
    public static IReadOnlyList<(string Code, string Reference)> Chosen(Matter matter) =>
    [
        ("legal-documents", Reference(matter, "petition.measure-taken")), ("talk-records", Reference(matter, "petition.met")), ("measures", Reference(matter, "petition.measure-taken")),
    ];

    public static string Reference(Matter matter, string kind) => matter.Petition.WriteOffs.Records.First(r => r.Kind == kind).Reference();

    public static Candidate AsVerifier(Candidate who) => who with { Posts = ["petition-officer"] };

    public static Decision<object> Apply(Matter matter) => Apply(matter, Chosen(matter));

    public static Decision<object> Apply(
        Matter matter, IReadOnlyList<(string Code, string Reference)> chosen, string ground = "replied", string standard = "案款已发还，信访人认可", string result = "执行到位并已答复") =>
        WritingOff.Apply(matter.Petition, new ApplyForWriteOff(ground, standard, result, chosen), Rules(matter), Handler);

    public static Decision<object> Agree(Matter matter) => WriteOffReviewing.Agree(matter.Petition, Home.Number, "属实，同意", HomeHead);

    public static Decision<object> Send(Matter matter) => WriteOffReviewing.Send(matter.Petition, Home.Number, "GC21-14", "中院执行指挥中心", "报送函 1 号", [], Centre);

    public static Decision<object> Name(Matter matter) => WriteOffReviewing.Name(matter.Petition, High.Number, Verifier, MayVerify, HighHead);

    public static Decision<object> Verify(Matter matter, bool submits = true) =>
        WriteOffReviewing.Verify(matter.Petition, High.Number, submits, "已回访，属实", null, new Actors(Verifier.Id, null));

    public static Decision<object> Record(Matter matter, bool writtenOff = true) =>
        WriteOffReviewing.Record(matter.Petition, High.Number, writtenOff, "平台回执 9 号", writtenOff ? null : "平台要求继续督办", HighHead);

    private static Court Above(Court court) => Directory.Shipped.Superiors(court).First();
}
