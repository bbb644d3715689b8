using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Obligations;

namespace Zhixin.Petitions;

/// <summary>
/// What a court owes because a matter of a court under it came to it: to hand it down (SPC16-3(2)), and where the campaign's rules are in force the same day, when
/// the petitioner went to one of the places of its list (JZ21-3.2.1). It follows from the facts, whichever desk brought them.
/// </summary>
internal static class GoingDown
{
    private const string SameDay = "JZ21-3.2.1";

    /// <summary>The own hall of the court, as the list of places names it.</summary>
    private const string Hall = "court-hall";

    /// <summary>The facts that follow from one; none where the court that answers has no court under it.</summary>
    public static IEnumerable<object> Owed(Petition now, DatedFact dated, ClockSetting setting)
    {
        if (!now.IsOpen || Came(now, dated) is not { } received || !setting.IsAbove(now.Opened.Responsible))
        {
            yield break;
        }

        if (now.Opened.CaseNumber is { } number && setting.CaseCourt(number) is { } enforcing && IsOpenTo(now, enforcing, setting))
        {
            yield return new HandDownOwed(enforcing, setting.Level(now.Opened.Responsible), received);
        }

        if (Place(now, dated.Fact) is { } venue && setting.Rules.Binds(SameDay, setting.Chain(now.Opened.Responsible), dated.On))
        {
            yield return new VenueVisitReceived(venue, IsOwnCase(now, setting), received);
        }
    }

    /// <summary>The day on which the fact brought the matter, or what can be handed down of it, to the court; null where it brought neither.</summary>
    private static DateOnly? Came(Petition now, DatedFact dated) => dated.Fact switch
    {
        PetitionContactJoined { Clocks: not "none" } joined => joined.ReceivedOn,
        PetitionTransferred moved => moved.ReceivedOn,
        PetitionPassedOn moved when !IsTakenBack(now, moved, dated.On) => moved.ReceivedOn,
        HandDownReceived received => received.ReceivedOn,
        PetitionContactCorrected { CaseNumber: not null } or PetitionExclusionLifted or PetitionReopened { Clocks: not null } => dated.On,
        PetitionResolutionLapsed or PetitionResolutionNotRecognised when now.Handling.Recognitions.Any(r => r.Recognised) => dated.On,
        _ => null,
    };

    /// <summary>Who took it back means to answer itself, and owes no other hop.</summary>
    private static bool IsTakenBack(Petition now, PetitionPassedOn moved, DateOnly on) =>
        now.HandDowns.All.Any(h => h.Ended == HopEnd.Recalled && h.Issued.From == moved.To && h.EndedOn == on);

    /// <summary>Whether a division of the court itself is responsible, as far as is known: the case is not another court's.</summary>
    private static bool IsOwnCase(Petition now, ClockSetting setting) =>
        now.Opened.CaseNumber is not { } number || setting.CaseCourt(number) is not { } enforcing || enforcing == now.Opened.Responsible;

    private static bool IsOpenTo(Petition now, int enforcing, ClockSetting setting) =>
        setting.Chain(enforcing).Skip(1).Contains(now.Opened.Responsible) && now.HandDowns.Open.All(h => h.Issued.From != now.Opened.Responsible)
        && !now.Obligations.Any(o => o.IsOpen && o.Rule.OpenedBy == "hand-down.owed");

    /// <summary>Where the petitioner went, by a code of the list; null for a letter, a call, and places that are not on it.</summary>
    private static string? Place(Petition now, object fact) => fact switch
    {
        PetitionContactJoined { Channel: Channel.Visit, Venue: Venue.OwnCourt } joined when joined.ContactHome == now.Opened.Responsible => Hall,
        PetitionContactJoined { Channel: Channel.Visit, Venue: var venue } => Code(venue),
        HandDownReceived { Venue: { } venue, Moves: true } => Code(venue),
        _ => null,
    };

    /// <summary>Where the petitioner went last, of the places beyond a court that the list names; null where nowhere there.</summary>
    public static Venue? Away(Petition petition) =>
        petition.Contacts.Where(c => c.Channel == Channel.Visit && Code(c.Venue) is not null).MaxBy(c => c.ReceivedOn)?.Venue;

    /// <summary>The same, seen from a court: its own hall is on the list as well.</summary>
    public static Venue? Visited(Petition petition, int court) =>
        Away(petition) ?? (petition.Contacts.Any(c => c is { Channel: Channel.Visit, Venue: Venue.OwnCourt } && c.Home == court) ? Venue.OwnCourt : null);

    /// <summary>The code of a place beyond the own court; null where the list has none.</summary>
    public static string? Code(Venue venue) => venue switch
    {
        Venue.Province => "province",
        Venue.CircuitCourt => "circuit-court",
        Venue.Beijing => "beijing",
        Venue.GuidanceTeam => "guidance-team",
        Venue.OwnCourt or Venue.Superior => null,
    };
}
