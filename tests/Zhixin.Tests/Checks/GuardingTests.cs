using FsCheck;
using FsCheck.Fluent;
using Zhixin.Checks;
using Zhixin.Checks.Acts;
using Zhixin.Petitions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Checks.Checked;

namespace Zhixin.Tests.Checks;

/// <summary>A key node is done by one and checked by another; what is found is owed corrected (SPC09-4).</summary>
public sealed class GuardingTests
{
    private static readonly DateOnly First = On("2026-03-02");

    /// <summary>One attempt: which act, by whom, on which of several things, after how many days.</summary>
    private sealed record Attempt(int Act, bool ByDoer, int No, bool Yes, int Days);

    private static Gen<Attempt[]> Attempts() =>
        from attempts in (
            from act in Gen.Frequency((20, Gen.Choose(0, 8)), (1, Gen.Constant(9)))
            from byDoer in Gen.Frequency((1, Gen.Constant(true)), (2, Gen.Constant(false)))
            from no in Gen.Choose(1, 3)
            from yes in Gen.Frequency((2, Gen.Constant(true)), (1, Gen.Constant(false)))
            from days in Gen.Choose(0, 3)
            select new Attempt(act, byDoer, no, yes, days)).ListOf()
        select attempts.ToArray();

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    public void Another_person_checks_and_a_risk_is_owed_corrected_by_its_day()
    {
        var record = WithNode();
        record.The("node-check").IsOpen.ShouldBeTrue();
        record.Do(c => Check(c.Record, Li, risk: "超标的冻结", due: "2026-03-20"), "2026-03-05");
        record.The("node-check").IsOpen.ShouldBeFalse();
        var owed = record.The("risk-correction-stated");
        owed.Due.ShouldBe(On("2026-03-20"));
        owed.IsBreached(On("2026-03-20")).ShouldBeFalse("the last day is in time");
        owed.IsBreached(On("2026-03-21")).ShouldBeTrue();
        record.Do(c => Guarding.Correct(c.Record, Basic.Number, 1, "解除超额部分", "裁定书"), "2026-03-20");
        record.The("risk-correction-stated").IsOpen.ShouldBeFalse();
        record.Record.Risks.ShouldHaveSingleItem().CorrectedOn.ShouldBe(On("2026-03-20"));
    }

    [Fact]
    [Trait("Clause", "SPC09-4 refused")]
    public void Whoever_did_the_node_does_not_check_it_nor_a_deputy_for_him()
    {
        var record = WithNode().Record;
        Check(record, Wang).ShouldBeRefusedUnder("SPC09-4", "check-by-doer");
        Check(record, Li, forWhom: Wang.Id).ShouldBeRefusedUnder("SPC09-4", "check-by-doer");
        Check(record, Wang, exception: "convenience", reason: "方便").ShouldBeRefusedFor("exception", "check-exception-unknown");
        Check(record, Wang, exception: "few-posts", reason: " ").ShouldBeRefusedUnder("SPC09-4", "check-exception-reason");
    }

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    public void Where_posts_are_few_the_doer_checks_and_says_why()
    {
        var record = WithNode().Do(c => Check(c.Record, Wang, exception: "few-posts", reason: "执行局仅二人，另一人休假"), "2026-03-05").Record;
        (record.Nodes[0].Checked!.Exception, record.Nodes[0].Checked!.ExceptionReason).ShouldBe(("few-posts", "执行局仅二人，另一人休假"));
        var other = WithNode().Do(c => Check(c.Record, Li, exception: "few-posts", reason: "不需要"), "2026-03-05").Record;
        other.Nodes[0].Checked!.Exception.ShouldBeNull("another person needs no exception");
    }

