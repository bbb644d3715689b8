using Zhixin.Database.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>What was done to resolve the petition: hearings, property, settlement, aid, and what waits for a decision.</summary>
public sealed partial class PetitionView
{
    private SidePanel Measures() => new(
        "measures", "化解工作", null, [.. HearingItems(), .. PropertyItems(), .. SettlementItems(), .. AidItems(), .. OtherItems()],
        new EmptyModel("还没有记录化解工作", "听证、财产调查、和解、救助等列在这里。"));

    private IEnumerable<KeyValue> HearingItems()
    {
        var hearings = _petition.Measures.Hearings;
        if (hearings.Flag is { } flag)
        {
            yield return new("重大复杂", RichText.Of(
                (flag.Major ? "重大" : string.Empty) + (flag.Complex ? "复杂" : string.Empty) + (hearings.IsOwed ? "，答复以前应当公开听证　" : "，已公开听证　"), RichText.By(Clauses.Ref(Law, "SPC09-1.3"))));
        }

        foreach (var hearing in hearings.All.Where(h => h.CancelledBecause is null))
        {
            var a = hearing.Announced;
            var unserved = a.Parties.Except(hearing.Served.Select(s => s.Party)).ToList();
            yield return new("听证", $"{DateText.Iso(a.Day)} {a.Time}　{a.Place}　{(a.Public ? "公开" : "不公开")}；" + (hearing.Held is { } held
                ? "已举行：" + held.Result
                : unserved.Count == 0 ? "各方均已送达" : "待送达：" + string.Join("、", unserved.Select(Word))));
        }
    }

    private IEnumerable<KeyValue> PropertyItems()
    {
        var exhaustion = _petition.Measures.Exhaustion;
        foreach (var check in exhaustion.Checks)
        {
            yield return new("财产调查", $"{DateText.Iso(check.On)}　{check.Fact.Source}：{(check.Fact.Found ? "有财产" : "没有财产")}。{check.Fact.Result}");
        }

        if (exhaustion.Taken.Count > 0)
        {
            yield return new("执行措施", string.Join("；", exhaustion.Taken.Select(t => $"{Lists.Name(Law, Lists.Measures, t.Fact.Kind)}（{DateText.Iso(t.On)}）")));
        }

        if (exhaustion.Explained.Count > 0)
        {
            yield return new("释明", $"{DateText.Iso(exhaustion.Explained[^1].On)}　已释明无财产可供执行");
        }

        if (exhaustion.Commitments.Count > 0)
        {
            yield return new("自愿承诺", $"{DateText.Iso(exhaustion.Commitments[^1].On)}　{exhaustion.Commitments[^1].Fact.Document}");
        }
    }

    private IEnumerable<KeyValue> SettlementItems() => _petition.Measures.Settlements.All.Select(s => new KeyValue("执行和解", $"第 {s.Settled.No} 份　{DateText.Iso(s.On)}；" + s switch
    {
        { BrokenBecause: { } why } => "不再履行：" + why,
        { Performed.Count: 0 } => "还没有开始履行",
        _ => $"已履行 {s.Performed.Count} 次，最近 {DateText.Iso(s.Performed[^1].On)} {s.Performed[^1].Fact.What}",
    }));

    private IEnumerable<KeyValue> AidItems() => _petition.Measures.Aids.All.Select(aid => new KeyValue("司法救助", aid switch
    {
        { Reported: null } => "已申请，待报请",
        { Decided: null } => $"已报{aid.Reported.Body}，待审批",
        { Decided.Fen: { } fen } => $"救助 {MeasureDecisionForms.Yuan(fen)}{(aid.Told ? "，已告知" : "，待告知")}",
        _ => $"不予救助：{aid.Decided.Reason}{(aid.Told ? "，已告知" : "，待告知")}",
    } + string.Concat(aid.Referred.Select(r => $"；转请{r.Body}"))));

    private IEnumerable<KeyValue> OtherItems()
    {
        foreach (var corrected in _petition.Measures.Corrections)
        {
            yield return new(Word(corrected.Kind) + "纠正", $"{corrected.Wrong}；{corrected.Done}");
        }

        if (_petition.Measures.Conducts.Pending is { Proposed: var proposed })
        {
            yield return new("待审批的处置", Lists.Of(Law, Lists.ConductMeasures).Find(proposed.Measure)?.Name ?? proposed.Measure);
        }

        if (_petition.Measures.Deliberation is { } deliberation)
        {
            yield return new("公开评议", deliberation switch
            {
                { Reported: null } => "条件已记录，待报请",
                { Held: null } => $"已报{deliberation.Reported.Body}",
                { Told: false } => "已召开，待告知结果",
                _ => deliberation.Held.Result,
            });
        }

        foreach (var recognition in _petition.Handling.Recognitions)
        {
            yield return new(recognition.Recognised ? "上级确认" : "上级不确认", $"{Law.Court(recognition.Court).Name}：{recognition.Because}");
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => CodeWords.Of(ReadRows.Code(value));
}
