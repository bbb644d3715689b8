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
    private const string Path = "/staff/{court:int}/{id:guid}";

    /// <summary>Maps the page and its acts.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet(Path, (HttpContext http, Office office, CancellationToken stop) => Show(http, office, http.Stream("court"), FormState.Empty, null, 200, stop));
        app.MapGet("/api" + Path, Api).WithSummary("一名工作人员").Produces<StaffJson>();
        new ActRoute<StaffAnswer>(
            $"{Path}/posts", "调整机构和岗位", [new("unit", "机构"), new("post", "岗位代码", Many: true), new("reason", "理由")], Change, Page("unit")).Map(app);
        Map(app, "leaving", "离任", "leaveReason", [new("leaveReason", "理由")], (_, form, member, owed) => Staffing.Leave(member, form["leaveReason"] ?? string.Empty, owed));
        new ActRoute<StaffAnswer>(
            $"{Path}/deputies/{{deputy:guid}}/end", "提前结束代理", [],
            (http, form, stop) => Do(http, form, (office, _, member, _) => Staffing.EndDeputy(member, http.Id("deputy"), office.Today, "提前结束代理"), stop), Page("deputy")).Map(app);
        new ActRoute<StaffAnswer>(
            $"{Path}/deputies", "指定代理人", [new("deputy", "代理人的编号"), new("act", "代理的事项，空为全部", Many: true), new("from", "起"), new("to", "止")], NameDeputy, Page("deputy"))
            .Map(app);
        new ActRoute<IssuedPassword>($"{Path}/password", "重置口令", [new("totp", "yes：同时取消动态口令")], ResetPassword, PasswordPage).Map(app);
    }

    private static void Map(
        WebApplication app, string path, string name, string field, IReadOnlyList<ActField> fields, Func<Office, PostedForm, StaffMember, int, Decision<object>> decide) =>
        new ActRoute<StaffAnswer>($"{Path}/{path}", name, fields, (http, form, stop) => Do(http, form, decide, stop), Page(field)).Map(app);

    private static async Task<Answer<StaffAnswer>> Change(HttpContext http, PostedForm form, CancellationToken stop)
    {
        var (staff, court) = (Office.Of(http).Staff, http.Number("court"));
        var command = new ChangePosts(form["unit"] ?? string.Empty, form.All("post"), form["reason"] ?? string.Empty);
        var misplaced = await staff.Misplaced(court, command.Unit, command.Posts, stop);
        return await Do(http, form, (office, _, member, owed) => misplaced is not null ? misplaced : Staffing.Change(command, member, staff.Posts, Level(office, court), Holding(office.Law.Now), owed), stop);
    }

    /// <summary>The posts of whoever handles, leads or is in charge of a petition.</summary>
    private static IReadOnlyCollection<string> Holding(Database.Petitions.Law law) => [.. law.Posts("acknowledge"), .. law.Posts("lead"), .. law.Posts("take-charge")];

    private static Task<Answer<StaffAnswer>> Do(HttpContext http, PostedForm form, Func<Office, PostedForm, StaffMember, int, Decision<object>> decide, CancellationToken stop)
    {
        var office = Office.Of(http);
        return office.Staff.Do(http.Acting(), http.Stream("court"), form.Version, form.Resend, (member, owed) => decide(office, form, member, owed), stop);
    }

    private static async Task<Answer<StaffAnswer>> NameDeputy(HttpContext http, PostedForm form, CancellationToken stop)
    {
        var id = http.Stream("court");
        var deputy = Guid.TryParse(form["deputy"], out var person) ? await Office.Of(http).Staff.Load(id with { Id = person }, stop) : null;
        return await Do(http, form, (office, typed, member, _) => (deputy, Day(typed["from"]), Day(typed["to"])) switch
        {
            (null, _, _) => new Refusal.Input("deputy", "deputy-not-in-post", "所选人员"),
            (_, null, _) => new Refusal.Input("from", "date-unreadable", typed["from"]),
            (_, _, null) => new Refusal.Input("to", "date-unreadable", typed["to"]),
            ({ } named, { } from, { } to) => Staffing.Name(
                new NameDeputy(Guid.CreateVersion7(office.Clock.GetUtcNow()), named, [.. typed.All("act").Where(office.Law.Now.Authority.Knows)], from, to),
                member, office.Staff.Posts, office.Today),
        }, stop);
    }

    /// <summary>What is refused comes back with everything that was typed.</summary>
    private static Func<HttpContext, PostedForm, Answer<StaffAnswer>, CancellationToken, Task<IResult>> Page(string field) => async (http, form, answer, stop) => answer switch
    {
        Answer<StaffAnswer>.Given given => Results.Redirect($"/staff/{given.Value.Court}/{given.Value.Id}"),
        Answer<StaffAnswer>.Refused { Why: Refusal.Authority } => Replies.Error(http, 403),
        Answer<StaffAnswer>.Refused refused =>
            await Show(http, Office.Of(http), http.Stream("court"), FormRefusals.Of(form, refused.Why, field), null, Replies.Status(refused.Why), stop),
        _ => Replies.Error(http, 404),
    };

    private static async Task<Answer<IssuedPassword>> ResetPassword(HttpContext http, PostedForm form, CancellationToken stop)
    {
        var (office, id) = (Office.Of(http), http.Stream("court"));
        if (!StaffSight.Of(http, office, id.Home).Reset)
        {
            return office.Law.Now.MayNot(http.Acting(), "manage-rights", null) ?? new Refusal.Authority("manage-rights", "staff-other-court");
        }

        if (await office.Accounts.ById(id.Id, stop) is not { } account || account.Court != id.Home || await StaffLists.One(office.Db, id, stop) is not { Active: true } person)
        {
            return new Answer<IssuedPassword>.Unknown();
        }

        var password = OneTimePasswords.Fresh();
        (account.PasswordHash, account.MustChange) = (OneTimePasswords.Hash(password), true);
        account.TotpSecret = form["totp"] == "yes" ? null : account.TotpSecret;
        await http.RequestServices.GetRequiredService<UserManager<Account>>().UpdateSecurityStampAsync(account);
        await office.Accounts.Unlock(id.Id, stop);
        await AccessLog.Write(office.Db, http.Member(), "reset-password", office.Clock.GetUtcNow(), (id.Home, id.Id), detail: account.UserName, stop: stop);
        return new IssuedPassword(person.Name, account.UserName, password);
    }

    private static async Task<IResult> PasswordPage(HttpContext http, PostedForm form, Answer<IssuedPassword> answer, CancellationToken stop) => answer switch
    {
        Answer<IssuedPassword>.Given given => await Show(http, Office.Of(http), http.Stream("court"), FormState.Empty, given.Value, 200, stop),
        Answer<IssuedPassword>.Refused refused => Replies.Error(http, Replies.Status(refused.Why)),
        _ => Replies.Error(http, 404),
    };

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
                await HeldLists.Owed(office.Db, office.Law.Now.Courts, id, stop), member.Version, sight.Change, sight.Reset, sight.HandOver,
                await StaffPages.Units(office, id.Home, stop), Posts(office, member), [.. colleagues.Select(c => new Choice(c.Id.ToString(), c.Name))],
                Acts(office, member), [.. member.Deputies.Select(d => Row(office, d, sight.Change ? href : null))], Typed(form, member), Replies.FreshKey(), issued),
            status);
    }

    private static async Task<IResult> Api(HttpContext http, Office office, CancellationToken stop)
    {
        var id = http.Stream("court");
        return !StaffSight.Of(http, office, id.Home).Any ? Replies.Problem(403, "http-403")
            : await office.Staff.Load(id, stop) is not { } member ? Replies.Problem(404, "http-404")
            : Results.Ok(new StaffJson(
                id.Home, id.Id, member.Name, member.UserName, member.Unit, member.Posts, member.InPost, member.Deputies, await HeldLists.Owed(office.Db, office.Law.Now.Courts, id, stop), member.Version));
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
