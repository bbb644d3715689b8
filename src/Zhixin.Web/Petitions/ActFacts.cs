using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>What somebody has before his eyes who decides, tells or recognises something that was laid before him.</summary>
internal static class ActFacts
{
    /// <summary>The facts in the order in which they are read; none where nothing is laid before anybody.</summary>
    /// <param name="court">The court of whoever looks: of the hops it sees its own here.</param>
    public static IReadOnlyList<KeyValue> Of(string path, Petition petition, Law law, int court) => path switch
    {
        "opinion-decision" or "opinion-discussion" or "reply" => Opinion(petition.Handling.Opinion?.Submitted),
        "decline-decision" or "decline-explanation" => Decline(petition.Acceptance.Decline?.Facts, law),
        "hearing-notice" or "hearing-holding" or "hearing-cancellation" => Hearing(petition.Measures.Hearings.Pending),
        "aid-report" or "aid-decision" or "aid-notice" => Aid(petition.Measures.Aids.Last),
        "conduct-decision" or "coercion-decision" => Conduct(petition, law),
        "deliberation-report" or "deliberation-holding" or "deliberation-notice" => Deliberation(petition.Measures.Deliberation, law),
        "recognition" => Resolution(petition),
        "hop-report" => [.. petition.HandDowns.Open.Where(h => h.Issued.To == court && h.Pending is null).SelectMany(h => Reported(h, law))],
        "hop-report-decision" => [.. petition.HandDowns.Open.Where(h => h.Issued.From == court && h.Pending is not null).SelectMany(h => Reported(h, law))],
        "report-up-review" or "report-up-approval" or "report-up-sending" =>
            [.. petition.HandDowns.All.Where(h => h.Issued.From == court && h.AwaitsUp && h.Up is not null).SelectMany(h => SpecialReport(h, law))],
        _ => [.. WriteOffs.WriteOffForms.Facts(path, petition, law), .. Terminations.TerminationForms.Facts(path, petition, law)],
    };

    /// <summary>What was asked for by a hop, and what the last report on it says.</summary>
    private static IEnumerable<KeyValue> Reported(Hop hop, Law law) =>
    [
        new("交办", HandDownForms.Line(law, hop)), new("要求", hop.Issued.Demand), .. Told("报告期限", hop.DueOn is { } due ? DateText.Iso(due) : null),
        .. hop.Reports.TakeLast(1).SelectMany(last => Told("报告", $"{DateText.Iso(last.On)}　{last.Reported.Document}").Concat(Told("办理进展", last.Reported.Progress))
            .Concat(Told("办理结果", last.Reported.Result)).Concat(Told("上次退回", last.ReturnedBecause))),
    ];

    private static IEnumerable<KeyValue> SpecialReport(Hop hop, Law law) => hop.Up is not { } up ? [] :
    [
        new("交办", HandDownForms.Line(law, hop)), new("报送给", up.Drafted.Body), new("专报内容", up.Drafted.Content), new("文号", up.Drafted.Document),
        .. Told("局长意见", up.Reviewed?.Opinion), .. Told("主管院长意见", up.Approved?.Opinion),
    ];

    private static List<KeyValue> Opinion(PetitionOpinionSubmitted? opinion) => opinion is null ? [] :
    [
        new("诉求认定", CodeWords.Of(ReadRows.Code(opinion.Finding))), new("需要救助", opinion.AidNeeded ? "需要" : "不需要"), new("工作人员违法", opinion.UnlawfulActFound ? "发现" : "没有发现"),
        new("办理进展", opinion.Progress), new("办理结果", opinion.Result),
    ];

    private static List<KeyValue> Decline(DeclineFacts? facts, Law law) => facts is null ? [] :
    [
        new("情形", Lists.Name(law, Lists.DeclineGrounds, facts.Ground)),
        .. Told("联系情况", facts.Attempts.Count == 0 ? null : string.Join("；", facts.Attempts.Select(a => $"{DateText.Iso(a.On)} {CodeWords.Of(a.Method)}，{a.Result}"))),
        .. Told("移送", facts.TransferredTo is null ? null : $"{facts.TransferredTo}。{facts.TransferProof}"), .. Told("已告知的渠道", facts.Channel),
        .. Told("执行该案的法院", facts.RightCourt is { } court ? law.Court(court).Name : null), .. Told("裁定", facts.Ruling), .. Told("身份和授权", facts.Standing), new("释明内容", facts.Explanation),
    ];

