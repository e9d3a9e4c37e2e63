using System.Text;
using Splot.Data;

namespace Splot.Web.Hosting;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpPage
{
    public static string Text()
    {
        var page = new StringBuilder("""
            Splot: the register of funded operations, on the web.

            Usage: splot-web [OPTIONS]
              from a clone: dotnet run --project src/Splot.Web -- [OPTIONS]

            Options, each also as an environment variable (--public-url is SPLOT_PUBLIC_URL) and in appsettings.json:

            """);
        foreach (var option in SplotOptionsReader.Shared)
        {
            page.Append("  ").Append($"{option.Name} {option.Value}".PadRight(30)).Append(' ').AppendLine(option.Help);
        }

        return page.ToString();
    }
}
