using Zhixin.Database.Persons;
using Zhixin.Web.Hosting;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Hosting;

/// <summary>A database never gets a second master key.</summary>
public sealed class MasterKeyTests(WebDatabase database)
{
    [Fact]
    public async Task A_database_without_its_key_is_not_opened_and_no_new_key_is_made()
    {
        await using var app = await TestApp.Start(database);
        var key = Path.Combine(app.DataDirectory, "master.key");
        File.GetUnixFileMode(key).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var kept = await File.ReadAllBytesAsync(key, TestContext.Current.CancellationToken);
        File.Delete(key);
        var missing = await Should.ThrowAsync<MasterKeyException>(() => Office.Open(new OfficeOptions(app.Connection, app.DataDirectory), app.Clock, default));
        missing.Message.ShouldContain("缺少主密钥");
        File.Exists(key).ShouldBeFalse();

        await File.WriteAllBytesAsync(key, new byte[32], TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<InvalidOperationException>(() => Office.Open(new OfficeOptions(app.Connection, app.DataDirectory), app.Clock, default)))
            .Message.ShouldContain("主密钥与数据库不符");
        await File.WriteAllBytesAsync(key, kept, TestContext.Current.CancellationToken);
        await (await Office.Open(new OfficeOptions(app.Connection, app.DataDirectory), app.Clock, default)).DisposeAsync();
    }
}
