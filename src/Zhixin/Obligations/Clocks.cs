using System.Text.Json;
using Zhixin.Calendar;
using Zhixin.History;
using Zhixin.Regulations;

namespace Zhixin.Obligations;

/// <summary>Where the clocks of one stream look: the rules and working days of today, and the courts and people of the matter.</summary>
/// <param name="Chain">A court and its superiors, from narrow to wide.</param>
/// <param name="Court">
/// The court that an obligor's word such as "responsible" names in the matter, or in the one of several things that the fact is about; null where there is
/// none, then nothing opens for it.
/// </param>
/// <param name="Person">Who is named there for the obligor of a rule; null while nobody is, then the unit owes.</param>
/// <param name="Today">The day of recording: what opens later than it was due is born overdue and counts from here.</param>
public sealed record ClockSetting(
    RuleBook Rules, WorkCalendar Calendar, Func<int, IReadOnlyList<int>> Chain, Func<string, Thing?, int?> Court, Func<Obligor, Thing?, Guid?> Person,
    DateOnly Today)
{
    /// <summary>Whether a court has courts under it.</summary>
    public Func<int, bool> IsAbove { get; init; } = _ => false;

    /// <summary>The level of a court; null where it is not known.</summary>
    public Func<int, Courts.CourtLevel?> Level { get; init; } = _ => null;

    /// <summary>The court that a case number names; null where it names none that is known.</summary>
    public Func<string, int?> CaseCourt { get; init; } = _ => null;
}

/// <summary>
/// What a fact does to the obligations of its stream: opens what the rules say, fulfils and ends what waits for it. The only
/// place where that is decided; nothing else moves a date but exclusion, extension, correction and calendar notice.
/// </summary>
public static class Clocks
{
    /// <summary>The obligation facts that follow from one fact.</summary>
    /// <param name="before">The stream's obligations before the fact.</param>
    /// <param name="dated">The fact and its legal day.</param>
    /// <param name="contact">The contact that the fact brought in, if it did.</param>
    public static IReadOnlyList<object> Follow(IReadOnlyList<Obligation> before, DatedFact dated, ClockSetting setting, Guid? contact)
    {
        var name = FactCatalogue.Of(dated.Fact).Name;
        var thing = (dated.Fact as IAboutThing)?.Thing;
        var settled = Settled(before, name, dated.On, thing);
        return setting.Rules.Awaits(name) ? [.. settled, .. Opened(before, dated, setting, contact, thing)] : [.. settled];
    }

    /// <summary>The open obligations of whoever was named for them go to whoever is named now; the clocks go on.</summary>
    /// <param name="before">Who was named for an obligor of the matter, or of the one of several things.</param>
    public static IEnumerable<ObligorChanged> Rename(IEnumerable<Obligation> list, Func<Obligor, Thing?, Guid?> before, Func<Obligor, Thing?, Guid?> after) =>
        from o in list
        where o.IsOpen && o.Person == before(o.Rule.Obligor, o.Opened.Thing)
        let now = after(o.Rule.Obligor, o.Opened.Thing)
        where now != o.Person
        select new ObligorChanged(o.No, o.Unit, now);

    /// <summary>The obligations that a contact's joining opened end when the joining is undone.</summary>
    public static IEnumerable<ObligationEnded> EndOf(IReadOnlyList<Obligation> list, Guid contact, string why) => list
        .Where(o => o.IsOpen && o.Opened.Contact == contact)
        .Select(o => new ObligationEnded(o.No, why));

    /// <summary>What an undone event had ended is owed again.</summary>
    public static IEnumerable<ObligationResumed> Resume(IReadOnlyList<Obligation> list, string ended, string why) => list
        .Where(o => o.State is ObligationState.Ended e && e.Why == ended)
        .Select(o => new ObligationResumed(o.No, why));

    /// <summary>After a merger the earlier date of each kind binds.</summary>
    public static IEnumerable<ObligationMoved> Earlier(IReadOnlyList<Obligation> list, IReadOnlyList<OwedElsewhere> others, string reason) =>
        from o in list
        where o.IsOpen && o.Due is not null
        let earliest = others.Where(other => other.Kind == o.Rule.Kind && other.Due < o.Due).Min(other => (DateOnly?)other.Due)
        where earliest is not null
        select new ObligationMoved(o.No, o.Due, earliest, o.Provisional, "merger", reason, null, null, null, o.Rule.CalendarVersion);

