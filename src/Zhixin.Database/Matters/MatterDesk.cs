using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Notices;
using Zhixin.Database.Papers;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Papers;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Matters;

/// <summary>
/// Carries acts on matters of one kind through: load, fold, decide, append with what follows, project; one transaction, one home. Petitions have a desk of their
/// own, since receipt is deemed there and contacts join.
/// </summary>
public sealed partial class MatterDesk<T>(Db db, LawInForce law, Outbox outbox, TimeProvider clock, MatterKind<T> kind, PaperBox box)
    : IKeepsDates
    where T : class
{
    private readonly NumberQueue _numbers = new();

    /// <summary>Today at +08:00.</summary>
    public DateOnly Today => Calendar.ChinaDate.Of(clock.GetUtcNow());

    /// <summary>The matter as it is; null where the scope does not see it, or it is none of this kind.</summary>
    public async Task<(T Matter, LoadedHistory History)?> Load(Scope scope, StreamId id, CancellationToken stop) =>
        await EventStore.Load(db, scope, id, stop) is { } history && kind.Fold(id, history) is { } matter && !kind.Accused(matter).Contains(scope.Viewer) ? (matter, history) : null;

    /// <summary>Begins a matter under the next number of its series.</summary>
    /// <param name="series">Its word stands in the number.</param>
    /// <param name="facts">What happened, given the number.</param>
    public async Task<Answer<MatterAnswer>> Begin(
        ActingPerson who, string act, string series, DateOnly on, Resend? resend, Func<string, IReadOnlyList<object>> facts, CancellationToken stop) =>
        await Write<MatterAnswer>(who, act, series, on, resend, [facts], made => made[0], stop);

    /// <summary>Begins several under the next numbers of a series: all of them or none, in one transaction.</summary>
    public async Task<Answer<IReadOnlyList<MatterAnswer>>> Begin(
        ActingPerson who, string act, string series, DateOnly on, Resend? resend, IReadOnlyList<Func<string, IReadOnlyList<object>>> each, CancellationToken stop) =>
        await Write<IReadOnlyList<MatterAnswer>>(who, act, series, on, resend, each, made => made, stop);

    /// <summary>Begins a matter whose id follows from what it is about; false where somebody did so before. The software acts.</summary>
    /// <param name="since">What was due before this day counts from it.</param>
    public async Task<bool> Open(StreamId id, DatedFact first, DateOnly since, CancellationToken stop)
    {
        if (await Load(new Scope(id.Home, Guid.Empty), id, stop) is not null)
        {
            return false;
        }

        var batch = new CommandBatch(id.Home);
        Stage(batch, Context(ActingPerson.Software(id.Home), FactCatalogue.Of(first.Fact).Name), null, StreamHead.New(id), [first], since);
        try
        {
            await Commands.Execute(db, batch, stop);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false; // Another node began it at the same moment.
        }
    }

    private async Task<Answer<TAnswer>> Write<TAnswer>(
        ActingPerson who, string act, string series, DateOnly on, Resend? resend, IReadOnlyList<Func<string, IReadOnlyList<object>>> each, Func<List<MatterAnswer>, TAnswer> told,
        CancellationToken stop)
        where TAnswer : notnull
    {
        var context = Context(who, act);
        var before = new CommandBatch(who.Court);
        EventStore.Announce(before, new StreamId(who.Court, context.Command));
        using var place = await _numbers.Enter(who.Court, stop);
        await using var connection = await db.OpenAsync(stop);
        var first = (await Numbers.Take(connection, before, who.Court, [series], Today.Year, stop))[series];
        if (each.Count > 1)
        {
            await Numbers.Take(connection, who.Court, series, Today.Year, each.Count - 1, stop);
        }

        var batch = new CommandBatch(who.Court);
        List<MatterAnswer> made = [.. each.Select((facts, n) => One(batch, context, facts(law.Now.Number(who.Court, Today, first + n, series)), on, n))];
        var answer = told(made);
        KeptAnswers.Keep(batch, who.Court, who.Id, resend, answer, context.Now);
        try
        {
            await using var whole = batch.Finish(connection);
            await whole.ExecuteNonQueryAsync(stop);
            return answer;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await KeptAnswers.Find<TAnswer>(db, who.Scope, who.Court, who.Id, resend, stop) ?? new Refusal.Conflict(0, 1);
        }
    }

    private MatterAnswer One(CommandBatch batch, CommandContext context, IReadOnlyList<object> facts, DateOnly on, int n)
    {
        var id = new StreamId(context.Court, n == 0 ? context.Command : Guid.CreateVersion7(context.Now));
        var after = Stage(batch, context, null, StreamHead.New(id), [.. facts.Select(f => new DatedFact(f, on))], Today);
        return new MatterAnswer(id.Home, id.Id, kind.Number(after), kind.Version(after));
    }

    /// <summary>Does an act. The decision may run up to three times when others add meanwhile.</summary>
    /// <param name="paper">The paper that goes out with what was decided: its number is taken, and it is kept, in the act's own transaction; null where none does.</param>
    public async Task<Answer<MatterAnswer>> Do(
        ActingPerson who, MatterAct act, Func<T, Decision<object>> decide, CancellationToken stop, Func<T, IReadOnlyList<object>, PaperOrder?>? paper = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await Load(who.Scope, act.Matter, stop) is not var (matter, history))
            {
                return new Answer<MatterAnswer>.Unknown();
            }

            if (await Happen(act.Matter, matter, history, stop) is { } passed)
            {
                // Whoever saw the matter as it was before the moment saw all that people did; what others do meanwhile is still a conflict.
                act = act with { Expected = act.Expected == kind.Version(matter) ? passed.Version ?? act.Expected : act.Expected };
                continue;
            }

            var decision = Judge(who, act, matter, decide);
            switch (decision)
            {
                case Decision<object>.Refused refused:
                    return await Earlier(who, act.Matter.Home, act.Resend, stop) ?? new Answer<MatterAnswer>.Refused(refused.Why);
                case Decision<object>.Done done when await Append(who, act, matter, history, done.Events, paper?.Invoke(matter, done.Events), stop) is { } answer:
                    return answer;
                case Decision<object>.Done when act.Expected is null && attempt < 3:
                    continue;
                default:
                    return new Refusal.Conflict(act.Expected ?? kind.Version(matter), kind.Version(matter) + 1);
            }
        }
    }

    private async Task<Answer<MatterAnswer>?> Append(
        ActingPerson who, MatterAct act, T matter, LoadedHistory history, IReadOnlyList<object> events, PaperOrder? order, CancellationToken stop)
    {
        if (order is null)
        {
            var batch = new CommandBatch(who.Court);
            var answer = Put(batch, who, act, matter, history, events, null);
            return await Finish(() => Commands.Execute(db, batch, stop), who, act, answer, stop);
        }

        using var place = await box.Enter(act.Matter.Home, stop);
        await using var connection = await db.OpenAsync(stop);
        var papers = new CommandBatch(who.Court);
        var issued = await box.Take(connection, papers, act.Matter, kind.Papers(matter).Count + 1, who.Court, order, Today.Year, stop);
        var given = Put(papers, who, act, matter, history, [.. events.Select(f => f is IOnPaper on ? on.Numbered(issued.Number) : f), issued], issued);
        await using var whole = papers.Finish(connection);
        return await Finish(() => whole.ExecuteNonQueryAsync(stop), who, act, given, stop);
    }

    private MatterAnswer Put(CommandBatch batch, ActingPerson who, MatterAct act, T matter, LoadedHistory history, IReadOnlyList<object> events, PaperIssued? paper)
    {
        if (paper is null && events.OfType<IOnPaper>().Any())
        {
            throw new InvalidOperationException($"{act.Act} says what stands under the number of a paper, and issues none.");
        }

        var context = Context(who, act.Act);
        int? late = who.IsSoftware ? null
            : act.On < Today && events.OfType<IDelivered>().Any() ? law.Now.Calendar.WorkdaysBetween(act.On, Today) : law.Now.DaysLate(kind.Court(matter), act.On, Today);
        var facts = late is { } days ? events.Prepend(kind.Late(act.Act, act.Proof!.Trim(), days)) : events;
        var happened = new CommandBatch(who.Court);
        var after = Stage(happened, context, matter, history.Head, [.. facts.Select(f => new DatedFact(f, act.On))], Today);
        var answer = new MatterAnswer(act.Matter.Home, act.Matter.Id, kind.Number(after), kind.Version(after)) { Paper = paper?.No, PaperNumber = paper?.Number };
        KeptAnswers.Keep(batch, act.Matter.Home, who.Id, act.Resend, answer, context.Now);
        batch.Add(happened);
        kind.Also?.Invoke(batch, context, after, events);
        return answer;
    }

    /// <summary>The answer; null where somebody else was faster, unless the same sending was answered before.</summary>
    private async Task<Answer<MatterAnswer>?> Finish(Func<Task> write, ActingPerson who, MatterAct act, MatterAnswer answer, CancellationToken stop)
    {
        try
        {
            await write();
            return answer;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await Earlier(who, act.Matter.Home, act.Resend, stop);
        }
    }

    private T Stage(CommandBatch batch, CommandContext context, T? before, StreamHead head, IReadOnlyList<DatedFact> happened, DateOnly today)
    {
        var (after, facts) = kind.Tell(law.Now, before, head.Id, happened, today);
        var sight = kind.Sight(after);
        EventStore.Append(batch, context, head, kind.Name, facts, SeenBy(sight));
        Petitions.SightRows.Change(batch, head.Id, before is null ? [] : kind.Sight(before), sight);
        var was = before is null ? [] : kind.Rows(before).ToDictionary(Key);
        foreach (var row in kind.Rows(after).Where(row => !was.TryGetValue(Key(row), out var old) || !row.IsSame(old)))
        {
            row.Write(batch, isNew: !was.ContainsKey(Key(row)));
        }

        outbox.Stage(batch, context, head.Id.Home, kind.Notices(law.Now, before, after, facts, new Actors(context.Actor, context.OnBehalfOf)));
        return after;
    }

    /// <summary>The distinct courts of a sight, ascending.</summary>
    public static int[] SeenBy(IReadOnlyList<(int Court, string Ground)> sight) => [.. sight.Select(s => s.Court).Distinct().Order()];

    private static string Key(TableRow row) => row.Table.Name + string.Join('|', row.Values.Take(row.Table.Key.Count));

    private CommandContext Context(ActingPerson who, string act)
    {
        var now = RecordedEvent.Cut(clock.GetUtcNow());
        return new CommandContext(Guid.CreateVersion7(now), who.Id, who.For?.Id, who.Court, act, who.Origin, now);
    }

    /// <summary>A moment of the law has passed.</summary>
    /// <param name="Version">The matter's version with it; null where somebody else was faster and nothing was written here.</param>
    private sealed record Passed(int? Version);
}
