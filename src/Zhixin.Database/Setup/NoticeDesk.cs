using Zhixin.Calendar;
using Zhixin.Database.History;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.History;

namespace Zhixin.Database.Setup;

/// <summary>A year's notice as lists show it.</summary>
public sealed record NoticeLine
{
    public required Guid Id { get; init; }

    public required int StreamVersion { get; init; }

    public required int Year { get; init; }

    public required int Revision { get; init; }

    public required string Text { get; init; }

    public required string Reason { get; init; }

    public required Guid ProposedBy { get; init; }

    public required string ProposerName { get; init; }

    public required DateTime At { get; init; }

    public Guid? ConfirmedBy { get; init; }

    public string? ConfirmerName { get; init; }

    public required bool Refused { get; init; }

    /// <summary>Null while open dates are still to be recomputed by it.</summary>
    public DateTime? RecomputedAt { get; init; }
}

/// <summary>What an act on a notice leaves; <see cref="Effect"/> after a confirmation.</summary>
public sealed record NoticeAnswer(Guid Id, int Year, int Revision, int Version, CalendarEffect? Effect);

/// <summary>
/// Calendar notices by two persons. On confirmation the calendar is loaded anew and every open date that it touches is recomputed; a run
/// that broke off goes on at the next start (<see cref="Finish"/>).
/// </summary>
public sealed class NoticeDesk(Db db, LawInForce law, LawLoader loader, IReadOnlyList<IKeepsDates> dated, TimeProvider clock)
{
    private const string Proposing = "propose-calendar";
    private const string Confirming = "confirm-calendar";

    private const string Select =
        """
        select n.id, n.stream_version, n.year, n.revision, n.text, n.reason, n.proposed_by, coalesce(p.name, '') as proposer_name, n.at,
          n.confirmed_by, k.name as confirmer_name, n.refused, n.recomputed_at
        from calendar_notice n
          left join lateral (select name from staff where id = n.proposed_by limit 1) p on true
          left join lateral (select name from staff where id = n.confirmed_by limit 1) k on true
        """;

    private readonly CalendarRecompute _recompute = new(db, law, dated);

    /// <summary>The notices that wait for a second person, oldest first.</summary>
    public Task<List<NoticeLine>> Waiting(CancellationToken stop) =>
        db.Reference<NoticeLine>(Select + " where n.confirmed_by is null order by n.at, n.id", [], stop);

    /// <summary>The notices of a year that persons gave, newest first.</summary>
    public Task<List<NoticeLine>> Of(int year, CancellationToken stop) =>
        db.Reference<NoticeLine>(Select + " where n.year = $1 order by n.revision desc", [year], stop);

    /// <summary>One notice, or null.</summary>
    public async Task<NoticeLine?> Find(Guid id, CancellationToken stop) =>
        (await db.Reference<NoticeLine>(Select + " where n.id = $1", [id], stop)).SingleOrDefault();

    /// <summary>What a waiting notice would move.</summary>
    public Task<CalendarEffect> Preview(NoticeLine notice, CancellationToken stop) =>
        _recompute.Preview(law.Now.Calendar.With(CalendarYear.Parse(notice.Year + ".yaml", notice.Text)), notice.Year, stop);

    /// <summary>The first person's act.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    public async Task<Answer<NoticeAnswer>> Propose(ActingPerson who, string file, string? text, string? reason, Resend? resend, CancellationToken stop)
    {
        if (TwoPersons.MayNot(law.Now, who, Proposing, null) is { } refusal)
        {
            return refusal;
        }

        if (await KeptAnswers.Find<NoticeAnswer>(db, who.Scope, 0, who.Id, resend, stop) is { } earlier)
        {
            return earlier;
        }

        var last = (await db.Reference<LastRow>("select year, max(revision) as revision from calendar_notice group by year", [], stop)).ToDictionary(r => r.Year, r => r.Revision);
        var waiting = (await Waiting(stop)).ConvertAll(n => n.Year);
        var decision = NoticeLoading.Propose(file, text, reason, who.Id, law.Now.Calendar, year => last.GetValueOrDefault(year) + 1, waiting);
        if (decision is not Decision<object>.Done { Events: [NoticeProposed proposed] })
        {
            return ((Decision<object>.Refused)decision).Why;
        }

        var context = TwoPersons.Context(who, Proposing, clock);
        var head = StreamHead.New(new StreamId(0, Guid.CreateVersion7(context.Now)));
        var answer = new NoticeAnswer(head.Id.Id, proposed.Year, proposed.Revision, 1, null);
        var batch = Staged(context, head, proposed, resend, answer).Add(
            "insert into calendar_notice (id, stream_version, year, revision, text, reason, proposed_by, at) values ($1, 1, $2, $3, $4, $5, $6, $7)",
            head.Id.Id, proposed.Year, proposed.Revision, proposed.Text, proposed.Reason, who.Id, context.Now.UtcDateTime);
        return await Execute(batch, who, head, resend, answer, stop);
    }

