using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Regulations;

/// <summary>The list of packs as the platform's administrators see it: they belong to no court, so it says which courts adopted.</summary>
public sealed class PlatformIndexTests(WebDatabase database)
{
    [Fact]
    public async Task The_platform_sees_which_courts_adopted_a_pack_and_a_court_whether_it_applies_there()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("system", "葛松年", "", "system-administrator");
        await app.Person("head", "邢国梁", TestApp.Jiaozuo, "petition-unit-head");

        var platform = await (await app.SignIn("system")).Open("/regulations");
        var heads = platform.QuerySelectorAll("thead th").Select(h => h.TextContent).ToList();
        heads.ShouldContain("哪些法院采用");
        heads.ShouldNotContain("在本院");
        heads.ShouldNotContain("正在计算");
        var pack = platform.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("td")!.TextContent == "GC21");
        pack.TextContent.ShouldContain(TestApp.Jiefang);
        pack.TextContent.ShouldContain(TestApp.Gangcheng);
        pack.QuerySelector(".tag")!.TextContent.ShouldBe("适用");
        platform.Body!.TextContent.ShouldNotContain("本院未采用");

        var court = await (await app.SignIn("head")).Open("/regulations");
        court.QuerySelectorAll("thead th").Select(h => h.TextContent).ShouldContain("在本院");
        court.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("td")!.TextContent == "GC21").TextContent.ShouldContain("本院未采用");
    }
}
