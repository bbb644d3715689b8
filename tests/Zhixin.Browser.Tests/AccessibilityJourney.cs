using Microsoft.Playwright;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;

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

    [Fact]
    public async Task The_pages_of_supervision_are_accessible_at_every_level_and_the_public_one_on_a_phone()
    {
        await using var app = await TestApp.Start(database, "2026-03-02", adoptGangchengRules: false);
        var courts = await HainanCourts.HandedDown(app);
        await courts.Opens("h-head", new { source = "9", complaint = "长期不执行" });
        await courts.OnSupervision("h-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        await courts.OnSupervision("h-head", "letter", new { court = HainanCourts.Basic, demands = "依法执行并报告", materials = "来访登记", due = "2026-03-20" });
        var lists = new[] { "/", "/supervisions", "/hand-downs", "/write-offs", "/listed", "/messages", "/platform-items", "/approvals" };
        var matter = new[] { courts.Supervision, courts.Petition };
        var windows = new Windows(app, browser);
        foreach (var (user, pages) in new (string, string[])[]
        {
            ("s-head", [.. lists, .. matter]), ("m-head", [.. lists, .. matter]), ("b-head", [.. lists, .. matter]), ("h-director", [.. matter]),
            ("h-head", [.. lists, .. matter, "/supervisions/new", "/platform-items/window", courts.Supervision + "/act/urgent-order", courts.Petition + "/act/same-day-hand-down"]),
        })
        {
            foreach (var address in pages)
            {
                await Check(await windows.Of(user), address, user);
            }
        }

        var phone = await browser.Open(app);
        await phone.SetViewportSizeAsync(390, 844);
        await Check(phone, "/public/listed", "stranger");
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
