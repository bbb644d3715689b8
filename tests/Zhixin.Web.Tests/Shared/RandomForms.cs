using System.Net;
using AngleSharp.Html.Dom;

namespace Zhixin.Web.Tests.Shared;

/// <summary>Opens the forms of acts and fills them with whatever fits their fields, by chance.</summary>
internal static class RandomForms
{
    private static readonly string[] Texts =
        ["情况属实，见卷宗", "理由充分", "2026-02-12", "2026-02-13", "30000", "1", "09:30", "10:30", "（2026）豫0802执异7号", "13800000000", TestApp.Jiefang, "2206-03-12", "9999-12-31", "1999-01-04", " ", ""];

    /// <summary>One of the acts that a matter's page offers to somebody; null where it offers none, or is not in sight.</summary>
    /// <param name="rather">Which of them come first, where any is offered; null: all are alike.</param>
    public static async Task<string?> Offered(Session who, string address, Random chance, Func<string, bool>? rather = null)
    {
        using var answer = await who.Client.GetAsync(address);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }

        var links = (await Session.Page(answer)).QuerySelectorAll(".acts a[href*='/act/']").Select(a => a.GetAttribute("href")!.Split("/act/")[1].Split('?')[0]).ToList();
        var first = rather is null ? [] : links.Where(rather).ToList();
        return links.Count == 0 ? null : first.Count > 0 ? first[chance.Next(first.Count)] : links[chance.Next(links.Count)];
    }

    /// <summary>Opens the form of an act, fills it with whatever fits its fields, and sends it.</summary>
    /// <param name="given">What a field holds where the caller knows better; null for chance.</param>
    public static async Task<HttpStatusCode> Try(Session who, string address, string act, Random chance, Func<string, string?>? given = null)
    {
        using var opened = await who.Client.GetAsync($"{address}/act/{act}");
        if (opened.StatusCode != HttpStatusCode.OK)
        {
            return opened.StatusCode;
        }

        var form = (await Session.Page(opened)).QuerySelectorAll("form").OfType<IHtmlFormElement>().First(f => f.GetAttribute("action")!.EndsWith("/" + act, StringComparison.Ordinal));
        var values = form.Elements.OfType<IHtmlElement>().GroupBy(e => e.GetAttribute("name") ?? string.Empty, StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0).ToDictionary(g => g.Key, g => Value([.. g], chance, given), StringComparer.Ordinal);
        using var content = new FormUrlEncodedContent(values);
        using var answer = await who.Client.PostAsync($"{address}/{act}", content);
        return answer.StatusCode;
    }

    private static string Value(IReadOnlyList<IHtmlElement> elements, Random chance, Func<string, string?>? given) => elements[0] switch
    {
        IHtmlInputElement { Type: "hidden", Value: var value } => value,
        IHtmlInputElement { Type: "radio" or "checkbox" } => ((IHtmlInputElement)elements[chance.Next(elements.Count)]).Value,
        IHtmlSelectElement { Options.Length: > 0 } select => select.Options[chance.Next(select.Options.Length)].Value,
        IHtmlInputElement { Name: "on" or "lateProof" } => string.Empty,
        var one when given?.Invoke(one.GetAttribute("name")!) is { } known => known,
        _ => Texts[chance.Next(chance.Next(3) == 0 ? Texts.Length : 2)],
    };
}
