using System.Collections.Concurrent;
using Microsoft.Playwright;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Browser.Tests;

/// <summary>Files are sent while the form is still being filled in, go on after a broken request and after a closed window, and open again byte for byte.</summary>
public sealed class UploadJourney(WebDatabase database, Browser browser) : IDisposable
{
    private const int Piece = 8 << 20;
    private const string Uploads = "**/api/uploads/*";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zx-file");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_goes_on_after_a_broken_request_and_comes_with_the_registration()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var page = await browser.SignIn(app, "clerk");
        var (path, content) = await Picture(Piece + (1 << 20));
        var (offsets, broken) = (new ConcurrentQueue<string>(), 0);
        await page.RouteAsync(Uploads, async route =>
        {
            var isPiece = route.Request.Method == "PATCH";
            if (isPiece)
            {
                offsets.Enqueue((await route.Request.HeaderValueAsync("Upload-Offset"))!);
            }

            await (isPiece && offsets.Count == 2 && Interlocked.Increment(ref broken) == 1 ? route.AbortAsync("connectionreset") : route.ContinueAsync());
        });
        await page.GotoAsync("/register");
        (await Browser.SeriousFindings(page)).ShouldBeEmpty();

        await page.SetInputFilesAsync("#f-files", path);
        await page.FillAsync("[name=personName]", "佟桂兰");
        await page.FillAsync("[name=account]", "账户冻结五个月未扣划");
        await page.WaitForSelectorAsync(".held input[name=upload]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });

        offsets.ToArray().ShouldBe(["0", $"{Piece}", $"{Piece}"], "the piece that broke off is sent again, and nothing else");
        (await Browser.SeriousFindings(page)).ShouldBeEmpty();
        await page.ClickAsync("button[name=intent][value=register]");
        await page.WaitForURLAsync("**/receipt");
        (await page.TextContentAsync("body"))!.ShouldContain("1 份：欠条.jpg（9 MB）");
        await page.ClickAsync(".doc-tools a.btn");
        var link = await page.GetAttributeAsync("[aria-labelledby=h-attachments] a", "href");
        (await (await page.APIRequest.GetAsync(link!)).BodyAsync()).ShouldBe(content);
    }

    [Fact]
    public async Task A_file_chosen_again_after_the_window_was_closed_goes_on_where_it_stopped_and_can_be_left_out()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var page = await browser.SignIn(app, "clerk");
        var (path, _) = await Picture(Piece + 1000);
        await page.GotoAsync("/register");
        var isCut = true;
        var offsets = new ConcurrentQueue<string>();
        await page.Context.RouteAsync(Uploads, async route =>
        {
            var offset = route.Request.Method == "PATCH" ? await route.Request.HeaderValueAsync("Upload-Offset") : null;
            if (offset is not null)
            {
                offsets.Enqueue(offset);
            }

            await (isCut && offset is not (null or "0") ? route.AbortAsync() : route.ContinueAsync());
        });
        await page.SetInputFilesAsync("#f-files", path);
        await page.GetByText("连接中断，正在重试").WaitForAsync();
        isCut = false;
        offsets.Clear();

        var again = await page.Context.NewPageAsync();
        await page.CloseAsync();
        await again.GotoAsync("/register");
        await again.SetInputFilesAsync("#f-files", path);
        await again.WaitForSelectorAsync(".held input[name=upload]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        offsets.ToArray().ShouldBe([$"{Piece}"]);

        await again.CheckAsync(".held input[name=dropUpload]");
        await again.FillAsync("[name=personName]", "佟桂兰");
        await again.FillAsync("[name=account]", "账户冻结五个月未扣划");
        await again.ClickAsync("button[name=intent][value=register]");
        await again.WaitForURLAsync("**/receipt");
        (await again.TextContentAsync("body"))!.ShouldNotContain("收到材料");
        (await app.Office.Db.Maintenance<int>("select count(*)::int from attachment", [], Stop)).ShouldBe([0]);
    }

    private async Task<(string Path, byte[] Content)> Picture(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        ((byte[])[0xFF, 0xD8, 0xFF, 0xE0]).CopyTo(content, 0);
        var path = Path.Combine(_folder.FullName, "欠条.jpg");
        await File.WriteAllBytesAsync(path, content, Stop);
        return (path, content);
    }
}
