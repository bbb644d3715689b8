using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Reception;

/// <summary>Receptions by appointment over HTTP, at the right level (GC21-8).</summary>
public sealed class AppointmentTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-8 accepted")]
    public async Task A_reception_is_agreed_on_moved_kept_and_stands_in_the_log()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"));
        await thread.Done(thread.Clerk, "appointment-change", Slot(thread.HandlerId, "2026-02-13", "10:00", reason: "法官开庭"));
        var line = (await Log(thread.Clerk, "2026-02-13")).ShouldHaveSingleItem().GetProperty("appointment");
        (line.GetProperty("fromTime").GetString(), line.GetProperty("receiverName").GetString(), line.GetProperty("state").GetString()).ShouldBe(("10:00", "孟庆和", "booked"));

        await thread.On("2026-02-13");
        var page = (await thread.Clerk.Open("/reception")).Body!.TextContent;
        page.ShouldContain("10:00–10:30");
        page.ShouldContain("等候");
        page.ShouldContain("佟桂兰");
        await thread.Done(thread.Handler, "reception", Held("passed-on"));
        (await Log(thread.Clerk, "2026-02-13"))[0].GetProperty("appointment").GetProperty("state").GetString().ShouldBe("kept");
        (await thread.Clerk.Open("/reception")).Body!.TextContent.ShouldContain("没有登记", Case.Sensitive, "the reception is not entered as a contact yet");
        var petition = (await thread.Head.Open(thread.Address)).Body!.TextContent;
        petition.ShouldContain("预约接访");
        petition.ShouldContain("孟庆和接待。说明评估进度");

        await thread.Register("预约来谈评估", join: true);
        (await Log(thread.Clerk, "2026-02-13")).ShouldHaveSingleItem("the kept appointment and the contact are one line").GetProperty("contact").GetProperty("enteredOn").GetString().ShouldBe("2026-02-13");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-8 refused")]
    public async Task A_repeated_matter_is_redirected_to_the_leader_by_one_click_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        await thread.Register("又来", join: true);
        (await thread.Refused(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"), HttpStatusCode.UnprocessableEntity, "appointment-no-leader"))
            .GetProperty("clause").GetString().ShouldBe("GC21-8");

        var deputy = await app.Person("deputy", "陈玉兰", TestApp.Jiefang, "deputy-director");
        var refused = await thread.Refused(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"), HttpStatusCode.UnprocessableEntity, "appointment-repeat-by-leader");
        refused.GetProperty("remedy").GetString()!.ShouldContain("陈玉兰");

        (string, string)[] typed = [("receiver", thread.HandlerId.ToString()), ("day", "2026-02-13"), ("from", "09:30"), ("minutes", "60"), ("room", "第一接待室"), ("agreedWith", "孟庆和")];
        using var answer = await thread.Clerk.Submit(thread.Address + "/act/appointment", thread.Address + "/appointment", typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Session.Page(answer);
        page.QuerySelector("select[name=receiver] option[selected]")!.GetAttribute("value").ShouldBe(deputy.ToString(), "the leader is chosen already");
        page.QuerySelector("input[name=room]")!.GetAttribute("value").ShouldBe("第一接待室");
        using var again = await thread.Clerk.Submit(page, thread.Address + "/appointment", ("receiver", deputy.ToString()), ("minutes", "60"));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var line = (await Log(thread.Clerk, "2026-02-13"))[0].GetProperty("appointment");
        (line.GetProperty("byLeader").GetBoolean(), line.GetProperty("toTime").GetString(), line.GetProperty("grounds")[0].GetString()).ShouldBe((true, "10:30", "repeat"));

        await thread.On("2026-02-13");
        await thread.Refused(thread.Handler, "reception", Held("passed-on"), HttpStatusCode.UnprocessableEntity, "reception-repeat-by-leader");
        await thread.Refused(thread.Clerk, "leader-reception", Held("passed-on"), HttpStatusCode.Forbidden, "authority.post");
        await thread.Done(await app.SignIn("deputy"), "leader-reception", Held("passed-on"));
    }

    [Fact]
    public async Task A_person_and_a_room_are_taken_once_across_petitions_also_where_two_book_at_once()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        var other = await thread.Register("另一件", join: false, "鲁守田");
        var second = $"/petitions/{other.GetProperty("petitionHome").GetInt32()}/{other.GetProperty("petition").GetGuid()}";
        var head = await app.Person("officer", "高远", TestApp.Jiefang, "petition-officer");
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"));
        (await thread.Act(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:45", "第二接待室"), address: second)).Body.GetProperty("key").GetString().ShouldBe("appointment-receiver-taken");
        (await thread.Act(thread.Clerk, "appointment", Slot(head, "2026-02-13", "09:45"), address: second)).Body.GetProperty("key").GetString().ShouldBe("appointment-room-taken");

        await thread.Done(thread.Clerk, "appointment-cancellation", new { reason = "信访人有事" });
        var both = await Task.WhenAll(
            thread.Clerk.PostJson("/api" + thread.Address + "/appointment", new { fields = Slot(thread.HandlerId, "2026-02-13", "11:00") }),
            thread.Head.PostJson("/api" + second + "/appointment", new { fields = Slot(thread.HandlerId, "2026-02-13", "11:15", "第二接待室") }));
        both.Count(b => b.Status == HttpStatusCode.OK).ShouldBe(1, string.Join(" ", both.Select(b => b.Body.ToString())));
        both.Single(b => b.Status != HttpStatusCode.OK).Body.GetProperty("key").GetString().ShouldBeOneOf("appointment-receiver-taken", "appointment-taken-meanwhile");
    }

    [Fact]
    public async Task Behind_the_decision_the_database_holds_the_time()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"));
        var line = (await app.Office.Reception.Booked(new(thread.Home, Guid.Empty), thread.Home, new DateOnly(2026, 2, 13), new DateOnly(2026, 2, 13), default)).ShouldHaveSingleItem();
        async Task<string?> Held(Guid petition, Guid receiver, string room, string from, string to)
        {
            var batch = new Database.CommandBatch(thread.Home);
            new Database.Reception.SlotGuard(thread.Home, thread.Home, petition, 1, line.Slot with { Receiver = receiver, Room = room, From = from, To = to }).Write(batch);
            return (await Record.ExceptionAsync(() => Database.Commands.Execute(app.Office.Db, batch, default)) as Npgsql.PostgresException)?.SqlState;
        }

        (await Held(Guid.Empty, line.Receiver, "别处", "09:59", "10:10")).ShouldBe("ZX002");
        (await Held(Guid.Empty, Guid.Empty, line.Room, "09:00", "09:31")).ShouldBe("ZX002");
        (await Held(Guid.Empty, line.Receiver, line.Room, "10:00", "10:30")).ShouldBeNull();
        (await Held(Guid.Empty, Guid.Empty, "别处", "09:30", "10:00")).ShouldBeNull();
        (await Held(line.Petition, line.Receiver, line.Room, "09:30", "10:00")).ShouldBeNull("its own time does not stand in its way");
    }

    [Fact]
    public async Task Who_comes_without_appointment_is_registered_from_the_log_whatever_the_level()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Petitions.Thread.Of(app);
        await thread.Register("又来", join: true);
        var log = await thread.Clerk.Open("/reception");
        log.QuerySelector("a[href='/register?channel=visit']").ShouldNotBeNull("one button from the log");
        log.Body!.TextContent.ShouldContain("应由领导接待");
        var page = await thread.Clerk.Open($"/register?petition={thread.Address["/petitions/".Length..].Replace('/', '_')}&channel=visit");
        page.QuerySelector("input[name=personName]")!.GetAttribute("value").ShouldBe("佟桂兰");
        page.QuerySelector("input[name=caseNumber]")!.GetAttribute("value").ShouldBe(Petitions.Thread.Case);
        await app.Person("deputy", "陈玉兰", TestApp.Jiefang, "deputy-director");
        await thread.Done(await app.SignIn("deputy"), "leader-reception", Held("passed-on"));
        var lines = await Log(thread.Clerk, "2026-02-12");
        lines.Count.ShouldBe(2, "the leader's reception and one contact are one line");
        lines.ShouldContain(l => l.GetProperty("appointment").ValueKind == JsonValueKind.Object && l.GetProperty("contact").ValueKind == JsonValueKind.Object);
        var after = (await thread.Clerk.Open("/reception")).Body!.TextContent;
        (after.Contains("领导接访"), after.Contains("应由领导接待")).ShouldBe((true, false));
        (await thread.Clerk.GetJson("/api/reception/statistics?day=2026-02-12"))[0].GetProperty("appointments").GetInt32().ShouldBe(0, "nothing was agreed on");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        (await thread.Register("第三次来，没有预约", join: true)).GetProperty("joined").GetBoolean().ShouldBeTrue();
        using var nothing = await thread.Clerk.Client.GetAsync("/register?petition=x_y&channel=nonsense&receivedOn=2099-01-01");
        nothing.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_appointment_ends_with_its_petition_and_an_accused_person_sees_nothing_of_it()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"));
        (await Log(thread.Handler, "2026-02-13")).Count.ShouldBe(1);
        var (status, _) = await thread.Clerk.PostJson("/api/contacts", new
        {
            form = new { caseNumber = Petitions.Thread.Case, summary = "反映承办人", accused = new[] { thread.HandlerId }, petitioners = new[] { new { name = "佟桂兰" } } },
            join = thread.Address["/petitions/".Length..].Replace('/', '_'),
        });
        status.ShouldBe(HttpStatusCode.Created);
        (await Log(thread.Handler, "2026-02-13")).ShouldBeEmpty();
        (await Log(thread.Handler, "2026-02-12")).ShouldBeEmpty("neither the first contact, which accuses nobody, nor the second");
        (await thread.Clerk.Open("/reception?day=2026-02-13")).Body!.TextContent.ShouldContain("应由领导接待");

        await thread.Done(thread.Head, "void", new { reason = "重复立案" });
        (await Log(thread.Clerk, "2026-02-13"))[0].GetProperty("appointment").GetProperty("state").GetString().ShouldBe("lapsed");
        (await thread.Clerk.Open("/reception?day=2026-02-13")).Body!.TextContent.ShouldContain("案件已办结");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task The_forms_open_and_say_what_cannot_be_read()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        await app.Person("director", "郭建章", TestApp.Jiefang, "bureau-director");
        await thread.Refused(thread.Clerk, "appointment", new { receiver = thread.HandlerId, day = "后天", from = "9:30" }, HttpStatusCode.BadRequest, "date-unreadable");
        await thread.Refused(thread.Clerk, "appointment", new { receiver = thread.HandlerId, day = "2026-02-13", from = "九点" }, HttpStatusCode.BadRequest, "time-unreadable");
        await thread.Refused(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-17", "09:30"), HttpStatusCode.BadRequest, "appointment-outside-hours");
        await thread.Refused(thread.Clerk, "reception", Held("passed-on"), HttpStatusCode.Conflict, "reception-without-appointment");
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"));
        foreach (var act in new[] { "appointment", "appointment-change", "appointment-cancellation", "appointment-absence", "reception", "leader-reception", "contact-outcome" })
        {
            (await thread.Clerk.Open($"{thread.Address}/act/{act}")).QuerySelector("form.panel").ShouldNotBeNull(act);
        }

        (await thread.Clerk.Open(thread.Address + "/act/appointment-change")).QuerySelector("input[name=room]")!.GetAttribute("value").ShouldBe("第一接待室");
        (await thread.Clerk.Client.GetAsync("/reception/booking?number=" + Uri.EscapeDataString(Petitions.Thread.Case))).Headers.Location!.ToString().ShouldBe(thread.Address + "/act/appointment");
        (await thread.Clerk.Client.GetAsync("/reception/booking?number=没有")).Headers.Location!.ToString().ShouldStartWith("/ledger?");
        await thread.On("2026-02-13");
        await thread.Done(thread.Clerk, "appointment-absence", new { note = "来电说改天" });
        await thread.Refused(thread.Clerk, "appointment-change", Slot(thread.HandlerId, "2026-02-14", "09:30", reason: "改"), HttpStatusCode.Conflict, "appointment-none");
    }

    internal static object Slot(Guid receiver, string day, string from, string room = "第一接待室", string? reason = null) =>
        new { receiver = receiver.ToString(), day, from, minutes = "30", room, agreedWith = "孟庆和", reason };

    internal static object Held(string outcome) => new { content = "说明评估进度", outcome, opinion = "三日内查询车辆", followedBy = "邢国梁", result = "当场退还", proof = "接访笔录 3 号" };

    internal static async Task<IReadOnlyList<JsonElement>> Log(Session who, string day, string more = "") =>
        [.. (await who.GetJson($"/api/reception?day={day}{more}")).GetProperty("lines").EnumerateArray()];
}
