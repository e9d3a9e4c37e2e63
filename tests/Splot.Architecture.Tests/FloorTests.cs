using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Splot.Architecture.Tests;

public sealed class FloorTests
{
    [Fact]
    public void ProjectReferences_OfEveryRoom_GoDownOnly() => Assert.Empty(Floors.Violations(House.Projects));

    [Fact]
    public void AssemblyReferences_OfEveryRoom_GoDownOnly()
    {
        var rooms = Assemblies();

        Assert.Empty(Floors.Violations(rooms));
        Assert.Equal(House.Projects.Select(p => p.Name).Where(Floors.IsRoom).Select(n => n == "Splot.Cli" ? "splot" : n).Order(StringComparer.Ordinal), rooms.Select(r => r.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Splot.Kernel", "Splot.Contracts", "up")]
    [InlineData("Splot.Ui", "Splot.Data", "to a neighbour")]
    [InlineData("Splot.Portal", "Splot.Projects", "from module to module")]
    [InlineData("Splot.Data", "Splot.Territory", "up to a module")]
    [InlineData("Splot.Cli", "Splot.Web", "to the other entrance")]
    [InlineData("Splot.Portal", "Splot.Texts", "to the generator as a library")]
    public void Canary_ForbiddenReference_IsFound(string from, string to, string direction)
    {
        var violations = Floors.Violations([new HouseProject(from, ["Splot.Kernel", to])]);

        Assert.True(violations.Contains($"{from} uses {to}"), $"A reference {direction} went unseen.");
    }

    [Fact]
    public void Canary_ProjectFile_GivesItsReferences()
    {
        var references = House.References("""
            <Project><ItemGroup>
              <ProjectReference Include="$(RepositoryRoot)src/Modules/Splot.Projects/Splot.Projects.csproj" />
              <ProjectReference Include="..\Splot.Ui\Splot.Ui.csproj" />
              <ProjectReference Include="../Splot.Texts/Splot.Texts.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            </ItemGroup></Project>
            """);

        Assert.Equal(["Splot.Projects", "Splot.Ui"], references);
    }

    [Fact]
    public void Canary_AssemblyOfThisTest_IsSeenToUseTheHouse()
    {
        Assert.Contains(Assemblies(), a => a.Name == "Splot.Web" && a.References.Count > 0);
    }

    private static List<HouseProject> Assemblies() =>
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(f => Floors.IsRoom(Path.GetFileNameWithoutExtension(f)) && !Path.GetFileNameWithoutExtension(f).EndsWith(".Tests", StringComparison.Ordinal))
            .Select(Read),
    ];

    private static HouseProject Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return new HouseProject(
            Path.GetFileNameWithoutExtension(path),
            [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))]);
    }
}
