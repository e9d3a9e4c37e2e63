using Splot.Territory.Model;

namespace Splot.Territory.Tables;

/// <summary>Sets the path and the country of units from their parents.</summary>
internal static class UnitPaths
{
    /// <summary>Sets both on all <paramref name="units"/>; <paramref name="around"/> are units already held, which stay as they are.</summary>
    /// <exception cref="BadTableException">A parent does not exist or a unit lies in itself.</exception>
    public static void Set(IReadOnlyCollection<UnitRow> units, IReadOnlyCollection<UnitRow> around)
    {
        // States of one code share the place of the code: the state that lasts says where that is.
        var parents = new Dictionary<string, string?>();
        foreach (var unit in around.Concat(units).OrderBy(u => u.ValidTo ?? DateOnly.MaxValue))
        {
            parents[unit.Code] = unit.Parent;
        }

        var paths = new Dictionary<string, string>();
        foreach (var unit in units)
        {
            unit.Path = Path(unit.Code, parents, paths, depth: 0);
            unit.Country = Country(unit.Path);
        }
    }

    /// <summary>ISO code of the country at the head of a path.</summary>
    public static string Country(string path)
    {
        var code = path[1..path.IndexOf('/', 1)];
        return code switch { "EL" => "GR", "UK" => "GB", _ => code };
    }

    private static string Path(string code, Dictionary<string, string?> parents, Dictionary<string, string> paths, int depth)
    {
        if (paths.TryGetValue(code, out var known))
        {
            return known;
        }

        if (depth > 12)
        {
            throw new BadTableException(Text.LiesInItself(code));
        }

        if (!parents.TryGetValue(code, out var parent))
        {
            throw new BadTableException(Text.NoSuchParent(code));
        }

        return paths[code] = (parent is null ? "/" : Path(parent, parents, paths, depth + 1)) + code + "/";
    }
}
