using Splot.Data;
using Splot.Desk.Store;
using Splot.Testing;

namespace Splot.Desk.Tests.Store;

public sealed class SchemaTests
{
    private static readonly ModuleSchema Schema = new("desk", StoreRole.Main, typeof(DeskContext));

    [Theory, EachEngine]
    public async Task Migrations_OfTheDesk_MakeTheSchemaOfItsModel(Engine engine) => Assert.Empty(await SchemaCheck.DifferencesAsync(engine, Schema));

    [Theory, EachEngine]
    public async Task Upgrade_FromEveryEarlierState_LosesNoRow(Engine engine) => Assert.Empty(await UpgradeCheck.LossesAsync(engine, Schema));
}
