using System.Net;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;

namespace Zhixin.Web.Tests.Matters;

/// <summary>A number names one matter: what a message says is topic and number, nothing else.</summary>
public sealed class MatterNumberTests(WebDatabase database)
{
    [Fact]
    public async Task The_first_of_each_kind_of_a_court_has_a_number_of_its_own_and_no_gap_stays_unseen()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        var high = await matter.As("high-head");
        var registered = await Matter.Register(high, "佟桂兰", number: Supervised.Case);
        var (status, items) = await high.PostJson("/api/platform-items", new
        {
            items = new[] { "P-1", "P-2" }.Select(external => new { external, kind = "重点案件", court = Supervised.Basic, content = "督促执行", due = "2026-03-10" }),
        });
        status.ShouldBe(HttpStatusCode.Created, items.ToString());
        var (_, record) = await high.PostJson("/api/checks", new { fields = new { caseNumber = "（2025）琼执12号" } });
        await app.Person("high-clerk", "佟海宁", Supervised.High, "receptionist");
        var (_, report) = await (await app.SignIn("high-clerk")).PostJson("/api/report-box", new { fields = new { channel = "box", content = "反映" } });
        string?[] numbers = [(await matter.Now()).GetProperty("number").GetString(), registered.GetProperty("petitionNumber").GetString(), .. items.EnumerateArray().Append(record).Append(report).Select(i => i.GetProperty("number").GetString())];
        numbers.ShouldBe(["2026-琼-督0001", "2026-琼-0001", "2026-琼-平台0001", "2026-琼-平台0002", "2026-琼-监0001", "2026-琼-举0001"]);
        (await matter.Begun("（2025）琼0108执13号", "9")).Address.ShouldNotBe(matter.Address);
        (await Matter.Verify(app)).First.ShouldBeNull();

        foreach (var (series, next) in new[] { ("督", "number 3"), ("平台", "number 3"), ("监", "number 2"), ("举", "number 2") })
        {
            await Matter.Tamper(app, $"update number_series set last = last + 1 where series = '{series}'");
            var gap = (await Matter.Verify(app)).First.ShouldNotBeNull(series);
            (gap.Table, gap.Column).ShouldBe(("number_series", next), series);
            await Matter.Tamper(app, $"update number_series set last = last - 1 where series = '{series}'");
        }
    }
}
