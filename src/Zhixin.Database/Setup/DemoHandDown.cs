using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Database.Setup;

/// <summary>An invented matter that goes down through the courts and is reported back.</summary>
/// <param name="At">Short name of the court that registers it.</param>
/// <param name="Enforcing">Short name of the court whose case it is.</param>
/// <param name="ReceivedBefore">Days before today on which it was received.</param>
public sealed record DemoDescent(string At, string Enforcing, int ReceivedBefore, RegistrationForm Form, IReadOnlyList<DemoStep> Steps);

/// <summary>One act of it: by which sign-in, under which act, how many days after the receipt, deciding what on that day.</summary>
/// <param name="Moves">Whether other courts may answer afterwards.</param>
public sealed record DemoStep(string User, string Act, int After, bool Moves, Func<Petition, DateOnly, Decision<object>> Decide);

/// <summary>The descents of the demo: one from the Supreme Court through three hops with a report returned, one straight from a High Court that is overdue.</summary>
public sealed class DemoHandDown(CourtDirectory courts, IReadOnlyList<RegulationPack> packs, Func<string, Court> court, Func<string, ActingPerson> who)
{
    private const string Demand = "查明案款到账和发还情况，答复信访人，报告办理结果。";

    /// <summary>All of them.</summary>
    public IReadOnlyList<DemoDescent> All =>
    [
        new("spc", "jf", 9, Visit(21, "beijing", "到京反映：工程款案执行到位以后一直没有发还。"),
        [
            Down("spc-head", "hn", 0, 40, "信访人到京走访，庭领导批示由执行法院办理并报告结果。"), Down("hn-head", "jz", 1, 36, "最高人民法院交办。"), Down("jz-head", "jf", 1, 30, "省高级人民法院交办，当日交办。"),
            Named("jf", 3, 1), Reported("jf", 3, 6, "已经核对账户。", "案款准备发还。"), Returned("jz-head", 3, 7, "没有写明发还日期，也没有答复信访人。"),
        ]),
        new("hi", "ml", 25, Visit(22, "superior", "到省高院反映：装修款案终本以后没有再查控。"),
        [
            Straight("hi-head", "ml", 1, 21, "院领导批示直接督办并反馈。"), Named("ml", 1, 2),
        ]),
    ];

    private DemoStep Down(string user, string to, int after, int dueAfter, string ground) =>
        new(user, "hand-down", after, true, (p, on) => HandingDown.Issue(p, Command(user, to, HandDownMode.HandDown, on.AddDays(dueAfter - after), ground), Rules(on)));

    private DemoStep Straight(string user, string to, int after, int dueAfter, string ground) => new(
        user, "transfer-with-result", after, true,
        (p, on) => HandingDown.Issue(p, Command(user, to, HandDownMode.TransferWithResult, on.AddDays(dueAfter - after), ground) with
        {
            Situation = "2-leader", AwaitedByBody = true, InstructedBy = "本院院领导", InstructedOn = on,
        }, Rules(on)));

    private DemoStep Named(string prefix, int no, int after)
    {
        var handler = who(prefix + "-handler");
        return new DemoStep(prefix + "-head", "name-hop-handler", after, false, (p, _) =>
            HandingDown.Name(p, no, handler.Court, new Candidate(handler.Id, handler.Name, handler.Court, true, handler.Posts), "演示-8001"));
    }

    private DemoStep Reported(string prefix, int no, int after, string progress, string result) => new(
        prefix + "-handler", HandingDown.Reporting, after, false, (p, _) => HandingDown.Report(p, no, court(prefix).Number, progress, result, "演示报告 1 号", who(prefix + "-handler").Actors));

    private DemoStep Returned(string user, int no, int after, string reason) =>
        new(user, "decide-hop-report", after, false, (p, on) => HandingDown.Return(p, no, who(user).Court, reason, on.AddDays(12), on));

    private HandDown Command(string user, string to, HandDownMode mode, DateOnly due, string ground) =>
        new(courts.ByNumber(who(user).Court)!, court(to), mode, ground, Demand, $"（演示）{court(user.Split('-')[0]).Code}执交字第 1 号", due, false, [], null);

    private HandDownRules Rules(DateOnly on) => new(
        number => [.. courts.Superiors(courts.ByNumber(number)!)], packs.SelectMany(p => p.Lists).First(l => l.Id == "exclusion-grounds"), IsInUse: true, on);

    /// <summary>An invented visit.</summary>
    public static RegistrationForm Visit(int number, string venue, string summary) => new()
    {
        Channel = "visit", Venue = venue, Summary = summary, Request = "请求尽快发还案款。", ProposedOpinion = "建议交执行法院办理。",
        Petitioners = [new PetitionerForm(DemoPeople.NameOf(600 + number), null, $"0531000{number:00000}", "演示市演示区某路", "applicant", null)],
        Parties = $"{DemoPeople.NameOf(700 + number)}；演示商贸有限公司", CaseNumber = $"执{1000 + (37 * number)}号",
    };
}
