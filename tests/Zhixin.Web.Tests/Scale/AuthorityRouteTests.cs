using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Zhixin.Authority;
using Zhixin.Regulations;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Scale;

/// <summary>Every post, from every court relation, at every route that takes something, is answered as regulations/authority.csv says.</summary>
public sealed class AuthorityRouteTests(WebDatabase database)
{
    private static readonly string[] NamedInTheMatter = ["handler", "co-handling-judge"];

    private static int _keys;

    [Fact]
    public async Task Every_act_on_a_petition_is_answered_to_every_post_of_every_court_as_the_table_says()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("above", "路明", TestApp.Jiaozuo, "receptionist");
        var own = await Matter.Register(await app.SignIn("clerk"), "佟桂兰");
        var higher = await Matter.Register(await app.SignIn("above"), "邵文");
        foreach (var (relation, court, receipt) in new[]
        {
            (CourtRelation.Own, TestApp.Jiefang, own), (CourtRelation.Superior, TestApp.Jiaozuo, own),
            (CourtRelation.Uninvolved, TestApp.Gangcheng, own), (CourtRelation.Subordinate, TestApp.Jiefang, higher),
        })
        {
            foreach (var (post, session) in await Everybody.At(app, court))
            {
                foreach (var act in PetitionActs.All)
                {
                    await Answered(app, session, post, relation, act, receipt);
                }
            }

            await app.Office.Db.Change("update staff set active = false where posts <> array['receptionist']", []);
        }
    }

    [Fact]
    public async Task Only_whoever_is_named_in_the_matter_does_what_is_the_handlers()
    {
        await using var app = await TestApp.Start(database);
        var handler = await Matter.Staff(app);
        await app.Person("other", "郭安", TestApp.Jiefang, "handler");
        var receipt = await Matter.Register(await app.SignIn("clerk"), "佟桂兰");
        var address = $"/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
        await (await app.SignIn("head")).Submit(address, address + "/assignment", ("handler", handler.ToString()));
        foreach (var (user, named) in new[] { ("handler", true), ("other", false), ("head", false), ("clerk", false) })
        {
            var session = await app.SignIn(user);
            foreach (var act in PetitionActs.All.Where(a => app.Office.Law.Now.Authority.RowsOf(a.Act).All(r => r.Roles.Contains("handler") && r.Roles.All(NamedInTheMatter.Contains))))
            {
                using var answer = await Send(app, session, "/api" + address + "/" + act.Path, receipt);

                (answer.StatusCode == HttpStatusCode.Forbidden).ShouldBe(!named, $"{act.Path} by {user}: {(int)answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Every_route_that_takes_something_has_its_case()
    {
        await using var app = await TestApp.Start(database);
        var routes = Taking(app).Select(r => r.RoutePattern.RawText!).ToList();

        routes.Where(route => ActRoutes.Of(route) is null).ShouldBeEmpty();
        ActRoutes.Unused(routes).ShouldBeEmpty();
        ActRoutes.Of("/petitions/{home:int}/{id:guid}/planted").ShouldBeNull();
    }

    [Fact]
    public async Task Every_other_route_that_takes_something_refuses_every_post_that_the_table_does_not_name()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Staff(app);
        var receipt = await Matter.Register(await app.SignIn("clerk"), "佟桂兰");
        var everybody = await Everybody.At(app, TestApp.Jiefang);
        foreach (var (post, session) in everybody)
        {
            var form = (await session.Open("/me/password")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var endpoint in Taking(app))
            {
                var route = endpoint.RoutePattern.RawText!;
                var known = ActRoutes.Of(route)!;
                if (known.Act is null || (known.OfMatter && route.StartsWith("/api", StringComparison.Ordinal)))
                {
                    continue; // Personal, or answered by the tests above.
                }

                var address = Fill(app, route, receipt);
                using var answer = route.StartsWith("/api", StringComparison.Ordinal) ? await Send(app, session, address, receipt, endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0], endpoint.Metadata.GetMetadata<ActFields>() is not null)
                    : await session.Client.PostAsync(address, new FormUrlEncodedContent([new("__RequestVerificationToken", form), new("reason", string.Empty), new("key", FreshKey()), new("version", $"{await Matter.Version(app, address)}")]));
                var may = May(app, known, post);

                ((int)answer.StatusCode).ShouldBeLessThan(500, $"{route} by {post}");
                if (may)
                {
                    answer.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, $"{route} by {post}");
                }
                else
                {
                    answer.StatusCode.ShouldBeOneOf([HttpStatusCode.Forbidden, HttpStatusCode.NotFound], $"{route} by {post}");
                }
            }
        }
    }

    private static string FreshKey() => "key-" + Interlocked.Increment(ref _keys);

    private static bool May(TestApp app, RouteCase known, string post) =>
        (known.Posts?.Contains(post) ?? false) || app.Office.Law.Now.Authority.MayDo(known.Act!, NamedInTheMatter.Contains(post) ? ["archivist"] : [post], CourtRelation.Own, []) is null;

    private static IEnumerable<RouteEndpoint> Taking(TestApp app) => app.Routes
        .Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Any(m => m is not ("GET" or "HEAD")))
        .Where(r => r.RoutePattern.RawText is { } text && !text.Contains("openapi", StringComparison.Ordinal));

    private static string Fill(TestApp app, string route, JsonElement receipt)
    {
        var id = route.Contains("/petitions/", StringComparison.Ordinal) ? receipt.GetProperty("petition").GetGuid() : Guid.CreateVersion7(app.Clock.Now);
        return route.Replace("{home:int}", receipt.GetProperty("home").GetInt32().ToString(), StringComparison.Ordinal).Replace("{id:guid}", id.ToString(), StringComparison.Ordinal)
            .Replace("{court:int}", app.Court(TestApp.Jiefang).ToString(), StringComparison.Ordinal).Replace("{number:int}", app.Court(TestApp.Jiefang).ToString(), StringComparison.Ordinal)
            .Replace("{batch:guid}", id.ToString(), StringComparison.Ordinal).Replace("{deputy:guid}", id.ToString(), StringComparison.Ordinal)
            .Replace("{file:guid}", id.ToString(), StringComparison.Ordinal).Replace("{row:int}", "1", StringComparison.Ordinal).Replace("{field}", "phone", StringComparison.Ordinal).Replace("{index:int}", "0", StringComparison.Ordinal)
            .Replace("{kind}", "remedy-notice", StringComparison.Ordinal);
    }

    private static async Task Answered(TestApp app, Session session, string post, CourtRelation relation, PetitionActs.Entry act, JsonElement receipt)
    {
        var address = $"/api/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}/{act.Path}";
        using var answer = await Send(app, session, address, receipt);
        var (said, status) = ($"{act.Path} by {post}, {relation}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}", answer.StatusCode);
        if (PackWords.Administrators.Contains(post))
        {
            status.ShouldBe(HttpStatusCode.Forbidden, said);
        }
        else if (relation is CourtRelation.Uninvolved or CourtRelation.Subordinate)
        {
            status.ShouldBe(HttpStatusCode.NotFound, said);
        }
        else if (Listed(act.Act, post, relation))
        {
            ((int)status is not (401 or 403 or 404) && (int)status < 500).ShouldBeTrue(said);
        }
        else
        {
            status.ShouldBe(HttpStatusCode.Forbidden, said);
            var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
            problem.GetProperty("key").GetString()!.ShouldStartWith("authority.");
            problem.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    /// <summary>The table itself, read anew: a role of the matter counts only for whoever is named, and here nobody is.</summary>
    private static bool Listed(string act, string post, CourtRelation relation) => File
        .ReadLines(Path.Combine(Database.Setup.DataFiles.Root, "regulations", "authority.csv")).Select(line => line.Split(',')).Where(cells => cells[0] == act)
        .Any(cells => cells[2].Split(';') is var roles && ((roles.Contains(post) && !NamedInTheMatter.Contains(post)) || roles.Contains("staff"))
            && (cells[3] == "*" || cells[3].Split(';').Contains(relation.ToString().ToLowerInvariant())));

    /// <summary>Sends what no decision accepts (no reason, no handler, no value), with the version as it is: only who may is in question.</summary>
    private static async Task<HttpResponseMessage> Send(TestApp app, Session session, string address, JsonElement receipt, string? type = null, bool isFlat = false)
    {
        var version = await Matter.Version(app, address);
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = isFlat ? JsonContent.Create(new { reason = string.Empty }) : JsonContent.Create(new
            {
                fields = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["contact"] = receipt.GetProperty("contact").GetString(), ["field"] = "summary", ["survivor"] = receipt.GetProperty("petitionNumber").GetString(), ["reason"] = string.Empty,
                },
                form = new { summary = "要求恢复执行", petitioners = Array.Empty<object>(), accused = Array.Empty<Guid>() },
                version,
            }),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type ?? "application/json");
        request.Headers.Add("Idempotency-Key", FreshKey());
        return await session.Client.SendAsync(request);
    }
}
