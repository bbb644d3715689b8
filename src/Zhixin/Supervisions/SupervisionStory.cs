using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Regulations;
using Zhixin.Supervisions.Acts;

namespace Zhixin.Supervisions;

/// <summary>
/// Tells what follows when facts happen to a supervision: each fact, then what it does to the clocks, folded one by one. Its clocks are its own: nothing here
/// pauses, ends or settles what is owed in enforcement or on a petition, which go on meanwhile (HNI-8).
/// </summary>
public static class SupervisionStory
{
    /// <summary>The supervision after the facts, and all facts in the order in which they are recorded.</summary>
    /// <param name="supervision">Before; null when the first fact opens it.</param>
    /// <param name="setting">Makes the clock setting for the supervision as it stands after each fact.</param>
    public static (Supervision After, IReadOnlyList<DatedFact> Facts) Tell(
        Supervision? supervision, StreamId id, IEnumerable<DatedFact> happened, Func<Supervision, ClockSetting> setting)
    {
        var told = new List<DatedFact>();
        var now = supervision;
        foreach (var dated in happened)
        {
            var was = now;
            now = now?.Apply(dated) ?? Supervision.Begin(id, dated);
            told.Add(dated);
            foreach (var consequence in Consequences(was, now, dated, setting(now)))
            {
                var fact = dated with { Fact = consequence };
                now = now.Apply(fact);
                told.Add(fact);
            }
        }

        return (now ?? throw new ArgumentException("At least one fact happens.", nameof(happened)), told);
    }

    /// <summary>Where the clocks of a supervision look.</summary>
    public static ClockSetting Setting(Supervision supervision, RuleBook rules, WorkCalendar calendar, CourtDirectory courts, DateOnly today)
    {
        IReadOnlyList<Court> Chain(int court) => courts.ByNumber(court) is { } found ? [found, .. courts.Superiors(found)] : [];
        return new ClockSetting(
            rules, calendar, court => [.. Chain(court).Select(c => c.Number)], (word, thing) => Court(supervision, word, thing, Chain),
            (obligor, thing) => Person(supervision, obligor, thing), today);
    }

    /// <summary>Who is named for an obligor; null while nobody is, then the unit owes.</summary>
    public static Guid? Person(Supervision supervision, Obligor obligor, Thing? thing) => obligor switch
    {
        { Person: not "handler" } => null,
        { Court: "handed-down-to" } => supervision.About(thing)?.Named?.Handler,
        { Court: "superior" or "high" } => supervision.Reviewer?.Reviewer,
        _ => null,
    };

    private static IEnumerable<object> Consequences(Supervision? was, Supervision now, DatedFact dated, ClockSetting setting)
    {
        var before = was?.Obligations ?? [];
        IReadOnlyList<object> clocks =
        [
            .. Clocks.Follow(before, dated, setting, null)
                .Where(clock => !IsOfAnotherLetter(now, before, clock, (dated.Fact as IAboutThing)?.Thing) && !IsOfAnotherCourt(before, clock, dated.Fact as IByCourt))
                .Select(clock => AsOf(clock, dated.Fact)),
        ];
        IEnumerable<object> renamed = was is null || (was.Letters == now.Letters && was.Reviewer == now.Reviewer)
            ? []
            : Clocks.Rename(before, (obligor, thing) => Person(was, obligor, thing), (obligor, thing) => Person(now, obligor, thing));
        return [.. clocks, .. renamed, .. Unpressed(was, now, before, clocks, FactCatalogue.Of(dated.Fact).Name), .. dated.Fact switch
        {
            SupervisionNewDateDecided { Granted: true } decided => (IEnumerable<object>)Moved(before, decided, setting),
            SupervisionReportSubmitted { PropertyFound: not null } f => Reporting.HearingOwed(before, f.No).Select(o => new ObligationEnded(o.No, "supervision.report-submitted")),
            SupervisionComplianceSuspended f => Following(before, f.No, null, "suspended", f.Reason, setting),
            SupervisionReconsiderationDecided { DueOn: { } due } f => Following(before, f.No, due, "extension", f.Content, setting),
            _ => [],
        }];
    }

