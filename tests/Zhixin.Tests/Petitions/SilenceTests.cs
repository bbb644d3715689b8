using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;

namespace Zhixin.Tests.Petitions;

/// <summary>Whose breach a late answer is: the approver's silence is the approver's (GC21-13).</summary>
public sealed class SilenceTests
{
    [Theory]
    [Trait("Clause", "GC21-13 accepted")]
    [InlineData(0, null, true)]
    [InlineData(0, 1, true)]
    [InlineData(-5, 30, true)]
    [InlineData(0, 0, false)]
    [InlineData(-5, -1, false)]
    [InlineData(1, null, false)]
    [InlineData(1, 2, false)]
    public void The_approvers_it_is_where_the_opinion_lay_with_the_approver_when_the_last_day_ended(int submitted, int? decided, bool isApprovers)
    {
        var matter = Of();
        var due = matter.The("reply").Due!.Value;
        matter.Do(Answering.Submit(matter.Petition, Handled.Opinion), Text(due, submitted));
        if (decided is { } days)
        {
            matter.Do(Answering.Decide(matter.Petition, true, false, null, null, Leader), Text(due, days));
        }

        (matter.Petition.Silence(matter.The("reply")) is not null).ShouldBe(isApprovers);
        matter.Petition.Silence(matter.The("meet-petitioner")).ShouldBeNull("only the answer waits for an opinion");
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public void It_stays_the_approvers_when_the_answer_is_given_at_last()
    {
        var matter = Of();
        var due = matter.The("reply").Due!.Value;
        matter.Do(Answering.Submit(matter.Petition, Handled.Opinion), Text(due, 0)).Do(Answering.Decide(matter.Petition, true, false, null, null, Leader), Text(due, 9));
        matter.Do(Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, Signed, "可以依法申请复议", "答复笔录", false), Text(due, 10));
        matter.Petition.Silence(matter.The("reply"))!.DecidedOn.ShouldBe(due.AddDays(9));
    }

    [Fact]
    public void What_was_returned_in_time_is_with_the_handler_again()
    {
        var matter = Of();
        var due = matter.The("reply").Due!.Value;
        matter.Do(Answering.Submit(matter.Petition, Handled.Opinion), Text(due, -3)).Do(Answering.Decide(matter.Petition, false, false, null, "理由不足", Leader), Text(due, -2));
        matter.Petition.Silence(matter.The("reply")).ShouldBeNull();
        matter.Do(Answering.Submit(matter.Petition, Handled.Opinion), Text(due, 0));
        matter.Petition.Silence(matter.The("reply"))!.No.ShouldBe(2, "handed in again on the last day, it lies with the approver");
    }

    private static string Text(DateOnly day, int later) => day.AddDays(later).ToString("yyyy-MM-dd", null);
}
