using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Reception;

namespace Zhixin.Database.Reception;

/// <summary>A bulletin to issue.</summary>
/// <param name="Day">The day that it is about.</param>
/// <param name="Courts">The courts that it names; null for every court under the issuing one.</param>
public sealed record IssueBulletin(DateOnly Day, IReadOnlyList<int>? Courts, string? Remarks, Resend? Resend);

/// <summary>What issuing leaves.</summary>
public sealed record BulletinAnswer(int Home, Guid Id, string Number);

/// <summary>
/// The days of courts: what is owed of each day, and the bulletins that fulfil it. The obligations stand in the same table as those of petitions,
/// so that every list of what is owed and every breach shows them.
/// </summary>
public sealed class PeriodDesk(Db db, LawInForce law, ReadRows rows, ReceptionLists lists, TimeProvider clock)
{
    /// <summary>The act of whoever issues, in the authority matrix.</summary>
    public const string Issue = "bulletin";

    /// <summary>The act of whoever reports a window.</summary>
    public const string WindowReport = "report-window";

    /// <summary>How far back a round looks for the last day that was begun.</summary>
    private const int LooksBack = 366;

    private readonly NumberQueue _numbers = new();
    private (DateOnly Day, Law Law)? _round;

    private DateOnly Today => Calendar.ChinaDate.Of(clock.GetUtcNow());

    /// <summary>A court's day; null where nothing was begun, or the scope does not see it.</summary>
    public async Task<(Period Period, LoadedHistory History)?> Load(Scope scope, StreamId id, CancellationToken stop) =>
        await EventStore.Load(db, scope, id, stop) is { } history && history.Facts[0].Fact is PeriodDayBegan ? (Period.Fold(id, history.Facts), history) : null;

    /// <summary>
    /// Begins today for every court that owes something of it, and the days since the last one that was begun: what was owed on them was owed,
    /// whether this ran or not. Returns how many days were begun. Any number of nodes may run this at once.
    /// </summary>
    public async Task<int> BeginDays(CancellationToken stop)
    {
        var (begun, round) = (0, (Today, law.Now));
        if (_round == round)
        {
            return 0; // Nothing can have come since but a new day or another law.
        }

        foreach (var court in law.Now.Courts.All.Where(c => Owed(c.Number, Today)))
        {
            foreach (var day in await Missing(court.Number, stop))
            {
                begun += Owed(court.Number, day) && await Begin(court.Number, day, day, stop) ? 1 : 0;
            }
        }

        _round = round;
        return begun;
    }

    /// <summary>Whether a rule in force opens something for the court at the beginning of a day.</summary>
    public bool Owed(int court, DateOnly day) =>
        Began(court, day).Any(fact => law.Now.Opens(court, fact));

