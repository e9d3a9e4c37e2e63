namespace Splot.Ui;

/// <summary>Addresses of the files that Splot.Ui serves. Each carries its content's hash, so that it may be kept for a year.</summary>
public static class Asset
{
    private const string Folder = "/_content/Splot.Ui/";

    /// <summary>
    /// The address of <paramref name="path"/> (relative to the project's wwwroot, such as <c>img/eu.svg</c>) with its version.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string Href(string path) => AssetVersions.ByPath.TryGetValue(path, out var version)
        ? Folder + path + "?v=" + version
        : throw new ArgumentException($"Splot.Ui serves no file '{path}'.", nameof(path));

    /// <summary>
    /// Whether <paramref name="requestPath"/> with <paramref name="version"/> (the value of the parameter <c>v</c>) names exactly the
    /// content served now: only then may the answer be kept for a year.
    /// </summary>
    public static bool IsCurrent(string requestPath, string? version) =>
        requestPath.StartsWith(Folder, StringComparison.Ordinal)
        && AssetVersions.ByPath.TryGetValue(requestPath[Folder.Length..], out var current)
        && current == version;
}