    /// <summary>An opinion that the new panel suspended need not be followed by any day, until it says by which.</summary>
    private static IEnumerable<ObligationMoved> Following(IReadOnlyList<Obligation> before, int opinion, DateOnly? due, string ground, string reason, ClockSetting setting) =>
        from o in before
        where o.IsOpen && o.Opened.Thing == Supervisions.Opinion.Thing(opinion) && o.Rule.FulfilledBy.Contains("supervision.compliance-reported")
        select new ObligationMoved(o.No, o.Due, due, false, ground, reason, null, null, null, setting.Calendar.Version);

    /// <summary>What was to be reported by the old date is to be reported by the new one, under every instrument that asks for it.</summary>
    private static IEnumerable<ObligationMoved> Moved(IReadOnlyList<Obligation> before, SupervisionNewDateDecided decided, ClockSetting setting) =>
        from o in before
        where o.IsOpen && o.Opened.Thing == Letter.Thing(decided.No) && o.Rule.FulfilledBy.Contains("supervision.report-submitted") && o.Rule.OpenedBy is "supervision.letter-received" or "supervision.progress-answered"
        select new ObligationMoved(o.No, o.Due, decided.DueOn, false, "extension", decided.Reason, null, null, null, setting.Calendar.Version);

    /// <summary>A hearing fulfils what was owed of it on the day on which it was held.</summary>
    private static object AsOf(object clock, object fact) => clock is ObligationFulfilled fulfilled && fact is SupervisionHearingHeld held ? fulfilled with { On = held.HeldOn } : clock;

    /// <summary>
    /// Whoever is no longer overdue is not pressed any longer: another date was granted, the hearing was held, the opinion was corrected or suspended. A report fulfils what it
    /// was pressed for, by the packs.
    /// </summary>
    /// <param name="clocks">What the fact settled already.</param>
    private static IEnumerable<ObligationEnded> Unpressed(Supervision? was, Supervision now, IReadOnlyList<Obligation> before, IReadOnlyList<object> clocks, string why) =>
        from letter in was?.Letters ?? []
        where letter.OverrunOn is not null && now.Letter(letter.No) is { OverrunOn: null, IsOpen: true }
        from o in before
        where o.IsOpen && o.Opened.Thing == Letter.Thing(letter.No) && o.Rule.OpenedBy is "supervision.report-overrun" or "supervision.urging-letter-received"
        where !clocks.Any(c => (c as ObligationFulfilled)?.No == o.No || (c as ObligationEnded)?.No == o.No)
        select new ObligationEnded(o.No, why);

    /// <summary>What is said about an opinion on one letter settles nothing that is owed on another.</summary>
    private static bool IsOfAnotherLetter(Supervision now, IReadOnlyList<Obligation> before, object clock, Thing? thing) =>
        ((clock as ObligationFulfilled)?.No ?? (clock as ObligationEnded)?.No) is { } no && now.About(thing) is { } said
        && now.About(before.First(o => o.No == no).Opened.Thing) is { } owed && owed.No != said.No;

    /// <summary>What one court does about its own opinions settles nothing that another owes for its own.</summary>
    private static bool IsOfAnotherCourt(IReadOnlyList<Obligation> before, object clock, IByCourt? by) =>
        by is not null && clock is ObligationFulfilled { No: var no } && before.First(o => o.No == no).Opened.Court != by.Court;

    private static int? Court(Supervision supervision, string word, Thing? thing, Func<int, IReadOnlyList<Court>> chain) => word switch
    {
        "handed-down-to" => thing?.Series == Supervisions.Opinion.Series ? supervision.Opinion(thing.No)?.Issued.To
            : supervision.About(thing)?.Issued.To ?? (thing?.Series == "admonition" ? supervision.Admonitions.FirstOrDefault(a => a.Facts.No == thing.No)?.Facts.To : null) ?? supervision.Enforcing,
        "superior" => Above(supervision, thing),
        "high" => chain(Above(supervision, thing)) is [{ Level: CourtLevel.High, Number: var high }, ..] ? high : null,
        "responsible" => supervision.Enforcing,
        "registering" or "deciding" => supervision.Court,
        "supreme" => chain(supervision.Enforcing)[^1].Number,
        _ => null,
    };

    /// <summary>The court that supervises in the thing: who sent the letter or made the opinion; else the one that leads.</summary>
    private static int Above(Supervision supervision, Thing? thing) =>
        (thing?.Series == Supervisions.Opinion.Series ? supervision.Opinion(thing.No)?.Issued.From : supervision.About(thing)?.Issued.From) ?? supervision.Court;
}
