using Splot.Contracts.Projects;
using Splot.Contracts.Territory;
using Splot.Testing;

namespace Splot.Territory.Tests.Facts;

/// <summary>Codes and places that the demonstration names.</summary>
public class DemoCodesTests
{
    private static readonly Lazy<IReadOnlyList<OperationDocument>> Invented = new(() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "seeds/demo/invented.ndjson")).Where(l => l.Length > 0).Select(OperationJson.Read)]);

    [Fact]
    public void Demo_EveryProgramme_IsInTheList() => Holds(CodeLists.Programme, o => [o.Programme?.Code, .. o.Slices.Select(s => s.Programme)]);

    [Fact]
    public void Demo_EveryFund_IsInTheList() => Holds(CodeLists.Fund, o => [o.Fund, .. o.Slices.Select(s => s.Fund)]);

    [Fact]
    public void Demo_EveryObjective_IsInTheList() => Holds(CodeLists.Objective, o => [o.Objective?.Code]);

    [Fact]
    public void Demo_EveryInterventionField_IsInTheList() => Holds(CodeLists.InterventionField, o => o.Fields.Select(f => f.Code));

    [Fact]
    public void Demo_EveryTheme_IsInTheList() => Holds(CodeLists.Theme, o => [o.Theme]);

    [Fact]
    public void Demo_EveryCategoryOfRegion_IsInTheList() => Holds(CodeLists.RegionCategory, o => o.Slices.Select(s => s.RegionCategory));

    [Fact]
    public void Demo_EveryPlace_IsAUnitOfTheSaidKind() =>
        Assert.DoesNotContain(
            Invented.Value.SelectMany(o => o.Locations).Where(l => l.Code is not null),
            l => Shipped.Territory.Find(l.Code) is not { } unit || unit.Kind.Word() != l.Kind || unit.Kind.Precision() != l.Precision);

    private static void Holds(string list, Func<OperationDocument, IEnumerable<string?>> codes)
    {
        var named = Invented.Value.SelectMany(codes).OfType<string>().Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, code => Shipped.Reference.Find(list, code) is null);
    }
}
