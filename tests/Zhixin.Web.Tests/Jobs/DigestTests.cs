using System.Text.Json;
using Zhixin.Web.Hosting;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Jobs;

/// <summary>Received on Thursday 2026-02-12: two days, rolled over the Spring Festival to 2026-02-14, a make-up Saturday. Work begins again on 2026-02-24.</summary>
public sealed class DigestTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public async Task A_clock_is_told_of_when_it_is_amber_and_when_it_broke_each_once_whatever_the_rest_days_between()
    {
        await using var app = await Registered();
        (await Digests(app, "2026-02-12T09:00:00")).ShouldBe(1);
        (await Told(app)).Select(Counts).ShouldBe([(0, 1)], "two working days are left, so the unit head's people are told");
        (await Digests(app, "2026-02-12T17:59:00")).ShouldBe(0, "once a day");
        (await Digests(app, "2026-02-13T09:00:00")).ShouldBe(0, "it was told of yesterday");
        (await Digests(app, "2026-02-14T09:00:00")).ShouldBe(0);
        (await Digests(app, "2026-02-15T12:00:00")).ShouldBe(0, "the first day of the festival");
        (await Digests(app, "2026-02-24T08:59:59")).ShouldBe(0, "before working hours");
        (await Digests(app, "2026-02-24T09:00:00")).ShouldBe(1);
        (await Told(app)).Select(Counts).ShouldBe([(0, 1), (1, 0)]);
        (await Digests(app, "2026-02-25T09:00:00")).ShouldBe(0, "a breach is told once");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_make_up_Saturday_is_a_working_day_a_plain_one_is_not()
    {
        await using var app = await Registered();
        (await Digests(app, "2026-02-14T10:00:00")).ShouldBe(1);
        await using var plain = await Registered();
        (await Digests(plain, "2026-03-07T10:00:00")).ShouldBe(0);
        (await Digests(plain, "2026-03-06T18:00:00")).ShouldBe(0, "the working day is over");
    }

    [Fact]
    public async Task Two_nodes_tell_once()
    {
        await using var app = await Registered();
        app.Clock.Now = TestClock.Noon("2026-02-24");
        await using var other = await Office.Open(new OfficeOptions(app.Connection, app.DataDirectory), app.Clock, Stop);

        await Task.WhenAll(app.Office.Digests.Run(Stop), other.Digests.Run(Stop), app.Office.Digests.Run(Stop), other.Digests.Run(Stop));

        (await Told(app)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_posts_of_the_rule_are_told_in_working_hours_without_content_of_the_case()
    {
        await using var app = await Registered();
        await Digests(app, "2026-02-24T12:00:00");

        var told = (await Told(app)).Single();
        told.Addressee.ShouldBe((await app.Office.Db.Maintenance<Guid>("select id from staff where name = '邢国梁'", [], Stop)).Single().ToString());
        foreach (var content in new[] { "佟桂兰", "执1234", "账户" })
        {
            told.Body.ShouldNotContain(content);
        }

        var clock = JsonSerializer.Deserialize<JsonElement>(told.Body).GetProperty("clocks")[0];
        (clock.GetProperty("clause").GetString(), clock.GetProperty("due").GetString(), clock.GetProperty("broke").GetBoolean()).ShouldBe(("GC21-13", "2026-02-14", true));
    }

    [Fact]
    public async Task Where_nobody_holds_the_post_the_unit_is_told_never_nobody()
    {
        await using var app = await Registered(head: false);
        await Digests(app, "2026-02-24T12:00:00");
        (await Told(app)).Select(n => n.Addressee).ShouldBe(["unit"]);
        await app.Person("officer", "韦专员", TestApp.Jiefang, "petition-officer");
        (await (await app.SignIn("officer")).GetJson("/api/messages")).GetProperty("messages").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_accused_head_is_not_told_of_the_matter_and_the_unit_is()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var head = await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var receipt = await (await app.SignIn("clerk")).PostJson("/api/contacts", new { form = new { caseNumber = "（2025）豫0802执1234号", summary = "要求处置", accused = new[] { head }, petitioners = new[] { new { name = "佟桂兰" } } } });
        receipt.Status.ShouldBe(System.Net.HttpStatusCode.Created, receipt.Body.ToString());
        await Digests(app, "2026-02-24T12:00:00");
        (await Told(app)).Select(n => n.Addressee).ShouldBe(["unit"]);
        (await (await app.SignIn("head")).GetJson("/api/messages")).GetProperty("messages").EnumerateArray().SelectMany(m => m.GetProperty("clocks").EnumerateArray()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Weeks_in_which_nothing_ran_are_made_up_for_by_one_digest()
    {
        await using var app = await Registered();
        await Digests(app, "2026-02-12T12:00:00");
        (await Digests(app, "2026-06-15T12:00:00")).ShouldBe(1);
        (await Told(app)).Select(Counts).Last().ShouldBe((1, 0));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<int> Digests(TestApp app, string at)
    {
        app.Clock.Now = new DateTimeOffset(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
        return app.Office.Digests.Run(Stop);
    }

    private async Task<TestApp> Registered(bool head = true)
    {
        var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        if (head)
        {
            await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        }

        await Matter.Register(await app.SignIn("clerk"), "佟桂兰");
        return app;
    }

    private static (int, int) Counts(ToldRow row)
    {
        var body = JsonSerializer.Deserialize<JsonElement>(row.Body);
        return (body.GetProperty("overdue").GetInt32(), body.GetProperty("soon").GetInt32());
    }

    private static Task<List<ToldRow>> Told(TestApp app) =>
        app.Office.Db.Maintenance<ToldRow>("select addressee, body from outbox where topic = 'digest' order by not_before, id", [], Stop);

    private sealed record ToldRow
    {
        public required string Addressee { get; init; }

        public required string Body { get; init; }
    }
}
