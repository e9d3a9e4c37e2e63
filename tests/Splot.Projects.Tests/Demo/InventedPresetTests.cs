using System.Text.RegularExpressions;
using Splot.Kernel;
using Splot.Projects.GenerateOperations.Demo;

namespace Splot.Projects.Tests.Demo;

/// <summary>The invented part of the preset: the committed file, and what its readers rely on.</summary>
public class InventedPresetTests
{
    private static readonly string[] Voivodeships =
        ["PL21", "PL22", "PL41", "PL42", "PL43", "PL51", "PL52", "PL61", "PL62", "PL63", "PL71", "PL72", "PL81", "PL82", "PL84", "PL9"];

    [Fact]
    public void Invented_MadeAgain_GivesTheCommittedBytes()
    {
        using var again = new MemoryStream();
        InventedOperations.Write(again, InventedOperations.PresetCount, InventedOperations.PresetSeed);
        Assert.True(again.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(DemoFiles.InventedPath)), "Make seeds/demo/invented.ndjson anew and look at what changed.");
    }

    [Fact]
    public void Invented_File_StaysBelowOneMebibyte() => Assert.InRange(new FileInfo(DemoFiles.InventedPath).Length, 1, 1 << 20);

    [Fact]
    public void Invented_Operations_AreAFewHundred() => Assert.InRange(DemoFiles.Invented.Count, 200, 400);

    [Fact]
    public void Invented_Operations_CarryTheMark() => Assert.All(DemoFiles.Invented, operation => Assert.True(operation.Demo));

    [Fact]
    public void Invented_Ids_AreDistinct() => Assert.Equal(DemoFiles.Invented.Count, DemoFiles.Invented.Select(operation => operation.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Invented_Ids_HaveTheFormOfThePublicContract() => Assert.All(DemoFiles.Invented, operation => Assert.Matches("^[a-z0-9][a-z0-9.-]*$", operation.Id));

    [Theory]
    [InlineData("pl")]
    [InlineData("bg")]
    [InlineData("en")]
    public void Invented_Titles_AreDistinct(string language) =>
        Assert.Equal(DemoFiles.Invented.Count, DemoFiles.Invented.Select(operation => operation.Title[language]).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Invented_PolishShare_IsTwoThirds() => Assert.Equal(DemoFiles.Invented.Count * 2 / 3, DemoFiles.Invented.Count(operation => operation.Country == "PL"));

    [Fact]
    public void Invented_Operations_CoverAllVoivodeships() => Assert.All(
        Voivodeships,
        code => Assert.Contains(DemoFiles.Invented, operation => operation.Locations[0].Code!.StartsWith(code, StringComparison.Ordinal)));

    [Fact]
    public void Invented_Operations_CoverAllOblasti() => Assert.Equal(
        28,
        DemoFiles.Invented.Where(operation => operation.Country == "BG").Select(operation => operation.Locations[0].Code).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Invented_Texts_ComeInThreeLanguages() => Assert.All(
        DemoFiles.Invented.SelectMany(AllTexts.Of).Where(text => text.Count > 0),
        text => Assert.Equal(["bg", "en", "pl"], text.Keys.Order(StringComparer.Ordinal)));

    [Fact]
    public void Invented_Texts_HaveNoOpenSlots() =>
        Assert.DoesNotContain(DemoFiles.Invented.SelectMany(AllTexts.Of).SelectMany(text => text.Values), text => text.Text.AsSpan().ContainsAny('{', '}'));

    [Fact]
    public void Invented_Originals_AreInTheLanguageOfTheCountry() => Assert.All(
        DemoFiles.Invented,
        operation => Assert.Equal((operation.Country == "PL" ? "pl" : "bg", TextOrigin.Original), (operation.OriginalLanguage!, operation.Summary[operation.OriginalLanguage!].Origin)));

    [Fact]
    public void Invented_Translations_AreMarkedAsHuman() => Assert.All(
        DemoFiles.Invented.SelectMany(operation => operation.Summary.Where(one => one.Key != operation.OriginalLanguage)),
        one => Assert.Equal(TextOrigin.Human, one.Value.Origin));

    [Fact]
    public void Invented_BulgarianTexts_HoldNoPolishLetters() => Assert.DoesNotContain(
        DemoFiles.Invented.SelectMany(AllTexts.Of).Where(text => text.Count > 0).Select(text => text["bg"].Text),
        text => Regex.IsMatch(text, "[a-zA-Ząćęłńóśźż]", RegexOptions.None, TimeSpan.FromSeconds(1)));

    [Fact]
    public void Invented_PolishNumbers_AgreeWithTheirNouns() => Assert.All(
        DemoFiles.Invented.SelectMany(operation => Regex.Matches(operation.Summary["pl"].Text, "[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1))),
        number => Assert.Equal(2, Language.Polish.PluralForm(long.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Invented_Terms_LieInThePeriod() => Assert.All(
        DemoFiles.Invented,
        operation => Assert.True(operation.Start >= new DateOnly(2021, 1, 1) && operation.Start < operation.End && operation.End <= new DateOnly(2028, 12, 31)));

    [Fact]
    public void Invented_BulgarianAmounts_AreInEuroFrom2026On() => Assert.All(
        DemoFiles.Invented.Where(operation => operation.Country == "BG"),
        operation => Assert.Equal(operation.Start!.Value.Year < 2026 ? "BGN" : "EUR", operation.Budget!.Currency));

    [Fact]
    public void Invented_Parts_AddUpToTheTotal() => Assert.All(
        DemoFiles.Invented,
        operation => Assert.Equal(
            operation.Budget!.Amount,
            operation.EuContribution!.Amount + (operation.NationalContribution?.Amount ?? 0m) + (operation.OwnContribution?.Amount ?? 0m)));

    [Fact]
    public void Invented_Slices_AddUpInEveryAmount() => Assert.All(
        DemoFiles.Invented,
        operation => Assert.Equal(
            (operation.Budget!.Amount, operation.EuContribution!.Amount, operation.NationalContribution?.Amount ?? 0m, operation.OwnContribution?.Amount ?? 0m),
            (operation.Slices.Sum(s => s.Total!.Value), operation.Slices.Sum(s => s.Eu!.Value), operation.Slices.Sum(s => s.National ?? 0m), operation.Slices.Sum(s => s.Own ?? 0m))));

    [Fact]
    public void Invented_SomeOperations_HaveSeveralSlices() => Assert.Contains(DemoFiles.Invented, operation => operation.Slices.Count > 1);

    [Fact]
    public void Invented_PartnerShares_StayWithinTheBudget() =>
        Assert.All(DemoFiles.Invented, operation => Assert.True(operation.Partners.Sum(partner => partner.Share ?? 0m) <= operation.Budget!.Amount));

    [Fact]
    public void Invented_SomePartners_HaveAShareAndSomeHaveNone() => Assert.Equal(
        [false, true],
        DemoFiles.Invented.SelectMany(operation => operation.Partners).Select(partner => partner.Share is not null).Distinct().Order());

    [Fact]
    public void Invented_Partners_AreNeitherTwiceNorTheBeneficiary() => Assert.All(
        DemoFiles.Invented,
        operation => Assert.Distinct(operation.Partners.Select(partner => partner.Name).Append(operation.Beneficiary!.Name!), StringComparer.Ordinal));

    [Fact]
    public void Invented_Payments_StayWithinTheGrant() => Assert.All(
        DemoFiles.Invented,
        operation => Assert.True(operation.Payments.Sum(payment => payment.Amount) <= operation.Budget!.Amount - (operation.OwnContribution?.Amount ?? 0m)));

    [Fact]
    public void Invented_SomeOperations_HavePaymentsContractorsAndAnEarlyEnd() => Assert.Equal(
        (true, true, true),
        (DemoFiles.Invented.Any(o => o.Payments.Count > 0), DemoFiles.Invented.Any(o => o.Contractors.Count > 0), DemoFiles.Invented.Any(o => o.Status == "ended-early")));

    [Fact]
    public void Invented_AchievedValues_HoldOnADayWithinTheTerm() => Assert.All(
        DemoFiles.Invented.SelectMany(operation => operation.Indicators.Where(i => i.Achieved is not null).Select(indicator => (operation, indicator))),
        one => Assert.InRange(one.indicator.AsOf!.Value, one.operation.Start!.Value, one.operation.End!.Value));

    [Fact]
    public void Invented_Names_SayThatTheyAreInvented() => Assert.All(
        DemoFiles.Invented.SelectMany(operation => operation.Partners.Select(partner => partner.Name).Append(operation.Beneficiary!.Name!)),
        name => Assert.Contains(InventedStems, stem => name.Contains(stem, StringComparison.Ordinal)));

    [Fact]
    public void Invented_Parties_AreNoNaturalPersons() => Assert.All(DemoFiles.Invented, operation => Assert.False(operation.Beneficiary!.NaturalPerson));

    // First letters of every invented place: of the name and of the adjective alike.
    private static readonly string[] InventedStems =
    [
        .. new[] { Projects.GenerateOperations.InventedPlaces.Poland, Projects.GenerateOperations.InventedPlaces.Bulgaria }
            .SelectMany(places => places)
            .SelectMany(place => new[] { place.Name, place.In, place.Adjective })
            .Where(form => form.Length > 0),
    ];
}
