using System.Diagnostics;
using System.Globalization;
using Zhixin.Benchmarks.Filling;
using Zhixin.Database.Ledger;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>The import of an invented Excel ledger, by the command in a process of its own.</summary>
public sealed class Imports(Site site)
{
    private const int Rows = 20_000;
    private readonly CourtPeople _people = site.People(Country.Importing);

    /// <summary>Rows a second with everything checked, and the memory of the process.</summary>
    public async IAsyncEnumerable<Row> Run(Func<string, bool> isWanted)
    {
        if (!isWanted("import"))
        {
            yield break;
        }

        var file = Path.Combine(site.Data, "bench-ledger.xlsx");
        Write(file, site.Office.Clock.GetUtcNow());
        var began = Stopwatch.GetTimestamp();
        var memory = await Child.Run("Zhixin.Web.dll", ["import", file, "--court", _people.Court.Code!, "--as", Site.User(_people.Head), "--data", site.Data], site.Connection);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var contacts = (await site.Ask<long>("select count(*) from import_row where outcome = 'ok'")).Single();
        yield return new Row("import", $"import of an Excel ledger of {Rows:N0} rows, all checks, one transaction, start of the program included", site.Petitions, Rows / took, " rows/s", new Goal(2_000, null, 5_000))
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{contacts:N0} rows came in"), Failed = contacts == Rows ? 0 : 1,
        };
        yield return new Row("import", "memory of that import at most", site.Petitions, memory, "MB", new Goal());
    }

    private static void Write(string path, DateTimeOffset now)
    {
        LedgerExportColumn[] columns =
        [
            new("序号"), new("责任单位"), new("信访人"), new("联系电话"), new("人数"), new("信访形式"), new("信访地点"), new("信访日期"), new("执行案号"), new("申请执行人"),
            new("被执行人"), new("承办人"), new("主要诉求"), new("是否化解"),
        ];
        using var file = File.Create(path);
        using var writer = new LedgerWriter(file, "台账", columns, now);
        for (var number = 1; number <= Rows; number++)
        {
            var lot = new Lot(number, 11);
            var name = Wording.Petitioner(ref lot);
            writer.Write(
            [
                number.ToString(CultureInfo.InvariantCulture), "解放法院", name, $"138{lot.Of(100_000_000):00000000}", "1", "来访", "本院", $"2020-{1 + lot.Of(12):00}-{1 + lot.Of(28):00}",
                $"（2019）豫0802执{number}号", name, "演示商贸有限公司", Wording.Name(lot.Of(40)), Wording.Account(ref lot), lot.PerMille(700) ? "是" : "否",
            ]);
        }
    }
}
