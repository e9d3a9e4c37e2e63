using Splot.Kernel;

namespace Splot.Portal.Words;

/// <summary>What the letters of a text whose language nobody named tell about it.</summary>
internal static class Scripts
{
    /// <summary>bg for Cyrillic, which of our languages only Bulgarian is written in; null for other letters, which several share.</summary>
    public static string? Language(string? text) => text is not null && text.Any(c => c is >= '\u0400' and <= '\u04FF') ? "bg" : null;

    /// <summary>The language attribute for such a text on a page of the current language.</summary>
    public static string? Lang(string? text) => Language(text) is { } language && language != Languages.Current.Code() ? language : null;
}
