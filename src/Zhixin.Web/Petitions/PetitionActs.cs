using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Petitions;

/// <summary>The acts on a petition that page and API offer, each with its noun as address.</summary>
public static class PetitionActs
{
    /// <summary>What is needed to decide: a pure decision, or a desk of its own.</summary>
    public sealed record Prepared(
        Func<Petition, Decision<object>>? Decide, Func<PetitionAct, CancellationToken, Task<Answer<PetitionAnswer>>>? Act = null);

    /// <summary>An act.</summary>
    /// <param name="Path">The noun in the address.</param>
    /// <param name="Act">Code in the authority matrix.</param>
    /// <param name="Name">On the button.</param>
    /// <param name="NeedsVersion">Acts that decide need the version that the actor saw.</param>
    public sealed record Entry(
        string Path, string Act, string Name, bool NeedsVersion,
        Func<HttpContext, Office, Petition, ActInput, CancellationToken, Task<Prepared>> Prepare);

    /// <summary>Every act.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        new("assignment", "assign", "指定承办人", true, Assign),
        new("acknowledgement", "acknowledge", "签收", false, (http, office, _, input, _) =>
            Pure(p => Assigning.Acknowledge(p, http.Member().Id, input.On, office.Today))),
        new("priority", "set-priority", "确定办理级别", true, (_, _, _, input, _) =>
            Pure(p => LifeCycle.Prioritise(p, Enum.TryParse<Priority>(input.Field("priority"), true, out var priority) ? priority : p.Priority, input.Field("reason") ?? string.Empty))),
        new("void", "void", "作废", true, (_, _, _, input, _) => Pure(p => LifeCycle.Void(p, input.Field("reason") ?? string.Empty))),
        new("restoration", "void", "恢复", true, (_, _, _, input, _) => Pure(p => LifeCycle.Restore(p, input.Field("reason") ?? string.Empty))),
        new("separation", "undo-join", "撤回并入", true, (http, office, p, input, _) => Own(
            Joining.Leave(p, Id(input.Field("contact")), input.Field("reason") ?? string.Empty),
            (act, stop) => office.Life.Leave(http.Acting(), act, Id(input.Field("contact")), input.Field("reason")!, stop))),
        new("merger", "merge", "并入另一案", true, Merge),
        new("merger-undo", "undo-merge", "撤回并案", true, UndoMerge),
        new("correction", "correct", "更正登记", true, (http, office, _, input, _) => Own(null, (act, stop) => office.Life.Correct(
            http.Acting(), act, Id(input.Field("contact")), input.Field("field") ?? string.Empty, input.Field("value"), input.Field("reason") ?? string.Empty, stop))),
    ];

    private static async Task<Prepared> Merge(HttpContext http, Office office, Petition petition, ActInput input, CancellationToken stop)
    {
        var found = await office.Db.Query<Target>(
            http.Member().Scope, "select /* all homes: merger-target */ home, id from petition where number = $1 order by home, id", [input.Field("survivor")?.Trim() ?? string.Empty], stop);
        return found is [var survivor]
            ? new Prepared(null, (act, token) => office.Life.Merge(http.Acting(), act, new StreamId(survivor.Home, survivor.Id), input.Field("reason") ?? string.Empty, token))
            : new Prepared(p => p.IsOpen ? new Refusal.Input("survivor", "petition-number-unknown", input.Field("survivor")) : new Refusal.State("petition-not-open"));
    }

    private static Task<Prepared> UndoMerge(HttpContext http, Office office, Petition petition, ActInput input, CancellationToken stop) =>
        petition.Stage is Stage.Merged merged
            ? Own(null, (act, token) => office.Life.UndoMerge(http.Acting(), act, new StreamId(petition.Id.Home, merged.Survivor), input.Field("reason") ?? string.Empty, token))
            : Pure(_ => new Refusal.State("petition-not-merged"));

    private static Guid Id(string? text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;

    /// <summary>An act with a desk of its own; an early refusal needs no desk.</summary>
    private static Task<Prepared> Own(Decision<object>? early, Func<PetitionAct, CancellationToken, Task<Answer<PetitionAnswer>>> act) =>
        Task.FromResult(early is Decision<object>.Refused refused ? new Prepared(_ => refused) : new Prepared(null, act));

    private sealed record Target
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }
    }

    private static Task<Prepared> Pure(Func<Petition, Decision<object>> decide) => Task.FromResult(new Prepared(decide));

    private static async Task<Prepared> Assign(HttpContext http, Office office, Petition petition, ActInput input, CancellationToken stop)
    {
        var staff = await Candidates.Of(office, petition, stop);
        var handler = Candidates.Find(staff, input.Field("handler"));
        if (handler is null)
        {
            return new Prepared(_ => new Refusal.Input("handler", "handler-not-in-post", input.Field("handler")));
        }

        var co = Candidates.Find(staff, input.Field("coHandler"));
        var reason = input.Field("note");
        var command = new Assign(handler, co is null ? [] : [co], string.IsNullOrWhiteSpace(reason) ? null : reason);
        var original = petition.Opened.OriginalHandler is { } id ? staff.FirstOrDefault(s => s.Id == id) : null;
        return new Prepared(p => Assigning.Decide(command, p, original, http.Member().Posts.Contains("petition-unit-head")));
    }
}

/// <summary>Who of the responsible court may be named.</summary>
public static class Candidates
{
    private static readonly string[] Handling = ["handler", "petition-officer", "petition-unit-head", "co-handling-judge", "implementation-unit"];

    /// <summary>The staff of the responsible court, leavers included (they count as gone).</summary>
    public static async Task<IReadOnlyList<Candidate>> Of(Office office, Petition petition, CancellationToken stop) =>
        [.. (await office.Db.Reference<StaffRow>("select id, name, court, posts, active from staff where court = $1 order by name, id", [petition.Opened.Responsible], stop))
            .Select(s => new Candidate(s.Id, s.Name, s.Court, s.Active && s.Posts.Any(Handling.Contains), s.Posts))];

    /// <summary>The candidate with an id as text.</summary>
    public static Candidate? Find(IReadOnlyList<Candidate> staff, string? id) =>
        Guid.TryParse(id, out var wanted) ? staff.FirstOrDefault(s => s.Id == wanted) : null;

    private sealed record StaffRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required int Court { get; init; }

        public required string[] Posts { get; init; }

        public required bool Active { get; init; }
    }
}
