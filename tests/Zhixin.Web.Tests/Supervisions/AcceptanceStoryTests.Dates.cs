using AngleSharp.Dom;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Every date on the pages of the matter says from when, how long, under which clause and until when; what has no date says so.</summary>
public sealed partial class AcceptanceStoryTests
{
    /// <summary>Duty, clause, owed from, due, and the length as it is said; counted by hand. Without dates: duty and clause.</summary>
    private static readonly (string Duty, string Clause, string? From, string? Due, string? Length)[] OfSupervision =
    [
        ("涉执申诉材料审查完毕", "HNI-4", "2026-03-03", "2026-03-09", "5 日"), ("制发督办函并附材料", "HNI-4", "2026-03-09", "2026-03-12", "3 日"), ("指定专人办理", "HNI-6", null, null, null),
        ("书面报告督办结果", "HNI-6", "2026-03-12", "2026-03-20", "载明的日期"), ("期满前书面说明", "HNP-21", "2026-03-20", "2026-03-20", "载明的日期"), ("决定新的报告期限", "HNP-21", null, null, null),
        ("发催办函或督促执行令", "HNP-23", null, null, null), ("说明未办原因", "HNP-23", "2026-03-30", "2026-04-03", "载明的日期"), ("组织双方听证", "HNI-7", "2026-03-12", "2026-04-01", "20 日"),
        ("听证后报告", "HNI-7", "2026-04-01", "2026-04-13", "10 日"), ("对不当报告提出书面意见", "HNI-10", null, null, null), ("落实督办意见", "HNI-10", "2026-04-14", "2026-04-30", "载明的日期"),
        ("提请复议督办意见", "HNI-11", "2026-04-14", "2026-04-20", "5 日"), ("复议后纠正或复函", "HNI-11", null, null, null), ("落实督办意见", "HNI-10", "2026-04-24", "2026-05-13", "载明的日期"),
        ("提请复议督办意见", "HNI-11", "2026-04-24", "2026-04-29", "5 日"),
    ];

    /// <summary>The dated ones of the petition.</summary>
    private static readonly (string Duty, string Clause, string From, string Due, string Length)[] OfPetition =
    [
        ("当日交办责任单位", "JZ21-3.2.1", "2026-03-02", "2026-03-02", "当日"), ("当日交办责任单位", "JZ21-3.2.1", "2026-03-02", "2026-03-02", "当日"),
        ("反映下级法院的信访件审查完毕", "HNI-4", "2026-03-02", "2026-03-09", "5 日"), ("反映下级法院的信访件审查完毕", "HNI-4", "2026-03-02", "2026-03-09", "5 日"), ("信访件交办中级法院", "HNP-10", "2026-03-02", "2026-03-11", "7 个工作日"),
        ("首次联系当事人", "JZ21-3.2.1", "2026-03-02", "2026-03-02", "当日"), ("首次联系当事人", "JZ21-3.2.1", "2026-03-02", "2026-03-02", "当日"), ("首次联系当事人", "JZ21-3.2.1", "2026-03-02", "2026-03-02", "当日"),
        ("上报包案专班和化解方案", "JZ21-3.2.2", "2026-03-02", "2026-03-04", "2 日"), ("上报包案专班和化解方案", "JZ21-3.2.2", "2026-03-02", "2026-03-04", "2 日"), ("上报包案专班和化解方案", "JZ21-3.2.2", "2026-03-02", "2026-03-04", "2 日"),
        ("书面报告办理情况", "HNP-21", "2026-03-02", "2026-05-29", "载明的日期"), ("书面报告办理情况", "HNP-21", "2026-03-02", "2026-05-25", "载明的日期"), ("书面报告办理情况", "HNP-21", "2026-03-02", "2026-05-08", "载明的日期"),
    ];

    private static async Task EveryDateIsExplained(HainanCourts courts)
    {
        foreach (var user in new[] { "h-head", "m-head", "b-handler" })
        {
            var rows = await Rows(courts, user, courts.Supervision);
            rows.Select(r => (r.Duty, r.Clause, r.From, r.Due)).ShouldBe(OfSupervision.Select(o => (o.Duty, o.Clause, o.From, o.Due)), ignoreOrder: true);
            Explained(rows, OfSupervision.Where(o => o.Due is not null).Select(o => (o.Duty, o.Due!, o.Length!)));
        }

        foreach (var user in new[] { "s-head", "h-head", "m-head", "b-head" })
        {
            var rows = await Rows(courts, user, courts.Petition);
            rows.Where(r => r.Due is not null).Select(r => (r.Duty, r.Clause, r.From!, r.Due!)).ShouldBe(OfPetition.Select(o => (o.Duty, o.Clause, o.From, o.Due)), ignoreOrder: true);
            Explained(rows, OfPetition.Select(o => (o.Duty, o.Due, o.Length)));
        }

        var page = await (await courts.As("h-head")).Open(courts.Supervision);
        page.QuerySelector("#h-obligations")!.ParentElement!.ParentElement!.TextContent.ShouldContain("HNP-7(1)", Case.Sensitive, "the later date that lost");
        page.Body!.TextContent.ShouldContain("2026-03-10", Case.Sensitive, "five working days from 3 March");
        page.Body.TextContent.ShouldContain("不同意", Case.Sensitive, "what became of the other date that was asked for");
    }

    private static void Explained(IReadOnlyList<Row> rows, IEnumerable<(string Duty, string Due, string Length)> expected)
    {
        foreach (var (duty, due, length) in expected)
        {
            rows.Where(r => r.Duty == duty && r.Due == due).ShouldAllBe(r => r.Length!.Contains(length, StringComparison.Ordinal), duty);
        }
    }

    /// <summary>The rows of the obligations on a page. A row that shows a day without an explanation fails.</summary>
    private static async Task<IReadOnlyList<Row>> Rows(HainanCourts courts, string user, string address)
    {
        var page = await (await courts.As(user)).Open(address);
        return [.. page.QuerySelectorAll("section[aria-labelledby='h-obligations'] .obl").Select(Read)];
    }

    private static Row Read(IElement row)
    {
        var (duty, clause) = (row.QuerySelector("b")!.TextContent.Trim(), row.QuerySelector(".clause")!.FirstChild!.TextContent.Trim());
        if (row.QuerySelector("details.why") is not { } why)
        {
            return new Row(duty, clause, null, null, null);
        }

        var terms = why.QuerySelectorAll("dt").GroupBy(t => t.TextContent, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().NextElementSibling!, StringComparer.Ordinal);
        terms.Keys.ShouldBeSubsetOf(["从何时起", "多长", "扣除与计入", "中间变动", "届满", "同一环节", "暂定"]);
        terms["多长"].QuerySelector(".clause")!.TextContent.ShouldContain(clause);
        return new Row(duty, clause, Day(terms["从何时起"]), Day(terms["届满"]), terms["多长"].TextContent);

        static string Day(IElement value) => value.QuerySelector("time")!.GetAttribute("datetime")!;
    }

    private sealed record Row(string Duty, string Clause, string? From, string? Due, string? Length);
}
