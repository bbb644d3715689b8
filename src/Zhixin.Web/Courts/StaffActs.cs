using Microsoft.AspNetCore.Identity;
using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.Courts;
using Zhixin.History;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Courts;

/// <summary>One person: posts, deputies, leaving, password.</summary>
public static class StaffActs
{
    /// <summary>Maps the page and its acts.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/staff/{court:int}/{id:guid}", (HttpContext http, Office office, int court, Guid id, CancellationToken stop) =>
            Show(http, office, new StreamId(court, id), FormState.Empty, null, 200, stop));
        app.MapPost("/staff/{court:int}/{id:guid}/posts", Change).Posted();
        app.MapPost("/staff/{court:int}/{id:guid}/leaving", (HttpContext http, Office office, int court, Guid id, CancellationToken stop) =>
            Do(http, office, new StreamId(court, id), "leaveReason", (form, member, owed) => Staffing.Leave(member, form["leaveReason"] ?? string.Empty, owed), stop)).Posted();
        app.MapPost("/staff/{court:int}/{id:guid}/deputies", NameDeputy).Posted();
        app.MapPost("/staff/{court:int}/{id:guid}/deputies/{deputy:guid}/end", (HttpContext http, Office office, int court, Guid id, Guid deputy, CancellationToken stop) =>
            Do(http, office, new StreamId(court, id), "deputy", (_, member, _) => Staffing.EndDeputy(member, deputy, office.Today, "提前结束代理"), stop)).Posted();
        app.MapPost("/staff/{court:int}/{id:guid}/password", ResetPassword).Posted();
    }

    private static async Task<IResult> Change(HttpContext http, Office office, int court, Guid id, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        var command = new ChangePosts(form["unit"] ?? string.Empty, form.All("post"), form["reason"] ?? string.Empty);
        var misplaced = await office.Staff.Misplaced(court, command.Unit, command.Posts, stop);
        return await Do(http, office, new StreamId(court, id), misplaced is null ? "reason" : "unit", (_, member, owed) =>
            misplaced is not null ? misplaced : Staffing.Change(command, member, office.Staff.Posts, Level(office, court), owed), stop);
    }

    private static async Task<IResult> NameDeputy(HttpContext http, Office office, int court, Guid id, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        var deputy = Guid.TryParse(form["deputy"], out var person) ? await office.Staff.Load(new StreamId(court, person), stop) : null;
        return await Do(http, office, new StreamId(court, id), "deputy", (typed, member, _) => (deputy, Day(typed["from"]), Day(typed["to"])) switch
        {
            (null, _, _) => new Refusal.Input("deputy", "deputy-not-in-post", "所选人员"),
            (_, null, _) => new Refusal.Input("from", "date-unreadable", typed["from"]),
            (_, _, null) => new Refusal.Input("to", "date-unreadable", typed["to"]),
            ({ } named, { } from, { } to) => Staffing.Name(
                new NameDeputy(Guid.CreateVersion7(office.Clock.GetUtcNow()), named, [.. typed.All("act").Where(office.Law.Now.Authority.Knows)], from, to),
                member, office.Staff.Posts, office.Today),
        }, stop);
    }

    /// <summary>Does an act; what is refused comes back with everything that was typed.</summary>
    private static async Task<IResult> Do(
        HttpContext http, Office office, StreamId id, string field, Func<PostedForm, StaffMember, int, Decision<object>> decide, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        return await office.Staff.Do(http.Acting(), id, form.Version, form.Resend, (member, owed) => decide(form, member, owed), stop) switch
        {
            Answer<StaffAnswer>.Given => Results.Redirect($"/staff/{id.Home}/{id.Id}"),
            Answer<StaffAnswer>.Refused { Why: Refusal.Authority } => Replies.Error(http, 403),
            Answer<StaffAnswer>.Refused refused => await Show(http, office, id, FormRefusals.Of(form, refused.Why, field), null, Replies.Status(refused.Why), stop),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> ResetPassword(HttpContext http, Office office, UserManager<Account> users, int court, Guid id, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        if (!StaffSight.Of(http, office, court).Reset)
        {
            return Replies.Error(http, 403);
        }

        if (await office.Accounts.ById(id, stop) is not { } account || account.Court != court || await StaffLists.One(office.Db, new StreamId(court, id), stop) is not { Active: true } person)
        {
            return Replies.Error(http, 404);
        }

        var password = OneTimePasswords.Fresh();
        (account.PasswordHash, account.MustChange, account.Failed, account.LockedUntil) = (OneTimePasswords.Hash(password), true, 0, null);
        account.TotpSecret = form["totp"] == "yes" ? null : account.TotpSecret;
        await users.UpdateSecurityStampAsync(account);
        await AccessLog.Write(office.Db, http.Member(), "reset-password", office.Clock.GetUtcNow(), (court, id), detail: account.UserName, stop: stop);
        return await Show(http, office, new StreamId(court, id), FormState.Empty, new IssuedPassword(person.Name, account.UserName, password), 200, stop);
    }

    private static async Task<IResult> Show(HttpContext http, Office office, StreamId id, FormState form, IssuedPassword? issued, int status, CancellationToken stop)
    {
        var sight = StaffSight.Of(http, office, id.Home);
        if (!sight.Any || StaffPages.NameOf(office, id.Home) is not { } court)
        {
            return Replies.Error(http, sight.Any ? 404 : 403);
        }

        if (await office.Staff.Load(id, stop) is not { } member)
        {
            return Replies.Error(http, 404);
        }

        var isAdministrator = Staffing.IsAdministrator(member.Posts, office.Staff.Posts);
        var colleagues = isAdministrator ? [] : await office.Db.Reference<Colleague>(
            "select id, name from staff where court = $1 and active and id <> $2 order by name, id limit 500", [id.Home, id.Id], stop);
        var href = $"/staff/{id.Home}/{id.Id}";
        return Replies.Page<MemberPage>(
            http,
            new MemberModel(
                member.Name, member.UserName, court, $"/staff/{id.Home}", href, member.InPost, member.Unit, [.. member.Posts.Select(p => office.Staff.Posts.ByCode(p)?.Name ?? p)],
                await StaffLists.Owed(office.Db, id, stop), member.Version, sight.Change, sight.Reset, sight.HandOver,
                await StaffPages.Units(office, id.Home, stop), Posts(office, member), [.. colleagues.Select(c => new Choice(c.Id.ToString(), c.Name))],
                Acts(office, member), [.. member.Deputies.Select(d => Row(office, d, sight.Change ? href : null))], Typed(form, member), Replies.FreshKey(), issued),
            status);
    }

    private static FormState Typed(FormState form, StaffMember member) => form.Values.Count > 0
        ? form
        : form with { Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["unit"] = member.Unit } };

    private static List<Tick> Posts(Office office, StaffMember member) =>
        [.. StaffPages.PostsOf(office, member.Id.Home)
            .Where(p => Staffing.IsAdministrator([p.Value], office.Staff.Posts) == Staffing.IsAdministrator(member.Posts, office.Staff.Posts)).Select(p => new Tick(p.Value, p.Text, member.Posts.Contains(p.Value)))];

    /// <summary>The acts of the person's posts, which a deputy may be named for one by one.</summary>
    private static List<Tick> Acts(Office office, StaffMember member) =>
        [.. office.Law.Now.Authority.Rows.Where(r => r.Roles.Any(role => member.Posts.Contains(role))).DistinctBy(r => r.Act).Select(r => new Tick(r.Act, r.Name, false))];

    private static DeputyRow Row(Office office, Deputy deputy, string? href)
    {
        var acts = deputy.Acts.Count == 0 ? "全部事项" : string.Join("、", deputy.Acts.Select(a => office.Law.Now.Authority.RowsOf(a)[0].Name));
        var isOver = deputy.To <= office.Today;
        return new DeputyRow(deputy.Name, acts, deputy.From, deputy.To, isOver || href is null ? null : $"{href}/deputies/{deputy.Id}/end");
    }

    private static CourtLevel? Level(Office office, int court) => office.Law.Now.Courts.ByNumber(court)?.Level;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", out var day) ? day : null;

    private sealed record Colleague
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }
}
