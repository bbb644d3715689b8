using System.Text.Json;
using Zhixin.History;

namespace Zhixin.Web.Hosting;

/// <summary>A field of an act's JSON body.</summary>
/// <param name="Name">As in the form.</param>
/// <param name="Meaning">In the words of the screen.</param>
/// <param name="Many">A list of texts.</param>
public sealed record ActField(string Name, string Meaning, bool Many = false);

/// <summary>The fields of an act, for the OpenAPI document.</summary>
public sealed record ActFields(IReadOnlyList<ActField> All);

/// <summary>An act that a page offers: a form and JSON over one function, at the same address with /api before it.</summary>
/// <param name="Path">The address of the form.</param>
/// <param name="Name">In the words of the screen.</param>
/// <param name="Do">Does the act.</param>
/// <param name="Page">What the form's sender sees of the answer.</param>
public sealed record ActRoute<T>(
    string Path, string Name, IReadOnlyList<ActField> Fields, Func<HttpContext, PostedForm, CancellationToken, Task<Answer<T>>> Do,
    Func<HttpContext, PostedForm, Answer<T>, CancellationToken, Task<IResult>> Page)
{
    /// <summary>The address of the thing that the act makes; null where it makes none.</summary>
    public Func<T, string>? Made { get; init; }

    /// <summary>Maps both.</summary>
    public void Map(WebApplication app)
    {
        app.MapPost(Path, async (HttpContext http, CancellationToken stop) =>
        {
            var form = await Forms.Read(http);
            return await Page(http, form, await Do(http, form, stop), stop);
        }).Posted();
        app.MapPost("/api" + Path, async (HttpContext http, Dictionary<string, JsonElement>? body, CancellationToken stop) =>
            Replies.Json(await Do(http, PostedForm.Of(http, body ?? []), stop), Made))
            .WithSummary(Name).WithMetadata(new ActFields(Fields)).Produces<T>(Made is null ? 200 : 201);
    }
}

/// <summary>Reading what stands in an address.</summary>
public static class Addresses
{
    /// <summary>The stream that the address names.</summary>
    /// <param name="home">The name of the home's place in the address.</param>
    public static StreamId Stream(this HttpContext http, string home = "home") => new(http.Number(home), http.Id("id"));

    /// <summary>A number in the address; the route holds that it is one.</summary>
    public static int Number(this HttpContext http, string name) => int.Parse((string)http.Request.RouteValues[name]!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An id in the address.</summary>
    public static Guid Id(this HttpContext http, string name) => Guid.Parse((string)http.Request.RouteValues[name]!);
}
