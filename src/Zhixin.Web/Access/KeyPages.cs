using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.History;
using Zhixin.Web.Components;
using Zhixin.Web.Courts;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Access;

/// <summary>
/// Keys with which other systems use the JSON API as a person of a court: made by the security administrator, shown once, with some of the
/// person's posts, until a day, revocable.
/// </summary>
public static class KeyPages
{
    /// <summary>How a key begins, so that it is recognised where it was lost.</summary>
    public const string Prefix = "zx_";

    private const int LongestName = 60;

    /// <summary>Maps the page and its JSON twins.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/staff/{court:int}/{id:guid}/keys", (HttpContext http, Office office, int court, Guid id, CancellationToken stop) =>
            Show(http, office, court, id, FormState.Empty, null, 200, stop));
        app.MapPost("/staff/{court:int}/{id:guid}/keys", Create).Posted();
        app.MapPost("/staff/{court:int}/{id:guid}/keys/{key:guid}/revocation", async (HttpContext http, Office office, int court, Guid id, Guid key, CancellationToken stop) =>
            await Revoke(http, office, court, id, key, stop) is { } no ? Replies.Error(http, no) : Results.Redirect($"/staff/{court}/{id}/keys")).Posted();
        app.MapGet("/api/staff/{court:int}/{id:guid}/keys", ApiList).WithSummary("人员的接口密钥，不含密钥本身");
        app.MapPost("/api/staff/{court:int}/{id:guid}/keys", ApiCreate).WithSummary("新建接口密钥：name、posts、until；密钥只在答复中出现一次");
        app.MapPost("/api/staff/{court:int}/{id:guid}/keys/{key:guid}/revocation", async (HttpContext http, Office office, int court, Guid id, Guid key, CancellationToken stop) =>
            await Revoke(http, office, court, id, key, stop) is { } no ? Replies.Problem(no, $"http-{no}") : Results.NoContent()).WithSummary("停用接口密钥");
    }

    /// <summary>The stored form of a key.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>The person whose keys these are; null with the status where there is none, or the viewer may not.</summary>
    private static async Task<(StaffMember? Person, int Status)> Person(HttpContext http, Office office, int court, Guid id, CancellationToken stop) =>
        !StaffSight.Of(http, office, court).Reset ? (null, 403)
        : await office.Staff.Load(new StreamId(court, id), stop) is { InPost: true } person ? (person, 200)
        : (null, 404);

    private static async Task<IResult> Create(HttpContext http, Office office, int court, Guid id, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        var (person, status) = await Person(http, office, court, id, stop);
        if (person is null)
        {
            return Replies.Error(http, status);
        }

        var made = await Make(http, office, person, new Wanted(form["name"], [.. form.All("post")], form["until"]), stop);
        return made switch
        {
            Answer<NewKey>.Given given => await Show(http, office, court, id, FormState.Empty, given.Value, 200, stop),
            Answer<NewKey>.Refused refused => await Show(http, office, court, id, FormRefusals.Of(form, refused.Why, "name"), null, 400, stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<Answer<NewKey>> Make(HttpContext http, Office office, StaffMember person, Wanted wanted, CancellationToken stop)
    {
        if (Why(wanted, person, office) is { } refusal)
        {
            return refusal;
        }

        var now = office.Clock.GetUtcNow();
        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var until = ChinaDate.EndOf(Day(wanted.Until)!.Value);
        var key = new BearerKey { Id = Guid.CreateVersion7(now), Name = wanted.Name!.Trim(), Posts = [.. wanted.Posts], CreatedAt = now.UtcDateTime, ExpiresAt = until.UtcDateTime };
        await office.Keys.Add(Hash(secret), key, person.Id.Id, http.Member().Id, stop);
        await AccessLog.Write(office.Db, http.Member(), "create-key", now, (person.Id.Home, person.Id.Id), detail: $"{person.UserName}：{key.Name}", stop: stop);
        return new NewKey(key.Id, key.Name, secret, until);
    }

    /// <summary>Why no such key is made: it needs a name, posts that the person holds and that read matters, and a day within two years.</summary>
    private static Refusal.Input? Why(Wanted wanted, StaffMember person, Office office) =>
        wanted.Name?.Trim() is not { Length: > 0 and <= LongestName } ? new Refusal.Input("name", "key-name")
        : Staffing.IsAdministrator(person.Posts, office.Staff.Posts) ? new Refusal.Input("post", "key-administrator")
        : wanted.Posts.Count == 0 || wanted.Posts.Except(person.Posts, StringComparer.Ordinal).Any() ? new Refusal.Input("post", "key-posts")
        : Day(wanted.Until) is not { } until || until < office.Today || until > office.Today.AddYears(2) ? new Refusal.Input("until", "key-until")
        : null;

    private static async Task<int?> Revoke(HttpContext http, Office office, int court, Guid id, Guid key, CancellationToken stop)
    {
        if (!StaffSight.Of(http, office, court).Reset)
        {
            return 403;
        }

        var now = office.Clock.GetUtcNow();
        if (await office.Accounts.ById(id, stop) is not { } account || account.Court != court || !await office.Keys.Revoke(id, key, http.Member().Id, now, stop))
        {
            return 404;
        }

        await AccessLog.Write(office.Db, http.Member(), "revoke-key", now, (court, id), detail: account.UserName, stop: stop);
        return null;
    }

    private static async Task<IResult> Show(HttpContext http, Office office, int court, Guid id, FormState form, NewKey? made, int status, CancellationToken stop)
    {
        var (person, found) = await Person(http, office, court, id, stop);
        if (person is null)
        {
            return Replies.Error(http, found);
        }

        var href = $"/staff/{court}/{id}";
        var typed = form.Values.Count > 0 ? form
            : form with { Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["until"] = office.Today.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } };
        return Replies.Page<KeysPage>(
            http,
            new KeysModel(
                person.Name, href, [.. person.Posts.Select(post => new Tick(post, PostNames.Of(post), false))],
                [.. (await office.Keys.Of(id, stop)).Select(key => Row(key, office, $"{href}/keys/{key.Id}/revocation"))], typed, Replies.FreshKey(), made?.Name, made?.Key),
            status);
    }

    private static KeyRow Row(BearerKey key, Office office, string revocation)
    {
        var isExpired = key.ExpiresAt <= office.Clock.GetUtcNow().UtcDateTime;
        var state = key.RevokedAt is { } revoked ? $"{On(revoked)} 停用" : isExpired ? "已过期" : "有效";
        var posts = key.Posts is null ? "本人全部岗位" : string.Join("、", key.Posts.Select(PostNames.Of));
        return new KeyRow(key.Name, posts, On(key.CreatedAt), key.ExpiresAt is { } end ? On(end.AddTicks(-1)) : "不限", state, key.RevokedAt is null && !isExpired ? revocation : null);
    }

    private static string On(DateTime utc) => ChinaDate.Of(new DateTimeOffset(utc, TimeSpan.Zero)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<IResult> ApiList(HttpContext http, Office office, int court, Guid id, CancellationToken stop) =>
        await Person(http, office, court, id, stop) is (null, var status) ? Replies.Problem(status, $"http-{status}") : Results.Ok(await office.Keys.Of(id, stop));

    private static async Task<IResult> ApiCreate(HttpContext http, Office office, int court, Guid id, Wanted body, CancellationToken stop)
    {
        var (person, status) = await Person(http, office, court, id, stop);
        return person is null ? Replies.Problem(status, $"http-{status}")
            : Replies.Json(await Make(http, office, person, body with { Posts = body.Posts ?? [] }, stop), made => $"/api/staff/{court}/{id}/keys/{made.Id}");
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal sealed record Wanted(string? Name, IReadOnlyList<string> Posts, string? Until);

    private sealed record NewKey(Guid Id, string Name, string Key, DateTimeOffset ExpiresAt);
}
