using System.Globalization;
using Splot.Data.Terminal;

namespace Splot.Data;

/// <summary>Who runs an installation and answers for it, as its public pages say. What is null is not given; the pages then say so.</summary>
public sealed record SiteOperator
{
    private const int Longest = 200;

    /// <summary>The body that runs the site, in its own words.</summary>
    public string? Name { get; init; }

    /// <summary>The body's own page, where it tells how to reach it and how accessible its offices are.</summary>
    public Uri? Page { get; init; }

    /// <summary>The unit or person that answers questions about the site.</summary>
    public string? Contact { get; init; }

    /// <summary>That unit's e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>That unit's telephone number, as it is to be read.</summary>
    public string? Phone { get; init; }

    /// <summary>The day on which the site was first published.</summary>
    public DateOnly? SiteSince { get; init; }

    /// <summary>The day of its last major change.</summary>
    public DateOnly? SiteUpdated { get; init; }

    /// <summary>The day on which the accessibility statement was drawn up or last reviewed.</summary>
    public DateOnly? StatementDate { get; init; }

    internal static IReadOnlyList<VerbOption> Options { get; } =
    [
        new("--operator", "NAME", "The body that runs this installation, for the public pages."),
        new("--operator-page", "URL", "That body's own page."),
        new("--contact", "TEXT", "Unit or person that answers questions about the site."),
        new("--contact-email", "ADDRESS", "That unit's e-mail address."),
        new("--contact-phone", "NUMBER", "That unit's telephone number."),
        new("--site-since", "DATE", "Day on which the site was first published (2026-01-31)."),
        new("--site-updated", "DATE", "Day of its last major change."),
        new("--statement-date", "DATE", "Day on which the accessibility statement was drawn up or reviewed."),
    ];

    internal static SiteOperator Read(OptionValues values) => new()
    {
        Name = Line(values, "--operator"),
        Page = Address(values, "--operator-page"),
        Contact = Line(values, "--contact"),
        Email = Line(values, "--contact-email", text => text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.Contains(' ', StringComparison.Ordinal), "an address such as office@example.eu"),
        Phone = Line(values, "--contact-phone", text => text.Any(char.IsAsciiDigit), "a number such as +48 22 000 00 00"),
        SiteSince = Day(values, "--site-since"),
        SiteUpdated = Day(values, "--site-updated"),
        StatementDate = Day(values, "--statement-date"),
    };

    internal static string? Line(OptionValues values, string option, Func<string, bool>? isRight = null, string takes = "one line of text")
    {
        if (values.Find(option) is not { } given || given.Text.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        return text.Length <= Longest && !text.Any(char.IsControl) && isRight?.Invoke(text) != false
            ? text
            : throw new UsageException($"{given.Source} takes {takes}, not {given.Text}.");
    }

    internal static Uri? Address(OptionValues values, string option)
    {
        if (values.Find(option) is not { } given)
        {
            return null;
        }

        return Uri.TryCreate(given.Text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : throw new UsageException($"{given.Source} takes an address such as https://office.example.eu, not {given.Text}.");
    }

    private static DateOnly? Day(OptionValues values, string option)
    {
        if (values.Find(option) is not { } given)
        {
            return null;
        }

        return DateOnly.TryParseExact(given.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"{given.Source} takes a date such as 2026-01-31, not {given.Text}.");
    }
}
