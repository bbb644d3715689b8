using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Hosting;

/// <summary>What a page offers, the API offers, and the document says so.</summary>
public sealed class ApiDocumentTests(WebDatabase database)
{
    /// <summary>Forms without a JSON twin, each with its reason.</summary>
    private static readonly Dictionary<string, string> PageOnly = new(StringComparer.Ordinal)
    {
        ["/sign-in"] = "a system signs in by its key", ["/sign-in/totp"] = "as sign-in", ["/sign-out"] = "as sign-in", ["/me/password"] = "as sign-in", ["/me/totp"] = "as sign-in",
        ["/contacts/draft"] = "keeps a half-filled form", ["/contacts/repeats"] = "a part of the page; /api/contacts/matches",
        ["/me/theme"] = "how the pages look", ["/ledger/views/removal"] = "DELETE /api/ledger/views/{name}",
        ["/bulletins/{home}/{id}/act/{path}/draft"] = "a preview that stores nothing; the act of the same path sends it out",
        ["/checks/{home}/{id}/act/{path}/draft"] = "a preview that stores nothing; the act of the same path sends it out",
        ["/supervisions/{home}/{id}/act/{path}/draft"] = "a preview that stores nothing; the act of the same path sends it out",
        ["/petitions/{home}/{id}/papers/draft/{kind}"] = "a preview that stores nothing; /api/petitions/{home}/{id}/paper issues",
        ["/import"] = "a preview; /api/imports?dryRun=true", ["/import/confirmation"] = "/api/imports",
    };

    /// <summary>Twins whose address is not that of the form with /api before it.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["/regulations/adoptions"] = "/api/adoptions", ["/regulations/adoptions/{id}/confirmation"] = "/api/adoptions/{id}/confirmation",
        ["/regulations/adoptions/{id}/refusal"] = "/api/adoptions/{id}/refusal", ["/regulations/adoptions/{id}/end"] = "/api/adoptions/{id}/end",
        ["/corrections/{batch}/{row}/dismissal"] = "/api/imports/waiting/{batch}/{row}/dismissal",
    };

    [Fact]
    public async Task Every_form_that_does_something_has_a_JSON_twin()
    {
        await using var app = await TestApp.Start(database);
        var posts = Posts(app).ToHashSet(StringComparer.Ordinal);
        posts.Where(path => !path.StartsWith("/api/", StringComparison.Ordinal) && !PageOnly.ContainsKey(path))
            .Where(path => !posts.Contains(Elsewhere.GetValueOrDefault(path, "/api" + path)))
            .ShouldBeEmpty();
        PageOnly.Keys.Concat(Elsewhere.Keys).Where(path => !posts.Contains(path)).ShouldBeEmpty("an exception that is none any more");
    }

    [Fact]
    public async Task The_document_tells_the_JSON_addresses_alone_each_with_its_name_its_statuses_and_its_headers()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var document = await (await app.SignIn("clerk")).GetJson("/api/openapi.json");
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(o => (Path: path.Name, Method: o.Name, o.Value))).ToList();
        operations.Count.ShouldBeGreaterThan(30);
        operations.Where(o => !o.Path.StartsWith("/api/", StringComparison.Ordinal)).ShouldBeEmpty();
        operations.Where(o => !o.Value.TryGetProperty("summary", out _)).Select(o => o.Path).ShouldBeEmpty();
        operations.Where(o => !Has(o.Value, "responses", "403")).Select(o => o.Path).ShouldBeEmpty();
        operations.Where(o => o.Method == "post" && !Parameters(o.Value).Contains("Idempotency-Key")).Select(o => o.Path).ShouldBeEmpty();
        operations.SelectMany(o => o.Value.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)).Where(tag => tag.All(char.IsAscii)).Distinct()
            .ShouldBeEmpty("every module is named in the words of the screen");
        document.GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("properties").TryGetProperty("remedy", out _).ShouldBeTrue();
    }

    private static IEnumerable<string> Posts(TestApp app) => app.Routes
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
        .Select(e => System.Text.RegularExpressions.Regex.Replace("/" + e.RoutePattern.RawText!.TrimStart('/'), ":[a-z]+}", "}"));

    private static bool Has(JsonElement element, string property, string member) => element.TryGetProperty(property, out var value) && value.TryGetProperty(member, out _);

    private static List<string> Parameters(JsonElement operation) => operation.TryGetProperty("parameters", out var all)
        ? [.. all.EnumerateArray().Select(p => p.GetProperty("name").GetString()!)]
        : [];
}
