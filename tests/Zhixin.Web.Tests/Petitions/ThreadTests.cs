using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>The thread: register, recognise, hand over, acknowledge, as the people of a court do it at the pages.</summary>
public sealed class ThreadTests(WebDatabase database)
{
    private const string Case = "（2025）豫0802执1234号";

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    [Trait("Clause", "GC21-3 accepted")]
    [Trait("Clause", "GC21-13 accepted")]
    [Trait("Clause", "GC21-5(1) accepted")]
    public async Task A_visitor_is_registered_recognised_handed_over_and_acknowledged()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var handlerId = await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");

        var clerk = await app.SignIn("clerk");
        var first = await clerk.Submit("/register", "/contacts", ("personName", "佟桂兰"), ("caseNumber", Case), ("account", "账户冻结五个月未扣划"), ("intent", "register"));
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect, await first.Content.ReadAsStringAsync());
        var receipt = await clerk.Open(first.Headers.Location!.ToString());
        receipt.Body!.TextContent.ShouldContain("2026-豫0802-件0001");

        var again = await clerk.Submit("/register", "/contacts", ("personName", "佟桂兰"), ("caseNumber", "(2025)豫0802执第1234号"), ("account", "第二次来问"), ("intent", "register"));
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Session.Page(again);
        page.Body!.TextContent.ShouldContain("这是第 2 次。");
        var join = page.QuerySelector("button[name=join]")!.GetAttribute("value")!;
        var joined = await clerk.Submit(page, "/contacts", ("join", join), ("account", "第二次来问"));
        joined.StatusCode.ShouldBe(HttpStatusCode.Redirect, await joined.Content.ReadAsStringAsync());

        var head = await app.SignIn("head");
        var address = "/petitions/" + join.Replace('_', '/');
        var assigned = await head.Submit(address, address + "/assignment", ("handler", handlerId.ToString()));
        assigned.StatusCode.ShouldBe(HttpStatusCode.Redirect, await assigned.Content.ReadAsStringAsync());

        var handler = await app.SignIn("handler");
        (await handler.Submit(address, address + "/acknowledgement")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var petition = await handler.GetJson("/api" + address);
        var owed = petition.GetProperty("obligations").EnumerateArray().ToLookup(o => o.GetProperty("kind").GetString());
        owed["hand-to-handler"].ShouldAllBe(o => o.GetProperty("state").GetString() == "fulfilled");
        owed["meet-petitioner"].Single().GetProperty("due").GetString().ShouldBe("2026-02-24");
        owed["reply"].Single().GetProperty("due").GetString().ShouldBe("2026-04-16");
        (await handler.Open("/")).Body!.TextContent.ShouldContain("GC21-13");
    }
}
