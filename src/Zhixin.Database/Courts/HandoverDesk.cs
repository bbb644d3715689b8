using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Courts;

/// <summary>How the handing over of one role in one petition ended.</summary>
/// <param name="Role">Null: the handler's.</param>
/// <param name="Why">Null where it was handed over.</param>
public sealed record HandedOver(int Home, Guid Id, string Number, TeamRole? Role, Refusal? Why);

/// <summary>
/// Moves what a leaver handles, leads or is in charge of to another: each role in each petition by the ordinary acts of assigning and of fixing the team,
/// so that nothing is skipped, and each says how it ended.
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
            foreach (var role in Roles(petition))
            {
                done.Add(new HandedOver(petition.Home, petition.Id, petition.Number, role, await HandOver(who, petition, role, taker, (reason.Trim(), phone), stop)));
            }
        }

        return done;
    }

    private static IEnumerable<TeamRole?> Roles(HeldPetition held) =>
        new (bool Has, TeamRole? Role)[] { (held.Handles, null), (held.Leads, TeamRole.Lead), (held.Charges, TeamRole.LeaderInCharge) }.Where(r => r.Has).Select(r => r.Role);

    private Task<Refusal?> HandOver(ActingPerson who, HeldPetition held, TeamRole? role, Candidate taker, (string Reason, string? Phone) given, CancellationToken stop) =>
        role is { } fixedRole ? Fix(who, held, fixedRole, fixedRole == TeamRole.Lead ? "lead" : "take-charge", taker, given, stop) : Assign(who, held, taker, given.Reason, stop);

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
