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
            now = Tell(now, id, dated, setting, told);
            foreach (var follows in now.WriteOffs.Lapse(dated.Fact).Concat(now.Terminations.Lapse(dated.Fact)).Concat(GoingDown.Owed(now, dated, setting(now))).ToList())
            {
                now = Tell(now, id, dated with { Fact = follows }, setting, told);
            }
        }

        return (now ?? throw new ArgumentException("At least one fact happens.", nameof(happened)), told);
    }

    /// <summary>One fact, and then what it does to the clocks.</summary>
    private static Petition Tell(Petition? was, StreamId id, DatedFact dated, Func<Petition, ClockSetting> setting, List<DatedFact> told)
    {
        var now = was is null ? Petition.Begin(id, dated.Fact) : was.Apply(dated);
        told.Add(dated);
        foreach (var consequence in Consequences(was, now, dated, setting(now)))
        {
            var fact = dated with { Fact = consequence };
            now = now.Apply(fact);
            told.Add(fact);
        }

        return now;
    }

    private static IEnumerable<object> Consequences(
        Petition? was, Petition now, DatedFact dated, ClockSetting setting)
    {
        var before = was?.Obligations ?? [];
        var contact = (dated.Fact as PetitionContactJoined)?.Contact ?? (dated.Fact as TerminationContactCame)?.Contact;
        IReadOnlyList<object> clocks = [.. Clocks.Follow(before, dated, setting, contact), .. Renamed(was, now)];
        return dated.Fact switch
        {
            PetitionContactLeft left => [.. clocks, .. Left(was!, left.Contact, "petition.contact-left", now, setting)],
            PetitionContactVoided voided => [.. clocks, .. Left(was!, voided.Contact, "petition.contact-voided", now, setting)],
            PetitionMergerUndone => [.. clocks, .. Clocks.Resume(before, "petition.merged", "petition.merger-undone")],
            PetitionRestored => [.. clocks, .. Clocks.Resume(before, "petition.voided", "petition.restored")],
            PetitionAbsorbed absorbed => [.. clocks, .. Clocks.Earlier(before, absorbed.Owed, absorbed.OtherNumber)],
            PetitionReleased released => [.. clocks, .. Recounted(before, setting, released.Reason)],
            PetitionContactCorrected { ReceivedOn: { } received } corrected =>
                [.. clocks, .. Moved(before, corrected.Contact, received, setting)],
            _ => clocks,
        };
    }

    /// <summary>Where others are named, what they owe goes to them. A court that answers no longer takes its people along: what it owed has ended.</summary>
    private static IEnumerable<object> Renamed(Petition? was, Petition now) =>
        was is null || was.Opened.Responsible != now.Opened.Responsible || (was.Assignment == now.Assignment && was.Team == now.Team && was.HandDowns == now.HandDowns)
            ? []
            : Clocks.Rename(was.Obligations, (obligor, thing) => Obligors.Person(was, obligor, thing), (obligor, thing) => Obligors.Person(now, obligor, thing));

    /// <summary>
    /// What a contact's leaving does to the clocks: those that it opened end; those that ran from a receipt deemed by its own clock run from
    /// the acknowledged receipt, or end where there is none. Where the contact alone had reopened the matter, all that was opened since ends. What other contacts need stays.
    /// </summary>
    private static IEnumerable<object> Left(Petition was, Guid contact, string why, Petition now, ClockSetting setting)
    {
        var open = was.Obligations.Where(o => o.IsOpen).ToList();
        if (was.Opens(contact))
        {
            return [.. open.Where(o => o.No > was.ReopenedFrom!.Obligations || o.Opened.Contact == contact).Select(o => new ObligationEnded(o.No, why)), .. Standing(was, now, why)];
        }

        var deemed = was.DeemedBy == now.DeemedBy ? [] : open.Where(o => o.Rule.OpenedBy == "petition.receipt-deemed");
        return [
            .. Clocks.EndOf(open, contact, why),
            .. now.ReceiptOn is { } receipt
                ? deemed.Select(o => Clocks.Move(o, setting.Calendar, "correction", why, receipt)).OfType<object>()
                : deemed.Select(o => new ObligationEnded(o.No, why)),
        ];
    }

    /// <summary>A termination that stands again because a contact left owes again what its reversal had ended.</summary>
    private static IEnumerable<object> Standing(Petition was, Petition now, string why)
    {
        var things = now.Terminations.Standing is { No: var no } ? now.Terminations.After.Of(no).Select(c => LateContact.Thing(c.No)).Append(Termination.Thing(no)).ToList() : [];
        return Clocks.Resume([.. was.Obligations.Where(o => o.Opened.Thing is { } thing && things.Contains(thing))], "termination.reversed", why);
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
