using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Demo;
using Splot.Data;
using Splot.Persons.Demo;
using Splot.Testing;

namespace Splot.Persons.Tests.Pages;

/// <summary>The demo starts again on what was done in it.</summary>
public sealed class DemoTests
{
    [Theory]
    [InlineData("UPDATE persons_person SET organisation_id = 'added' WHERE id = (SELECT MIN(id) FROM persons_person)", typeof(DemoOutcome.AlreadyLoaded))]
    [InlineData("UPDATE persons_person SET organisation_id = 'added'", typeof(DemoOutcome.Refused))]
    public async Task Load_WherePersonsOfOtherOrganisationsAre_DependsOnThoseOfTheDemo(string change, Type outcome)
    {
        await using var app = await Staff.StartAsync();
        await app.Services.GetRequiredService<MainStore>().WriteAsync(
            async session =>
            {
                await using var command = session.Command(change);
                await command.ExecuteNonQueryAsync();
            },
            CancellationToken.None);

        Assert.IsType(outcome, await app.Services.GetServices<IDemoPreset>().OfType<DemoPersons>().Single().LoadAsync(CancellationToken.None));
    }
}
