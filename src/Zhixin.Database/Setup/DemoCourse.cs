using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Database.Setup;

/// <summary>How far an invented matter has come.</summary>
public enum DemoStage
{
    /// <summary>Registered, perhaps in somebody's hands.</summary>
    Registered,

    /// <summary>Accepted; the petitioner has the notice and was met.</summary>
    Accepted,

    /// <summary>The opinion waits for the court leader.</summary>
    Opinion,

    /// <summary>Answered.</summary>
    Replied,

    /// <summary>Closed as resolved.</summary>
    Closed,

    /// <summary>Declining is proposed and waits for the unit head.</summary>
    Declining,

    /// <summary>A paper that is an objection waits to be filed.</summary>
    Objection,

    /// <summary>No property was found; aid waits for the court leader.</summary>
    Aid,

    /// <summary>Its write-off is with the court above, which names who verifies.</summary>
    WritingOff,

    /// <summary>Written off.</summary>
    WrittenOff,

    /// <summary>Written off, and reversed because it recurred.</summary>
    WriteOffReversed,
}

/// <summary>One act of the demo: by whose post, under which name of the authority matrix, deciding what.</summary>
/// <param name="Post">The end of the sign-in: "head" of "gc-head", or the whole of it where it is of another court; null for the matter's handler.</param>
public sealed record DemoAct(string? Post, string Act, Func<Petition, Decision<object>> Decide);

/// <summary>The acts that bring an invented matter to where it stands: the ordinary decisions, one after the other.</summary>
public static class DemoCourse
{
    private const string Record = "演示卷宗";
    private static readonly Signing Signed = new(true, null);

    /// <summary>The acts, in order.</summary>
    /// <param name="packs">For the lists that the decisions ask.</param>
    public static IEnumerable<DemoAct> Of(DemoStage stage, ActingPerson handler, ActingPerson officer, DateOnly today, IReadOnlyList<RegulationPack> packs) => stage switch
    {
        DemoStage.Registered => [],
        DemoStage.Declining => [Decline(officer, today, packs)],
        DemoStage.Objection => [Class(Claim.UnlawfulAct), Accept("4a", packs), Paper(today)],
        DemoStage.Aid => [Class(Claim.PressOn), Accept("2c", packs), Met, NoProperty, Aid, Report(handler)],
        DemoStage.Accepted => [Class(Claim.PressOn), Accept("2a", packs), Told, Met],
        DemoStage.Opinion => [Class(Claim.PressOn), Accept("2a", packs), Told, Met, Opinion(handler)],
        DemoStage.Replied => [Class(Claim.PressOn), Accept("7a", packs), Told, Met, Opinion(handler), Approved, Reply],
        DemoStage.Closed => [Class(Claim.PressOn), Accept("2a", packs), Told, Met, Enforced, Opinion(handler), Approved, Reply, Closed],
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };

    /// <summary>Classed, accepted, and the petitioner told.</summary>
    internal static IEnumerable<DemoAct> Accepted(IReadOnlyList<RegulationPack> packs) => [Class(Claim.PressOn), Accept("2a", packs), Told];

    private static DemoAct Told => new("officer", "serve-notice", p => Accepting.ServeAcceptance(p, ServiceMethod.InPerson, Record));

    internal static DemoAct Met => new(null, "meet", p => Working.Meet(p, new PetitionMet(ServiceMethod.InPerson, "信访人、承办人", "听取诉求，说明进展和下一步。", Signed, Record)));

    internal static DemoAct Approved => new("leader", Answering.Approving, p => Answering.Decide(p, true, false, null, null, new Actors(Guid.Empty, null)));

    internal static DemoAct Enforced => new(null, "assert-resolved", p => Resolving.Resolve(p, ResolutionGround.Enforced, "发还凭证（演示）", null, new Actors(Guid.Empty, null)));

    internal static DemoAct Reply => new(
        null, "reply", p => Answering.Reply(p, ServiceMethod.InPerson, true, Signed, "对答复不服的，可以向上一级人民法院反映。", Record, faceToFace: false,
            new ReplyTalk("10:00", "信访接待室", "听取答复，表示理解。")));

    private static DemoAct Closed => new(null, "close", p => Answering.Close(p, ClosedBy.Resolved, null));

    private static DemoAct NoProperty => new(null, "exhaust-measures", p => Exhausting.Check(p, new PetitionPropertyChecked(false, "网络查控、实地走访", "没有可供执行的财产。", Record)));

    private static DemoAct Aid => new(null, "report-aid", p => Aiding.Apply(p, "独居，长期患病，没有收入。", "终结本次执行程序裁定（演示）", "救助申请书"));

    private static DemoAct Report(ActingPerson handler) => new(null, "report-aid", p => Aiding.Report(p, "本院司法救助委员会", "救助报告", handler.Actors));

    private static DemoAct Class(Claim claim) => new("officer", "classify", p => Accepting.Decide(new Classify(Accepting.ClassOf(claim), claim, Capacity.Applicant, null), p));

    private static DemoAct Accept(string cause, IReadOnlyList<RegulationPack> packs) => new(
        "officer", "accept", p => Accepting.Decide(new Accept(Capacity.Applicant, [cause], null, null, [], null), p, List(packs, "causes")));

    internal static DemoAct Opinion(ActingPerson handler) => new(null, "submit-opinion", p => Answering.Submit(
        p, new PetitionOpinionSubmitted(Finding.Justified, false, false, "已查控并启动处置。", "案款到账后五日内发还。", handler.Id, null)));

    private static DemoAct Paper(DateOnly today) => new("clerk", "receive-objection", p => Converting.Receive(
        p, new ReceivePaper(today.AddDays(-1), ObjectionKind.Act, false, "情况反映，信访卷第 3 页", "查封财产明显超过执行标的。", null, null), today));

    private static DemoAct Decline(ActingPerson officer, DateOnly today, IReadOnlyList<RegulationPack> packs) => new("officer", "decline", p => Declining.Propose(
        p, new DeclineFacts("2", [], "派驻纪检监察组", "移送函（演示）及签收单", null, null, false, null, "仅反映工作人员态度，已移送处理。"), List(packs, "decline-grounds"), officer.Actors, today, caseCourt: null));

    private static CodeList List(IReadOnlyList<RegulationPack> packs, string id) => packs.SelectMany(p => p.Lists).First(l => l.Id == id);
}
