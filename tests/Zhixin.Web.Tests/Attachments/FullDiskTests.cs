using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>A full disk is said clearly, nothing half written stands under an address, and with room again everything goes on.</summary>
public sealed class FullDiskTests(WebDatabase database)
{
    [Fact]
    public async Task An_upload_that_finds_no_room_is_507_and_goes_on_when_there_is_room()
    {
        using var disk = TinyDisk.Mount(600);
        await using var app = await TestApp.Start(database, options: o => o with { Attachments = Path.Combine(disk.Path, "files") });
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");
        var ballast = Path.Combine(disk.Path, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[300_000], TestContext.Current.CancellationToken);
        var bytes = Files.Picture(400_000);
        using var begun = await Files.Begin(clerk, "现场.jpg", bytes.Length);
        var address = begun.Headers.Location!.ToString();

        using var full = await Files.Send(clerk, address, 0, bytes);

        ((int)full.StatusCode).ShouldBe(507);
        (await full.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("存放文件的磁盘空间不足");
        Kept(app).ShouldBeEmpty();
        var offset = await Files.Offset(clerk, address);
        offset.ShouldBeLessThan(bytes.Length);
        File.Delete(ballast);
        using var rest = await Files.Send(clerk, address, offset, bytes[(int)offset..]);
        ((int)rest.StatusCode).ShouldBe(204, await rest.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Kept(app).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_registration_whose_file_finds_no_room_is_507_and_registers_nothing()
    {
        using var disk = TinyDisk.Mount(400);
        await using var app = await TestApp.Start(database, options: o => o with { Attachments = Path.Combine(disk.Path, "files") });
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");

        using var full = await Files.Submit(
            clerk, await clerk.Open("/register"), "/contacts", [("现场.jpg", Files.Picture(500_000))], ("account", "账户冻结"), ("intent", "register"));

        ((int)full.StatusCode).ShouldBe(507);
        (await Session.Page(full)).Body!.TextContent.ShouldContain("磁盘空间不足");
        Directory.GetFiles(app.Office.Contents.Directory, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await app.Office.Db.Maintenance<long>("select count(*) from contact", [], default)).Single().ShouldBe(0);
        using var without = await clerk.Submit("/register", "/contacts", ("account", "账户冻结"), ("intent", "register"));
        ((int)without.StatusCode).ShouldBe(302);
    }

    private static string[] Kept(TestApp app) => [.. Directory.GetFiles(app.Office.Contents.Directory, "*", SearchOption.AllDirectories)
        .Where(file => !file.StartsWith(app.Office.Contents.Incoming, StringComparison.Ordinal))];
}
