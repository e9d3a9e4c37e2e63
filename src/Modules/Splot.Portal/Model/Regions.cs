using Splot.Contracts.Projects;

namespace Splot.Portal.Model;

/// <summary>The places of an operation as one text in which a code is found together with everything below it.</summary>
internal static class Regions
{
    /// <summary>Marks an operation without a place finer than its country.</summary>
    public const char Unplaced = '-';

    /// <summary>All paths, one after the other, each once: /PL/PL8/PL81//PL/PL9/.</summary>
    public static string Join(OperationDocument document)
    {
        var paths = document.Locations.Select(Path).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var joined = string.Concat(paths);
        if (document.Country is { Length: > 0 } country && !paths.Exists(p => p.StartsWith(Between(country), StringComparison.Ordinal)))
        {
            joined = Between(country) + joined;
        }

        return paths.Exists(p => p.Count(c => c == '/') > 2) ? joined : Unplaced + joined;
    }

    /// <summary>/CODE/, as it occurs in a path.</summary>
    public static string Between(string code) => "/" + Codes.Form(code) + "/";

    /// <summary>The single paths of what <see cref="Join"/> made, as the index has them: /PL/PL8/PL81, and /- for an operation without a place finer than its country.</summary>
    public static IEnumerable<string> Paths(string joined)
    {
        foreach (var path in joined.TrimStart(Unplaced).Split("//", StringSplitOptions.RemoveEmptyEntries))
        {
            yield return "/" + path.Trim('/');
        }

        if (joined.StartsWith(Unplaced))
        {
            yield return "/" + Unplaced;
        }
    }

    private static string? Path(LocationDocument location)
    {
        if (location.Path is { Length: > 0 } path)
        {
            return path.ToUpperInvariant();
        }

        return location is { Code: { Length: >= 2 and <= 5 } code, Kind: "country" or "nuts1" or "nuts2" or "nuts3" } ? NutsPath(code.ToUpperInvariant()) : null;
    }

    // A NUTS code contains the codes of what it lies in (Regulation (EC) 1059/2003).
    private static string NutsPath(string code) => "/" + string.Concat(Enumerable.Range(2, code.Length - 1).Select(length => code[..length] + "/"));
}
