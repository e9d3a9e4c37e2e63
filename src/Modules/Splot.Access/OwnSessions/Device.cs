namespace Splot.Access.OwnSessions;

/// <summary>
/// A browser and what it runs on, by what the browser calls itself. That is a guess for people who look for theirs, and nothing is decided by it: whoever
/// wants to can call theirs anything.
/// </summary>
/// <param name="Browser">The browser's name; null where it is not known.</param>
/// <param name="System">What it runs on; null where that is not known.</param>
public sealed record Device(string? Browser, string? System)
{
    // Each pretends to be those below it, so the first that fits is meant.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("OPT/", "Opera"), ("Vivaldi/", "Vivaldi"), ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Chromium/", "Chromium"), ("Version/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>The device of a user agent.</summary>
    public static Device Of(string? agent)
    {
        var (browser, system) = (First(Browsers, agent), First(Systems, agent));
        // Only Apple's own browser is told by its version alone.
        return new Device(browser == "Safari" && system is not ("iPhone" or "iPad" or "macOS") ? null : browser, system);
    }

    /// <summary>The device in the reader's language.</summary>
    public string Words =>
        Browser is null ? System is null ? Text.UnknownBrowser : Text.SomeBrowserOn(System)
        : System is null ? Browser
        : Text.BrowserOn(Browser, System);

    private static string? First((string Sign, string Name)[] signs, string? agent) => agent is null ? null : Array.Find(signs, s => agent.Contains(s.Sign, StringComparison.Ordinal)).Name;
}
