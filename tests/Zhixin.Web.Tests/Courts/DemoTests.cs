using Zhixin.Database.Setup;
using Zhixin.Intake;
using Zhixin.Web.Access;
using Zhixin.Web.CommandLine;
using Zhixin.Web.Demo;
using Zhixin.Web.Hosting;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Courts;

/// <summary>What the demo writes, and where it refuses.</summary>
public sealed class DemoTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_has_people_of_every_court_and_work_that_is_overdue_soon_and_later()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        var demo = Demo(app.Office);
        (await demo.IsEmpty(Stop)).ShouldBeTrue();
        var made = await demo.Fill(() => OneTimePasswords.SignIn(TestApp.Password, mustChange: false), Stop);

        made.Select(m => m.Court).Distinct().Count().ShouldBe(DemoPeople.Courts.Count + 1, "the courts and the platform");
        made.Select(m => m.User).ShouldBeUnique();
        made.Where(m => m.User != "demo-audit").Select(m => m.Name).ShouldBeUnique();
        (await demo.IsEmpty(Stop)).ShouldBeFalse();

        var court = app.Court(TestApp.Gangcheng);
        var due = await app.Office.Db.Maintenance<DateTime>("select due::timestamp from obligation where court = $1 and state = 'open' and due is not null", [court], Stop);
        var today = app.Office.Today.ToDateTime(TimeOnly.MinValue);
        due.ShouldContain(d => d < today);
        due.ShouldContain(d => d >= today && d <= today.AddDays(4));
        due.ShouldContain(d => d > today.AddDays(20));

        using var page = await (await app.SignIn("gc-handler")).Client.GetAsync(new Uri("/", UriKind.Relative), Stop);
        (await Session.Page(page)).Body!.TextContent.ShouldContain("已逾期");
    }

    [Fact]
    public async Task The_rules_of_one_basic_court_are_adopted_there_and_not_elsewhere()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await Demo(app.Office).Fill(() => OneTimePasswords.SignIn(TestApp.Password, mustChange: false), Stop);

        (await Clauses(app, TestApp.Gangcheng)).ShouldContain("GC21-13");
        (await Clauses(app, TestApp.Jiefang)).ShouldNotContain("GC21-13");
    }

    [Fact]
    public async Task Supervisions_and_platform_items_stand_in_every_stage_told_on_their_own_days_and_verified()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        var clock = new DemoClock(app.Clock);
        await using var office = await Office.Open(new OfficeOptions(app.Connection, app.DataDirectory), clock, Stop);
        var demo = Demo(office);
        await demo.Fill(() => OneTimePasswords.SignIn(TestApp.Password, mustChange: false), Stop);
        await new DemoOffice(office, clock, demo).Tell(Stop);
        await app.Office.Reload(Stop);

        (await app.Office.Db.Maintenance<string>("select distinct stage from supervision", [], Stop)).ShouldBe(
            ["review", "sending", "awaiting", "reported", "opinion", "reconsideration", "running", "closing", "closed"], ignoreOrder: true);
        (await app.Office.Db.Maintenance<string>("select distinct stage from platform_item", [], Stop)).ShouldBe(["received", "handling", "completed", "closed"], ignoreOrder: true);
        (await app.Office.Db.Maintenance<string>("select distinct phase from enforcement_case", [], Stop)).ShouldBe(["open", "ended"], ignoreOrder: true);
        (await app.Office.Db.Maintenance<string>("select distinct stage || names_leader from report", [], Stop)).ShouldBe(["receivedfalse", "receivedtrue", "handledfalse"], ignoreOrder: true);
        (await app.Office.Db.Maintenance<int>("select count(*)::int from event where type = 'supervision.entered-late'", [], Stop)).ShouldBe([0]);
        (await app.Office.Db.Maintenance<bool>("select bool_and(number >= before) from (select number, lag(number) over (order by recorded_at, number) before from supervision s join event e on e.home = s.home and e.stream = s.id and e.version = 1 where s.home = $1) n where before is not null", [app.Court("海南省高级人民法院")], Stop))
            .ShouldBe([true], "numbers follow days");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        using var listed = await app.Stranger().Client.GetAsync(new Uri("/public/listed", UriKind.Relative), Stop);
        (await Session.Page(listed)).Body!.TextContent.ShouldContain("工程款案长期未执结");
        using var board = await (await app.SignIn("hi-head")).Client.GetAsync(new Uri("/supervisions?show=overdue", UriKind.Relative), Stop);
        (await Session.Page(board)).Body!.TextContent.ShouldContain("（2025）琼0108执122号");
    }

    [Fact]
    public async Task Who_confirms_an_adoption_is_not_who_proposed_it()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await Demo(app.Office).Fill(() => OneTimePasswords.SignIn(TestApp.Password, mustChange: false), Stop);

        (await app.Office.Db.Reference<string>(
            "select p.user_name || ' ' || c.user_name from adoption a join account p on p.id = a.proposed_by join account c on c.id = a.confirmed_by", [], Stop))
            .Distinct().ShouldBe(["demo-system demo-security"]);
    }

    [Fact]
    public async Task The_administrators_of_the_first_start_leave_a_database_empty_and_the_first_person_of_a_court_does_not()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await FirstStart.Run(app.Office, Stop);
        (await Demo(app.Office).IsEmpty(Stop)).ShouldBeTrue();
        await app.Person("zhang", "张春", TestApp.Jiefang, "receptionist");
        (await Demo(app.Office).IsEmpty(Stop)).ShouldBeFalse();
    }

    [Fact]
    public void Every_invented_identity_number_is_sound_but_of_no_province()
    {
        var today = new DateOnly(2026, 2, 12);
        foreach (var number in DemoMatters.All(today).SelectMany(m => m.Form.Petitioners).Select(p => p.IdentityNumber!))
        {
            IdentityNumber.Of(number, today).Defects.ShouldBe(IdentityDefects.Province, number);
        }
    }

    [Fact]
    public void The_shared_password_meets_the_rules_for_passwords()
    {
        DemoCommand.SharedWord.Length.ShouldBeGreaterThanOrEqualTo(10);
        DemoCommand.SharedWord.ShouldContain(c => char.IsDigit(c));
    }

    private static DemoData Demo(Office office) => new(
        office.Db, office.Files, office.Adoptions, office.Staff, office.Registrations, office.Petitions, office.Moves, office.Clock);

    private static async Task<List<string>> Clauses(TestApp app, string court) => await app.Office.Db.Maintenance<string>(
        "select distinct clause from obligation where court = $1", [app.Court(court)], Stop);
}
