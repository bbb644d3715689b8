using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;
using static Zhixin.Tests.Petitions.TerminationDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>A matter is reported for termination only with every fact on record, each under its clause, and only by the court that the clause names.</summary>
public sealed class TerminatingTests
{
    private static readonly string[] All =
        ["SPC16-19 termination-needs-check", "SPC16-19 termination-needs-commitment", "SPC16-19 termination-needs-repeats", "SPC16-19 termination-needs-hearing", "SPC16-22 termination-needs-hardship-answer"];

    [Fact]
    [Trait("Clause", "SPC16-19 accepted")]
    [Trait("Clause", "SPC16-22 accepted")]
    [Trait("Clause", "SPC16-26 accepted")]
    public void With_every_fact_the_enforcing_court_reports_and_every_court_up_to_the_High_Court_is_on_the_way()
    {
        var matter = Ready();
        matter.Do(Report(matter), "2026-03-18");
        var pending = matter.Petition.Terminations.Pending!;
        (pending.Reported.Ground, pending.Reported.GroundClause, pending.Decider).ShouldBe((TerminationGround.Implementation, "SPC16-19", High.Number));
        pending.Reported.Way.ShouldBe([Mid.Number, High.Number]);
        pending.Waits.ShouldBe(new TerminationPlace(TerminationStation.PassUp, Mid.Number));
        pending.Reported.Repeats.ShouldBe([matter.Petition.Contacts[1].Contact], "the contact before the commitment is no repeat");
        pending.Reported.Evidence.Select(e => e.Kind).ShouldBe(["petition.property-checked", "petition.commitment-made", "termination.heard", "termination.hardship-answered"]);
        matter.Petition.Stage.ShouldBeOfType<Stage.Accepted>("nothing is decided yet");
    }

    [Fact]
    [Trait("Clause", "SPC16-19 refused")]
    [Trait("Clause", "SPC16-22 refused")]
    public void What_is_missing_is_told_all_at_once_and_each_alone_refuses_under_its_clause()
    {
        Report(Facts(check: false, commitment: false, repeat: null, heard: false, asked: false)).Missing().ShouldBe(All);
        Report(Facts(check: false)).Missing().ShouldBe([All[0]]);
        Report(Facts(found: true)).Missing().ShouldBe(["SPC16-19 termination-property-exists"]);
        Report(Facts(commitment: false)).Missing().ShouldBe([All[1], All[2]], "without a commitment nothing is a repeat of it");
        Report(Facts(repeat: null)).Missing().ShouldBe([All[2]]);
        Report(Facts(heard: false)).Missing().ShouldBe([All[3]]);
        Report(Facts(asked: false)).Missing().ShouldBe([All[4]]);
        Report(Facts(), change: c => c with { Statement = c.Statement with { SameCause = " " } }).Missing().ShouldBe(["SPC16-19 termination-needs-same-cause"]);
        Report(Facts(), change: c => c with { Statement = c.Statement with { Repeats = [] } }).Missing().ShouldBe([All[2]]);
    }

    [Theory]
    [Trait("Clause", "SPC16-19 refused")]
    [InlineData("2026-03-09", false)]
    [InlineData("2026-03-10", true)]
    public void Who_comes_on_the_day_of_the_commitment_does_not_come_again_who_comes_on_the_day_after_does(string repeat, bool eligible) =>
        Report(Facts(repeat: repeat)).GetType().ShouldBe(eligible ? typeof(Decision<object>.Done) : typeof(Decision<object>.Refused));

    [Theory]
    [Trait("Clause", "SPC16-22 refused")]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Severe_hardship_by_the_petitioners_word_or_by_the_courts_finding_refuses_as_a_rule(bool stated, bool found)
    {
        var matter = Facts(hardship: NoHardship with { Stated = stated, Found = found });
        Report(matter).Missing().ShouldBe(["SPC16-22 termination-hardship"]);
        matter.Do(Report(matter, change: c => c with { Statement = c.Statement with { ExceptionAsked = "已救助并纳入低保" } }), "2026-03-18");
        matter.Petition.Terminations.Pending!.Reported.ExceptionAsked.ShouldBe("已救助并纳入低保");
    }

    [Fact]
    [Trait("Clause", "SPC16-11 refused")]
    [Trait("Clause", "SPC16-1 refused")]
    public void What_belongs_to_trial_or_compensation_or_has_no_class_is_not_terminated_here()
    {
        foreach (var scope in new TerminationScope?[] { TerminationScope.Trial, TerminationScope.Compensation })
        {
            Report(Ready(), change: c => c with { Statement = c.Statement with { Scope = scope } }).Missing().ShouldBe(["SPC16-11 termination-other-procedure"]);
        }

        Report(Ready(), change: c => c with { Statement = c.Statement with { Scope = null } }).Missing().ShouldBe(["SPC16-11 termination-needs-scope"]);
        var basis = Ready();
        basis.Do(Barring.Exclude(basis.Petition, "basis", "谈话笔录", "可以申请再审", List("SPC16", "exclusion-grounds")), "2026-03-17");
        Report(basis).Missing().ShouldBe(["SPC16-11 termination-other-procedure"]);
        var unclassified = Ready().With(p => p with { Acceptance = p.Acceptance with { Classified = null } });
        Terminating.Report(unclassified.Petition, new ReportTermination(Statement(unclassified), "报告", []), Rules(unclassified, Home), Head).Missing().ShouldBe(["SPC16-1 termination-unclassified"]);
    }

