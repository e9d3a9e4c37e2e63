using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Portal.Tests.Oracle;
using Splot.Portal.Tests.Support;
using Splot.Testing;

[assembly: AssemblyFixture(typeof(GeneratedSites))]

namespace Splot.Portal.Tests.Oracle;

/// <summary>Two thousand invented operations that came the usual way, some of them withdrawn, for all tests that only read.</summary>
public sealed class GeneratedSites : SharedSites
{
    private protected override async Task FillAsync(SplotApp app)
    {
        await app.GenerateAsync(operations: 2_000, seed: 7);
        await app.WithdrawAsync(20);
        await SqlOracle.PrepareAsync(app.Services.GetRequiredService<PublicStore>());
    }
}
