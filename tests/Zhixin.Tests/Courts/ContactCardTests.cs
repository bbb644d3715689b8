using Zhixin.Courts;

namespace Zhixin.Tests.Courts;

public sealed class ContactCardTests
{
    private static readonly Guid Clerk = new("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Officer = new("00000000-0000-7000-8000-000000000002");

    private static readonly ContactCard Whole = new() { ReceptionWindow = "3 号窗口", PostalAddress = "人民路 1 号", WindowStaff = Clerk, MailStaff = Officer };

    public static TheoryData<string, ContactCard> Lacking => new()
    {
        { "接待窗口", Whole with { ReceptionWindow = " " } },
        { "来信地址", Whole with { PostalAddress = "" } },
        { "接待来访人员", Whole with { WindowStaff = null } },
        { "处理来信人员", Whole with { MailStaff = null } },
        { "接待窗口、来信地址、接待来访人员、处理来信人员", new ContactCard() },
    };

    [Trait("Clause", "SPC16-3(1) accepted")]
    [Fact]
    public void A_card_with_window_address_and_people_for_both_desks_is_published()
    {
        Whole.Publish([Clerk, Officer]).ShouldBeOfType<Decision<ContactCard>.Done>().Events.ShouldBe([Whole]);
        Whole.IsComplete.ShouldBeTrue();
        (Whole with { MailStaff = Clerk }).Publish([Clerk]).ShouldBeOfType<Decision<ContactCard>.Done>("one person may serve both desks");
    }

    [Trait("Clause", "SPC16-3(1) refused")]
    [Theory]
    [MemberData(nameof(Lacking))]
    public void A_card_that_lacks_something_is_refused_and_says_what(string missing, ContactCard card)
    {
        var why = card.Publish([Clerk, Officer]).ShouldBeOfType<Decision<ContactCard>.Refused>().Why.ShouldBeOfType<Refusal.Law>();
        (why.Clause, why.Arguments[0]).ShouldBe(("SPC16-3(1)", missing));
        card.IsComplete.ShouldBeFalse();
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_text_has_at_most_500_characters(int length, bool isFine) =>
        ((Whole with { Hours = new string('时', length) }).Publish([Clerk, Officer]) is Decision<ContactCard>.Done).ShouldBe(isFine);

    [Fact]
    public void Who_has_left_serves_no_desk() =>
        Whole.Publish([Clerk]).ShouldBeOfType<Decision<ContactCard>.Refused>().Why.ShouldBeOfType<Refusal.Input>().Field.ShouldBe("mailStaff");
}
