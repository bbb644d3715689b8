using Zhixin.Calendar;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Regulations;

namespace Zhixin.Bulletins;

/// <summary>A ranking bulletin as it was issued.</summary>
public sealed record IssuedRanking(BulletinPeriodicIssued Facts, DateOnly On);

/// <summary>A court that has read a bulletin.</summary>
public sealed record BulletinReader(BulletinRead Facts, DateOnly On);

/// <summary>
/// The bulletin that a court owes the courts under it of a period 排名通报 (SPC09-1.3, SPC16-5(2), HNP-24): one stream for court and period, whose id follows from
/// both; drafted, agreed to by another person, issued, read.
/// </summary>
/// <param name="Draft">What waits for agreement, or was issued; null before, and where it was given back.</param>
/// <param name="Returned">Why the last draft was given back; null where none was.</param>
/// <param name="Issued">Null while it is owed.</param>
/// <param name="Readers">The courts that have read it, in their order.</param>
public sealed record Bulletin(
    StreamId Id, int Version, PeriodQuarterEnded Period, BulletinDrafted? Draft, DateOnly? DraftedOn, string? Returned, IssuedRanking? Issued, BulletinQuarterlyIssued? Quarterly,
    IReadOnlyList<BulletinReader> Readers, IReadOnlyList<Approval> Approvals, IReadOnlyList<MatterPaper> Papers, IReadOnlyList<Obligation> Obligations)
{
    /// <summary>The stream's kind.</summary>
    public const string Kind = "bulletin";

    /// <summary>The act that agrees with a draft, or gives it back.</summary>
    public const string Issuing = "issue-bulletin";

    /// <summary>The kinds of obligation that the end of a period opens.</summary>
    public static IReadOnlyList<string> Owing { get; } = ["periodic-bulletin", "quarterly-bulletin-high", "quarterly-bulletin-intermediate"];

    /// <summary>Where it stands, in one word for lists.</summary>
    public string Stage => this switch { { Issued: not null } => "issued", { Draft: not null } => "drafted", _ => "owed" };

    /// <summary>The courts that it names; none before it was drafted.</summary>
    public IReadOnlyList<int> Courts => [.. (Issued?.Facts.Courts ?? Draft?.Courts ?? []).Select(c => c.Court)];

    /// <summary>The stream of a court's period.</summary>
    public static StreamId Of(int court, DateOnly endedOn) => Reception.Period.Of("quarter", court, endedOn);

    /// <summary>Folds a history; the first fact is the end of the period.</summary>
    public static Bulletin Fold(StreamId id, IEnumerable<DatedFact> facts)
    {
        Bulletin? bulletin = null;
        foreach (var fact in facts)
        {
            bulletin = bulletin?.Apply(fact) ?? Begin(id, fact);
        }

        return bulletin ?? throw new InvalidDataException("A bulletin begins with the end of its period.");
    }

    /// <summary>The bulletin after the facts, with what follows for its clocks.</summary>
    public static (Bulletin After, IReadOnlyList<DatedFact> Facts) Tell(Bulletin? bulletin, StreamId id, IEnumerable<DatedFact> happened, ClockSetting setting)
    {
        var (now, told) = (bulletin, new List<DatedFact>());
        foreach (var dated in happened)
        {
            foreach (var fact in Clocks.Follow(now?.Obligations ?? [], dated, setting, null).Select(f => dated with { Fact = f }).Prepend(dated))
            {
                now = now?.Apply(fact) ?? Begin(id, fact);
                told.Add(fact);
            }
        }

        return (now!, told);
    }

    /// <summary>Where its clocks look: the court itself owes, no person is named.</summary>
    public static ClockSetting Setting(int court, RuleBook rules, WorkCalendar calendar, Func<int, IReadOnlyList<int>> chain, DateOnly today) =>
        new(rules, calendar, chain, (_, _) => court, (_, _) => null, today);

    /// <summary>The day of the fact that a fact answers: nothing is drafted of a period that runs.</summary>
    public static DateOnly Since(Bulletin bulletin, object fact) => fact switch
    {
        BulletinReturned or BulletinPeriodicIssued or BulletinQuarterlyIssued => bulletin.DraftedOn ?? bulletin.Period.EndedOn,
        BulletinRead => bulletin.Issued?.On ?? bulletin.Period.EndedOn,
        _ => bulletin.Period.EndedOn.AddDays(1),
    };

    private static Bulletin Begin(StreamId id, DatedFact dated) => dated.Fact is PeriodQuarterEnded ended
        ? new Bulletin(id, 1, ended, null, null, null, null, null, [], [], [], [])
        : throw new InvalidDataException("A bulletin begins with the end of its period.");

    private Bulletin Apply(DatedFact dated)
    {
        var next = this with { Version = Version + 1 };
        return ObligationList.Apply(Obligations, dated.Fact) is { } obligations ? next with { Obligations = obligations } : dated.Fact switch
        {
            BulletinDrafted f => next with
            {
                Draft = f, DraftedOn = dated.On, Returned = null,
                Approvals = Petitions.Approvals.Ask(Approvals, dated.On, Issuing, 0, f.DraftedBy, f.DraftedFor, Kind, f.Remarks ?? string.Empty),
            },
            BulletinReturned f => next with { Draft = null, DraftedOn = null, Returned = f.Reason, Approvals = Petitions.Approvals.Decide(Approvals, dated.On, Issuing, 0, agreed: false) },
            BulletinPeriodicIssued f => next with { Issued = new IssuedRanking(f, dated.On), Approvals = Petitions.Approvals.Decide(Approvals, dated.On, Issuing, 0, agreed: true) },
            BulletinQuarterlyIssued f => next with { Quarterly = f },
            BulletinRead f => next with { Readers = [.. Readers, new BulletinReader(f, dated.On)] },
            PaperIssued f => next with { Papers = [.. Papers, new MatterPaper(f, dated.On, null)] },
            BulletinEnteredLate => next,
            _ => throw new InvalidDataException($"{dated.Fact.GetType().Name} is no fact of a bulletin."),
        };
    }
}
