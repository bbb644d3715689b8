using System.Net;
using Zhixin.Web.Checks;
using Zhixin.Web.ReportBox;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Checks;

/// <summary>Random people send the forms of random acts of records of checks and of reports with random values: what may not be is refused, nothing breaks, the rows are what the histories say.</summary>
public sealed class RandomCheckTests(WebDatabase database)
{
    private const int Attempts = 200;

    private static readonly string[] Users = ["clerk", "head", "wang", "li", "inspect", "mid-head", "mid-inspect"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_is_tried_by_whomever_the_histories_verify_and_can_be_rebuilt(int seed)
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var record = await Checked.Filed(app);
        var (chance, done, refused, matters) = (new Random(seed), 0, 0, new List<string> { record.Address });
        for (var n = 0; n < Attempts; n++)
        {
            var who = await record.As(Users[chance.Next(Users.Length)]);
            if (n % 40 == 0 && await Reported(record, chance) is { } report)
            {
                matters.Add(report);
            }

            var address = n % 4 > 0 ? matters[0] : matters[chance.Next(matters.Count)];
            var act = chance.Next(10) < 7 ? await RandomForms.Offered(who, address, chance) : Any(address, chance);
            if (act is null || (act is "conclusion" or "outcome" && n < Attempts * 9 / 10))
            {
                continue;
            }

            var status = await RandomForms.Try(who, address, act, chance);
            ((int)status).ShouldBeLessThan(500, $"seed {seed}, attempt {n}: {act}");
            (done, refused) = status is HttpStatusCode.Redirect ? (done + 1, refused) : (done, refused + 1);
        }

        (done > 15, refused > 40).ShouldBe((true, true), $"{done} done, {refused} refused: else this says nothing");
        var owed = (await record.Now()).GetProperty("obligations").EnumerateArray().Select(o => o.GetProperty("no").GetInt32()).ToList();
        owed.Order().ShouldBe(Enumerable.Range(1, owed.Count));
        (await Matter.Verify(app)).First.ShouldBeNull();
        await RebuildTests.Rebuild(app);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    private static string Any(string address, Random chance) =>
        address.StartsWith("/checks", StringComparison.Ordinal) ? CheckActs.All[chance.Next(CheckActs.All.Count)].Path : ReportActs.All[chance.Next(ReportActs.All.Count)].Path;

    private static async Task<string?> Reported(Checked people, Random chance)
    {
        var (status, body) = await (await people.As("clerk")).PostJson("/api/report-box", new { fields = new { channel = "box", content = "反映", leader = chance.Next(2) == 0 ? "yes" : "no" } });
        return status == HttpStatusCode.Created ? $"/report-box/{body.GetProperty("home").GetInt32()}/{body.GetProperty("id").GetGuid()}" : null;
    }
}
