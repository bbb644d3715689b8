namespace Zhixin.Notices;

/// <summary>What kinds of topics there are: the filters of the inbox.</summary>
public enum NoticeFamily
{
    /// <summary>交办: something was handed to me, or to my court.</summary>
    Handed,

    /// <summary>待审批: something waits for a decision.</summary>
    Waits,

    /// <summary>办理结果: what was asked or reported has its answer.</summary>
    Answered,

    /// <summary>期限: dates moved, clocks that are amber or broke.</summary>
    Dates,
}

/// <summary>What a message is about, with the words of the screens.</summary>
/// <param name="Code">As it is stored and sent.</param>
/// <param name="Title">In Chinese; with the number of the matter it is all that a message says.</param>
public sealed record NoticeTopic(string Code, NoticeFamily Family, string Title);

/// <summary>Every topic of the software: a module adds its own here.</summary>
public static class NoticeTopics
{
    /// <summary>A petition was handed to a handler.</summary>
    public static NoticeTopic Assigned { get; } = new("assigned", NoticeFamily.Handed, "案件交您办理，请签收");

    /// <summary>Somebody was named to help, to lead, or to be in charge.</summary>
    public static NoticeTopic TeamNamed { get; } = new("team-named", NoticeFamily.Handed, "确定您参加办理");

    /// <summary>Another contact came to a matter that somebody handles.</summary>
    public static NoticeTopic ContactJoined { get; } = new("contact-joined", NoticeFamily.Handed, "您承办的案件又有来访来信");

    /// <summary>A superior handed a matter down to the court.</summary>
    public static NoticeTopic HandedDown { get; } = new("handed-down", NoticeFamily.Handed, "上级法院交办");

    /// <summary>A court named who handles what was handed down.</summary>
    public static NoticeTopic HopHandlerNamed { get; } = new("hop-handler-named", NoticeFamily.Handed, "交办事项由您承办");

    /// <summary>A superior supervises, and wants a result.</summary>
    public static NoticeTopic SupervisionLetter { get; } = new("supervision-letter", NoticeFamily.Handed, "上级法院督办，请办理");

    /// <summary>A superior urges, orders a report at once, or admonishes.</summary>
    public static NoticeTopic Urged { get; } = new("urged", NoticeFamily.Handed, "上级法院催办，请尽快办理");

    /// <summary>A superior gave an opinion that is to be followed.</summary>
    public static NoticeTopic OpinionReceived { get; } = new("opinion-received", NoticeFamily.Handed, "收到督办意见，请落实");

    /// <summary>Somebody checks what a court below says: a supervision, or an item of the command platform.</summary>
    public static NoticeTopic CheckerNamed { get; } = new("checker-named", NoticeFamily.Handed, "确定由您审查核查");

    /// <summary>A matter was listed: the six elements are to be fixed (HNP-22).</summary>
    public static NoticeTopic Listed { get; } = new("listed", NoticeFamily.Handed, "案件被挂牌督办，请确定五定一包");

    /// <summary>A further superior sent a letter beside the one that leads (HNI-2).</summary>
    public static NoticeTopic ChildLetter { get; } = new("child-letter", NoticeFamily.Handed, "另一上级法院附发督办函，请一并办理");

    /// <summary>A superior calls the file.</summary>
    public static NoticeTopic FileCalled { get; } = new("file-called", NoticeFamily.Handed, "上级法院调卷，请报送案卷");

    /// <summary>By ruling the court enforces from now on (HNI-9).</summary>
    public static NoticeTopic TakenOver { get; } = new("taken-over", NoticeFamily.Handed, "依裁定由本院执行");

    /// <summary>By ruling another court enforces from now on (HNI-9).</summary>
    public static NoticeTopic TakenAway { get; } = new("taken-away", NoticeFamily.Answered, "依裁定改由其他法院执行");

    /// <summary>The report is lawful and the matter settled: the court below closes (HNP-15).</summary>
    public static NoticeTopic FoundSettled { get; } = new("found-settled", NoticeFamily.Handed, "上级法院已审查通过，请办结督办件");

    /// <summary>The matter is supervised again (HNP-15).</summary>
    public static NoticeTopic SupervisedAgain { get; } = new("supervised-again", NoticeFamily.Handed, "上级法院再次督办");

    /// <summary>A letter was withdrawn.</summary>
    public static NoticeTopic LetterWithdrawn { get; } = new("letter-withdrawn", NoticeFamily.Answered, "上级法院撤回督办函");

