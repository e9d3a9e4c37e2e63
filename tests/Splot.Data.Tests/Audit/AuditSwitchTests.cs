using Splot.Testing;

namespace Splot.Data.Tests.Audit;

public class AuditSwitchTests
{
    [Theory, EachEngine]
    public async Task Forget_OnAStoreThatPeopleWorkWith_IsRefusedAndTheAuditGoesOn(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);

        Assert.Throws<InvalidOperationException>(() => new AuditSwitch().Forget(stores.Main, true));

        Assert.False(stores.Main.ForgetsAudit);
    }
}
