using Zhixin.History;
using Zhixin.Obligations;

namespace Zhixin.Petitions;

/// <summary>
/// Tells what follows when facts happen to a petition: each fact, then what it does to the clocks, folded one by one.
/// </summary>
public static class PetitionStory
{
    /// <summary>The petition after the facts, and all facts in the order in which they are recorded.</summary>
    /// <param name="petition">Before; null when the first fact opens it.</param>
    /// <param name="id">Its stream.</param>
    /// <param name="happened">What the decision said.</param>
    /// <param name="setting">Makes the clock setting for the petition as it stands after each fact.</param>
    public static (Petition After, IReadOnlyList<DatedFact> Facts) Tell(
        Petition? petition, StreamId id, IEnumerable<DatedFact> happened, Func<Petition, ClockSetting> setting)
    {
        var told = new List<DatedFact>();
        var now = petition;
        foreach (var dated in happened)
        {
            var before = now?.Obligations ?? [];
            var handler = now?.Assignment?.Handler;
            now = now is null ? Petition.Begin(id, dated.Fact) : now.Apply(dated);
            told.Add(dated);
            foreach (var consequence in Consequences(before, handler, now, dated, setting(now)))
            {
                var fact = dated with { Fact = consequence };
                now = now.Apply(fact);
                told.Add(fact);
            }
        }

        return (now ?? throw new ArgumentException("At least one fact happens.", nameof(happened)), told);
    }

    private static IEnumerable<object> Consequences(
        IReadOnlyList<Obligation> before, Guid? handler, Petition now, DatedFact dated, ClockSetting setting)
    {
        var contact = (dated.Fact as PetitionContactJoined)?.Contact;
        var clocks = Clocks.Follow(before, dated, setting, contact);
        return dated.Fact switch
        {
            PetitionContactLeft left => [.. clocks, .. Clocks.EndOf(before, left.Contact)],
            PetitionMergerUndone => [.. clocks, .. Clocks.Resume(before, "petition.merged", "petition.merger-undone")],
            PetitionRestored => [.. clocks, .. Clocks.Resume(before, "petition.voided", "petition.restored")],
            PetitionAbsorbed absorbed => [.. clocks, .. Clocks.Earlier(before, absorbed.Owed, absorbed.OtherNumber)],
            PetitionReleased released => [.. clocks, .. Recounted(before, setting, released.Reason)],
            PetitionAssigned or PetitionUnassigned => [.. clocks, .. Clocks.Rename(before, "handler", handler, now.Assignment?.Handler)],
            PetitionContactCorrected { ReceivedOn: { } received } corrected =>
                [.. clocks, .. Moved(before, corrected.Contact, received, setting)],
            _ => clocks,
        };
    }

    /// <summary>Dates that a merger had moved are counted anew from their own triggers.</summary>
    private static IEnumerable<object> Recounted(IReadOnlyList<Obligation> before, ClockSetting setting, string reason) => before
        .Where(o => o.IsOpen && o.Moves.Any(m => m.Ground == "merger"))
        .Select(o => Clocks.Move(o, setting.Calendar, "merger-undone", reason))
        .OfType<ObligationMoved>();

    private static IEnumerable<object> Moved(IReadOnlyList<Obligation> before, Guid contact, DateOnly received, ClockSetting setting) => before
        .Where(o => o.IsOpen && o.Opened.Contact == contact)
        .Select(o => Clocks.Move(o, setting.Calendar, "correction", "contact.corrected", received))
        .OfType<ObligationMoved>();
}
