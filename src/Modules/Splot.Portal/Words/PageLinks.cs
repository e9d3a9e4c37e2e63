using Splot.Portal.Searching;

namespace Splot.Portal.Words;

/// <summary>Addresses of the pages about codes, without their language. A code that cannot stand in a path leads to the list of its projects.</summary>
internal static class PageLinks
{
    public static string Region(string code) => Page("/regions/", CodeParameter.Region, code);

    public static string Programme(string code) => Page("/programmes/", CodeParameter.Programme, code);

    /// <summary>Codes of themes are our own words, so they stand in addresses as words do: in small letters.</summary>
    public static string Theme(string code) => Page("/themes/", CodeParameter.Theme, code.ToLowerInvariant());

    private static string Page(string path, CodeParameter parameter, string code) => code.AsSpan().ContainsAny('/', '\\', '%') || code is "." or ".."
        ? "/projects?" + parameter.Name + "=" + Uri.EscapeDataString(code)
        : path + Uri.EscapeDataString(code);
}
