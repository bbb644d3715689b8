using System.Net;
using Zhixin.Web.Tests.Shared;
using static Zhixin.Web.Tests.Reception.AppointmentTests;

namespace Zhixin.Web.Tests.Reception;

/// <summary>Who receives, on the day itself and where GC21-8 is not in force; and what the log fills in for whoever comes.</summary>
public sealed class LevelTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-8 refused")]
    public async Task What_became_repeated_after_it_was_agreed_on_only_a_leader_receives_and_the_coming_itself_does_not_count()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        await app.Person("deputy", "陈玉兰", TestApp.Jiefang, "deputy-director");
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"));
        await thread.On("2026-02-13");
        await thread.Register("按约来了", join: true);
        (await thread.Clerk.Open("/reception")).Body!.TextContent.ShouldNotContain("应由领导接待");
        await thread.Done(thread.Handler, "reception", Held("passed-on"));

        var other = await thread.Register("另一件", join: false, "鲁守田");
        var second = $"/petitions/{other.GetProperty("petitionHome").GetInt32()}/{other.GetProperty("petition").GetGuid()}";
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-14", "09:30"), address: second);
        await thread.Done(thread.Head, "priority", new { priority = "key", reason = "涉众" }, address: second);
        await thread.On("2026-02-14");
        var refused = await thread.Refused(thread.Clerk, "reception", Held("passed-on"), HttpStatusCode.UnprocessableEntity, "reception-complex-by-leader", address: second);
        refused.GetProperty("clause").GetString().ShouldBe("GC21-8");
        (await thread.Clerk.Open("/reception")).QuerySelector($"a[href='{second}/act/leader-reception']").ShouldNotBeNull("the log leads to the leader's record");
        await thread.Done(await app.SignIn("deputy"), "leader-reception", Held("passed-on"), address: second);
    }

    [Fact]
    [Trait("Clause", "GC21-8 accepted")]
    public async Task A_court_where_the_clause_is_not_in_force_agrees_on_a_second_visit_with_anybody_whose_post_it_is()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        var thread = await Petitions.Thread.Of(app);
        await thread.Register("又来", join: true);
        (await thread.Clerk.Open("/reception")).Body!.TextContent.ShouldNotContain("应由领导接待");
        (await thread.Clerk.Open(thread.Address + "/act/appointment")).Body!.TextContent.ShouldNotContain("副局长或者执行局长接待");
        await thread.Done(thread.Clerk, "appointment", new { receiver = thread.HandlerId.ToString(), day = "2026-02-13", from = "09:30", minutes = "30", room = "第一接待室" });
        await thread.On("2026-02-13");
        await thread.Done(thread.Clerk, "reception", Held("passed-on"));
        (await Log(thread.Clerk, "2026-02-13")).ShouldHaveSingleItem().GetProperty("appointment").GetProperty("state").GetString().ShouldBe("kept");
    }

    [Fact]
    public async Task Who_came_on_a_past_day_is_registered_as_of_that_day_and_with_the_receiver_of_the_appointment_that_was_clicked()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        await app.Person("deputy", "陈玉兰", TestApp.Jiefang, "deputy-director");
        var deputy = (await app.Office.Db.Query<Guid>(new(thread.Home, Guid.Empty), "select id from staff where name = $1", ["陈玉兰"], default)).Single();
        await thread.Done(thread.Clerk, "appointment", Slot(deputy, "2026-02-14", "09:30"));
        await thread.Done(thread.Clerk, "appointment-cancellation", new { reason = "改日" });
        await thread.Done(thread.Clerk, "appointment", Slot(thread.HandlerId, "2026-02-13", "09:30"));
        await thread.Done(thread.Clerk, "appointment-cancellation", new { reason = "改日" });
        await thread.Done(thread.Clerk, "appointment", Slot(deputy, "2026-02-13", "10:00"));

        await thread.On("2026-02-24");
        var link = (await thread.Clerk.Open("/reception?day=2026-02-13")).QuerySelectorAll("a").Single(a => a.TextContent == "来了，登记").GetAttribute("href")!;
        link.ShouldContain("receivedOn=2026-02-13");
        var form = await thread.Clerk.Open(link);
        form.QuerySelector("input[name=receivedAt]")!.GetAttribute("value").ShouldBe("2026-02-13");
        form.QuerySelector("input[name=receivedBy]")!.GetAttribute("value").ShouldBe("陈玉兰");
        var earlier = await thread.Clerk.Open(link.Replace("appointment=3", "appointment=2", StringComparison.Ordinal));
        earlier.QuerySelector("input[name=receivedBy]")!.GetAttribute("value").ShouldBe("孟庆和", "the one that is meant, not the last");
        (await thread.Clerk.Open(link.Replace("appointment=3", "appointment=9", StringComparison.Ordinal))).QuerySelector("input[name=receivedBy]")!.GetAttribute("value").ShouldBe("时海宁");
    }

    [Fact]
    public async Task Another_time_keeps_the_length_that_was_agreed_on()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Petitions.Thread.Of(app)).Acknowledged();
        await thread.Done(thread.Clerk, "appointment", new { receiver = thread.HandlerId.ToString(), day = "2026-02-13", from = "09:30", minutes = "45", room = "第一接待室", agreedWith = "孟庆和" });
        var form = await thread.Clerk.Open(thread.Address + "/act/appointment-change");
        form.QuerySelector("select[name=minutes] option[selected]")!.GetAttribute("value").ShouldBe("45");
        form.QuerySelectorAll("select[name=minutes] option").Select(o => o.GetAttribute("value")).ShouldBe(["20", "30", "45", "60", "90", "120"]);
        using var answer = await thread.Clerk.Submit(
            form, thread.Address + "/appointment-change", ("receiver", thread.HandlerId.ToString()), ("from", "10:00"), ("minutes", "45"), ("reason", "法官开庭"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Log(thread.Clerk, "2026-02-13"))[0].GetProperty("appointment").GetProperty("toTime").GetString().ShouldBe("10:45");
        (await thread.Clerk.Open(thread.Address + "/act/appointment-change")).QuerySelector("select[name=minutes] option[selected]")!.GetAttribute("value").ShouldBe("45");
    }
}
