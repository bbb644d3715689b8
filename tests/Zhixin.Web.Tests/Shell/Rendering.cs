using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Zhixin.Web.Tests.Shell;

/// <summary>Renders a component as the server does, without the server.</summary>
public static class Rendering
{
    /// <summary>The HTML of a component with these parameters.</summary>
    public static async Task<string> Html(Type component, IReadOnlyDictionary<string, object?> parameters)
    {
        var services = new ServiceCollection();
        services.AddSingleton<AntiforgeryStateProvider, FixedAntiforgery>();
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));
            return (await renderer.RenderComponentAsync(component, view)).ToHtmlString();
        });
    }

    /// <summary>The HTML of a component with these parameters.</summary>
    public static Task<string> Html<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent =>
        Html(typeof(T), parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));

    /// <summary>The component as a document.</summary>
    public static async Task<IDocument> Document<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent =>
        Parse(await Html<T>(parameters));

    /// <summary>HTML as a document.</summary>
    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private sealed class FixedAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}
