using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>
/// One matter through all of it: a visit to Beijing is handed down the same day through three levels, supervised, reported late, pressed, answered "no property",
/// heard, found improper, reconsidered by a fresh panel, corrected, closed. Every date here was counted by hand on the calendar of 2026, whose Qingming holiday is
/// 4 to 6 April and whose 2 March is a Monday.
/// </summary>
public sealed partial class AcceptanceStoryTests(WebDatabase database)
{
    private const string Bank = "网络查控五家银行";

    private static readonly object Letter = new { court = HainanCourts.Basic, demands = "依法执行并书面报告", materials = "来访登记和投诉材料", due = "2026-03-20" };
    private static readonly object NoProperty = new { letter = "1", findings = Bank + "，没有可供执行的财产", document = "书面答复 1 号" };

    [Fact]
    [Trait("Clause", "HNI-4 accepted")]
    [Trait("Clause", "HNI-7 accepted")]
    [Trait("Clause", "HNI-9 accepted")]
    [Trait("Clause", "HNI-11 accepted")]
    [Trait("Clause", "HNI-15(1) accepted")]
    [Trait("Clause", "HNP-21 accepted")]
    [Trait("Clause", "HNP-23 accepted")]
    [Trait("Clause", "JZ21-3.2.1 accepted")]
    [Trait("Clause", "JZ21-3.2.2 accepted")]
    public async Task A_visit_to_beijing_comes_down_is_supervised_to_its_end_and_every_date_is_explained()
    {
        await using var app = await TestApp.Start(database, "2026-03-02", adoptGangchengRules: false);
        var courts = await HainanCourts.Visited(app);
        await Down(courts);
        await Reviewed(courts);
        await Late(courts);
        await NoPropertyHeard(courts);
        await Reconsidered(courts);
        await Closed(courts);
        await BackUp(courts);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await EveryDateIsExplained(courts);
    }

    /// <summary>2 to 4 March: three hops in one day; the basic court calls the petitioner the same day and reports its team within two days.</summary>
    private static async Task Down(HainanCourts courts)
    {
        await courts.ForbiddenOnPetition("s-head", "hand-down", Hop(HainanCourts.High, "s", due: null), "SPC16-3(2)", "hand-down-needs-date");
        await courts.OnPetition("s-head", "hand-down", Hop(HainanCourts.High, "s", "2026-05-29"));
        await courts.ForbiddenOnPetition("h-head", "same-day-hand-down", Hop(HainanCourts.Mid, "h", "2026-05-30"), "HNP-10", "hand-down-due-after-own");
        await courts.OnPetition("h-head", "same-day-hand-down", Hop(HainanCourts.Mid, "h", "2026-05-25"));
        await courts.OnPetition("m-head", "same-day-hand-down", Hop(HainanCourts.Basic, "m", "2026-05-08"));
        await courts.OnPetition("b-head", "hop-handler", new { hop = 3, handler = courts.Ids["b-handler"] });
        await courts.OnPetition("b-head", "first-contact", new { method = "phone", by = "bhandler，承办人", content = "告知承办人和电话", proof = "录音 8 号" });

        courts.On("2026-03-04");
        await courts.OnPetition("b-president", "charge", new { phone = "0898-1" });
        await courts.OnPetition("b-head", "team", new { role = "liaison", person = courts.Ids["b-handler"], phone = "0898-2" });
        await courts.OnPetition("b-president", "plan", new { actions = "aid-judicial", content = "查控、约谈、听证", responsible = "bhandler", dueOn = "2026-03-18", alone = "没有亲友和基层组织可联系" });
        await courts.ForbiddenOnPetition("b-head", "team-report", new { reportedTo = "中院综合处", document = "报告 2 号" }, "JZ21-3.2.2", "report-needs-contact-leader");
        await courts.OnPetition("b-head", "team-report", new { reportedTo = "中院综合处", document = "报告 2 号", supervisedBy = "王副院长" });
    }

    /// <summary>3 to 13 March: five days end on Sunday the 8th, so on Monday the 9th; three days after it the letter goes.</summary>
    private static async Task Reviewed(HainanCourts courts)
    {
        courts.On("2026-03-03");
        await courts.Opens("h-head", new { source = "9", complaint = "长期不执行", flags = "major" });
        (await courts.Due("review-complaint")).ShouldBe(("2026-03-09", false, "HNI-4"));
        var review = new { qualifies = "yes", ground = "1", opinion = "超过法定期限没有执结" };
        await courts.Forbidden("h-head", "letter", Letter, "HNI-4", "supervision-not-reviewed");
        await courts.Forbidden("h-head", "review", review, "HNP-6", "supervision-needs-panel");
        await courts.OnSupervision("h-director", "panel", new { members = Three(courts, "h-sat") });

        courts.On("2026-03-09");
        await courts.Forbidden("h-head", "review", review, "HNP-6", "review-not-member");
        await courts.OnSupervision("h-sat1", "review", review);
        (await courts.Due("supervision-letter")).ShouldBe(("2026-03-12", false, "HNI-4"));

        courts.On("2026-03-12");
        await courts.Forbidden("h-head", "letter", new { court = HainanCourts.Basic, demands = "依法执行", materials = "材料" }, "HNI-6", "supervision-letter-needs-date");
        (await courts.OnSupervision("h-head", "letter", Letter)).GetProperty("paperNumber").GetString().ShouldBe("（2026）琼督函1号");
        (await courts.Due("report")).ShouldBe(("2026-03-20", false, "HNI-6"));
        await courts.Forbidden("m-head", "child-letter", new { court = HainanCourts.Basic, demands = "抄报", materials = "材料", due = "2026-03-18" }, "HNI-2", "child-letter-has-no-date");
        await courts.Forbidden("b-director", "report", Report(), "HNI-6", "supervision-needs-handler");
        await courts.OnSupervision("b-head", "handler", new { letter = "1", handler = courts.Ids["b-handler"] });
        await courts.OnSupervision("b-handler", "acknowledgement", new { letter = "1" });
    }

