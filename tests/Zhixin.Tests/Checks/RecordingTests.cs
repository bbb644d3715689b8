using Zhixin.Checks;
using Zhixin.Checks.Acts;
using Zhixin.Courts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Checks.Checked;

namespace Zhixin.Tests.Checks;

/// <summary>A record is begun once for a case; its card is owed at filing, the report phone at each service; a problem waits for somebody else (SPC09-4).</summary>
public sealed class RecordingTests
{
    private static readonly CaseNumber Case = new(2026, "琼0108", Basic, "执", 12);

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    public void The_card_is_owed_from_the_filing_and_given_with_it()
    {
        var record = Filed();
        record.The("supervision-card").Due.ShouldBeNull("the text gives no number of days");
        record.The("supervision-card").Opened.Court.ShouldBe(Basic.Number);
        record.Do(c => Give(c.Record), "2026-03-02");
        record.The("supervision-card").IsOpen.ShouldBeFalse();
        record.Record.Cards.ShouldHaveSingleItem().Facts.Number.ShouldNotBeEmpty();
        record.Do(c => Give(c.Record, to: CaseSide.Respondent), "2026-03-03").Record.Cards.Count.ShouldBe(2, "the other side gets one too");
    }

    [Fact]
    [Trait("Clause", "SPC09-4 refused")]
    public void No_card_goes_out_without_a_public_report_phone()
    {
        var record = Filed().Record;
        Give(record, phone: " ").ShouldBeRefusedUnder("SPC09-4", "report-phone-missing");
        Give(record, phone: null).ShouldBeRefusedUnder("SPC09-4", "report-phone-missing");
        Give(record, to: null).ShouldBeRefusedFor("to", "check-needs-side");
        Give(record, method: null).ShouldBeRefusedFor("method", "check-needs-method");
        Give(record, proof: " ").ShouldBeRefusedFor("proof", "check-needs-proof");
        Give(record, by: Mid).ShouldBeRefusedAs("check-not-own");
    }

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    public void Each_service_owes_the_report_phone_of_its_own()
    {
        var record = Carded().Do(c => Serve(c.Record), "2026-03-03").Do(c => Serve(c.Record, "查封裁定"), "2026-03-04");
        record.Owed("report-phone").Count(o => o.IsOpen).ShouldBe(2);
        record.Do(c => Recording.TellPhone(c.Record, Basic.Number, 2, "印在回证上", Phone), "2026-03-04");
        record.Owed("report-phone").Select(o => o.IsOpen).ShouldBe([true, false], "the other service still waits");
        record.Record.Services[1].Told!.Phone.ShouldBe(Phone);
        record.Do(c => Recording.TellPhone(c.Record, Basic.Number, 1, "邮寄附页", Phone), "2026-03-05");
        record.Owed("report-phone").ShouldAllBe(o => !o.IsOpen);
    }

    [Fact]
    [Trait("Clause", "SPC09-4 refused")]
    public void The_report_phone_is_told_once_for_a_service_and_only_when_it_is_public()
    {
        var record = Carded().Record;
        Recording.TellPhone(record, Basic.Number, 1, "当面", Phone).ShouldBeRefusedAs("check-no-service");
        var served = Carded().Do(c => Serve(c.Record), "2026-03-03");
        Recording.TellPhone(served.Record, Basic.Number, 1, "当面", "").ShouldBeRefusedUnder("SPC09-4", "report-phone-missing");
        Recording.TellPhone(served.Record, Basic.Number, 1, " ", Phone).ShouldBeRefusedFor("how", "check-needs-how");
        Recording.TellPhone(served.Record, Basic.Number, 2, "当面", Phone).ShouldBeRefusedFor("service", "check-service-unknown");
        served.Do(c => Recording.TellPhone(c.Record, Basic.Number, 1, "当面", Phone), "2026-03-03");
        Recording.TellPhone(served.Record, Basic.Number, 1, "当面", Phone).ShouldBeRefusedAs("check-no-service");
        Serve(record, paper: "").ShouldBeRefusedFor("paper", "check-needs-paper");
        Serve(record, to: null).ShouldBeRefusedFor("to", "check-needs-side");
        Serve(record, method: null).ShouldBeRefusedFor("method", "check-needs-method");
        Serve(record, proof: null).ShouldBeRefusedFor("proof", "check-needs-proof");
    }

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    public void A_problem_waits_until_somebody_answers_who_did_not_do_what_it_is_about()
    {
        var record = WithNode().Do(c => Feedback(c.Record), "2026-03-06");
        record.The("card-feedback").IsOpen.ShouldBeTrue();
        record.The("card-feedback").Due.ShouldBeNull();
        record.Do(c => Answer(c.Record, Li), "2026-03-09");
        record.The("card-feedback").IsOpen.ShouldBeFalse();
        Carded().Do(c => Feedback(c.Record, satisfied: true, node: null, content: null), "2026-03-06").Owed("card-feedback").ShouldBeEmpty("who is satisfied waits for nothing");
    }

