using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Splot.Ui;

/// <summary>Adds the user interface to an application.</summary>
public static class SplotUi
{
    /// <summary>
    /// Registers Razor components (static rendering only) and makes pages plain UTF-8: Polish and Bulgarian letters are written as
    /// themselves, not as numeric references.
    /// </summary>
    public static IServiceCollection AddSplotUi(this IServiceCollection services, Action<SiteOptions>? configure = null)
    {
        services.AddRazorComponents();
        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AnonymousForm>();
        services.Replace(ServiceDescriptor.Singleton(HtmlEncoder.Create(UnicodeRanges.All)));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddOptions<SiteOptions>()
            .Validate(s => SiteOptions.Themes.Contains(s.Theme), "The theme is none of: " + string.Join(", ", SiteOptions.Themes));
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return services;
    }
}
