using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.Matter;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Petitions;

/// <summary>A petition of the implementation class that its handler has, and what is often done with it.</summary>
internal static class Handled
{
    public static readonly Signing Signed = new(true, null);
    public static readonly Signing Unsigned = new(false, " ");
    public static readonly Actors Handler = new(Zhang.Id, null);
    public static readonly Actors Leader = new(Id(80), null);

    public static readonly PetitionPropertyChecked NoProperty = new(false, "总对总网络查控", "银行、车辆、不动产均无", "查询反馈 8 号");

    public static PetitionOpinionSubmitted Opinion => new(Finding.Justified, false, false, "已查封并启动拍卖", "拍卖款已发还", Zhang.Id, null);

    public static Matter Of(string on = "2026-03-02") => AcceptingTests.Accepted(on).AssignedTo(Zhang, "2026-03-03").Acknowledged(Zhang, "2026-03-04");

    /// <summary>The same of the review class.</summary>
    public static Matter Review()
    {
        var matter = Of();
        return matter.Do(Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Zhixin.Intake.Capacity.Applicant, "不服查封"), matter.Petition), "2026-03-04");
    }

    /// <summary>With the opinion approved and the petitioner answered.</summary>
    public static Matter Replied(this Matter matter, string on)
    {
        matter.Do(Answering.Submit(matter.Petition, Opinion), on).Do(Answering.Decide(matter.Petition, true, false, null, null, Leader), on);
        return matter.Do(Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, Signed, "可以依法申请复议", "答复笔录、送达回执", false), on);
    }

    /// <summary>Handed down by the court right above the one that answers, which goes on to answer.</summary>
    public static Matter HandedDown(this Matter matter, string on)
    {
        var above = Directory.Shipped.Parent(Enforcing)!;
        return matter.Do(
            HandingDown.Issue(
                matter.Petition, new HandDown(above, Enforcing, HandDownMode.HandDown, "越级走访", "限期查明", "交字 1 号", Zhixin.Tests.Calendar.Days.On(on).AddDays(30), false, [], null),
                new HandDownRules(court => [.. Directory.Shipped.Superiors(Directory.Shipped.ByNumber(court)!)], List("SPC16", "exclusion-grounds"), IsInUse: true, Zhixin.Tests.Calendar.Days.On(on))),
            on);
    }

    /// <summary>Acts whose decision needs the petition as it stands, one after the other on a day.</summary>
    public static Matter Then(this Matter matter, string on, params IEnumerable<Func<Petition, Decision<object>>> acts)
    {
        foreach (var act in acts)
        {
            matter.Do(act(matter.Petition), on);
        }

        return matter;
    }
}
