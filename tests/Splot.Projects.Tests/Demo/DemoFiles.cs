using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Testing;

namespace Splot.Projects.Tests.Demo;

/// <summary>The files of the demo preset, as they stand in the repository.</summary>
internal static class DemoFiles
{
    public const string Lublin = "pl-2021-lubelskie-effective-social-policy";
    public const string Wielkopolska = "pl-2021-wielkopolska-coordination-of-social-policy";
    public const string Ruse = "bg-2021-bg05sfpr002-2.002-0109-c01";
    public const string Tomaszow = "pl-2007-tomaszow-lubelski-aktywnosc-wspolpraca-integracja";

    private static readonly string Folder = Path.Combine(Repository.Root, "seeds", "demo");

    public static readonly string InventedPath = Path.Combine(Folder, "invented.ndjson");

    private static readonly Lazy<IReadOnlyList<OperationDocument>> RealOnes = new(() =>
        JsonSerializer.Deserialize<List<OperationDocument>>(File.ReadAllText(Path.Combine(Folder, "operations.json")), OperationJson.Options)!);

    private static readonly Lazy<IReadOnlyList<OperationDocument>> InventedOnes = new(() =>
        [.. File.ReadLines(InventedPath!).Select(OperationJson.Read)]);

    public static IReadOnlyList<OperationDocument> Real => RealOnes.Value;

    public static IReadOnlyList<OperationDocument> Invented => InventedOnes.Value;

    public static OperationDocument Operation(string id) => Real.Single(operation => operation.Id == id);

}
