using System.Diagnostics;
using Npgsql;
using Zhixin.Web.Hosting;

namespace Zhixin.Benchmarks.Filling;

/// <summary>How long a fill took, and what it made.</summary>
public sealed record Filled(long Petitions, TimeSpan Copied, TimeSpan Indexed);

/// <summary>Fills the database of an office with the matters of a country.</summary>
public sealed class Fill(Office office, string ownerConnection, Country country, TextWriter progress)
{
    private const int Workers = 2;
    private const int AtOnce = 1000;
    /// <summary>One supervision is drawn for so many petitions.</summary>
    private const int PetitionsASupervision = 4;
    private const long Seed = 20_210_122;

    /// <summary>Writes people and matters, makes the indexes, and lets the server gather its statistics.</summary>
    public async Task<Filled> Run(long petitions)
    {
        await using var owner = new NpgsqlConnection(ownerConnection);
        await owner.OpenAsync();
        await country.Write(owner);
        var load = new BulkLoad(owner);
        var watch = Stopwatch.StartNew();
        var again = await load.SetIndexesAside();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => Work(worker, petitions))));
        var copied = watch.Elapsed;
        await progress.WriteLineAsync($"  copied {petitions:N0} petitions in {copied.TotalSeconds:0} s");
        watch.Restart();
        await Index(again);
        await Told(load);
        await load.Execute("vacuum analyze");
        await load.Execute("checkpoint");
        await progress.WriteLineAsync($"  indexed and analysed in {watch.Elapsed.TotalSeconds:0} s");
        return new Filled(petitions, copied, watch.Elapsed);
    }

    /// <summary>Each worker has its own courts, so that numbers stay gapless; all go through time together, as a real history does.</summary>
    private async Task Work(int worker, long petitions)
    {
        await using var connection = new NpgsqlConnection(ownerConnection + ";Pooling=false");
        await connection.OpenAsync();
        var (load, buffer, numbers) = (new BulkLoad(connection), new BulkBuffer(), new Numbering());
        await load.Execute("set synchronous_commit = off");
        var teller = new MatterTeller(office.Law.Now, office.Rows, office.Vault, new MatterIds(office.Vault), numbers, buffer);
        var inventor = new Inventor(country, petitions, office.Today, Seed);
        var collected = 0;
        for (var number = 0L; number < petitions; number++)
        {
            if (inventor.Court(number).Court.Number % Workers != worker)
            {
                continue;
            }

            teller.Tell(inventor.Of(number));
            if (++collected % AtOnce == 0)
            {
                await load.Write(buffer);
            }
        }

        await Supervise(load, buffer, numbers, worker, petitions / PetitionsASupervision);
        await load.Write(buffer);
        await load.Write(numbers);
    }

    /// <summary>Supervisions of the courts whose matters this worker writes.</summary>
    private async Task Supervise(BulkLoad load, BulkBuffer buffer, Numbering numbers, int worker, long supervisions)
    {
        var teller = new SupervisionTeller(office.Law.Now, office.Rows, country, numbers, buffer, office.Today, Seed);
        for (var (n, collected) = (0L, 0); n < supervisions; n++)
        {
            if (teller.Leading(n) is { Court.Number: var lead } && lead % Workers == worker)
            {
                teller.Tell(n);
                if (++collected % AtOnce == 0)
                {
                    await load.Write(buffer);
                }
            }
        }
    }

    /// <summary>Two at a time, the largest first as they stand.</summary>
    private async Task Index(IReadOnlyList<string> statements) => await Parallel.ForEachAsync(
        statements, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (statement, stop) =>
        {
            await using var connection = new NpgsqlConnection(ownerConnection + ";Pooling=false");
            await connection.OpenAsync(stop);
            var load = new BulkLoad(connection);
            await load.Execute("set maintenance_work_mem = '1GB'");
            await load.Execute("set max_parallel_maintenance_workers = 0");
            await load.Execute(statement);
        });

    /// <summary>Everybody was told of the breaches before: the job that tells them would be measured along with everything else.</summary>
    private async Task Told(BulkLoad load) => await load.Execute(
        "insert into claim (home, stream, obligation, rung, at) select home, stream, no, 'tell:unit', $1 from obligation where state = 'open' and due <= $2",
        office.Clock.GetUtcNow().UtcDateTime, office.Today);
}
