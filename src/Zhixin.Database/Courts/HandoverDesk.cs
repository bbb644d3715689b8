using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Courts;

/// <summary>How the handing over of one petition ended; <paramref name="Why"/> is null where it was handed over.</summary>
public sealed record HandedOver(int Home, Guid Id, string Number, Refusal? Why);

/// <summary>
/// Moves what a leaver handles, leads or is in charge of to another: each petition by the ordinary acts of assigning and of fixing the team, so that
/// nothing is skipped.
/// </summary>
public sealed class HandoverDesk(Db db, LawInForce law, PetitionDesk petitions)
{
    private const string Assigns = "assign";
    private const string Fixes = "fix-team";

    /// <summary>Hands every open petition of one person over to another; one that is refused does not stop the others.</summary>
    /// <param name="phone">Of the one who takes over; a leader in charge is reached by it.</param>
    public async Task<Answer<IReadOnlyList<HandedOver>>> HandOver(ActingPerson who, StreamId from, Guid to, string reason, string? phone, CancellationToken stop)
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

        var held = await StaffLists.Held(db, who.Scope, from.Id, stop);
        if (taker is not { InPost: true } || (held.Exists(h => h.Handles) && !taker.Posts.Contains("handler")))
        {
            return new Refusal.Input("to", "handler-not-in-post", taker?.Name ?? "所选人员");
        }

        if (held.Count == 0)
        {
            return new Refusal.State("staff-none-to-hand-over", leaver.Name);
        }

        var done = new List<HandedOver>(held.Count);
        foreach (var petition in held)
        {
            done.Add(new HandedOver(petition.Home, petition.Id, petition.Number, await HandOver(who, petition, taker, (reason.Trim(), phone), stop)));
        }

        return done;
    }

    /// <summary>Every role of the leaver in one petition goes to the taker; the first refusal, or null.</summary>
    private async Task<Refusal?> HandOver(ActingPerson who, HeldPetition held, Candidate taker, (string Reason, string? Phone) given, CancellationToken stop) =>
        (held.Handles ? await Assign(who, held, taker, given.Reason, stop) : null)
        ?? (held.Leads ? await Fix(who, held, TeamRole.Lead, "lead", taker, given, stop) : null)
        ?? (held.Charges ? await Fix(who, held, TeamRole.LeaderInCharge, "take-charge", taker, given, stop) : null);

    private async Task<Refusal?> Assign(ActingPerson who, HeldPetition held, Candidate taker, string reason, CancellationToken stop)
    {
        var id = new StreamId(held.Home, held.Id);
        if (await petitions.Load(who.Scope, id, stop) is not var (petition, _))
        {
            return new Refusal.Conflict(0, 0);
        }

        var others = await StaffLists.Candidates(db, Others(petition, taker.Id), stop);
        var command = new Assign(taker, [.. others.Where(o => petition.Assignment?.CoHandlers.Contains(o.Id) == true && o.Id != taker.Id)], reason);
        return Why(await petitions.Do(
            who, new PetitionAct(Assigns, id, petition.Version, petitions.Today, null),
            p => Assigning.Decide(command, p, others.FirstOrDefault(o => o.Id == p.Opened.OriginalHandler), who.Posts.Contains("petition-unit-head")), stop));
    }

    /// <summary>The taker is fixed for a role of the team.</summary>
    /// <param name="row">The row of the authority matrix whose posts may hold the role.</param>
    private async Task<Refusal?> Fix(
        ActingPerson who, HeldPetition held, TeamRole role, string row, Candidate taker, (string Reason, string? Phone) given, CancellationToken stop) => Why(await petitions.Do(
        who, new PetitionAct(Fixes, new StreamId(held.Home, held.Id), null, petitions.Today, null),
        p => Teaming.Fix(p, new FixMember(role, taker, law.Now.Posts(row), given.Phone, given.Reason)), stop));

    private static Refusal? Why(Answer<PetitionAnswer> answer) => answer switch
    {
        Answer<PetitionAnswer>.Refused refused => refused.Why,
        Answer<PetitionAnswer>.Unknown => new Refusal.State("petition-not-open"),
        _ => null,
    };

    private static IEnumerable<Guid> Others(Petition petition, Guid taker) =>
        [taker, .. petition.Assignment?.CoHandlers ?? [], .. petition.Opened.OriginalHandler is { } original ? new[] { original } : []];
}
