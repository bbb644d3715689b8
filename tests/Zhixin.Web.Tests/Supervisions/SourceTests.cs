using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Sources, levels, bureaus and grounds, over HTTP.</summary>
public sealed class SourceTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "HNP-1 accepted")]
    [Trait("Clause", "HNP-2 accepted")]
    [Trait("Clause", "HNP-3 accepted")]
    [Trait("Clause", "HNI-17 accepted")]
    [Trait("Clause", "HNP-4(1) accepted")]
    [Trait("Clause", "HNP-4(2) accepted")]
    [Trait("Clause", "HNP-4(3) accepted")]
    [Trait("Clause", "HNP-4(4) accepted")]
    [Trait("Clause", "HNP-4(5) accepted")]
    [Trait("Clause", "HNP-4(6) accepted")]
    [Trait("Clause", "HNP-4(7) accepted")]
    [Trait("Clause", "HNP-4(8) accepted")]
    [Trait("Clause", "HNP-4(9) accepted")]
    [Trait("Clause", "HNP-4(1) refused")]
    [Trait("Clause", "HNP-4(2) refused")]
    [Trait("Clause", "HNP-4(3) refused")]
    [Trait("Clause", "HNP-4(4) refused")]
    [Trait("Clause", "HNP-4(5) refused")]
    [Trait("Clause", "HNP-4(6) refused")]
    [Trait("Clause", "HNP-4(7) refused")]
    [Trait("Clause", "HNP-4(8) refused")]
    [Trait("Clause", "HNP-4(9) refused")]
    public async Task Each_source_opens_a_supervision_that_owes_no_report_up_until_somebody_asks_and_nothing_else_is_a_source()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Supervised.Prepared(app);
        for (var code = 1; code <= 9; code++)
        {
            var (status, body) = await Open(people, "high-head", $"（2025）琼0108执{100 + code}号", $"{code}");
            status.ShouldBe(HttpStatusCode.Created, body.ToString());
            var address = $"/api/supervisions/{body.GetProperty("home").GetInt32()}/{body.GetProperty("id").GetGuid()}";
            Kinds(await (await people.As("high-head")).GetJson(address)).ShouldBe(["review-complaint"], $"source {code} owes the review and nothing else");
        }

        foreach (var code in new[] { "", "10", "2-unknown" })
        {
            var (status, body) = await Open(people, "high-head", "（2025）琼0108执99号", code);
            (status, body.GetProperty("key").GetString(), body.GetProperty("field").GetString()).ShouldBe((HttpStatusCode.BadRequest, "supervision-source-unknown", "source"));
        }

        var asked = await people.Begun("（2025）琼0108执120号", "2-committee");
        await asked.Does("high-head", "instruction", new { from = "中央政法委", document = "督办并报结果", awaits = "yes", receivedOn = "2026-03-02", dueOn = "2026-04-10" });
        (await asked.Owed("report-up-by-date")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-04-10");
    }

    [Fact]
    [Trait("Clause", "HNP-1 refused")]
    [Trait("Clause", "HNP-2 refused")]
    [Trait("Clause", "HNP-3 refused")]
    public async Task By_level_and_by_the_bureau_alone()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Supervised.Prepared(app);
        await app.Person("high-clerk", "钟岚", Supervised.High, "receptionist");
        (await Open(people, "mid-head", Supervised.Case, "9")).Status.ShouldBe(HttpStatusCode.Created);
        var (status, body) = await Open(people, "mid-head", "（2025）琼0271执1号", "9");
        ((int)status is 403 or 422, body.GetProperty("clause").GetString()!.Contains("HNI-2", StringComparison.Ordinal)).ShouldBe((true, true), body.ToString());
        (await Open(people, "high-head", "（2025）琼0108民初1号", "9")).Body.GetProperty("clause").GetString().ShouldBe("HNI-17");
        (status, body) = await Open(people, "high-clerk", "（2025）琼0108执2号", "9");
        (status, body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.Forbidden, "authority.post"), body.ToString());
    }

    [Fact]
    [Trait("Clause", "HNI-1 refused")]
    [Trait("Clause", "HNI-3(1) refused")]
    [Trait("Clause", "HNI-3(2) accepted")]
    [Trait("Clause", "HNI-3(2) refused")]
    [Trait("Clause", "HNI-3(3) accepted")]
    [Trait("Clause", "HNI-3(3) refused")]
    [Trait("Clause", "HNI-3(4) accepted")]
    [Trait("Clause", "HNI-3(4) refused")]
    [Trait("Clause", "HNI-3(5) accepted")]
    [Trait("Clause", "HNI-3(5) refused")]
    [Trait("Clause", "HNI-3(6) accepted")]
    [Trait("Clause", "HNI-3(6) refused")]
    [Trait("Clause", "HNI-3(7) accepted")]
    [Trait("Clause", "HNI-3(7) refused")]
    public async Task The_review_takes_each_of_the_seven_grounds_and_no_other()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Supervised.Prepared(app);
        for (var ground = 1; ground <= 7; ground++)
        {
            var matter = await people.Begun($"（2025）琼0108执{200 + ground}号", "9");
            foreach (var wrong in new[] { "", "0", "8" })
            {
                await matter.Refuses("high-head", "review", new { qualifies = "yes", ground = wrong, opinion = "应当督办" }, "HNI-3(1)", "supervision-ground-unknown");
            }

            await matter.Does("high-head", "review", new { qualifies = "yes", ground = $"{ground}", opinion = "应当督办" });
            (await matter.Now()).GetProperty("stage").GetString().ShouldBe("sending");
        }
    }

    [Fact]
    [Trait("Clause", "HNP-7(4) accepted")]
    [Trait("Clause", "HNP-7(4) refused")]
    [Trait("Clause", "HNP-12 accepted")]
    [Trait("Clause", "HNP-12 refused")]
    public async Task A_full_review_is_written_within_a_month_and_only_an_error_found_makes_a_review_letter()
    {
        await using var app = await TestApp.Start(database, "2026-03-31");
        var matter = await Supervised.Opened(app);
        await matter.Refuses("high-head", "review", new { qualifies = "yes", ground = "4", mode = "correct", situation = "1-instruction", opinion = "全面审查" }, "HNP-7(4)", "supervision-mode-situation");
        await matter.Refuses("high-head", "review", new { qualifies = "yes", ground = "4", mode = "correct", situation = "4-body", opinion = "全面审查" }, "HNP-7(4)", "mode-needs-instruction");
        await matter.Does("high-head", "instruction", new { from = "省人大", document = "督办函", mode = "correct" });
        await matter.Refuses("high-head", "review", new { qualifies = "yes", ground = "4", mode = "correct", situation = "4-body", opinion = "全面审查" }, "HNP-7(4)", "correct-needs-reviewer");
        await matter.Does("high-head", "reviewer", new { reviewer = matter.Ids["high-review1"].ToString() });
        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "4", mode = "correct", situation = "4-body", opinion = "全面审查" });
        await matter.Refuses("high-head", "review-letter", Supervised.LetterTo("2026-05-20"), "HNP-12", "review-letter-needs-opinion");
        await matter.Does("high-head", "error-flag", new { by = "省人大", what = "可能违法解除查封", urgent = "no" });
        (await matter.Owed("review-opinion")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-04-30", "a month from the 31st is the 30th");
        await matter.Refuses("high-review2", "review-opinion", new { errorFound = "yes", content = "解除查封没有依据", document = "审查意见书" }, "HNP-7(4)", "full-review-not-named");
        await matter.Does("high-review1", "review-opinion", new { errorFound = "yes", content = "解除查封没有依据", document = "审查意见书" });
        await matter.Does("high-head", "review-letter", Supervised.LetterTo("2026-05-20"));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Open(Supervised people, string user, string number, string source) =>
        await (await people.As(user)).PostJson("/api/supervisions", new { fields = new { caseNumber = number, source, complaint = "长期不执行" } });

    private static List<string> Kinds(JsonElement matter) => [.. matter.GetProperty("obligations").EnumerateArray().Select(o => o.GetProperty("kind").GetString()!)];
}
