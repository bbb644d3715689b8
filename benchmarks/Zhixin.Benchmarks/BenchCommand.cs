using System.CommandLine;
using System.Globalization;
using Npgsql;
using Zhixin.Benchmarks.Measuring;
using Zhixin.Database.Embedded;

namespace Zhixin.Benchmarks;

/// <summary>
/// <c>bench</c>: measures the numbers that the architecture promises, each beside the limit of the machine in the same run, on databases of
/// its own in a temporary directory.
/// </summary>
public static class BenchCommand
{
    /// <summary>Runs the command.</summary>
    public static Task<int> Run(string[] args, TimeProvider time)
    {
        if (args is [RawHost.Command, var port, var connection])
        {
            return Serve(int.Parse(port, CultureInfo.InvariantCulture), connection, time);
        }

        var petitions = new Option<string>("--petitions") { Description = "库中案件数，逗号分隔 petitions in the database, separated by commas", DefaultValueFactory = _ => "10000,1000000" };
        var only = new Option<string>("--only") { Description = "只测这些 measure only these: register,register-one,life,workbench,petition,paced,ledger,words,match,import,chain,verify,rebuild,start,memory" };
        var seconds = new Option<int>("--seconds") { Description = "每次测量的秒数 seconds of each measurement", DefaultValueFactory = _ => 4 };
        var format = new Option<string>("--format") { Description = "markdown | json", DefaultValueFactory = _ => "markdown" };
        var data = new Option<string>("--data") { Description = "保留并再次使用这个目录中的库 keep the databases in this directory, and use them again; else a temporary one" };
        var command = new RootCommand("性能测量 Measure the numbers to hold") { petitions, only, seconds, format, data };
        command.SetAction(async (parsed, _) =>
        {
            var wanted = parsed.GetValue(only)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var sizes = parsed.GetValue(petitions)!.Split(',').Select(n => long.Parse(n, CultureInfo.InvariantCulture));
            var bench = new Bench(name => wanted is null || wanted.Contains(name), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(data), time, Console.Error);
            var rows = await bench.Run(sizes);
            await Console.Out.WriteLineAsync(parsed.GetValue(format) == "json" ? Report.AsJson(rows) : $"{Report.Machine}\n\n{Report.Markdown(rows)}");
            return rows.Any(row => row.Failed > 0) ? 1 : 0;
        });
        return command.Parse(args).InvokeAsync();
    }

    private static async Task<int> Serve(int port, string connection, TimeProvider time)
    {
        await RawHost.Run(port, connection, time);
        return 0;
    }
}

/// <summary>One run over databases of several sizes.</summary>
/// <param name="isWanted">Whether a row of this name is measured.</param>
/// <param name="kept">A directory whose databases are used again; null makes and takes away a temporary one.</param>
/// <param name="progress">Told each row when it is measured.</param>
public sealed class Bench(Func<string, bool> isWanted, TimeSpan during, string? kept, TimeProvider time, TextWriter progress)
{
    private readonly List<Row> _rows = [];

    /// <summary>Measures; what was made is taken away again.</summary>
    public async Task<IReadOnlyList<Row>> Run(IEnumerable<long> sizes)
    {
        var directory = kept is null ? Directory.CreateTempSubdirectory("zx-bench") : Directory.CreateDirectory(Path.GetFullPath(kept));
        File.SetUnixFileMode(directory.FullName, (UnixFileMode)Convert.ToInt32("711", 8));
        try
        {
            await progress.WriteLineAsync(Report.Machine);
            if (isWanted("start"))
            {
                await Keep(await Starts.Run(Path.Combine(directory.FullName, "start")));
            }

            await using var server = await EmbeddedServer.StartOrJoin(Options(directory), time, default);
            foreach (var petitions in sizes)
            {
                await Measure(server, Path.Combine(directory.FullName, $"site-{petitions}"), petitions);
            }
        }
        finally
        {
            if (kept is null)
            {
                directory.Delete(recursive: true);
            }
        }

        return _rows;
    }

    /// <summary>As the product sets it up, but with room for the raw host's connections beside those of the web process.</summary>
    private static EmbeddedServerOptions Options(DirectoryInfo directory) => new(Path.Combine(directory.FullName, "data"), "bench")
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["max_connections"] = "200" },
    };

    private async Task Measure(EmbeddedServer server, string data, long petitions)
    {
        var name = $"bench_{petitions}";
        var isFilled = Directory.Exists(data);
        if (!isFilled)
        {
            await Execute(server, $"create database {name}");
        }

        await using (var site = await Site.Open(server.ConnectionTo(name), data, petitions, isFilled, time, progress))
        {
            await Keep(new Readings(site, during).Run(isWanted));
            await Keep(new Supervising(site, during).Run(isWanted));
            await Keep(new Registrations(site, during).Run(isWanted));
            await Keep(new Lives(site, during).Run(isWanted));
            if (isWanted("memory"))
            {
                await Keep(new Row("memory", "memory of the web process after load", petitions, site.Web.Memory("VmRSS"), "MB", new Goal(300, null, 200, IsAtMost: true)));
            }

            await Keep(new Histories(site).Run(isWanted));
            await Keep(new Imports(site).Run(isWanted));
        }

        if (kept is null)
        {
            await Execute(server, $"drop database {name} with (force)");
        }
    }

    private async Task Keep(IAsyncEnumerable<Row> rows)
    {
        await foreach (var row in rows)
        {
            await Keep(row);
        }
    }

    private async Task Keep(Row row)
    {
        _rows.Add(row);
        await progress.WriteLineAsync(Report.Line(row));
    }

    private static async Task Execute(EmbeddedServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