    private static List<KeyValue> Hearing(Hearing? hearing) => hearing is not { Announced: var a } ? [] :
    [
        new("时间地点", $"{DateText.Iso(a.Day)} {a.Time}　{a.Place}"), new("主持人", a.Presider), new("方式", a.Public ? "公开" : "不公开"),
        .. a.Parties.Select(p => new KeyValue(CodeWords.Of(ReadRows.Code(p)), hearing.Served.FirstOrDefault(s => s.Party == p) is { } served
            ? $"{DateText.Iso(served.On)} {CodeWords.Of(served.Method)}送达，{served.Proof}" : "待送达")),
        .. Told("邀请", a.Others),
    ];

    private static List<KeyValue> Aid(Aid? aid) => aid is null ? [] :
    [
        new("困难情况", aid.Applied.Hardship), new("查无财产", aid.Applied.NoProperty), new("申请书", aid.Applied.Document),
        .. Told("报请", aid.Reported is { } reported ? $"{reported.Body}。{reported.Document}" : null),
        .. Told("决定", aid.Decided switch { { Fen: { } fen } => "救助 " + MeasureDecisionForms.Yuan(fen), { Reason: { } reason } => "不予救助：" + reason, _ => null }),
    ];

    private static List<KeyValue> Conduct(Petition petition, Law law) => petition.Measures.Conducts.Pending?.Proposed is not { } proposed ? [] :
    [
        .. petition.Petitioners.Select((p, i) => (p, i)).Where(one => one.p.Person == proposed.Person)
            .Select(one => new KeyValue("谁的行为", $"第 {one.i + 1} 位信访人　{CodeWords.Of(ReadRows.Code(one.p.Capacity))}")),
        new("妨害行为", Lists.Name(law, Lists.Obstructions, proposed.Act)), new("事实", proposed.Happened), new("法律依据", proposed.Basis), new("必要性", proposed.Necessity),
        new("提请措施", Lists.Of(law, Lists.ConductMeasures).Find(proposed.Measure)?.Name ?? proposed.Measure), new("文书", proposed.Document),
    ];

    private static List<KeyValue> Deliberation(Deliberation? deliberation, Law law) => deliberation is not { Conditions: var c } ? [] :
    [
        new("措施穷尽", c.Exhausted), new("诉求", Lists.Of(law, Lists.DeliberationConditions).Find(c.Claim)?.Name ?? c.Claim), new("仍坚持", c.Persists), new("不符合核销", c.NoWriteOff),
        .. Told("报请", deliberation.Reported is { } reported ? $"{reported.Body}。{reported.Document}" : null), .. Told("评议结果", deliberation.Held?.Result),
    ];

    /// <summary>What a resolution rests on.</summary>
    private static List<KeyValue> Resolution(Petition petition)
    {
        var (m, resolution) = (petition.Measures, petition.Handling.Resolution);
        return resolution is null ? [] :
        [
            new("认定的情形", CodeWords.Of(ReadRows.Code(resolution.Ground))), .. Told("证据", resolution.Evidence),
            .. m.Settlements.All.Where(s => s.Settled.No == resolution.Settlement).SelectMany(s => s.Performed.Select(p => new KeyValue("履行", $"{DateText.Iso(p.On)}　{p.Fact.What}，{p.Fact.Proof}")).Prepend(new("和解", $"{s.Settled.Terms}。{s.Settled.Document}"))),
            .. resolution.Ground == ResolutionGround.Committed ? Committed(m) : [],
        ];
    }

    private static IEnumerable<KeyValue> Committed(Measures m) =>
    [
        .. m.Exhaustion.Checks.Where(c => c.Round == m.Round).Select(c => new KeyValue("财产调查", $"{DateText.Iso(c.On)}　{c.Fact.Source}：{c.Fact.Result}。{c.Fact.Proof}")),
        .. m.Exhaustion.Explained.Where(e => e.Round == m.Round).Select(e => new KeyValue("释明", $"{DateText.Iso(e.On)}　{e.Fact.Content}。{e.Fact.Proof}")),
        .. m.Exhaustion.Commitments.Where(c => c.Round == m.Round).Select(c => new KeyValue("自愿承诺", $"{DateText.Iso(c.On)}　{c.Fact.Document}；{c.Fact.Effect}")),
    ];

    private static IEnumerable<KeyValue> Told(string term, string? value) => value is null ? [] : [new(term, value)];
}
