using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;
using static Zhixin.Tests.Petitions.TerminationDesk;

namespace Zhixin.Tests.Notices;

/// <summary>Whoever may take the next step of a termination hears of it, at the court where it waits; who reported hears of the end.</summary>
public sealed class TerminationNoticeTests
{
    [Fact]
    public void Each_step_tells_the_posts_of_the_court_at_which_it_waits_then()
    {
        var matter = Ready();
        Told(matter, m => Report(m)).ShouldBe([("termination-waits", Mid.Number, "post:pass-up-termination")]);
        Told(matter, m => PassUp(m)).ShouldBe([("termination-waits", High.Number, "post:file-termination")]);
        Told(matter, m => File(m)).ShouldBe([("termination-waits", Supreme.Number, "post:answer-filing")]);
        Told(matter, m => Accept(m)).ShouldBe([("termination-waits", High.Number, "post:decide-termination")]);
        Told(matter, m => Decide(m)).ShouldBe([("termination-over", Home.Number, "unit")]);
    }

    [Fact]
    public void What_comes_back_or_is_reversed_is_told_to_the_court_that_reported()
    {
        var matter = Ready();
        matter.Do(Report(matter), "2026-03-18");
        Told(matter, m => TerminationReviewing.Return(m.Petition, Mid.Number, "缺材料", MidHead)).ShouldBe([("termination-over", Home.Number, "unit")]);
        var terminated = Ready().HandedDown("2026-03-17").Terminated();
        Told(terminated, m => TerminationReviewing.Reverse(m.Petition, "错误", "决定", Rules(m, High))).ShouldBe([("hop-free", Mid.Number, "unit"), ("termination-reversed", Home.Number, "unit")]);
    }

    [Fact]
    [Trait("Clause", "SPC16-21 accepted")]
    [Trait("Clause", "SPC16-25 accepted")]
    public void A_later_contact_and_a_clue_are_told_to_whoever_owes_the_next_step()
    {
        var matter = Terminated();
        Told(matter, m => Joining.Join(m.Petition, Contact(3, "2026-03-25"), "同一案件")).ShouldContain(("late-contact", Home.Number, "post:judge-late-contact"));
        Told(matter, m => AfterTermination.ReceiveClue(m.Petition, On("2026-03-25"), "房产", "恢复执行", null, On("2026-03-25"), TerminationDesk.Head)).ShouldBe([("resume-owed", Home.Number, "post:resume-enforcement")]);
    }

    private static List<(string, int, string)> Told(Matter matter, Func<Matter, Decision<object>> act)
    {
        var (before, known) = (matter.Petition, matter.Facts.Count);
        matter.Do(act(matter), "2026-03-25");
        return [.. PetitionNotices.Of(before, matter.Petition, [.. matter.Facts.Skip(known)], act => [act], new Actors(Id(1), null)).Select(n => (n.Topic.Code, n.Court, n.To.Key))];
    }
}