    [Fact]
    [Trait("Clause", "SPC09-4 refused")]
    public void Whoever_did_the_node_does_not_answer_for_it_nor_does_a_deputy_for_him()
    {
        var record = WithNode().Do(c => Feedback(c.Record), "2026-03-06").Record;
        Answer(record, Wang).ShouldBeRefusedUnder("SPC09-4", "check-answered-by-doer");
        Answer(record, Li, forWhom: Wang.Id).ShouldBeRefusedUnder("SPC09-4", "check-answered-by-doer");
        Answer(record, Li, answer: " ").ShouldBeRefusedFor("answer", "check-needs-answer");
        Answer(record, Li, document: " ").ShouldBeRefusedFor("document", "check-needs-proof");
        Answer(record, Li, no: 2).ShouldBeRefusedFor("feedback", "check-feedback-unknown");
        Answer(Carded().Record, Li).ShouldBeRefusedAs("check-no-problem");

        var other = WithNode().Do(c => Feedback(c.Record, node: "money"), "2026-03-06").Record;
        Answer(other, Wang).ShouldBeOfType<Decision<object>.Done>("it is about a node that Wang did not do");
        var none = WithNode().Do(c => Feedback(c.Record, node: null), "2026-03-06").Record;
        Answer(none, Wang).ShouldBeRefusedUnder("SPC09-4", "check-answered-by-doer");
    }

