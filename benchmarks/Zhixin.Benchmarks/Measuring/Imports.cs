using System.Diagnostics;
using System.Globalization;
using Zhixin.Benchmarks.Filling;
using Zhixin.Database.Ledger;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>The import of an invented Excel ledger, by the command in a process of its own.</summary>
public sealed class Imports(Site site)
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    /// <summary>What the launcher says to the command.</summary>
    private static readonly (string Name, string Value) AsLaunched = ("DOTNET_TieredPGO", "0");

    private readonly CourtPeople _people = site.People(Country.Importing);

    /// <summary>Rows a second with everything checked, the processor time of one row, and the most memory of the process, by the length of the file.</summary>
    public async IAsyncEnumerable<Row> Run(Func<string, bool> isWanted)
    {
        var file = Path.Combine(site.Data, "bench-ledger.xlsx");
        foreach (var (at, rows) in isWanted("import") ? Sizes.Index() : [])
        {
            Write(file, rows, 11 + at, site.Office.Clock.GetUtcNow());
            var before = (await In()).Single();
            var (began, ended) = (Stopwatch.GetTimestamp(), Cpu.OfEnded(Environment.ProcessId));
            var (memory, used) = await site.Here(() => Child.Run(
                "Zhixin.Web.dll", ["import", file, "--court", _people.Court.Code!, "--as", Site.User(_people.Head), "--data", site.Data], site.Connection, AsLaunched));
            var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var contacts = (await In()).Single() - before;
            var what = string.Create(CultureInfo.InvariantCulture, $"import of an Excel ledger of {rows:N0} rows, all checks, one transaction, start of the program included");
            yield return new Row("import", what, site.Petitions, rows / took, " rows/s", rows == Sizes[^1] ? new Goal(2_000, null, 5_000) : new Goal())
            {
                WebCpu = (Cpu.OfEnded(Environment.ProcessId) - ended).TotalMicroseconds / rows, DatabaseCpu = used.Database.TotalMicroseconds / rows, Failed = contacts == rows ? 0 : 1,
                Note = string.Create(CultureInfo.InvariantCulture, $"{contacts:N0} rows came in"),
            };
            yield return new Row("import", string.Create(CultureInfo.InvariantCulture, $"memory of that import at most, {rows:N0} rows"), site.Petitions, memory, "MB", new Goal());
        }
    }

    private Task<List<long>> In() => site.Ask<long>("select count(*) from import_row where outcome = 'ok'");

    private static void Write(string path, int rows, int seed, DateTimeOffset now)
    {
        LedgerExportColumn[] columns =
        [
            new("序号"), new("责任单位"), new("信访人"), new("联系电话"), new("人数"), new("信访形式"), new("信访地点"), new("信访日期"), new("执行案号"), new("申请执行人"),
            new("被执行人"), new("承办人"), new("主要诉求"), new("是否化解"),
        ];
        using var file = File.Create(path);
        using var writer = new LedgerWriter(file, "台账", columns, now);
        for (var number = 1; number <= rows; number++)
        {
            var lot = new Lot(seed, number);
            var name = Wording.Petitioner(ref lot);
            writer.Write(
            [
                number.ToString(CultureInfo.InvariantCulture), "解放法院", name, $"138{lot.Of(100_000_000):00000000}", "1", "来访", "本院", $"2020-{1 + lot.Of(12):00}-{1 + lot.Of(28):00}",
                $"（2019）豫0802执{number}号之{seed}", name, "演示商贸有限公司", Wording.Name(lot.Of(40)), Wording.Account(ref lot), lot.PerMille(700) ? "是" : "否",
            ]);
        }
    }
}
