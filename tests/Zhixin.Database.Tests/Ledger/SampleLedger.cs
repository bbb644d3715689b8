using System.Reflection;

namespace Zhixin.Database.Tests.Ledger;

/// <summary>The invented ledger of 575 rows and what an import makes of it; copied beside the tests.</summary>
internal static class SampleLedger
{
    public static string Workbook => Path.Combine(Folder, "jiaozuo-ledger.xlsx");

    public static string Expected => Path.Combine(Folder, "jiaozuo-ledger-expected.csv");

    private static string Folder => Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "data", "ledger");
}
