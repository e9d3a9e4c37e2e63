using Splot.Data;
using Splot.Persons.Store;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

public class SchemaTests
{
    private static readonly ModuleSchema Schema = new("persons", StoreRole.Main, typeof(PersonsContext));

    /// <summary>Tables whose rows a migration gave up, because no page had written any: objections became requests, and purposes and clauses without an organisation would be nobody's.</summary>
    private static readonly Dictionary<string, string> GivenUp = new(StringComparer.Ordinal) { ["persons_objection"] = "", ["persons_purpose"] = "", ["persons_clause"] = "" };

    [Theory, EachEngine]
    public async Task Migrations_OfTheVault_MakeTheSchemaOfItsModel(Engine engine) => Assert.Empty(await SchemaCheck.DifferencesAsync(engine, Schema));

    [Theory, EachEngine]
    public async Task Upgrade_FromEveryEarlierState_LosesNoRow(Engine engine) => Assert.Empty(await UpgradeCheck.LossesAsync(engine, Schema, GivenUp));
}