    [Fact]
    [Trait("Clause", "SPC16-19 refused")]
    public void Only_the_enforcing_court_reports_an_implementation_matter()
    {
        var matter = Ready();
        Report(matter, Mid).ShouldBeRefusedUnder("SPC16-19", "termination-not-enforcing");
        Report(matter, High).ShouldBeRefusedUnder("SPC16-19", "termination-not-enforcing");
        Terminating.Report(matter.Petition, Command(matter), Rules(matter, Home) with { Enforcing = Other.Number }, Head).ShouldBeRefusedUnder("SPC16-19", "termination-not-enforcing");
    }

    [Fact]
    [Trait("Clause", "SPC16-26 refused")]
    public void A_report_without_its_materials_or_its_paper_is_no_report()
    {
        var matter = Ready();
        Report(matter, change: c => c with { Chosen = [] }).Refused().Arguments.ShouldBe(["财产调查和执行措施、听取意见和答复的笔录"]);
        Report(matter, change: c => c with { Chosen = [] }).ShouldBeRefusedUnder("SPC16-26", "termination-material-missing");
        Report(matter, change: c => c with { Chosen = [("measures", "record:999")] }).ShouldBeRefusedFor("materials", "termination-document-unfit");
        Report(matter, change: c => c with { Chosen = [("unknown", c.Chosen[0].Reference)] }).ShouldBeRefusedFor("materials", "termination-document-unfit");
        Report(matter, change: c => c with { Chosen = [("measures", c.Chosen[1].Reference)] }).ShouldBeRefusedFor("materials", "termination-document-unfit");
        Report(matter, change: c => c with { Document = " " }).ShouldBeRefusedUnder("SPC16-19", "termination-needs-report");
    }

    [Fact]
    [Trait("Clause", "SPC16-19 refused")]
    public void A_paper_that_waits_for_its_procedure_or_a_remedy_that_is_open_comes_first()
    {
        var matter = Ready();
        matter.Do(Converting.Receive(matter.Petition, new ReceivePaper(On("2026-03-17"), ObjectionKind.Act, true, "异议书", "查封有误", null, null), On("2026-03-17")), "2026-03-17");
        Report(matter).Missing().ShouldBe(["SPC16-19 termination-procedure-open"]);
    }

    [Fact]
    [Trait("Clause", "SPC16-20(1) accepted")]
    public void Where_the_High_Court_ruled_last_on_supervision_it_opens_the_matter_itself_or_has_it_reported_from_below()
    {
        var used = Used(High);
        var own = Reviewed();
        own.Do(Report(own, High, used), "2026-03-18");
        own.Petition.Terminations.Pending!.Reported.Way.ShouldBeEmpty();
        own.Petition.Terminations.Pending.Waits.ShouldBe(new TerminationPlace(TerminationStation.File, High.Number));

        var reported = Reviewed();
        reported.Do(Report(reported, used: used), "2026-03-18");
        (reported.Petition.Terminations.Pending!.Reported.GroundClause, reported.Petition.Terminations.Pending.Waits!.Court).ShouldBe(("SPC16-20(1)", Mid.Number));
        Report(Reviewed(), Supreme, used).ShouldBeRefusedUnder("SPC16-20(1)", "termination-other-decider");
    }

    [Fact]
    [Trait("Clause", "SPC16-20(2) accepted")]
    public void Where_the_Supreme_Court_ruled_last_it_decides_also_where_it_ruled_on_the_reconsideration_alone()
    {
        foreach (var used in new[] { Used(Supreme), Reconsidered() })
        {
            var matter = Reviewed();
            matter.Do(Report(matter, High, used), "2026-03-18");
            var pending = matter.Petition.Terminations.Pending!;
            (pending.Reported.Ground, pending.Decider, pending.NeedsFiling).ShouldBe((TerminationGround.ReviewSupreme, Supreme.Number, false));
            pending.Waits.ShouldBe(new TerminationPlace(TerminationStation.Decide, Supreme.Number));
        }
    }

