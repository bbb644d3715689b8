using Zhixin.Courts;
using Zhixin.Papers;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;
using static Zhixin.Tests.Petitions.TerminationDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>The papers of termination: each by the court that takes the step, and only when there is what it says.</summary>
public sealed class TerminationPapersTests
{
    [Fact]
    [Trait("Clause", "SPC16-19 accepted")]
    [Trait("Clause", "SPC16-19 refused")]
    public void Each_court_of_the_chain_has_its_report_once_it_has_taken_its_step()
    {
        var matter = Ready();
        Why(matter, TerminationPapers.Report, Home).ShouldBe("SPC16-19 paper-needs-report");
        matter.Do(Report(matter), "2026-03-18");
        Why(matter, TerminationPapers.Report, Home).ShouldBeNull();
        Why(matter, TerminationPapers.Report, Mid).ShouldBe("SPC16-19 paper-needs-report", "it has not spoken yet");
        matter.Do(PassUp(matter), "2026-03-19");
        Why(matter, TerminationPapers.Report, Mid).ShouldBeNull();
        Why(matter, TerminationPapers.Report, High).ShouldBe("SPC16-19 paper-needs-report", "it decides, and reports to nobody");
    }

    [Fact]
    [Trait("Clause", "SPC16-23 accepted")]
    [Trait("Clause", "SPC16-23 refused")]
    public void The_filing_form_is_the_high_courts_and_the_decision_waits_for_the_supreme_court()
    {
        var matter = Ready();
        matter.Do(Report(matter), "2026-03-18");
        Why(matter, TerminationPapers.FilingForm, High).ShouldBe("SPC16-23 paper-needs-filing-station", "the intermediate court has not passed it up");
        matter.Do(PassUp(matter), "2026-03-19");
        Why(matter, TerminationPapers.FilingForm, Mid).ShouldBe("SPC16-23 paper-needs-filing-station");
        Why(matter, TerminationPapers.FilingForm, High).ShouldBeNull();
        matter.Do(File(matter), "2026-03-20");
        Why(matter, TerminationPapers.Decision, High).ShouldBe("SPC16-23 paper-needs-decision-station");
        matter.Do(Accept(matter), "2026-03-24");
        Why(matter, TerminationPapers.Decision, High).ShouldBeNull();
        Why(matter, TerminationPapers.Decision, Home).ShouldBe("SPC16-23 paper-needs-decision-station", "never below a High Court");
        Issuing.Against(matter.Petition, Wish(TerminationPapers.Decision, High), On("2026-03-24"))!.Message.ShouldBe("paper-needs-reasons");
        Issuing.Against(matter.Petition, Wish(TerminationPapers.Decision, High) with { Text = "符合条件" }, On("2026-03-24")).ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-24 accepted")]
    [Trait("Clause", "SPC16-24 refused")]
    [Trait("Clause", "SPC16-21 refused")]
    [Trait("Clause", "SPC16-25 refused")]
    public void The_notice_is_of_the_court_that_decided_and_what_follows_of_the_enforcing_court()
    {
        var matter = Ready().Accepted();
        Why(matter, TerminationPapers.Notice, High).ShouldBe("SPC16-24 paper-needs-decision");
        matter.Do(Decide(matter), "2026-03-25");
        (Why(matter, TerminationPapers.Notice, High), Why(matter, TerminationPapers.Notice, Home)).ShouldBe((null, "SPC16-24 paper-needs-decision"));
        Why(matter, TerminationPapers.QueryRecord, Home).ShouldBe("SPC16-21 paper-needs-query");
        Why(matter, TerminationPapers.ResumeNotice, Home).ShouldBe("SPC16-21 paper-needs-resumption");
        Why(matter, TerminationPapers.RepeatReport, Home).ShouldBe("SPC16-25 paper-needs-finding");
        matter.Do(AfterTermination.QueryProperty(matter.Petition, true, "总对总", "名下有车", "电话告知", "通话录音"), "2026-09-25");
        Why(matter, TerminationPapers.QueryRecord, Home).ShouldBeNull();
        Why(matter, TerminationPapers.QueryRecord, High).ShouldBe("GC21-16 paper-of-another-court");
        matter.Do(AfterTermination.Resume(matter.Petition, Resumed(), "恢复执行通知书", Head), "2026-09-25");
        Why(matter, TerminationPapers.ResumeNotice, Home).ShouldBeNull();
        matter.Petition.Terminations.After.Resumed.ShouldHaveSingleItem().On.ShouldBe(On("2026-09-25"));
    }

    [Fact]
    [Trait("Clause", "GC21-16 refused")]
    public void Only_the_court_that_issued_such_a_paper_declares_it_void_and_a_superior_issues_no_other()
    {
        var matter = Terminated();
        Why(matter, PaperKinds.RemedyNotice, High).ShouldBe("GC21-16 paper-of-another-court");
        matter.Tell([IssuingTests.Paper(1) with { Kind = TerminationPapers.Notice, Court = High.Number }], On("2026-03-26"), On("2026-03-26"));
        Issuing.Void(matter.Petition, 1, "姓名有误", Home.Number).ShouldBeRefusedUnder("GC21-16", "paper-of-another-court");
        matter.Do(Issuing.Void(matter.Petition, 1, "姓名有误", High.Number), "2026-03-26");
    }

    private static string? Why(Matter matter, string kind, Court court) => Issuing.Against(matter.Petition, kind, court.Number) switch
    {
        null => null,
        Refusal.Law law => $"{law.Clause} {law.Message}",
        var other => other.Message,
    };

    private static PaperWish Wish(string kind, Court court) => new(kind, null, null, [], On("2026-03-24"), court.Number);
}
