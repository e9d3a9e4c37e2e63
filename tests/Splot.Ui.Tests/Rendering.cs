using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Splot.Kernel;

namespace Splot.Ui.Tests;

/// <summary>Renders components as the server does.</summary>
internal static class Rendering
{
    private static readonly IServiceProvider Services = MakeServices();

    public static async Task<string> Html<T>(object? parameters = null, Language language = Language.English)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            language.MakeCurrent();
            var values = parameters as IDictionary<string, object?>
                ?? parameters?.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(parameters)) ?? [];
            var root = await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(values));
            return root.ToHtmlString();
        });
    }

    /// <summary>The rendered component inside a body.</summary>
    public static async Task<IElement> Body<T>(object? parameters = null, Language language = Language.English)
        where T : IComponent => Parse(await Html<T>(parameters, language)).Body!;

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    public static RenderFragment Markup(string html) => builder => builder.AddMarkupContent(0, html);

    public static PageView View(Language language = Language.English, string path = "/projects", string query = "", SiteOptions? site = null)
    {
        site ??= new SiteOptions { PublicUrl = "https://splot.example" };
        return new PageView(language, path, query, site);
    }

    private static IServiceProvider MakeServices()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSplotUi();
        return builder.Build().Services;
    }
}
