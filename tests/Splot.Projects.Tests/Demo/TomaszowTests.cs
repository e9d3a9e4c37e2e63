using Splot.Contracts.Projects;

namespace Splot.Projects.Tests.Demo;

/// <summary>Seeds 003 and 004, fact by fact.</summary>
public class TomaszowTests
{
    private static readonly OperationDocument Tomaszow = DemoFiles.Operation(DemoFiles.Tomaszow);

    [Fact]
    public void Tomaszow_Title_IsAsPublished() =>
        Assert.Equal("Aktywność, współpraca, integracja, drogą do osiągnięcia życiowej samodzielności", Tomaszow.Title["pl"]);

    [Fact]
    public void Tomaszow_PolishTitle_IsTheOriginal() => Assert.Equal(("pl", false), (Tomaszow.OriginalLanguage, Tomaszow.TitleOrigin.ContainsKey("pl")));

    [Fact]
    public void Tomaszow_Beneficiary_IsAsPublished() => Assert.Equal("Miejski Ośrodek Pomocy Społecznej w Tomaszowie Lubelskim", Tomaszow.Beneficiary!.Name);

    [Fact]
    public void Tomaszow_Fund_IsEsf() => Assert.Equal("ESF", Tomaszow.Fund);

    [Fact]
    public void Tomaszow_Priority_IsAsPublished() => Assert.Equal(new CodeName("VII", "Promocja integracji społecznej"), Tomaszow.Priority);

    [Fact]
    public void Tomaszow_SubMeasure_IsAsPublished() => Assert.Equal(
        new CodeName("7.1.1", "Poddziałanie 7.1.1, Rozwój i upowszechnianie aktywnej integracji przez ośrodki pomocy społecznej"),
        Tomaszow.Call);

    [Fact]
    public void Tomaszow_Programme_IsPokl() => Assert.Equal(new ProgrammeReference(null, "Program Operacyjny Kapitał Ludzki", "2007-2013"), Tomaszow.Programme);

    [Fact]
    public void Tomaszow_Summary_TellsTheYearOfRecruitment() =>
        Assert.All(["pl", "bg", "en"], language => Assert.Contains("2013", Tomaszow.Summary[language].Text, StringComparison.Ordinal));

    [Fact]
    public void Tomaszow_Tasks_AreThreeToolsAndFourGroupsOfInstruments() => Assert.Equal(
        [
            (null, "Kontrakt socjalny"),
            (null, "Program aktywności lokalnej"),
            (null, "Program integracji społecznej i zawodowej osób niepełnosprawnych"),
            ("1", "Instrumenty aktywizacji zawodowej"),
            ("2", "Instrumenty aktywizacji edukacyjnej"),
            ("3", "Instrumenty aktywizacji zdrowotnej"),
            ("4", "Instrumenty aktywizacji społecznej"),
        ],
        Tomaszow.Tasks.Select(task => (task.Code, task.Name["pl"].Text)));

    [Fact]
    public void Tomaszow_TargetGroups_AreTheWholeAndItsSevenParts() => Assert.Equal(8, Tomaszow.TargetGroups.Count);

    [Fact]
    public void Tomaszow_Young_AreFrom15To25() => Assert.Contains(Tomaszow.TargetGroups, group => group["pl"].Text.Contains("15–25 lat", StringComparison.Ordinal));

    [Fact]
    public void Tomaszow_Released_AreUpTo12Months() => Assert.Contains(Tomaszow.TargetGroups, group => group["pl"].Text.Contains("12 miesięcy", StringComparison.Ordinal));

    [Fact]
    public void Tomaszow_Place_IsTheTown() => Assert.Equal([("0618011", "Tomaszów Lubelski")], Tomaszow.Locations.Select(place => (place.Code!, place.Name!)));

    [Fact]
    public void Tomaszow_Edition_IsTheDateOnThePage() => Assert.Equal(new DateOnly(2019, 7, 19), Tomaszow.Source!.Edition);

    [Fact]
    public void Tomaszow_WhatThePagesDoNotGive_IsAbsent() => Assert.Equal(
        (null, null, null, null, 0, 0, null),
        (Tomaszow.Budget, Tomaszow.EuContribution, Tomaszow.Start, Tomaszow.End, Tomaszow.Contracts.Count, Tomaszow.Indicators.Count, Tomaszow.LocalId));
}
