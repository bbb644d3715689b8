using System.Globalization;
using Zhixin.Courts;
using Zhixin.Ledger;

namespace Zhixin.Database.Tests.Ledger;

public sealed class SampleLedgerTests
{
    [Fact]
    [Trait("Clause", "JZ21-A1 accepted")]
    [Trait("Clause", "JZ21-A1 refused")]
    public void Each_of_the_575_rows_comes_out_as_expected()
    {
        using var file = File.OpenRead(SampleLedger.Workbook);
        var checkedRows = SampleLedger.Check(file);
        var repeats = LedgerGroups.Of(Entries(checkedRows))
            .SelectMany(group => group.Contacts)
            .ToDictionary(contact => contact.Entry.Row.Label, contact => contact.Repeat);

        var actual = checkedRows.Select(row => row.Verdict switch
        {
            RowVerdict.Ok ok => new ExpectedRow(
                row.Row.Label,
                "ok",
                "",
                ok.Entry.CaseNumber.ToString(),
                ok.Entry.VisitedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                repeats[row.Row.Label] ? "repeat" : ""),
            RowVerdict.Reject reject => new ExpectedRow(row.Row.Label, "reject", reject.Reasons[0].Text(), "", "", ""),
            _ => throw new InvalidOperationException(),
        });

        actual.ShouldBe(SampleLedger.Expected);
    }

    [Fact]
    public void Every_rejected_row_of_the_sample_has_one_reason_only()
    {
        using var file = File.OpenRead(SampleLedger.Workbook);
        SampleLedger.Check(file).Select(row => row.Verdict).OfType<RowVerdict.Reject>().ShouldAllBe(reject => reject.Reasons.Count == 1);
    }

    [Fact]
    public void The_title_rows_name_the_importing_court()
    {
        var title = LedgerTitle.Read([[LedgerCell.Of("填报单位：焦作市中级人民法院执行局综合处    填报日期：2021年3月19日")]]);
        LedgerLookup.ReportingCourt(title, SampleLedger.Courts)!.Name.ShouldBe("河南省焦作市中级人民法院");
    }

    [Theory]
    [InlineData("2018年以来焦作市中级人民法院执行信访台账", "河南省焦作市中级人民法院")]
    [InlineData("关于焦作市解放区人民法院执行信访案件的台账", "焦作市解放区人民法院")]
    [InlineData("河南省高级人民法院执行信访台账", "河南省高级人民法院")]
    [InlineData("全市法院执行信访台账", null)]
    [InlineData("执行信访台账", null)]
    public void A_title_without_a_label_names_its_court_behind_other_words(string line, string? court) =>
        LedgerLookup.ReportingCourt(LedgerTitle.Read([[LedgerCell.Of(line)]]), SampleLedger.Courts)?.Name.ShouldBe(court);

    [Fact]
    public void Rows_of_one_petitioner_and_case_become_one_petition_in_order_of_the_visits()
    {
        using var file = File.OpenRead(SampleLedger.Workbook);
        var groups = LedgerGroups.Of(Entries(SampleLedger.Check(file)));

        groups.Sum(group => group.Contacts.Count).ShouldBe(552);
        var four = groups.Single(group => group.Contacts.Count == 4);
        four.Contacts.Select(contact => contact.Entry.Row.Label).ShouldBe(["126", "6", "8", "13"]);
        four.IdentityNumber.ShouldBe("990111195301159442");
        groups.Count(group => group.Contacts.Count > 1).ShouldBe(SampleRepeatedPetitions);
        groups.ShouldAllBe(group => group.Contacts.Zip(group.Contacts.Skip(1)).All(pair => pair.First.Entry.VisitedOn <= pair.Second.Entry.VisitedOn));
    }

    [Fact]
    public void The_same_file_again_has_the_same_fingerprints_and_no_two_rows_share_one()
    {
        using var one = File.OpenRead(SampleLedger.Workbook);
        using var two = File.OpenRead(SampleLedger.Workbook);
        var first = SampleLedger.Check(one).Select(row => LedgerFingerprint.Of(row.Row)).ToList();

        first.ShouldBe(SampleLedger.Check(two).Select(row => LedgerFingerprint.Of(row.Row)));
        first.ShouldBeUnique();
        first.ShouldAllBe(hash => hash.Length == 64);
    }

    [Fact]
    public void Fields_of_a_row_are_understood()
    {
        using var file = File.OpenRead(SampleLedger.Workbook);
        var entries = Entries(SampleLedger.Check(file)).ToDictionary(entry => entry.Row.Label);

        var first = entries["1"];
        first.Responsible!.Name.ShouldBe("焦作市中站区人民法院");
        first.Petitioners.ShouldBe(["李燕"]);
        first.IdentityNumber.ShouldBe("99020419551221858X");
        first.Phones.ShouldBe(["19900000102"]);
        first.PeopleCount.ShouldBe(12);
        first.HandedDownOn.ShouldBe(new DateOnly(2019, 12, 28));
        first.Resolved.ShouldBeTrue();
        first.ResolvedOn.ShouldBe(new DateOnly(2020, 2, 14));
        entries["2"].Responsible!.Name.ShouldBe("河南省焦作市中级人民法院");
        entries["2"].Unit.ShouldBe("执行二庭");
        entries.Values.Select(entry => entry.Channel).Distinct().ShouldBe([LedgerChannel.Visit, LedgerChannel.Letter, LedgerChannel.Web, LedgerChannel.Forwarded, LedgerChannel.Phone], ignoreOrder: true);
        entries.Values.Select(entry => entry.Venue).Distinct().ShouldBe(
            [LedgerVenue.OwnCourt, LedgerVenue.Superior, LedgerVenue.Province, LedgerVenue.Beijing, LedgerVenue.CircuitCourt, LedgerVenue.GuidanceTeam], ignoreOrder: true);
        entries.Values.ShouldAllBe(entry => entry.Responsible != null && entry.Responsible.Level != CourtLevel.High);
    }

    private const int SampleRepeatedPetitions = 75;

    private static IEnumerable<LedgerEntry> Entries(IEnumerable<(LedgerRow Row, RowVerdict Verdict)> rows) =>
        rows.Select(row => row.Verdict).OfType<RowVerdict.Ok>().Select(ok => ok.Entry);
}
