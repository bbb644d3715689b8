using Zhixin.Ledger;

namespace Zhixin.Tests.Ledger;

/// <summary>A row of a later file answers a rejected one only where nothing can get lost by it.</summary>
public sealed class LedgerCorrectionTests
{
    private static readonly LedgerColumn[] Columns =
    [
        LedgerColumn.Number, LedgerColumn.ResponsibleUnit, LedgerColumn.Petitioner, LedgerColumn.IdentityNumber, LedgerColumn.Phone, LedgerColumn.Channel, LedgerColumn.Venue,
        LedgerColumn.VisitedOn, LedgerColumn.CaseNumber, LedgerColumn.Remarks,
    ];

    private static readonly LedgerHeader Header =
        new(Columns.Select((column, at) => (column, at)).ToDictionary(pair => pair.column, pair => pair.at), [.. Columns.Select(LedgerColumns.Name)], 1, 1);

    private static readonly Dictionary<LedgerColumn, string> Usual = new()
    {
        [LedgerColumn.Number] = "7", [LedgerColumn.ResponsibleUnit] = "解放法院", [LedgerColumn.Petitioner] = "张三", [LedgerColumn.Channel] = "来访", [LedgerColumn.Venue] = "本院",
        [LedgerColumn.VisitedOn] = "2020-01-02", [LedgerColumn.CaseNumber] = "（2019）豫0802执1号",
    };

    [Fact]
    public void A_row_with_its_unit_put_right_is_answered_even_under_another_number() =>
        Answers(With((LedgerColumn.Number, "19")), With((LedgerColumn.ResponsibleUnit, "无此法院")), LedgerReason.UnitUnknown).ShouldBeTrue();

    [Theory]
    [InlineData(LedgerColumn.Petitioner, "", LedgerReason.PetitionerMissing)]
    [InlineData(LedgerColumn.VisitedOn, "二月", LedgerReason.DateUnreadable)]
    [InlineData(LedgerColumn.VisitedOn, "2099-01-02", LedgerReason.VisitInFuture)]
    [InlineData(LedgerColumn.CaseNumber, "豫0802执", LedgerReason.CaseNumberUnreadable)]
    [InlineData(LedgerColumn.CaseNumber, "（2019）豫0802民初1号", LedgerReason.CaseNotEnforcement)]
    public void A_telling_cell_may_be_put_right_under_the_same_number_and_under_no_other(LedgerColumn column, string wrong, LedgerReason reason)
    {
        var rejected = With((column, wrong));
        Answers(With(), rejected, reason).ShouldBeTrue();
        Answers(With((LedgerColumn.Number, "8")), rejected, reason).ShouldBeFalse("it may be another visit");
        Answers(With((LedgerColumn.Number, "")), rejected, reason).ShouldBeFalse("no number says that it is the same row");
    }

    [Theory]
    [InlineData(LedgerColumn.Petitioner, "李四")]
    [InlineData(LedgerColumn.VisitedOn, "2020-01-03")]
    [InlineData(LedgerColumn.CaseNumber, "（2019）豫0802执2号")]
    [InlineData(LedgerColumn.Channel, "来信")]
    [InlineData(LedgerColumn.Venue, "进京")]
    [InlineData(LedgerColumn.IdentityNumber, "110101199003070038")]
    public void A_cell_that_was_not_in_doubt_must_stand_as_before(LedgerColumn column, string other) =>
        Answers(With((column, other)), With((LedgerColumn.Phone, "12"), (LedgerColumn.IdentityNumber, "11010119900307002X")), LedgerReason.PhoneLength).ShouldBeFalse();

    [Fact]
    public void Another_visit_of_the_same_petitioner_in_the_same_case_answers_nothing() =>
        Answers(With((LedgerColumn.VisitedOn, "2020-03-02")), With((LedgerColumn.Remarks, "x")), LedgerReason.DateUnreadable).ShouldBeFalse("the day of the visit was right: another date was wrong");

    [Fact]
    public void Two_telling_cells_in_doubt_leave_too_little_to_go_by() => Answers(
        With(), With((LedgerColumn.Petitioner, ""), (LedgerColumn.CaseNumber, "")), LedgerReason.PetitionerMissing, LedgerReason.CaseNumberMissing).ShouldBeFalse();

    [Fact]
    public void A_row_that_repeated_another_is_answered_by_none()
    {
        Answers(With((LedgerColumn.Remarks, "已和解")), With(), LedgerReason.RepeatsEarlierRow).ShouldBeFalse();
        LedgerCorrection.Marks(With(), [LedgerReason.RepeatsEarlierRow]).ShouldBeEmpty();
    }

    [Fact]
    public void What_only_looks_different_is_the_same() => Answers(
        With((LedgerColumn.Petitioner, " 张 三"), (LedgerColumn.VisitedOn, "2020年1月2日"), (LedgerColumn.CaseNumber, "〔2019〕豫0802执第1号")), With((LedgerColumn.Phone, "12")), LedgerReason.PhoneLength)
        .ShouldBeTrue();

    [Theory]
    [InlineData(LedgerColumn.ResponsibleUnit, "无此法院", LedgerReason.UnitUnknown)]
    [InlineData(LedgerColumn.VisitedOn, "二月", LedgerReason.DateUnreadable)]
    [InlineData(LedgerColumn.CaseNumber, "", LedgerReason.CaseNumberMissing)]
    public void A_row_shares_a_mark_with_what_answers_it(LedgerColumn column, string wrong, LedgerReason reason) =>
        LedgerCorrection.Marks(With((column, wrong)), [reason]).Intersect(LedgerCorrection.Marks(With(), [])).ShouldNotBeEmpty();

    [Fact]
    public void A_row_rejected_again_answers_for_the_one_before() => LedgerCorrection.Answers(
        With((LedgerColumn.Phone, "34")), [LedgerReason.PhoneLength], With((LedgerColumn.Phone, "12")), [LedgerReason.PhoneLength]).ShouldBeTrue();

    [Fact]
    public void Texts_of_reasons_are_read_back()
    {
        LedgerReason[] reasons = [LedgerReason.VisitDateMissing, LedgerReason.PhoneLength];
        LedgerReasons.Read(reasons.Text()).ShouldBe(reasons);
        LedgerReasons.Read(string.Empty).ShouldBeEmpty();
    }

    private static bool Answers(LedgerRow later, LedgerRow rejected, params LedgerReason[] reasons) => LedgerCorrection.Answers(later, [], rejected, reasons);

    private static LedgerRow With(params (LedgerColumn Column, string Text)[] cells)
    {
        var all = new Dictionary<LedgerColumn, string>(Usual);
        foreach (var (column, text) in cells)
        {
            all[column] = text;
        }

        return new LedgerRow("台账", 9, Header, [.. Columns.Select(column => LedgerCell.Of(all.GetValueOrDefault(column)))]);
    }
}
