using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>Somebody who is signed in: keeps the cookies, and the token that forms carry.</summary>
public sealed partial class Session
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 256, PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
    })
    {
        Timeout = TimeSpan.FromMinutes(5),
    };

    private readonly string _address;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private string _token = string.Empty;

    private Session(string address) => _address = address;

    /// <summary>Signs in, and opens the page whose form is sent later.</summary>
    public static async Task<Session> SignIn(string address, string user, string password)
    {
        var session = new Session(address);
        await session.Open("/sign-in");
        var status = await session.Post("/sign-in", ("user", user), ("password", password));
        if (status != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{user} could not sign in: {status}");
        }

        await session.Open("/register");
        return session;
    }

    /// <summary>Opens a page; true when it is there. The answer is read to its end.</summary>
    public async Task<bool> Get(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await Http.SendAsync(request);
        await answer.Content.CopyToAsync(Stream.Null);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>The text of a page or of JSON.</summary>
    public async Task<string> Read(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await Http.SendAsync(request);
        Keep(answer);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form with the session's token.</summary>
    public async Task<HttpStatusCode> Post(string path, params (string Name, string Value)[] fields)
    {
        using var request = Request(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", _token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await Http.SendAsync(request);
        Keep(answer);
        await answer.Content.CopyToAsync(Stream.Null);
        return answer.StatusCode;
    }

    /// <summary>Sends JSON, as a program does.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Send(string path, object body)
    {
        using var request = Request(HttpMethod.Post, path);
        request.Content = JsonContent.Create(body);
        using var answer = await Http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return (answer.StatusCode, bytes.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(bytes));
    }

    private async Task Open(string path) => _token = WebUtility.HtmlDecode(Token().Match(await Read(path)).Groups[1].Value);

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, _address + path);
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        return request;
    }

    private void Keep(HttpResponseMessage answer)
    {
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set.Select(text => text.Split(';')[0].Split('=', 2)))
            {
                _cookies[cookie[0]] = cookie[1];
            }
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
