using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Zhixin.Regulations;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Scale;

/// <summary>One person for every post at a court, each with a bearer key.</summary>
public static class Everybody
{
    private static readonly string[] Staff =
    [
        "insert into staff (court, id, name, unit, posts, active, version) select $1, t.id, t.post, '执行局', array[t.post], true, 1 from unnest($2::uuid[], $3::text[]) as t(id, post)",
        "insert into account (id, user_name, password_hash, must_change, security_stamp, failed, court, created_at) select t.id, t.id::text, '', false, '', 0, $1, $4 from unnest($2::uuid[], $3::text[]) as t(id, post)",
        "insert into bearer_key (hash, account, name, created_at) select decode(t.key, 'hex'), t.id, 'test', $3 from unnest($1::uuid[], $2::text[]) as t(id, key)",
    ];

    /// <summary>A session for each post of a court, by post.</summary>
    public static async Task<IReadOnlyDictionary<string, Session>> At(TestApp app, string court)
    {
        var posts = PackWords.Posts.Order(StringComparer.Ordinal).ToArray();
        var ids = posts.Select(_ => Guid.CreateVersion7(app.Clock.Now)).ToArray();
        var (number, at) = (app.Court(court), app.Clock.Now.UtcDateTime);
        await app.Office.Db.Change(Staff[0], [number, ids, posts]);
        await app.Office.Db.Change(Staff[1], [number, ids, posts, at]);
        await app.Office.Db.Change(Staff[2], [ids, ids.Select(id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToString())))).ToArray(), at]);
        return posts.Zip(ids).ToDictionary(p => p.First, p => With(app, p.Second.ToString()), StringComparer.Ordinal);
    }

    private static Session With(TestApp app, string key)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new Session(client);
    }
}
