using Zhixin.Courts;
using Zhixin.Ledger;

namespace Zhixin.Tests.Ledger;

public sealed class LedgerGroupsTests
{
    private static readonly LedgerHeader Header = LedgerHeader.Find([[.. new[] { "序号", "信访人", "信访日期", "执行案号", "备注" }.Select(LedgerCell.Of)]])!;

    [Fact]
    public void Rows_of_one_name_and_case_stand_by_day_then_as_in_the_file()
    {
        var group = LedgerGroups.Of([Entry("1", "张三", 5), Entry("2", "张三", 3), Entry("3", "张三", 5)]).ShouldHaveSingleItem();

        group.Contacts.Select(contact => contact.Entry.Row.Label).ShouldBe(["2", "1", "3"]);
        group.Contacts.Select(contact => contact.Repeat).ShouldBe([false, true, true]);
    }

    [Fact]
    public void What_the_ledger_says_of_a_first_visit_goes_before_the_order()
    {
        var group = LedgerGroups.Of([Entry("1", "张三", 5) with { FirstVisit = true }, Entry("2", "张三", 3) with { FirstVisit = false }]).ShouldHaveSingleItem();

        group.Contacts.Select(contact => contact.Repeat).ShouldBe([true, false]);
    }

    [Fact]
    public void Another_name_another_case_or_another_identity_number_is_another_petition()
    {
        LedgerGroups.Of(
        [
            Entry("1", "张三", 1) with { IdentityNumber = "A" },
            Entry("2", "李四", 2),
            Entry("3", "张三", 3) with { CaseNumber = new(2020, "豫08", null, "执", 2) },
            Entry("4", "张三", 4) with { IdentityNumber = "B" },
        ]).Count.ShouldBe(4);
    }

    [Fact]
    public void A_row_without_number_joins_the_only_one_of_its_name_or_among_several_the_one_with_its_telephone()
    {
        LedgerGroups.Of([Entry("1", "张三", 1) with { IdentityNumber = "A" }, Entry("2", "张三", 2)]).ShouldHaveSingleItem().IdentityNumber.ShouldBe("A");
        var groups = LedgerGroups.Of(
        [
            Entry("1", "张三", 1) with { IdentityNumber = "A", Phones = ["1"] },
            Entry("2", "张三", 2) with { IdentityNumber = "B", Phones = ["2"] },
            Entry("3", "张三", 3) with { Phones = ["2"] },
            Entry("4", "张三", 4) with { Phones = ["9"] },
        ]);
        groups.Select(group => string.Join(',', group.Contacts.Select(contact => contact.Entry.Row.Label))).ShouldBe(["1", "2,3", "4"]);
    }

    [Fact]
    public void A_petition_is_resolved_when_its_latest_contact_is()
    {
        LedgerGroups.Of([Entry("1", "张三", 2) with { Resolved = true }, Entry("2", "张三", 1)])[0].Resolved.ShouldBeTrue();
        LedgerGroups.Of([Entry("1", "张三", 1) with { Resolved = true }, Entry("2", "张三", 2)])[0].Resolved.ShouldBeFalse();
    }

    [Fact]
    public void A_fingerprint_ignores_the_number_and_the_way_of_writing_but_not_what_is_said()
    {
        var one = LedgerFingerprint.Of(Row("1", "张三", "2020-01-02", "（2020）豫08执1号", "备注A"));

        LedgerFingerprint.Of(Row("9", " 张 三 ", "2020年1月2日", "〔2020〕 豫08 执第1号", "备注a")).ShouldBe(one);
        LedgerFingerprint.Of(Row("1", "张三", "2020-01-03", "（2020）豫08执1号", "备注A")).ShouldNotBe(one);
        LedgerFingerprint.Of(Row("1", "张三", "2020-01-02", "（2020）豫08执1号", null)).ShouldNotBe(one);
    }

    [Fact]
    public void A_contact_keeps_its_fingerprint_when_a_resolution_is_filled_in()
    {
        var entry = Entry("1", "张三", 1);

        LedgerFingerprint.OfContact(entry with { Resolved = true, ResolvedOn = new(2020, 2, 1), Remarks = "x" }).ShouldBe(LedgerFingerprint.OfContact(entry));
        LedgerFingerprint.OfContact(entry with { VisitedOn = new(2020, 1, 2) }).ShouldNotBe(LedgerFingerprint.OfContact(entry));
        LedgerFingerprint.OfContact(entry with { Venue = LedgerVenue.Beijing }).ShouldNotBe(LedgerFingerprint.OfContact(entry));
    }

    [Fact]
    public void Every_reason_has_a_text_of_its_own() =>
        Enum.GetValues<LedgerReason>().Select(reason => reason.Text()).ShouldBeUnique();

    private static LedgerRow Row(params string?[] cells) => new("s", 2, Header, [.. cells.Select(LedgerCell.Of)]);

    private static LedgerEntry Entry(string number, string petitioner, int day) => new()
    {
        Row = Row(number, petitioner),
        Fingerprint = number,
        Petitioners = [petitioner],
        Phones = [],
        PeopleCount = 1,
        Channel = LedgerChannel.Visit,
        Venue = LedgerVenue.OwnCourt,
        VisitedOn = new(2020, 1, day),
        CaseNumber = new CaseNumber(2020, "豫08", null, "执", 1),
        OtherCaseNumbers = [],
        Resolved = false,
    };
}
