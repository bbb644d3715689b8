using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Courts;

/// <summary>How the handing over of one petition ended; <paramref name="Why"/> is null where it was handed over.</summary>
public sealed record HandedOver(int Home, Guid Id, string Number, Refusal? Why);

/// <summary>Moves what a leaver handles to another handler: each petition by the ordinary act of assigning, so that nothing is skipped.</summary>
public sealed class HandoverDesk(Db db, PetitionDesk petitions)
{
    private const string Act = "assign";

    /// <summary>Hands every open petition of one person over to another; one that is refused does not stop the others.</summary>
    public async Task<Answer<IReadOnlyList<HandedOver>>> HandOver(ActingPerson who, StreamId from, Guid to, string reason, CancellationToken stop)
    {
        if (from.Id == to)
        {
            return new Refusal.Input("to", "handover-to-oneself");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal.Input("reason", "reason-required");
        }

        var people = await StaffLists.Candidates(db, [from.Id, to], stop);
        var (leaver, taker) = (people.FirstOrDefault(p => p.Id == from.Id), people.FirstOrDefault(p => p.Id == to));
        if (leaver is null || leaver.Court != from.Home)
        {
            return new Answer<IReadOnlyList<HandedOver>>.Unknown();
        }

        if (taker is not { InPost: true } || !taker.Posts.Contains("handler"))
        {
            return new Refusal.Input("to", "handler-not-in-post", taker?.Name ?? "所选人员");
        }

        var held = await StaffLists.Held(db, who.Scope, from.Id, stop);
        if (held.Count == 0)
        {
            return new Refusal.State("staff-none-to-hand-over", leaver.Name);
        }

        var done = new List<HandedOver>(held.Count);
        foreach (var petition in held)
        {
            done.Add(await HandOver(who, petition, taker, reason.Trim(), stop));
        }

        return done;
    }

    private async Task<HandedOver> HandOver(ActingPerson who, HeldPetition held, Candidate taker, string reason, CancellationToken stop)
    {
        var id = new StreamId(held.Home, held.Id);
        if (await petitions.Load(who.Scope, id, stop) is not var (petition, _))
        {
            return new HandedOver(held.Home, held.Id, held.Number, new Refusal.Conflict(0, 0));
        }

        var others = await StaffLists.Candidates(db, Others(petition, taker.Id), stop);
        var command = new Assign(taker, [.. others.Where(o => petition.Assignment?.CoHandlers.Contains(o.Id) == true && o.Id != taker.Id)], reason);
        var answer = await petitions.Do(
            who, new PetitionAct(Act, id, petition.Version, petitions.Today, null),
            p => Assigning.Decide(command, p, others.FirstOrDefault(o => o.Id == p.Opened.OriginalHandler), who.Posts.Contains("petition-unit-head")), stop);
        return new HandedOver(held.Home, held.Id, held.Number, answer switch
        {
            Answer<PetitionAnswer>.Refused refused => refused.Why,
            Answer<PetitionAnswer>.Unknown => new Refusal.State("petition-not-open"),
            _ => null,
        });
    }

    private static IEnumerable<Guid> Others(Petition petition, Guid taker) =>
        [taker, .. petition.Assignment?.CoHandlers ?? [], .. petition.Opened.OriginalHandler is { } original ? new[] { original } : []];
}
