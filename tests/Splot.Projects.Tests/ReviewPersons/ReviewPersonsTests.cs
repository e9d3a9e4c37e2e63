using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.ImportOperations;
using Splot.Projects.ReviewPersons;
using Splot.Projects.Tests.ImportOperations;
using Splot.Testing;

namespace Splot.Projects.Tests.ReviewPersons;

/// <summary>A body that turns out to be a natural person leaves every place where the law has no name of a person published (CPR Art. 49(3)).</summary>
public sealed class ReviewPersonsTests
{
    private const string Name = "Zofia Wymyślona";
    private const string Body = "pl-zofiawymyslona";
    private const string Header = "code,title_en,original_language,period,total,currency,beneficiary_name,partners,contractors,country,remark\n";
    private const string Rows =
        "N1,A small bakery,en,2021-2027,1000.00,EUR,Zofia Wymyślona,,,PL,asked by Zofia Wymyślona\n"
        + "N2,A school,en,2021-2027,500.00,EUR,Gmina Zmyślona,Zofia Wymyślona;trainer;100.00|Fundacja Zmyślona;;50.00,ZOFIA WYMYŚLONA|Zmyślona sp. z o.o.,PL,with Zofia Wymyślona\n";

    [Theory, EachEngine]
    public async Task Decide_Person_LeavesNothingOfTheNameButTheBeneficiarysOwn(Engine engine)
    {
        await using var importing = await Importing.CreateAsync(engine);
        await ImportAsync(importing, Rows.Replace("Gmina Zmyślona", "Gmina Inna", StringComparison.Ordinal), 1);
        await ImportAsync(importing, Rows.Replace("Zofia Wymyślona;trainer", "zofia wymyślona;coach", StringComparison.Ordinal), 2);
        Assert.NotEqual([], await TracesAsync(importing));

        Assert.Equal(DecisionOutcome.Recorded, await DecideAsync(importing, Body, true));

        Assert.Equal(["projects_operation.person_name"], (await TracesAsync(importing)).Distinct());
        Assert.Equal([(true, (string?)null, Name, "", ""), (false, "Gmina Zmyślona", null, "Fundacja Zmyślona", "Zmyślona sp. z o.o.")], await ShownAsync(importing));
    }