    /// <summary>The date recomputed with another trigger, exclusions or calendar; null when it does not change.</summary>
    /// <param name="added">A new exclusion, or null.</param>
    /// <param name="document">What proves it, where something does.</param>
    public static ObligationMoved? Move(
        Obligation obligation, WorkCalendar calendar, string ground, string reason, DateOnly? trigger = null, Exclusion? added = null,
        string? document = null)
    {
        var exclusions = added is null ? obligation.Exclusions : [.. obligation.Exclusions, added];
        var due = Due(obligation, calendar, trigger ?? obligation.Trigger, exclusions, ground == "merger-undone" ? null : obligation.Bound);
        return due.Due == obligation.Due && due.Provisional == obligation.Provisional && added is null
            ? null
            : new ObligationMoved(obligation.No, obligation.Due, due.Due, due.Provisional, ground, reason, trigger, added, document, calendar.Version);
    }

    /// <summary>The date that the obligation's rule and everything that moved it since give under a calendar.</summary>
    public static RuleDue Due(Obligation obligation, WorkCalendar calendar) =>
        Due(obligation, calendar, obligation.Trigger, obligation.Exclusions, obligation.Bound);

    private static RuleDue Due(Obligation obligation, WorkCalendar calendar, DateOnly? trigger, IReadOnlyList<Exclusion> exclusions, DateOnly? bound)
    {
        var due = Opening.Due(obligation.Rule, trigger, obligation.Rule.Stated, calendar, exclusions);
        return obligation.IsSuspended ? new RuleDue(DueBasis.Stated, null, Provisional: false)
            : obligation.Extended is { } extended ? Later(obligation, extended, calendar, exclusions)
            : bound < due.Due ? due with { Due = bound }
            : due;
    }

    /// <summary>The date that an extension set, and the days that were left out since.</summary>
    private static RuleDue Later(Obligation obligation, DateOnly extended, WorkCalendar calendar, IReadOnlyList<Exclusion> exclusions)
    {
        var days = exclusions.Skip(obligation.ExclusionsInExtension).Where(e => obligation.Rule.Exclusions.Contains(e.Ground, StringComparer.Ordinal)).Sum(e => e.To.DayNumber - e.From.DayNumber + 1);
        var due = days == 0 ? new DueDate(extended, Provisional: false) : calendar.Due(extended, new Period(days, PeriodUnit.Day, obligation.Rule.Roll))!;
        return new RuleDue(DueBasis.Stated, due.Date, due.Provisional);
    }

    /// <summary>An event's name, fields and dates, as the rules see them.</summary>
    public static TriggerFacts Facts(DatedFact dated)
    {
        using var body = JsonSerializer.SerializeToDocument(dated.Fact, dated.Fact.GetType(), CanonicalJson.Options);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var dates = new Dictionary<string, DateOnly>(StringComparer.Ordinal) { ["occurred_on"] = dated.On };
        foreach (var member in body.RootElement.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number)
            {
                fields[member.Name] = member.Value.ToString().ToLowerInvariant();
            }

            if (member.Value.ValueKind is JsonValueKind.String && DateOnly.TryParseExact(member.Value.GetString(), "yyyy-MM-dd", out var date))
            {
                dates[member.Name] = date;
            }
        }

        return new TriggerFacts(FactCatalogue.Of(dated.Fact).Name, fields, dates);
    }

    private static IEnumerable<object> Settled(IReadOnlyList<Obligation> before, string name, DateOnly on, Thing? thing)
    {
        foreach (var obligation in before.Where(o => o.IsOpen && !IsOfAnother(o.Opened.Thing, thing)))
        {
            if (obligation.Rule.FulfilledBy.Contains(name, StringComparer.Ordinal))
            {
                yield return new ObligationFulfilled(obligation.No, on);
            }
            else if (obligation.Rule.EndedBy.Contains(name, StringComparer.Ordinal))
            {
                yield return new ObligationEnded(obligation.No, name);
            }
        }
    }

    private static bool IsOfAnother(Thing? opened, Thing? thing) => opened is not null && thing is not null && opened.Series == thing.Series && opened.No != thing.No;

    private static IEnumerable<object> Opened(IReadOnlyList<Obligation> before, DatedFact dated, ClockSetting setting, Guid? contact, Thing? thing)
    {
        var no = ObligationList.Next(before);
        var courts = (string word) => setting.Court(word, thing) is { } court ? setting.Chain(court) : null;
        foreach (var rule in setting.Rules.Open(Facts(dated), courts, setting.Calendar, setting.Today))
        {
            DateOnly? countsFrom = rule.Due.Due < setting.Today ? setting.Today : null;
            yield return new ObligationOpened(no++, rule, setting.Court(rule.Obligor.Court, thing)!.Value, rule.Obligor.Unit ?? "petition", setting.Person(rule.Obligor, thing), contact, countsFrom, thing);
        }
    }
}