    [Fact]
    public void Feedback_comes_with_a_card_that_went_out_and_says_what_the_problem_is()
    {
        Feedback(Filed().Record).ShouldBeRefusedAs("check-no-card");
        var record = Carded().Record;
        Feedback(record, card: 2).ShouldBeRefusedFor("card", "check-card-unknown");
        Feedback(record, from: null).ShouldBeRefusedFor("from", "check-needs-side");
        Feedback(record, satisfied: null).ShouldBeRefusedFor("satisfied", "check-needs-satisfied");
        Feedback(record, node: "gossip").ShouldBeRefusedFor("node", "check-node-unknown");
        Feedback(record, content: " ").ShouldBeRefusedFor("content", "check-needs-problem");
    }

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    [Trait("Clause", "SPC09-4 refused")]
    public void What_of_taking_part_was_told_or_asked_is_recorded_and_what_has_an_act_of_its_own_is_not()
    {
        var record = Carded();
        record.Do(c => Tell(c.Record, "participation-clue", true), "2026-03-03").Record.Openness.ShouldHaveSingleItem().Facts.Asked.ShouldBeTrue();
        Tell(record.Record, "card", false).ShouldBeRefusedFor("item", "check-openness-unknown");
        Tell(record.Record, "participation-clue", null).ShouldBeRefusedFor("asked", "check-needs-asked");
        Tell(record.Record, "participation-clue", true, content: " ").ShouldBeRefusedFor("content", "check-needs-content");
        Tell(record.Record, "participation-clue", true, document: " ").ShouldBeRefusedFor("document", "check-needs-proof");
    }

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    [Trait("Clause", "SPC09-4 refused")]
    public void A_record_is_begun_for_a_case_of_the_court_and_once()
    {
        Begin(Case).ShouldBeOfType<Decision<EnforcementCaseFiled>.Done>().Events.ShouldHaveSingleItem().CaseNumber.ShouldBe("（2026）琼0108执12号");
        Refused(Begin(null)).ShouldBe(("caseNumber", "check-case-number"));
        Refused(Begin(Case with { Type = "民初" })).ShouldBe(("caseNumber", "check-not-enforcement"));
        Refused(Begin(Case with { Court = Mid, CourtCode = "琼01" })).ShouldBe(("SPC09-4", "check-of-another-court"));
        Refused(Begin(Case with { Court = null, CourtCode = "琼9999" })).ShouldBe(("SPC09-4", "check-of-another-court"));
        Refused(Begin(Case, known: "2026-琼0108-0001")).ShouldBe(("caseNumber", "check-record-known"));
        Refused(Begin(Case, on: "2026-03-03")).ShouldBe(("filedOn", "date-in-future"));
        Begin(Case, on: "2026-03-02").ShouldBeOfType<Decision<EnforcementCaseFiled>.Done>("today is no future");
        Refused(Begin(Case, on: "2025-12-31")).ShouldBe(("filedOn", "check-filed-before-case"));
        Refused(Begin(Case with { Year = 2003 }, on: "2003-12-31")).ShouldBe(("filedOn", "date-too-early"));
    }

    [Fact]
    public void After_the_end_no_card_and_no_service_is_owed_but_what_was_found_stays_owed()
    {
        var record = Filed().Do(c => Serve(c.Record), "2026-03-03").Do(c => Node(c.Record), "2026-03-04")
            .Do(c => Check(c.Record, Li, risk: "超标的冻结"), "2026-03-05").Do(c => Recording.Conclude(c.Record, Basic.Number, "执行完毕", "结案通知书"), "2026-03-06");
        record.Record.Obligations.Where(o => o.IsOpen).Select(o => o.Rule.Kind).ShouldBe(["risk-correction"]);
        record.Record.IsOpen.ShouldBeTrue();
        Give(record.Record).ShouldBeRefusedAs("check-concluded");
        Serve(record.Record).ShouldBeRefusedAs("check-concluded");
        Node(record.Record).ShouldBeRefusedAs("check-concluded");
        Recording.Conclude(record.Record, Basic.Number, "执行完毕", "结案通知书").ShouldBeRefusedAs("check-concluded");
        record.Do(c => Guarding.Correct(c.Record, Basic.Number, 1, "解除超额部分", "裁定书"), "2026-03-10").Record.IsOpen.ShouldBeFalse();
        Recording.Conclude(Filed().Record, Basic.Number, "", "结案通知书").ShouldBeRefusedFor("how", "check-needs-conclusion");
        Recording.Conclude(Filed().Record, Basic.Number, "执行完毕", "").ShouldBeRefusedFor("document", "check-needs-proof");
    }

    private static Decision<object> Tell(CheckRecord record, string item, bool? asked, string content = "请提供财产线索", string document = "笔录") =>
        Recording.Tell(record, Basic.Number, item, asked, CaseSide.Applicant, content, document, Openness);

    private static Decision<EnforcementCaseFiled> Begin(CaseNumber? number, string? known = null, string? on = null) =>
        Recording.Begin(new FileCase(Basic, number, "琼", on is null ? null : On(on)), new FilingRules(known, On("2026-03-02")));

    private static (string, string) Refused(Decision<EnforcementCaseFiled> decision) => decision.ShouldBeOfType<Decision<EnforcementCaseFiled>.Refused>().Why switch
    {
        Refusal.Law law => (law.Clause, law.Message),
        Refusal.Input input => (input.Field, input.Message),
        var other => (string.Empty, other.Message),
    };
}
