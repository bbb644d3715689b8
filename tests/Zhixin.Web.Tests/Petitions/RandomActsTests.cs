using System.Net;
using AngleSharp.Html.Dom;
using Zhixin.Web.Petitions;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Random people send the forms of random acts with random values: what the law forbids is refused, nothing breaks, nothing owed is lost.</summary>
public sealed class RandomActsTests(WebDatabase database)
{
    private const int Attempts = 220;

    /// <summary>They end the matter; tried only towards the end, so that there is something to try them on.</summary>
    private static readonly string[] Ending = ["void", "withdrawal", "contact-void", "transfer", "decline-explanation"];

    private static readonly string[] Posts =
        ["receptionist", "petition-officer", "petition-unit-head", "court-leader", "president", "bureau-director", "deputy-director", "review-unit", "co-handling-judge", "division-chief"];

    private static readonly string[] Texts =
        ["情况属实，见卷宗", "理由充分", "2026-02-12", "2026-02-13", "30000", "1", "09:30", "10:30", "（2026）豫0802执异7号", "13800000000", TestApp.Jiefang, " ", ""];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_tried_by_whomever_the_history_verifies_and_nothing_owed_is_lost(int seed)
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Thread.Of(app)).Acknowledged();
        var people = await People(app, thread);
        var (chance, done, refused) = (new Random(seed), 0, 0);
        for (var n = 0; n < Attempts; n++)
        {
            var who = people[chance.Next(people.Count)];
            var act = chance.Next(10) < 7 ? await Offered(who, thread.Address, chance) : PetitionActs.All[chance.Next(PetitionActs.All.Count)].Path;
            if (act is null || (Ending.Contains(act) && n < Attempts * 9 / 10))
            {
                continue;
            }

            var status = await Try(who, thread.Address, act, chance);
            ((int)status).ShouldBeLessThan(500, $"seed {seed}, attempt {n}: {act}");
            (done, refused) = status is HttpStatusCode.Redirect ? (done + 1, refused) : (done, refused + 1);
        }

        (done > 25, refused > 50).ShouldBe((true, true), $"{done} done, {refused} refused: else this says nothing");
        var obligations = (await thread.Petition()).GetProperty("obligations").EnumerateArray().Select(o => o.GetProperty("no").GetInt32()).ToList();
        obligations.Order().ShouldBe(Enumerable.Range(1, obligations.Count));
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    private static async Task<List<Session>> People(TestApp app, Thread thread)
    {
        var people = new List<Session> { thread.Handler, thread.Handler, thread.Handler, thread.Head, thread.Clerk };
        foreach (var post in Posts)
        {
            await app.Person("any-" + post, "某" + post, TestApp.Jiefang, post);
            people.Add(await app.SignIn("any-" + post));
        }

        await app.Person("above", "上级", TestApp.Jiaozuo, "petition-unit-head");
        people.Add(await app.SignIn("above"));
        return people;
    }

    /// <summary>One of the acts that the page offers to somebody; null where it offers none, or is not in sight.</summary>
    private static async Task<string?> Offered(Session who, string address, Random chance)
    {
        using var answer = await who.Client.GetAsync(address);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }

        var links = (await Session.Page(answer)).QuerySelectorAll(".acts a[href*='/act/']").Select(a => a.GetAttribute("href")!.Split("/act/")[1].Split('?')[0]).ToList();
        return links.Count == 0 ? null : links[chance.Next(links.Count)];
    }

    /// <summary>Opens the form of an act, fills it with whatever fits its fields, and sends it.</summary>
    private static async Task<HttpStatusCode> Try(Session who, string address, string act, Random chance)
    {
        using var opened = await who.Client.GetAsync($"{address}/act/{act}");
        if (opened.StatusCode != HttpStatusCode.OK)
        {
            return opened.StatusCode;
        }

        var form = (await Session.Page(opened)).QuerySelectorAll("form").OfType<IHtmlFormElement>().First(f => f.GetAttribute("action")!.EndsWith("/" + act, StringComparison.Ordinal));
        var values = form.Elements.OfType<IHtmlElement>().GroupBy(e => e.GetAttribute("name") ?? string.Empty, StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0).ToDictionary(g => g.Key, g => Value([.. g], chance), StringComparer.Ordinal);
        using var content = new FormUrlEncodedContent(values);
        using var answer = await who.Client.PostAsync($"{address}/{act}", content);
        return answer.StatusCode;
    }

    private static string Value(IReadOnlyList<IHtmlElement> elements, Random chance) => elements[0] switch
    {
        IHtmlInputElement { Type: "hidden", Value: var value } => value,
        IHtmlInputElement { Type: "radio" or "checkbox" } => ((IHtmlInputElement)elements[chance.Next(elements.Count)]).Value,
        IHtmlSelectElement { Options.Length: > 0 } select => select.Options[chance.Next(select.Options.Length)].Value,
        IHtmlInputElement { Name: "on" or "lateProof" } => string.Empty,
        _ => Texts[chance.Next(chance.Next(3) == 0 ? Texts.Length : 2)],
    };
}