    /// <summary>20 to 30 March: asked on the last day and not decided, the date stands; after it nothing is asked; the tenth day after it is Monday the 30th.</summary>
    private static async Task Late(HainanCourts courts)
    {
        var (asked, urging) = (new { letter = "1", cause = "被执行人下落不明", nextStep = "继续查找", until = "2026-04-03", document = "报告 3 号" }, new { letter = "1", means = "phone", content = "请立即报告" });
        courts.On("2026-03-20");
        await courts.Forbidden("h-head", "urging", urging, "HNI-9", "urge-not-overdue");
        await courts.OnSupervision("b-handler", "new-date-request", asked);

        courts.On("2026-03-21");
        (await courts.Due("report")).ShouldBe(("2026-03-20", true, "HNI-6"), "asked in time, not decided: the old date stands");
        courts.On("2026-03-23");
        await courts.OnSupervision("h-head", "urging", urging);
        await courts.OnSupervision("h-director", "new-date-decision", new { letter = "1", granted = "no", reason = "查找下落不影响报告" });
        (await courts.Due("report")).ShouldBe(("2026-03-20", true, "HNI-6"));
        await courts.Forbidden("b-handler", "new-date-request", asked, "HNP-21", "new-date-too-late");

        var press = new { letter = "1", content = "立即报告，逾期将予通报", due = "2026-04-03" };
        courts.On("2026-03-29");
        await courts.Forbidden("h-head", "urging-letter", press, "HNP-23", "urging-before-overrun");
        courts.On("2026-03-30");
        (await courts.OnSupervision("h-head", "urging-letter", press)).GetProperty("paperNumber").GetString().ShouldBe("（2026）琼督催1号");
        (await courts.Due("explain-delay")).ShouldBe(("2026-04-03", false, "HNP-23"));
    }

    /// <summary>31 March to 13 April: twenty days from the letter of 12 March are 1 April; ten days after it are Saturday the 11th, so Monday the 13th.</summary>
    private static async Task NoPropertyHeard(HainanCourts courts)
    {
        var hearing = new { letter = "1", present = "applicant", serviceProof = "送达回证两份", told = "查控情况", minutes = "听证笔录" };
        courts.On("2026-03-31");
        await courts.Forbidden("b-handler", "hearing", hearing, "HNI-7", "hearing-only-no-property");
        await courts.OnSupervision("b-handler", "no-property", NoProperty);
        (await courts.Due("no-property-hearing")).ShouldBe(("2026-04-01", false, "HNI-7"));
        await courts.Forbidden("b-handler", "hearing-report", new { letter = "1", result = "确无财产", document = "报告 4 号" }, "HNI-7", "hearing-report-before-hearing");

        courts.On("2026-04-01");
        await courts.Forbidden("b-handler", "hearing", new { letter = "1", serviceProof = "", told = "查控情况", minutes = "听证笔录" }, "HNI-7", "hearing-both-served");
        await courts.OnSupervision("b-handler", "hearing", hearing);
        (await courts.Due("report-after-hearing")).ShouldBe(("2026-04-13", false, "HNI-7"));
        courts.On("2026-04-13");
        await courts.OnSupervision("b-handler", "hearing-report", new { letter = "1", result = "确无财产，建议终本", document = "报告 4 号" });
    }

