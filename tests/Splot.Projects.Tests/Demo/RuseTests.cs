using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Projects.Tests.Demo;

/// <summary>Seed 002, figure by figure.</summary>
public class RuseTests
{
    // The page writes the contract's last part with a Cyrillic С.
    private const string Contract = "BG05SFPR002-2.002-0109-\u042101";

    private static readonly OperationDocument Ruse = DemoFiles.Operation(DemoFiles.Ruse);

    [Fact]
    public void Ruse_Contract_IsAsPublishedToTheLetter() => Assert.Equal([Contract], Ruse.Contracts);

    [Fact]
    public void Ruse_LocalId_IsTheContractAsPublished() => Assert.Equal(Contract, Ruse.LocalId);

    [Fact]
    public void Ruse_Id_HasTheLatinTwin() => Assert.EndsWith("-0109-c01", Ruse.Id, StringComparison.Ordinal);

    [Fact]
    public void Ruse_Total_IsAsPublished() => Assert.Equal((771009.00m, "BGN"), (Ruse.Budget!.Amount, Ruse.Budget.Currency));

    [Fact]
    public void Ruse_EuContribution_IsAsPublished() => Assert.Equal((655357.65m, "BGN"), (Ruse.EuContribution!.Amount, Ruse.EuContribution.Currency));

    [Fact]
    public void Ruse_NationalContribution_IsAsPublished() =>
        Assert.Equal((115651.35m, "BGN"), (Ruse.NationalContribution!.Amount, Ruse.NationalContribution.Currency));

    [Fact]
    public void Ruse_Parts_AddUpToTheTotal() => Assert.Equal(Ruse.Budget!.Amount, Ruse.EuContribution!.Amount + Ruse.NationalContribution!.Amount);

    [Fact]
    public void Ruse_EuShare_IsExactly85Percent() => Assert.Equal(0.85m, Ruse.EuContribution!.Amount / Ruse.Budget!.Amount);

    [Fact]
    public void Ruse_Euro_FollowsTheResidualRule() =>
        Assert.Equal(((decimal?)394210.64m, (decimal?)335079.05m, (decimal?)59131.59m), (Ruse.Budget!.Eur, Ruse.EuContribution!.Eur, Ruse.NationalContribution!.Eur));

    [Fact]
    public void Ruse_Rate_IsTheLegalOne() => Assert.Equal(1.95583m, Ruse.Budget!.Rate);

    [Fact]
    public void Ruse_Slice_CarriesTheSameAmounts() => Assert.Equal(
        [((decimal?)771009.00m, (decimal?)655357.65m, (decimal?)115651.35m)],
        Ruse.Slices.Select(slice => (slice.Total, slice.Eu, slice.National)));

    [Fact]
    public void Ruse_Start_IsAsPublished() => Assert.Equal(new DateOnly(2023, 4, 1), Ruse.Start);

    [Fact]
    public void Ruse_End_IsAsPublished() => Assert.Equal(new DateOnly(2025, 4, 1), Ruse.End);

    [Fact]
    public void Ruse_Term_Is24Months() => Assert.Equal(Ruse.End, Ruse.Start!.Value.AddMonths(24));

    [Fact]
    public void Ruse_Title_IsAsPublished() => Assert.Equal("Укрепване на общинския капацитет в Община Русе", Ruse.Title["bg"]);

    [Fact]
    public void Ruse_BulgarianTitle_IsTheOriginal() => Assert.Equal(("bg", false), (Ruse.OriginalLanguage, Ruse.TitleOrigin.ContainsKey("bg")));

    [Fact]
    public void Ruse_OtherTitles_AreMarkedAsTranslated() => Assert.Equal((TextOrigin.Human, TextOrigin.Human), (Ruse.TitleOrigin["pl"], Ruse.TitleOrigin["en"]));

    [Fact]
    public void Ruse_Programme_IsAsPublishedWithItsQuotes() => Assert.Equal("Програма „Развитие на човешките ресурси“ 2021-2027", Ruse.Programme!.Name);

    [Fact]
    public void Ruse_Procedure_IsAsPublished() => Assert.Equal(new CodeName("BG05SFPR002-2.002", "Укрепване на общинския капацитет"), Ruse.Call);

    [Fact]
    public void Ruse_Beneficiary_IsAsPublished() => Assert.Equal("Община Русе", Ruse.Beneficiary!.Name);

    [Fact]
    public void Ruse_Indicator_Is15Hired() => Assert.Equal([(15m, "person")], Ruse.Indicators.Select(i => (i.Target!.Value, i.Unit!)));

    [Fact]
    public void Ruse_Activities_AreTwo() => Assert.Equal(["1", "2"], Ruse.Tasks.Select(task => task.Code!));

    [Fact]
    public void Ruse_TargetGroups_AreTwo() => Assert.Equal(2, Ruse.TargetGroups.Count);

    [Fact]
    public void Ruse_ExpectedResults_NameThe15() => Assert.Contains("15", Ruse.ExpectedResults[0]["bg"].Text, StringComparison.Ordinal);

    [Fact]
    public void Ruse_Acts_AreTold() => Assert.All(["ЗСУ", "ЗХУ", "ЗЛП"], act => Assert.Contains(act, Ruse.Tasks[0].Description!["bg"].Text, StringComparison.Ordinal));

    [Theory]
    [InlineData("pl", "24 miesiące")]
    [InlineData("bg", "24 месеца")]
    [InlineData("en", "24 months")]
    [InlineData("pl", "15 osób")]
    [InlineData("bg", "15 души")]
    [InlineData("en", "15 people")]
    [InlineData("pl", "1 kwietnia 2023 r. do 1 kwietnia 2025 r.")]
    [InlineData("bg", "1 април 2023 г. до 1 април 2025 г.")]
    [InlineData("en", "1 April 2023 to 1 April 2025")]
    public void Ruse_Summary_TellsTheFigure(string language, string figure) => Assert.Contains(figure, Ruse.Summary[language].Text, StringComparison.Ordinal);

    [Fact]
    public void Ruse_Place_IsTheMunicipality() => Assert.Equal([("RSE27", "Община Русе")], Ruse.Locations.Select(place => (place.Code!, place.Name!)));

    [Fact]
    public void Ruse_Publisher_IsTheMunicipality() => Assert.Equal("Община Русе", Ruse.Source!.Publisher);

    [Fact]
    public void Ruse_WhatThePageDoesNotGive_IsAbsent() => Assert.Equal(
        (null, null, null, 0, null, null),
        (Ruse.Programme!.Code, Ruse.Priority, Ruse.Objective, Ruse.Partners.Count, Ruse.OwnContribution, Ruse.ActualEnd));
}
