using Zhixin.Web.Tests.Ledger;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.History;

/// <summary>What the other ways into the history leave behind is verified and rebuilt like a registration.</summary>
public sealed class WholeHistoryTests(WebDatabase database)
{
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
