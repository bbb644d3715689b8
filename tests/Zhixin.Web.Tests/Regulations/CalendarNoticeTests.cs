using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Regulations;

/// <summary>A year's notice is loaded by two administrators, and open dates move with it.</summary>
public sealed class CalendarNoticeTests(WebDatabase database)
{
    private const string Notice = """
        year: 2027
        notice: 国办发明电〔2026〕7号
        off:
          - {name: 元旦, days: [2027-01-01, 2027-01-02, 2027-01-03]}
          - {name: 春节, days: [2027-02-05, 2027-02-06, 2027-02-07, 2027-02-08, 2027-02-09, 2027-02-10, 2027-02-11]}
        work:
          - {name: 春节, days: [2027-01-30, 2027-02-20]}
        """;

    /// <summary>A year whose first days are off beyond what is usual.</summary>
    private const string Late = """
        year: 2027
        notice: 国办发明电〔2026〕7号
        off:
          - {name: 元旦, days: [2027-01-01, 2027-01-02, 2027-01-03, 2027-01-04, 2027-01-05]}
          - {name: 春节, days: [2027-02-05, 2027-02-06, 2027-02-07, 2027-02-08, 2027-02-09, 2027-02-10, 2027-02-11]}
        work:
          - {name: 春节, days: [2027-01-30, 2027-02-20]}
        """;

