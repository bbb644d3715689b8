using System.Net;
using System.Net.Http.Headers;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Ledger;

/// <summary>The office's own ledger comes in at the page: previewed, whole, once.</summary>
public sealed class ImportTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "JZ21-A1 accepted")]
    public async Task The_sample_ledger_is_previewed_then_comes_in_whole_and_a_second_time_adds_nothing()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Head(app);
        var preview = await Ledgers.Upload(head, Ledgers.Sample);
        preview.StatusCode.ShouldBe(HttpStatusCode.OK, await preview.Content.ReadAsStringAsync());
        var page = await Session.Page(preview);
        page.Body!.TextContent.ShouldContain("确认导入这 552 行");
        (await Count(app, "contact")).ShouldBe(0, "nothing is written before it is confirmed");

        var confirmed = await head.Submit(page, "/import/confirmation");
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK, await confirmed.Content.ReadAsStringAsync());
        (await Session.Page(confirmed)).Body!.TextContent.ShouldContain("导入完成：552 次来访");
        (await Count(app, "contact")).ShouldBe(552);
        (await Count(app, "import_row where state = 'waiting'")).ShouldBe(23);
        var petitions = await Count(app, "petition");
        petitions.ShouldBe(Ledgers.Groups);
        (await Count(app, "petition where contacts > 1")).ShouldBeGreaterThan(0);
        var events = await Count(app, "event");

        var again = await Session.Page(await Ledgers.Upload(head, Ledgers.Sample));
        again.Body!.TextContent.ShouldContain("575 行此前已导入");
        (await head.Submit(again, "/import/confirmation")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Count(app, "event")).ShouldBe(events);
        (await Count(app, "import_batch")).ShouldBe(1);
    }

    [Fact]
    public async Task Every_ok_row_is_a_contact_of_its_day_and_repeat_as_the_expected_file_says()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        await Ledgers.Import(await Head(app), Ledgers.Sample);
        var expected = Ledgers.Expected.Where(row => row.Outcome == "ok").Select(row => $"{row.CaseNumber} {row.VisitedOn}").Order(StringComparer.Ordinal);
        var stored = await app.Office.Db.Maintenance<string>("select case_number || ' ' || received_on from contact", []);
        stored.Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    [Fact]
    [Trait("Clause", "JZ21-A1 refused")]
    public async Task Who_is_not_the_head_of_the_petition_unit_is_refused()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        await app.Person("clerk", "时海宁", TestApp.Jiaozuo, "receptionist");
        var clerk = await app.SignIn("clerk");
        using var page = await clerk.Client.GetAsync("/import");
        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var sent = await clerk.Client.PostAsync("/api/imports", Ledgers.Body(Ledgers.Sample));
        sent.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await sent.Content.ReadAsStringAsync()).ShouldContain("信访机构负责人");
        (await Count(app, "contact")).ShouldBe(0);
    }

    [Fact]
    public async Task A_resolved_history_opens_nothing_and_an_unresolved_one_is_never_late_before_its_import()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        await app.Adopt("GC21", TestApp.Jiaozuo, new DateOnly(2018, 1, 1));
        await Ledgers.Import(await Head(app), Ledgers.Sample);
        (await Count(app, "obligation o join petition p on p.home = o.home and p.id = o.stream where p.stage = 'resolved-before'")).ShouldBe(0);
        (await Count(app, "obligation where state = 'open'")).ShouldBeGreaterThan(0);
        (await Count(app, "obligation where due < '2021-03-22' and counts_from is distinct from '2021-03-22'")).ShouldBe(0);
        (await Count(app, "petition where stage = 'registered' and next_due is null")).ShouldBe(0);
    }

    [Fact]
    public async Task What_follows_from_an_imported_history_is_not_late_before_its_import_either_and_is_told_from_the_day_after()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        await app.Adopt("GC21", TestApp.Jiaozuo, new DateOnly(2018, 1, 1));
        await Ledgers.Import(await Head(app), Ledgers.Sample);

        (await app.Office.Deadlines.Run(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        await app.Office.Digests.Run(TestContext.Current.CancellationToken);
        (await Count(app, "outbox where topic <> 'digest' or body like '%\"broke\":true%'")).ShouldBe(0, "an import brings the past, which is no news");
        (await Count(app, "obligation where kind = 'reply' and due < '2021-03-22'")).ShouldBeGreaterThan(0);
        (await Count(app, "obligation where due < '2021-03-22' and counts_from is distinct from '2021-03-22'")).ShouldBe(0);
        (await Count(app, "petition where overdue_after < '2021-03-22'")).ShouldBe(0);
        app.Clock.Now = TestClock.Noon("2021-03-23");
        (await app.Office.Digests.Run(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        (await Count(app, "outbox where body like '%\"broke\":true%'")).ShouldBeGreaterThan(0);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Theory]
    [InlineData("empty.xlsx", "", "文件是空的")]
    [InlineData("picture.xlsx", "\u0089PNG not a workbook", "不是 Excel 工作簿")]
    [InlineData("old.xlsx", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "旧版 .xls")]
    public async Task A_file_that_is_no_ledger_is_refused_with_its_remedy(string name, string content, string text)
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var answer = await Ledgers.Upload(await Head(app), System.Text.Encoding.Latin1.GetBytes(content), name);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Session.Page(answer)).Body!.TextContent.ShouldContain(text);
        Directory.Exists(app.Office.DataDirectory + "/uploads").ShouldBeTrue();
        Directory.GetFiles(app.Office.DataDirectory + "/uploads", "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_beyond_twenty_megabytes_is_413()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var answer = await Ledgers.Upload(await Head(app), new byte[(20 << 20) + 1], "big.xlsx");
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Session.Page(answer)).Body!.TextContent.ShouldContain("20 MB");
    }

    [Theory]
    [InlineData(false, (20 << 20) + 1)]
    [InlineData(true, (20 << 20) + 1)]
    [InlineData(true, 22 << 20)]
    public async Task The_api_refuses_a_file_beyond_twenty_megabytes_too_and_keeps_nothing_of_it(bool isChunked, int size)
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports") { Content = Ledgers.Body(new byte[size]) };
        request.Headers.TransferEncodingChunked = isChunked;
        using var answer = await (await Head(app)).Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var uploads = new DirectoryInfo(app.Office.DataDirectory + "/uploads");
        (uploads.Exists ? uploads.GetFiles("*", SearchOption.AllDirectories) : []).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ledger_of_another_court_is_refused_unless_the_own_court_is_chosen()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        await app.Person("other", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var answer = await Ledgers.Upload(await app.SignIn("other"), Ledgers.Sample);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Session.Page(answer)).Body!.TextContent.ShouldContain("标题行写明这是河南省焦作市中级人民法院的台账");
    }

    [Fact]
    public async Task The_preview_of_one_person_cannot_be_confirmed_by_another()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var page = await Session.Page(await Ledgers.Upload(await Head(app), Ledgers.Sample));
        await app.Person("second", "邢二梁", TestApp.Jiaozuo, "petition-unit-head");
        var second = await app.SignIn("second");
        var token = page.QuerySelector("input[name=batch]")!.GetAttribute("value")!;
        var own = await Session.Page(await Ledgers.Upload(second, Ledgers.Sample));
        (await second.Submit(own, "/import/confirmation", ("batch", token))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Count(app, "contact")).ShouldBe(0);
    }

    [Fact]
    public async Task Imported_streams_are_chained_as_the_acts_chain_them()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        await Ledgers.Import(await Head(app), Ledgers.Sample);
        var rows = await app.Office.Db.Maintenance<Zhixin.Database.History.EventRow>(
            "select home, stream, version, type, schema, body, occurred_on, recorded_at, actor, on_behalf_of, actor_court, act, caused_by, origin, hash_alg, prev_hash, hash from event order by stream, version", []);
        var previous = new byte[32];
        foreach (var row in rows)
        {
            var envelope = row.Envelope();
            previous = row.Version == 1 ? new byte[32] : previous;
            row.PrevHash.ShouldBe(previous);
            envelope.Hash().ShouldBe(row.Hash);
            previous = row.Hash;
        }

        (await Count(app, "stream s where hash <> (select hash from event e where e.home = s.home and e.stream = s.stream and e.version = s.version)")).ShouldBe(0);
        (await Count(app, "event where origin <> 'import' or act <> 'import'")).ShouldBe(0);
    }

    private static async Task<Session> Head(TestApp app)
    {
        await app.Person("head", "魏书勤", TestApp.Jiaozuo, "petition-unit-head");
        return await app.SignIn("head");
    }

    private static async Task<long> Count(TestApp app, string what) => (await app.Office.Db.Maintenance<long>($"select count(*) from {what}", [])).Single();
}

