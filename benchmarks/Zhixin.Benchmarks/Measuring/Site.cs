using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Identity;
using Npgsql;
using Zhixin.Benchmarks.Filling;
using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.Web.Hosting;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>A filled database with the real web host over it in a process of its own, and people who can sign in.</summary>
public sealed class Site : IAsyncDisposable
{
    /// <summary>How many people read at the same time.</summary>
    public const int Readers = 16;

    /// <summary>Of every sign-in of the benchmark; it guards only invented people.</summary>
    private const string SignInWord = "bench-2026-only";

    private Site(string connection, string data, Office office, Country country, long petitions) =>
        (Connection, Data, Office, Country, Petitions) = (connection, data, office, country, petitions);

    /// <summary>To the database, as its owner.</summary>
    public string Connection { get; }

    /// <summary>Holds the master key.</summary>
    public string Data { get; }

    /// <summary>The same database, opened in this process: for what is no request.</summary>
    public Office Office { get; }

    public Country Country { get; }

    public long Petitions { get; }

    /// <summary>The web process.</summary>
    public Child Web { get; private set; } = null!;

    /// <summary>Of the web process.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Of the raw host.</summary>
    public string RawAddress { get; private set; } = string.Empty;

    private Child? Raw { get; set; }

    private int Server { get; set; }

    /// <summary>Migrates, fills, and starts the web host and the raw host.</summary>
    public static async Task<Site> Open(string connection, string data, long petitions, bool isFilled, TimeProvider time, TextWriter progress)
    {
        var office = await Office.Open(new OfficeOptions(connection, data), time, default);
        var country = new Country(office.Files.Courts);
        var site = new Site(connection, data, office, country, petitions);
        if (!isFilled)
        {
            await site.Adopt();
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Filling {petitions:N0} petitions"));
            await new Fill(office, connection, country, progress).Run(petitions);
        }

        if (!await office.Accounts.Any(default))
        {
            await site.Accounts();
        }

        site.Server = Cpu.Parent((await site.Ask<int>("select pg_backend_pid()")).Single());
        await site.Start();
        return site;
    }

    /// <summary>The court's people by its name.</summary>
    public CourtPeople People(string court) => Country.Courts.First(c => c.Court.Name == court);

    /// <summary>Signs a person in.</summary>
    public Task<Session> SignIn(ActingPerson person) => Session.SignIn(Address, User(person), SignInWord);

    /// <summary>As fast as is answered, with the processor time that it takes.</summary>
    public async Task<LoadResult> Closed(int clients, TimeSpan during, Func<int, int, Task<bool>> shot)
    {
        var before = Cpu.Of(Web.Id, Server);
        var result = await Load.Closed(clients, during, shot);
        return result with { Used = Cpu.Of(Web.Id, Server) - before };
    }

    /// <summary>A page as many times as it is answered to clients who never wait: the median of three runs.</summary>
    public async Task<Row> Fast(string name, string what, Func<int, int, Task<bool>> shot, TimeSpan during, Goal goal, RawLimit raw)
    {
        await Load.Warm(Readers, shot);
        var runs = new[] { await Closed(Readers, during / 2, shot), await Closed(Readers, during / 2, shot), await Closed(Readers, during / 2, shot) };
        return Row.Of(name, what, Petitions, LoadResult.Median(runs), goal, raw);
    }

    /// <summary>Does something in this process, and tells what it and the database used for it.</summary>
    public async Task<(T Done, Cpu Used)> Here<T>(Func<Task<T>> work)
    {
        var before = Cpu.Of(Environment.ProcessId, Server);
        var done = await work();
        return (done, Cpu.Of(Environment.ProcessId, Server) - before);
    }

    /// <summary>The raw limit of a request: "/static", "/insert" (POST), "/select/…".</summary>
    public async Task<RawLimit> Limit(string what, string path, int clients, TimeSpan during)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
        var result = await Load.Closed(clients, during, async (_, _) =>
        {
            using var request = new HttpRequestMessage(path == "/insert" ? HttpMethod.Post : HttpMethod.Get, RawAddress + path);
            using var answer = await http.SendAsync(request);
            return answer.IsSuccessStatusCode;
        });
        return new RawLimit(what, result.PerSecond);
    }

    /// <summary>One column of a query, past row security.</summary>
    public Task<List<T>> Ask<T>(string sql, params object?[] arguments) => Office.Db.Maintenance<T>(sql, arguments);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Raw is not null)
        {
            await Raw.DisposeAsync();
            await Web.DisposeAsync();
        }

        await Office.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>The name under which a person signs in.</summary>
    public static string User(ActingPerson person) => $"bench-{person.Court}-{person.Posts[0]}-{person.Id.ToByteArray()[15]}";

    private static readonly string[] Adopted = ["GC21", "HNI"];

    /// <summary>GC21 and HNI for the whole country, so that every petition and every supervision has clocks.</summary>
    private async Task Adopt()
    {
        var now = Office.Clock.GetUtcNow();
        foreach (var pack in Adopted.Select(id => Office.Law.Now.Packs.Last(p => p.Id == id)))
        {
            await Office.Db.Change(
                "insert into adoption (id, pack, version, hash, court, from_day, reason, proposed_by, proposed_at, confirmed_by, confirmed_at) values ($1, $2, $3, $4, 1, $5, 'bench', $6, $7, $8, $7)",
                [Guid.CreateVersion7(now), pack.Id, pack.Version, pack.Hash, new DateOnly(2021, 1, 1), Guid.CreateVersion7(now), now.UtcDateTime, Guid.CreateVersion7(now)]);
        }

        await Office.Reload(default);
    }

    /// <summary>Who signs in: the viewers, and the clerks of the courts that register.</summary>
    private async Task Accounts()
    {
        var hash = new PasswordHasher<Account>().HashPassword(null!, SignInWord);
        var busy = Country.Courts.Where(c => c.Court.Number % 50 == 0).SelectMany(c => new[] { c.Clerk, c.Head, c.Handlers[0], c.Leader });
        var viewers = new[] { Country.Basic, Country.Intermediate, Country.High, Country.Supreme, Country.Importing }.Select(People).SelectMany(p => p.Handlers.Append(p.Clerk).Append(p.Head));
        foreach (var person in busy.Concat(viewers).DistinctBy(p => p.Id))
        {
            await Office.Accounts.Add(
                new Account
                {
                    Id = person.Id, UserName = User(person), PasswordHash = hash, Court = person.Court, SecurityStamp = "bench", CreatedAt = Office.Clock.GetUtcNow().UtcDateTime,
                }, default);
        }
    }

    private async Task Start()
    {
        var (port, raw) = (FreePort(), FreePort());
        Web = await Child.Start("Zhixin.Web.dll", ["up", "--port", $"{port}", "--data", Data], Connection, "http://");
        Address = $"http://localhost:{port}";
        Raw = await Child.Start("Zhixin.Benchmarks.dll", [RawHost.Command, $"{raw}", Connection], null, RawHost.Ready);
        RawAddress = $"http://localhost:{raw}";
    }
}
