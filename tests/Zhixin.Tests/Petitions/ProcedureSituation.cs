using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.ChainDesk;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>A matter of the table of procedures: each word is a fact or an act on a day.</summary>
internal sealed class ProcedureSituation
{
    private static readonly Actors Asker = new(Id(93), null);
    private Matter? _matter;
    private string _day = "2026-03-02";
    private int _contacts = 1;
    private int _cases;

    public Matter Matter => _matter ?? throw new InvalidDataException("a situation begins with 案件");

    private Petition Petition => Matter.Petition;

    private Conversion? Chain => Petition.Procedures.Conversions is [.., var last] ? last : null;

    /// <summary>Something that happened; it must have been possible.</summary>
    public void Happened(string text)
    {
        var (word, arguments, day) = SituationTable.Read(text, _day);
        _day = day;
        if (word == "案件")
        {
            _matter = AcceptingTests.Identified(day);
            return;
        }

        if (word == "审查类")
        {
            _matter = Handled.Review();
            return;
        }

        Matter.Do(Tried(text), day);
        if (Chain is { Current: { IsUnderReview: true, Members.Count: 0 } } && word is "异议立案" or "复议收案" or "监督立案" && !arguments.Contains("未定人员"))
        {
            Matter.Do(Members([word[..2]], day), day);
        }
    }

    /// <summary>What is decided on an act, on its day.</summary>
    public Decision<object> Tried(string text)
    {
        var (word, arguments, day) = SituationTable.Read(text, _day);
        var decision = Objection(word, arguments, day) ?? Above(word, arguments, day) ?? Time(word, arguments, day) ?? Separated(word, arguments, day) ?? SixMonths(word, arguments, day);
        return Answered.InTime(decision ?? throw new InvalidDataException($"no such word: {word}"), Petition, On(day));
    }

    private Decision<object>? Objection(string word, string[] arguments, string day) => word switch
    {
        "异议书" => Converting.Receive(Petition, Paper(arguments.Contains("案外人") ? ObjectionKind.Outsider : ObjectionKind.Act, day) with { Titled = !arguments.Contains("无题名") }, On(day)),
        "异议立案" => Converting.File(Petition, No, Number(Court(arguments, Basic), "执异", ++_cases)),
        "不予受理" => Converting.Refuse(Petition, No, arguments.Contains("无裁定") ? null : "裁定", "不是利害关系人", "可以申请复议"),
        "通知双方" => Converting.Notify(Petition, No, "双方", ServiceMethod.Post, arguments.Contains("无证明") ? null : "回执"),
        "异议裁定" => Converting.Rule(Petition, No, arguments.Contains("无文号") ? null : "异议裁定", arguments.Contains("成立") ? ObjectionOutcome.Upheld : ObjectionOutcome.Rejected),
        "撤回异议" => Converting.Withdraw(Petition, No, "撤回申请"),
        "裁定送达" => ServingRulings.Serve(Petition, No, Service(day), Court(arguments, Maker).Number, Rules(day)),
        "审查人员" => Members(arguments, day),
        _ => null,
    };

    private Decision<object>? Above(string word, string[] arguments, string day) => word switch
    {
        "申请复议" => Reconsidering.Apply(Petition, No, Application(day), Court(arguments, Basic).Number, Rules(day)),
        "报送案卷" => Reconsidering.SendUp(Petition, No, "报送函", Court(arguments, Basic).Number, Rules(day)),
        "复议收案" => Reconsidering.Receive(Petition, No, Number(Court(arguments, Mid), "执复", ++_cases), On(day), Court(arguments, Mid).Number, Rules(day)),
        "撤回复议" => Reconsidering.Withdraw(Petition, No, "撤回申请"),
        "复议裁定" or "监督裁定" => StepReviewing.Rule(Petition, No, Ruling(Outcome(arguments)), Court(arguments, Reviewing).Number, On(day), Rules(day)),
        "申请监督" => SupervisionCases.Apply(Petition, No, Supervision(day, arguments.Contains("只争法律") ? "只对适用法律有异议" : null), Court(arguments, Basic).Number, Rules(day)),
        "监督立案" => SupervisionCases.File(Petition, No, Number(Court(arguments, Reviewing), "执监", ++_cases), Court(arguments, Reviewing).Number, Rules(day)),
        "撤回监督" => SupervisionCases.Withdraw(Petition, No, "撤回申请"),
        "期内未立案" => SupervisionCases.Unfiled(Petition, No, On(SituationTable.Day(arguments[^1])), "执行笔录", Rules(day)),
        "起诉" => Suing.File(Petition, No, On(day), Number(Basic, "民初", ++_cases), "起诉状", Rules(day)),
        _ => null,
    };