    /// <summary>An opinion need not be followed while a new panel looks at it (HNI-11).</summary>
    public static NoticeTopic OpinionSuspended { get; } = new("opinion-suspended", NoticeFamily.Answered, "复议期间暂停执行督办意见");

    /// <summary>The court below asks that a new panel looks at an opinion (HNI-11).</summary>
    public static NoticeTopic ReconsiderationAsked { get; } = new("reconsideration-asked", NoticeFamily.Waits, "下级法院申请复议督办意见");

    /// <summary>A body or leader instructed (HNP-9, 14).</summary>
    public static NoticeTopic Instructed { get; } = new("instructed", NoticeFamily.Handed, "督办件收到批示，请办理");

    /// <summary>A possible error was flagged: a written review opinion is owed (HNP-12).</summary>
    public static NoticeTopic ErrorFlagged { get; } = new("error-flagged", NoticeFamily.Handed, "督办件被标明可能有错，请写出审查意见");

    /// <summary>An item of the command platform is to be handled.</summary>
    public static NoticeTopic PlatformItem { get; } = new("platform-item", NoticeFamily.Handed, "平台事项交本院办理");

    /// <summary>A superior looked into the record of checks on an enforcement case.</summary>
    public static NoticeTopic SpotChecked { get; } = new("spot-checked", NoticeFamily.Answered, "上级法院抽查执行监督记录，请查看");

    /// <summary>A report about the enforcement of a court came into the box.</summary>
    public static NoticeTopic ReportReceived { get; } = new("report-received", NoticeFamily.Handed, "收到举报，请办理");

    /// <summary>A report has been due for the days of the pack: the urging letter is owed.</summary>
    public static NoticeTopic Overrun { get; } = new("report-overrun", NoticeFamily.Dates, "下级报告严重逾期，应当发催办函");

    /// <summary>The superior found a report improper or unlawful.</summary>
    public static NoticeTopic ReportJudged { get; } = new("report-judged", NoticeFamily.Answered, "督办报告已审查，请查看意见");

    /// <summary>A court in between found the report of one under it improper or unlawful: the court that supervises hears of it.</summary>
    public static NoticeTopic FaultBelow { get; } = new("fault-below", NoticeFamily.Answered, "中间法院认定下级报告不当或者违法，请查看");

    /// <summary>A superior issued a bulletin that names the court.</summary>
    public static NoticeTopic BulletinIssued { get; } = new("bulletin-issued", NoticeFamily.Handed, "上级法院印发通报，请阅");

    /// <summary>A supervision is over.</summary>
    public static NoticeTopic SupervisionOver { get; } = new("supervision-over", NoticeFamily.Answered, "督办已结束");

    /// <summary>Another court transferred a matter to the court.</summary>
    public static NoticeTopic Transferred { get; } = new("transferred", NoticeFamily.Handed, "案件移送本院");

    /// <summary>Another court proposes that a contact joins a petition of the court.</summary>
    public static NoticeTopic JoinProposed { get; } = new("join-proposed", NoticeFamily.Waits, "提议并入本院案件，请答复");

    /// <summary>Something waits for a decision.</summary>
    public static NoticeTopic ApprovalAsked { get; } = new("approval-asked", NoticeFamily.Waits, "待您审批");

    /// <summary>A lower court reported.</summary>
    public static NoticeTopic ReportCame { get; } = new("report-came", NoticeFamily.Waits, "下级法院报告结果，请审核");

    /// <summary>What somebody asked for was decided.</summary>
    public static NoticeTopic Decided { get; } = new("decided", NoticeFamily.Answered, "您报请的事项已有结果");

    /// <summary>A report was returned.</summary>
    public static NoticeTopic ReportReturned { get; } = new("report-returned", NoticeFamily.Answered, "报告被退回，请重新报告");

    /// <summary>A report was accepted.</summary>
    public static NoticeTopic ReportAccepted { get; } = new("report-accepted", NoticeFamily.Answered, "报告已通过");

    /// <summary>What was handed down was taken back.</summary>
    public static NoticeTopic Recalled { get; } = new("recalled", NoticeFamily.Answered, "上级法院撤回交办");

    /// <summary>A hop ended by law: a fact bars superiors, the procedure was filed, the matter was written off.</summary>
    public static NoticeTopic HopEnded { get; } = new("hop-ended", NoticeFamily.Answered, "交办依法终结");

