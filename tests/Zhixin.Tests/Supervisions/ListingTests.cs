using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>A matter is listed by the right people, its six elements are the enforcing court's, and means of supervision have an owner, dates and a result.</summary>
public sealed class ListingTests
{
    private static readonly Actors Director = new(Second.Id, null);
    private static readonly Actors President = new(Sixth.Id, null);

    [Fact]
    [Trait("Clause", "HNP-17 accepted")]
    [Trait("Clause", "HNP-22 accepted")]
    [Trait("Clause", "SPC16-5(1) accepted")]
    [Trait("Clause", "SPC09-1.3 accepted")]
    public void Proposed_and_agreed_to_it_is_listed_and_the_enforcing_court_owes_six_elements_and_a_result()
    {
        var matter = Listed();
        (matter.Supervision.Mode, matter.Supervision.Listing.Approved!.Title).ShouldBe((SupervisionMode.Listed, "长期未执结"));
        matter.Supervision.Below.ShouldContain(Basic.Number, "the enforcing court sees what is listed, though no letter went down");
        matter.The("six-elements").Opened.Court.ShouldBe(Basic.Number);
        matter.Do(s => Fix(s.Supervision), "2026-03-06");
        matter.Open("six-elements").ShouldBeFalse();
        matter.The("listed-result").Due.ShouldBe(On("2026-06-30"));
        matter.Do(s => ListingActs.Report(s.Supervision, Basic.Number, "已执结", "报告", Reporter), "2026-06-30");
        matter.The("listed-result").IsBreached(On("2026-12-31")).ShouldBeFalse("the last day is in time");
        ListingActs.Report(matter.Supervision, Basic.Number, "已执结", "报告", Reporter).ShouldBeRefusedAs("listed-result-reported");
    }

