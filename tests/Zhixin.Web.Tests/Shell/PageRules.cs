using AngleSharp.Dom;

namespace Zhixin.Web.Tests.Shell;

/// <summary>What holds for every page; each breach begins with the rule's word.</summary>
public static class PageRules
{
    private static readonly string[] References = ["aria-describedby", "aria-labelledby", "form", "for"];

    public static IReadOnlyList<string> Breaches(IDocument page) =>
    [
        .. Language(page), .. Headings(page), .. Inline(page), .. Labels(page), .. Ids(page), .. Dangling(page), .. Forms(page), .. Outside(page),
    ];

    private static IEnumerable<string> Language(IDocument page) =>
        page.DocumentElement.GetAttribute("lang") == "zh-CN" ? [] : ["lang is not zh-CN"];

    private static IEnumerable<string> Headings(IDocument page) =>
        page.QuerySelectorAll("h1").Length == 1 ? [] : ["h1 does not stand once"];

    private static IEnumerable<string> Inline(IDocument page) =>
    [
        .. page.QuerySelectorAll("[style], style").Select(e => $"style in {e.LocalName}"),
        .. page.QuerySelectorAll("script:not([src])").Select(_ => "script without a file"),
        .. page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).Select(a => $"handler {a.Name}"),
    ];

    private static IEnumerable<string> Labels(IDocument page) =>
        page.QuerySelectorAll("input:not([type=hidden]), select, textarea")
            .Where(e => e.Closest("label") is null && !e.HasAttribute("aria-label") && page.QuerySelector($"label[for='{e.Id}']") is null)
            .Select(e => $"label missing for {e.GetAttribute("name")}");

    private static IEnumerable<string> Ids(IDocument page) =>
        page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"id {g.Key} stands twice");

    private static IEnumerable<string> Dangling(IDocument page) =>
        from name in References
        from element in page.QuerySelectorAll($"[{name}]")
        from id in element.GetAttribute(name)!.Split(' ')
        where page.GetElementById(id) is null
        select $"reference {name} to {id} leads nowhere";

    private static IEnumerable<string> Forms(IDocument page) =>
        page.QuerySelectorAll("form[method=post]")
            .Where(f => f.QuerySelector("input[name=__RequestVerificationToken]") is null)
            .Select(f => $"antiforgery token missing in {f.GetAttribute("action")}");

    private static IEnumerable<string> Outside(IDocument page) =>
        page.QuerySelectorAll("[src], link[href]")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!)
            .Where(a => !a.StartsWith('/'))
            .Select(a => $"outside address {a}");
}
