using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>What belongs into a procedure goes there, over HTTP; and the dockets of the courts whose step it is.</summary>
public sealed class SeparationTests(WebDatabase database)
{
    private static readonly object Opinion = new { finding = "justified", aidNeeded = "no", unlawfulActFound = "yes", progress = "已调卷", result = "查封明显超标的" };

    [Fact]
    [Trait("Clause", "SPC16-14(1) refused")]
    [Trait("Clause", "SPC16-14(1) accepted")]
    [Trait("Clause", "GC21-7 refused")]
    [Trait("Clause", "GC21-7 accepted")]
    public async Task A_superior_answers_on_the_substance_for_a_reason_alone_while_no_procedure_has_reviewed_the_act()
    {
        await using var app = await TestApp.Start(database);
        var (desk, address) = await AtTheSuperior(app);
        var (status, refused) = await Post(desk, address, "mid-handler", "opinion", Opinion);
        (status, refused.GetProperty("key").GetString(), refused.GetProperty("clause").GetString()).ShouldBe((HttpStatusCode.UnprocessableEntity, "separation-no-procedure", "SPC16-14(1)"));
        var form = await (await desk.As("mid-handler")).Open(address + "/act/opinion");
        form.QuerySelector("[name=substance]").ShouldNotBeNull("the reason has its field");
        (await Post(desk, address, "mid-handler", "opinion", new { finding = "justified", aidNeeded = "no", unlawfulActFound = "yes", progress = "已调卷", result = "查封明显超标的", substance = "信访人年迈病重，事实清楚" }))
            .Status.ShouldBe(HttpStatusCode.OK);
        (await (await desk.As("mid-handler")).Open(address)).Body!.TextContent.ShouldContain("信访人年迈病重，事实清楚");
    }

    [Fact]
    [Trait("Clause", "OBJ-3 accepted")]
    [Trait("Clause", "OBJ-3 refused")]
    [Trait("Clause", "OBJ-2 accepted")]
    [Trait("Clause", "SPC16-14(2) refused")]
    public async Task Filing_that_is_overdue_is_ordered_from_above_and_shows_on_the_dockets_of_both_courts()
    {
        await using var app = await TestApp.Start(database);
        var desk = await ChainDesk.Of(app);
        await desk.Done("clerk", "objection-paper", new { kind = "act", titled = "yes", paper = "异议书", content = "超标的查封", receivedOn = "2026-02-12" });
        var order = new { court = TestApp.Jiefang, ground = "信访人反映没有立案", demand = "依法立案审查", letter = "交字 9 号", told = "2月25日电话告知" };
        await desk.Law("mid-officer", "procedure-order", order, "order-procedure-reviewed", "SPC16-14(2)");
        await desk.On("2026-02-25");
        var below = await (await desk.As("mid-officer")).GetJson("/api/procedures/below");
        below.GetProperty("procedures").GetArrayLength().ShouldBe(1);
        (await (await desk.As("mid")).Open("/procedures?view=below")).Body!.TextContent.ShouldContain("待立案");
        (await (await desk.As("reviewer")).Open("/procedures")).Body!.TextContent.ShouldContain("执行异议");
        await desk.Done("mid-officer", "procedure-order", order);
        Thread.Owed(await desk.Thread.Petition(), "ordered-filing").GetProperty("due").GetString().ShouldBe("2026-02-28", "a Saturday on which courts work");
        await desk.Done("reviewer", "procedure-filing", new { procedure = "1", number = "（2026）豫0802执异5号" });
        (await (await desk.As("mid-officer")).GetJson("/api/procedures/below")).GetProperty("procedures").GetArrayLength().ShouldBe(0);
        (await (await desk.As("reviewer")).GetJson("/api/procedures")).GetProperty("procedures")[0].GetProperty("state").GetString().ShouldBe("review");
        (await (await desk.As("high")).GetJson("/api/procedures")).GetProperty("procedures").GetArrayLength().ShouldBe(0);
    }

    /// <summary>A petition of the review class that the intermediate court registered about a basic court's case, in its handler's hands.</summary>
    private static async Task<(ChainDesk Desk, string Address)> AtTheSuperior(TestApp app)
    {
        var desk = await ChainDesk.Of(app);
        var handler = await app.Person("mid-handler", "方承办", TestApp.Jiaozuo, "handler");
        await app.Person("mid-head", "郑主任", TestApp.Jiaozuo, "petition-unit-head");
        var (status, receipt) = await (await desk.As("mid-officer")).PostJson("/api/contacts", new { form = Thread.Form("反映超标的查封", "柏长青") });
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        var address = $"/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
        foreach (var (user, act, fields) in new (string, string, object)[]
        {
            ("mid-head", "classification", new { @class = "review", claim = "unlawful-act", capacity = "applicant" }), ("mid-head", "acceptance", new { capacity = "applicant", otherCause = "反映查封违法" }),
            ("mid-head", "assignment", new { handler }), ("mid-handler", "acknowledgement", new { }),
        })
        {
            var (done, body) = await Post(desk, address, user, act, fields);
            done.ShouldBe(HttpStatusCode.OK, body.ToString());
        }

        return (desk, address);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Post(ChainDesk desk, string address, string user, string act, object fields)
    {
        var version = (await (await desk.As("mid-head")).GetJson("/api" + address)).GetProperty("version").GetInt32();
        return await (await desk.As(user)).PostJson($"/api{address}/{act}", new { fields, version });
    }
}
