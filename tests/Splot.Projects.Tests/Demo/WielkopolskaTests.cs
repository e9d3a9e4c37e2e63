using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Projects.Tests.Demo;

/// <summary>Seed 001, figure by figure.</summary>
public class WielkopolskaTests
{
    private static readonly OperationDocument Wielkopolska = DemoFiles.Operation(DemoFiles.Wielkopolska);

    [Fact]
    public void Wielkopolska_Start_IsAsPublished() => Assert.Equal(new DateOnly(2023, 9, 1), Wielkopolska.Start);

    [Fact]
    public void Wielkopolska_End_IsAsPublished() => Assert.Equal(new DateOnly(2028, 12, 31), Wielkopolska.End);

    [Fact]
    public void Wielkopolska_Fund_IsEsfPlus() => Assert.Equal("ESF+", Wielkopolska.Fund);

    [Fact]
    public void Wielkopolska_TotalBudget_IsAsPublished() =>
        Assert.Equal((8427144.00m, "EUR"), (Wielkopolska.Budget!.Amount, Wielkopolska.Budget.Currency));

    [Fact]
    public void Wielkopolska_EuContribution_IsAsPublished() =>
        Assert.Equal((6954079.23m, "EUR"), (Wielkopolska.EuContribution!.Amount, Wielkopolska.EuContribution.Currency));

    [Fact]
    public void Wielkopolska_Amounts_GiveThePublishedRate() =>
        Assert.Equal(82.52m, Math.Round(100m * Wielkopolska.EuContribution!.Amount / Wielkopolska.Budget!.Amount, 2, MidpointRounding.AwayFromZero));

    [Fact]
    public void Wielkopolska_Currency_IsMarkedAsNotVerified() =>
        Assert.Equal(((bool?)false, (bool?)false), (Wielkopolska.Budget!.Verified, Wielkopolska.EuContribution!.Verified));

    [Fact]
    public void Wielkopolska_Period_IsAsPublished() => Assert.Equal("2021-2027", Wielkopolska.Programme!.Period);

    [Fact]
    public void Wielkopolska_EnglishTitle_IsAsPublished() => Assert.Equal("Coordination of social policy in Wielkopolska", Wielkopolska.Title["en"]);

    [Fact]
    public void Wielkopolska_EnglishTitle_IsMarkedAsMachineTranslation() => Assert.Equal(TextOrigin.Machine, Wielkopolska.TitleOrigin["en"]);

    [Fact]
    public void Wielkopolska_Indicators_HaveThePublishedTargets() =>
        Assert.Equal([(1756m, "person"), (128m, "entity")], Wielkopolska.Indicators.Select(i => (i.Target!.Value, i.Unit!)));

    [Fact]
    public void Wielkopolska_Tasks_BearThePublishedNamesInOrder() => Assert.Equal(
        [
            ("1", "Programming and communication of regional social policy"),
            ("2", "Supporting local governments in programming and implementing local community policies"),
            ("3", "Supporting the development of the staff of the regional social policy system"),
            ("4", "ES coordination"),
        ],
        Wielkopolska.Tasks.Select(task => (task.Code!, task.Name["en"].Text)));

    [Fact]
    public void Wielkopolska_SixteenTasksOfTheCall_AreTold() =>
        Assert.All(["pl", "bg", "en"], language => Assert.Contains("16", Wielkopolska.Aims[language].Text, StringComparison.Ordinal));

    [Fact]
    public void Wielkopolska_TargetGroups_AreTheWholeAndItsFourParts() => Assert.Equal(5, Wielkopolska.TargetGroups.Count);

    [Fact]
    public void Wielkopolska_SixAreas_AreTold() => Assert.Equal(5, Wielkopolska.TargetGroups[0]["en"].Text.Count(letter => letter == ';'));

    [Theory]
    [InlineData("pl", "1756")]
    [InlineData("bg", "1756")]
    [InlineData("en", "1,756")]
    [InlineData("pl", "128")]
    [InlineData("bg", "128")]
    [InlineData("en", "128")]
    [InlineData("pl", "1 września 2023 r. do 31 grudnia 2028 r.")]
    [InlineData("bg", "1 септември 2023 г. до 31 декември 2028 г.")]
    [InlineData("en", "1 September 2023 to 31 December 2028")]
    public void Wielkopolska_Summary_TellsTheFigure(string language, string figure) =>
        Assert.Contains(figure, Wielkopolska.Summary[language].Text, StringComparison.Ordinal);

    [Fact]
    public void Wielkopolska_Places_AreTheRegionAndThePublishedLabel() => Assert.Equal(
        [("PL41", "Wielkopolskie", "nuts2"), ("PL418", "Poznański", "nuts3")],
        Wielkopolska.Locations.Select(place => (place.Code!, place.Name!, place.Kind!)));

    [Fact]
    public void Wielkopolska_WhatThePageDoesNotGive_IsAbsent() => Assert.Equal(
        (null, 0, 0, null, null, null, null, null),
        (Wielkopolska.LocalId, Wielkopolska.Contracts.Count, Wielkopolska.Partners.Count, Wielkopolska.Call, Wielkopolska.Objective, Wielkopolska.Beneficiary, Wielkopolska.Programme!.Code, Wielkopolska.Programme.Name));
}
