using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Letters that wait for another's agreement, where the court's own version of the instrument says so.</summary>
public sealed class LetterApprovalTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "HNI-4 accepted")]
    [Trait("Clause", "HNI-4 refused")]
    public async Task A_letter_waits_on_the_approvals_page_and_goes_out_with_the_agreement()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        await app.LoadChanged("HNI", "HNI/lists.yaml", "value: 0, unit: 人, clause: HNI-4", "value: 1, unit: 人, clause: HNI-4");
        var matter = await Supervised.Opened(app);
        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        (await (await matter.As("high-head")).Open(matter.Address + "/act/letter")).Body!.TextContent.ShouldContain("须经审批");
        await matter.Does("high-head", "letter", Supervised.LetterTo("2026-03-20"));
        (await matter.Now()).GetProperty("letters").GetArrayLength().ShouldBe(0);
        (await Numbers(app)).ShouldBe(0, "a draft takes no number");
        (await (await matter.As("basic-head")).Client.GetAsync("/api" + matter.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "nobody below sees a draft");
        await matter.Refuses("high-head", "letter", Supervised.LetterTo("2026-03-20"), null!, "letter-draft-waits");
        (await matter.Tries("high-head", "letter-approval", new { agreed = "yes" })).Status.ShouldBe(HttpStatusCode.Forbidden);

        var director = await matter.As("high-director");
        (await director.Open("/approvals?act=approve-supervision-letter")).QuerySelector($"a[href='{matter.Address}/act/letter-approval']").ShouldNotBeNull();
        (await director.Open("/approvals?act=decide-new-date")).QuerySelector($"a[href='{matter.Address}/act/letter-approval']").ShouldBeNull("only what is asked for");
        (await director.Open(matter.Address + "/act/letter-approval")).Body!.TextContent.ShouldContain("依法执行并报告");
        await matter.Refuses("high-director", "letter-approval", new { agreed = "no" }, null!, "reason-required");
        await matter.Does("high-director", "letter-approval", new { agreed = "no", reason = "材料不全" });
        (await (await matter.As("high-head")).Open(matter.Address)).Body!.TextContent.ShouldContain("退回：材料不全");

        await matter.Does("high-director", "letter", Supervised.LetterTo("2026-03-20"));
        await matter.Refuses("high-director", "letter-approval", new { agreed = "yes" }, null!, "decides-own-request");
        await app.Person("high-chief", "邢处", Supervised.High, "division-chief");
        matter.On("2026-03-04");
        await matter.Does("high-chief", "letter-approval", new { agreed = "yes" });
        var letter = (await matter.Now("basic-head")).GetProperty("letters")[0];
        (letter.GetProperty("number").GetString(), letter.GetProperty("receivedOn").GetString(), letter.GetProperty("dueOn").GetString()).ShouldBe(("（2026）琼督函1号", "2026-03-04", "2026-03-20"));
        (await Numbers(app)).ShouldBe(1);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task Where_no_court_chose_so_a_letter_goes_at_once()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        (await matter.Now()).GetProperty("letters").GetArrayLength().ShouldBe(1);
        (await (await matter.As("high-head")).Open(matter.Address + "/act/letter")).Body!.TextContent.ShouldNotContain("须经审批");
        await matter.Refuses("high-director", "letter-approval", new { agreed = "yes" }, null!, "letter-draft-none");
    }

    private static async Task<int> Numbers(TestApp app) => (await app.Office.Db.Maintenance<int>("select count(*)::int from paper", [])).Single();
}
