using Zhixin.Tests.Shared;

namespace Zhixin.Database.Tests.Embedded;

public sealed class TestDatabaseTests
{
    private sealed class OneTable() : TestDatabase(async template => await ServerInFolder.Ask(template, "create table migrated (number int)"));

    [Fact]
    public async Task Each_test_gets_the_migrated_schema_and_none_of_anothers_rows()
    {
        await using var databases = new OneTable();
        await databases.InitializeAsync();
        var one = await databases.Fresh();
        var other = await databases.Fresh();

        await ServerInFolder.Ask(one, "insert into migrated values (1)");

        (await ServerInFolder.Ask(one, "select count(*) from migrated")).ShouldBe(1L);
        (await ServerInFolder.Ask(other, "select count(*) from migrated")).ShouldBe(0L);
    }
}
