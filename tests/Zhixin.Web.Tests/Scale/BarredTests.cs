using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Routing;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Scale;

/// <summary>Whoever a contact accuses finds the matter nowhere (GC21-5(1)): not by any page, list, search, download or JSON that can be asked for.</summary>
public sealed class BarredTests(WebDatabase database)
{
    private const string Name = "佟桂兰";
    private const string Summary = "账户冻结未扣划";
    private const string Number = "2026-豫0802-0001";
    private const string ContactNumber = "2026-豫0802-件";

    /// <summary>Searches and filters beyond the bare address.</summary>
    private static readonly string[] Questions =
    [
        "/?scope=unit", "/?scope=mine", "/api/obligations?scope=unit", "/api/obligations?scope=mine", "/ledger?view=all&stage=any", "/ledger?view=all&words=冻结",
        "/ledger?view=all&words=佟桂", "/ledger?view=all&words=13800000001", "/ledger?words=" + Number, "/ledger?words=（2025）豫0802执1234号",
        "/api/petitions?view=all&stage=any", "/api/petitions?words=冻结", "/api/petitions?words=佟桂", "/ledger/export?view=all&stage=any", "/ledger/export?words=冻结",
        "/access-log?petition=" + Number, "/api/access-log?petition=" + Number, "/regulations/GC21/GC21-13", "/regulations?words=办理",
    ];

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task An_accused_person_finds_the_matter_at_no_address_that_can_be_asked_for()
    {
        await using var app = await TestApp.Start(database);
        string[] posts = ["handler", "petition-unit-head", "inspection"];
        var accused = await app.Person("accused", "孟庆和", TestApp.Jiefang, posts);
        await app.Person("free", "郭安", TestApp.Jiefang, posts);
        var (first, second) = await Accuse(app, accused);
        var (barred, free) = (await app.SignIn("accused"), await app.SignIn("free"));
        var seen = new List<string>();
        foreach (var address in Addresses(app, first, second).Concat(Questions).ToList())
        {
            if ((await Secrets(free, address)).Count > 0)
            {
                seen.Add(address);
            }

            (await Secrets(barred, address)).ShouldBeEmpty(address);
        }

        // The addresses do show the matter to a colleague whom nobody accuses: what is found nowhere above was there to be found.
        var id = $"{first.Home}/{first.Petition}";
        foreach (var address in Questions.Take(1).Concat(Questions[4..7]).Concat(Questions[10..15]).Concat(
            ["/", "/ledger", "/ledger/export", "/api/petitions", "/petitions/" + id, "/api/petitions/" + id, $"/contacts/{first.Home}/{first.Contact}/receipt", "/access-log"]))
        {
            seen.ShouldContain(address);
        }
    }

    private static async Task<((int Home, Guid Petition, Guid Contact), (int Home, Guid Petition, Guid Contact))> Accuse(TestApp app, Guid accused)
    {
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var clerk = await app.SignIn("clerk");
        var first = await Matter.Register(clerk, Name);
        var (home, petition) = (first.GetProperty("home").GetInt32(), first.GetProperty("petition").GetGuid());
        var address = $"/petitions/{home}/{petition}";
        var head = await app.SignIn("head");
        (await head.Submit(address, address + "/assignment", ("handler", accused.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (status, second) = await clerk.PostJson("/api/contacts", new
        {
            form = new { caseNumber = Matter.Case, summary = "承办人收钱不办事", accused = new[] { accused }, petitioners = new[] { new { name = Name } } },
            join = $"{home}_{petition}",
        });
        status.ShouldBe(HttpStatusCode.Created, second.ToString());
        await head.Open(address);
        return ((home, petition, first.GetProperty("contact").GetGuid()), (home, petition, second.GetProperty("contact").GetGuid()));
    }

    /// <summary>Every address that can be asked for, filled with the matter's ids. A parameter that nobody knows fails.</summary>
    private static IEnumerable<string> Addresses(TestApp app, (int Home, Guid Petition, Guid Contact) first, (int Home, Guid Petition, Guid Contact) second)
    {
        var routes = app.Routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"));
        foreach (var route in routes.Select(r => r.RoutePattern))
        {
            foreach (var contact in route.RawText!.Contains("contact", StringComparison.Ordinal) ? new[] { first.Contact, second.Contact } : [first.Contact])
            {
                yield return "/" + string.Join('/', route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
                {
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Value(app, route.RawText, parameter.Name, first, contact),
                    _ => throw new InvalidOperationException(),
                }))));
            }
        }
    }

    private static string Value(TestApp app, string route, string parameter, (int Home, Guid Petition, Guid Contact) matter, Guid contact) => parameter switch
    {
        "home" => matter.Home.ToString(),
        "id" when route.Contains("petitions", StringComparison.Ordinal) => matter.Petition.ToString(),
        "id" or "contact" => contact.ToString(),
        "court" or "number" => app.Court(TestApp.Jiefang).ToString(),
        "year" => "2026",
        "pack" => "GC21",
        "clause" => "GC21-13",
        "batch" or "file" or "key" => matter.Petition.ToString(),
        "row" or "index" or "no" => "1",
        "kind" => "remedy-notice",
        "token" or "documentName" => "x",
        _ => throw new InvalidOperationException($"{route}: what stands for {{{parameter}}}?"),
    };

    /// <summary>What of the matter an answer shows, spreadsheets unpacked; what was asked for is no secret.</summary>
    private static async Task<List<string>> Secrets(Session session, string address)
    {
        using var answer = await session.Client.GetAsync(address);
        (address == "/readyz" ? 200 : (int)answer.StatusCode).ShouldBeLessThan(500, address); // The test's clock stands still.
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = (answer.Headers.Location?.ToString() ?? string.Empty)
            + (bytes is [(byte)'P', (byte)'K', ..] ? await Unpacked(bytes) : System.Text.Encoding.UTF8.GetString(bytes));
        var question = Uri.UnescapeDataString(address);
        return [.. new[] { Name, Summary, Number, ContactNumber, "承办人收钱" }.Where(secret => text.Contains(secret, StringComparison.Ordinal) && !question.Contains(secret, StringComparison.Ordinal))];
    }

    private static async Task<string> Unpacked(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var texts = new List<string>();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            texts.Add(await reader.ReadToEndAsync());
        }

        return string.Concat(texts);
    }
}