    [Theory, EachEngine]
    public async Task LaterEdition_OfADecidedPerson_ShowsThemAsTheDecisionDid(Engine engine)
    {
        await using var importing = await Importing.CreateAsync(engine);
        await ImportAsync(importing, Rows, 1);
        await DecideAsync(importing, Body, true);
        var before = await ShownAsync(importing);

        var report = await ImportAsync(importing, Rows.Replace("A small bakery", "A bakery", StringComparison.Ordinal), 2);

        Assert.Equal(before, await ShownAsync(importing));
        Assert.Equal(["projects_operation.person_name"], (await TracesAsync(importing)).Distinct());
        Assert.Contains(report.Issues, i => i is { Code: "party-is-person", Value: null });
        Assert.DoesNotContain(Name, JsonSerializer.Serialize(report.Issues), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task LaterEdition_AfterTwoYears_BringsNoNameBack()
    {
        await using var importing = await Importing.CreateAsync();
        await ImportAsync(importing, Rows, 1);
        await DecideAsync(importing, Body, true);
        importing.Clock.Advance(TimeSpan.FromDays(800));

        await ImportAsync(importing, Rows.Replace("A small bakery", "A bakery", StringComparison.Ordinal), 2);

        Assert.Equal([null, null], (await ShownAsync(importing)).Select(s => s.PersonName));
    }

    [Fact]
    public async Task LaterEdition_WithThePersonsNumberUnderAnotherName_ShowsAPerson()
    {
        const string Numbered = "code,title_en,original_language,period,total,currency,beneficiary_name,beneficiary_id,country\n";
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Numbered + "N1,A bakery,en,2021-2027,1000.00,EUR,Zofia Wymyślona,5260250274,PL\n", s => s with { List = "L", Edition = new DateOnly(2026, 1, 1) });
        await DecideAsync(importing, (await importing.OperationsAsync())[0].Beneficiary!.Id!, true);

        await importing.ImportAsync(Numbered + "N1,A bakery,en,2021-2027,1000.00,EUR,Zofia Zmyślona,5260250274,PL\n", s => s with { List = "L", Edition = new DateOnly(2026, 1, 2) });

        Assert.True((await importing.OperationsAsync())[0].Beneficiary!.NaturalPerson);
    }

    [Fact]
    public async Task Decide_Again_ChangesNothing_AndCanBeTakenBack()
    {
        await using var importing = await Importing.CreateAsync();
        await ImportAsync(importing, Rows, 1);
        await DecideAsync(importing, Body, true);
        var id = await importing.Services.GetRequiredService<MainStore>().ReadAsync(
            async session => (string)(await session.Command("SELECT public_id FROM projects_organisation WHERE decided_person").ExecuteScalarAsync())!,
            CancellationToken.None);

        Assert.Equal(DecisionOutcome.Recorded, await DecideAsync(importing, id, true));
        Assert.Equal(DecisionOutcome.Unknown, await DecideAsync(importing, Body, true));
        Assert.Equal(Name, (await ShownAsync(importing))[0].PersonName);

        Assert.Equal(DecisionOutcome.TakenBack, await DecideAsync(importing, id, false));
        await ImportAsync(importing, Rows.Replace("A small bakery", "A bakery", StringComparison.Ordinal), 2);
        Assert.Equal([(false, Name, null, "", ""), (false, "Gmina Zmyślona", (string?)null, "Zofia Wymyślona, Fundacja Zmyślona", "Zofia Wymyślona, Zmyślona sp. z o.o.")], await ShownAsync(importing));
    }

    private static Task<ImportReport> ImportAsync(Importing importing, string rows, int day) =>
        importing.ImportAsync(Header + rows, s => s with { List = "List", Edition = new DateOnly(2026, 1, day) });

    private static Task<DecisionOutcome> DecideAsync(Importing importing, string id, bool person) =>
        importing.Services.GetRequiredService<ReviewPersonsHandler>().DecideAsync(new DecidePerson(id, person), CancellationToken.None);

    private static async Task<List<(bool Person, string? Beneficiary, string? PersonName, string Partners, string Contractors)>> ShownAsync(Importing importing)
    {
        var published = importing.Services.GetRequiredService<IPublishedOperations>();
        var range = (await published.KeyRangeAsync(CancellationToken.None))!.Value;
        var found = new SortedDictionary<string, (bool, string?, string?, string, string)>(StringComparer.Ordinal);
        await foreach (var operation in published.ReadAsync(range.From, range.To, CancellationToken.None))
        {
            var d = operation.Document!;
            found[operation.Id] = (d.Beneficiary!.NaturalPerson, d.Beneficiary.Name, operation.PersonName, string.Join(", ", d.Partners.Select(p => p.Name)), string.Join(", ", d.Contractors.Select(c => c.Name)));
        }

        return [.. found.Values];
    }

    /// <summary>Columns of the registry in which the name stands, in any spelling, as letters or as part of an address.</summary>
    private static Task<List<string>> TracesAsync(Importing importing) => importing.Services.GetRequiredService<MainStore>().ReadAsync(
        async session =>
        {
            var found = new List<string>();
            foreach (var table in (string[])["projects_organisation", "projects_organisation_identifier", "projects_operation", "projects_part", "projects_change", "projects_act", "projects_person_mark"])
            {
                await using var reader = await session.Command("SELECT * FROM " + table).ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    for (var column = 0; column < reader.FieldCount; column++)
                    {
                        var text = Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;
                        if (text.Contains("Zofia", StringComparison.OrdinalIgnoreCase))
                        {
                            found.Add(table + "." + reader.GetName(column));
                        }
                    }
                }
            }

            return found;
        },
        CancellationToken.None);
}
