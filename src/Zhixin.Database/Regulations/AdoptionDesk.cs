using Zhixin.Calendar;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.Database.Setup;
using Zhixin.History;
using Zhixin.Regulations;

namespace Zhixin.Database.Regulations;

/// <summary>
/// Adoptions by two persons: decided, appended and projected in one transaction; then the law is loaded anew. What has opened already
/// keeps the rule with which it opened.
/// </summary>
public sealed class AdoptionDesk(Db db, LawInForce law, LawLoader loader, TimeProvider clock)
{
    private const string Proposing = "propose-pack-adoption";
    private const string Confirming = "confirm-pack-adoption";

    private const string Select =
        """
        select a.id, a.stream_version, a.pack, a.version, a.hash, a.court, coalesce(c.name, '') as court_name, a.from_day, a.until_day, a.reason,
          a.state, a.proposed_by, coalesce(p.name, '') as proposer_name, a.proposed_at, k.name as confirmer_name, a.confirmed_at, a.decision,
          a.end_day, a.end_reason, a.end_proposed_by
        from adoption a left join court c on c.number = a.court
          left join lateral (select name from staff where id = a.proposed_by limit 1) p on true
          left join lateral (select name from staff where id = a.confirmed_by limit 1) k on true
        """;

    private const string Upsert =
        """
        insert into adoption (id, pack, version, hash, court, from_day, until_day, reason, proposed_by, proposed_at, confirmed_by, confirmed_at,
          refused, stream_version, state, decision, end_day, end_reason, end_proposed_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
        on conflict (id) do update set until_day = excluded.until_day, confirmed_by = excluded.confirmed_by,
          confirmed_at = coalesce(adoption.confirmed_at, excluded.confirmed_at), refused = excluded.refused,
          stream_version = excluded.stream_version, state = excluded.state, decision = excluded.decision, end_day = excluded.end_day,
          end_reason = excluded.end_reason, end_proposed_by = excluded.end_proposed_by
        """;

    /// <summary>The adoptions that wait for a second person, oldest first.</summary>
    public Task<List<AdoptionLine>> Waiting(CancellationToken stop) =>
        db.Reference<AdoptionLine>(Select + " where (a.state = 'proposed' and a.confirmed_by is null) or a.state = 'ending' order by a.proposed_at, a.id limit 200", [], stop);

    /// <summary>All adoptions of a pack, newest first; of every pack when null.</summary>
    public Task<List<AdoptionLine>> Of(string? pack, CancellationToken stop) =>
        db.Reference<AdoptionLine>(Select + " where ($1::text is null or a.pack = $1) order by a.proposed_at desc, a.id desc limit 200", [pack], stop);

    /// <summary>One adoption, or null.</summary>
    public async Task<AdoptionLine?> Find(Guid id, CancellationToken stop) =>
        (await db.Reference<AdoptionLine>(Select + " where a.id = $1", [id], stop)).SingleOrDefault();

    /// <summary>The first person's act.</summary>
    public async Task<Answer<AdoptionAnswer>> Propose(ActingPerson who, AdoptionProposal proposal, Resend? resend, CancellationToken stop)
    {
        if (TwoPersons.MayNot(law.Now, who, Proposing, null) is { } refusal)
        {
            return refusal;
        }

        if (await KeptAnswers.Find<AdoptionAnswer>(db, who.Scope, proposal.Court ?? 0, who.Id, resend, stop) is { } earlier)
        {
            return earlier;
        }

        var decision = Adopting.Propose(proposal, who.Id, law.Now.Packs, law.Now.Courts, await Standing(stop));
        if (decision is not Decision<object>.Done done)
        {
            return ((Decision<object>.Refused)decision).Why;
        }

        var context = TwoPersons.Context(who, Proposing, clock);
        var id = new StreamId(proposal.Court!.Value, Guid.CreateVersion7(context.Now));
        return await Append(context, StreamHead.New(id), null, done.Events, [], resend, stop);
    }

    /// <summary>The second person's yes, to the adoption or to its end.</summary>
    public Task<Answer<AdoptionAnswer>> Confirm(ActingPerson who, Guid id, int? expected, Resend? resend, CancellationToken stop) =>
        Act(who, Confirming, id, expected, resend, async a => Adopting.Confirm(a, who.Id, await Standing(stop)), stop);

    /// <summary>The second person's no, to the adoption or to its end.</summary>
    public Task<Answer<AdoptionAnswer>> Refuse(ActingPerson who, Guid id, int? expected, string? reason, Resend? resend, CancellationToken stop) =>
        Act(who, Confirming, id, expected, resend, a => Task.FromResult(Adopting.Refuse(a, who.Id, reason)), stop);

    /// <summary>The first person proposes that it ends.</summary>
    /// <param name="lastDay">Inclusive.</param>
    public Task<Answer<AdoptionAnswer>> ProposeEnd(
        ActingPerson who, Guid id, int? expected, DateOnly? lastDay, string? reason, Resend? resend, CancellationToken stop) =>
        Act(who, Proposing, id, expected, resend, a => Task.FromResult(Adopting.ProposeEnd(a, who.Id, lastDay, reason)), stop);

