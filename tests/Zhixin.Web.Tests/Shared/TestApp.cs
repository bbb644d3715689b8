using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhixin.Database;
using Zhixin.Database.Access;
using Zhixin.Regulations;
using Zhixin.Tests.Shared;
using Zhixin.Tests.Shared.Scale;
using Zhixin.Web.Hosting;
using Zhixin.Web.Tests.Shared;

[assembly: AssemblyFixture(typeof(WebDatabase))]

namespace Zhixin.Web.Tests.Shared;

/// <summary>The database server of this test assembly, with the migrated template.</summary>
public sealed class WebDatabase() : TestDatabase(connection => Migrator.MigrateAsync(connection));

/// <summary>A clock that a test sets.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>Now, moving only when told.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>The rounds of the jobs come when a test says so, however long it takes on a busy machine; short waits pass.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime >= TimeSpan.FromSeconds(30) ? base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) : base.CreateTimer(callback, state, dueTime, period);

    /// <summary>Noon of a day at +08:00.</summary>
    public static DateTimeOffset Noon(string day) => new(DateTime.Parse(day + "T12:00:00"), TimeSpan.FromHours(8));
}

/// <summary>The whole application on a loopback port over a database of its own, with people who can sign in.</summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string Password = "chun-feng-2026";

    /// <summary>焦作市解放区人民法院.</summary>
    public const string Jiefang = "焦作市解放区人民法院";

    public const string Jiaozuo = "河南省焦作市中级人民法院";

    public const string Henan = "河南省高级人民法院";

    public const string Supreme = "中华人民共和国最高人民法院";

    public const string Gangcheng = "济南市钢城区人民法院";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private TestApp(Office office, WebApplication app, TestClock clock, string connection, DirectoryInfo data)
    {
        (Office, _app, Clock, Connection, _data) = (office, app, clock, connection, data);
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public Office Office { get; }

    public TestClock Clock { get; }

    public string Address { get; }

    public string Connection { get; }

    /// <summary>Every route that is mapped.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Holds the master key.</summary>
    public string DataDirectory => _data.FullName;

    /// <summary>Every address of the application: method and pattern.</summary>
    public IReadOnlyList<(string Method, string Pattern)> Addresses =>
    [
        .. from endpoint in _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           select (method, endpoint.RoutePattern.RawText!),
    ];

    /// <summary>Starts on a day.</summary>
    /// <param name="sameKeyAs">Another application whose master key this one shares.</param>
    public static async Task<TestApp> Start(
        WebDatabase database, string day = "2026-02-12", bool adoptGangchengRules = true, Func<OfficeOptions, OfficeOptions>? options = null, TestApp? sameKeyAs = null) =>
        await On(await database.Fresh(), day, adoptGangchengRules, options, sameKeyAs);

    /// <summary>Starts on a database of the caller's.</summary>
    public static async Task<TestApp> On(
        string connection, string day = "2026-02-12", bool adoptGangchengRules = true, Func<OfficeOptions, OfficeOptions>? options = null, TestApp? sameKeyAs = null)
    {
        var clock = new TestClock(TestClock.Noon(day));
        var data = Directory.CreateTempSubdirectory("zx-data");
        if (sameKeyAs is not null)
        {
            File.Copy(Path.Combine(sameKeyAs.DataDirectory, "master.key"), Path.Combine(data.FullName, "master.key"));
        }

        var office = await Office.Open((options ?? (o => o))(new OfficeOptions(connection, data.FullName) { Watch = StatementRecorder.Watch }), clock, default);
        var app = WebApp.Build(office, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        var started = new TestApp(office, app, clock, connection, data);
        if (adoptGangchengRules)
        {
            await started.Adopt("GC21", Jiefang, new DateOnly(2021, 1, 1));
            await started.Adopt("GC21", Gangcheng, new DateOnly(2021, 1, 1));
        }

        return started;
    }

    /// <summary>Number of a court by its name.</summary>
    public int Court(string name) => Office.Files.Courts.ByName(name)!.Number;

    /// <summary>Puts a pack in force for a court, as two administrators did.</summary>
    public async Task Adopt(string pack, string court, DateOnly from)
    {
        var adopted = Office.Law.Now.Packs.Last(p => p.Id == pack);
        await Office.Db.Change(
            "insert into adoption (id, pack, version, hash, court, from_day, reason, proposed_by, proposed_at, confirmed_by, confirmed_at) values ($1, $2, $3, $4, $5, $6, '试验', $7, $8, $9, $8)",
            [Guid.CreateVersion7(Clock.Now), pack, adopted.Version, adopted.Hash, Court(court), from, Guid.CreateVersion7(Clock.Now), Clock.Now.UtcDateTime, Guid.CreateVersion7(Clock.Now)]);
        await Office.Reload(default);
    }

    /// <summary>Loads another version of a pack, as a court has it that chose otherwise; from then on it is the one that <see cref="Adopt"/> puts in force.</summary>
    /// <param name="file">Its path, such as GC21/obligations.yaml.</param>
    public async Task LoadChanged(string pack, string file, string old, string changed)
    {
        var files = Office.Files.Packs.First(p => p.Pack.Id == pack).Files.ToDictionary();
        files[file].ShouldContain(old);
        files[file] = files[file].Replace(old, changed, StringComparison.Ordinal);
        files[$"{pack}/pack.yaml"] = files[$"{pack}/pack.yaml"].Replace("version: 1", "version: 2", StringComparison.Ordinal);
        var read = PackReader.Read(files, Office.Files.Events).Pack.ShouldNotBeNull(pack);
        await Office.Db.Change(
            "insert into pack_version (id, version, hash, files, loaded_at) values ($1, $2, $3, $4::jsonb, $5)",
            [read.Id, read.Version, read.Hash, JsonSerializer.Serialize(files), Clock.Now.UtcDateTime]);
        await Office.Reload(default);
    }

    /// <summary>A person with posts at a court, who can sign in under the name.</summary>
    public async Task<Guid> Person(string user, string name, string court, params string[] posts)
    {
        var id = Guid.CreateVersion7(Clock.Now);
        var number = court.Length == 0 ? 0 : Court(court);
        var account = new Account { Id = id, UserName = user, Court = number, SecurityStamp = user + "-stamp", CreatedAt = Clock.Now.UtcDateTime };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        await Office.Db.Change("insert into staff (court, id, name, unit, posts, active, version) values ($1, $2, $3, $4, $5, true, 1)", [number, id, name, "执行局", posts]);
        await Office.Accounts.Add(account, default);
        return id;
    }

    /// <summary>Signs a person in.</summary>
    public async Task<Session> SignIn(string user)
    {
        var cookies = new CookieContainer();
        var session = new Session(new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) }) { Cookies = cookies };
        var answer = await session.Submit("/sign-in", "/sign-in", ("user", user), ("password", Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return session;
    }

    /// <summary>Someone who has not signed in.</summary>
    public Session Stranger() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Office.DisposeAsync();
        _data.Delete(recursive: true);
    }
}

