using Zhixin.Calendar;
using Zhixin.Database.Access;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Regulations;

/// <summary>The page of one clause.</summary>
internal static class ClauseView
{
    /// <summary>The model as a member sees it.</summary>
    public static async Task<RegulationModel> Of(Member member, Office office, RegulationPack pack, Clause clause, CancellationToken stop)
    {
        var law = office.Law.Now;
        var rules = pack.Rules.Where(r => Covers(clause, r.Clause)).ToList();
        var (live, count) = await LiveObligations.Under(office, member, clause.Id, stop);
        return new RegulationModel(
            pack.Id, pack.ShortTitle, pack.Title, Ref(pack, clause), $"{clause.Article}　{clause.Heading}",
            [.. law.Packs.GroupBy(p => p.Id).Select(g => g.MaxBy(p => p.Version)!).OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => new Choice(p.Id, $"{p.ShortTitle}（{p.Id}）{p.Clauses.Count} 条"))],
            [.. pack.Clauses.GroupBy(c => c.Part).Select(g => new TocGroup(g.Key, [.. g.Select(c => new TocItem(Ref(pack, c), c.Heading, c.Id == clause.Id))]))],
            clause.Zh, clause.Does, Status(office.Files.Coverage, clause.Id),
            Facts(member, office, pack, clause, rules), live, count, Slots.Compare(law, pack, RegulationPages.Chain(law, member.Court), office.Today),
            [.. new[] { ComparePages.Action(law, pack), WhatIfPages.Action(pack, rules) }.OfType<ActionModel>()]);
    }

    /// <summary>True when the rule stands under the clause or one of its items, such as GC21-5(1) under GC21-5.</summary>
    private static bool Covers(Clause clause, string id) => id == clause.Id || id.StartsWith(clause.Id + "(", StringComparison.Ordinal);

    private static ClauseRef Ref(RegulationPack pack, Clause clause) => new(pack.Id, clause.Id, pack.ShortTitle + clause.Article);

    /// <summary>What the tests show of the clause, not what somebody believes.</summary>
    private static string Status(CoverageTable coverage, string clause)
    {
        if (coverage.Of(clause) is not { } status)
        {
            return "仅作对照";
        }

        var tests = coverage.TestsOf(clause).Count;
        return status switch
        {
            ClauseStatus.Done => $"已实现，{tests} 项测试证明",
            ClauseStatus.Partial => $"部分实现，{tests} 项测试",
            ClauseStatus.Planned => "计划中",
            ClauseStatus.Data => "资料，由规程数据承载",
        };
    }

    private static List<KeyValue> Facts(Member member, Office office, RegulationPack pack, Clause clause, List<ObligationRule> rules)
    {
        var facts = new List<KeyValue>
        {
            new("采用", Adoption(member, office, pack)),
            new("版本", $"第 {pack.Version} 版，内容校验 {pack.Hash[..4]} {pack.Hash[4..8]} … {pack.Hash[^4..]}"),
            new("施行", pack.InForceFrom is { } from ? $"自 {DateText.Iso(from)} 起" + (pack.InForceUntil is { } until ? $"至 {DateText.Iso(until)} 止" : "") : "原文未印施行日期，未经采用不生效"),
            new(pack.Clauses.Any(c => c.Heading == "解释机关") ? "解释机关" : "发布机关", pack.Issuer),
        };
        facts.AddRange(rules.Select(r => new KeyValue("期间", $"{r.Name}：{RuleText.Period(r)}{Ending(r)}")));
        facts.AddRange(pack.Precedence.Select(p => new KeyValue("优先", $"对 {p.Over}：{(p.Declared ? "已声明优先" : "未声明，两者并行")}。{p.Note}")));
        if (clause.Note.Length > 0)
        {
            facts.Add(new KeyValue("说明", clause.Note));
        }

        return facts;
    }

    private static string Ending(ObligationRule rule) => rule.Period.Unit switch
    {
        PeriodUnit.Day or PeriodUnit.Month => rule.Roll ? "；自然日，末日遇休息日顺延到下一个工作日" : "；自然日，末日不顺延",
        PeriodUnit.Workday => "；休息日和节假日不算",
        _ => string.Empty,
    };

    private static string Adoption(Member member, Office office, RegulationPack pack)
    {
        var law = office.Law.Now;
        if (law.Rules.InForce(RegulationPages.Chain(law, member.Court), office.Today).FirstOrDefault(p => p.Pack == pack) is not { } found)
        {
            return pack.InForceFrom is null ? "本院没有采用，不产生期限" : "在本院不适用";
        }

        var (adoption, scope) = (found.Adoption, RegulationPages.CourtName(law, found.Adoption.CourtNumber));
        return $"{scope}自 {DateText.Iso(adoption.From)} 起{(adoption.Until is { } until ? $"至 {DateText.Iso(until)} 止" : "")}适用；{adoption.Reason}"
            + (pack.Standing == PackStanding.Reference ? "；仅作对照，不产生期限" : "");
    }
}
