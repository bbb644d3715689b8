using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;
using static Zhixin.Tests.Petitions.TerminationDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>A matter of the table of situations: each word is a fact or an act on a day.</summary>
internal sealed class TerminationSituation
{
    private ReviewExhaustion _used = ReviewExhaustion.None;
    private Matter? _matter;
    private int _contacts = 1;

    public Matter Matter => _matter ?? throw new InvalidDataException("a situation begins with 实施类 or 审查类");

    /// <summary>Something that happened; it must have been possible.</summary>
    public void Happened(string text)
    {
        var (word, arguments, day) = Read(text);
        if (word is "实施类" or "审查类")
        {
            _matter = word == "实施类" ? Of() : Review();
            _matter.Do(Working.Meet(Matter.Petition, new PetitionMet(ServiceMethod.InPerson, "信访人", "说明进展", Signed, "约谈笔录 1 号")), "2026-03-04");
            if (word == "实施类")
            {
                _matter.Do(Exhausting.Take(Matter.Petition, new PetitionMeasureTaken("spending-limit", "限制消费", "限消令 1 号"), List("SPC16", "enforcement-measures")), "2026-03-04");
            }
        }
        else if (!Ruled(word, arguments, day))
        {
            Matter.Do(Tried(text), day);
        }
    }

    /// <summary>What is decided on an act, on its day.</summary>
    public Decision<object> Tried(string text)
    {
        var (word, arguments, day) = Read(text);
        return Answered.InTime(Fact(word, arguments, day) ?? Chain(word, arguments, day) ?? Later(word, arguments, day) ?? throw new InvalidDataException($"no such word: {word}"), Matter.Petition, On(day));
    }

    private static (string Word, string[] Arguments, string Day) Read(string text) => SituationTable.Read(text, "2026-03-04");

    private bool Ruled(string word, string[] arguments, string day)
    {
        var kind = word switch { "异议裁定" => ReviewKind.Objection, "复议裁定" => ReviewKind.Reconsideration, "监督裁定" => ReviewKind.Supervision, _ => (ReviewKind?)null };
        if (kind is not { } of)
        {
            return false;
        }

        var ruling = Ruling(of, Court(arguments[0]), day) with { Rejected = !arguments.Contains("支持") };
        _used = of switch
        {
            ReviewKind.Objection => _used with { Objection = ruling },
            ReviewKind.Reconsideration => _used with { Reconsideration = ruling },
            ReviewKind.Supervision => _used with { Supervision = ruling },
        };
        return true;
    }

    private Decision<object>? Fact(string word, string[] arguments, string day) => word switch
    {
        "财产查询" => Exhausting.Check(Matter.Petition, NoProperty with { Found = arguments[0] == "有" }),
        "书面承诺" => Exhausting.Commit(Matter.Petition, true, true, "息诉承诺书", "后果告知书"),
        "再来" => Joining.Join(Matter.Petition, Contact(++_contacts, day), "同一申请人同一案件"),
        "移出" => Joining.Leave(Matter.Petition, Matter.Petition.Contacts[int.Parse(arguments[0]) - 1].Contact, "另一事项"),
        "听取意见" => Terminating.Hear(Matter.Petition, Meeting),
        "困难" => Terminating.AnswerHardship(Matter.Petition, NoHardship with { Stated = arguments[0] == "自述", Found = arguments[0] == "查明" }),
        "异议书" => Converting.Receive(Matter.Petition, new ReceivePaper(On(day), ObjectionKind.Act, true, "异议书", "查封有误", null, null), On(day)),
        "不服依据" => Barring.Exclude(Matter.Petition, "basis", "谈话笔录", "可以申请再审", List("SPC16", "exclusion-grounds")),
        _ => null,
    };

