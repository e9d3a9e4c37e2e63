using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Projects.Editions;
using Splot.Projects.Model;
using Splot.Projects.ReviewPersons;
using Splot.Projects.Store;
using Splot.Projects.Tests.ImportOperations;
using Splot.Testing;

namespace Splot.Projects.Tests.ReviewPersons;

/// <summary>Marks of natural persons are keyed; those of earlier versions, plain digests, become so without losing a decision.</summary>
public sealed class KeyedMarksTests
{
    private const string Name = "Zofia Wymyślona";
    private const string Header = "code,title_en,original_language,period,total,currency,beneficiary_name,beneficiary_id,country\n";
    private const string Row = "N1,A bakery,en,2021-2027,1000.00,EUR,Zofia Wymyślona,5260250274,PL\n";

    [Theory, EachEngine]
    public async Task Marks_OfADecision_CannotBeGuessedWithoutTheKey(Engine engine)
    {
        await using var importing = await Importing.CreateAsync(engine);
        await DecideAsync(importing);

        Assert.Equal(2, (await MarksAsync(importing)).Count(m => m.StartsWith('k') && m.Length == 65));
        Assert.DoesNotContain(Plain(PersonKey.Of(Name)), await MarksAsync(importing));
    }

    [Theory, EachEngine]
    public async Task Marks_OfAnEarlierVersion_AreKeyedAndTheDecisionStands(Engine engine)
    {
        await using var importing = await Importing.CreateAsync(engine);
        await DecideAsync(importing);
        var keyed = await MarksAsync(importing);
        await MakeOlderAsync(importing);
        Assert.DoesNotContain(await MarksAsync(importing), m => m.StartsWith('k'));

        await StartAsync(importing);

        Assert.Equal(keyed, await MarksAsync(importing));
        await importing.ImportAsync(Header + Row.Replace("Zofia Wymyślona", "Zofia Zmyślona", StringComparison.Ordinal), s => s with { List = "L", Edition = new DateOnly(2026, 1, 2) });
        Assert.True((await importing.OperationsAsync())[0].Beneficiary!.NaturalPerson);
    }

    [Theory, EachEngine]
    public async Task TakeBack_OfADecisionOfAnEarlierVersion_RemovesItsMarks(Engine engine)
    {
        await using var importing = await Importing.CreateAsync(engine);
        var id = await DecideAsync(importing);
        await MakeOlderAsync(importing);
        await StartAsync(importing);

        Assert.IsType<DecisionOutcome.TakenBack>(await importing.Services.GetRequiredService<ReviewPersonsHandler>().DecideAsync(new DecidePerson(id, false), CancellationToken.None));

        Assert.Empty(await MarksAsync(importing));
    }

    [Theory, EachEngine]
    public async Task Start_WithoutMarks_MakesNoMasterKey(Engine engine)
    {
        await using var importing = await Importing.CreateAsync(engine);
        await importing.ImportAsync(Header + Row, s => s with { List = "L", Edition = new DateOnly(2026, 1, 1) });

        await StartAsync(importing);

        Assert.Empty(await importing.Services.GetRequiredService<KeyRing>().UsesAsync([], CancellationToken.None));
    }

    private static async Task<string> DecideAsync(Importing importing)
    {
        await importing.ImportAsync(Header + Row, s => s with { List = "L", Edition = new DateOnly(2026, 1, 1) });
        var body = (await importing.OperationsAsync())[0].Beneficiary!.Id!;
        return Assert.IsType<DecisionOutcome.Recorded>(await importing.Services.GetRequiredService<ReviewPersonsHandler>().DecideAsync(new DecidePerson(body, true), CancellationToken.None)).Id;
    }

    /// <summary>What an earlier version would have kept of the same decision.</summary>
    private static Task MakeOlderAsync(Importing importing)
    {
        string[] plain = [Plain(PersonKey.Of(Name)), Plain("identifier\nNIP:5260250274")];
        return importing.Services.GetRequiredService<MainStore>().WriteAsync(
            async session =>
            {
                var context = session.Context<ProjectsContext>();
                var held = await context.PersonMarks.ToListAsync();
                Assert.Equal(held.Select(m => m.NameDigest).Order(StringComparer.Ordinal), plain.Select(p => importing.Services.GetRequiredService<PersonMarks>().Of(p)).Order(StringComparer.Ordinal));
                context.PersonMarks.RemoveRange(held);
                context.PersonMarks.AddRange(plain.Select(p => new PersonMark { NameDigest = p, MarkedAt = held[0].MarkedAt }));
                (await context.Organisations.SingleAsync(o => o.DecidedPerson == true)).NameKey = string.Join(' ', plain);
            },
            CancellationToken.None);
    }

    private static Task<int> StartAsync(Importing importing) =>
        importing.Services.GetRequiredService<Migrator>().MigrateAsync(importing.Services.GetRequiredService<MainStore>(), CancellationToken.None);

    private static Task<List<string>> MarksAsync(Importing importing) => importing.Services.GetRequiredService<MainStore>().ReadAsync(
        async session => (await session.Context<ProjectsContext>().PersonMarks.Select(m => m.NameDigest).ToListAsync()).Order(StringComparer.Ordinal).ToList(),
        CancellationToken.None);

    private static string Plain(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("splot person mark\n" + text)));
}
