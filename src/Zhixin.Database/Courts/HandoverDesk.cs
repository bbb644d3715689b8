using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.PlatformItems;
using Zhixin.PlatformItems.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;

namespace Zhixin.Database.Courts;

/// <summary>How the handing over of one part in one matter ended.</summary>
/// <param name="Why">Null where it was handed over.</param>
public sealed record HandedOver(int Home, Guid Id, string Number, HeldRole Role, Refusal? Why);

/// <summary>
/// Moves what a leaver has in hand to another: each part in each matter by the ordinary acts of assigning, fixing the team and naming, so that nothing is
/// skipped, and each says how it ended.
/// </summary>
public sealed class HandoverDesk(Db db, LawInForce law, PetitionDesk petitions, MatterDesk<Supervision> supervisions, MatterDesk<PlatformItem> items)
{
    private const string Assigns = "assign";
    private const string Fixes = "fix-team";

    /// <summary>Hands everything that one person has in hand over to another; what is refused does not stop the rest.</summary>
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

        var held = await HeldLists.Of(db, law.Now.Courts, who.Scope, from.Id, stop);
        if (taker is not { InPost: true } || (held.Exists(h => h.Part() == HeldRole.Handles) && !taker.Posts.Contains("handler")))
        {
            return new Refusal.Input("to", "handler-not-in-post", taker?.Name ?? "所选人员");
        }

        if (held.Count == 0)
        {
            return new Refusal.State("staff-none-to-hand-over", leaver.Name);
        }

        var (done, given) = (new List<HandedOver>(held.Count), new Given(leaver, taker, reason.Trim(), phone));
        foreach (var matter in held)
        {
            done.Add(new HandedOver(matter.Home, matter.Id, matter.Number, matter.Part(), await HandOver(who, new StreamId(matter.Home, matter.Id), matter.Part(), given, stop)));
        }

        return done;
    }

    private Task<Refusal?> HandOver(ActingPerson who, StreamId id, HeldRole role, Given given, CancellationToken stop) => role switch
    {
        HeldRole.Handles => Assign(who, id, given, stop),
        HeldRole.Leads => Fix(who, id, TeamRole.Lead, "lead", given, stop),
        HeldRole.Charges => Fix(who, id, TeamRole.LeaderInCharge, "take-charge", given, stop),
        HeldRole.HandlesHop => Hops(who, id, given, stop),
        HeldRole.Reviews => Name(supervisions, who, "name-reviewer", id, s => s.Version, (s, court) => Reviewing.Name(s, given.Taker, court), stop),
        HeldRole.HandlesLetter => Letters(who, id, given, stop),
        HeldRole.HandlesItem => Name(items, who, "name-platform-handler", id, i => i.Version, (i, court) => PlatformHandling.Name(i, court, given.Taker, given.Phone), stop),
        HeldRole.Verifies => Name(items, who, "name-platform-verifier", id, i => i.Version, (i, court) => PlatformHandling.NameVerifier(i, court, given.Taker, law.Now.Posts(PlatformHandling.Confirming)), stop),
    };

    private async Task<Refusal?> Assign(ActingPerson who, StreamId id, Given given, CancellationToken stop)
    {
        if (await petitions.Load(who.Scope, id, stop) is not var (petition, _))
        {
            return new Refusal.Conflict(0, 0);
        }

        var others = await StaffLists.Candidates(db, Others(petition, given.Taker.Id), stop);
        var command = new Assign(given.Taker, [.. others.Where(o => petition.Assignment?.CoHandlers.Contains(o.Id) == true && o.Id != given.Taker.Id)], given.Reason);
        return Why(await petitions.Do(
            who, new PetitionAct(Assigns, id, petition.Version, petitions.Today, null),
            p => Assigning.Decide(command, p, others.FirstOrDefault(o => o.Id == p.Opened.OriginalHandler), who.Posts.Contains("petition-unit-head")), stop));
    }

    /// <summary>The taker is fixed for a role of the team.</summary>
    /// <param name="row">The row of the authority matrix whose posts may hold the role.</param>
    private async Task<Refusal?> Fix(ActingPerson who, StreamId id, TeamRole role, string row, Given given, CancellationToken stop) => Why(await petitions.Do(
        who, new PetitionAct(Fixes, id, null, petitions.Today, null),
        p => Teaming.Fix(p, new FixMember(role, given.Taker, law.Now.Posts(row), given.Phone, given.Reason)), stop));

    /// <summary>Every running hop for which the leaver is named; the first refusal.</summary>
    private async Task<Refusal?> Hops(ActingPerson who, StreamId id, Given given, CancellationToken stop)
    {
        if (await petitions.Load(who.Scope, id, stop) is not var (petition, _))
        {
            return new Refusal.Conflict(0, 0);
        }

        Refusal? why = null;
        foreach (var hop in petition.HandDowns.Open.Where(h => h.Named?.Handler == given.Leaver.Id && h.IsBelow(given.Leaver.Court)))
        {
            var refused = Why(await petitions.Do(
                who, new PetitionAct("name-hop-handler", id, null, petitions.Today, null), p => HandingDown.Name(p, hop.Issued.No, who.Court, given.Taker, given.Phone), stop));
            why ??= refused;
        }

        return why;
    }

    /// <summary>Every running letter to the court for which the leaver is named; the first refusal.</summary>
    private async Task<Refusal?> Letters(ActingPerson who, StreamId id, Given given, CancellationToken stop)
    {
        if (await supervisions.Load(who.Scope, id, stop) is not var (supervision, _))
        {
            return new Refusal.Conflict(0, 0);
        }

        Refusal? why = null;
        foreach (var letter in supervision.Open.Where(l => l.Named?.Handler == given.Leaver.Id && l.Issued.To == given.Leaver.Court))
        {
            var refused = await Name(supervisions, who, "name-supervised-handler", id, s => s.Version, (s, court) => Reporting.Name(s, letter.No, court, given.Taker, given.Phone), stop);
            why ??= refused;
        }

        return why;
    }

    /// <summary>Somebody else is named in a matter, as its page does it.</summary>
    private static async Task<Refusal?> Name<T>(
        MatterDesk<T> desk, ActingPerson who, string act, StreamId id, Func<T, int> version, Func<T, int, Decision<object>> decide, CancellationToken stop)
        where T : class => await desk.Load(who.Scope, id, stop) is not var (matter, _) ? new Refusal.Conflict(0, 0)
        : await desk.Do(who, new MatterAct(act, id, version(matter), desk.Today, null), m => decide(m, who.Court), stop) is Answer<MatterAnswer>.Refused refused ? refused.Why : null;

    private static Refusal? Why(Answer<PetitionAnswer> answer) => answer switch
    {
        Answer<PetitionAnswer>.Refused refused => refused.Why,
        Answer<PetitionAnswer>.Unknown => new Refusal.State("petition-not-open"),
        _ => null,
    };

    private static IEnumerable<Guid> Others(Petition petition, Guid taker) =>
        [taker, .. petition.Assignment?.CoHandlers ?? [], .. petition.Opened.OriginalHandler is { } original ? new[] { original } : []];

    private sealed record Given(Candidate Leaver, Candidate Taker, string Reason, string? Phone);
}
