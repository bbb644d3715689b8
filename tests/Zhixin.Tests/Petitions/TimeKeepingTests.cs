using FsCheck;
using FsCheck.Fluent;
using Zhixin.Calendar;
using Zhixin.Obligations;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Days left out, new dates and waivers: only where the rule says so, and never by the one who asked.</summary>
public sealed class TimeKeepingTests
{
    private static readonly Actors Handler = new(Zhang.Id, null);
    private static readonly Actors Head = new(Wang.Id, null);

    [Theory]
    [InlineData("2026-03-04", "2026-03-04", "2026-04-29")]
    [InlineData("2026-03-04", "2026-03-06", "2026-05-06")]
    [InlineData("2026-03-07", "2026-03-08", "2026-04-28")]
    public void Approved_days_lengthen_the_period_by_the_days_that_it_would_have_counted(string from, string to, string due)
    {
        var matter = Excludable("2026-03-02");
        matter.The("reply").Due.ShouldBe(On("2026-04-28"));
        Approve(Asked(matter, from, to), 1);
        matter.The("reply").Due.ShouldBe(On(due));
        matter.The("reply").Moves.Single().Document.ShouldBe("鉴定委托书");
        matter.Petition.Exclusions.Single().Outcome.ShouldBe(ExclusionOutcome.Approved);
    }

    [Fact]
    public void Asking_alone_moves_nothing_and_a_refusal_moves_nothing()
    {
        var matter = Asked(Excludable("2026-03-02"), "2026-03-04", "2026-03-06");
        matter.The("reply").Moves.ShouldBeEmpty();
        matter.Do(TimeKeeping.Decide(matter.Petition, 1, false, "材料不足", Head, Shipped), "2026-03-20");
        (matter.The("reply").Due, matter.Petition.Exclusions.Single().Outcome).ShouldBe((On("2026-04-28"), ExclusionOutcome.Refused));
        TimeKeeping.Decide(matter.Petition, 1, true, "", Head, Shipped).ShouldBeRefusedAs("exclusion-not-asked");
    }

    [Fact]
    public void Whoever_asked_or_was_asked_for_does_not_approve()
    {
        var matter = Excludable("2026-03-02");
        matter.Do(Ask(matter, "2026-03-04", "2026-03-06", by: new Actors(Li.Id, Zhang.Id)), "2026-03-20");
        TimeKeeping.Decide(matter.Petition, 1, true, "", new Actors(Li.Id, null), Shipped).ShouldBeRefusedAs("exclusion-own-request");
        TimeKeeping.Decide(matter.Petition, 1, true, "", new Actors(Wang.Id, Zhang.Id), Shipped).ShouldBeRefusedAs("exclusion-own-request");
        TimeKeeping.Decide(matter.Petition, 1, false, " ", Head, Shipped).ShouldBeRefusedFor("reason", "reason-required");
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public void A_ground_that_the_rule_does_not_list_leaves_no_day_out()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-02");
        Ask(matter, "2026-03-04", "2026-03-06").ShouldBeRefusedUnder("GC21-13", "exclusion-ground-not-listed");
        Ask(Excludable("2026-03-02"), "2026-03-04", "2026-03-06", ground: "stay").ShouldBeRefusedUnder("GC21-13", "exclusion-ground-not-listed");
        TimeKeeping.NothingToExclude(matter.Petition).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("GC21-13");
    }

    [Theory]
    [InlineData("2026-03-06", "2026-03-05", "to", "exclusion-days")]
    [InlineData("2026-03-20", "2026-03-21", "to", "date-in-future")]
    [InlineData("2026-03-02", "2026-03-05", "from", "exclusion-before-start")]
    public void Days_lie_after_the_start_and_not_in_the_future(string from, string to, string field, string message) =>
        Ask(Excludable("2026-03-02"), from, to).ShouldBeRefusedFor(field, message);

    [Fact]
    public void The_day_after_the_start_and_today_can_be_left_out_and_days_after_the_end_cannot()
    {
        var matter = Excludable("2026-03-02");
        Ask(matter, "2026-03-03", "2026-03-20").ShouldBeOfType<Decision<object>.Done>();
        Ask(matter, "2026-04-29", "2026-04-30", today: "2026-05-01").ShouldBeRefusedFor("from", "exclusion-after-end");
    }