    [Fact]
    [Trait("Clause", "SPC16-20(1) refused")]
    [Trait("Clause", "SPC16-20(2) refused")]
    public void A_procedure_that_was_not_used_a_claim_that_was_upheld_and_a_last_ruling_below_a_High_Court_refuse()
    {
        var used = Used(High);
        Report(Reviewed(), High).Missing().ShouldBe(
        [
            "SPC16-20(1) termination-needs-objection", "SPC16-20(1) termination-needs-reconsideration", "SPC16-20(1) termination-needs-supervision", "SPC16-20(1) termination-needs-repeats",
        ]);
        Report(Reviewed(), High, used with { Objection = null }).Missing().ShouldBe(["SPC16-20(1) termination-needs-objection"]);
        Report(Reviewed(), High, used with { Reconsideration = null }).Missing().ShouldBe(["SPC16-20(1) termination-needs-reconsideration"]);
        Report(Reviewed(), High, used with { Supervision = null }).Missing().ShouldBe(["SPC16-20(1) termination-needs-supervision"]);
        Report(Reviewed(), High, Used(High, rejected: false)).Missing().ShouldBe(["SPC16-20(1) termination-not-rejected"]);
        Report(Reviewed(), Supreme, Used(Supreme, rejected: false)).Missing().ShouldBe(["SPC16-20(2) termination-not-rejected"]);
        Report(Reviewed(heard: false), Supreme, Used(Supreme)).Missing().ShouldBe(["SPC16-20(2) termination-needs-hearing"]);
        var low = Report(Reviewed(), High, Used(Mid));
        low.Missing().ShouldBe(["SPC16-20(1) termination-ruling-lower"]);
        low.Refused().Arguments.Skip(1).ShouldBe([Mid.Name, High.Name], "who ruled, and who would have to");
        var elsewhere = Zhixin.Tests.Courts.Directory.Named("河南省高级人民法院");
        Report(Reviewed(), High, Used(elsewhere)).Missing().ShouldBe(["SPC16-20(1) termination-decider-elsewhere"]);
    }

    [Theory]
    [Trait("Clause", "SPC16-20(1) refused")]
    [InlineData("2026-03-10", false)]
    [InlineData("2026-03-11", true)]
    public void Who_comes_on_the_day_of_the_last_ruling_does_not_come_again(string repeat, bool eligible) =>
        Report(Reviewed(repeat), High, Used(High)).GetType().ShouldBe(eligible ? typeof(Decision<object>.Done) : typeof(Decision<object>.Refused));

    [Fact]
    public void In_every_other_state_nothing_is_reported()
    {
        var terminated = Terminated();
        Report(terminated).ShouldBeRefusedAs("termination-stands");
        var pending = Ready().Do(Report(Ready()), "2026-03-18");
        Report(pending).ShouldBeRefusedAs("termination-pending");
        WritingOff.NotAppliable(pending.Petition)!.Message.ShouldBe("termination-pending");
        WritingOff.NotAppliable(terminated.Petition).ShouldBe(new Refusal.Law("SPC16-25", "write-off-terminated"));

        var resolved = Ready();
        resolved.Do(Resolving.Resolve(resolved.Petition, ResolutionGround.Enforced, "发还凭证", null, Handler), "2026-03-17");
        Report(resolved).ShouldBeRefusedAs("termination-resolved");
        var closed = Ready().Replied("2026-03-17");
        closed.Do(Answering.Close(closed.Petition, ClosedBy.ReplyFinal, null), "2026-03-17");
        Report(closed).ShouldBeRefusedAs("petition-not-open");
        Terminating.NotReportable(Received("2026-03-02").Petition).ShouldBe(new Refusal.Law("GC21-6a(1)", "handling-needs-acceptance"));
        Answering.Close(Of().Replied("2026-03-12").Petition, ClosedBy.Terminated, "书").ShouldBeRefusedUnder("SPC16-19", "close-terminated-otherwise");
    }

    [Fact]
    [Trait("Clause", "SPC16-19 refused")]
    [Trait("Clause", "SPC16-22 refused")]
    public void The_petitioner_is_heard_by_voice_with_a_record_and_hardship_is_answered_in_the_own_words()
    {
        var petition = Of().Petition;
        Terminating.Hear(petition, Meeting with { Present = " " }).ShouldBeRefusedUnder("SPC16-19", "termination-hearing-needs-present");
        Terminating.Hear(petition, Meeting with { View = " " }).ShouldBeRefusedUnder("SPC16-19", "termination-hearing-needs-view");
        Terminating.Hear(petition, Meeting with { Method = ServiceMethod.Post }).ShouldBeRefusedUnder("SPC16-19", "termination-hearing-not-spoken");
        Terminating.Hear(petition, Meeting with { Signing = Unsigned }).Refused().Message.ShouldNotBeNullOrEmpty();
        Terminating.Hear(petition, Meeting with { Proof = " " }).ShouldBeRefusedUnder("SPC16-19", "termination-hearing-needs-proof");
        Terminating.Hear(Received("2026-03-02").Petition, Meeting).ShouldBeRefusedUnder("GC21-6a(1)", "handling-needs-acceptance");
        Terminating.AnswerHardship(petition, NoHardship with { Statement = " " }).ShouldBeRefusedUnder("SPC16-22", "hardship-needs-statement");
        Terminating.AnswerHardship(petition, NoHardship with { Answer = " " }).ShouldBeRefusedUnder("SPC16-22", "hardship-needs-answer");
        Terminating.AnswerHardship(petition, NoHardship with { Proof = " " }).ShouldBeRefusedUnder("SPC16-22", "hardship-needs-proof");
    }
}
