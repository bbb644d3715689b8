using System.Net;
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
            var act = chance.Next(10) < 7 ? await RandomForms.Offered(who, thread.Address, chance) : PetitionActs.All[chance.Next(PetitionActs.All.Count)].Path;
            if (act is null || (Ending.Contains(act) && n < Attempts * 9 / 10))
            {
                continue;
            }

            var status = await RandomForms.Try(who, thread.Address, act, chance);
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
}
