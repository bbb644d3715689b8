using Microsoft.AspNetCore.Identity;
using Zhixin.Database.Access;
using Zhixin.Regulations;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Scale;

/// <summary>One person for every post at a court, signed in.</summary>
public static class Everybody
{
    private static readonly string[] Staff =
    [
        "insert into staff (court, id, name, unit, posts, active, version) select $1, t.id, t.post, '执行局', array[t.post], true, 1 from unnest($2::uuid[], $3::text[]) as t(id, post)",
        "insert into account (id, user_name, password_hash, must_change, security_stamp, failed, court, created_at) select t.id, t.id::text, $3, false, 's', 0, $1, $4 from unnest($2::uuid[]) as t(id)",
    ];

    /// <summary>A session for each post of a court, by post.</summary>
    public static async Task<IReadOnlyDictionary<string, Session>> At(TestApp app, string court)
    {
        var posts = PackWords.Posts.Order(StringComparer.Ordinal).ToArray();
        var ids = posts.Select(_ => Guid.CreateVersion7(app.Clock.Now)).ToArray();
        var number = app.Court(court);
        var password = new PasswordHasher<Account>().HashPassword(new Account { Id = ids[0], UserName = string.Empty, Court = number }, TestApp.Password);
        await app.Office.Db.Change(Staff[0], [number, ids, posts]);
        await app.Office.Db.Change(Staff[1], [number, ids, password, app.Clock.Now.UtcDateTime]);
        var sessions = new Dictionary<string, Session>(StringComparer.Ordinal);
        foreach (var (post, id) in posts.Zip(ids))
        {
            sessions[post] = await app.SignIn(id.ToString());
        }

        return sessions;
    }
}
