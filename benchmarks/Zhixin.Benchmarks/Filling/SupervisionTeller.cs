using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database.History;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;

namespace Zhixin.Benchmarks.Filling;

/// <summary>
/// Supervisions that run, told with the same decisions, clocks, envelopes and read rows as the desk: by High and intermediate courts over basic ones, with letters
/// that are due within two months around today, some overdue, some reported.
/// </summary>
public sealed class SupervisionTeller(Law law, ReadRows rows, Country country, Numbering numbers, BulkBuffer into, DateOnly today, long seed)
{
    private readonly Dictionary<int, CourtPeople> _people = country.Courts.ToDictionary(c => c.Court.Number);

    /// <summary>The court that leads the n-th; null where the drawn court has none above but the Supreme Court.</summary>
    public CourtPeople? Leading(long n)
    {
        var lot = new Lot(seed, n);
        var court = country.Draw(ref lot).Court;
        return court.Level == CourtLevel.Basic && law.Courts.Superiors(court).ToList() is [var mid, var high, ..] ? _people[lot.PerMille(350) ? high.Number : mid.Number] : null;
    }

    /// <summary>Tells the n-th.</summary>
    public void Tell(long n)
    {
        var lot = new Lot(seed, n);
        var (basic, lead) = (country.Draw(ref lot), Leading(n)!);
        var on = law.Calendar.NextWorkday(today.AddDays(-20 - lot.Of(60)));
        var at = RecordedEvent.Cut(new DateTimeOffset(on.ToDateTime(new TimeOnly(9, 0)), ChinaDate.Offset).AddSeconds(n % 20_000));
        var number = law.Number(lead.Court.Number, on, numbers.Next(lead.Court.Number, "督", on.Year), "督");
        var context = new CommandContext(Guid.CreateVersion7(at), lead.Head.Id, null, lead.Court.Number, Opening.Act, Origin.Page, at);
        var material = new SupervisionMaterialReceived(
            number, lead.Court.Number, basic.Court.Number, new SupervisionSubject(null, null, null, $"（{on.Year - 1}）{basic.Court.Code}执{n}号"), "9", null, Wording.Sought[(int)(n % Wording.Sought.Count)], [], [], on);
        var (due, handler) = (today.AddDays(lot.Of(60) - 20), basic.Handlers[lot.Of(basic.Handlers.Count)]);
        List<object> facts =
        [
            material, new SupervisionReviewed(true, (1 + lot.Of(7)).ToString(System.Globalization.CultureInfo.InvariantCulture), true, null, null, "应当督办", null, lead.Head.Id, null),
            new SupervisionLetterIssued(1, null, LetterKind.Supervision, lead.Court.Number, basic.Court.Number, "督〔2026〕1号", "1", "依法执行并报告", "投诉材料", due < on ? on : due, false, false),
            new SupervisionLetterReceived(1, LetterKind.Supervision, on, true, due < on ? on : due), new SupervisionHandlerNamed(1, handler.Id, handler.Name, null),
        ];
        if (lot.PerMille(300))
        {
            facts.Add(new SupervisionReportSubmitted(1, "已查控", "已扣划", "报告", false, false, null, handler.Id, null));
        }

        Keep(context, new StreamId(lead.Court.Number, context.Command), [.. facts.Select(f => new DatedFact(f, on))]);
    }

    private void Keep(CommandContext context, StreamId id, IReadOnlyList<DatedFact> happened)
    {
        var (after, facts) = SupervisionStory.Tell(null, id, happened, s => SupervisionStory.Setting(s, law.Rules, law.Calendar, law.Courts, happened[0].On));
        var (version, hash) = (0, RecordedEvent.Genesis);
        foreach (var fact in facts)
        {
            var recorded = EventStore.Envelope(context, id, ++version, fact, context.Now, hash);
            hash = recorded.Hash();
            into.Add(BulkTables.Event, EventStore.Values(recorded, hash));
        }

        var sight = rows.Supervisions.Sight(after);
        into.Add(BulkTables.Stream, id.Home, id.Id, Supervision.Kind, version, hash.ToArray(), context.Now.UtcDateTime, MatterDesk<Supervision>.SeenBy(sight));
        foreach (var (court, ground) in sight)
        {
            into.Add(BulkTables.Sight, id.Home, id.Id, court, ground);
        }

        foreach (var row in rows.Supervisions.Of(after))
        {
            into.Add(row);
        }
    }
}
