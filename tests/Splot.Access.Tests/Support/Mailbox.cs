using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Support;

/// <summary>What came by mail: the files that the demo and tests get in place of a mail server.</summary>
internal static partial class Mailbox
{
    /// <summary>Letters to an address, in the order of sending.</summary>
    public static async Task<IReadOnlyList<string>> LettersAsync(this SplotApp app, string to)
    {
        await app.CatchUpAsync();
        var folder = Path.Combine(app.Services.GetRequiredService<SplotOptions>().DataFolder, "mail");
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(f => File.ReadAllText(f, Encoding.UTF8)).Where(l => l.Contains($"\r\nTo: <{to}>\r\n", StringComparison.Ordinal))];
    }

    /// <summary>The path of the last address in a letter.</summary>
    public static string Link(this string letter) => Address().Matches(letter)[^1].Groups["path"].Value;

    [GeneratedRegex(@"http://localhost:5080(?<path>/\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