    private Decision<object>? Chain(string word, string[] arguments, string day)
    {
        var rules = Rules(Matter, arguments is [var court, ..] && Known(court) is { } at ? at : Home, _used, day);
        var petition = Matter.Petition;
        return word switch
        {
            "报请" => Terminating.Report(petition, Reported(arguments), rules, Head),
            "上报" => TerminationReviewing.PassUp(petition, "同意上报", rules, MidHead),
            "退回" => TerminationReviewing.Return(petition, rules.Acting.Number, "补充材料", MidHead),
            "撤回" => Terminating.Withdraw(petition, rules.Acting.Number, "继续化解"),
            "报备" => TerminationReviewing.File(petition, "备案报告", rules, HighHead),
            "要求补正" => TerminationReviewing.AskCorrection(petition, "缺送达回证", arguments is [.., "至", var due] ? On("2026-" + due) : null, rules, SupremeOfficer),
            "补正" => TerminationReviewing.Correct(petition, "补入送达回证", "补正报告", rules, HighHead),
            "备案" => TerminationReviewing.Answer(petition, arguments[0] == "予以" ? FilingAnswer.Accepted : FilingAnswer.Returned, "不合条件", "复函", rules with { Acting = Supreme }, SupremeOfficer),
            "交高级" => TerminationReviewing.Name(petition, "交办函", rules, new Actors(Id(97), null)),
            "决定" => TerminationReviewing.Decide(petition, "法终 1 号", arguments.Contains("理由") ? "已救助" : null, rules, arguments.Contains("报请人") ? Head : SupremePresident),
            "告知" => TerminationReviewing.Notify(petition, petition.Terminations.Standing!.Decider, arguments[0] == "邮寄" ? ServiceMethod.Post : ServiceMethod.Phone, "告知书", "回执"),
            "撤销" => TerminationReviewing.Reverse(petition, "程序违法", "撤销决定", rules),
            _ => null,
        };
    }

    private Decision<object>? Later(string word, string[] arguments, string day) => word switch
    {
        "查询" => AfterTermination.QueryProperty(Matter.Petition, arguments[0] == "有", "总对总", "结果", arguments[0] == "未告知" ? null : "电话告知", "反馈"),
        "线索" => AfterTermination.ReceiveClue(Matter.Petition, On(day), "名下有房产", arguments.Contains("无请求") ? null : "请求恢复执行", null, On(day), Head),
        "恢复" => AfterTermination.Resume(Matter.Petition, Resumed(), "恢复执行通知书", Head),
        "核实" => AfterTermination.Verify(Matter.Petition, 1, true, "属实", "笔录", Head),
        "审查" => AfterTermination.Find(Matter.Petition, int.Parse(arguments[0]), Brings(arguments[1]), "审查意见", "请求恢复执行", Head),
        "统一答复" => AfterTermination.GiveStandingAnswer(Matter.Petition, int.Parse(arguments[0]), "已经终结", ServiceMethod.Post, "回执"),
        "认定反复" => AfterTermination.FindRepeat(Matter.Petition, "多次滞留", "录像", 2, Head),
        "报政法委" => AfterTermination.ReportRepeat(Matter.Petition, "区委政法委", "报告", Head),
        "交办" => HandingDown.NotIssuable(Matter.Petition, List("SPC16", "exclusion-grounds"))!,
        "核销" => WritingOff.NotAppliable(Matter.Petition)!,
        _ => null,
    };

    private ReportTermination Reported(string[] arguments)
    {
        var command = Command(Matter);
        var scope = arguments.Contains("审判") ? TerminationScope.Trial : arguments.Contains("赔偿") ? TerminationScope.Compensation : TerminationScope.Enforcement;
        return command with
        {
            Statement = command.Statement with { Scope = scope, SameCause = arguments.Contains("无事由") ? null : "相同事由", ExceptionAsked = arguments.Contains("例外") ? "已救助" : null },
            Chosen = arguments.Contains("无材料") ? [] : command.Chosen,
        };
    }

    private static LateContactBrings Brings(string word) => word switch
    {
        "没有" => LateContactBrings.Nothing,
        "新事实" => LateContactBrings.NewFact,
        "线索" => LateContactBrings.Clue,
        _ => LateContactBrings.Procedure,
    };

    private static Court Court(string word) => Known(word) ?? throw new InvalidDataException($"no such court: {word}");

    private static Court? Known(string word) => word switch
    {
        "基层" => Home,
        "中级" => Mid,
        "高级" => High,
        "最高" => Supreme,
        _ => null,
    };
}
