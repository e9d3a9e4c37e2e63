using System.Text;
using Splot.Data;
using Splot.Kernel;
using Splot.Tables;
using Splot.Testing;

namespace Splot.Projects.Tests.ImportOperations;

public class ImportTests
{
    private const string Polish = """
        Tytuł projektu;Numer umowy;Nazwa beneficjenta;Fundusz;Program;Wartość projektu (zł);Wkład unijny (zł);Miejsce realizacji projektu;Data rozpoczęcia;Data zakończenia;Cel szczegółowy
        Żłobek w gminie;FELU.08.01-IZ.00-0001/23;Gmina Przykładowo;EFS+;Fundusze Europejskie dla Lubelskiego;1 200 000,50;1 020 000,43;WOJ.: LUBELSKIE, POW.: tomaszowski;01.01.2024;31.12.2025;
        Łódzki klub;FELD.07.02-IZ.00-0002/23;Fundacja Próbny Krok;EFS+;Fundusze Europejskie dla Łódzkiego;500 000,00;425 000,00;Cały Kraj;15.03.2024;;
        """;

    [Theory, EachEngine]
    public async Task PolishList_Cp1250_KeepsLettersAmountsAndPlaces(Engine engine)
    {
        await using var importing = await Importing.CreateAsync(engine);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var report = await importing.ImportAsync(Polish, s => s with { Profile = "pl-2021" }, Encoding.GetEncoding(1250));

        Assert.Equal(("done", 2L, 2L, "windows-1250"), (report.Outcome, report.Rows, report.Accepted, report.Encoding));
        Assert.Equal((1700000.50m, (decimal?)1445000.43m), report.Totals["PLN"]);
        var first = (await importing.OperationsAsync())[0];
        Assert.Equal("Żłobek w gminie", first.Title["pl"]);
        Assert.Equal(1200000.50m, first.Budget!.Amount);
        Assert.Equal(new DateOnly(2025, 12, 31), first.End);
        Assert.Contains("/PL81/", first.Locations[0].Path, StringComparison.Ordinal);
        Assert.Equal("pl-2021-felu.08.01-iz.00-0001-23", first.Id);
    }

    [Fact]
    public async Task Lublin_AmountInZloty_ConvertsAtTheRateOfTheMonthOfTheStart()
    {
        await using var importing = await Importing.CreateAsync();

        await importing.ImportAsync(Polish, s => s with { Profile = "pl-2021" });

        var budget = (await importing.OperationsAsync())[0].Budget!;
        Assert.Equal(new DateOnly(2024, 1, 1), budget.RateDate);
        Assert.Equal(Math.Round(1200000.50m / budget.Rate!.Value, 2, MidpointRounding.AwayFromZero), budget.Eur);
    }

    [Fact]
    public async Task Kohesio_Row_GivesEveryFieldOfTheExport()
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportAsync(
            "\uFEFFOperation_Unique_Identifier,Operation_Local_Identifier,Operation_Name_English,Operation_Name_Programme_Language,Country,Operation_Start_Date,Operation_End_Date,Cofinancing_Rate,Total_Eligible_Expenditure_amount,Total_Eligible_Expenditure_Currency,Project_EU_Budget,Beneficiary_Name,Location_Indicator_latitude_longitude,Category_Of_Intervention,Category_Label,Fund_Code,Programme_Code,Programme_Name,NUTS3_Code,Programming_Period\r\n"
            + "https://linkedopendata.eu/entity/Q42,BG05-1,Better care,По-добра грижа,Bulgaria,04/09/2023,31/12/2025,40.0,337478.4,EUR,134991.36,Община Примерово,\"43.85,25.97\",158|159,Access|Care,ESF+,2021BG05SFPR002,Развитие,BG323,2021-2027\r\n",
            s => s with { Country = "BG" });

