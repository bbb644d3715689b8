using System.Globalization;
using Zhixin.Database.Petitions;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Regulations;

/// <summary>Two packs, or two versions of one, side by side: only what differs.</summary>
public static class ComparePages
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["period"] = "期间", ["fallback"] = "没有载明日期时的期间", ["roll"] = "末日顺延", ["type"] = "性质", ["obligor"] = "谁负责", ["opens_on"] = "从何时起",
        ["fulfilled_by"] = "怎样算办到", ["ended_by"] = "何时终止", ["exclusions"] = "可扣除的时间", ["clause"] = "依据条文",
    };

    /// <summary>Maps the page and its JSON twin.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/regulations/{pack}/compare", Show);
        app.MapGet("/api/regulations/{pack}/compare", (HttpContext http, Office office, string pack, string? from, string? to) =>
            Chosen(office.Law.Now, pack, from, to) is var (before, after)
                ? Results.Ok(new { before = Name(before), after = Name(after), diff = PackDiff.Of(before, after) })
                : Replies.Problem(404, "http-404")).WithSummary("比较两部规程或两个版本");
    }

    /// <summary>The act on a clause's page: the version before, or else the pack that rules most of the same slots.</summary>
    public static ActionModel? Action(Law law, RegulationPack pack) => Other(law, pack) is { } other
        ? new ActionModel(other.Id == pack.Id ? "与上一版比较" : $"与{other.ShortTitle}比较", $"/regulations/{pack.Id}/compare?from={Code(other)}&to={Code(pack)}")
        : null;

    private static IResult Show(HttpContext http, Office office, string pack, string? from, string? to)
    {
        var law = office.Law.Now;
        if (Chosen(law, pack, from, to) is not var (before, after))
        {
            return Replies.Error(http, 404);
        }

        var diff = PackDiff.Of(before, after);
        Choice[] all = [.. law.Packs.OrderBy(p => p.Id, StringComparer.Ordinal).ThenByDescending(p => p.Version).Select(p => new Choice(Code(p), Name(p)))];
        var form = FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["from"] = Code(before), ["to"] = Code(after) });
        return Replies.Page<ComparePage>(http, new CompareModel(
            after.Id, Name(before), Name(after), form, all,
            [.. diff.Rules.Select(r => new CompareRow(r.Name, Word(r.Kind), Text(before, r.Before), Text(after, r.After), string.Join('、', r.Fields.Select(f => Fields[f]))))],
            [.. diff.Clauses.Select(c => new CompareRow(c.Id, Word(c.Kind), Text(c.Before), Text(c.After), string.Empty))],
            [.. diff.Thresholds.Select(t => new CompareRow(t.Name, Word(t.Kind), Text(t.Before), Text(t.After), string.Empty))],
            before.Id != after.Id));
    }

    private static (RegulationPack Before, RegulationPack After)? Chosen(Law law, string pack, string? from, string? to)
    {
        var newest = law.Packs.Where(p => p.Id == pack).MaxBy(p => p.Version);
        var after = string.IsNullOrEmpty(to) ? newest : Find(law, to);
        var before = !string.IsNullOrEmpty(from) ? Find(law, from) : after is null ? null : Other(law, after);
        return newest is null || after is null ? null : (before ?? after, after);
    }

    private static RegulationPack? Find(Law law, string code) =>
        law.Packs.FirstOrDefault(p => Code(p) == code);

    private static RegulationPack? Other(Law law, RegulationPack pack) =>
        law.Packs.Where(p => p.Id == pack.Id && p.Version < pack.Version).MaxBy(p => p.Version)
        ?? law.Packs.Where(p => p.Id != pack.Id).Select(p => (Pack: p, Shared: p.Rules.Count(r => pack.Rules.Any(own => own.Slot == r.Slot)))).Where(p => p.Shared > 0)
            .OrderByDescending(p => p.Shared).ThenBy(p => p.Pack.Id, StringComparer.Ordinal).ThenByDescending(p => p.Pack.Version).Select(p => p.Pack).FirstOrDefault();

    private static string Code(RegulationPack pack) => pack.Id + "." + pack.Version.ToString(CultureInfo.InvariantCulture);

    private static string Name(RegulationPack pack) => $"{pack.ShortTitle}（{pack.Id}）第 {pack.Version} 版";

    private static string Word(Change change) => change switch
    {
        Change.Added => "新增",
        Change.Removed => "删去",
        Change.Changed => "改动",
    };

    private static RichText Text(RegulationPack pack, ObligationRule? rule) => rule is null
        ? "没有"
        : RichText.Of(RichText.By(new ClauseRef(pack.Id, rule.Clause)), " ", new RichText.Strong(RuleText.Period(rule)), rule.Roll ? string.Empty : "，末日不顺延");

    private static RichText Text(Clause? clause) => clause is null ? "没有" : $"{clause.Article}　{clause.Heading}：{clause.Zh}";

    private static RichText Text(Threshold? threshold) => threshold is null ? "没有" : $"{threshold.Value.ToString(CultureInfo.InvariantCulture)} {threshold.Unit}";
}