    private Decision<object>? Time(string word, string[] arguments, string day) => word switch
    {
        "请求延长" => LongerReviewing.Ask(Petition, No, "案情复杂", Court(arguments, Reviewing).Number, Rules(day), Asker),
        "批准延长" => LongerReviewing.Decide(Petition, No, true, arguments.Contains("无文书") ? null : "审批表", "同意", Court(arguments, Reviewing).Number, Rules(day), arguments.Contains("本人") ? Asker : President),
        "障碍消除" => Excusing.End(Petition, No, RemedyWindow.Reconsideration, On(day), "住院", "出院证明", Rules(day)),
        "申请顺延" => Excusing.Apply(Petition, No, On(day), "顺延申请", Rules(day)),
        "准予顺延" => Excusing.Decide(Petition, No, On(SituationTable.Day(arguments[^1])), "决定书", "属实", Basic.Number, Rules(day)),
        "不准顺延" => Excusing.Decide(Petition, No, null, "决定书", "没有正当理由", Basic.Number, Rules(day)),
        "反映超期" => LateRulings.Report(Petition, No, On(day), 2, Rules(day)),
        "再来" => Joining.Join(Petition, Contact(++_contacts, day), "同一申请人同一案件"),
        _ => null,
    };

    private Decision<object>? Separated(string word, string[] arguments, string day) => word switch
    {
        "上级答复" => Answering.Submit(Petition, Handled.Opinion, Other.Number, arguments.Contains("写明理由") ? "事实清楚" : null),
        "本院答复" => Answering.Submit(Petition, Handled.Opinion, Basic.Number),
        "此前裁定" => EarlierRulings.Record(Petition, Earlier(arguments, day), Rules("2026-12-31")),
        _ => null,
    };

    private Decision<object>? SixMonths(string word, string[] arguments, string day)
    {
        var rules = new NonExecutionRules(List("procedural-law", "non-execution-situations"), Basic.Number, [Mid.Number, High.Number, Supreme.Number], court => court == Other.Number, On(day));
        var told = new Told(ServiceMethod.Post, "邮单");
        return word switch
        {
            "起算" => NonExecuting.Begin(Petition, "known-property", On(day), "收件凭证", rules),
            "向上申请" => NonExecuting.Apply(Petition, Court(arguments, Mid).Number, On(day), "申请书", rules),
            "责令执行" => NonExecuting.Order(Petition, Court(arguments, Mid).Number, "督 1 号", On(SituationTable.Day(arguments[^1])), told, On(day)),
            "不予责令" => NonExecuting.Refuse(Petition, Mid.Number, "正在拍卖", arguments.Contains("未告知途径") ? null : "可以提出异议", told),
            "提级执行" => NonExecuting.Move(Petition, Mid.Number, Mid.Number, "裁定", "没有正当理由", told, rules),
            "指令执行" => NonExecuting.Move(Petition, Mid.Number, arguments.Contains("辖区外") ? Supreme.Number : Other.Number, "裁定", "没有正当理由", told, rules),
            "执行完毕" => NonExecuting.Conclude(Petition, "发还", "结案通知书"),
            _ => null,
        };
    }

    private int No => Chain?.Owed.No ?? 1;

    private Court Maker => Known(Chain?.LastRuled?.Court ?? Basic.Number);

    private Court Reviewing => Known(Chain?.Current.Court ?? Basic.Number);

    private Decision<object> Members(string[] names, string day) => StepReviewing.Name(
        Petition, No, [.. names.Select(n => n switch { "甲" or "异议" => First[0], "乙" or "复议" => Second[0], "丙" => Second[1], "丁" or "监督" => Third[0], _ => new PanelMember(Zhang.Id, "张法官") })], Reviewing.Number, Rules(day));

    private EarlierRuling Earlier(string[] arguments, string day)
    {
        var kind = arguments[0] switch { "异议" => ReviewKind.Objection, "复议" => ReviewKind.Reconsideration, _ => ReviewKind.Supervision };
        var (maker, type) = (Court(arguments, Basic), arguments[0] switch { "异议" => "执异", "复议" => "执复", _ => "执监" });
        return new EarlierRuling(No, kind, ObjectionKind.Act, maker, Number(maker, type, ++_cases), On(day), On(day), kind == ReviewKind.Objection ? RulingOutcome.Rejected : RulingOutcome.Maintained, "旧卷");
    }

    private static RulingOutcome Outcome(string[] arguments) => arguments switch
    {
        _ when arguments.Contains("变更") => RulingOutcome.Changed,
        _ when arguments.Contains("撤销") => RulingOutcome.Revoked,
        _ when arguments.Contains("发回") => RulingOutcome.SentBack,
        _ => RulingOutcome.Maintained,
    };

    private static Court Known(int number) => new[] { Basic, Mid, High, Supreme }.Single(c => c.Number == number);

    private static Court Court(string[] arguments, Court otherwise) => arguments switch
    {
        _ when arguments.Contains("基层") => Basic,
        _ when arguments.Contains("中级") => Mid,
        _ when arguments.Contains("高级") => High,
        _ when arguments.Contains("最高") => Supreme,
        _ => otherwise,
    };
}
