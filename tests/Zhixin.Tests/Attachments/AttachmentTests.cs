using Zhixin.Attachments;
using Zhixin.History;

namespace Zhixin.Tests.Attachments;

/// <summary>An attachment is received, and then judged once.</summary>
public sealed class AttachmentTests
{
    private static readonly StreamId Id = new(1302, Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"));

    private static readonly AttachmentReceived Received = new(MatterKind.Contact, Id.Id, "A256GCM-64K", "", "image/jpeg", 5, new string('a', 64), new string('b', 64));

    [Fact]
    public void A_clean_file_is_checked() => After(new AttachmentChecked("clamd")).ShouldBe((2, AttachmentState.Checked, null));

    [Fact]
    public void An_infected_file_is_refused_with_its_reason() => After(new AttachmentRefused("clamd", "Eicar")).ShouldBe((2, AttachmentState.Refused, "Eicar"));

    [Fact]
    public void A_scanner_that_found_nothing_and_one_that_found_something_are_different_facts()
    {
        var attachment = Fold(Received);

        attachment.Judge("clamd", null).ShouldBe(new AttachmentChecked("clamd"));
        attachment.Judge("clamd", "Eicar").ShouldBe(new AttachmentRefused("clamd", "Eicar"));
    }

    [Fact]
    public void What_was_judged_is_not_judged_again()
    {
        Fold(Received, new AttachmentChecked("clamd")).Judge("clamd", "Eicar").ShouldBeNull();
        Fold(Received, new AttachmentRefused("clamd", "Eicar")).Judge("clamd", null).ShouldBeNull();
    }

    [Fact]
    public void A_file_is_withdrawn_once_and_for_a_reason_and_stays_what_the_scanner_said_of_it()
    {
        var attachment = Fold(Received, new AttachmentRefused("clamd", "Eicar"));
        attachment.Withdraw(" \t").ShouldBe(new Decision<object>.Refused(new Refusal.Input("reason", "reason-required")));
        var done = attachment.Withdraw(" 另一人的材料 ").ShouldBeOfType<Decision<object>.Done>();
        done.Events.ShouldBe([new AttachmentWithdrawn("另一人的材料")]);
        var withdrawn = attachment.After(new DatedFact(done.Events[0], new DateOnly(2026, 2, 13)));
        (withdrawn.Version, withdrawn.State, withdrawn.Withdrawal!.Reason).ShouldBe((3, AttachmentState.Refused, "另一人的材料"));
        withdrawn.Withdraw("又一次").ShouldBe(new Decision<object>.Refused(new Refusal.State("attachment-withdrawn-before")));
    }

    [Fact]
    public void A_scanner_may_judge_what_was_withdrawn() =>
        Fold(Received, new AttachmentWithdrawn("错了")).Judge("clamd", null).ShouldBe(new AttachmentChecked("clamd"));

    [Fact]
    public void A_history_begins_with_the_receipt()
    {
        Should.Throw<InvalidDataException>(() => Fold());
        Should.Throw<InvalidDataException>(() => Fold(new AttachmentChecked("clamd")));
        Should.Throw<InvalidDataException>(() => Fold(Received, Received));
    }

    [Fact]
    public void Papers_and_recordings_have_limits_of_their_own()
    {
        AttachmentLimits.Usual.Of(FileFamily.Image).ShouldBe(50L << 20);
        AttachmentLimits.Usual.Of(FileFamily.Document).ShouldBe(50L << 20);
        AttachmentLimits.Usual.Of(FileFamily.Recording).ShouldBe(4L << 30);
    }

    private static (int Version, AttachmentState State, string? Reason) After(object fact)
    {
        var attachment = Fold(Received, fact);
        return (attachment.Version, attachment.State, attachment.Reason);
    }

    private static Attachment Fold(params object[] facts) => Attachment.Fold(Id, facts.Select(f => new DatedFact(f, new DateOnly(2026, 2, 12))));
}
