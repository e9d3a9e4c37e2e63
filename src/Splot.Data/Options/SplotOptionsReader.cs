using System.Globalization;
using System.Net;
using Npgsql;
using Splot.Data.Terminal;

namespace Splot.Data;

/// <summary>What came of reading the options.</summary>
public abstract record OptionsReading
{
    private OptionsReading()
    {
    }

    /// <summary>The options are right.</summary>
    /// <param name="Options">The options.</param>
    /// <param name="Rest">What the command line holds beside them, in order: a verb's words and own options.</param>
    /// <param name="Help">True when help was asked for.</param>
    public sealed record Read(SplotOptions Options, IReadOnlyList<string> Rest, bool Help) : OptionsReading;

    /// <summary>Wrong usage: end with <see cref="ExitCode.Usage"/>.</summary>
    /// <param name="Sentence">What is wrong and what would be right, for standard error.</param>
    public sealed record Wrong(string Sentence) : OptionsReading;
}

/// <summary>
/// Reads the options that Web and Cli share. The command line wins over SPLOT_… environment variables, these over
/// <c>appsettings.json</c> in the caller's folder (names at its top or under <c>Splot</c>, dashes and case as one likes).
/// The framework's own reader is not used: there a bare switch swallows the option after it.
/// </summary>
public static class SplotOptionsReader
{
    private static readonly string[] Themes = ["woad", "madder", "nettle", "elder"];

    /// <summary>The shared options, in the order in which help shows them.</summary>
    public static IReadOnlyList<VerbOption> Shared { get; } =
    [
        new("--data", "DIR", "Folder of the embedded stores, keys and index (default: ./data)."),
        new("--database", "CONNECTION", "PostgreSQL instead of SQLite: \"Host=…;Database=…;Username=…\"."),
        new("--public-database", "CONNECTION", "PostgreSQL database of the public store, where it is another one."),
        new("--serve", "all|portal", "What this process serves (default: all)."),
        new("--urls", "URLS", "Addresses to listen on, separated by semicolons (default: http://localhost:5080)."),
        new("--public-url", "URL", "Base of absolute links, never taken from a request (default: the first of --urls)."),
        new("--keys", "DIR", "Folder of keys (default: keys in the data folder)."),
        new("--audit-sink", "FILE|URL", "A file, or syslog://host:port, that the head of the audit is written to as well (default: the keys folder only)."),
        new("--smtp", "URL", "Mail server: smtp://user:password@host:port or smtps://… (default: mail is kept in the data folder)."),
        new("--demo", null, "Load the demo preset into an empty store."),
        new("--theme", "NAME", "Colour theme: woad, madder, nettle or elder (default: woad)."),
        new("--trusted-proxies", "LIST", "Addresses or networks of proxies whose forwarded headers are believed, separated by commas."),
        new("--rate-limit", "N", "Requests a second and address before 429; 0 for no limit (default: 20)."),
        .. SiteOperator.Options,
        .. DataLicence.Options,
        new("--help", null, "Show this help."),
    ];

    /// <summary>Reads the options for this process.</summary>
    public static OptionsReading Read(IReadOnlyList<string> arguments, bool wordsAllowed) =>
        Read(arguments, wordsAllowed, Environment.GetEnvironmentVariable, Directory.GetCurrentDirectory());

    /// <summary>Reads the options.</summary>
    /// <param name="arguments">The command line without the program's name.</param>
    /// <param name="wordsAllowed">True for Cli: words and options that are not shared are left for the verb. False for Web: they are wrong.</param>
    /// <param name="environment">Environment variables by name.</param>
    /// <param name="folder">The caller's folder: relative paths start there.</param>
    public static OptionsReading Read(IReadOnlyList<string> arguments, bool wordsAllowed, Func<string, string?> environment, string folder)
    {
        try
        {
            var words = CommandWords.Split(arguments, Shared, wordsAllowed);
            var values = new OptionValues(words.Options, environment, SettingsFile.Read(Path.Combine(folder, SettingsFile.Name), Shared));
            return new OptionsReading.Read(Build(values, folder, environment("SPLOT_KEY")), words.Others, values.Switch("--help"));
        }
        catch (UsageException wrong)
        {
            return new OptionsReading.Wrong(wrong.Message);
        }
    }