    /// <summary>14 to 24 April: five days end on Sunday the 19th, so on Monday the 20th; the opinion runs on until the fresh panel corrects it.</summary>
    private static async Task Reconsidered(HainanCourts courts)
    {
        var opinion = new { letter = "1", content = "拍卖登记在其名下的房屋", reasons = "不动产登记显示有房屋一处", due = "2026-04-30" };
        courts.On("2026-04-14");
        await courts.Forbidden("h-director", "opinion", opinion, "HNI-10", "opinion-nothing-improper");
        await courts.OnSupervision("h-head", "report-improper", new { letter = "1", reason = "没有查询不动产登记" });
        (await courts.OnSupervision("h-director", "opinion", opinion)).GetProperty("paperNumber").GetString().ShouldBe("（2026）琼督意1号");
        (await courts.Due("opinion-reconsideration-window")).Due.ShouldBe("2026-04-20");

        courts.On("2026-04-20");
        await courts.OnSupervision("b-director", "reconsideration", new { opinion = "1", error = "该房屋已由另案查封", document = "复议申请书" });
        (await courts.Due("follow-opinion")).ShouldBe(("2026-04-30", false, "HNI-10"), "asking suspends nothing");
        await courts.Forbidden("h-director", "reconsideration-panel", new { opinion = "1", members = $"{courts.Ids["h-sat1"]},{courts.Ids["h-new1"]},{courts.Ids["h-new2"]}" }, "HNI-11", "reconsideration-panel-not-fresh");
        await courts.OnSupervision("h-director", "reconsideration-panel", new { opinion = "1", members = Three(courts, "h-new") });

        courts.On("2026-04-24");
        var decision = new { opinion = "1", outcome = "correct", content = "另案查封属实", now = "申请参与分配，并查询其他不动产", due = "2026-05-13" };
        await courts.Forbidden("h-sat1", "reconsideration-decision", decision, "HNI-11", "reconsideration-not-member");
        (await courts.OnSupervision("h-new2", "reconsideration-decision", decision)).GetProperty("paperNumber").GetString().ShouldBe("（2026）琼督复1号");
        (await courts.Due("follow-opinion")).ShouldBe(("2026-05-13", false, "HNI-10"), "the corrected one");
        (await courts.Due("opinion-reconsideration-window")).Due.ShouldBe("2026-04-29", "and it has days of its own");
    }

    /// <summary>13 and 14 May: the corrected opinion is followed on its last day; the supervision closes by the condition of its ground, and another consents.</summary>
    private static async Task Closed(HainanCourts courts)
    {
        var closing = new Dictionary<string, string>(StringComparer.Ordinal) { ["condition"] = "1", ["material.1-report"] = "报告 5 号", ["material.1-evidence"] = "参与分配款发还凭证" };
        courts.On("2026-05-13");
        await courts.Forbidden("h-head", "closing", closing, "HNI-15(1)", "close-needs-report");
        await courts.OnSupervision("b-handler", "compliance", new { opinion = "2", content = "已参与分配并发还", document = "报告 5 号" });

        courts.On("2026-05-14");
        await courts.OnSupervision("h-head", "report-acceptance", new { letter = "1", opinion = "已照意见办理" });
        await courts.Forbidden("h-head", "closing", new { condition = "3" }, "HNI-15(1)", "close-condition-not-of-ground");
        await courts.Forbidden("h-head", "closing", new { condition = "1" }, "HNI-15(1)", "close-needs-material");
        await courts.OnSupervision("h-head", "closing", closing);
        await courts.OnSupervision("h-director", "closing-consent", new { agreed = "yes" });
        (await courts.Now("b-head")).GetProperty("end").GetProperty("condition").GetString().ShouldBe("1");
        (await courts.Now()).GetProperty("obligations").EnumerateArray().ShouldAllBe(o => !o.GetProperty("isOpen").GetBoolean());
    }

    /// <summary>11 to 21 May: the hop is reported late, and its result goes up the way the matter came down.</summary>
    private static async Task BackUp(HainanCourts courts)
    {
        await courts.OnPetition("m-head", "hop-pressing", new { hop = 3, means = "phone", content = "请立即上报" });
        await courts.OnPetition("b-handler", "hop-report", HopReport(3));
        await courts.OnPetition("m-head", "hop-handler", new { hop = 2, handler = courts.Ids["m-handler"] });
        await courts.ForbiddenOnPetition("m-handler", "hop-report", HopReport(2), "HNP-10", "hand-down-below-open");
        courts.On("2026-05-18");
        await courts.OnPetition("m-head", "hop-report-decision", new { hop = 3, agreed = "yes", reason = "办理得当" });
        await courts.OnPetition("m-handler", "hop-report", HopReport(2));
        await courts.OnPetition("h-head", "hop-report-decision", new { hop = 2, agreed = "yes", reason = "同意" });
        await courts.OnPetition("h-head", "hop-handler", new { hop = 1, handler = courts.Ids["h-handler"] });
        await courts.OnPetition("h-handler", "hop-report", HopReport(1));
        courts.On("2026-05-21");
        await courts.OnPetition("s-head", "hop-report-decision", new { hop = 1, agreed = "yes", reason = "同意" });
        var hops = (await (await courts.As("s-head")).GetJson("/api" + courts.Petition)).GetProperty("handDowns").EnumerateArray().Select(h => h.GetProperty("ended").GetString());
        hops.ShouldBe(["accepted", "accepted", "accepted"]);
    }

    private static object Hop(string court, string level, string? due) => new
    {
        court, ground = "越级进京走访", demand = "查明情况，答复信访人，报告结果", letter = $"（2026）{level}交 1 号", due, situation = "3-level-skipping",
    };

    private static object HopReport(int hop) => new { hop, progress = "已参与分配", result = "案款已发还，信访人已答复", document = $"专报 {hop} 号" };

    private static object Report() => new { letter = "1", progress = "已查控", result = "已扣划", document = "报告" };

    private static string Three(HainanCourts courts, string who) => string.Join(',', new[] { 1, 2, 3 }.Select(n => courts.Ids[who + n]));
}
