using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Matters;
using Zhixin.Database.Notices;
using Zhixin.Database.Reception;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>
/// Carries an act on a petition through: load, fold, decide, append with what follows, project: one transaction.
/// </summary>
public sealed class PetitionDesk(Db db, LawInForce law, ReadRows rows, Outbox outbox, TimeProvider clock) : IKeepsDates
{
    /// <summary>Today at +08:00.</summary>
    public DateOnly Today => Calendar.ChinaDate.Of(clock.GetUtcNow());

    /// <summary>The petition as it is, when the person may see it; an accused person sees nothing (GC21-5(1)).</summary>
    public async Task<(Petition Petition, LoadedHistory History)?> Load(Scope scope, StreamId id, CancellationToken stop)
    {
        if (await EventStore.Load(db, scope, id, stop) is not { } history || history.Facts[0].Fact is not PetitionOpened)
        {
            return null;
        }

        var petition = Petition.Fold(id, history.Facts);
        return petition.Accused.Contains(scope.Viewer) ? null : (petition, history);
    }

    /// <summary>Does an act. The decision may run up to three times when others add meanwhile.</summary>
    /// <param name="loaded">The petition as it was just loaded for the same person, so that it is not loaded twice; what changed since is found when it is written.</param>
    public async Task<Answer<PetitionAnswer>> Do(
        ActingPerson who, PetitionAct act, Func<Petition, Decision<object>> decide, CancellationToken stop, (Petition Petition, LoadedHistory History)? loaded = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            if ((loaded ?? await Load(who.Scope, act.Petition, stop)) is not var (petition, history))
            {
                return new Answer<PetitionAnswer>.Unknown();
            }

            loaded = null;

            if (!who.IsSoftware && await DeemReceipt(petition, stop) is { } deemed)
            {
                act = act with { Expected = act.Expected == petition.Version ? deemed.Version : act.Expected };
                continue;
            }

            if (await Refuse(who, act, petition, stop) is { } early)
            {
                return early;
            }

            switch (InTime(who, act, petition, decide(petition)))
            {
                case Decision<object>.Refused refused:
                    return await Refused(who, act, refused.Why, stop);
                case Decision<object>.Done done when await Append(who, act, petition, history, done, stop) is { } answer:
                    return answer;
                case Decision<object>.Done when act.Expected is null && attempt < 3:
                    continue;
                default:
                    return new Refusal.Conflict(act.Expected ?? petition.Version, petition.Version + 1);
            }
        }
    }

    /// <inheritdoc/>
    public string Kind => PetitionNotices.Kind;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Obligation>> Obligations(StreamId id, CancellationToken stop) =>
        await Load(new Scope(id.Home, Guid.Empty), id, stop) is var (petition, _) ? petition.Obligations : [];

    /// <inheritdoc/>
    public async Task Move(StreamId id, Guid confirmer, string act, Func<IReadOnlyList<Obligation>, IReadOnlyList<ObligationMoved>> moves, CancellationToken stop)
    {
        // Nobody in particular looks: the bar of an accused person does not keep a date from being right.
        var job = ActingPerson.Software(id.Home) with { Id = confirmer };
        while (await Load(new Scope(id.Home, Guid.Empty), id, stop) is var (petition, history) && moves(petition.Obligations) is { Count: > 0 } moved
            && await Append(job, new PetitionAct(act, id, null, Today, null), petition, history, new Decision<object>.Done([.. moved]), stop) is null)
        {
            // Somebody else acted meanwhile.
        }
    }

    /// <summary>
    /// Deems receipt where the day for it is over, on that day. Every act on the petition does so first, so that no date depends on when a
    /// job ran. What a clock opens that was itself born overdue counts from where that one counts. Null where there is nothing to deem.
    /// </summary>
    public async Task<PetitionAnswer?> DeemReceipt(Petition petition, CancellationToken stop)
    {
        if (Assigning.Unacknowledged(petition, Today) is not { Due: { } due } owed)
        {
            return null;
        }

        var act = new PetitionAct(Assigning.DeemedReceipt, petition.Id, petition.Version, due, null)
        {
            Claim = new RungClaim(petition.Id, owed.No, Assigning.DeemedReceipt),
            Recorded = owed.OverdueAfter,
        };
        var answer = await Do(ActingPerson.Software(petition.Opened.Responsible), act, p => Assigning.DeemReceipt(p, owed.No, Today), stop);
        return (answer as Answer<PetitionAnswer>.Given)?.Value;
    }

    /// <summary>Stages a petition's rows: itself, and those beside it that changed.</summary>
    public void Project(CommandBatch batch, Petition? before, Petition after)
    {
        rows.Of(after).Write(batch, isNew: before is null);
        foreach (var row in rows.Beside(before, after))
        {
            row.Write(batch, isNew: before is null);
        }
    }

    /// <summary>Stages what happened to a petition: its events with what follows, its rows. Returns the petition after.</summary>
    /// <param name="on">The day of recording as the clocks see it: a job acts as of the legal moment, whenever it ran.</param>
    public Petition Stage(
        CommandBatch batch, CommandContext context, StreamId id, Petition? before, StreamHead head, IEnumerable<DatedFact> happened, DateOnly? on = null)
    {
        var (after, facts) = PetitionStory.Tell(before, id, happened, p => law.Now.Clocks(p, on ?? Today));
        EventStore.Append(batch, context, head, "petition", facts, rows.SeenBy(after));
        SightRows.Change(batch, id, before is null ? [] : rows.Sight(before), rows.Sight(after));

        Project(batch, before, after);
        Notify(batch, context, before, after, facts);
        return after;
    }

    /// <summary>Stages what people are told of what happened to a petition, and what its supervisions are told.</summary>
    public void Notify(CommandBatch batch, CommandContext context, Petition? before, Petition after, IReadOnlyList<DatedFact> facts)
    {
        outbox.Stage(batch, context, after.Id.Home, PetitionNotices.Of(before, after, facts, law.Now.Posts, new Actors(context.Actor, context.OnBehalfOf)));
        Supervisions.AccusedHalves.Stage(batch, context, before, after);
    }

    /// <summary>Who sees a petition when a contact of another court has joined it.</summary>
    public int[] SeenBy(Petition petition, int joining) => [.. rows.SeenBy(petition).Append(joining).Distinct().Order()];

    /// <summary>The context of a command that begins now.</summary>
    public CommandContext Begin(ActingPerson who, string act)
    {
        var now = RecordedEvent.Cut(clock.GetUtcNow());
        return new CommandContext(Guid.CreateVersion7(now), who.Id, who.For?.Id, who.Court, act, who.Origin, now);
    }

    /// <summary>
    /// The petition of an act, and the answer that ends it early: a refusal, or the answer to the same sending before. Null where the person
    /// does not see it.
    /// </summary>
    public async Task<(Petition Petition, LoadedHistory History, Answer<PetitionAnswer>? Instead)?> Ready(ActingPerson who, PetitionAct act, CancellationToken stop) =>
        await Load(who.Scope, act.Petition, stop) is var (petition, history) ? (petition, history, await Refuse(who, act, petition, stop)) : null;

    /// <summary>The decision, or its refusal where it would have happened before what it answers; the software acts at legal moments.</summary>
    public static Decision<object> InTime(ActingPerson who, PetitionAct act, Petition petition, Decision<object> decision) =>
        who.IsSoftware ? decision : Answered.InTime(decision, petition, act.On);

    /// <summary>What an act makes happen to its petition: an act that is entered late says so first, with its proof.</summary>
    public IEnumerable<DatedFact> Happened(ActingPerson who, PetitionAct act, Petition petition, IEnumerable<object> events)
    {
        var late = who.IsSoftware ? null : law.Now.DaysLate(petition.Opened.Responsible, act.On, Today);
        return (late is { } days ? events.Prepend(new PetitionEnteredLate(act.Act, act.Proof!.Trim(), days)) : events).Select(e => new DatedFact(e, act.On));
    }

    /// <summary>The answer to an act that is refused now: what the same sending was answered before, else the refusal. A resend makes one record, and is told so.</summary>
    public async Task<Answer<PetitionAnswer>> Refused(ActingPerson who, PetitionAct act, Refusal why, CancellationToken stop) =>
        await Earlier(who, act, stop) ?? new Answer<PetitionAnswer>.Refused(law.Now.Cited(who.Court, why, Today));

    private async Task<Answer<PetitionAnswer>?> Refuse(ActingPerson who, PetitionAct act, Petition petition, CancellationToken stop) =>
        Against(who, act, petition) is { } why ? await Refused(who, act, why, stop) : null;

    private Refusal? Against(ActingPerson who, PetitionAct act, Petition petition)
    {
        if (act.On > Today)
        {
            return new Refusal.Input("on", "date-in-future", act.On);
        }

        if (!who.IsSoftware && act.On < Today && Backdated(act, petition) is { } wrong)
        {
            return wrong;
        }

        if (act.Expected is { } expected && expected != petition.Version)
        {
            return new Refusal.Conflict(expected, petition.Version);
        }

        return law.Now.MayNot(who, act.Act, petition);
    }

    /// <summary>Nothing happens before the matter began, and what is entered late needs proof of its day.</summary>
    private Refusal.Input? Backdated(PetitionAct act, Petition petition) => act switch
    {
        _ when act.On < Calendar.WorkCalendar.First => new Refusal.Input("on", "date-too-early", Calendar.WorkCalendar.First),
        _ when act.On < petition.FirstReceivedOn => new Refusal.Input("on", "before-receipt", petition.FirstReceivedOn),
        _ when string.IsNullOrWhiteSpace(act.Proof) && law.Now.DaysLate(petition.Opened.Responsible, act.On, Today) is { } days =>
            new Refusal.Input("lateProof", "late-proof-required", days, law.Now.LateAfter(petition.Opened.Responsible, Today)),
        _ => null,
    };

    /// <summary>What the same sending was answered before; null where it comes for the first time.</summary>
    public Task<Answer<PetitionAnswer>?> Earlier(ActingPerson who, PetitionAct act, CancellationToken stop) =>
        KeptAnswers.Find<PetitionAnswer>(db, who.Scope, act.Petition.Home, who.Id, act.Resend, stop);

    private async Task<Answer<PetitionAnswer>?> Append(
        ActingPerson who, PetitionAct act, Petition petition, LoadedHistory history, Decision<object>.Done done, CancellationToken stop)
    {
        var context = Begin(who, act.Act);
        var batch = new CommandBatch(who.Court);
        var happened = new CommandBatch(who.Court);
        var facts = Happened(who, act, petition, done.Events);
        var after = Stage(happened, context, act.Petition, petition, history.Head, facts, who.IsSoftware ? act.Recorded ?? act.On : Today);
        var answer = new PetitionAnswer(act.Petition.Home, act.Petition.Id, petition.Opened.Number, after.Version);
        KeptAnswers.Keep(batch, act.Petition.Home, who.Id, act.Resend, answer, context.Now);
        act.Claim?.Write(batch, context.Now);
        act.Guard?.Write(batch);
        batch.Add(happened);
        try
        {
            await Commands.Execute(db, batch, stop);
            return answer;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await Earlier(who, act, stop);
        }
        catch (PostgresException e) when (e.SqlState == SlotGuard.Taken)
        {
            return await Earlier(who, act, stop) ?? new Refusal.State("appointment-taken-meanwhile");
        }
    }
}