    [Fact]
    public void A_risk_without_a_day_is_owed_untimed_and_each_is_corrected_by_itself()
    {
        var record = WithNode().Do(c => Node(c.Record, "money", Li), "2026-03-04").Do(c => Check(c.Record, Li, risk: "一"), "2026-03-05").Do(c => Check(c.Record, Wang, no: 2, risk: "二"), "2026-03-05");
        record.Owed("risk-correction").ShouldAllBe(o => o.Due == null);
        record.Do(c => Guarding.Correct(c.Record, Basic.Number, 2, "已改", "记录"), "2026-03-06");
        record.Owed("risk-correction").Select(o => o.IsOpen).ShouldBe([true, false]);
        Guarding.Correct(record.Record, Basic.Number, 2, "已改", "记录").ShouldBeRefusedFor("risk", "check-risk-unknown");
        Guarding.Correct(record.Record, Basic.Number, 1, " ", "记录").ShouldBeRefusedFor("correction", "check-needs-correction");
        Guarding.Correct(record.Record, Basic.Number, 1, "已改", " ").ShouldBeRefusedFor("document", "check-needs-proof");
        Guarding.Correct(Carded().Record, Basic.Number, 1, "已改", "记录").ShouldBeRefusedAs("check-no-risk");
    }

    [Fact]
    public void A_node_is_one_of_the_packs_and_done_by_staff_of_the_court()
    {
        var record = Carded().Record;
        Node(record, "gossip").ShouldBeRefusedFor("node", "check-node-unknown");
        Node(record, nobody: true).ShouldBeRefusedFor("doer", "check-doer-not-of-court");
        Node(record, doer: Elsewhere).ShouldBeRefusedFor("doer", "check-doer-not-of-court");
        Node(record, unit: "high:implementation").ShouldBeRefusedFor("unit", "check-unit-unknown");
        Node(record, content: " ").ShouldBeRefusedFor("content", "check-needs-done");
        Node(record, doer: Wang with { InPost = false, AtCourt = false }).ShouldBeOfType<Decision<object>.Done>("he did it before he left");
        Check(record, Li).ShouldBeRefusedAs("check-no-node");
        var waiting = WithNode().Record;
        Check(waiting, Li, no: 2).ShouldBeRefusedFor("node", "check-node-not-waiting");
        Check(waiting, Li, opinion: " ").ShouldBeRefusedFor("opinion", "check-needs-opinion");
        Check(waiting, Li, due: "2026-03-20").ShouldBeRefusedFor("risk", "check-due-without-risk");
        Check(waiting, Li, risk: "险", due: "2026-03-04").ShouldBeRefusedFor("due", "hand-down-due-past");
        Check(waiting, Li, risk: "险", due: "2026-03-05").ShouldBeOfType<Decision<object>.Done>("the same day is no past");
    }

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    [Trait("Clause", "SPC09-4 refused")]
    public void A_superior_makes_a_spot_check_and_what_it_finds_is_owed_below()
    {
        var record = WithNode().Do(c => Spot(c.Record, Mid.Number, risk: "案款滞留", due: "2026-03-31"), "2026-03-10");
        record.The("risk-correction-stated").Opened.Court.ShouldBe(Basic.Number);
        record.Record.Risks.ShouldHaveSingleItem().Facts.OfNode.ShouldBeNull();
        CheckStory.Notices(record.Record, [new(record.Record.SpotChecks[0].Facts, On("2026-03-10"))]).ShouldHaveSingleItem().Court.ShouldBe(Basic.Number);
        Spot(record.Record, Basic.Number).ShouldBeRefusedAs("check-spot-own");
        Spot(record.Record, Mid.Number, findings: " ").ShouldBeRefusedFor("findings", "check-needs-findings");
        Spot(record.Record, Mid.Number, due: "2026-03-31").ShouldBeRefusedFor("risk", "check-due-without-risk");
        Spot(record.Record, Mid.Number, risk: "险", due: "2026-03-09").ShouldBeRefusedFor("due", "hand-down-due-past");
        Spot(record.Record, Mid.Number).ShouldBeOfType<Decision<object>.Done>().Events.ShouldHaveSingleItem("nothing found, nothing owed");
    }

    [Fact]
    public void Nodes_and_exceptions_are_the_packs_choice_and_say_so()
    {
        Nodes.Note.ShouldContain("由法院");
        Nodes.Items.Select(n => n.Code).ShouldBe(["filing", "inquiry", "control", "appraisal", "sale", "money", "coercion", "round-end", "conclusion"]);
        Exceptions.Items.ShouldHaveSingleItem().Code.ShouldBe("few-posts");
    }

