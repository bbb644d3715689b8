using System.Globalization;
using Zhixin.Courts;
using Zhixin.Database.Courts;
using Zhixin.History;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Courts;

/// <summary>The people of a court: list, appointing, and the JSON of the list.</summary>
public static class StaffPages
{
    /// <summary>Maps the pages.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/staff", (HttpContext http, Office office) => Results.Redirect($"/staff/{http.Member().Court}"));
        app.MapGet("/staff/{court:int}", Show);
        new ActRoute<Appointed>(
            "/staff/{court:int}/appointments", "任命",
            [new("addName", "姓名"), new("addUser", "登录名"), new("addUnit", "机构"), new("addPost", "岗位代码")], Appoint, Appointed)
        {
            Made = appointed => $"/api/staff/{appointed.Court}/{appointed.Id}",
        }.Map(app);
        app.MapGet("/api/staff", Api).WithSummary("本院人员");
    }

    /// <summary>The name of a court, or of the platform; null where there is none with the number.</summary>
    public static string? NameOf(Office office, int court) => court == Court.Platform ? "系统平台" : office.Law.Now.Courts.ByNumber(court)?.Name;

    private static async Task<IResult> Show(HttpContext http, Office office, int court, CancellationToken stop) =>
        await List(http, office, court, FormState.Empty, null, 200, stop);

    private static async Task<Answer<Appointed>> Appoint(HttpContext http, PostedForm form, CancellationToken stop)
    {
        var (office, court) = (Office.Of(http), http.Number("court"));
        if (NameOf(office, court) is null)
        {
            return new Answer<Appointed>.Unknown();
        }

        var (id, password) = (Guid.CreateVersion7(office.Clock.GetUtcNow()), OneTimePasswords.Fresh());
        var command = new Appoint(form["addName"] ?? string.Empty, form["addUser"] ?? string.Empty, form["addUnit"] ?? string.Empty, form["addPost"] is { Length: > 0 } post ? [post] : []);
        return await office.Staff.Appoint(http.Acting(), new StreamId(court, id), command, OneTimePasswords.Once(password), form.Resend, stop) switch
        {
            Answer<StaffAnswer>.Refused refused => refused.Why,

            // The same came twice: the password that holds was shown the first time.
            Answer<StaffAnswer>.Given given when given.Value.Id != id => new Appointed(court, given.Value.Id, null),
            Answer<StaffAnswer>.Given => new Appointed(court, id, new IssuedPassword(command.Name.Trim(), command.UserName.Trim().ToLowerInvariant(), password)),
            _ => new Answer<Appointed>.Unknown(),
        };
    }

    private static async Task<IResult> Appointed(HttpContext http, PostedForm form, Answer<Appointed> answer, CancellationToken stop) => answer switch
    {
        Answer<Appointed>.Refused refused => await List(http, Office.Of(http), http.Number("court"), Added(form, refused.Why), null, Replies.Status(refused.Why), stop),
        Answer<Appointed>.Given { Value.Issued: null } given => Results.Redirect($"/staff/{given.Value.Court}/{given.Value.Id}"),
        Answer<Appointed>.Given given => await List(http, Office.Of(http), given.Value.Court, FormState.Empty, given.Value.Issued, 200, stop),
        _ => Replies.Error(http, 404),
    };

    /// <summary>The field names of the form that adds a person, from those of the decision.</summary>
    private static FormState Added(PostedForm form, Refusal why)
    {
        var state = FormRefusals.Of(form, why, "name");
        return state with { Messages = [.. state.Messages.Select(m => m with { Field = "add" + char.ToUpperInvariant(m.Field[0]) + m.Field[1..] })] };
    }

    private static async Task<IResult> List(HttpContext http, Office office, int court, FormState added, IssuedPassword? issued, int status, CancellationToken stop)
    {
        var sight = StaffSight.Of(http, office, court);
        if (NameOf(office, court) is not { } name || !sight.Any)
        {
            return Replies.Error(http, NameOf(office, court) is null ? 404 : 403);
        }

        string Asked(string field) => http.Request.Query[field].ToString();
        var after = Asked("after").Split('_', 2) is [var id, var last] && Guid.TryParse(id, out var guid) ? (last, guid) : ((string, Guid)?)null;
        var found = await StaffLists.Of(office.Db, court, Asked("name"), Asked("unit"), Asked("post"), after, office.Today, stop);
        var rows = found.Take(StaffLists.Page).ToList();
        var handling = court == Court.Platform ? [] : await StaffLists.Handling(office.Db, court, rows.Select(r => r.Id), stop);
        var filter = new Dictionary<string, string?>(StringComparer.Ordinal) { ["name"] = Asked("name"), ["unit"] = Asked("unit"), ["post"] = Asked("post") };
        var href = $"/staff/{court}";
        return Replies.Page<StaffPage>(
            http,
            new StaffModel(
                name, FormState.Of(filter), await Units(office, court, stop), [new Choice(string.Empty, "—"), .. PostsOf(office, court)],
                [.. rows.Select(r => Row(office, r, handling.GetValueOrDefault(r.Id)))],
                new PagerModel(after is null ? null : href, found.Count > rows.Count ? Next(href, filter, rows[^1]) : null, StaffLists.Page, null, "人", "第一页", "后面的"),
                sight.Change ? new AddStaff(added, Replies.FreshKey()) : null, issued, href),
            status);
    }

    /// <summary>The units of a court to choose from.</summary>
    public static async Task<IReadOnlyList<Choice>> Units(Office office, int court, CancellationToken stop) =>
        [new Choice(string.Empty, "—"), .. (await StaffLists.Units(office.Db, court, stop)).Select(u => new Choice(u.Name, u.Name))];

    /// <summary>The posts that people of a court may hold.</summary>
    public static IEnumerable<Choice> PostsOf(Office office, int court) => office.Staff.Posts.All
        .Where(p => office.Law.Now.Courts.ByNumber(court) is { } c ? p.Levels.Contains(c.Level) : p.Administrator).Select(p => new Choice(p.Code, p.Name));

    private static string Next(string href, Dictionary<string, string?> filter, StaffLine last) =>
        href + QueryString.Create(filter.Append(new("after", $"{last.Id}_{last.Name}")));

    private static StaffRow Row(Office office, StaffLine line, int handling) => new(
        line.Name, line.UserName, line.Unit.Length == 0 ? "—" : line.Unit, [.. line.Posts.Select(p => office.Staff.Posts.ByCode(p)?.Name ?? p)],
        line.Active ? "在任" : "已离任", line.Active, handling, line.Deputy, [new ActionModel("办理", string.Create(CultureInfo.InvariantCulture, $"/staff/{line.Court}/{line.Id}"))]);

    private static async Task<IResult> Api(HttpContext http, Office office, int? court, string? after, CancellationToken stop)
    {
        var number = court ?? http.Member().Court;
        if (!StaffSight.Of(http, office, number).Any)
        {
            return Replies.Problem(403, "http-403");
        }

        var from = after?.Split('_', 2) is [var id, var last] && Guid.TryParse(id, out var guid) ? (last, guid) : ((string, Guid)?)null;
        var found = await StaffLists.Of(office.Db, number, string.Empty, string.Empty, string.Empty, from, office.Today, stop);
        return Results.Ok(new
        {
            items = found.Take(StaffLists.Page).Select(s => new { s.Court, s.Id, s.Name, user = s.UserName, s.Unit, s.Posts, inPost = s.Active, s.Deputy, s.Version }),
            after = found.Count > StaffLists.Page ? $"{found[StaffLists.Page - 1].Id}_{found[StaffLists.Page - 1].Name}" : null,
        });
    }
}