    private async Task<Answer<AdoptionAnswer>> Act(
        ActingPerson who, string act, Guid id, int? expected, Resend? resend, Func<AdoptionCase, Task<Decision<object>>> decide, CancellationToken stop)
    {
        if (await Load(who, id, stop) is not var (adoption, head))
        {
            return new Answer<AdoptionAnswer>.Unknown();
        }

        if (TwoPersons.MayNot(law.Now, who, act, act == Confirming ? adoption.WaitsFor : null) is { } refusal)
        {
            return refusal;
        }

        if (await KeptAnswers.Find<AdoptionAnswer>(db, who.Scope, adoption.Id.Home, who.Id, resend, stop) is { } earlier)
        {
            return earlier;
        }

        if (expected is { } version && version != adoption.Version)
        {
            return new Refusal.Conflict(version, adoption.Version);
        }

        var decision = await decide(adoption);
        if (decision is not Decision<object>.Done done)
        {
            return ((Decision<object>.Refused)decision).Why;
        }

        var older = new List<(AdoptionCase, StreamHead)>();
        foreach (var end in done.Events is [AdoptionConfirmed] ? adoption.Proposed.Ends : [])
        {
            if (await Load(who, end, stop) is { } found && found.Adoption.State is AdoptionState.Confirmed or AdoptionState.Ending)
            {
                older.Add(found);
            }
        }

        return await Append(TwoPersons.Context(who, act, clock), head, adoption, done.Events, older, resend, stop);
    }

    private async Task<(AdoptionCase Adoption, StreamHead Head)?> Load(ActingPerson who, Guid id, CancellationToken stop)
    {
        var home = await db.Reference<int?>("select court from adoption where id = $1", [id], stop);
        return home is [{ } court] && await EventStore.Load(db, who.Scope, new StreamId(court, id), stop) is { } history
            ? (AdoptionCase.Fold(new StreamId(court, id), history.Facts), history.Head)
            : null;
    }

    private async Task<IReadOnlyList<StandingAdoption>> Standing(CancellationToken stop)
    {
        var confirmed = await db.Reference<AdoptionLine>(Select + " where a.confirmed_by is not null and not a.refused", [], stop);
        return
        [
            .. loader.Printed(law.Now.Packs).Select(a => new StandingAdoption(null, a)),
            .. confirmed.Select(a => new StandingAdoption(a.Id, new Adoption(a.Pack, a.Version, a.Hash, a.Court, a.FromDay, a.UntilDay, a.Reason))),
        ];
    }

    private async Task<Answer<AdoptionAnswer>> Append(
        CommandContext context, StreamHead head, AdoptionCase? before, IReadOnlyList<object> facts,
        IReadOnlyList<(AdoptionCase Adoption, StreamHead Head)> older, Resend? resend, CancellationToken stop)
    {
        var after = facts.Aggregate(before, (a, fact) => a is null ? AdoptionCase.Begin(head.Id, fact) : a.Apply(fact))!;
        var answer = new AdoptionAnswer(head.Id.Id, head.Id.Home, after.Version, after.State.Code);
        var batch = new CommandBatch(context.Court);
        KeptAnswers.Keep(batch, head.Id.Home, context.Actor, resend, answer, context.Now);
        Stage(batch, context, head, after, facts);
        foreach (var (adoption, olderHead) in older)
        {
            var end = Adopting.EndOfOlder(after.Proposed, context.Actor);
            Stage(batch, context, olderHead, adoption.Apply(end), [end]);
        }

        if (!await TwoPersons.Execute(db, batch, stop))
        {
            return await KeptAnswers.Find<AdoptionAnswer>(db, new Scope(context.Court, context.Actor), head.Id.Home, context.Actor, resend, stop)
                ?? new Refusal.Conflict(head.Version, head.Version + 1);
        }

        law.Now = await loader.Load(stop);
        return answer;
    }

    private static void Stage(CommandBatch batch, CommandContext context, StreamHead head, AdoptionCase after, IReadOnlyList<object> facts)
    {
        var on = ChinaDate.Of(context.Now);
        int[] seenBy = [.. new[] { 0, head.Id.Home, context.Court }.Distinct().Order()];
        EventStore.Append(batch, context, head, "adoption", [.. facts.Select(f => new DatedFact(f, on))], seenBy);
        var (p, state) = (after.Proposed, after.State);
        var by = state switch
        {
            AdoptionState.Proposed => (Guid?)null,
            AdoptionState.Confirmed confirmed => confirmed.By,
            AdoptionState.Refused refused => refused.By,
            AdoptionState.Ending ending => ending.ConfirmedBy,
            AdoptionState.Ended ended => ended.ConfirmedBy,
            _ => throw new InvalidOperationException(),
        };
        var end = (state as AdoptionState.Ending)?.Proposal;
        batch.Add(
            Upsert, head.Id.Id, p.Pack, p.Version, p.Hash, p.Court, p.From, after.Until, p.Reason, p.Proposer, context.Now.UtcDateTime, by,
            by is null ? null : context.Now.UtcDateTime, state is AdoptionState.Refused, after.Version, state.Code,
            (state as AdoptionState.Refused)?.Reason, end?.LastDay, end?.Reason, end?.Proposer);
    }
}
