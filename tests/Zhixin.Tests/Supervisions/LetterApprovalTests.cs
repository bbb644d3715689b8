using Zhixin.Courts;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Supervisions;

/// <summary>Where a court wants agreement before a letter goes out: drafted, agreed with or given back by another person, sent with the agreement.</summary>
public sealed class LetterApprovalTests
{
    private static readonly Actors Director = new(Second.Id, null);

    private static SendLetter Command(string? due = "2026-03-20", string? demands = " 依法执行并报告 ") =>
        new(LetterKind.Supervision, High, Basic, demands, "投诉材料", due is null ? null : On(due), true, false, " ");

    private static SendingRules Rules(string today) => new(Superiors, null, On(today));

    private static Decision<object> Draft(Supervision s, string today = "2026-03-02", string? due = "2026-03-20") => Sending.Draft(s, Command(due), Rules(today), Above);

    private static Decision<object> Decide(Supervision s, string today, bool agreed = true, string? reason = null, Actors? by = null, Court? court = null) =>
        Sending.Approve(s, (court ?? High).Number, agreed, reason, n => Directory.Shipped.ByNumber(n)!, Rules(today), by ?? Director);

    private static Supervised Drafted() => Reviewed().Do(s => Draft(s.Supervision), "2026-03-02");

    [Fact]
    [Trait("Clause", "HNI-4 accepted")]
    public void What_is_drafted_binds_nobody_until_another_agrees_and_goes_out_on_that_day()
    {
        var matter = Drafted();
        var before = Reviewed().Supervision;
        (matter.Supervision.Letters.Count, matter.Supervision.Stage, matter.Supervision.Below.Count).ShouldBe((0, before.Stage, 0));
        matter.Supervision.Obligations.Select(o => (o.No, o.Rule.Kind, o.Due, o.IsOpen)).ShouldBe(before.Obligations.Select(o => (o.No, o.Rule.Kind, o.Due, o.IsOpen)), "no clock begins with a draft, and none stands still");
        var waiting = matter.Supervision.Approvals.ShouldHaveSingleItem();
        (waiting.Act, waiting.AskedBy, SupervisionApprovals.Waits(matter.Supervision, waiting), SupervisionApprovals.Court(matter.Supervision, waiting))
            .ShouldBe((Sending.Approving, Above.Person, true, High.Number));

        matter.Do(s => Decide(s.Supervision, "2026-03-05"), "2026-03-05");
        var letter = matter.Supervision.Letters.ShouldHaveSingleItem();
        (letter.On, letter.ReceivedOn, letter.DueOn, letter.Issued.Demands, letter.Issued.InPerson, letter.Issued.To).ShouldBe((On("2026-03-05"), On("2026-03-05"), On("2026-03-20"), "依法执行并报告", true, Basic.Number));
        (matter.Supervision.Draft(High.Number), matter.Supervision.Approvals[0].Agreed).ShouldBe((null, true));
        matter.Supervision.Obligations.Where(o => o.Opened.Court == Basic.Number).ShouldNotBeEmpty();
    }

    [Fact]
    [Trait("Clause", "HNI-4 refused")]
    public void Nobody_agrees_with_an_own_draft_none_goes_beside_it_and_what_is_wrong_is_no_draft()
    {
        Sending.Draft(Reviewed().Supervision, Command(demands: null), Rules("2026-03-02"), Above).ShouldBeRefusedUnder("HNI-4", "supervision-letter-needs-demands");
        Draft(Reviewed().Supervision, due: null).ShouldBeRefusedUnder("HNI-6", "supervision-letter-needs-date");
        Draft(Opened().Supervision).ShouldBeRefusedUnder("HNI-4", "supervision-not-reviewed");
        var now = Drafted().Supervision;
        Draft(now).ShouldBeRefusedAs("letter-draft-waits");
        Letter(now).ShouldBeRefusedAs("letter-draft-waits");
        Sending.NotSendable(now, LetterKind.Supervision, High.Number)!.Message.ShouldBe("letter-draft-waits");
        Decide(now, "2026-03-03", by: Above).ShouldBeRefusedAs("decides-own-request");
        Decide(now, "2026-03-03", by: new Actors(Third.Id, Above.Person)).ShouldBeRefusedAs("decides-own-request");
        Decide(now, "2026-03-03", court: Mid).ShouldBeRefusedAs("letter-draft-none");
        Decide(now, "2026-03-03", agreed: false, reason: " ").ShouldBeRefusedFor("reason", "reason-required");
        Decide(now, "2026-03-21").ShouldBeRefusedFor("due", "hand-down-due-past");
        Decide(Reviewed().Supervision, "2026-03-03").ShouldBeRefusedAs("letter-draft-none");
    }

    [Fact]
    public void What_is_given_back_is_drafted_anew_and_nothing_waits_in_what_is_over()
    {
        var matter = Drafted().Do(s => Decide(s.Supervision, "2026-03-03", agreed: false, reason: "材料不全"), "2026-03-03");
        (matter.Supervision.Drafts[0].Returned, matter.Supervision.Approvals[0].Agreed, matter.Supervision.Letters.Count).ShouldBe(("材料不全", false, 0));
        matter.Do(s => Draft(s.Supervision, "2026-03-04"), "2026-03-04");
        matter.Supervision.Draft(High.Number)!.Facts.No.ShouldBe(2);
        var over = matter.Do(s => Closing.Void(s.Supervision, High.Number, "重复登记"), "2026-03-05").Supervision;
        SupervisionApprovals.Waits(over, over.Approvals[^1]).ShouldBeFalse();
        Decide(over, "2026-03-05").ShouldBeRefusedAs("supervision-over");
    }
}
