using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Splot.Data;

/// <summary>A module's part of a store: its context and its migrations, embedded as <c>Migrations/NNNN_name.sqlite.sql</c> and <c>.postgres.sql</c>.</summary>
/// <param name="Module">Prefix of the module's tables, without the underscore.</param>
/// <param name="Role">The store that the tables are in.</param>
/// <param name="Context">Type of the EF Core context that describes them.</param>
public sealed partial record ModuleSchema(string Module, StoreRole Role, Type Context)
{
    /// <summary>The folder, as a part of a namespace, that <c>Migrations</c> lies in, where an assembly holds those of several modules; null where it is the only one.</summary>
    public string? Folder { get; init; }

    /// <summary>Number of the last migration to apply; null for all. Earlier states of a store are made with it, in tests.</summary>
    public int? UpTo { get; init; }

    /// <summary>The migrations for an engine, in order. Throws when two carry the same number or the numbers have a gap.</summary>
    public IReadOnlyList<Migration> Migrations(Engine engine)
    {
        var assembly = Context.Assembly;
        var found = assembly.GetManifestResourceNames()
            .Where(resource => Folder is null || resource.Contains($".{Folder}.Migrations.", StringComparison.Ordinal))
            .Select(resource => (Resource: resource, Match: ResourceName().Match(resource)))
            .Where(x => x.Match.Success && x.Match.Groups["engine"].Value == (engine == Engine.Sqlite ? "sqlite" : "postgres"))
            .Select(x => new Migration(Module, int.Parse(x.Match.Groups["number"].Value, CultureInfo.InvariantCulture), x.Match.Groups["name"].Value, Read(assembly, x.Resource)))
            .OrderBy(m => m.Number)
            .ToList();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Number != i + 1)
            {
                throw new InvalidOperationException($"Migrations of {Module} must be numbered 1, 2, 3 … without gaps; found {found[i].Number} at place {i + 1}.");
            }
        }

        return UpTo is { } last ? found[..last] : found;
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.Migrations\.(?<number>\d{4})_(?<name>[a-z0-9_]+)\.(?<engine>sqlite|postgres)\.sql$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ResourceName();
}

/// <summary>One step of a module's schema.</summary>
/// <param name="Module">The module.</param>
/// <param name="Number">From 1.</param>
/// <param name="Name">What it does, in words joined by underscores.</param>
/// <param name="Sql">The script; applied once, in one transaction.</param>
public sealed record Migration(string Module, int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the script with line feeds at its line ends, in lower-case hexadecimal.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
}
