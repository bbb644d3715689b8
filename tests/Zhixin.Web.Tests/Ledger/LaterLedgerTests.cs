using System.Net;
using System.Text.Json;
using Zhixin.Database.Tests.Ledger;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Ledger;

/// <summary>The next ledger of the same office: rows that are known, completed, new; two imports and two corrections at once.</summary>
public sealed class LaterLedgerTests(WebDatabase database)
{
    private static readonly object?[] Header = ["序号", "责任单位", "信访人", "联系电话", "信访形式", "信访地点", "信访日期", "执行案号", "案件类别", "事由", "是否化解", "化解日期", "备注"];

    [Fact]
    public async Task A_later_file_completes_a_known_contact_and_adds_only_what_is_new()
    {
        await using var app = await Start();
        var head = await Head(app);
        (await Import(head, Row("解放法院", "（2019）豫0802执1号", "否", null, null))).ShouldBe((1, 1, 0, 0, 0));
        (await Import(head, Row("解放法院", "（2019）豫0802执1号", "是", "2021-03-20", "已和解"), Row("解放法院", "（2019）豫0802执2号", "否", null, null)))
            .ShouldBe((1, 1, 0, 1, 0));

        (await One<string>(app, "select string_agg(stage, ',' order by case_number) from petition")).ShouldBe("resolved-before,registered");
        (await One<long>(app, "select count(*) from contact")).ShouldBe(2);
        (await One<long>(app, "select count(*) from obligation o join petition p on p.id = o.stream where p.stage = 'resolved-before' and o.state = 'open'")).ShouldBe(0);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_later_file_tells_the_reception_log_what_became_of_a_matter_that_was_booked()
    {
        await using var app = await Start();
        var head = await Head(app);
        await Import(head, Row("解放法院", "（2019）豫0802执1号", "否", null, null));
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var clerk = await app.SignIn("clerk");
        var (home, id) = (await One<int>(app, "select home from petition"), await One<Guid>(app, "select id from petition"));
        var staff = await One<Guid>(app, "select id from staff where name = '时海宁'");
        var booked = await clerk.PostJson($"/api/petitions/{home}/{id}/appointment", new
        {
            fields = new { receiver = staff.ToString(), day = "2026-02-13", from = "09:30", minutes = "30", room = "第一接待室", agreedWith = "李法官" },
        });
        booked.Status.ShouldBe(HttpStatusCode.OK, booked.Body.ToString());
        home.ShouldNotBe(app.Court(TestApp.Jiefang), "the book is of the court that receives, the petition of the one that imported it");
        (await clerk.GetJson("/api/reception?day=2026-02-13")).GetProperty("lines").GetArrayLength().ShouldBe(1);

        await Import(head, Row("解放法院", "（2019）豫0802执1号", "是", "2021-03-20", "已和解"));
        (await One<string>(app, "select state from appointment")).ShouldBe((await One<string>(app, "select phase from petition")) == "open" ? "booked" : "lapsed");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_later_visit_of_the_same_petitioner_and_case_joins_the_petition_as_a_repeat()
    {
        await using var app = await Start();
        var head = await Head(app);
        await Import(head, Row("解放法院", "（2019）豫0802执1号", "否", null, null));
        var later = Row("解放法院", "（2019）豫0802执1号", "否", null, null);
        later[6] = "2021-03-19";
        (await Import(head, later)).ShouldBe((1, 0, 1, 0, 0));
        (await One<int>(app, "select contacts from petition")).ShouldBe(2);
        (await One<long>(app, "select count(*) from event where type = 'petition.contact-joined' and body::jsonb->>'first' = 'false'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_cause_of_the_pack_becomes_its_code_and_any_other_word_is_kept_and_flagged()
    {
        await using var app = await Start();
        var head = await Head(app);
        await Import(
            head, Row("解放法院", "（2019）豫0802执1号", "否", null, null, cause: "2、消极执行", type: "执行实施类案件".Replace("案件", "", StringComparison.Ordinal)),
            Row("解放法院", "（2019）豫0802执2号", "否", null, "两次来电", cause: "邻里纠纷", type: "买卖合同"));

        (await One<string>(app, "select cause from petition where case_number like '%执1号'")).ShouldBe("2");
        (await One<bool>(app, "select 'cause-unrecognised' = any(flags) from contact where case_number like '%执1号'")).ShouldBeFalse();
        (await One<bool>(app, "select cause is null from petition where case_number like '%执2号'")).ShouldBeTrue();
        (await One<bool>(app, "select 'cause-unrecognised' = any(flags) from contact where case_number like '%执2号'")).ShouldBeTrue();
        (await One<string>(app, "select body::jsonb->>'remarks' from event e join petition p on p.id = e.stream where e.type = 'petition.history-imported' and p.case_number like '%执2号'"))
            .ShouldBe("受理事由：邻里纠纷；案件类别：买卖合同；两次来电");
    }

    [Fact]
    public async Task A_corrected_row_settles_the_rejected_one_and_the_history_says_by_which_file()
    {
        await using var app = await Start();
        var head = await Head(app);
        (await Import(head, Row("无此法院", "（2019）豫0802执1号", "否", null, null))).ShouldBe((0, 0, 0, 0, 1));
        (await Import(head, Row("解放法院", "（2019）豫0802执1号", "否", null, null))).ShouldBe((1, 1, 0, 0, 0));

        (await One<long>(app, "select count(*) from import_row where state = 'waiting'")).ShouldBe(0);
        (await One<bool>(
            app, "select r.contact = c.id and r.settled_row = 1 and r.settled_batch = b.id from import_row r, contact c, import_batch b where r.state = 'corrected' and b.ok = 1")).ShouldBeTrue();
        (await head.Open("/corrections/settled")).Body!.TextContent.ShouldContain("第 1 行改正");
        using var twin = await head.Client.GetAsync("/api/imports/settled");
        (await twin.Content.ReadAsStringAsync()).ShouldContain("corrected");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_row_that_is_wrong_again_waits_in_the_place_of_the_first_and_another_visit_settles_nothing()
    {
        await using var app = await Start();
        var head = await Head(app);
        await Import(head, Row("无此法院", "（2019）豫0802执1号", "否", null, null));
        (await Import(head, Row("也无此法院", "（2019）豫0802执1号", "否", null, null))).ShouldBe((0, 0, 0, 0, 1));
        (await One<string>(app, "select string_agg(state, ',' order by state) from import_row")).ShouldBe("corrected,waiting");

        (await Import(head, Row("解放法院", "（2019）豫0802执1号", "否", null, null, visited: "2021-03-19"))).ShouldBe((1, 1, 0, 0, 0));
        (await One<long>(app, "select count(*) from import_row where state = 'waiting'")).ShouldBe(1, "the visit of the 18th has not come in");
    }

    [Fact]
    public async Task Two_rows_that_could_answer_settle_nothing()
    {
        await using var app = await Start();
        var head = await Head(app);
        await Import(head, Row("无此法院", "（2019）豫0802执1号", "否", null, null));
        await Import(head, Row("解放法院", "（2019）豫0802执1号", "否", null, "甲"), Row("解放法院", "（2019）豫0802执1号", "否", null, "乙"));
        (await One<long>(app, "select count(*) from import_row where state = 'waiting'")).ShouldBe(1);
    }

    [Fact]
    public async Task Rows_of_one_petition_that_lie_far_apart_in_a_long_file_come_together()
    {
        await using var app = await Start();
        var head = await Head(app);
        var rows = Enumerable.Range(1, 1000).Select(n => Row("解放法院", $"（2019）豫0802执{n % 400}号", "否", null, null, visited: $"2021-03-{1 + (n / 400):00}")).ToArray();
        (rows[399][7], rows[399][6]) = ("（2019）豫0802执7号", "2021-03-10");
        (rows[799][7], rows[799][6]) = ("（2019）豫0802执7号", "2021-03-11");
        rows[500][1] = "无此法院";
        (await Import(head, rows)).ShouldBe((999, 399, 0, 0, 1));
        (await One<int>(app, "select contacts from petition where case_number = '（2019）豫0802执7号'")).ShouldBe(5);
        (await One<long>(app, "select count(*) from import_row where state = 'done' and contact in (select id from contact)")).ShouldBe(999);
        (await One<string>(app, "select min(number) || ' ' || max(number) from contact")).ShouldContain("件0999");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_file_sent_by_two_persons_at_once_comes_in_once()
    {
        await using var app = await Start();
        var (one, two) = (await Head(app), await Head(app, "second"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => (n % 2 == 0 ? one : two).Client.PostAsync("/api/imports", Ledgers.Body(Ledgers.Sample))));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await One<long>(app, "select count(*) from contact")).ShouldBe(552);
        (await One<long>(app, "select count(*) from import_batch")).ShouldBe(1);
        (await One<long>(app, "select count(*) from import_row")).ShouldBe(575);
        (await One<long>(app, "select count(*) from petition")).ShouldBe(Ledgers.Groups);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task One_of_two_persons_registers_a_waiting_row_and_the_other_is_told_so()
    {
        await using var app = await Start();
        var (one, two) = (await Head(app), await Head(app, "second"));
        await Import(one, Row("无此法院", "（2019）豫0802执1号", "否", null, null));
        var address = (await one.Open("/corrections")).QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(href => href.EndsWith("/registration", StringComparison.Ordinal));
        var pages = new[] { await one.Open(address), await two.Open(address) };

        var answers = await Task.WhenAll(
            one.Submit(pages[0], "/contacts", ("intent", "register"), ("separate", "true")), two.Submit(pages[1], "/contacts", ("intent", "register"), ("separate", "true")));

        (await One<long>(app, "select count(*) from contact")).ShouldBe(1);
        answers.Select(answer => answer.StatusCode).Count(status => status == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Single(answer => answer.StatusCode != HttpStatusCode.Redirect).StatusCode.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_bulk_path_leaves_the_rows_that_the_desk_leaves()
    {
        await using var app = await Start();
        var head = await Head(app);
        await Import(head, Row("中院", "（2019）豫08执1号", "否", null, null, cause: "消极执行", visited: "2021-03-22"));
        var (status, body) = await head.PostJson("/api/contacts", new
        {
            form = new
            {
                petitioners = new[] { new { name = "赵一", phone = "19900000001" } }, caseNumber = "（2019）豫08执1号", summary = (string?)null, cause = "2", channel = "visit",
                venue = "beijing", people = "1", receivedAt = "2021-03-22",
            },
            separate = true,
        });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());

        foreach (var (table, columns) in Compared)
        {
            var rows = await app.Office.Db.Maintenance<string>($"select {columns} from {table}", []);
            rows.Count.ShouldBeGreaterThan(1, table);
            rows.GroupBy(row => row).ShouldAllBe(same => same.Count() % 2 == 0, $"{table}: {string.Join('\n', rows)}");
        }
    }

    /// <summary>What both ways write; left out are ids, numbers, times, and what only a ledger says.</summary>
    private static readonly (string Table, string Columns)[] Compared =
    [
        ("contact", "concat_ws('|', home, version, channel, venue, received_on, people, cardinality(petitioners), summary, request, case_number, flags::text, petition_home, voided, accused::text, high, mid, basic, words::text, seen_by::text)"),
        ("petition", "concat_ws('|', home, stage, responsible, responsible_unit, high, mid, basic, registering, case_number, cardinality(petitioners), cardinality(parties), summary, priority, handler, contacts, people, level_skip, group_visit, channel, venue, class, cause, first_received_on, last_received_on, seen_by::text)"),
        ("obligation where state = 'open'", "concat_ws('|', home, no, kind, name, slot, clause, pack, pack_version, court, high, mid, basic, unit, person, trigger_on, due, provisional, warn_only, state, seen_by::text)"),
        ("match_key where kind <> 6", "concat_ws('|', home, kind, key)"),
        ("sight s join stream t on t.home = s.home and t.stream = s.stream", "concat_ws('|', s.home, t.kind, s.court, s.ground, s.until)"),
        ("person", "concat_ws('|', home, kind, key_id, seen_by::text)"),
        ("stream where kind <> 'petition'", "concat_ws('|', home, kind, version, seen_by::text)"),
    ];

    private async Task<TestApp> Start()
    {
        var app = await TestApp.Start(database, "2021-03-22");
        await app.Adopt("GC21", TestApp.Jiaozuo, new DateOnly(2018, 1, 1));
        return app;
    }

    private static async Task<Session> Head(TestApp app, string user = "head")
    {
        await app.Person(user, "魏书勤" + user, TestApp.Jiaozuo, "petition-unit-head");
        return await app.SignIn(user);
    }

    private static object?[] Row(
        string unit, string caseNumber, string resolved, string? resolvedOn, string? remarks, string? cause = null, string? type = null, string visited = "2021-03-18") =>
        [1, unit, "赵一", "19900000001", "来访", "进京", visited, caseNumber, type, cause, resolved, resolvedOn, remarks];

    /// <summary>Imports rows; what came of it: contacts, petitions, joined, completed, rejected.</summary>
    private static async Task<(int Contacts, int Petitions, int Joined, int Completed, int Rejected)> Import(Session session, params object?[][] rows)
    {
        using var file = new TestWorkbook().Sheet("台账", [["填报单位：焦作市中级人民法院"], Header, .. rows]).Build();
        using var answer = await session.Client.PostAsync("/api/imports", Ledgers.Body(file.ToArray()));
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        var body = JsonSerializer.Deserialize<JsonElement>(text);
        int Number(string name) => body.GetProperty(name).GetInt32();
        return (Number("contacts"), Number("petitions"), Number("joined"), Number("completed"), Number("rejected"));
    }

    private static async Task<T> One<T>(TestApp app, string sql) => (await app.Office.Db.Maintenance<T>(sql, [])).Single();
}