        Assert.Equal(("done", "kohesio"), (report.Outcome, report.Profile));
        var operation = Assert.Single(await importing.OperationsAsync());
        Assert.Equal(new DateOnly(2023, 9, 4), operation.Start); // V19
        Assert.Equal((337478.40m, 134991.36m, 0.4000m), (operation.Budget!.Amount, operation.EuContribution!.Amount, operation.CoFinancingRate!.Value));
        Assert.Equal(("По-добра грижа", "Better care", TextOrigin.Machine), (operation.Title["bg"], operation.Title["en"], operation.TitleOrigin["en"]));
        Assert.Equal(["158", "159"], operation.Fields.Select(f => f.Code!));
        Assert.Equal((43.85m, 25.97m, "BG323"), (operation.Locations[0].Lat!.Value, operation.Locations[0].Lon!.Value, operation.Locations[0].Code));
        Assert.Equal("https://linkedopendata.eu/entity/Q42", Assert.Single(operation.SameAs));
    }

    [Fact]
    public async Task Template_Coordinates_AreLongitudeFirst()
    {
        await using var importing = await Importing.CreateAsync();

        await importing.ImportAsync(
            "Operation_Name_Programme_Language,Country,Total_Eligible_Expenditure_amount,Total_Eligible_Expenditure_Currency,Location_Indicator_latitude_longitude\nAthenry,Ireland,10,EUR,\"-9.0491, 53.2944\"\n",
            s => s with { Profile = "itb" });

        var place = Assert.Single((await importing.OperationsAsync())[0].Locations);
        Assert.Equal((53.2944m, -9.0491m), (place.Lat, place.Lon));
    }

    [Fact]
    public async Task Template_ThreeRules_AreReportedAndTheRowIsStored()
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportAsync(
            "Operation_Name_Programme_Language,Country,Operation_Start_Date,Operation_End_Date,CoFinancing_Rate,Total_Eligible_Expenditure_amount,Total_Eligible_Expenditure_Currency,Total_Eligible_Expenditure_Exchange_Rate,Location_Indicator_Postcode,Beneficiary_Name,Category_Of_Intervention,Operation_Summary_Programme_Language,Programming_Period\n"
            + "Wrong,Poland,02/01/2020,01/01/2020,50,10,PLN,,,Gmina Przykładowo,109,Opis,2014-2020\n",
            s => s with { Profile = "itb" });

        Assert.Equal((1L, "FAILURE", 3L), (report.Accepted, (string)report.Validation!["result"]!, (long)report.Validation["errors"]!));
    }

    [Fact]
    public async Task AmbiguousDates_WithoutHint_AreRefusedAndNothingIsStored()
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportAsync("Project name,Start date,Total cost (EUR)\nA,03/04/2020,10\nB,05/06/2021,20\n");

        Assert.Equal("refused", report.Outcome);
        Assert.Contains("--dates", report.Issues[0].Message, StringComparison.Ordinal);
        Assert.Empty(await importing.OperationsAsync());
    }

    [Theory]
    [InlineData(DateOrder.DayMonthYear, 4)]
    [InlineData(DateOrder.MonthDayYear, 3)]
    public async Task AmbiguousDates_WithOption_AreRead(DateOrder order, int month)
    {
        await using var importing = await Importing.CreateAsync();

        await importing.ImportAsync("Project name,Start date,Total cost (EUR)\nA,03/04/2020,10\n", s => s with { Dates = order });

        Assert.Equal(month, (await importing.OperationsAsync())[0].Start!.Value.Month);
    }

    [Fact]
    public async Task NoCurrency_Anywhere_IsRefusedWithTheOption()
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportAsync("Project name,Total cost\nA,10.50\n");

        Assert.Equal(("refused", "currency-missing"), (report.Outcome, report.Issues[0].Code));
    }

    [Fact]
    public async Task RowWithoutTitleAndCode_IsRejectedAndTheRestAccepted()
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportAsync("Project name,Beneficiary,Total cost (EUR)\nA,X,10\n,Y,20\nB,Z,30\nTotal,,60\n");

        Assert.Equal((3L, 2L, 1L), (report.Rows, report.Accepted, report.Rejected));
        Assert.Equal(40m, report.Totals["EUR"].Total);
    }

    [Fact]
    public async Task UnreadableCell_WarnsAndKeepsItsText()
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportAsync("Project name,Start date,Total cost (EUR)\nA,31/02/2020,10\n");

        Assert.Equal(("done", "date-impossible", 2L), (report.Outcome, report.Issues[0].Code, report.Issues[0].Row!.Value));
        Assert.Null((await importing.OperationsAsync())[0].Start);
    }

    [Fact]
    public async Task NoTable_IsRefusedWithoutStackTrace()
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportAsync("just some words\nand more of them\n");

        Assert.Equal(("refused", "no-header"), (report.Outcome, report.Issues[0].Code));
    }

    [Fact]
    public async Task NaturalPerson_ByMapping_LeavesNoNameButInItsColumn()
    {
        await using var importing = await Importing.CreateAsync();
        var mapping = new Projects.ImportOperations.Mapping { NaturalPersons = ["sole trader"] };

        await importing.ImportAsync("Project name,Beneficiary,Beneficiary type,Contact,Total cost (EUR)\nA,Anna Zmyślona,Sole trader,Anna Zmyślona,10\n", s => s with { Mapping = mapping });

        var operation = Assert.Single(await importing.OperationsAsync());
        Assert.True(operation.Beneficiary!.NaturalPerson);
        Assert.DoesNotContain("Zmyślona", Contracts.Projects.OperationJson.Write(operation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameCodeTwice_KeepsBothRowsWithARunningNumber()
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportAsync("Project name,Project code,Total cost (EUR)\nA,X1,10\nB,X1,20\n");

        Assert.Equal(["x1", "x1..2"], (await importing.OperationsAsync()).Select(o => o.Id));
        Assert.Equal(1, report.Warnings);
    }
}
