using System.Reflection;
using Zhixin.Courts;
using Zhixin.Database.Ledger;
using Zhixin.Ledger;

namespace Zhixin.Database.Tests.Ledger;

/// <summary>The invented ledger of 575 rows and what an import makes of it, and the court directory; all copied beside the tests.</summary>
internal static class SampleLedger
{
    private static readonly string Folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;

    public static CourtDirectory Courts { get; } = CourtDirectory.Parse("directory.csv", File.ReadAllText(Path.Combine(Folder, "courts", "directory.csv")));

    public static string Workbook => Path.Combine(Folder, "data", "ledger", "jiaozuo-ledger.xlsx");

    public static IReadOnlyList<ExpectedRow> Expected =>
    [
        .. File.ReadLines(Path.Combine(Folder, "data", "ledger", "jiaozuo-ledger-expected.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => new ExpectedRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5])),
    ];

    public static LedgerContext Context(string court, DateOnly? today = null) => new(Courts, Courts.ByName(court)!, today ?? new(2021, 3, 22));

    /// <summary>Opens a workbook and judges its rows in the court that its title names.</summary>
    public static List<(LedgerRow Row, RowVerdict Verdict)> Check(Stream workbook, DateOnly? today = null)
    {
        using var ledger = ((LedgerFileOpening.Opened)LedgerFile.Open(workbook)).File;
        var court = LedgerLookup.ReportingCourt(ledger.Sheets[0].Title, Courts);
        return [.. LedgerRules.CheckAll(ledger.Contacts(), Context(court!.Name, today))];
    }
}

/// <summary>A line of the expected result.</summary>
internal sealed record ExpectedRow(string Row, string Outcome, string Reason, string CaseNumber, string VisitedOn, string Repeat);
