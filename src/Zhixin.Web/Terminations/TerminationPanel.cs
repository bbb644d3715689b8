using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;
using Zhixin.Web.WriteOffs;

namespace Zhixin.Web.Terminations;

/// <summary>The termination of a petition: what is missing, the chain as steps, filing and decision, what followed.</summary>
/// <param name="State">Where it stands, in words.</param>
/// <param name="Missing">What keeps it from being reported, each with its clause; empty where it is under way or nothing is missing.</param>
/// <param name="After">What followed the decision.</param>
/// <param name="Before">Reports before this one, each in a line.</param>
public sealed record TerminationPanel(
    string State, IReadOnlyList<RefusalModel> Missing, IReadOnlyList<StepModel> Steps, IReadOnlyList<KeyValue> Facts, IReadOnlyList<KeyValue> After, IReadOnlyList<string> Before)
{
    /// <summary>Of a petition as it stands; null where nothing points at a termination.</summary>
    /// <param name="court">The court of whoever looks.</param>
    public static TerminationPanel? Of(Law law, Petition petition, int court, IReadOnlyDictionary<Guid, string> names, DateOnly today)
    {
        var rules = TerminationActs.Rules(law, petition, court, today, []);
        var missing = petition is { IsOpen: true, Acceptance.Accepted: not null, Terminations.Pending: null }
            ? TerminationConditions.Missing(petition, TerminationActs.Presumed(petition) with { ExceptionAsked = null }, rules)
            : [];
        if (petition.Terminations.All is [.., var one])
        {
            return new TerminationPanel(
                Stands(law, one), Numbered(missing, law), Drawn(law, one, names), [.. Said(law, petition, one)], [.. Followed(petition, one)],
                [.. petition.Terminations.All.SkipLast(1).Select(t => $"第 {t.No} 次：{DateText.Iso(t.On)} 报请，{Stands(law, t)}")]);
        }

        var isUsedUp = rules.Exhaustion(petition).Supervision is not null && !petition.Procedures.IsPending;
        return petition.IsOpen && (petition.Measures.Exhaustion.Commitments.Count > 0 || isUsedUp || petition.Terminations.Heard.Count > 0)
            ? new TerminationPanel(missing.Count == 0 ? "条件齐备，可以报请" : $"还缺 {missing.Count} 项", Numbered(missing, law), [], [.. Prepared(petition)], [], [])
            : null;
    }

    private static List<RefusalModel> Numbered(IReadOnlyList<Refusal> missing, Law law) => [.. missing.Select((m, i) => Replies.Model($"第 {i + 1} 项", m, law))];

    private static string Stands(Law law, Termination one) => one switch
    {
        { ReversedOn: { } on, Reversed: { } reversed } => $"{DateText.Iso(on)} 撤销：{CodeWords.Of("termination-reversal." + ReadRows.Code(reversed.Because))}",
        { Ended: { } end, EndedOn: { } on } => $"{DateText.Iso(on)} {CodeWords.Of("termination-end." + ReadRows.Code(end))}{(string.IsNullOrEmpty(one.EndText) ? string.Empty : "：" + one.EndText)}",
        { Waits: { } place } => $"等待{law.Court(place.Court).Name}{TerminationForms.Station(place.Station)}",
        _ => string.Empty,
    };

    private static List<StepModel> Drawn(Law law, Termination one, IReadOnlyDictionary<Guid, string> names)
    {
        List<TerminationPlace> places =
        [
            new(TerminationStation.Report, one.Reported.Court), .. one.Reported.Way.SkipLast(1).Select(court => new TerminationPlace(TerminationStation.PassUp, court)),
            .. one.NeedsFiling ? [new(TerminationStation.File, one.Decider), new(TerminationStation.AnswerFiling, one.Reported.Supreme)] : Array.Empty<TerminationPlace>(), new(TerminationStation.Decide, one.Decider),
        ];
        var waits = one.Waits is { Station: TerminationStation.Correct } correct ? new TerminationPlace(TerminationStation.File, correct.Court) : one.Waits;
        return [.. places.Select(place => new StepModel(TerminationForms.Station(place.Station), Note(law, one, place, names), place == waits ? StepState.Current : Done(one, place) is null ? StepState.Ahead : StepState.Past))];
    }

    private static TerminationStep? Done(Termination one, TerminationPlace place) => place.Station switch
    {
        TerminationStation.Decide when one.Decided is null => null,
        TerminationStation.AnswerFiling when one.Filing?.Answer is null => null,
        _ => one.Steps.LastOrDefault(s => s.Station == place.Station && s.Court == place.Court),
    };

    private static string Note(Law law, Termination one, TerminationPlace place, IReadOnlyDictionary<Guid, string> names) =>
        law.Court(place.Court).Name + (Done(one, place) is { } step ? $"\n{names.GetValueOrDefault(step.By, "工作人员")} {DateText.MonthDay(step.On)}" : string.Empty);

    private static IEnumerable<KeyValue> Prepared(Petition petition) =>
    [
        .. petition.Terminations.Heard.Select(h => new KeyValue("听取意见", $"{DateText.Iso(h.On)}　{h.Heard.View}")),
        .. petition.Terminations.Hardship is { } said ? [new KeyValue("生活困难", $"{DateText.Iso(said.On)}　{said.Answered.Statement}　答复：{said.Answered.Answer}")] : Array.Empty<KeyValue>(),
    ];

    private static IEnumerable<KeyValue> Said(Law law, Petition petition, Termination one) =>
    [
        new("终结情形", RichText.Of(WriteOffForms.Named(law, TerminationRules.GroundList, TerminationRules.Code(one.Reported.Ground)) + "　", RichText.By(Clauses.Ref(law, one.Reported.GroundClause)))),
        new("相同事由", one.Reported.SameCause), .. one.Reported.Evidence.Select(e => new KeyValue("依据", TerminationForms.Said(e))), .. Prepared(petition).Where(p => p.Term == "生活困难"),
        .. one.Filing is { } filing ? [new KeyValue("备案", Filed(filing))] : Array.Empty<KeyValue>(),
        .. one.Decided is { } decided ? [new KeyValue("终结决定", decided.Document + (decided.Exception is null ? string.Empty : "　例外的理由：" + decided.Exception)), new KeyValue("书面告知", one.NoticeOn is { } on ? DateText.Iso(on) : "还没有")] : Array.Empty<KeyValue>(),
    ];

    private static string Filed(TerminationFiling filing) => filing switch
    {
        { Asked: { } asked } => $"{DateText.Iso(filing.SentOn)} 报请，要求补正：{asked.Reason}，期限 {DateText.Iso(asked.DueOn)}",
        { Answer: { } answer, AnsweredOn: { } on } => $"{DateText.Iso(filing.SentOn)} 报请，{DateText.Iso(on)} {CodeWords.Of("filing." + ReadRows.Code(answer.Answer))}　{answer.Document}",
        _ => $"{DateText.Iso(filing.SentOn)} 报请，等待答复",
    };

    private static IEnumerable<KeyValue> Followed(Petition petition, Termination one)
    {
        var after = petition.Terminations.After;
        return
        [
            .. after.Queries.Where(q => q.Facts.Termination == one.No).Select(q => new KeyValue("查询财产", $"{DateText.Iso(q.On)}　{q.Facts.Result}　告知：{q.Facts.Told}")),
            .. after.Clues.Select(c => new KeyValue("财产线索", $"{DateText.Iso(c.Received.ReceivedOn)}　{c.Received.Clue}{(c.Resumed ? "　已恢复执行" : "　待恢复执行")}{(c.Verified is { } v ? "　核实：" + v.Findings : string.Empty)}")),
            .. after.Resumed.Where(r => r.Facts.Termination == one.No).Select(r => new KeyValue("恢复执行", $"{DateText.Iso(r.On)}　{r.Facts.Number}")),
            .. after.Of(one.No).Select(c => new KeyValue("终结后来访来信", $"{DateText.Iso(c.Came.ReceivedOn)}　{(c.Found is { } found ? CodeWords.Of("late-contact." + ReadRows.Code(found.Brings)) : "待审查")}{(c.AnsweredOn is { } on ? $"　{DateText.Iso(on)} 已统一答复" : string.Empty)}")),
            .. after.Repeats.Where(r => r.Facts.Termination == one.No).Select(r => new KeyValue("认定反复", $"{DateText.Iso(r.On)}　终结后 {r.Facts.Contacts} 次{(r.ReportedOn is { } on ? $"　{DateText.Iso(on)} 已报告" : "　待报告")}")),
        ];
    }
}
