using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Zhixin.Web.Tests.Shared;

/// <summary>Forms as a person fills them in: only into the fields that are there, choosing only what is offered.</summary>
internal static class TypedForms
{
    /// <summary>Opens the form of an act, types and chooses, sends it, and follows to the page of the matter, which has to say something of it.</summary>
    public static async Task Done(Session who, string address, string act, object fields, string shows)
    {
        using var answer = await Send(who, address, act, fields);
        var page = await Session.Page(answer);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"{act}: {page.QuerySelector("[role=alert]")?.TextContent}");
        answer.Headers.Location!.ToString().ShouldBe(address);
        (await who.Open(address)).QuerySelector("main")!.TextContent.ShouldContain(shows, Case.Sensitive, act);
    }

    /// <summary>The same, refused: the form is there again with the clause and with everything that was typed and chosen.</summary>
    public static async Task Refused(Session who, string address, string act, object fields, string clause)
    {
        using var answer = await Send(who, address, act, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Session.Page(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(clause);
        foreach (var (name, value) in Given(fields))
        {
            Values(Form(page, address, act), name).ShouldBe(Chosen(Form(page, address, act), name, value), name);
        }
    }

    private static async Task<HttpResponseMessage> Send(Session who, string address, string act, object fields)
    {
        var form = Form(await who.Open($"{address}/act/{act}"), address, act);
        var typed = Given(fields).ToDictionary(f => f.Name, f => Chosen(form, f.Name, f.Value), StringComparer.Ordinal);
        var names = form.Elements.Select(e => e.GetAttribute("name")).OfType<string>().Distinct(StringComparer.Ordinal);
        using var content = new FormUrlEncodedContent(names.SelectMany(name => (typed.GetValueOrDefault(name) ?? Values(form, name)).Select(value => KeyValuePair.Create(name, value))));
        return await who.Client.PostAsync($"{address}/{act}", content);
    }

    private static IHtmlFormElement Form(IHtmlDocument page, string address, string act) =>
        page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action") == $"{address}/{act}");

    private static IEnumerable<(string Name, string Value)> Given(object fields) =>
        JsonSerializer.SerializeToElement(fields).EnumerateObject().Select(f => (f.Name, f.Value.GetString()!));

    /// <summary>What the form sends for what a person means: the text as typed, or the option that bears this code or these words.</summary>
    private static string[] Chosen(IHtmlFormElement form, string name, string meant)
    {
        var offered = Controls(form, name).SelectMany(Options).ToList();
        return offered.Count == 0 ? [meant] : [offered.Where(o => o.Value == meant || o.Words.Contains(meant, StringComparison.Ordinal)).Select(o => o.Value).ShouldHaveSingleItem($"{name}: {meant}")];
    }

    private static IEnumerable<(string Value, string Words)> Options(IElement control) => control switch
    {
        IHtmlSelectElement select => select.Options.Select(o => (o.Value, o.Text)),
        IHtmlInputElement { Type: "radio" or "checkbox" } choice => [(choice.Value, choice.Closest("label")!.TextContent)],
        _ => [],
    };

    private static string[] Values(IHtmlFormElement form, string name) => [.. Controls(form, name).SelectMany(Value)];

    private static string[] Value(IElement control) => control switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement { Value: { } value } => [value],
        _ => [],
    };

    private static List<IElement> Controls(IHtmlFormElement form, string name)
    {
        List<IElement> controls = [.. form.Elements.Where(e => e.GetAttribute("name") == name)];
        controls.ShouldNotBeEmpty($"the form has no field {name}");
        return controls;
    }
}
