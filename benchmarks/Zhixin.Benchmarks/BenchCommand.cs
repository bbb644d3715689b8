namespace Zhixin.Benchmarks;
public static class BenchCommand
{
    public static async Task<int> Run(string[] args, TimeProvider time)
    {
        if (args is ["fill", var dir, var n])
        {
            Directory.CreateDirectory(dir);
            await using var server = await Zhixin.Database.Embedded.EmbeddedServer.StartOrJoin(new(dir, "bench"){ WhenRunning = Zhixin.Database.Embedded.Sharing.Join }, time, default);
            await using var office = await Zhixin.Web.Hosting.Office.Open(new(server.ConnectionString, dir), time, default);
            var pack = office.Law.Now.Packs.Last(p => p.Id == "GC21");
            await office.Db.Change("insert into adoption (id, pack, version, hash, court, from_day, reason, proposed_by, proposed_at, confirmed_by, confirmed_at) values ($1, $2, $3, $4, 1, '2020-01-01', 'x', $5, now(), $6, now())",
                [Guid.CreateVersion7(time.GetUtcNow()), pack.Id, pack.Version, pack.Hash, Guid.CreateVersion7(time.GetUtcNow()), Guid.CreateVersion7(time.GetUtcNow())]);
            await office.Reload(default);
            var country = new Filling.Country(office.Files.Courts);
            await new Filling.Fill(office, server.ConnectionString, country, Console.Out).Run(long.Parse(n));
            return 0;
        }
        if (args is ["serve", var d]) {
            await using var server = await Zhixin.Database.Embedded.EmbeddedServer.StartOrJoin(new(d, "bench"), time, default);
            Console.WriteLine(server.ConnectionString);
            await Task.Delay(-1);
        }
        return 1;
    }
}
