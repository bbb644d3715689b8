using Microsoft.Playwright;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Browser.Tests;

/// <summary>Every page, as everybody who may open it, light and dark: axe-core finds nothing serious, and nothing is wider than the window.</summary>
public sealed class AccessibilityJourney(WebDatabase database, Browser browser)
{
    private static readonly (string User, string Name, string Court, string Post, string[] Pages)[] Everybody =
    [
        ("clerk", "时海宁", TestApp.Jiefang, "receptionist", ["/", "/register", "/help", "/calendar"]),
        ("head", "邢国梁", TestApp.Jiefang, "petition-unit-head", ["/", "/?scope=unit", "/?scope=key", "/ledger", "/ledger?density=roomy&words=房屋", "/import", "/corrections", "{petition}", "{card}", "{handover}", "/staff"]),
        ("handler", "孟庆和", TestApp.Jiefang, "handler", ["/", "/ledger?view=due", "{petition}"]),
        ("leader", "葛松年", TestApp.Jiefang, "court-leader", ["/", "/?scope=unit", "{petition}", "/regulations", "/regulations/GC21/GC21-13", "/regulations/GC21/compare", "/regulations/GC21/what-if?rule=hand-to-handler&n=1&unit=day"]),
        ("above", "魏书勤", TestApp.Jiaozuo, "petition-unit-head", ["/", "/ledger", "{petition}", "/courts", "{court}"]),
        ("system", "系统甲", "", "system-administrator", ["/regulations", "/regulations?words=答复", "/courts", "{units}", "/staff", "{member}", "/status", "/calendar/2027", "/nothing/here"]),
        ("security", "安全乙", "", "security-administrator", ["/regulations", "{member}"]),
        ("audit", "审计丙", "", "audit-administrator", ["/access-log"]),
    ];

    [Fact]
    public async Task Every_page_of_everybody_is_accessible_in_light_and_in_dark()
    {
        await using var app = await TestApp.Start(database);
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var person in Everybody)
        {
            ids[person.User] = await app.Person(person.User, person.Name, person.Court, person.Post);
        }

        var places = await Places(app, ids["handler"]);
        foreach (var person in Everybody)
        {
            var page = await browser.SignIn(app, person.User);
            foreach (var path in person.Pages)
            {
                var address = places.Aggregate(path, (text, place) => text.Replace(place.Key, place.Value, StringComparison.Ordinal));
                await Check(page, address, person.User);
            }

            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task What_everybody_may_open_without_signing_in_is_accessible_too()
    {
        await using var app = await TestApp.Start(database);
        var page = await browser.Open(app);
        foreach (var path in new[] { "/sign-in", "/public/courts?words=解放", $"/public/courts/{app.Court(TestApp.Jiefang)}" })
        {
            await Check(page, path, "stranger");
        }
    }

    private static async Task Check(IPage page, string address, string user)
    {
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
            await page.GotoAsync(address);
            (await Browser.SeriousFindings(page)).ShouldBeEmpty($"{user} {address} {theme}");
        }

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{address} is wider than the window");
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.getAttribute('aria-label'))"))
            .ShouldBeEmpty($"{address}: a table is cut at 1366 pixels");
    }

    /// <summary>A petition with the longest court name, a petitioner of thirty characters and a summary of two hundred, and the addresses that have ids in them.</summary>
    private static async Task<Dictionary<string, string>> Places(TestApp app, Guid handler)
    {
        var clerk = await app.SignIn("clerk");
        var (status, body) = await clerk.PostJson("/api/contacts", new
        {
            form = new
            {
                petitioners = new[] { new { name = string.Concat(Enumerable.Repeat("焦作市禾润丰达机电设备", 3))[..30], phone = "039100000001" } },
                summary = string.Concat(Enumerable.Repeat("房屋拍卖款执行到位后五个月没有发还，", 12))[..200],
                caseNumber = "（2025）豫0802执1234号",
            },
        });
        status.ShouldBe(System.Net.HttpStatusCode.Created, body.ToString());
        var court = app.Court(TestApp.Jiefang);
        var longest = app.Office.Files.Courts.All.MaxBy(c => c.Name.Length)!;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{petition}"] = $"/petitions/{body.GetProperty("home")}/{body.GetProperty("petition").GetString()}", ["{card}"] = $"/courts/{court}/card",
            ["{handover}"] = $"/staff/{court}/{handler}/handover", ["{court}"] = $"/courts/{longest.Number}", ["{units}"] = $"/courts/{court}/units", ["{member}"] = $"/staff/{court}/{handler}",
        };
    }
}