    [Fact]
    [Trait("Clause", "HNP-17 refused")]
    public void Without_review_ground_reason_or_another_person_who_agrees_nothing_is_listed()
    {
        Propose(Opened().Supervision).ShouldBeRefusedUnder("HNP-17", "supervision-not-reviewed");
        var matter = Reviewed();
        Propose(matter.Supervision, ground: "urgent").ShouldBeRefusedUnder("HNP-17", "listing-needs-ground");
        Propose(matter.Supervision, reason: " ").ShouldBeRefusedUnder("HNP-17", "listing-needs-reason");
        ListingActs.Agree(matter.Supervision, Approval(President)).ShouldBeRefusedUnder("HNP-17", "listing-not-proposed");
        matter.Do(s => Propose(s.Supervision), "2026-03-03");
        Propose(matter.Supervision).ShouldBeRefusedAs("listing-proposed");
        ListingActs.Agree(matter.Supervision, Approval(Director)).ShouldBeRefusedAs("decides-own-request");
        ListingActs.Agree(matter.Supervision, Approval(new Actors(Third.Id, Second.Id))).ShouldBeRefusedAs("decides-own-request");
        ListingActs.Refuse(matter.Supervision, "", President).ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(s => ListingActs.Refuse(s.Supervision, "不需要", President), "2026-03-04").Supervision.Listing.Proposed.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC09-1.3 refused")]
    public void What_everybody_reads_has_a_title_that_somebody_looked_at_for_names()
    {
        var matter = Reviewed().Do(s => Propose(s.Supervision), "2026-03-03");
        ListingActs.Agree(matter.Supervision, Approval(President, title: " ")).ShouldBeRefusedUnder("SPC09-1.3", "listing-needs-title");
        ListingActs.Agree(matter.Supervision, Approval(President, nameless: false)).ShouldBeRefusedUnder("SPC09-1.3", "listing-title-names");
        ListingActs.Agree(matter.Supervision, Approval(President, title: new string('长', 61))).ShouldBeRefusedFor("title", "listing-title-long");
        ListingActs.Agree(matter.Supervision, Approval(President, title: new string('长', 60))).ShouldBeOfType<Decision<object>.Done>();
    }

    [Theory]
    [Trait("Clause", "HNP-17 accepted")]
    [Trait("Clause", "HNP-17 refused")]
    [InlineData(true, null, false)]
    [InlineData(true, SupervisionMode.Listed, true)]
    [InlineData(true, SupervisionMode.HandDown, false)]
    [InlineData(false, SupervisionMode.Listed, false)]
    public void An_instruction_of_an_own_leader_that_is_on_record_lists_it_too(bool leader, SupervisionMode? asked, bool lists)
    {
        var ways = List("HNP", "listing-ways");
        var matter = Reviewed();
        ListingActs.Instructed(matter.Supervision, "president", ways, Approval(Director)).ShouldBeRefusedUnder("HNP-17", "listing-needs-instruction");
        matter.Do(s => Instructing.Record(s.Supervision, new SupervisionInstructionReceived(1, "院长", leader, "批示 1 号", asked, false, On("2026-03-03"), false, null), null, On("2026-03-03")), "2026-03-03");
        if (lists)
        {
            ListingActs.Instructed(matter.Supervision, "proposal", ways, Approval(Director)).ShouldBeRefusedFor("way", "listing-way-unknown");
            matter.Do(s => ListingActs.Instructed(s.Supervision, "president", ways, Approval(Director)), "2026-03-04").Supervision.Listing.Approved!.Instruction.ShouldBe(1);
        }
        else
        {
            ListingActs.Instructed(matter.Supervision, "president", ways, Approval(Director)).ShouldBeRefusedUnder("HNP-17", "listing-needs-instruction");
        }
    }

    [Theory]
    [Trait("Clause", "HNP-22 refused")]
    [InlineData("handler", "定承办人员")]
    [InlineData("leader", "定督办领导")]
    [InlineData("measures", "定执行措施")]
    [InlineData("due", "定执行期限")]
    [InlineData("target", "定目标责任")]
    [InlineData("charge", "领导包案")]
    public void Each_of_the_six_is_needed(string without, string name)
    {
        var matter = Listed();
        var refusal = Fix(matter.Supervision, without).ShouldBeOfType<Decision<object>.Refused>().Why.ShouldBeOfType<Refusal.Law>();
        (refusal.Clause, refusal.Message, refusal.Args.Single()).ShouldBe(("HNP-22", "six-elements-missing", name));
    }

    [Fact]
    [Trait("Clause", "HNP-22 refused")]
    [Trait("Clause", "SPC16-5(1) refused")]
    public void The_elements_are_the_enforcing_courts_after_the_listing_within_its_limit_and_the_result_comes_after_them()
    {
        Fix(Reviewed().Supervision).ShouldBeRefusedUnder("HNP-22", "listing-not-approved");
        var matter = Listed();
        Fix(matter.Supervision, court: Mid.Number).ShouldBeRefusedAs("listing-not-enforcing");
        Fix(matter.Supervision, due: "2026-07-01").ShouldBeRefusedUnder("HNP-22", "six-elements-after-limit");
        Fix(matter.Supervision, due: "2026-03-05").ShouldBeRefusedFor("due", "hand-down-due-past");
        ListingActs.Report(matter.Supervision, Basic.Number, "已执结", "报告", Reporter).ShouldBeRefusedUnder("HNP-22", "listed-result-needs-elements");
        matter.Do(s => Fix(s.Supervision), "2026-03-06");
        Fix(matter.Supervision).ShouldBeRefusedAs("six-elements-fixed");
        ListingActs.Report(matter.Supervision, Basic.Number, " ", "报告", Reporter).ShouldBeRefusedUnder("HNP-22", "listed-result-needs-content");
        ListingActs.Report(matter.Supervision, Basic.Number, "已执结", "", Reporter).ShouldBeRefusedUnder("HNP-22", "report-needs-document");
    }

    [Fact]
    [Trait("Clause", "HNI-5 accepted")]
    [Trait("Clause", "HNP-13 accepted")]
    [Trait("Clause", "SPC16-5(1) accepted")]
    public void A_means_has_who_from_when_until_when_and_a_result()
    {
        var matter = Reviewed().Do(s => Use(s.Supervision, "touring", until: "2026-04-30"), "2026-03-03").Do(s => Use(s.Supervision, "hear-report", result: "已听取"), "2026-03-03");
        (matter.Supervision.Means[0].Result, matter.Supervision.Means[1].Result).ShouldBe((null, "已听取"));
        matter.Do(s => Using.End(s.Supervision, 1, "已整改", "报告"), "2026-04-20");
        (matter.Supervision.Means[0].Result, matter.Supervision.Means[0].EndedOn).ShouldBe(("已整改", On("2026-04-20")));
        var major = Opened(flags: "hard").Do(s => Reviewing.FormPanel(s.Supervision, [Reviewer, Second, Third], High.Number), "2026-03-02").Do(s => Review(s.Supervision), "2026-03-02");
        major.Do(s => Plan(s.Supervision), "2026-03-03").Supervision.Plans.ShouldHaveSingleItem().Facts.DueOn.ShouldBe(On("2026-05-01"));
    }

    [Fact]
    [Trait("Clause", "HNI-5 refused")]
    [Trait("Clause", "HNP-13 refused")]
    [Trait("Clause", "SPC16-5(1) refused")]
    public void A_means_without_owner_content_end_or_material_is_none_and_a_joint_plan_is_for_major_cases()
    {
        Use(Opened().Supervision, "touring", until: "2026-04-30").ShouldBeRefusedUnder("HNP-7(1)", "supervision-not-reviewed");
        var matter = Reviewed();
        Use(matter.Supervision, "shouting", until: "2026-04-30").ShouldBeRefusedUnder("HNI-5", "means-unknown");
        Use(matter.Supervision, "leader-in-charge", until: "2026-04-30", owner: "").ShouldBeRefusedUnder("SPC16-5(1)", "means-needs-owner");
        Use(matter.Supervision, "touring").ShouldBeRefusedUnder("SPC16-5(1)", "means-needs-end");
        Use(matter.Supervision, "guide", until: "2026-03-02").ShouldBeRefusedFor("until", "means-ends-before");
        Use(matter.Supervision, "guide", result: "已指导", content: " ").ShouldBeRefusedUnder("HNI-5", "means-needs-content");
        Use(matter.Supervision, "guide", result: "已指导", document: null).ShouldBeRefusedUnder("HNI-5", "means-needs-document");
        Using.End(matter.Supervision, 1, "已整改", "报告").ShouldBeRefusedFor("no", "means-none");
        Plan(matter.Supervision).ShouldBeRefusedUnder("HNP-13", "joint-plan-only-major");
        matter.Do(s => Use(s.Supervision, "guide", result: "已指导"), "2026-03-03");
        Using.End(matter.Supervision, 1, "已整改", "报告").ShouldBeRefusedAs("means-ended");
    }

    [Fact]
    [Trait("Clause", "HNP-5 accepted")]
    [Trait("Clause", "HNP-5 refused")]
    public void The_mode_changes_with_a_reason_and_its_clock_begins_while_nothing_went_down()
    {
        var matter = Reviewed(mode: SupervisionMode.TransferWithResult);
        Using.ChangeMode(matter.Supervision, SupervisionMode.HandDown, " ", true).ShouldBeRefusedUnder("HNP-5", "mode-needs-reason");
        Using.ChangeMode(matter.Supervision, SupervisionMode.TransferWithResult, "理由", true).ShouldBeRefusedAs("mode-same");
        Using.ChangeMode(matter.Supervision, SupervisionMode.Listed, "理由", true).ShouldBeRefusedUnder("HNP-17", "supervision-listed-by-approval");
        Using.ChangeMode(Opened().Supervision, SupervisionMode.HandDown, "理由", true).ShouldBeRefusedUnder("HNP-7(1)", "supervision-not-reviewed");
        matter.Do(s => Using.ChangeMode(s.Supervision, SupervisionMode.HandDown, "由中院督办为宜", true), "2026-03-03");
        matter.Supervision.Mode.ShouldBe(SupervisionMode.HandDown);
        matter.Supervision.Obligations.Any(o => o.IsOpen && o.Rule.FulfilledBy.Contains("supervision.handed-down")).ShouldBeTrue();
        Using.ChangeMode(Listed().Supervision, SupervisionMode.HandDown, "理由", true).ShouldBeRefusedUnder("HNP-17", "listing-stays");
    }

    internal static Supervised Listed() =>
        Reviewed().Do(s => Propose(s.Supervision), "2026-03-03").Do(s => ListingActs.Agree(s.Supervision, Approval(President)), "2026-03-05");

    private static Decision<object> Propose(Zhixin.Supervisions.Supervision s, string ground = "hard", string reason = "久拖未执") =>
        ListingActs.Suggest(s, ground, reason, On("2026-06-30"), List("HNP", "listing-grounds"), On("2026-03-03"), Director);

    private static ApproveListing Approval(Actors by, string title = "长期未执结", bool nameless = true) => new(title, nameless, null, On("2026-03-05"), by);

    internal static Decision<object> Fix(Zhixin.Supervisions.Supervision s, string? without = null, int? court = null, string due = "2026-06-30") => ListingActs.Fix(
        s, court ?? Basic.Number,
        new FixElements(
            without == "handler" ? " " : "王法官", without == "leader" ? null : "王院长", without == "measures" ? "" : "拍卖已查封的房屋", without == "due" ? null : On(due), without == "target" ? " " : "执行到位",
            without == "charge" ? null : "王院长", On("2026-03-06")), List("HNP", "six-elements"));

    private static Decision<object> Use(
        Zhixin.Supervisions.Supervision s, string means, string? until = null, string? result = null, string owner = "韩法官　局长", string content = "到场督导", string? document = "记录") =>
        Using.Take(s, new UseMeans(means, owner, content, null, until is null ? null : On(until), result, document, On("2026-03-03")), [List("HNI", "means"), List("HNP", "means"), List("SPC16", "measures")]);

    private static Decision<object> Plan(Zhixin.Supervisions.Supervision s) =>
        Using.Plan(s, new SupervisionJointPlanMade("先行拍卖", "美兰区法院王法官", On("2026-05-01"), "方案"), On("2026-03-03"));
}
