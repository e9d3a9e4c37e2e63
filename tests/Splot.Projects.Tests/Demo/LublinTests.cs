using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Projects.Tests.Demo;

/// <summary>Seed 000, figure by figure.</summary>
public class LublinTests
{
    private static readonly OperationDocument Lublin = DemoFiles.Operation(DemoFiles.Lublin);

    [Fact]
    public void Lublin_Start_IsAsPublished() => Assert.Equal(new DateOnly(2024, 1, 1), Lublin.Start);

    [Fact]
    public void Lublin_End_IsAsPublished() => Assert.Equal(new DateOnly(2028, 12, 31), Lublin.End);

    [Fact]
    public void Lublin_Fund_IsEsfPlus() => Assert.Equal("ESF+", Lublin.Fund);

    [Fact]
    public void Lublin_TotalBudget_IsAsPublished() => Assert.Equal((6200901.17m, "EUR"), (Lublin.Budget!.Amount, Lublin.Budget.Currency));

    [Fact]
    public void Lublin_EuContribution_IsAsPublished() =>
        Assert.Equal((5116983.64m, "EUR"), (Lublin.EuContribution!.Amount, Lublin.EuContribution.Currency));

    [Fact]
    public void Lublin_Amounts_GiveThePublishedRate() =>
        Assert.Equal(82.52m, Math.Round(100m * Lublin.EuContribution!.Amount / Lublin.Budget!.Amount, 2, MidpointRounding.AwayFromZero));

    [Fact]
    public void Lublin_Currency_IsMarkedAsNotVerified() =>
        Assert.Equal(((bool?)false, (bool?)false), (Lublin.Budget!.Verified, Lublin.EuContribution!.Verified));

    [Fact]
    public void Lublin_Period_IsAsPublished() => Assert.Equal("2021-2027", Lublin.Programme!.Period);

    [Fact]
    public void Lublin_EnglishTitle_IsAsPublished() => Assert.Equal("Effective social policy in Lubelskie Voivodship", Lublin.Title["en"]);

    [Fact]
    public void Lublin_EnglishTitle_IsMarkedAsMachineTranslation() => Assert.Equal(TextOrigin.Machine, Lublin.TitleOrigin["en"]);

    [Fact]
    public void Lublin_PolishTitle_IsNoOriginalThoughTheLanguageIsPolish() =>
        Assert.Equal(("pl", TextOrigin.Human), (Lublin.OriginalLanguage, Lublin.TitleOrigin["pl"]));

    [Fact]
    public void Lublin_Beneficiary_IsAsPublished() => Assert.Equal("Regional Centre for Social Policy in Lublin (ROPS in Lublin)", Lublin.Beneficiary!.Name);

    [Fact]
    public void Lublin_Objective_HasThePublishedNameAndItsCode() =>
        Assert.Equal(("ESO4.11", true), (Lublin.Objective!.Code, Lublin.Objective.Name!.StartsWith("enhancing equal and timely access to quality", StringComparison.Ordinal)));

    [Fact]
    public void Lublin_Indicators_HaveThePublishedTargets() =>
        Assert.Equal([(1292m, "person"), (1227m, "person"), (50m, "percent")], Lublin.Indicators.Select(i => (i.Target!.Value, i.Unit!)));

    [Fact]
    public void Lublin_Indicators_ClaimNothingAchieved() => Assert.All(Lublin.Indicators, indicator => Assert.Null(indicator.Achieved));

    [Fact]
    public void Lublin_Tasks_BearThePublishedNamesInOrder() => Assert.Equal(
        [("1", "Research, Analysis, Programming"), ("2", "Coordination of social services, active inclusion and inclusion"), ("3", "Coordination of ES activities")],
        Lublin.Tasks.Select(task => (task.Code!, task.Name["en"].Text)));

    [Fact]
    public void Lublin_PublishedTaskNames_AreMarkedAsMachineTranslation() =>
        Assert.All(Lublin.Tasks, task => Assert.Equal(TextOrigin.Machine, task.Name["en"].Origin));

    [Fact]
    public void Lublin_MandatoryActivities_AreTold() => Assert.All(["pl", "bg", "en"], language => Assert.Contains("I–XVI", Lublin.Aims[language].Text, StringComparison.Ordinal));

    [Theory]
    [InlineData("pl", "1292")]
    [InlineData("bg", "1292")]
    [InlineData("en", "1,292")]
    [InlineData("pl", "1227")]
    [InlineData("bg", "1227")]
    [InlineData("en", "1,227")]
    [InlineData("pl", "50%")]
    [InlineData("bg", "50%")]
    [InlineData("en", "50%")]
    [InlineData("pl", "1 stycznia 2024 r. do 31 grudnia 2028 r.")]
    [InlineData("bg", "1 януари 2024 г. до 31 декември 2028 г.")]
    [InlineData("en", "1 January 2024 to 31 December 2028")]
    public void Lublin_Summary_TellsTheFigure(string language, string figure) => Assert.Contains(figure, Lublin.Summary[language].Text, StringComparison.Ordinal);

    [Fact]
    public void Lublin_Places_AreTheRegionAndThePublishedLabel() => Assert.Equal(
        [("PL81", "Lubelskie", "nuts2"), ("PL814", "Lubelski", "nuts3")],
        Lublin.Locations.Select(place => (place.Code!, place.Name!, place.Kind!)));

    [Fact]
    public void Lublin_WhatThePageDoesNotGive_IsAbsent() => Assert.Equal(
        (null, 0, 0, 0, null, 0, null, null),
        (Lublin.LocalId, Lublin.Contracts.Count, Lublin.Partners.Count, Lublin.Contractors.Count, Lublin.Call, Lublin.Fields.Count, Lublin.NationalContribution, Lublin.Programme!.Code));
}
