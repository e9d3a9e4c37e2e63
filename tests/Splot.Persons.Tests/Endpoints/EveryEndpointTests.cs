using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Store;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Persons.Tests.Endpoints;

/// <summary>Generated from the table of acts: every endpoint, asked in every role for records in every place, those beyond reach and those within.</summary>
public sealed class EveryEndpointTests
{
    private const string Canary = "/{lang}/desk/persons/{id}/canary";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Endpoints_AskedInEveryRoleForEveryRecord_ObeyTheTable(bool moved)
    {
        await using var app = await Staff.StartAsync();

        var findings = await EveryEndpoint.FindingsAsync(app, moved);

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task Canary_WithoutAct_IsFound()
    {
        await using var app = await Staff.StartAsync(mapBare: a => a.MapGet("/{lang}/canary", () => "done"));

        Assert.Contains("GET /{lang}/canary names no act", await EveryEndpoint.FindingsAsync(app, only: "/canary"));
    }

    [Fact]
    public async Task Canary_OfAThingThatNoRecordIsKnownOf_IsFound()
    {
        await using var app = await Staff.StartAsync(map: a => a.MapGet("/{lang}/canary/{thing}", () => "done").For(Acts.SeePersons));

        Assert.Contains("GET /{lang}/canary/{thing} has a parameter that no record is known for", await EveryEndpoint.FindingsAsync(app, only: "/canary"));
    }

    [Fact]
    public async Task Canary_ThatShowsAnybody_IsFoundInEveryRole()
    {
        await using var app = await Staff.StartAsync(map: a => a.MapGet("/{lang}/canary", ShowAllAsync).For(Acts.SeePersons));

        var findings = await EveryEndpoint.FindingsAsync(app, only: "/canary");

        Assert.All(Roles.All.Where(r => Acts.SeePersons.ScopeOf(r) is not null), r => Assert.Contains(findings, f => f.StartsWith($"GET /pl/canary (see-persons) asked by {r.Code()} shows GuardedEcho", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Canary_ThatTellsWhetherARecordIsThere_IsFound()
    {
        await using var app = await Staff.StartAsync(map: a => a.MapGet(Canary, async (string id, MainStore store, CancellationToken cancellation) =>
            await store.ReadAsync(s => s.Context<PersonsContext>().Persons.AnyAsync(p => p.Id == id, cancellation), cancellation) ? Results.Text("done") : Results.NotFound()).For(Acts.KeepPersons));

        var findings = await EveryEndpoint.FindingsAsync(app, only: "/canary");

        Assert.Contains(findings, f => f.Contains("asked by social-worker", StringComparison.Ordinal) && f.EndsWith("is not answered as if nothing were there: 200 instead of 404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Canary_ThatHidesWhatIsWithinReach_IsFound()
    {
        await using var app = await Staff.StartAsync(map: a => a.MapGet(Canary, () => Results.NotFound()).For(Acts.KeepPersons));

        Assert.Contains(await EveryEndpoint.FindingsAsync(app, only: "/canary"), f => f.Contains("asked by social-worker answered 404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Canary_ThatChangesWhatItsFieldsName_IsFound()
    {
        await using var app = await Staff.StartAsync(map: a => a.MapPost("/{lang}/desk/persons/canary", ChangeAsync).WithSignedInForm().For(Acts.KeepPersons));

        Assert.Contains(await EveryEndpoint.FindingsAsync(app, only: "/canary"), f => f.StartsWith("social-worker changed person", StringComparison.Ordinal));
    }

    private static async Task<IResult> ShowAllAsync(MainStore store, IPersons persons, CancellationToken cancellation)
    {
        var ids = await store.ReadAsync(s => s.Context<PersonsContext>().Persons.Select(p => p.Id).ToListAsync(cancellation), cancellation);
        var all = await persons.FindAsync([.. ids.Select(i => new PersonId(i))], new PersonScope(null, new Reach { Everything = true }), cancellation);
        return Results.Text(string.Join('\n', all.Select(p => p.Identity.Surnames)));
    }

    private static async Task<IResult> ChangeAsync(IFormCollection fields, MainStore store, CancellationToken cancellation)
    {
        await store.WriteAsync(
            async session =>
            {
                foreach (var person in await session.Context<PersonsContext>().Persons.Where(p => fields["id"].ToArray().Contains(p.Id)).ToListAsync(cancellation))
                {
                    person.Version++;
                }
            },
            cancellation);
        return Results.Text("done");
    }
}