/// <summary>A browser without scripts: keeps cookies, reads pages, submits forms.</summary>
public sealed class Session(HttpClient client)
{
    public HttpClient Client => client;

    /// <summary>The cookies of the session.</summary>
    public CookieContainer Cookies { get; init; } = new();

    /// <summary>Opens a page that must be there.</summary>
    public async Task<IHtmlDocument> Open(string path)
    {
        using var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await Page(answer);
    }

    /// <summary>Opens a page, fills the form that posts to the action, and sends it.</summary>
    public async Task<HttpResponseMessage> Submit(string path, string action, params (string Name, string Value)[] fields)
    {
        var page = await Open(path);
        return await Submit(page, action, fields);
    }

    /// <summary>Fills a form of a page that is open, and sends it.</summary>
    public async Task<HttpResponseMessage> Submit(IHtmlDocument page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().FirstOrDefault(f => f.GetAttribute("action") == action && string.Equals(f.Method, "post", StringComparison.OrdinalIgnoreCase));
        form.ShouldNotBeNull($"no form posts to {action}");
        var values = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type is "hidden" or "text" or "tel" || (i.Type == "radio" && i.IsChecked))
            .Where(i => !string.IsNullOrEmpty(i.Name)).GroupBy(i => i.Name!).ToDictionary(g => g.Key, g => g.First().Value);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        using var content = new FormUrlEncodedContent(values);
        return await client.PostAsync(action, content);
    }

    /// <summary>The page of an answer.</summary>
    public static async Task<IHtmlDocument> Page(HttpResponseMessage answer)
    {
        var context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)await context.OpenAsync(async request => request.Content(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Posts JSON.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> PostJson(string path, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>Gets JSON.</summary>
    public async Task<JsonElement> GetJson(string path) => JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync(path));
}
