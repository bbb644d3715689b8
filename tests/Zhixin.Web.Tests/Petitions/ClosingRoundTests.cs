using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A round of enforcement that ended by ruling, over HTTP.</summary>
public sealed class ClosingRoundTests(WebDatabase database)
{
    private const HttpStatusCode No = HttpStatusCode.UnprocessableEntity;
    private static readonly object Ruling = new { ruling = "（2025）豫0802执9号之一裁定", ruledOn = "2025-08-12", remedy = "裁定中告知可以提出异议", document = "卷宗第 8 页" };

    [Fact]
    [Trait("Clause", "TER16-7 accepted")]
    [Trait("Clause", "TER16-7 refused")]
    [Trait("Clause", "TER16-9 accepted")]
    [Trait("Clause", "TER16-9 refused")]
    public async Task The_implementation_unit_queries_tells_the_applicant_and_restores_what_it_found()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Ladder.Of(app, "m", "superior");
        await ladder.Downwards("m");
        await ladder.Refused("b-unit", "round-query", Query("no"), HttpStatusCode.Conflict, "round-not-terminated");
        await ladder.Refused("b-head", "closed-round", new { ruling = " ", ruledOn = "2025-08-12", document = "卷宗" }, No, "round-needs-ruling");
        await ladder.Refused("b-head", "closed-round", new { ruling = "裁定 9 号", ruledOn = "2025-08-12", remedy = " ", document = "卷宗" }, No, "round-needs-remedy");
        await ladder.Done("b-head", "closed-round", Ruling);
        await ladder.Refused("b-head", "closed-round", Ruling, HttpStatusCode.Conflict, "round-terminated");
        var petition = await ladder.Json("b-head");
        Thread.Owed(petition, "property-query").GetProperty("due").GetString().ShouldBe("2026-02-12", "six months after the ruling");
        petition.GetProperty("openRemedies").EnumerateArray().Select(r => (r.GetProperty("kind").GetString(), r.GetProperty("clause").GetString())).ShouldBe([("objection", "TER16-7"), ("restoring", "TER16-9")]);

        await ladder.Refused("b-head", "round-query", Query("no"), HttpStatusCode.Forbidden, "authority.post");
        await ladder.Refused("b-unit", "round-query", new { found = "no", source = "总对总", result = "没有", told = " ", proof = "反馈 1 号" }, No, "query-needs-telling");
        await ladder.Done("b-unit", "round-query", Query("yes"));
        var found = await ladder.Json("b-head");
        (found.GetProperty("closedRound").GetProperty("queries")[0].GetProperty("found").GetBoolean(), Thread.Owed(found, "restore-enforcement").GetProperty("state").GetString()).ShouldBe((true, "open"));
        (await (await ladder.Who("b-head")).Open(ladder.Address)).Body!.TextContent.ShouldContain("提供财产线索，申请恢复执行");
        await ladder.Done("b-head", "restored-enforcement", new { number = "（2026）豫0802执恢3号", ground = "发现房产", document = "立案决定" });
        (await ladder.Json("b-head")).GetProperty("closedRound").ValueKind.ShouldBe(JsonValueKind.Null);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-21 accepted")]
    [Trait("Clause", "TER16-9 accepted")]
    public async Task In_a_terminated_matter_one_query_is_entered_once_and_counts_for_both()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await TerminationDesk.Of(app)).Terminated();
        await desk.Done(desk.Head, "closed-round", Ruling);
        await desk.Refused(desk.People["unit"], "round-query", Query("no"), HttpStatusCode.Conflict, "round-query-after-termination");
        await desk.Done(desk.People["unit"], "property-query", Query("no"));
        var petition = await desk.Thread.Petition();
        petition.GetProperty("closedRound").GetProperty("queries").GetArrayLength().ShouldBe(1);
        petition.GetProperty("obligations").EnumerateArray().Count(o => o.GetProperty("kind").GetString() == "property-query" && o.GetProperty("state").GetString() == "open").ShouldBe(2, "the next one of each");
    }

    private static object Query(string found) => new { found, source = "总对总网络查控", result = "房产一处", told = "电话告知", proof = "反馈 1 号" };
}