    /// <summary>The second person's yes: loads the calendar and recomputes open dates.</summary>
    public async Task<Answer<NoticeAnswer>> Confirm(ActingPerson who, Guid id, int? expected, Resend? resend, CancellationToken stop)
    {
        var answer = await Act(who, id, expected, resend, notice => NoticeLoading.Confirm(notice, who.Id), stop);
        if (answer is not Answer<NoticeAnswer>.Given given)
        {
            return answer;
        }

        law.Now = await loader.Load(stop);
        return given.Value with { Effect = await Recompute(id, given.Value.Year, who.Id, stop) };
    }

    /// <summary>The second person's no.</summary>
    public Task<Answer<NoticeAnswer>> Refuse(ActingPerson who, Guid id, int? expected, string? reason, Resend? resend, CancellationToken stop) =>
        Act(who, id, expected, resend, notice => NoticeLoading.Refuse(notice, who.Id, reason), stop);

    /// <summary>Recomputes for every confirmed notice whose run did not come to its end.</summary>
    public async Task Finish(CancellationToken stop)
    {
        var open = await db.Reference<NoticeLine>(Select + " where n.confirmed_by is not null and not n.refused and n.recomputed_at is null order by n.year, n.revision", [], stop);
        foreach (var notice in open)
        {
            await Recompute(notice.Id, notice.Year, notice.ConfirmedBy!.Value, stop);
        }
    }

    private async Task<CalendarEffect> Recompute(Guid id, int year, Guid confirmer, CancellationToken stop)
    {
        var effect = await _recompute.Run(confirmer, year, stop);
        await db.Change("update calendar_notice set recomputed_at = $2 where id = $1", [id, clock.GetUtcNow().UtcDateTime], stop);
        return effect;
    }

    private async Task<Answer<NoticeAnswer>> Act(
        ActingPerson who, Guid id, int? expected, Resend? resend, Func<NoticeCase, Decision<object>> decide, CancellationToken stop)
    {
        if (await EventStore.Load(db, who.Scope, new StreamId(0, id), stop) is not { } history || history.Facts[0].Fact is not NoticeProposed)
        {
            return new Answer<NoticeAnswer>.Unknown();
        }

        var notice = NoticeCase.Fold(history.Head.Id, history.Facts);
        if (TwoPersons.MayNot(law.Now, who, Confirming, notice.Proposed.Proposer) is { } refusal)
        {
            return refusal;
        }

        if (await KeptAnswers.Find<NoticeAnswer>(db, who.Scope, 0, who.Id, resend, stop) is { } earlier)
        {
            return earlier;
        }

        if (expected is { } version && version != notice.Version)
        {
            return new Refusal.Conflict(version, notice.Version);
        }

        var decision = decide(notice);
        if (decision is not Decision<object>.Done done)
        {
            return ((Decision<object>.Refused)decision).Why;
        }

        var answer = new NoticeAnswer(id, notice.Proposed.Year, notice.Proposed.Revision, notice.Version + 1, null);
        var context = TwoPersons.Context(who, Confirming, clock);
        var refused = done.Events[0] as NoticeRefused;
        var batch = Staged(context, history.Head, done.Events[0], resend, answer).Add(
            "update calendar_notice set stream_version = $2, confirmed_by = $3, confirmed_at = $4, refused = $5, decision = $6 where id = $1",
            id, answer.Version, who.Id, context.Now.UtcDateTime, refused is not null, refused?.Reason);
        return await Execute(batch, who, history.Head, resend, answer, stop);
    }

    private static CommandBatch Staged(CommandContext context, StreamHead head, object fact, Resend? resend, NoticeAnswer answer)
    {
        var batch = new CommandBatch(context.Court);
        KeptAnswers.Keep(batch, 0, context.Actor, resend, answer, context.Now);
        EventStore.Append(batch, context, head, "calendar", [new DatedFact(fact, ChinaDate.Of(context.Now))], [.. new[] { 0, context.Court }.Distinct()]);
        return batch;
    }

    private async Task<Answer<NoticeAnswer>> Execute(
        CommandBatch batch, ActingPerson who, StreamHead head, Resend? resend, NoticeAnswer answer, CancellationToken stop) =>
        await TwoPersons.Execute(db, batch, stop) ? answer
            : await KeptAnswers.Find<NoticeAnswer>(db, who.Scope, 0, who.Id, resend, stop) ?? new Refusal.Conflict(head.Version, head.Version + 1);

    private sealed record LastRow
    {
        public required int Year { get; init; }

        public required int Revision { get; init; }
    }
}