    /// <summary>What barred superiors has fallen away.</summary>
    public static NoticeTopic HopFree { get; } = new("hop-free", NoticeFamily.Handed, "不再交办的情形消失，请决定是否再交办");

    /// <summary>A report for termination waits for somebody's step.</summary>
    public static NoticeTopic TerminationWaits { get; } = new("termination-waits", NoticeFamily.Waits, "终结报请等待办理");

    /// <summary>A report for termination was sent back, returned from filing, or decided.</summary>
    public static NoticeTopic TerminationOver { get; } = new("termination-over", NoticeFamily.Answered, "终结报请已有结果");

    /// <summary>A termination does not stand any more.</summary>
    public static NoticeTopic TerminationReversed { get; } = new("termination-reversed", NoticeFamily.Answered, "终结已撤销，案件重新办理");

    /// <summary>A contact came after a termination: a person finds what it brings (SPC16-25).</summary>
    public static NoticeTopic LateContact { get; } = new("late-contact", NoticeFamily.Waits, "终结后又有来访来信，请审查");

    /// <summary>A clue with a request, or property that was found: enforcement resumes at once (SPC16-21).</summary>
    public static NoticeTopic ResumeOwed { get; } = new("resume-owed", NoticeFamily.Handed, "应当立即恢复执行");

    /// <summary>A step of a procedure waits at the court: to be filed, sent up, reviewed anew, or an application to a superior to be decided.</summary>
    public static NoticeTopic ProcedureWaits { get; } = new("procedure-waits", NoticeFamily.Waits, "程序等待本院办理");

    /// <summary>A court above ruled in a procedure.</summary>
    public static NoticeTopic ProcedureRuled { get; } = new("procedure-ruled", NoticeFamily.Answered, "上级法院已作出裁定，请查看");

    /// <summary>A superior ordered enforcement until a day (EPI-11).</summary>
    public static NoticeTopic EnforcementOrdered { get; } = new("enforcement-ordered", NoticeFamily.Handed, "上级法院责令限期执行");

    /// <summary>A report on progress is noted, and the result has another date.</summary>
    public static NoticeTopic ProgressAnswered { get; } = new("progress-answered", NoticeFamily.Answered, "进展报告已答复，另定报告结果的期限");

    /// <summary>Another court agreed to take the contact into its petition.</summary>
    public static NoticeTopic JoinAgreed { get; } = new("join-agreed", NoticeFamily.Answered, "外院同意并入");

    /// <summary>Another court refused to take the contact into its petition.</summary>
    public static NoticeTopic JoinRefused { get; } = new("join-refused", NoticeFamily.Answered, "外院不同意并入");

    /// <summary>A date moved.</summary>
    public static NoticeTopic DateMoved { get; } = new("date-moved", NoticeFamily.Dates, "到期日有变动");

    /// <summary>Once a working day: the clocks that became amber, and those that broke.</summary>
    public static NoticeTopic Digest { get; } = new("digest", NoticeFamily.Dates, "期限提醒");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NoticeTopic> All { get; } =
    [
        Assigned, TeamNamed, ContactJoined, HandedDown, HopHandlerNamed, Transferred, JoinProposed, ApprovalAsked, ReportCame, Decided, ReportReturned, ReportAccepted, Recalled, HopEnded, HopFree, ProgressAnswered,
        JoinAgreed, JoinRefused, DateMoved, Digest, SupervisionLetter, Urged, OpinionReceived, PlatformItem, Overrun, ReportJudged, FaultBelow, SupervisionOver,
        CheckerNamed, Listed, ChildLetter, FileCalled, TakenOver, TakenAway, FoundSettled, SupervisedAgain, LetterWithdrawn, OpinionSuspended, ReconsiderationAsked, Instructed,
        ErrorFlagged, SpotChecked, ReportReceived, BulletinIssued, TerminationWaits, TerminationOver, TerminationReversed, LateContact, ResumeOwed,
        ProcedureWaits, ProcedureRuled, EnforcementOrdered,
    ];

    /// <summary>The topic of a code; one that only a newer node knows says no more than that there is a message.</summary>
    public static NoticeTopic Of(string code) => ByCode.GetValueOrDefault(code) ?? new NoticeTopic(code, NoticeFamily.Answered, "消息");

    private static Dictionary<string, NoticeTopic> ByCode { get; } = All.ToDictionary(t => t.Code, StringComparer.Ordinal);
}