    [Fact]
    public void Whatever_is_tried_nothing_is_checked_or_answered_by_its_doer_and_what_waits_is_owed() =>
        Prop.ForAll(Attempts().ToArbitrary(), attempts => Holds(Run(attempts))).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithStartSize(5).WithEndSize(80));

    [Fact]
    public void The_attempts_reach_every_act()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attempts in Attempts().Sample(200, 80))
        {
            var record = Run(attempts).Record;
            seen.UnionWith(record.Nodes.Where(n => n.Checked is not null).Select(_ => "checked").Concat(record.Nodes.Where(n => n.Checked?.Exception is not null).Select(_ => "exception")));
            seen.UnionWith(record.Risks.Where(r => r.Correction is not null).Select(_ => "corrected").Concat(record.Feedbacks.Where(f => f.Answer is not null).Select(_ => "answered")));
            seen.UnionWith(record.Services.Where(s => s.Told is not null).Select(_ => "told").Concat(record.SpotChecks.Select(_ => "spot")).Concat(record.Runs ? [] : ["concluded"]));
        }

        new[] { "checked", "exception", "corrected", "answered", "told", "spot", "concluded" }.Except(seen).ShouldBeEmpty();
    }

    private static void Holds(Checked tried)
    {
        var record = tried.Record;
        record.Nodes.Where(n => n.Checked is { Exception: null } check && check.Checker == n.Facts.Doer).ShouldBeEmpty();
        record.Nodes.Where(n => n.Checked is { Exception: not null, ExceptionReason: null }).ShouldBeEmpty();
        Open(tried, "node-check").ShouldBe(record.Nodes.Count(n => n.Checked is null));
        Open(tried, "card-feedback").ShouldBe(record.Feedbacks.Count(f => f.Waits));
        (Open(tried, "risk-correction") + Open(tried, "risk-correction-stated")).ShouldBe(record.Risks.Count(r => r.Correction is null));
        if (record.Runs)
        {
            Open(tried, "report-phone").ShouldBe(record.Services.Count(s => s.Told is null));
            Open(tried, "supervision-card").ShouldBe(record.Cards.Count == 0 ? 1 : 0);
        }
    }

    private static int Open(Checked tried, string kind) => tried.Owed(kind).Count(o => o.IsOpen);

    private static Checked Run(Attempt[] attempts)
    {
        var (tried, on) = (Filed(), First);
        foreach (var a in attempts)
        {
            on = on.AddDays(a.Days);
            tried.Try(Do(tried.Record, a, on), on);
        }

        return tried;
    }

    private static Decision<object> Do(CheckRecord record, Attempt a, DateOnly on)
    {
        var by = a.ByDoer ? Wang : Li;
        return a.Act switch
        {
            0 => Give(record),
            1 => Feedback(record, satisfied: !a.Yes, node: a.No == 1 ? "control" : null),
            2 => Answer(record, by, a.No),
            3 => Serve(record),
            4 => Recording.TellPhone(record, Basic.Number, a.No, "当面", Phone),
            5 => Node(record, a.Yes ? "control" : "money", a.No == 1 ? Li : Wang),
            6 => Guarding.Check(
                record, Basic.Number, new CheckNode(a.No, "看过", a.Yes ? "险" : null, a is { Yes: true, No: 1 } ? on.AddDays(10) : null, a.No == 3 ? "few-posts" : null, "仅二人", new Actors(by.Id, null), by.Name), Exceptions, on),
            7 => Guarding.Correct(record, Basic.Number, a.No, "已改", "记录"),
            8 => Guarding.Spot(record, (a.Yes ? Mid : Basic).Number, "抽查", a.No == 1 ? "险" : null, null, new Actors(by.Id, null), on),
            _ => Recording.Conclude(record, Basic.Number, "执行完毕", "通知书"),
        };
    }

    private static Decision<object> Spot(CheckRecord record, int court, string? findings = "看了三个节点", string? risk = null, string? due = null) =>
        Guarding.Spot(record, court, findings, risk, due is null ? null : On(due), new Actors(Elsewhere.Id, null), On("2026-03-10"));
}