    [Fact]
    public async Task A_loaded_year_moves_open_dates_by_an_event_and_the_provisional_mark_goes()
    {
        await using var app = await TestApp.Start(database, day: "2026-12-10");
        await app.Person("ge", "葛松年", "", "system-administrator");
        await app.Person("wei", "魏书勤", "", "security-administrator");
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var handler = await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        var (first, second, head, him) = (await app.SignIn("ge"), await app.SignIn("wei"), await app.SignIn("head"), await app.SignIn("handler"));
        var petition = await AdoptionTests.Register(await app.SignIn("clerk"), "佟桂兰");
        (await head.Submit(petition, petition + "/assignment", ("handler", handler.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await him.Submit(petition, petition + "/acknowledgement")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var before = await Reply(him, petition);
        before.Provisional.ShouldBeTrue();

        var (created, notice) = await first.PostJson("/api/calendar/notices", new { text = Notice, reason = "国办通知" });
        created.ShouldBe(HttpStatusCode.Created, notice.ToString());
        var address = "/api/calendar/notices/" + notice.GetProperty("id").GetString();
        (await Reply(him, petition)).ShouldBe(before);
        (await second.GetJson(address + "/preview")).GetProperty("moved").GetInt32().ShouldBe(1);
        (await first.PostJson(address + "/confirmation", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
        var (confirmed, effect) = await second.PostJson(address + "/confirmation", new { });

        confirmed.ShouldBe(HttpStatusCode.OK, effect.ToString());
        effect.GetProperty("effect").GetProperty("settled").GetInt32().ShouldBe(1);
        var after = await Reply(him, petition);
        after.Provisional.ShouldBeFalse();
        after.Due.ShouldNotBe(before.Due);
        after.Due.ShouldBe(Counted(app, 40, new DateOnly(2026, 12, 10)));
        (await him.Open(petition)).Body!.TextContent.ShouldContain(after.Due);
        (await second.PostJson(address + "/confirmation", new { })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await him.GetJson("/api/calendar/2027")).GetProperty("provisional").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_loaded_year_also_moves_the_dates_of_supervisions_and_platform_items()
    {
        await using var app = await TestApp.Start(database, day: "2026-12-28");
        await app.Person("ge", "葛松年", "", "system-administrator");
        await app.Person("wei", "魏书勤", "", "security-administrator");
        var supervised = await Supervisions.Supervised.Opened(app);
        var (first, second) = (await app.SignIn("ge"), await app.SignIn("wei"));
        var before = Dates(await supervised.Now(), provisional: true);
        before.ShouldNotBeEmpty("a clock reaches into the year without notice");

        var (_, notice) = await first.PostJson("/api/calendar/notices", new { text = Late, reason = "国办通知" });
        var address = "/api/calendar/notices/" + notice.GetProperty("id").GetString();
        (await second.GetJson(address + "/preview")).GetProperty("moved").GetInt32().ShouldBe(before.Count);
        (await second.PostJson(address + "/confirmation", new { })).Status.ShouldBe(HttpStatusCode.OK);

        var now = await supervised.Now();
        Dates(now, provisional: true).ShouldBeEmpty();
        Dates(now, provisional: false).ShouldContain("2027-01-06", "the fifth day, 2 January, is now within a longer holiday: the day after it counts");
        (await Zhixin.Web.Tests.History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_loaded_year_moves_the_last_day_of_a_right_where_the_matter_owes_nothing_that_has_a_date()
    {
        await using var app = await TestApp.Start(database, day: "2026-12-24");
        await app.Person("ge", "葛松年", "", "system-administrator");
        await app.Person("wei", "魏书勤", "", "security-administrator");
        var thread = await Petitions.Thread.Of(app);
        await thread.Done(thread.Head, "earlier-ruling", new
        {
            kind = "objection", objection = "act", number = "（2026）豫0802执异9号", ruledOn = "2026-12-23", servedOn = "2026-12-24", outcome = "rejected", document = "卷宗第 9 页",
        });
        Petitions.Thread.Owed(await thread.Petition(), "reconsideration-window").GetProperty("due").GetString().ShouldBe("2027-01-04", "the third is a Sunday");
        await History.Matter.Tamper(app, "update obligation set state = 'ended' where state = 'open'");

        var (first, second) = (await app.SignIn("ge"), await app.SignIn("wei"));
        var (_, notice) = await first.PostJson("/api/calendar/notices", new { text = Late, reason = "国办通知" });
        (await second.PostJson("/api/calendar/notices/" + notice.GetProperty("id").GetString() + "/confirmation", new { })).Status.ShouldBe(HttpStatusCode.OK);
        Petitions.Thread.Owed(await thread.Petition(), "reconsideration-window").GetProperty("due").GetString().ShouldBe("2027-01-06");
    }

    /// <summary>The dates of a supervision's open obligations.</summary>
    private static List<string> Dates(System.Text.Json.JsonElement supervision, bool provisional) =>
    [
        .. supervision.GetProperty("obligations").EnumerateArray()
            .Where(o => o.GetProperty("isOpen").GetBoolean() && o.GetProperty("due").GetString() is not null && o.GetProperty("provisional").GetBoolean() == provisional)
            .Select(o => o.GetProperty("due").GetString()!),
    ];

    [Fact]
    public async Task A_wrong_file_is_told_with_its_line_at_the_page_and_stays_typed()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("ge", "葛松年", "", "system-administrator");
        var first = await app.SignIn("ge");

        var answer = await first.Submit("/calendar", "/calendar/notices", ("text", "year: 2027\nnotice: a\noff: []\nwork: [{name: 春节, days: [2028-01-01]}]"), ("reason", "国办通知"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Session.Page(answer);
        page.Body!.TextContent.ShouldContain("文件 notice.yaml 第 4 行有误");
        page.QuerySelector("textarea[name=text]")!.OuterHtml.ShouldContain("2028-01-01");
        (await first.GetJson("/api/calendar/notices")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Staff_see_the_year_and_may_not_load()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var head = await app.SignIn("head");

        var page = await head.Open("/calendar/2026");
        page.Body!.TextContent.ShouldContain("02-15 至 02-23 放假；02-14（周六）上班");
        page.QuerySelector("form[action='/calendar/notices']").ShouldBeNull();
        (await head.PostJson("/api/calendar/notices", new { text = Notice, reason = "国办通知" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await head.Client.GetAsync("/calendar/2003")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await head.Client.GetAsync("/calendar/2100")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Counted(TestApp app, int workdays, DateOnly from)
    {
        var day = from;
        while (workdays > 0)
        {
            day = day.AddDays(1);
            workdays -= app.Office.Law.Now.Calendar.IsWorkday(day) ? 1 : 0;
        }

        return day.ToString("yyyy-MM-dd");
    }

    private static async Task<(string Due, bool Provisional)> Reply(Session session, string petition)
    {
        var reply = (await session.GetJson("/api" + petition)).GetProperty("obligations").EnumerateArray().Single(o => o.GetProperty("kind").GetString() == "reply");
        return (reply.GetProperty("due").GetString()!, reply.GetProperty("provisional").GetBoolean());
    }
}
