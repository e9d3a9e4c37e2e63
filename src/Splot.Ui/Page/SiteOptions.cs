namespace Splot.Ui;

/// <summary>What an installation says about itself on every page. Modules add their entries to the navigation and the footer.</summary>
public sealed class SiteOptions
{
    /// <summary>The names of the themes in the stylesheet, the default one first.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["woad", "madder", "nettle", "elder"];

    /// <summary>The name in the header and at the end of each title.</summary>
    public string Name { get; set; } = "Splot";

    /// <summary>One of <see cref="Themes"/>.</summary>
    public string Theme { get; set; } = Themes[0];

    /// <summary>
    /// The public address without a slash at its end, such as <c>https://splot.example</c>; null where none is configured: then pages
    /// carry no canonical or alternate addresses, for absolute links are never taken from the request.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>The address of the accessibility statement without its language; null where there is none. Every page's head names it.</summary>
    public string? AccessibilityStatement { get; set; }

    /// <summary>The search that a page offers a reader who came to nothing; null where there is none.</summary>
    public SearchEntry? Search { get; set; }

    /// <summary>The main navigation, shown by <see cref="NavEntry.Order"/>.</summary>
    public IList<NavEntry> Navigation { get; } = [];

    /// <summary>The links in the footer, shown by <see cref="NavEntry.Order"/>.</summary>
    public IList<NavEntry> Footer { get; } = [];
}

/// <summary>One link of the navigation or the footer.</summary>
/// <param name="Key">Names the section; a page whose <c>Section</c> equals it shows the link as current.</param>
/// <param name="Path">The address without its language, such as <c>/projects</c>, or an absolute address.</param>
/// <param name="Label">Gives the text in the language of the current UI culture.</param>
/// <param name="Order">Position; equal ones stay in the order in which they were added.</param>
public sealed record NavEntry(string Key, string Path, Func<string> Label, int Order = 0)
{
    /// <summary>The link tells where the reader is: in the parameter <c>about</c>, the page's address without its language.</summary>
    public bool NamesPage { get; init; }

    /// <summary>The link is about the reader alone, as their sign-in is: on the desk it stands beside their name.</summary>
    public bool Personal { get; init; }

    /// <summary>The address that the link leads to from the page at <paramref name="page"/> (without its language).</summary>
    public string From(string page) => NamesPage && page != "/" && !page.StartsWith(Path, StringComparison.Ordinal) ? Path + "?about=" + Uri.EscapeDataString(page) : Path;
}

/// <summary>A search that takes its words in the parameter <c>q</c>.</summary>
/// <param name="Path">The address without its language, such as <c>/projects</c>.</param>
/// <param name="Label">Gives the words above the field in the language of the current UI culture.</param>
public sealed record SearchEntry(string Path, Func<string> Label);