    [Fact]
    public void Days_that_were_asked_for_or_left_out_already_are_not_left_out_again()
    {
        var matter = Asked(Excludable("2026-03-02"), "2026-03-04", "2026-03-06");
        Ask(matter, "2026-03-06", "2026-03-09").ShouldBeRefusedAs("exclusion-overlaps");
        Approve(matter, 1);
        Ask(matter, "2026-03-01", "2026-03-04").ShouldBeRefusedFor("from", "exclusion-before-start");
        Ask(matter, "2026-03-03", "2026-03-04").ShouldBeRefusedAs("exclusion-overlaps");
        Ask(matter, "2026-03-07", "2026-03-09").ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    public void A_request_needs_its_document_and_its_reason_and_something_dated_that_is_open()
    {
        var matter = Excludable("2026-03-02");
        Ask(matter, "2026-03-04", "2026-03-06", document: " ").ShouldBeRefusedFor("document", "document-required");
        Ask(matter, "2026-03-04", "2026-03-06", reason: "").ShouldBeRefusedFor("reason", "reason-required");
        TimeKeeping.Ask(matter.Petition, new AskExclusion(99, On("2026-03-04"), On("2026-03-06"), "appraisal", "书", "理由", Handler), On("2026-03-20"))
            .ShouldBeRefusedFor("obligation", "obligation-unknown");
        TimeKeeping.Ask(matter.Petition, new AskExclusion(1, On("2026-03-04"), On("2026-03-06"), "appraisal", "书", "理由", Handler), On("2026-03-20"))
            .ShouldBeRefusedAs("obligation-settled");
        matter.Do(LifeCycle.Void(matter.Petition, "误登"), "2026-03-20");
        Ask(matter, "2026-03-04", "2026-03-06").ShouldBeRefusedAs("petition-not-open");
    }

    [Fact]
    [Trait("Clause", "GC21-14 accepted")]
    public void A_date_that_a_body_stated_is_extended_when_the_body_states_another_and_the_calendar_leaves_it_alone()
    {
        var matter = Received("2026-03-02", forwardedDue: "2026-03-21");
        var no = matter.The("feedback-to-body").No;
        matter.Do(TimeKeeping.Extend(matter.Petition, no, On("2026-03-31"), "区委政法委补充函", "尚在核查", Shipped), "2026-03-05");
        var owed = matter.The("feedback-to-body");
        (owed.Due, owed.Extended, owed.Moves.Single().Old).ShouldBe((On("2026-03-31"), On("2026-03-31"), On("2026-03-21")));
        Clocks.Move(owed, Shipped, "calendar", "calendar.2026").ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    [Trait("Clause", "GC21-14 refused")]
    public void A_counted_limit_is_not_extended_and_a_new_date_is_later_with_a_document()
    {
        var matter = Received("2026-03-02", forwardedDue: "2026-03-21").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-02");
        Extend(matter, matter.The("reply").No, "2026-06-01").ShouldBeRefusedUnder("GC21-13", "extension-not-allowed");
        var no = matter.The("feedback-to-body").No;
        Extend(matter, no, "2026-03-21").ShouldBeRefusedFor("due", "extension-not-later");
        Extend(matter, no, "2026-03-22", document: "").ShouldBeRefusedFor("document", "document-required");
        Extend(matter, no, "2026-03-22", reason: "").ShouldBeRefusedFor("reason", "reason-required");
        Extend(matter, no, "2026-03-22").ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    public void Only_what_a_rule_lets_somebody_waive_is_waived_and_with_a_reason()
    {
        var matter = Received("2026-03-02");
        TimeKeeping.Waive(matter.Petition, 1, "理由").ShouldBeRefusedUnder("GC21-13", "waive-not-allowed");
        matter = Changed(matter, o => o with { WaivedBy = "approve-opinion" });
        TimeKeeping.Waive(matter.Petition, 1, " ").ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(TimeKeeping.Waive(matter.Petition, 1, "信访人已撤回"), "2026-03-03").The("hand-to-handler").State.ShouldBe(new ObligationState.Ended("obligation.waived"));
        TimeKeeping.Waive(matter.Petition, 1, "理由").ShouldBeRefusedAs("obligation-settled");
    }

    [Fact]
    public void The_earlier_date_of_a_merger_binds_through_a_calendar_notice_until_the_merger_is_undone()
    {
        var owed = Excludable("2026-03-02").The("reply");
        var bound = ObligationList.Apply([owed], Clocks.Earlier([owed], [new OwedElsewhere("reply", On("2026-04-01"))], "2026-鲁0117-0002").Single())!.Single();
        (bound.Due, Clocks.Due(bound, Shipped).Due).ShouldBe((On("2026-04-01"), On("2026-04-01")));
        Clocks.Move(bound, Shipped, "calendar", "calendar.2026").ShouldBeNull();
        Clocks.Move(bound, Shipped, "merger-undone", "撤回").ShouldNotBeNull().New.ShouldBe(On("2026-04-28"));
    }

    [Fact]
    public void Days_left_out_never_move_a_date_earlier_and_a_day_in_two_windows_counts_once() => Prop.ForAll(
        Windows().ToArbitrary(),
        windows =>
        {
            var owed = Excludable("2026-03-02").The("reply");
            foreach (var window in windows)
            {
                var before = owed.Due;
                owed = ObligationList.Apply([owed], Clocks.Move(owed, Shipped, "exclusion", "鉴定", null, window, "书")!)!.Single();
                (owed.Due >= before).ShouldBeTrue();
            }

            var days = windows.SelectMany(w => Enumerable.Range(0, w.To.DayNumber - w.From.DayNumber + 1).Select(i => w.From.AddDays(i))).Distinct().Order();
            var alone = days.Select(d => new Exclusion(d, d, "appraisal")).ToList();
            owed.Due.ShouldBe(Regulations(owed, alone), "every day once, whatever the windows");
        }).QuickCheckThrowOnFailure();

    private static DateOnly? Regulations(Obligation owed, IReadOnlyList<Exclusion> days) =>
        Zhixin.Regulations.Opening.Due(owed.Rule, owed.Trigger, owed.Rule.Stated, Shipped, days).Due;

    private static Gen<Exclusion[]> Windows() =>
        from windows in (
            from start in Gen.Choose(1, 60)
            from length in Gen.Choose(0, 12)
            select new Exclusion(On("2026-03-02").AddDays(start), On("2026-03-02").AddDays(start + length), "appraisal")).ListOf()
        select windows.Take(6).ToArray();

    /// <summary>A petition whose reply clock may leave out days of an appraisal, acknowledged on the day of receipt.</summary>
    internal static Matter Excludable(string on) => Excludable(Received(on).AssignedTo(Zhang, on).Acknowledged(Zhang, on));

    /// <summary>The same of a matter whose reply clock runs.</summary>
    internal static Matter Excludable(Matter matter) => Changed(matter, o => o.Kind == "reply" ? o with { Exclusions = ["appraisal"] } : o);

    private static Matter Changed(Matter matter, Func<Zhixin.Regulations.OpenedObligation, Zhixin.Regulations.OpenedObligation> change) =>
        matter.With(p => p with { Obligations = [.. p.Obligations.Select(o => o with { Opened = o.Opened with { Rule = change(o.Rule) } })] });

    private static Decision<object> Ask(
        Matter matter, string from, string to, string ground = "appraisal", string document = "鉴定委托书", string reason = "等待鉴定", Actors? by = null, string today = "2026-03-20") =>
        TimeKeeping.Ask(matter.Petition, new AskExclusion(matter.The("reply").No, On(from), On(to), ground, document, reason, by ?? Handler), On(today));

    /// <summary>Days that the handler asked to leave out, on a later day.</summary>
    internal static Matter Asked(Matter matter, string from, string to) => matter.Do(Ask(matter, from, to), "2026-03-20");

    private static void Approve(Matter matter, int request) => matter.Do(TimeKeeping.Decide(matter.Petition, request, true, "", Head, Shipped), "2026-03-20");

    private static Decision<object> Extend(Matter matter, int no, string due, string document = "补充函", string reason = "尚在核查") =>
        TimeKeeping.Extend(matter.Petition, no, On(due), document, reason, Shipped);
}
