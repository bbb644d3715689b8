using Zhixin.Web.Tests.Ledger;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.History;

/// <summary>What the other ways into the history leave behind is verified and rebuilt like a registration.</summary>
public sealed class WholeHistoryTests(WebDatabase database)
{
    [Theory]
    [InlineData(7)]
    [InlineData(2026)]
    public async Task Whatever_was_tried_in_whatever_order_the_history_is_clean_before_and_after_a_rebuild(int seed)
    {
        await using var app = await TestApp.Start(database);
        var thread = await Petitions.Thread.Of(app);
        List<(string Address, Guid Contact)> matters = [(thread.Address, thread.Contact)];
        foreach (var name in new[] { "佟桂兰", "冯立新", "匿名来信人" })
        {
            var other = await thread.Register("又一次", join: false, name);
            matters.Add(($"/petitions/{thread.Home}/{other.GetProperty("petition").GetGuid()}", other.GetProperty("contact").GetGuid()));
        }

        string[] acts = ["assignment", "priority", "joining", "separation", "correction", "contact-void", "merger", "merger-undo", "void", "restoration", "acknowledgement"];
        var chance = new Random(seed);
        var statuses = new List<int>();
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var (address, _) = matters[chance.Next(matters.Count)];
            var contact = matters[chance.Next(matters.Count)].Contact;
            var survivor = (await thread.Petition(address: matters[chance.Next(matters.Count)].Address)).GetProperty("number").GetString();
            var act = acts[chance.Next(acts.Length)];
            object fields = act == "correction"
                ? new { contact, field = chance.Next(2) == 0 ? "caseNumber" : "people", value = chance.Next(2, 9).ToString(), reason = "核对" }
                : new { contact, survivor, handler = thread.HandlerId, priority = "key", reason = "理由", note = "理由", coHandler = thread.HandlerId };
            var (status, body) = await thread.Act(act == "acknowledgement" ? thread.Handler : thread.Head, act, fields, address: address);
            ((int)status).ShouldBeLessThan(500, $"{act}: {body}");
            statuses.Add((int)status);
        }

        statuses.Count(s => s == 200).ShouldBeGreaterThan(10);
        (await Matter.Verify(app)).First.ShouldBeNull();
        await RebuildTests.Rebuild(app);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task An_imported_ledger_is_clean_before_and_after_a_rebuild()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        await app.Person("head", "魏书勤", TestApp.Jiaozuo, "petition-unit-head");
        await Ledgers.Import(await app.SignIn("head"), Ledgers.Sample);

        (await Matter.Verify(app)).First.ShouldBeNull();
        await Matter.Tamper(app, "insert into match_key (home, kind, key, stream) select home, 2, 4711, stream from stream where kind = 'petition' limit 1");
        await RebuildTests.Rebuild(app);
        (await app.Office.Db.Maintenance<long>("select count(*) from match_key where key = 4711", [], TestContext.Current.CancellationToken)).Single().ShouldBe(1, "a further phone is kept");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }
}
