using Zhixin.Database.Ledger;
using Zhixin.Ledger;

namespace Zhixin.Database.Tests.Ledger;

/// <summary>A judged ledger gives the same as judging row by row, and leaves nothing behind.</summary>
public sealed class JudgedLedgerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zx-judged");

    [Fact]
    public void Rows_come_back_as_they_were_judged()
    {
        using var file = File.OpenRead(SampleLedger.Workbook);
        var expected = SampleLedger.Check(file);
        using var ledger = Read();
        ledger.Count.ShouldBe(expected.Count);
        ledger.Accepted.ShouldBe(expected.Count(row => row.Verdict is RowVerdict.Ok));
        ledger.Rejected.Count().ShouldBe(ledger.Count - ledger.Accepted);
        for (var at = 0; at < ledger.Count; at++)
        {
            var (row, verdict) = ledger[at];
            row.Cells.ShouldBe(expected[at].Row.Cells);
            (row.Sheet, row.SheetRow, row.Header).ShouldBe((expected[at].Row.Sheet, expected[at].Row.SheetRow, row.Header));
            Convert.ToHexStringLower(ledger.Print(at)).ShouldBe(LedgerFingerprint.Of(expected[at].Row));
            (verdict as RowVerdict.Reject)?.Reasons.ShouldBe(((RowVerdict.Reject)expected[at].Verdict).Reasons);
            (verdict as RowVerdict.Ok)?.Entry.CaseNumber.ShouldBe(((RowVerdict.Ok)expected[at].Verdict).Entry.CaseNumber);
        }
    }

    [Fact]
    public void Parts_hold_every_wanted_row_once_and_the_petitions_that_all_rows_make()
    {
        using var ledger = Read();
        var parts = ledger.Together(at => at % 7 != 0, 20).ToList();
        parts.SelectMany(part => part).Order().ShouldBe(Enumerable.Range(0, ledger.Count).Where(at => at % 7 != 0 && ledger.IsAccepted(at)));
        parts.Count.ShouldBeGreaterThan(20);
        parts.ShouldAllBe(part => part.SequenceEqual(part.Order()));
        parts.Sum(part => LedgerGroups.Of(part.Select(Entry)).Count).ShouldBe(LedgerGroups.Of(parts.SelectMany(part => part).Order().Select(Entry)).Count);

        LedgerEntry Entry(int at) => ((RowVerdict.Ok)ledger[at].Verdict).Entry;
    }

    [Fact]
    public void The_rows_on_disk_have_no_name_that_outlives_them()
    {
        using var ledger = Read();
        ledger.RowAt(0).Cells.ShouldNotBeEmpty();
        _folder.GetFiles().ShouldBeEmpty();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private JudgedLedger Read()
    {
        using var stream = File.OpenRead(SampleLedger.Workbook);
        using var file = ((LedgerFileOpening.Opened)LedgerFile.Open(stream)).File;
        return JudgedLedger.Read(file, SampleLedger.Context("河南省焦作市中级人民法院"), _folder.FullName);
    }
}
