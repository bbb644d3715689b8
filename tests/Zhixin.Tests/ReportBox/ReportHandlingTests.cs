using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.ReportBox;
using Zhixin.ReportBox.Acts;
using Zhixin.Tests.Calendar;
using Zhixin.Tests.Petitions;
using Zhixin.Tests.Supervisions;
using static Zhixin.Tests.Calendar.Days;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.ReportBox;

/// <summary>A report is always taken, comes before the inspection that is not named in it, and is handled with a reason (SPC09-4).</summary>
public sealed class ReportHandlingTests
{
    private static readonly Court Basic = Supervised.Basic;
    private static readonly Court Mid = Supervised.Mid;
    private static readonly ReportRules Rules = new(Mid, ["court-leader", "president"]);

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    public void An_anonymous_report_is_taken_and_owed_by_the_inspection_of_the_court_without_a_day()
    {
        var report = Told(Put());
        (report.Received.Handling, report.Received.Anonymous, report.Received.NamesLeader).ShouldBe((Basic.Number, true, false));
        var owed = report.Obligations.ShouldHaveSingleItem();
        (owed.Rule.Kind, owed.Opened.Court, owed.Unit, owed.Due).ShouldBe(("report-handling", Basic.Number, "inspection", null));
    }

    [Theory]
    [Trait("Clause", "SPC09-4 accepted")]
    [InlineData("president", true)]
    [InlineData("court-leader", true)]
    [InlineData("inspection", true)]
    [InlineData("implementation-unit", false)]
    public void A_report_on_a_leader_or_on_the_inspection_goes_to_the_superiors(string post, bool above)
    {
        var accused = new Candidate(Matter.Id(901), "王某", Basic.Number, false, [post]);
        var received = Put(accused: [accused, accused]);
        received.Handling.ShouldBe(above ? Mid.Number : Basic.Number);
        received.NamesLeader.ShouldBe(above);
        received.Accused.ShouldBe([accused.Id]);
        Told(received).Obligations.ShouldHaveSingleItem().Opened.Court.ShouldBe(received.Handling);
    }

    [Fact]
    public void A_leader_may_be_meant_though_nobody_is_picked_and_the_supreme_court_has_nobody_above()
    {
        Put(leader: true).Handling.ShouldBe(Mid.Number);
        var alone = Decided(ReportHandling.Put(new PutReport(Supervised.Supreme, ReportChannel.Box, true, "x", [], true), Rules with { Superior = null }));
        (alone.Handling, alone.NamesLeader).ShouldBe((Supervised.Supreme.Number, true));
    }

    [Fact]
    public void Who_holds_the_post_is_told_and_never_who_is_named()
    {
        var accused = new Candidate(Matter.Id(901), "王某", Basic.Number, false, ["implementation-unit"]);
        var report = Told(Put(accused: [accused]));
        var notice = BoxedReport.Notices(report, [new DatedFact(report.Received, On("2026-03-02"))]).ShouldHaveSingleItem();
        notice.To.ShouldBe(new Addressee.Post("inspection"));
        (notice.Court, notice.Barred.Single()).ShouldBe((Basic.Number, accused.Id));
        BoxedReport.Notices(report, [new DatedFact(new ReportLookedInto("x"), On("2026-03-02"))]).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Clause", "SPC09-4 refused")]
    public void An_outcome_needs_its_reason_and_its_place_and_comes_once_from_the_court_that_handles_it()
    {
        var report = Told(Put());
        Handle(report, reason: null).ShouldBeRefusedUnder("SPC09-4", "report-needs-reason");
        Handle(report, outcome: null).ShouldBeRefusedFor("outcome", "report-needs-outcome");
        Handle(report, ReportOutcome.Transferred, to: " ").ShouldBeRefusedFor("to", "report-needs-to");
        Handle(report, ReportOutcome.Petition, to: null).ShouldBeRefusedFor("to", "report-needs-petition");
        Handle(report, court: Mid).ShouldBeRefusedAs("report-not-here");
        ReportHandling.LookInto(report, Mid.Number, "x").ShouldBeRefusedAs("report-not-here");
        ReportHandling.LookInto(report, Basic.Number, null).ShouldBeRefusedFor("content", "report-needs-step");
        var done = After(After(report, ReportHandling.LookInto(report, Basic.Number, "x")), Handle(report, ReportOutcome.Transferred, to: "派驻纪检组"));
        (done.Steps.Count, done.Handled!.To, done.HandledOn).ShouldBe((1, "派驻纪检组", On("2026-03-09")));
        done.Obligations.ShouldAllBe(o => !o.IsOpen);
        Handle(done).ShouldBeRefusedAs("report-handled");
        ReportHandling.LookInto(done, Basic.Number, "x").ShouldBeRefusedAs("report-handled");
        After(report, Handle(report, ReportOutcome.NotConfirmed, to: "多余")).Handled!.To.ShouldBeNull();
    }

    [Fact]
    public void Only_an_empty_report_is_no_report()
    {
        Refused(ReportHandling.Put(new PutReport(Basic, null, true, "x", [], false), Rules)).ShouldBe("report-needs-channel");
        Refused(ReportHandling.Put(new PutReport(Basic, ReportChannel.Box, true, null, [], false), Rules)).ShouldBe("report-needs-content");
    }

    private static ReportReceived Put(IReadOnlyList<Candidate>? accused = null, bool leader = false) =>
        Decided(ReportHandling.Put(new PutReport(Basic, ReportChannel.Phone, true, "sealed", accused ?? [], leader), Rules));

    private static ReportReceived Decided(Decision<ReportReceived> decision) => decision.ShouldBeOfType<Decision<ReportReceived>.Done>().Events.ShouldHaveSingleItem();

    private static string Refused(Decision<ReportReceived> decision) => decision.ShouldBeOfType<Decision<ReportReceived>.Refused>().Why.Message;

    private static Decision<object> Handle(BoxedReport report, ReportOutcome? outcome = ReportOutcome.NotConfirmed, string? to = null, string? reason = "sealed", Court? court = null) =>
        ReportHandling.Handle(report, (court ?? Basic).Number, outcome, to, reason);

    private static BoxedReport Told(ReportReceived received) => BoxedReport.Tell(
        null, new StreamId(Basic.Number, Matter.Id(900)), [new DatedFact(received with { Number = "2026-琼0108-0001" }, On("2026-03-02"))], Setting).After;

    private static BoxedReport After(BoxedReport report, Decision<object> decision) => BoxedReport.Tell(
        report, report.Id, decision.ShouldBeOfType<Decision<object>.Done>().Events.Select(e => new DatedFact(e, On("2026-03-09"))), Setting).After;

    private static Zhixin.Obligations.ClockSetting Setting(BoxedReport report)
    {
        var pack = Matter.Packs.Single(p => p.Id == "SPC09");
        return BoxedReport.Setting(
            report, new RuleBook([pack], [new Adoption(pack.Id, pack.Version, pack.Hash, 0, new DateOnly(2021, 1, 1), null, "采用")]), Days.Shipped, Directory.Shipped, On("2026-03-09"));
    }
}
