using Zhixin.Web.Access;
using Zhixin.Web.Approvals;
using Zhixin.Web.Bulletins;
using Zhixin.Web.Calendar;
using Zhixin.Web.Checks;
using Zhixin.Web.Components;
using Zhixin.Web.Courts;
using Zhixin.Web.Hops;
using Zhixin.Web.Leader;
using Zhixin.Web.Ledger;
using Zhixin.Web.Notices;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;
using Zhixin.Web.PlatformItems;
using Zhixin.Web.Reception;
using Zhixin.Web.Regulations;
using Zhixin.Web.ReportBox;
using Zhixin.Web.Shell;
using Zhixin.Web.Supervisions;
using Zhixin.Web.Workbench;
using Zhixin.Web.WriteOffs;

namespace Zhixin.Web.Tests.Shell;

/// <summary>Every page with sample content, and with nothing in it where that is a state of its own.</summary>
public static class Pages
{
    public static IReadOnlyDictionary<string, (Type Page, object Model)> All { get; } = new Dictionary<string, (Type, object)>(StringComparer.Ordinal)
    {
        ["signin"] = (typeof(SignInPage), new SignInModel(FormState.Empty, "您刚才因 30 分钟没有操作已退出。没填完的登记存为草稿。", "工号或口令不对。再错 3 次将锁定 15 分钟。", false, "/register", false, "0.1.0")),
        ["signin-locked"] = (typeof(SignInPage), new SignInModel(FormState.Empty, null, "连续输错 5 次，09:55 以前不能登录。", true, null, true, "0.1.0")),
        ["totp"] = (typeof(TotpStepPage), new TotpStepModel(FormState.Empty, "G0117036", "t", "动态码不对。", false, "0.1.0")),
        ["password"] = (typeof(ChangePasswordPage), new ChangePasswordModel(Samples.FailedForm, "G0117036", Samples.Key, true, ["至少 12 位", "不得与前 5 次相同"])),
        ["totp-setup"] = (typeof(TotpSetupPage), new TotpSetupModel(FormState.Empty, "G0117036", Samples.Svg, "JBSW Y3DP EHPK 3PXP", Samples.Key, true)),
        ["workbench"] = (typeof(WorkbenchPage), Samples.Workbench),
        ["workbench-empty"] = (typeof(WorkbenchPage), Samples.Workbench with { Groups = [], Drafts = [], Pager = null }),
        ["leader"] = (typeof(LeaderPage), Samples.Leader),
        ["leader-empty"] = (typeof(LeaderPage), Samples.Leader with { Rows = [], Groups = [], Pager = null }),
        ["board"] = (typeof(BoardPage), Samples.Board),
        ["board-empty"] = (typeof(BoardPage), Samples.Board with { Courts = [], Rows = [], Pager = null, New = null, Crumbs = [] }),
        ["supervision"] = (typeof(SupervisionPage), Samples.Supervision),
        ["supervision-bare"] = (typeof(SupervisionPage), Samples.Supervision with { Next = null, Obligations = [], Letters = [], Related = [], Acts = new PossibleActs(null, [], []) }),
        ["below"] = (typeof(BelowPage), Samples.Below),
        ["below-empty"] = (typeof(BelowPage), Samples.Below with { Crumbs = [], Courts = [], Rows = [], Pager = null }),
        ["bulletins"] = (typeof(BulletinsPage), Samples.Bulletins),
        ["bulletins-empty"] = (typeof(BulletinsPage), Samples.Bulletins with { Rows = [], Pager = null, Begin = null }),
        ["ranking"] = (typeof(RankingPage), Samples.Ranking),
        ["ranking-draft"] = (typeof(RankingPage), Samples.Ranking with { Paper = null, Ranked = [], Unranked = [], Visits = [], Remarks = null, Readers = [], Obligations = [] }),
        ["listed"] = (typeof(ListedPage), Samples.Listed),
        ["listed-empty"] = (typeof(ListedPage), Samples.Listed with { Rows = [], Next = null }),
        ["public-listed"] = (typeof(PublicListedPage), Samples.Listed),
        ["public-listed-empty"] = (typeof(PublicListedPage), Samples.Listed with { Rows = [], Next = null }),
        ["supervision-new"] = (typeof(NewSupervisionPage), Samples.NewSupervision),
        ["platform-queue"] = (typeof(PlatformQueuePage), Samples.PlatformQueue),
        ["platform-queue-empty"] = (typeof(PlatformQueuePage), Samples.PlatformQueue with { Rows = [], Wrong = [], Enter = null, Pager = null }),
        ["platform-item"] = (typeof(PlatformItemPage), Samples.PlatformItem),
        ["checks"] = (typeof(ChecksPage), Samples.Checks),
        ["checks-found"] = (typeof(ChecksPage), Samples.Checks with { Views = [], Found = "（2026）琼0108执12号 有执行监督记录。", Pager = null }),
        ["checks-empty"] = (typeof(ChecksPage), Samples.Checks with { Rows = [], Begin = null, Pager = null }),
        ["check-record"] = (typeof(CheckRecordPage), Samples.CheckRecord),
        ["check-record-bare"] = (typeof(CheckRecordPage), Samples.CheckRecord with { Next = null, Obligations = [], Nodes = [], Feedbacks = [], Related = [], Acts = new PossibleActs(null, [], []) }),
        ["report-box"] = (typeof(ReportBoxPage), Samples.ReportBox),
        ["report-box-empty"] = (typeof(ReportBoxPage), Samples.ReportBox with { Rows = [], Pager = null, Form = null }),
        ["report-box-recorded"] = (typeof(ReportBoxPage), Samples.ReportBox with { Reads = false, Views = [], Rows = [], Pager = null, Recorded = "2026-琼0108-举0001" }),
        ["report"] = (typeof(ReportPage), Samples.Report),
        ["report-bare"] = (typeof(ReportPage), Samples.Report with { Obligations = [], Acts = new PossibleActs(null, [], []) }),
        ["window"] = (typeof(WindowPage), Samples.Window),
        ["window-refused"] = (typeof(WindowPage), Samples.Window with { Hours = null, Reported = [], Owed = null, Report = null, Refusal = new("分时督办报告", "您的岗位不能办理。", null, "请有权的人员办理。") }),
        ["approvals"] = (typeof(ApprovalsPage), Samples.Approvals),
        ["approvals-none-brief"] = (typeof(ApprovalsPage), Samples.Approvals with { Rows = [Samples.Approvals.Rows[0]], Results = [], Pager = null }),
        ["approvals-empty"] = (typeof(ApprovalsPage), Samples.Approvals with { Rows = [], Views = [], Results = [], Pager = null }),
        ["hand-downs"] = (typeof(HopsPage), Samples.Hops),
        ["hand-downs-empty"] = (typeof(HopsPage), Samples.Hops with { Rows = [], Pager = null }),
        ["write-offs"] = (typeof(WriteOffsPage), Samples.WriteOffs),
        ["write-offs-own"] = (typeof(WriteOffsPage), Samples.WriteOffs with { IsWaiting = false, Figures = new() { Approved = 12, Reversed = 1 }, Pager = null }),
        ["procedures"] = (typeof(Zhixin.Web.Procedures.ProceduresPage), Samples.Procedures),
        ["procedures-empty"] = (typeof(Zhixin.Web.Procedures.ProceduresPage), Samples.Procedures with { Rows = [], Pager = null }),
        ["procedures-below-empty"] = (typeof(Zhixin.Web.Procedures.ProceduresPage), Samples.Procedures with { Rows = [], Pager = null, IsWaiting = false }),
        ["terminations"] = (typeof(Zhixin.Web.Terminations.TerminationsPage), Samples.Terminations),
        ["terminations-empty"] = (typeof(Zhixin.Web.Terminations.TerminationsPage), Samples.Terminations with { Rows = [], Pager = null }),
        ["write-offs-empty"] = (typeof(WriteOffsPage), Samples.WriteOffs with { Rows = [], Pager = null }),
        ["petition-write-off"] = (typeof(PetitionPage), Samples.Petition with { WriteOff = Samples.WriteOff }),
        ["petition-write-off-ready"] = (typeof(PetitionPage), Samples.Petition with { WriteOff = Samples.WriteOff with { Steps = [], Facts = [], Before = [] } }),
        ["act"] = (typeof(ActPage), Samples.Act),
        ["messages"] = (typeof(InboxPage), Samples.Messages),
        ["messages-empty"] = (typeof(InboxPage), Samples.Messages with { Unseen = "0", Days = [], MarkAll = null, Pager = null }),
        ["proposals"] = (typeof(ProposalsPage), Samples.Proposals),
        ["proposals-empty"] = (typeof(ProposalsPage), Samples.Proposals with { Rows = [] }),
        ["keys"] = (typeof(KeysPage), Samples.Keys),
        ["keys-empty"] = (typeof(KeysPage), Samples.Keys with { Rows = [], Made = null, MadeName = null }),
        ["register"] = (typeof(RegisterPage), Samples.Register),
        ["register-empty"] = (typeof(RegisterPage), Samples.Register with { Form = FormState.Empty, Repeat = RepeatModel.NotYet, DraftId = null, DraftNote = null }),
        ["petition"] = (typeof(PetitionPage), Samples.Petition),
        ["petition-bare"] = (typeof(PetitionPage), Samples.Petition with { CaseNumber = null, Next = null, Obligations = [], Acts = new PossibleActs(null, [], []), Assign = null, Related = [], OlderHref = null }),
        ["petition-ended"] = (typeof(PetitionPage), Samples.Petition with { Procedures = Samples.Chains, Termination = Samples.Ended }),
        ["petition-papers"] = (typeof(PetitionPage), Samples.Petition with { Papers = Samples.Papers }),
        ["paper"] = (typeof(PaperPage), new PaperModel(Samples.Paper, "受理告知书", "作废", "已作废：姓名有误", "/p/papers/1/print", "/p/papers/1/docx", "/p", false, "没有写明用途。")),
        ["paper-printing"] = (typeof(PaperPage), new PaperModel(Samples.Paper, "受理告知书", null, "2026-02-12 制发", "/p/papers/1/print", "/p/papers/1/docx", "/p", true, null)),
        ["paper-draft"] = (typeof(PaperDraftPage), Samples.Draft),
        ["paper-draft-refused"] = (typeof(PaperDraftPage), Samples.Draft with { Paper = null, Fields = [], IsReady = false, Why = new("答复意见书", "办理意见还没有批准。", null, "先报主办院领导审批。") }),
        ["receipt"] = (typeof(ReceiptPrint), Samples.Receipt),
        ["ledger"] = (typeof(LedgerPage), Samples.Ledger),
        ["ledger-empty"] = (typeof(LedgerPage), Samples.Ledger with { Rows = [] }),
        ["reception"] = (typeof(ReceptionPage), Samples.Reception),
        ["reception-empty"] = (typeof(ReceptionPage), Samples.Reception with { Rows = [], WalkIn = null, PhoneIn = null, BookAction = null }),
        ["reception-print"] = (typeof(ReceptionPrint), Samples.Reception),
        ["statistics"] = (typeof(StatisticsPage), Samples.Statistics),
        ["statistics-below"] = (typeof(StatisticsPage), Samples.Statistics with { Owed = null, Issue = null, Issued = new("2026-鲁01-通0007", "/reception/bulletins/2/7"), Bulletins = [] }),
        ["bulletin"] = (typeof(BulletinPage), Samples.Bulletin),
        ["import"] = (typeof(ImportPage), Samples.Import with { Result = null }),
        ["import-done"] = (typeof(ImportPage), Samples.Import with { Preview = null }),
        ["corrections"] = (typeof(IntakeCorrectionList), Samples.Corrections),
        ["corrections-empty"] = (typeof(IntakeCorrectionList), Samples.Corrections with { Rows = [] }),
        ["regulations"] = (typeof(RegulationsIndex), Samples.RegulationsIndex),
        ["regulation"] = (typeof(RegulationPage), Samples.Regulation),
        ["regulation-idle"] = (typeof(RegulationPage), Samples.Regulation with { Live = [], LiveCount = 0, Comparison = null, Does = [] }),
        ["calendar"] = (typeof(CalendarPage), Samples.Calendar),
        ["calendar-provisional"] = (typeof(CalendarPage), Samples.Calendar with { IsProvisional = true, Holidays = [] }),
        ["courts"] = (typeof(CourtsPage), Samples.Courts),
        ["courts-bare"] = (typeof(CourtsPage), Samples.Courts with { Children = [], Card = [], Units = [] }),
        ["staff"] = (typeof(StaffPage), Samples.Staff),
        ["accesslog"] = (typeof(AccessLogPage), Samples.AccessLog),
        ["accesslog-empty"] = (typeof(AccessLogPage), Samples.AccessLog with { Rows = [] }),
        ["unit"] = (typeof(UnitPage), Samples.Unit),
        ["card"] = (typeof(CardPage), Samples.Card),
        ["public-court"] = (typeof(PublicCourtPage), Samples.PublicCourt),
        ["public-courts"] = (typeof(PublicCourtPage), Samples.PublicCourt with { Court = null, Card = [], Hits = [new("焦作市解放区人民法院", "/public/courts/4")] }),
        ["member"] = (typeof(MemberPage), Samples.Member),
        ["member-left"] = (typeof(MemberPage), Samples.Member with { InPost = false, Issued = null, Owed = 0 }),
        ["handover"] = (typeof(HandoverPage), Samples.Handover),
        ["handover-done"] = (typeof(HandoverPage), Samples.Handover with { Rows = [], Results = [new("2026-豫0802-0001", "/petitions/1", "承办", null), new("2026-豫0802-0002", "/petitions/2", "主办", new("移交", "接办人是本案被指称的人。", new("GC21", "GC21-5(1)"), "请另选接办人。"))] }),
        ["adoptions"] = (typeof(RegulationsIndex), Samples.AdoptionIndex),
        ["compare"] = (typeof(ComparePage), Samples.Compare),
        ["compare-same"] = (typeof(ComparePage), Samples.Compare with { Rules = [], Clauses = [], Thresholds = [], IsOther = false }),
        ["what-if"] = (typeof(WhatIfPage), Samples.WhatIf),
        ["what-if-refused"] = (typeof(WhatIfPage), Samples.WhatIf with { Result = null, Others = [], Refused = new("试算", "试算的期间须在 1 至 1000 日之间。", null, "请填写整数。") }),
        ["dismissal"] = (typeof(DismissalPage), new DismissalModel(FormState.Empty, Samples.Key, "/corrections/17/dismissal", [new("诉求", "要求尽快执行")])),
        ["help"] = (typeof(HelpPage), new object()),
        ["health"] = (typeof(HealthPage), Samples.Health),
        ["error"] = (typeof(ErrorPage), ErrorModel.For(404, "0HN9-0003")),
        ["conflict"] = (typeof(ConflictPage), new ConflictModel("2025-鲁0117-0412", "/petitions/p1", Samples.Timeline, [new("分办意见", "请尽快办理")], "/petitions/p1/assignment", [new("note", "请尽快办理")], Samples.Key, 12)),
    };

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    private static object Demo(object model) => model switch
    {
        SignInModel m => m with { IsDemo = true },
        TotpStepModel m => m with { IsDemo = true },
        ChangePasswordModel m => m with { IsDemo = true },
        TotpSetupModel m => m with { IsDemo = true },
        PublicCourtModel m => m with { IsDemo = true },
        ListedModel m => m with { IsDemo = true },
        _ => model,
    };

    /// <summary>The HTML of a page.</summary>
    public static Task<string> Html(string name, Viewer? viewer = null)
    {
        var (page, model) = All[name];
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (page.GetProperty("Model") is not null)
        {
            parameters["Model"] = model;
        }

        if (page.GetProperty("Viewer") is not null)
        {
            parameters["Viewer"] = viewer ?? Samples.Viewer;
        }

        if (viewer is { IsDemo: true } && parameters.ContainsKey("Model"))
        {
            parameters["Model"] = Demo(model);
        }

        return Rendering.Html(page, parameters);
    }
}
