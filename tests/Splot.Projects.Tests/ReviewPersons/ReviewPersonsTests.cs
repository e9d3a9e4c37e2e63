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

        Assert.IsType<DecisionOutcome.Recorded>(await DecideAsync(importing, Body, true));

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
        var id = Assert.IsType<DecisionOutcome.Recorded>(await DecideAsync(importing, Body, true)).Id;

        Assert.Equal(new DecisionOutcome.Recorded(id), await DecideAsync(importing, id, true));
        Assert.IsType<DecisionOutcome.Unknown>(await DecideAsync(importing, Body, true));
        Assert.Equal(Name, (await ShownAsync(importing))[0].PersonName);

        Assert.IsType<DecisionOutcome.TakenBack>(await DecideAsync(importing, id, false));
        await ImportAsync(importing, Rows.Replace("A small bakery", "A bakery", StringComparison.Ordinal), 2);
        Assert.Equal([(false, Name, null, "", ""), (false, "Gmina Zmyślona", (string?)null, "Zofia Wymyślona, Fundacja Zmyślona", "Zofia Wymyślona, Zmyślona sp. z o.o.")], await ShownAsync(importing));
    }

    [Fact]
    public async Task Decide_OnWhatWasTakenBack_TouchesNobodysHistory()
    {
        await using var importing = await Importing.CreateAsync();
        await ImportAsync(importing, Rows.Replace("Gmina Zmyślona", "Gmina Inna", StringComparison.Ordinal), 1);
        await ImportAsync(importing, Rows, 2);
        var id = Assert.IsType<DecisionOutcome.Recorded>(await DecideAsync(importing, Body, true)).Id;
        await DecideAsync(importing, id, false);
        var before = await CountAsync(importing, "SELECT COUNT(*) FROM projects_change");
        Assert.NotEqual(0, before);

        Assert.IsType<DecisionOutcome.Unknown>(await DecideAsync(importing, id, true));

        Assert.Equal((before, 0), (await CountAsync(importing, "SELECT COUNT(*) FROM projects_change"), await CountAsync(importing, "SELECT COUNT(*) FROM projects_person_mark")));
    }

    [Fact]
    public async Task TakeBack_OfOneOfTwoWithOneName_KeepsTheOthersMark()
    {
        const string Numbered = "code,title_en,original_language,period,total,currency,beneficiary_name,beneficiary_id,country\n";
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Numbered + "N1,A bakery,en,2021-2027,1000.00,EUR,Zofia Wymyślona,5260250274,PL\nN2,A mill,en,2021-2027,1000.00,EUR,Zofia Wymyślona,7740001454,PL\n", s => s with { List = "L", Edition = new DateOnly(2026, 1, 1) });
        var bodies = (await importing.OperationsAsync()).Select(o => o.Beneficiary!.Id!).ToList();
        var first = Assert.IsType<DecisionOutcome.Recorded>(await DecideAsync(importing, bodies[0], true)).Id;
        await DecideAsync(importing, bodies[1], true);

        await DecideAsync(importing, first, false);

        Assert.Equal(2, await CountAsync(importing, "SELECT COUNT(*) FROM projects_person_mark"));
    }

    [Theory]
    [InlineData("jan \"Dzik\" Prztyczek")]
    [InlineData("JAN PRZTYCZEK")]
    public async Task Decide_NameThatOnlyHistoryTellsInAnotherWriting_ForgetsIt(string written)
    {
        var quoted = "\"" + written.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        var first = "Jan" + written[3..].ToLowerInvariant().Replace("prztyczek", "Prztyczek", StringComparison.Ordinal).Replace("dzik", "Dzik", StringComparison.Ordinal);
        var own = "\"" + first.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        await using var importing = await Importing.CreateAsync();
        await ImportAsync(importing, $"A,A bakery,en,2021-2027,1.00,EUR,Gmina Inna,,,PL,\nB,A mill,en,2021-2027,1.00,EUR,{own},,,PL,\n", 1);
        await ImportAsync(importing, $"A,A bakery,en,2021-2027,1.00,EUR,Gmina Inna,{quoted},,PL,\nB,A mill,en,2021-2027,1.00,EUR,{own},,,PL,\n", 2);
        await ImportAsync(importing, $"A,A bakery,en,2021-2027,1.00,EUR,Gmina Inna,,,PL,again\nB,A mill,en,2021-2027,1.00,EUR,{own},,,PL,\n", 3);
        Assert.Equal(2, await CountAsync(importing, "SELECT COUNT(*) FROM projects_change"));

        var body = (await importing.OperationsAsync()).First(o => o.LocalId == "B").Beneficiary!.Id!;
        Assert.IsType<DecisionOutcome.Recorded>(await DecideAsync(importing, body, true));

        Assert.Equal(0, await CountAsync(importing, "SELECT COUNT(*) FROM projects_change"));
    }

    [Theory]
    [InlineData("Zofia Wymyślona; roboty")]
    [InlineData("Wymyślona Zofia")]
    [InlineData("Wymyślona, Zofia")]
    [InlineData("„Zofia Wymyślona”")]
    [InlineData("Zofia Wymyślona.")]
    [InlineData("mgr Zofia Wymyślona")]
    [InlineData("p. Zofia Wymyślona")]
    [InlineData("Zofia Wymyślona (lider)")]
    [InlineData("zofia wymyslona")]
    [InlineData("София Вимислона", "Sofia Vimislona")]
    [InlineData("Zоfia Wymyślоna")] // two letters are Cyrillic
    public async Task DecidedPerson_InAnotherWriting_IsStillNoPartner(string written, string name = Name)
    {
        await using var importing = await Importing.CreateAsync();
        await ImportAsync(importing, $"N1,A bakery,en,2021-2027,1.00,EUR,{name},,,PL,\n", 1);
        await DecideAsync(importing, (await importing.OperationsAsync())[0].Beneficiary!.Id!, true);

        await ImportAsync(importing, $"N2,A mill,en,2021-2027,1.00,EUR,Gmina Inna,\"{written}\",\"{written}\",CZ,\n", 2);

        var mill = Assert.Single(await importing.OperationsAsync(), o => o.LocalId == "N2");
        Assert.Equal((0, 0), (mill.Partners.Count, mill.Contractors.Count));
    }

    [Fact]
    public async Task FlaggedPerson_IsNoPartnerOfTheSameRowNorOfLaterOnes()
    {
        await using var importing = await Importing.CreateAsync();

        await importing.ImportAsync(
            "code,title_en,original_language,period,total,currency,beneficiary_name,natural_person,partners,contractors,country\n"
            + "N1,A bakery,en,2021-2027,1.00,EUR,Zofia Wymyślona,true,Zofia Wymyślona|Fundacja Zmyślona,,PL\n"
            + "N2,A mill,en,2021-2027,1.00,EUR,Gmina Inna,false,,Zofia Wymyślona,PL\n");

        Assert.Equal(["Fundacja Zmyślona"], (await importing.OperationsAsync()).SelectMany(o => o.Partners.Select(p => p.Name).Concat(o.Contractors.Select(c => c.Name!))));
    }

    [Theory]
    [InlineData("PL", "44051401359")]
    [InlineData("BG", "7523169263")]
    public async Task PersonalNumber_WhereABodysBelongs_MakesAPersonAndIsKeptNowhere(string country, string number)
    {
        await using var importing = await Importing.CreateAsync();

        await importing.ImportAsync(
            "code,title_en,original_language,period,total,currency,beneficiary_name,beneficiary_id,country\n" + $"N1,A bakery,en,2021-2027,1.00,EUR,Zofia Wymyślona,{number},{country}\n", s => s with { List = "L" });

        Assert.True((await importing.OperationsAsync())[0].Beneficiary!.NaturalPerson);
        Assert.DoesNotContain(await ColumnsAsync(importing), c => c.Text.Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task DecidedPerson_WithoutCode_KeepsTheIdAndTheTime()
    {
        const string Row = ",A bakery,en,2021-2027,1.00,EUR,Zofia Wymyślona,,,PL,";
        await using var importing = await Importing.CreateAsync();
        await ImportAsync(importing, Row + "\n", 1);
        var before = await importing.OperationsAsync();
        await DecideAsync(importing, before[0].Beneficiary!.Id!, true);

        await ImportAsync(importing, Row + "again\n", 2);

        Assert.Equal(before.Select(o => o.Id), (await importing.OperationsAsync()).Select(o => o.Id).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Name_OfAnEditionDatedAhead_IsKeptTwoYearsFromToday()
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Header + Rows, s => s with { List = "List", Edition = new DateOnly(2031, 1, 1) });

        await DecideAsync(importing, Body, true);

        var last = DateOnly.FromDateTime(importing.Clock.GetUtcNow().UtcDateTime).AddYears(2).DayNumber;
        Assert.Equal(0, await CountAsync(importing, $"SELECT COUNT(*) FROM projects_operation WHERE person_name IS NOT NULL AND person_name_until > {last}"));
        Assert.Equal(1, await CountAsync(importing, "SELECT COUNT(*) FROM projects_operation WHERE person_name IS NOT NULL"));
    }

    [Fact]
    public async Task Editions_OfABodyWithAndWithoutNumber_ChangeNothing()
    {
        const string Numbered = "code,title_en,original_language,period,total,currency,beneficiary_name,beneficiary_id,country\n";
        const string Same = "S1,A bakery,en,2021-2027,1.00,EUR,Fundacja Ta Sama,,PL\nS2,A mill,en,2021-2027,1.00,EUR,Fundacja Ta Sama,5260250274,PL\n";
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Numbered + Same, s => s with { List = "L", Edition = new DateOnly(2026, 1, 1) });

        await importing.ImportAsync(Numbered + Same + "S3,New,en,2021-2027,1.00,EUR,Gmina,,PL\n", s => s with { List = "L", Edition = new DateOnly(2026, 1, 2) });

        Assert.Equal(0, await CountAsync(importing, "SELECT COUNT(*) FROM projects_change"));
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
    private static async Task<List<string>> TracesAsync(Importing importing) =>
        [.. (await ColumnsAsync(importing)).Where(c => c.Text.Contains("Zofia", StringComparison.OrdinalIgnoreCase)).Select(c => c.Column)];

    private static Task<List<(string Column, string Text)>> ColumnsAsync(Importing importing) => importing.Services.GetRequiredService<MainStore>().ReadAsync(
        async session =>
        {
            var found = new List<(string, string)>();
            foreach (var table in (string[])["projects_organisation", "projects_organisation_identifier", "projects_operation", "projects_part", "projects_change", "projects_act", "projects_person_mark"])
            {
                await using var reader = await session.Command("SELECT * FROM " + table).ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    for (var column = 0; column < reader.FieldCount; column++)
                    {
                        found.Add((table + "." + reader.GetName(column), Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!));
                    }
                }
            }

            return found;
        },
        CancellationToken.None);

    private static Task<long> CountAsync(Importing importing, string sql) => importing.Services.GetRequiredService<MainStore>().ReadAsync(
        async session => Convert.ToInt64(await session.Command(sql).ExecuteScalarAsync(), CultureInfo.InvariantCulture),
        CancellationToken.None);
}
