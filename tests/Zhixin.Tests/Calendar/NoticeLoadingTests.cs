using Zhixin.Calendar;
using DatedFact = Zhixin.History.DatedFact;
using StreamId = Zhixin.History.StreamId;

namespace Zhixin.Tests.Calendar;

/// <summary>A year's notice is loaded by two persons.</summary>
public sealed class NoticeLoadingTests
{
    private static readonly Guid Ge = Guid.Parse("11111111-1111-7111-8111-111111111111");
    private static readonly Guid Wei = Guid.Parse("22222222-2222-7222-8222-222222222222");

    private static readonly string Text = ProjectFiles.Read("calendars", "2026.yaml").Replace("2026", "2027", StringComparison.Ordinal);

    [Fact]
    public void A_notice_that_can_be_read_waits_for_the_second_person_who_is_another()
    {
        var notice = Proposed();

        (notice.Proposed.Year, notice.Proposed.Revision).ShouldBe((2027, 3));
        Key(NoticeLoading.Confirm(notice, Ge)).ShouldBe("calendar-same-person");
        NoticeLoading.Confirm(notice, Wei).ShouldBeOfType<Decision<object>.Done>().Events.ShouldBe([new NoticeConfirmed(Wei)]);
        Key(NoticeLoading.Confirm(notice with { Confirmer = Wei }, Wei)).ShouldBe("calendar-not-waiting");
    }

    [Fact]
    public void A_refused_notice_has_a_reason_and_is_final()
    {
        var notice = Proposed();

        Key(NoticeLoading.Refuse(notice, Wei, "")).ShouldBe("reason-required");
        var refusal = NoticeLoading.Refuse(notice, Wei, "与国办通知不符").ShouldBeOfType<Decision<object>.Done>().Events[0];
        var refused = NoticeCase.Fold(notice.Id, [new DatedFact(notice.Proposed, default), new DatedFact(refusal, default)]);
        (refused.Refused, refused.Confirmer, refused.Version).ShouldBe((true, Wei, 2));
        Key(NoticeLoading.Confirm(refused, Wei)).ShouldBe("calendar-not-waiting");
    }

    [Fact]
    public void What_is_wrong_with_the_text_is_told_with_file_and_line()
    {
        var wrong = NoticeLoading.Propose("n.yaml", "year: 2027\nnotice: \"\"\noff: [{name: 元旦, days: [2027-13-01]}]\nwork: []\n", "通知", Ge, Days.Shipped, _ => 1, [])
            .ShouldBeOfType<Decision<object>.Refused>().Why.ShouldBeOfType<Refusal.Input>();

        (wrong.Field, wrong.Message).ShouldBe(("text", "calendar-unreadable"));
        wrong.Arguments.Take(2).ShouldBe(["n.yaml", 3]);
    }

    [Theory]
    [InlineData("", "通知", "calendar-text-missing")]
    [InlineData("  \n", "通知", "calendar-text-missing")]
    [InlineData("year: 2027", " ", "reason-required")]
    [InlineData("year: 1999\nnotice: a\noff: []\nwork: []", "通知", "calendar-unreadable")]
    public void Nothing_missing_passes(string text, string reason, string key) =>
        Key(NoticeLoading.Propose("n.yaml", text, reason, Ge, Days.Shipped, _ => 1, [])).ShouldBe(key);

    [Fact]
    public void A_text_one_character_too_long_is_refused() =>
        Key(NoticeLoading.Propose("n.yaml", new string('#', NoticeLoading.MostText + 1), "通知", Ge, Days.Shipped, _ => 1, [])).ShouldBe("calendar-text-missing");

    [Fact]
    public void A_year_that_waits_already_or_changes_nothing_is_refused()
    {
        Key(NoticeLoading.Propose("n.yaml", Text, "通知", Ge, Days.Shipped, _ => 1, [2027])).ShouldBe("calendar-waiting");
        Key(NoticeLoading.Propose("n.yaml", ProjectFiles.Read("calendars", "2026.yaml"), "通知", Ge, Days.Shipped, _ => 1, [])).ShouldBe("calendar-same");
    }

    private static NoticeCase Proposed() => NoticeCase.Fold(new StreamId(0, Guid.Empty), [new DatedFact(
        NoticeLoading.Propose("n.yaml", Text, "国办通知", Ge, Days.Shipped, year => year == 2027 ? 3 : 1, []).ShouldBeOfType<Decision<object>.Done>().Events.Single(), default)]);

    private static string Key(Decision<object> decision) => decision.ShouldBeOfType<Decision<object>.Refused>().Why.Message;
}
