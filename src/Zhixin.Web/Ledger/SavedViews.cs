using Zhixin.Database;
using Zhixin.Database.Access;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Ledger;

/// <summary>A filter that a person saved under a name.</summary>
public sealed record SavedView
{
    public required string Name { get; init; }

    public required string Query { get; init; }
}

/// <summary>The views that a person saved for himself: kept, replaced under the same name, removed.</summary>
public static class SavedViews
{
    private const string Sql = "select name, query from saved_view where staff = $1 order by name";
    private const int LongestName = 40;
    private const int LongestQuery = 2000;

    /// <summary>Maps the forms and their JSON twins.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPost("/ledger/views", Save).Posted();
        app.MapPost("/ledger/views/removal", RemoveShown).Posted();
        app.MapGet("/api/ledger/views", async (HttpContext http, Office office, CancellationToken stop) => Results.Ok(await Of(office, http.Member(), stop)))
            .WithSummary("本人保存的台账视图");
        app.MapPost("/api/ledger/views", ApiSave).WithSummary("保存台账视图：name、query；同名的被替换");
        app.MapDelete("/api/ledger/views/{name}", async (HttpContext http, Office office, string name, CancellationToken stop) =>
            await Remove(office, http.Member(), name, stop) ? Results.NoContent() : Replies.Problem(404, "http-404")).WithSummary("删除台账视图");
    }

    /// <summary>A person's views by name.</summary>
    public static Task<List<SavedView>> Of(Office office, Member member, CancellationToken stop) => office.Db.Reference<SavedView>(Sql, [member.Id], stop);

    /// <summary>The same as part of a reading.</summary>
    public static Task<List<SavedView>> Of(Reading reading, Member member) => reading.Ask<SavedView>(Sql, member.Id);

    private static async Task<IResult> Save(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        return await Keep(office, http.Member(), form["name"], form["query"], stop) is { } kept ? Results.Redirect("/ledger?" + kept.Query) : Replies.Error(http, 400);
    }

    private static async Task<IResult> ApiSave(HttpContext http, Office office, Wanted body, CancellationToken stop) =>
        await Keep(office, http.Member(), body.Name, body.Query?.TrimStart('?'), stop) is { } kept
            ? Results.Created($"/api/ledger/views/{Uri.EscapeDataString(kept.Name)}", kept)
            : Replies.Problem(400, "http-400");

    /// <summary>The view as kept; null where the name or the query is missing or too long.</summary>
    private static async Task<SavedView?> Keep(Office office, Member member, string? name, string? query, CancellationToken stop)
    {
        if (name?.Trim() is not { Length: > 0 and <= LongestName } kept || query is not { Length: <= LongestQuery })
        {
            return null;
        }

        await office.Db.Change(
            "insert into saved_view (staff, name, query) values ($1, $2, $3) on conflict (staff, name) do update set query = excluded.query", [member.Id, kept, query], stop);
        return new SavedView { Name = kept, Query = query };
    }

    private static async Task<IResult> RemoveShown(HttpContext http, Office office, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        await Remove(office, http.Member(), form["name"] ?? string.Empty, stop); // removed already is as good
        return Results.Redirect("/ledger");
    }

    private static async Task<bool> Remove(Office office, Member member, string name, CancellationToken stop) =>
        await office.Db.Change("delete from saved_view where staff = $1 and name = $2", [member.Id, name], stop) == 1;

    internal sealed record Wanted(string? Name, string? Query);
}
