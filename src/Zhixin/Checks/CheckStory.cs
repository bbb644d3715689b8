using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Obligations;
using Zhixin.Regulations;

namespace Zhixin.Checks;

/// <summary>Tells what follows when facts happen to a record of checks, where its clocks look, and who is told.</summary>
public static class CheckStory
{
    /// <summary>The record after the facts, and all facts in the order in which they are recorded.</summary>
    /// <param name="record">Before; null when the first fact begins it.</param>
    public static (CheckRecord After, IReadOnlyList<DatedFact> Facts) Tell(
        CheckRecord? record, StreamId id, IEnumerable<DatedFact> happened, Func<CheckRecord, ClockSetting> setting)
    {
        var told = new List<DatedFact>();
        var now = record;
        foreach (var dated in happened)
        {
            var before = now?.Obligations ?? [];
            now = now?.Apply(dated) ?? CheckRecord.Begin(id, dated);
            told.Add(dated);
            foreach (var fact in Clocks.Follow(before, dated, setting(now), null).Select(clock => dated with { Fact = clock }))
            {
                now = now.Apply(fact);
                told.Add(fact);
            }
        }

        return (now ?? throw new ArgumentException("At least one fact happens.", nameof(happened)), told);
    }

    /// <summary>Where the clocks of a record look: everything is owed by the enforcing court.</summary>
    public static ClockSetting Setting(CheckRecord record, RuleBook rules, WorkCalendar calendar, CourtDirectory courts, DateOnly today) => new(
        rules, calendar, court => courts.ByNumber(court) is { } found ? [court, .. courts.Superiors(found).Select(c => c.Number)] : [],
        (word, _) => word is "responsible" or "registering" ? record.Filed.Court : null, (_, _) => null, today);

    /// <summary>The day of the fact that a fact answers.</summary>
    public static DateOnly Since(CheckRecord record, object fact) => fact switch
    {
        CardFeedbackReceived f => record.Cards.FirstOrDefault(c => c.Facts.No == f.Card)?.On ?? record.FiledOn,
        CardFeedbackAnswered f => record.Feedbacks.FirstOrDefault(x => x.Facts.No == f.No)?.On ?? record.FiledOn,
        ReportPhoneTold f => record.Services.FirstOrDefault(s => s.Facts.No == f.No)?.On ?? record.FiledOn,
        NodeChecked f => record.Nodes.FirstOrDefault(n => n.Facts.No == f.No)?.On ?? record.FiledOn,
        RiskCorrected f => record.Risks.FirstOrDefault(r => r.Facts.No == f.No)?.On ?? record.FiledOn,
        _ => record.FiledOn,
    };

    /// <summary>Who is told: the enforcing court's unit, where its superior found something.</summary>
    public static IReadOnlyList<Notice> Notices(CheckRecord after, IReadOnlyList<DatedFact> facts) => facts.Any(f => f.Fact is SpotChecked)
        ? [new Notice(
            NoticeTopics.SpotChecked, after.Filed.Court, new Addressee.Unit(), new NoticeMatter(CheckRecord.Kind, after.Id, after.Filed.Number),
            new NoticeDetail(Due: facts.Select(f => f.Fact).OfType<RiskFound>().FirstOrDefault()?.DueOn), [])]
        : [];
}
