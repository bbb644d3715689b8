using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Regulations;

namespace Zhixin.PlatformItems;

/// <summary>An item of the command platform 平台事项 (HNP-18): done when the handler says so and the superior's named person confirms it.</summary>
/// <param name="DueOn">Until when it is to be done, as it stands.</param>
/// <param name="Completed">The reply that waits for the superior, or was confirmed; null before, and where it was returned.</param>
/// <param name="ClosedBecause">Null while it runs.</param>
public sealed record PlatformItem(
    StreamId Id, int Version, PlatformItemReceived Received, DateOnly? DueOn, PlatformItemHandlerNamed? Handler, PlatformItemVerifierNamed? Verifier, PlatformItemCompleted? Completed,
    DateOnly? CompletedOn, DateOnly? ConfirmedOn, int Returns, IReadOnlyList<DateOnly> Pressed, string? ClosedBecause, DateOnly? ClosedOn, IReadOnlyList<Obligation> Obligations)
{
    /// <summary>The stream's kind.</summary>
    public const string Kind = "platform-item";

    /// <summary>Whether it runs.</summary>
    public bool IsOpen => ClosedBecause is null;

    /// <summary>Where it stands, in one word for lists.</summary>
    public string Stage => this switch { { IsOpen: false } => "closed", { Completed: not null } => "completed", { Handler: not null } => "handling", _ => "received" };

    /// <summary>Folds a history; the first fact is the receipt.</summary>
    public static PlatformItem Fold(StreamId id, IEnumerable<DatedFact> facts)
    {
        PlatformItem? item = null;
        foreach (var fact in facts)
        {
            item = item?.Apply(fact) ?? Begin(id, fact);
        }

        return item ?? throw new InvalidDataException("An item begins with its receipt.");
    }

    /// <summary>The item after the facts, with what follows for its clocks.</summary>
    public static (PlatformItem After, IReadOnlyList<DatedFact> Facts) Tell(PlatformItem? item, StreamId id, IEnumerable<DatedFact> happened, Func<PlatformItem, ClockSetting> setting)
    {
        var told = new List<DatedFact>();
        var now = item;
        foreach (var dated in happened)
        {
            var was = now;
            now = now?.Apply(dated) ?? Begin(id, dated);
            told.Add(dated);
            var clocks = Clocks.Follow(was?.Obligations ?? [], dated, setting(now), null);
            IEnumerable<object> renamed = was is null || was.Handler == now.Handler ? [] : Clocks.Rename(was.Obligations, (o, _) => Person(was, o), (o, _) => Person(now, o));
            foreach (var fact in clocks.Concat(renamed).Select(f => dated with { Fact = f }))
            {
                now = now.Apply(fact);
                told.Add(fact);
            }
        }

        return (now!, told);
    }

    /// <summary>Where the clocks of an item look.</summary>
    public static ClockSetting Setting(PlatformItem item, RuleBook rules, WorkCalendar calendar, CourtDirectory courts, DateOnly today) => new(
        rules, calendar, court => courts.ByNumber(court) is { } found ? [court, .. courts.Superiors(found).Select(c => c.Number)] : [],
        (word, _) => word switch { "handed-down-to" or "responsible" => item.Received.To, "superior" or "registering" => item.Received.From, _ => null },
        (obligor, _) => Person(item, obligor), today);

    /// <summary>The day of the fact that a fact answers.</summary>
    public static DateOnly Since(PlatformItem item, object fact) => fact switch
    {
        PlatformItemConfirmed or PlatformItemReturned => item.CompletedOn ?? item.Received.ReceivedOn,
        _ => item.Received.ReceivedOn,
    };

    private static Guid? Person(PlatformItem item, Obligor obligor) => obligor is { Person: "handler" } ? item.Handler?.Handler : null;

    private static PlatformItem Begin(StreamId id, DatedFact dated) => dated.Fact is PlatformItemReceived received
        ? new PlatformItem(id, 1, received, received.DueOn, null, null, null, null, null, 0, [], null, null, [])
        : throw new InvalidDataException("An item begins with its receipt.");

    private PlatformItem Apply(DatedFact dated)
    {
        var next = this with { Version = Version + 1 };
        return ObligationList.Apply(Obligations, dated.Fact) is { } obligations ? next with { Obligations = obligations } : dated.Fact switch
        {
            PlatformItemHandlerNamed f => next with { Handler = f },
            PlatformItemVerifierNamed f => next with { Verifier = f },
            PlatformItemCompleted f => next with { Completed = f, CompletedOn = dated.On },
            PlatformItemReturned f => next with { Completed = null, CompletedOn = null, Returns = Returns + 1, DueOn = f.DueOn },
            PlatformItemConfirmed => next with { ConfirmedOn = dated.On },
            PlatformItemPressed => next with { Pressed = [.. Pressed, dated.On] },
            PlatformItemClosed f => next with { ClosedBecause = f.Why, ClosedOn = dated.On },
            PlatformItemEnteredLate => next,
            _ => throw new InvalidDataException($"{dated.Fact.GetType().Name} is no fact of an item."),
        };
    }
}