/// <summary>Ledgers for the tests, and how a person sends them.</summary>
internal static class Ledgers
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data", "ledger");

    public static byte[] Sample => File.ReadAllBytes(SamplePath);

    public static string SamplePath => Path.Combine(Folder, "jiaozuo-ledger.xlsx");

    public static IReadOnlyList<(string Row, string Outcome, string Reason, string CaseNumber, string VisitedOn)> Expected =>
    [
        .. File.ReadLines(Path.Combine(Folder, "jiaozuo-ledger-expected.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => (cells[0], cells[1], cells[2], cells[3], cells[4])),
    ];

    /// <summary>The petitions that the good rows of the sample make.</summary>
    public static int Groups
    {
        get
        {
            using var file = new MemoryStream(Sample);
            var courts = Zhixin.Courts.CourtDirectory.Parse("directory.csv", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "courts", "directory.csv")));
            var (ledger, _) = Zhixin.Web.Ledger.LedgerReading.Read(file, courts, null, new DateOnly(2021, 3, 22), Path.GetTempPath());
            using var read = ledger;
            return Zhixin.Ledger.LedgerGroups.Of(ledger!.Rows.Rows.Select(row => row.Verdict).OfType<Zhixin.Ledger.RowVerdict.Ok>().Select(ok => ok.Entry)).Count;
        }
    }

    public static ByteArrayContent Body(byte[] file)
    {
        var body = new ByteArrayContent(file);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return body;
    }

    public static async Task<HttpResponseMessage> Upload(Session session, byte[] file, string name = "焦作台账.xlsx", string court = "")
    {
        var page = await session.Open("/import");
        var token = page.QuerySelector("form[action='/import'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(court), "court" }, { Body(file), "file", name } };
        return await session.Client.PostAsync("/import", form);
    }

    public static async Task Import(Session session, byte[] file)
    {
        using var answer = await session.Client.PostAsync("/api/imports?fileName=ledger.xlsx", Body(file));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }
}