    /// <summary>Issues the daily bulletin: figures of the moment, frozen.</summary>
    public async Task<Answer<BulletinAnswer>> Do(ActingPerson who, IssueBulletin command, CancellationToken stop)
    {
        if (MayNot(who) is { } refusal)
        {
            return refusal;
        }

        if (command.Day > Today)
        {
            return new Refusal.Input("day", "date-in-future", command.Day);
        }

        if (command.Day < Calendar.WorkCalendar.First)
        {
            return new Refusal.Input("day", "date-too-early", Calendar.WorkCalendar.First);
        }

        var id = Period.Of(who.Court, command.Day);
        var under = Under(who.Court);
        var figures = await lists.Figures(who.Scope, [.. under.Where(c => command.Courts?.Contains(c.Number) ?? true)], command.Day, stop);
        var earlier = (await Load(who.Scope, id, stop))?.Period.Bulletin?.Facts.Number;
        return Issuing.Decide(command.Day, Today, earlier, under, figures, command.Remarks) switch
        {
            Decision<BulletinDailyIssued>.Done { Events: [var issued] } => await WriteBegun(who, command, issued, stop),
            Decision<BulletinDailyIssued>.Refused refused => await Earlier(who, command, stop) ?? refused.Why,
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Reports today's window over the platform's items: the figures of the moment, and what was done (HNP-18).</summary>
    public async Task<Answer<WindowReportMade>> Report(ActingPerson who, WindowReportMade report, Resend? resend, CancellationToken stop)
    {
        if (MayNotReport(who) is { } refusal)
        {
            return refusal;
        }

        await Begin(who.Court, Today, Today, stop);
        var (period, history) = (await Load(who.Scope, Period.Of(who.Court, Today), stop)) ?? throw new InvalidDataException("A day that was begun is there.");
        if (period.Window is not null || string.IsNullOrWhiteSpace(report.Found))
        {
            return await KeptAnswers.Find<WindowReportMade>(db, who.Scope, who.Court, who.Id, resend, stop)
                ?? (period.Window is null ? new Refusal.Law("HNP-18", "window-needs-findings") : new Refusal.State("window-reported", period.Window.At));
        }

        var context = Context(who, WindowReport);
        var batch = new CommandBatch(who.Court);
        KeptAnswers.Keep(batch, who.Court, who.Id, resend, report, context.Now);
        var events = new CommandBatch(who.Court);
        Stage(events, context, period.Id, period, history.Head, [new DatedFact(report, Today)], Today);
        batch.Add(events);
        try
        {
            await Commands.Execute(db, batch, stop);
            return report;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await KeptAnswers.Find<WindowReportMade>(db, who.Scope, who.Court, who.Id, resend, stop) ?? new Refusal.Conflict(period.Version, period.Version + 1);
        }
    }

    /// <summary>Why a person may not report the own court's window; null when he or she may.</summary>
    public Refusal? MayNotReport(ActingPerson who) => law.Now.MayNot(who, WindowReport, who.Court);

    /// <summary>Why a person may not issue to the courts under the own one; null when he or she may.</summary>
    public Refusal? MayNot(ActingPerson who) => law.Now.MayNot(
        who, Issue, law.Now.Courts.Children(law.Now.Court(who.Court)) is [var first, ..] ? first.Number : who.Court);

    /// <summary>A court and all under it: what its statistic is about.</summary>
    public IReadOnlyList<(int Number, string Name)> Under(int court) => [.. law.Now.Courts.Subtree(law.Now.Court(court)).Select(c => (c.Number, c.Name))];

    private async Task<List<DateOnly>> Missing(int court, CancellationToken stop)
    {
        var days = Enumerable.Range(0, LooksBack).Select(back => Today.AddDays(-back)).ToList();
        var ids = days.ToDictionary(day => Period.Of(court, day).Id);
        var begun = await db.Query<Guid>(
            new Scope(court, Guid.Empty), "select stream from stream where home = $1 and stream = any($2)", [court, ids.Keys.ToArray()], stop);
        return begun.Count == 0 ? [Today] : [.. days.TakeWhile(day => day > begun.Max(id => ids[id])).Reverse()];
    }

    /// <summary>
    /// A bulletin begins its day where nothing did. A day since the last one that was begun is owed as of itself; of the days before the first one
    /// nothing was owed, so that what such a day opens counts from now.
    /// </summary>
    private async Task<Answer<BulletinAnswer>> WriteBegun(ActingPerson who, IssueBulletin command, BulletinDailyIssued issued, CancellationToken stop)
    {
        var (id, wasOwed) = (Period.Of(who.Court, command.Day), (await Missing(who.Court, stop)).Contains(command.Day));
        await Begin(who.Court, command.Day, wasOwed ? command.Day : Today, stop);
        var (period, history) = (await Load(who.Scope, id, stop)) ?? throw new InvalidDataException("A day that was begun is there.");
        return period.Bulletin is { } other
            ? await Earlier(who, command, stop) ?? new Refusal.State("bulletin-issued", other.Facts.Number)
            : await Write(who, command, period, history, issued, stop);
    }

    /// <summary>Begins a day; false where it was begun before.</summary>
    /// <param name="recorded">The day of recording, as the clocks see it: what was due before counts from it.</param>
    private async Task<bool> Begin(int court, DateOnly day, DateOnly recorded, CancellationToken stop)
    {
        var id = Period.Of(court, day);
        if (await Load(new Scope(court, Guid.Empty), id, stop) is not null)
        {
            return false;
        }

        var batch = new CommandBatch(court);
        Stage(batch, Context(ActingPerson.Software(court), "begin-day"), id, null, StreamHead.New(id), Began(court, day), recorded);
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

    private async Task<Answer<BulletinAnswer>> Write(
        ActingPerson who, IssueBulletin command, Period period, LoadedHistory history, BulletinDailyIssued issued, CancellationToken stop)
    {
        var context = Context(who, Issue);
        var before = new CommandBatch(who.Court);
        EventStore.Announce(before, new StreamId(who.Court, context.Command));
        using var place = await _numbers.Enter(who.Court, stop);
        await using var connection = await db.OpenAsync(stop);
        var numbers = await Numbers.Take(connection, before, who.Court, ["bulletin"], Today.Year, stop);
        issued = issued with { Number = law.Now.Number(who.Court, Today, numbers["bulletin"], "通") };
        var answer = new BulletinAnswer(period.Id.Home, period.Id.Id, issued.Number);
        var batch = new CommandBatch(who.Court);
        KeptAnswers.Keep(batch, who.Court, who.Id, command.Resend, answer, context.Now);
        Stage(batch, context, period.Id, period, history.Head, [new DatedFact(issued, Today)], Today);
        try
        {
            await using var whole = batch.Finish(connection);
            await whole.ExecuteNonQueryAsync(stop);
            return answer;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await Earlier(who, command, stop) ?? new Refusal.Conflict(period.Version, period.Version + 1);
        }
    }

    private void Stage(CommandBatch batch, CommandContext context, StreamId id, Period? before, StreamHead head, IReadOnlyList<DatedFact> happened, DateOnly today)
    {
        var setting = new ClockSetting(law.Now.Rules, law.Now.Calendar, law.Now.Chain, (_, _) => id.Home, (_, _) => null, today);
        var (after, facts) = Period.Tell(before, id, happened, setting);
        var chain = rows.SeenBy(id.Home, id.Home);
        EventStore.Append(batch, context, head, Period.Kind, facts, BulletinRows.SeenBy(after, chain));
        foreach (var obligation in after.Obligations)
        {
            rows.Of(after, obligation).Write(batch);
        }

        BulletinRows.Of(after, chain)?.Write(batch);
    }

    /// <summary>The day begins; a working day begins as such too (HNP-18).</summary>
    private IReadOnlyList<DatedFact> Began(int court, DateOnly day)
    {
        var level = law.Now.Court(court).Level.ToString().ToLowerInvariant();
        return law.Now.Calendar.IsWorkday(day) ? [new(new PeriodDayBegan(level), day), new(new PeriodWorkdayBegan(level), day)] : [new(new PeriodDayBegan(level), day)];
    }

    private CommandContext Context(ActingPerson who, string act)
    {
        var now = RecordedEvent.Cut(clock.GetUtcNow());
        return new CommandContext(Guid.CreateVersion7(now), who.Id, who.For?.Id, who.Court, act, who.Origin, now);
    }

    private Task<Answer<BulletinAnswer>?> Earlier(ActingPerson who, IssueBulletin command, CancellationToken stop) =>
        KeptAnswers.Find<BulletinAnswer>(db, who.Scope, who.Court, who.Id, command.Resend, stop);
}