    private static SplotOptions Build(OptionValues values, string folder, string? masterKey)
    {
        var data = Folder(values, "--data", folder) ?? Path.Combine(folder, "data");
        var urls = Urls(values);
        return new SplotOptions
        {
            DataFolder = Path.GetFullPath(data),
            Database = Connection(values, "--database"),
            PublicDatabase = Connection(values, "--public-database"),
            Serve = values.OneOf("--serve", ["all", "portal"]) == "portal" ? ServedPart.Portal : ServedPart.All,
            Urls = urls,
            PublicUrl = PublicUrl(values, urls[0]),
            KeysFolder = Folder(values, "--keys", folder),
            MasterKey = string.IsNullOrWhiteSpace(masterKey?.Replace(";", string.Empty, StringComparison.Ordinal)) ? null : masterKey,
            AuditSink = Sink(values, folder),
            Smtp = Mail(values),
            Demo = values.Switch("--demo"),
            Theme = values.OneOf("--theme", Themes) ?? "woad",
            TrustedProxies = Proxies(values),
            RateLimit = Count(values, "--rate-limit") ?? 20,
            Operator = SiteOperator.Read(values),
            Licence = DataLicence.Read(values),
        };
    }

    private static string? Folder(OptionValues values, string option, string folder)
    {
        if (values.Find(option) is not { } given)
        {
            return null;
        }

        var path = Path.GetFullPath(given.Text, folder);
        return File.Exists(path) ? throw new UsageException($"{given.Source} must name a folder; {given.Text} is a file.") : path;
    }

    private static string? Connection(OptionValues values, string option)
    {
        if (values.Find(option) is not { } given)
        {
            return null;
        }

        try
        {
            if (!string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(given.Text).Host))
            {
                return given.Text;
            }
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            // Told below, without the text: it may hold a password.
        }

        throw new UsageException($"{given.Source} is no PostgreSQL connection string; write it as \"Host=…;Database=…;Username=…\".");
    }

    private static string[] Urls(OptionValues values)
    {
        if (values.Find("--urls") is not { } given)
        {
            return ["http://localhost:5080"];
        }

        var urls = given.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return urls.Length > 0 && urls.All(url => IsWeb(Visible(url)))
            ? urls
            : throw new UsageException($"{given.Source} takes addresses such as http://localhost:5080, not {given.Text}.");
    }

    private static Uri PublicUrl(OptionValues values, string firstUrl)
    {
        if (values.Find("--public-url") is not { } given)
        {
            return new Uri(Visible(firstUrl).TrimEnd('/'));
        }

        return IsWeb(given.Text) && new Uri(given.Text) is { Query: "", Fragment: "", UserInfo: "" }
            ? new Uri(given.Text.TrimEnd('/'))
            : throw new UsageException($"{given.Source} takes an address such as https://funds.example.eu, not {given.Text}.");
    }

    /// <summary>An address that listens on every interface is seen from here as localhost.</summary>
    private static string Visible(string url)
    {
        foreach (var every in (string[])["://*", "://+", "://0.0.0.0", "://[::]"])
        {
            url = url.Replace(every, "://localhost", StringComparison.Ordinal);
        }

        return url;
    }

    private static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static string? Mail(OptionValues values)
    {
        if (values.Find("--smtp") is not { } given)
        {
            return null;
        }

        return Uri.TryCreate(given.Text, UriKind.Absolute, out var uri) && uri.Scheme is "smtp" or "smtps" && uri.Host.Length > 0
            ? given.Text
            : throw new UsageException($"{given.Source} takes an address such as smtp://localhost:25.");
    }

    private static string? Sink(OptionValues values, string folder)
    {
        if (values.Find("--audit-sink") is not { } given)
        {
            return null;
        }

        if (!given.Text.Contains("://", StringComparison.Ordinal))
        {
            var path = Path.GetFullPath(given.Text, folder);
            return Directory.Exists(path) || path.EndsWith(Path.DirectorySeparatorChar) ? throw new UsageException($"{given.Source} must name a file; {given.Text} is a folder.") : path;
        }

        return Uri.TryCreate(given.Text, UriKind.Absolute, out var uri) && uri is { Scheme: "syslog", Host.Length: > 0, Port: > 0, PathAndQuery: "" or "/", UserInfo: "" }
            ? $"syslog://{uri.Authority}"
            : throw new UsageException($"{given.Source} takes a file or an address such as syslog://log.example.eu:514, not {given.Text}.");
    }

    private static string[] Proxies(OptionValues values)
    {
        if (values.Find("--trusted-proxies") is not { } given)
        {
            return [];
        }

        var proxies = given.Text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var wrong = proxies.FirstOrDefault(p => !IPAddress.TryParse(p, out _) && !IPNetwork.TryParse(p, out _));
        return wrong is null ? proxies : throw new UsageException($"{given.Source} takes addresses or networks such as 10.0.0.0/8, not {wrong}.");
    }

    private static int? Count(OptionValues values, string option)
    {
        if (values.Find(option) is not { } given)
        {
            return null;
        }

        return int.TryParse(given.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UsageException($"{given.Source} takes a whole number, not {given.Text}.");
    }
}
