using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.ExportOperations;
using Splot.Projects.GenerateOperations;
using Splot.Projects.Tests.Editions;
using Splot.Projects.Tests.ImportOperations;
using Splot.Testing;

namespace Splot.Projects.Tests.ExportOperations;

/// <summary>What the splot profile writes, an import reads back.</summary>
public class RoundTripTests
{
    private const string Header =
        "code,title,title_pl,title_en,original_language,summary,summary_en,start,end,status,fund,programme_code,period,priority,priority_name,objective,objective_name,fields,field_names,call,call_name,"
        + "contracts,total,currency,eu,currency_verified,beneficiary_name,beneficiary_id,natural_person,partners,country,location_codes,location_name,postcode,lat,lon,machine_texts,links,same_as,demo\n";

    [Theory]
    [InlineData(ExportFormat.Csv, Engine.Sqlite)]
    [InlineData(ExportFormat.Csv, Engine.Postgres)]
    [InlineData(ExportFormat.Xlsx, Engine.Sqlite)]
    internal async Task Export_GeneratedLists_ComeBackTheSame(ExportFormat format, Engine engine)
    {
        await using var first = await Importing.CreateAsync(engine);
        using var folder = new TemporaryFolder();
        foreach (var list in Assert.IsType<GenerateOperationsOutcome.Written>(GenerateOperationsHandler.Run(new GenerateOperationsOptions(600, 0, folder.Location), null, CancellationToken.None)).Lists)
        {
            await first.ImportFileAsync(list.Path, s => s with { List = Path.GetFileName(list.Path) });
        }

        await AssertComesBackAsync(first, format, 600);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    internal async Task Export_UnusualRows_ComeBackTheSame(ExportFormat format)
    {
        await using var first = await Importing.CreateAsync();
        await first.ImportAsync(
            Header
            + "A-1,Hooldus kodus,,\"=SUM(A1), \"\"quoted\"\"\",et,Kokkuvõte,Summary,2023-01-01,2024-12-31,,ESF+,2021EE16FFPR001,2021-2027,P,Prioriteet,ESO4.11,Eesmärk,158|162,Access|Care,K-1,Voor,L-1|L-2,1000.50,EUR,850.43,false,Vald,12345678,false,Partner OÜ; partner; 12.50|Teine,EE,,Tallinna lähedal,10115,59.4,24.7,title_en|summary_en,https://example.org/a|https://example.org/b,https://example.org/Q1,true\n"
            + "B-1,,\"Wielo\nwierszowy, tytuł\",,pl,,,,,withdrawn,ERDF,,2014-2020,,,,,,,,,,250000.00,PLN,,,,,true,,PL,PL814|PL815,,,,,,,,true\n"
            + "C-1,,+48 123,,pl,,,2020-02-29,,,,,,,,,,,,,,,,,,,@cmd,,false,,PL,,,,,,,,,false\n");

        await AssertComesBackAsync(first, format, 3);
    }

    [Fact]
    public async Task Export_FullOperation_LosesWhatARowCannotHoldAndNothingElse()
    {
        await using var registry = await Registry.CreateAsync(Engine.Sqlite);
        await registry.ImportAsync("Rich", "2024-01-01", RichOperation.Create());
        await using var second = await Importing.CreateAsync();

        var report = await second.ImportAsync(await registry.Services.TextAsync(ExportFormat.Csv));

        Assert.Equal(("done", "splot", 1L), (report.Outcome, report.Profile, report.Accepted));
        var before = Assert.Single((await registry.PublishedAsync()).Values).Document!;
        Assert.Equal(Surviving(before), Surviving(Assert.Single(await second.OperationsAsync())));
    }

    /// <summary>What the documents must have in common; everything else is what cannot survive.</summary>
    private static string Surviving(OperationDocument o) => OperationJson.Write(WithoutOrigin(o) with
    {
        // Derived anew: the id from the code, the theme from objective and fields.
        Id = "x",
        Theme = null,

        // A row has one slice, one kind of link, places by their codes, and names of intervention fields only where each has one.
        Slices = [],
        Fields = [.. o.Fields.Select(f => f with { Name = null })],
        Links = [.. o.Links.Select(l => l with { Kind = "website", Title = null })],
        Locations = [.. o.Locations.Select(l => new LocationDocument { Code = l.Code, Lat = l.Lat, Lon = l.Lon })],
        Budget = Rated(o.Budget),
        EuContribution = Rated(o.EuContribution),
        NationalContribution = Rated(o.NationalContribution),

        // And no columns for these.
        Aims = new Dictionary<string, TextWithOrigin>(StringComparer.Ordinal),
        Tasks = [],
        TargetGroups = [],
        ExpectedResults = [],
        Achievements = new Dictionary<string, TextWithOrigin>(StringComparer.Ordinal),
        Indicators = [],
        Payments = [],
    });

    /// <summary>Without what an import says of itself, and without ids of organisations: they follow from what else is known of them.</summary>
    private static OperationDocument WithoutOrigin(OperationDocument o) => o with
    {
        Source = null,
        OtherSources = [],
        UpdatedAt = default,
        Beneficiary = o.Beneficiary is { } party ? party with { Id = null } : null,
        Partners = [.. o.Partners.Select(p => p with { Id = null })],
        Contractors = [.. o.Contractors.Select(c => c with { Id = null })],
    };

    private static AmountDocument? Rated(AmountDocument? amount) => amount is null ? null : amount with { RateSource = null, RateDate = null };

    private static async Task AssertComesBackAsync(Importing first, ExportFormat format, int count)
    {
        var before = await DocumentsAsync(first);
        Assert.Equal(count, before.Count);
        await using var second = await Importing.CreateAsync();

        var report = await second.ImportAsync((await first.Services.ExportAsync(format)).Bytes);

        Assert.Equal(("done", "splot", count, 0L), (report.Outcome, report.Profile, report.Accepted, report.Rejected));
        Assert.Equal(before, await DocumentsAsync(second));
    }

    private static async Task<List<string>> DocumentsAsync(Importing importing)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return [.. (await importing.OperationsAsync()).Where(o => known.Add(o.Id)).OrderBy(o => o.Id, StringComparer.Ordinal).Select(o => OperationJson.Write(WithoutOrigin(o)))];
    }
}
