using Zhixin.Database;
using Zhixin.History;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Petitions;

/// <summary>The conflict page: who changed what meanwhile, and what was typed, ready to be sent again on the present version.</summary>
public static class Conflicts
{
    private static readonly string[] Guards = ["__RequestVerificationToken", "key", "version"];

    /// <summary>The page, with status 409.</summary>
    public static async Task<IResult> Page(HttpContext http, Office office, StreamId id, PostedForm form, PetitionActs.Entry act, CancellationToken stop)
    {
        if (await office.Petitions.Load(http.Member().Scope, id, stop) is not var (petition, history))
        {
            return Replies.Error(http, 404);
        }

        var names = await StaffNames.Of(office, history.Events.Select(e => e.Actor), stop);
        var timeline = PetitionTimeline.Entries(office.Law.Now, history, names);
        var model = Model(
            petition.Opened.Number, $"/petitions/{id.Home}/{id.Id}", timeline, history.Events.Count(e => e.Version > (form.Version ?? 0)), form,
            $"/petitions/{id.Home}/{id.Id}/{act.Path}", petition.Version);
        return Replies.Page<ConflictPage>(http, model, 409);
    }

    /// <summary>The page's model for any matter.</summary>
    /// <param name="since">How many facts were added since the version that the actor saw.</param>
    public static ConflictModel Model(string number, string address, IReadOnlyList<TimelineEntry> timeline, int since, PostedForm form, string action, long version)
    {
        var typed = form.Values.Where(v => !Guards.Contains(v.Key) && !string.IsNullOrEmpty(v.Value)).ToList();
        return new ConflictModel(
            number, address, [.. timeline.Take(Math.Max(1, since))], [.. typed.Select(v => new KeyValue(v.Key, v.Value!))], action,
            [.. typed.Select(v => new KeyValuePair<string, string>(v.Key, v.Value!))], Replies.FreshKey(), version);
    }
}

/// <summary>The names of staff by id, for timelines.</summary>
public static class StaffNames
{
    private const string Sql = "select id, name from staff where id = any($1)";

    /// <summary>Names by id; the software itself is 系统.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Of(Office office, IEnumerable<Guid> ids, CancellationToken stop) =>
        Named(await office.Db.Reference<NameRow>(Sql, [ids.Distinct().ToArray()], stop));

    /// <summary>The same as part of a reading.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Of(Reading reading, IEnumerable<Guid> ids) =>
        Named(await reading.Ask<NameRow>(Sql, ids.Distinct().ToArray()));

    private static Dictionary<Guid, string> Named(IEnumerable<NameRow> found)
    {
        var names = found.ToDictionary(f => f.Id, f => f.Name);
        names[Guid.Empty] = "系统";
        return names;
    }

    private sealed record NameRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }
}
