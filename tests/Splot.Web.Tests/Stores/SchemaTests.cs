using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Testing;

namespace Splot.Web.Tests.Stores;

/// <summary>The stores of every room of the house. That the checks can fail is proven with the canary module of Splot.Data.Tests.</summary>
public class SchemaTests
{
    private static readonly IReadOnlyList<ModuleSchema> Schemas = Registered();

    /// <summary>Tables that were given up on purpose: of a projection that is written anew from elsewhere, and of persons' rights as they were before any page wrote them (decision 54).</summary>
    private static readonly Dictionary<string, string> GivenUp = new(StringComparer.Ordinal) { ["portal_text"] = "", ["persons_objection"] = "", ["persons_purpose"] = "", ["persons_clause"] = "" };

    /// <summary>Every module's schema on each engine.</summary>
    public static TheoryData<Engine, string> Modules => [.. from engine in Engines.List from schema in Schemas select new TheoryDataRow<Engine, string>(engine, schema.Module)];

    [Theory, MemberData(nameof(Modules))]
    public async Task Migrations_OfEachModule_MakeTheSchemaOfItsModel(Engine engine, string module) =>
        Assert.Empty(await SchemaCheck.DifferencesAsync(engine, Schema(module)));

    [Theory, MemberData(nameof(Modules))]
    public async Task Upgrade_FromEveryEarlierState_LosesNoRow(Engine engine, string module) =>
        Assert.Empty(await UpgradeCheck.LossesAsync(engine, Schema(module), GivenUp));

    [Fact]
    public void Contexts_OfEveryModule_AreRegistered()
    {
        var contexts = typeof(Hosting.Modules).Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Splot.", StringComparison.Ordinal))
            .SelectMany(name => Assembly.Load(name).GetTypes())
            .Where(type => type.IsSubclassOf(typeof(DbContext)) && !type.IsAbstract)
            .ToHashSet();

        Assert.NotEmpty(contexts);
        Assert.Equal(contexts, Schemas.Select(s => s.Context).ToHashSet());
    }

    private static ModuleSchema Schema(string module) => Schemas.Single(s => s.Module == module);

    private static IReadOnlyList<ModuleSchema> Registered()
    {
        var options = new SplotOptions { DataFolder = Path.GetTempPath() };
        var services = new ServiceCollection();
        services.AddSplotData(options);
        Hosting.Modules.Add(services, options);
        return [.. services.Select(s => s.ImplementationInstance).OfType<ModuleSchema>()];
    }
}
