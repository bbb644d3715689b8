using System.Net;
using Zhixin.Database.Petitions;
using Zhixin.Database.Reception;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Tests.Shared;
using static Zhixin.Web.Tests.Reception.AppointmentTests;

namespace Zhixin.Web.Tests.Reception;

/// <summary>What becomes of receptions when the matter goes to another court.</summary>
public sealed class MovedAppointmentTests(WebDatabase database)
{
    private const string Zhongzhan = "焦作市中站区人民法院";

    [Fact]
    public async Task The_log_and_the_statistic_of_the_day_stay_with_the_court_that_received()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"));
        await thread.On("2026-02-13");
        await thread.Done(thread.Handler, "reception", Held("passed-on"));
        var (far, farHandler) = await Far(app);
        await thread.Done(thread.Head, "transfer", Ruled("2026-02-13"));

        (await Log(thread.Clerk, "2026-02-13")).ShouldHaveSingleItem().GetProperty("appointment").GetProperty("state").GetString().ShouldBe("kept");
        (await Appointments(thread.Clerk)).ShouldBe(1);
        (await Log(far, "2026-02-13")).ShouldBeEmpty("the other court received nobody that day");
        (await Appointments(far)).ShouldBe(0);
        var told = (await thread.Petition(far)).GetProperty("receptions")[0];
        (told.GetProperty("court").GetInt32(), told.GetProperty("state").GetString()).ShouldBe((thread.Home, "kept"));
        var page = await far.Open(thread.Address);
        page.QuerySelector("section[aria-labelledby=h-receptions]")!.TextContent.ShouldContain(TestApp.Jiefang, Case.Sensitive, "where the petitioner was received");
        page.QuerySelectorAll("section[aria-labelledby=h-receptions] a[href^='/reception']").ShouldBeEmpty("another court's log is not theirs to open");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await thread.Done(far, "appointment", Slot(farHandler, "2026-02-14", "09:30"));
    }

    [Fact]
    public async Task What_is_still_booked_lapses_with_the_transfer_frees_its_time_and_is_said_where_somebody_looks()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"));
        (await thread.Head.Open(thread.Address + "/act/transfer")).Body!.TextContent.ShouldContain("已约 2026-02-13 09:30–10:00 由孟庆和接待，移送后失效");
        var (far, _) = await Far(app);
        await thread.Done(thread.Head, "transfer", Ruled("2026-02-12"));

        (await Log(thread.Clerk, "2026-02-13")).ShouldHaveSingleItem().GetProperty("appointment").GetProperty("state").GetString().ShouldBe("transferred");
        (await thread.Clerk.Open("/reception?day=2026-02-13")).Body!.TextContent.ShouldContain("移送后失效");
        (await far.Open(thread.Address)).Body!.TextContent.ShouldContain("原约 2026-02-13 09:30–10:00 由孟庆和接待，移送后失效，由受移送法院另约");
        (await Appointments(thread.Clerk)).ShouldBe(0, "nobody waits for it");

        var other = await thread.Register("另一件", join: false, "鲁守田");
        var second = $"/petitions/{other.GetProperty("petitionHome").GetInt32()}/{other.GetProperty("petition").GetGuid()}";
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"), address: second);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_matter_that_came_from_another_court_and_an_own_one_do_not_get_the_same_time()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        var (far, farHandler) = await Far(app);
        await thread.Done(thread.Head, "transfer", Ruled("2026-02-12"));
        var (_, own) = await far.PostJson("/api/contacts", new { form = new { summary = "本院的另一件", petitioners = new[] { new { name = "鲁守田" } } } });
        var second = $"/petitions/{own.GetProperty("petitionHome").GetInt32()}/{own.GetProperty("petition").GetGuid()}";
        (own.GetProperty("petitionHome").GetInt32() == thread.Home).ShouldBeFalse("two homes, one court");
        await thread.Done(far, "appointment", Slot(farHandler, "2026-02-13", "09:30"));
        var version = (await far.GetJson("/api" + second)).GetProperty("version").GetInt32();
        var (status, body) = await far.PostJson($"/api{second}/appointment", new { fields = Slot(farHandler, "2026-02-13", "09:45", "第二接待室"), version });
        (status, body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.Conflict, "appointment-receiver-taken"));

        // In the same instant neither decision saw the other, and each home's book holds only its own: both stand, and the log says so.
        var court = app.Court(Zhongzhan);
        var taken = (await app.Office.Reception.Booked(new(court, Guid.Empty), court, new DateOnly(2026, 2, 13), new DateOnly(2026, 2, 13), default)).ShouldHaveSingleItem();
        await Blindly(app, far, second, farHandler, taken);
        (await Log(far, "2026-02-13")).Count.ShouldBe(2);
        (await far.Open("/reception?day=2026-02-13")).Body!.TextContent.ShouldContain("时间冲突，请改约");
    }

    /// <summary>Books as somebody does who read the book before the other one wrote.</summary>
    private static async Task Blindly(TestApp app, Session far, string petition, Guid receiver, AppointmentLine taken)
    {
        var (home, id) = (int.Parse(petition.Split('/')[2]), Guid.Parse(petition.Split('/')[3]));
        var court = app.Court(Zhongzhan);
        var rules = new BookingRules(
            null, [], ["handler"], string.Empty, _ => true, _ => true, new TimeOnly(0, 0), new TimeOnly(23, 59), app.Clock.Now.DateTime, []);
        var book = new Book(new Candidate(receiver, "郭安", court, true, ["handler"]) { AtCourt = true }, taken.Day, new TimeOnly(9, 30), new TimeOnly(10, 0), "第二接待室", "郭安", null);
        var head = (await app.Office.Db.Query<Guid>(new(court, Guid.Empty), "select id from staff where court = $1 and name = $2", [court, "曲直"], default)).Single();
        var who = new ActingPerson(head, "曲直", court, ["petition-unit-head"], Zhixin.History.Origin.Api);
        var act = new PetitionAct(Web.Reception.ReceptionActs.Book, new(home, id), (await far.GetJson("/api" + petition)).GetProperty("version").GetInt32(), app.Office.Today, null)
        {
            Guard = new SlotGuard(home, court, id, 1, taken.Slot with { Room = "第二接待室" }),
        };
        (await app.Office.Petitions.Do(who, act, p => Booking.Decide(book, p, rules), default)).ShouldBeOfType<Zhixin.Answer<PetitionAnswer>.Given>();
    }

    private static async Task<int> Appointments(Session who) =>
        (await who.GetJson("/api/reception/statistics?day=2026-02-13")).EnumerateArray().Sum(f => f.GetProperty("appointments").GetInt32());

    private static object Ruled(string on) => new
    {
        court = Zhongzhan, ruling = "（2026）豫08执协3号", rulingCourt = TestApp.Jiaozuo, ground = "原执行法院回避", receivedOn = on, receipt = "送达回证 5 号",
    };

    /// <summary>The head and a handler of the other court.</summary>
    private static async Task<(Session Head, Guid Handler)> Far(TestApp app)
    {
        await app.Adopt("GC21", Zhongzhan, new DateOnly(2021, 1, 1));
        await app.Person("far", "曲直", Zhongzhan, "petition-unit-head");
        return (await app.SignIn("far"), await app.Person("farhandler", "郭安", Zhongzhan, "handler"));
    }
}
