using Zhixin.Courts;
using StreamId = Zhixin.History.StreamId;

namespace Zhixin.Tests.Courts;

public sealed class StaffingTests
{
    private static readonly Posts Shipped = Posts.Parse("courts/posts.yaml", ProjectFiles.Read("courts", "posts.yaml"));
    private static readonly DateOnly Today = new(2026, 2, 12);

    private static readonly string[] Holding = ["handler", "court-leader"];

    private static readonly StaffMember LiXia = Member("李夏", "handler", 1);
    private static readonly StaffMember WangQiu = Member("王秋", "handler", 2);

    [Fact]
    public void A_person_takes_up_posts_under_a_lower_case_user_name_in_the_order_of_the_file() =>
        Staffing.Take(new Appoint(" 李夏 ", "Li.Xia", "执行局", ["liaison", "handler"]), Shipped, CourtLevel.Basic)
            .ShouldBeOfType<Decision<object>.Done>().Events.Single().ShouldBeOfType<StaffAppointed>()
            .ShouldSatisfyAllConditions(a => a.Name.ShouldBe("李夏"), a => a.UserName.ShouldBe("li.xia"), a => a.Posts.ShouldBe(["handler", "liaison"]));

    [Theory]
    [InlineData("", "lixia", "handler", "staff-name")]
    [InlineData("李夏", "l", "handler", "staff-user-name")]
    [InlineData("李夏", "li xia", "handler", "staff-user-name")]
    [InlineData("李夏", "李夏", "handler", "staff-user-name")]
    [InlineData("李夏", "lixia", "", "staff-post-missing")]
    [InlineData("李夏", "lixia", "magician", "staff-post-unknown")]
    [InlineData("李夏", "lixia", "filing-officer", "staff-post-other-level")]
    [InlineData("李夏", "lixia", "system-administrator handler", "staff-administrator-alone")]
    [InlineData("李夏", "lixia", "system-administrator security-administrator", "staff-administrator-alone")]
    public void What_cannot_be_appointed_is_refused_with_its_reason(string name, string user, string posts, string reason) =>
        Why(Staffing.Take(new Appoint(name, user, "", posts.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Shipped, CourtLevel.Basic)).ShouldBe(reason);

    [Fact]
    public void The_platform_has_administrators_and_nobody_else()
    {
        Why(Staffing.Take(new Appoint("李夏", "lixia", "", ["handler"]), Shipped, null)).ShouldBe("staff-platform-administrators");
        Staffing.Take(new Appoint("李夏", "lixia", "", ["audit-administrator"]), Shipped, null).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    public void The_filing_officer_is_appointed_at_the_Supreme_Court() =>
        Staffing.Take(new Appoint("李夏", "lixia", "", ["filing-officer"]), Shipped, CourtLevel.Supreme).ShouldBeOfType<Decision<object>.Done>();

    [Fact]
    public void Leaving_is_refused_while_anything_is_owed_and_says_how_much()
    {
        var refused = Staffing.Leave(LiXia, "调离", 3).ShouldBeOfType<Decision<object>.Refused>().Why;
        (refused.Message, refused.Arguments[1]).ShouldBe(("staff-owes", 3));
        Why(Staffing.Leave(LiXia, "调离", 1)).ShouldBe("staff-owes");
        Staffing.Leave(LiXia, "调离", 0).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    public void Leaving_needs_a_reason_and_happens_once()
    {
        Why(Staffing.Leave(LiXia, " ", 0)).ShouldBe("reason-required");
        Why(Staffing.Leave(LiXia.Apply(new StaffLeft("调离")), "调离", 0)).ShouldBe("staff-has-left");
    }

    [Theory]
    [InlineData("执行局", "handler liaison", true)]
    [InlineData("执行局", "liaison", false)]
    [InlineData("立案庭", "handler", false)]
    public void Whoever_owes_may_get_a_further_post_but_neither_moves_nor_stops_to_be_a_handler(string unit, string posts, bool may)
    {
        var decision = Staffing.Change(new ChangePosts(unit, posts.Split(' '), "工作需要"), LiXia, Shipped, CourtLevel.Basic, Holding, 1);
        (decision is Decision<object>.Done).ShouldBe(may);
        Staffing.Change(new ChangePosts(unit, posts.Split(' '), "工作需要"), LiXia, Shipped, CourtLevel.Basic, Holding, 0).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    public void Which_posts_hold_petitions_is_told_from_outside()
    {
        var liaison = Member("李夏", "liaison", 1);
        Why(Staffing.Change(new ChangePosts(liaison.Unit, ["handler"], "工作需要"), liaison, Shipped, CourtLevel.Basic, ["liaison"], 1)).ShouldBe("staff-owes");
        Staffing.Change(new ChangePosts(liaison.Unit, ["handler"], "工作需要"), liaison, Shipped, CourtLevel.Basic, Holding, 1).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    public void Nobody_becomes_an_administrator_by_a_change_of_posts_and_no_administrator_something_else()
    {
        Why(Staffing.Change(new ChangePosts("", ["audit-administrator"], "工作需要"), LiXia, Shipped, CourtLevel.Basic, Holding, 0)).ShouldBe("staff-administrator-anew");
        Why(Staffing.Change(new ChangePosts("", ["handler"], "工作需要"), Member("赵审", "audit-administrator", 3), Shipped, CourtLevel.Basic, Holding, 0)).ShouldBe("staff-administrator-anew");
    }

    [Fact]
    public void A_change_that_changes_nothing_is_refused() =>
        Why(Staffing.Change(new ChangePosts("执行局", ["handler"], "工作需要"), LiXia, Shipped, CourtLevel.Basic, Holding, 0)).ShouldBe("staff-nothing-changed");

    [Fact]
    public void A_deputys_last_day_may_be_today_and_not_yesterday()
    {
        Staffing.Name(Deputise(Today, Today), LiXia, Shipped, Today).ShouldBeOfType<Decision<object>.Done>();
        Why(Staffing.Name(Deputise(Today.AddDays(-2), Today.AddDays(-1)), LiXia, Shipped, Today)).ShouldBe("deputy-past");
        Why(Staffing.Name(Deputise(Today.AddDays(1), Today), LiXia, Shipped, Today)).ShouldBe("deputy-days");
    }

    [Fact]
    public void Two_deputies_do_not_share_a_day_and_may_follow_each_other()
    {
        var away = LiXia.Apply(new StaffDeputyNamed(Id(9), WangQiu.Id.Id, WangQiu.Name, [], Today, Today.AddDays(5)));
        Why(Staffing.Name(Deputise(Today.AddDays(5), Today.AddDays(9)), away, Shipped, Today)).ShouldBe("deputy-overlaps");
        Staffing.Name(Deputise(Today.AddDays(6), Today.AddDays(9)), away, Shipped, Today).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    public void Deputies_are_other_people_in_post_at_the_same_court_and_no_administrators()
    {
        Why(Staffing.Name(new NameDeputy(Id(9), LiXia, [], Today, Today), LiXia, Shipped, Today)).ShouldBe("deputy-oneself");
        Why(Staffing.Name(new NameDeputy(Id(9), WangQiu.Apply(new StaffLeft("调离")), [], Today, Today), LiXia, Shipped, Today)).ShouldBe("deputy-not-in-post");
        Why(Staffing.Name(new NameDeputy(Id(9), WangQiu with { Id = new StreamId(8, Id(9)) }, [], Today, Today), LiXia, Shipped, Today)).ShouldBe("deputy-not-in-post");
        Why(Staffing.Name(new NameDeputy(Id(9), Member("赵审", "audit-administrator", 3), [], Today, Today), LiXia, Shipped, Today)).ShouldBe("deputy-administrator");
    }

    [Fact]
    public void A_deputys_time_ends_early_once()
    {
        var id = Id(9);
        var away = LiXia.Apply(new StaffDeputyNamed(id, WangQiu.Id.Id, WangQiu.Name, [], Today, Today.AddDays(5)));
        var ended = Staffing.EndDeputy(away, id, Today, "提前返岗").ShouldBeOfType<Decision<object>.Done>();
        Why(Staffing.EndDeputy(away.Apply(ended.Events[0]), id, Today, "提前返岗")).ShouldBe("deputy-ended");
        Why(Staffing.EndDeputy(LiXia, id, Today, "提前返岗")).ShouldBe("deputy-unknown");
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static NameDeputy Deputise(DateOnly from, DateOnly to) => new(Id(9), WangQiu, [], from, to);

    private static StaffMember Member(string name, string post, int number) =>
        StaffMember.Begin(new StreamId(7, Id(number)), new StaffAppointed(name, "user", "执行局", [post]));

    private static string Why(Decision<object> decision) => decision.ShouldBeOfType<Decision<object>.Refused>().Why.Message;
}
