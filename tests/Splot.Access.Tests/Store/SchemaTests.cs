using Splot.Access.Store;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Store;

public class SchemaTests
{
    private static readonly ModuleSchema Schema = new("access", StoreRole.Main, typeof(AccessContext));

    [Theory, EachEngine]
    public async Task Migrations_OfAccess_MakeTheSchemaOfItsModel(Engine engine) => Assert.Empty(await SchemaCheck.DifferencesAsync(engine, Schema));

    [Theory, EachEngine]
    public async Task Upgrade_FromEveryEarlierState_LosesNoRow(Engine engine) => Assert.Empty(await UpgradeCheck.LossesAsync(engine, Schema));
}
