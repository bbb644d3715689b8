using Zhixin.Calendar;
using Zhixin.Courts;

namespace Zhixin.Regulations;

/// <summary>What a person wants to adopt, as typed; null where a value is missing or unreadable.</summary>
/// <param name="Court">0 is the platform.</param>
/// <param name="Binding">False: only beside the binding rules, for comparison.</param>
/// <param name="EndsOlder">Whether an adoption of another version that is in the way shall end the day before.</param>
public sealed record AdoptionProposal(
    string Pack, int? Version, int? Court, DateOnly? From, DateOnly? Until, bool Binding, bool EndsOlder, string? Reason);

/// <summary>An adoption that holds. <paramref name="Id"/> is null where the pack prints its own date and nobody had to adopt it.</summary>
public sealed record StandingAdoption(Guid? Id, Adoption Adoption);

/// <summary>
/// Puts packs in force by two persons (GC21-18, HNI-18, HNP-30: sources that print no date hold only from a date that a court states).
/// Who may do which act says the authority matrix; here stands what must be true.
/// </summary>
public static class Adopting
{
    private const string Key = "adoption-";

    /// <summary>The first person's act.</summary>
    public static Decision<object> Propose(
        AdoptionProposal proposal, Guid by, IReadOnlyList<RegulationPack> packs, CourtDirectory courts, IReadOnlyList<StandingAdoption> standing)
    {
        if (packs.FirstOrDefault(p => p.Id == proposal.Pack && p.Version == proposal.Version) is not { } pack)
        {
            return new Refusal.Input("pack", Key + "pack-unknown", proposal.Pack, proposal.Version);
        }

        if (proposal.Court is not { } court || (court != 0 && courts.ByNumber(court) is null))
        {
            return new Refusal.Input("court", Key + "court-unknown");
        }

        if (proposal.From is not { } from)
        {
            return new Refusal.Input("from", Key + "from-missing");
        }

        if (Unfit(proposal, pack, from) is { } unfit)
        {
            return unfit;
        }

        var (ends, inTheWay) = Overlapping(proposal, pack, court, from, standing);
        return inTheWay ?? (Decision<object>)new object[]
        {
            new AdoptionProposed(pack.Id, pack.Version, pack.Hash, court, from, proposal.Until, proposal.Reason!.Trim(), by, ends),
        };
    }

    /// <summary>The second person's yes, to the adoption or to its end. What holds meanwhile is looked at again.</summary>
    public static Decision<object> Confirm(AdoptionCase adoption, Guid by, IReadOnlyList<StandingAdoption> standing)
    {
        if (Waiting(adoption, by) is { } refusal)
        {
            return refusal;
        }

        if (adoption.State is AdoptionState.Ending ending)
        {
            return new object[] { new AdoptionEnded(by, ending.Proposal.LastDay, ending.Proposal.Reason) };
        }

        var proposed = adoption.Proposed;
        return standing.FirstOrDefault(s => Meets(s, proposed.Pack, proposed.Court, proposed.From, proposed.Until)
            && !(s.Id is { } id && proposed.Ends.Contains(id))) is { } other
            ? new Refusal.State(Key + "in-force", other.Adoption.PackId, other.Adoption.Version, other.Adoption.From)
            : new object[] { new AdoptionConfirmed(by) };
    }

    /// <summary>The second person's no, to the adoption or to its end.</summary>
    public static Decision<object> Refuse(AdoptionCase adoption, Guid by, string? reason) => Waiting(adoption, by) switch
    {
        { } refusal => refusal,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ when adoption.State is AdoptionState.Ending => new object[] { new AdoptionEndRefused(by, reason.Trim()) },
        _ => new object[] { new AdoptionRefused(by, reason.Trim()) },
    };

    /// <summary>The first person proposes the end of a confirmed adoption.</summary>
    /// <param name="lastDay">Inclusive.</param>
    public static Decision<object> ProposeEnd(AdoptionCase adoption, Guid by, DateOnly? lastDay, string? reason) => lastDay switch
    {
        _ when adoption.State is not AdoptionState.Confirmed => new Refusal.State(Key + "not-confirmed"),
        null => new Refusal.Input("lastDay", Key + "last-day-missing"),
        { } day when day < adoption.Proposed.From || day > WorkCalendar.Last => new Refusal.Input("lastDay", Key + "last-day-early", adoption.Proposed.From),
        { } day when adoption.Proposed.Until is { } until && day >= until => new Refusal.Input("lastDay", Key + "last-day-late", until),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        { } day => new object[] { new AdoptionEndProposed(by, day, reason.Trim()) },
    };

    /// <summary>The end of an older version, which follows from confirming its successor.</summary>
    public static AdoptionEnded EndOfOlder(AdoptionProposed successor, Guid by) =>
        new(by, successor.From.AddDays(-1), $"{successor.Pack} {successor.Version}: {successor.Reason}");

    private static Refusal.State? Waiting(AdoptionCase adoption, Guid by) => adoption.WaitsFor switch
    {
        null => new Refusal.State(Key + "not-waiting"),
        { } proposer when proposer == by => new Refusal.State(Key + "same-person"),
        _ => null,
    };

    private static Refusal.Input? Unfit(AdoptionProposal proposal, RegulationPack pack, DateOnly from) => proposal switch
    {
        _ when from < WorkCalendar.First || from > WorkCalendar.Last => new Refusal.Input("from", Key + "from-range", WorkCalendar.First, WorkCalendar.Last),
        _ when from < pack.InForceFrom => new Refusal.Input("from", Key + "before-printed", pack.InForceFrom),
        _ when from > pack.InForceUntil => new Refusal.Input("from", Key + "after-printed", pack.InForceUntil),
        { Until: { } until } when until < from || until > WorkCalendar.Last => new Refusal.Input("until", Key + "until-early", from),
        { Binding: true } when pack.Standing == PackStanding.Reference => new Refusal.Input("binding", Key + "reference-only", pack.ShortTitle),
        { Binding: false } when pack.Standing == PackStanding.Binding => new Refusal.Input("binding", Key + "binding-only", pack.ShortTitle),
        _ when string.IsNullOrWhiteSpace(proposal.Reason) => new Refusal.Input("reason", "reason-required"),
        _ => null,
    };

    /// <summary>What of the same pack at the same court stands in the way, and which older versions end by it.</summary>
    private static (IReadOnlyList<Guid> Ends, Refusal? InTheWay) Overlapping(
        AdoptionProposal proposal, RegulationPack pack, int court, DateOnly from, IReadOnlyList<StandingAdoption> standing)
    {
        var ends = new List<Guid>();
        foreach (var other in standing.Where(s => Meets(s, pack.Id, court, from, proposal.Until)))
        {
            var adoption = other.Adoption;
            if (adoption.Version == pack.Version)
            {
                return ([], new Refusal.State(Key + "in-force", adoption.PackId, adoption.Version, adoption.From));
            }

            if (other.Id is not { } id || adoption.From >= from || !proposal.EndsOlder)
            {
                return ([], new Refusal.State(Key + "other-version", adoption.PackId, adoption.Version, adoption.From));
            }

            ends.Add(id);
        }

        return (ends, null);
    }

    /// <summary>True when it is of the same pack and court and shares at least one day.</summary>
    private static bool Meets(StandingAdoption standing, string pack, int court, DateOnly from, DateOnly? until) =>
        standing.Adoption.PackId == pack && standing.Adoption.CourtNumber == court
        && !(standing.Adoption.Until < from) && !(until < standing.Adoption.From);
}
