using Splot.Contracts.Territory;

namespace Splot.Territory.Tests.LookUp;

public class MatchTests
{
    [Theory]
    [InlineData("WOJ.: LUBELSKIE, POW.: tomaszowski, GM.: Tomaszów Lubelski", "0618011")]
    [InlineData("WOJ.: LUBELSKIE, POW.: tomaszowski, GM.: Tomaszów Lubelski - Gmina wiejska", "0618112")]
    [InlineData("WOJ.: LUBELSKIE, POW.: tomaszowski, GM.: Tomaszów Lubelski - Gmina w", "0618112")]
    [InlineData("WOJ.: Lubelskie, POW.: tomaszowski", "0618")]
    [InlineData("WOJ.: ŁÓDZKIE, POW.: tomaszowski", "1016")]
    [InlineData("WOJ.: LUBELSKIE", "PL81")]
    [InlineData("WOJ.: MAZOWIECKIE, POW.: Warszawa", "1465")]
    [InlineData("WOJ.: MAZOWIECKIE, POW.: m. st. Warszawa, GM.: Warszawa", "1465011")]
    [InlineData("WOJ.: WIELKOPOLSKIE, POW.: Poznań", "3064")]
    [InlineData("WOJ.: WIELKOPOLSKIE, POW.: poznański", "3021")]
    [InlineData("WOJ.:\u00A0LUBELSKIE,\u00A0POW.:\u00A0bialski", "0601")]
    [InlineData("WOJ.: DOLNOŚLĄSKIE, POW.: średzki, GM.: Miękinia", "0218033")]
    [InlineData("WOJ.: DOLNOŚLĄSKIE, POW.: średzki, GM.: Miękinia - Gmina wiejska", "0218033")]
    [InlineData("WOJ.: POMORSKIE, POW.: słupski, GM.: Redzikowo", "2212082")]
    [InlineData("WOJ.: ZACHODNIOPOMORSKIE, POW.: drawski, GM.: Ostrowice", "3203042")]
    [InlineData("Cały Kraj", "PL")]
    public void Match_PolishListText_GivesTheUnit(string text, string unit)
    {
        var match = Assert.Single(Shipped.Territory.Match(text, "PL"));

        Assert.Equal((unit, true), (match.Unit?.Code, match.Complete));
    }

    [Fact]
    public void Match_PolishUnknownGmina_GivesThePowiatAndSaysSo()
    {
        var match = Assert.Single(Shipped.Territory.Match("WOJ.: LUBELSKIE, POW.: tomaszowski, GM.: Nieistniejąca", "PL"));

        Assert.Equal(("0618", false, "county"), (match.Unit?.Code, match.Complete, match.Precision));
    }

    [Theory]
    [InlineData("WOJ.: ATLANTYDA, POW.: tomaszowski")]
    [InlineData("POW.: tomaszowski")]
    public void Match_PolishAmbiguousOrUnknown_GivesNoUnit(string text) => Assert.Null(Assert.Single(Shipped.Territory.Match(text, "PL")).Unit);

    [Fact]
    public void Match_SeveralPlaces_GivesEachOnce() =>
        Assert.Equal(
            ["PL81", "3064"],
            Shipped.Territory.Match("WOJ.: LUBELSKIE | WOJ.: WIELKOPOLSKIE, POW.: Poznań | WOJ.: LUBELSKIE", "PL").Select(m => m.Unit!.Code));

    [Theory]
    [InlineData("Русе", "BG323")]
    [InlineData("област Русе", "BG323")]
    [InlineData("община Русе", "RSE27")]
    [InlineData("гр. Русе", "63427")]
    [InlineData("гр.Русе", "63427")]
    [InlineData("с. Басарбово, общ. Русе, обл. Русе", "02796")]
    [InlineData("Русе (BG323)", "BG323")]
    [InlineData("България, Северна и югоизточна България (BG3), Северен централен (BG32), Русе (BG323), Русе, гр.Русе", "63427")]
    [InlineData("с.Абланица (общ.Ловеч)", "00028")]
    [InlineData("Veliko Tarnovo", "BG321")]
    [InlineData("ПОЛША", null)]
    [InlineData("Ново село", null)]
    [InlineData("общ. Добрич-селска", "DOB15")]
    public void Match_BulgarianNames_GiveTheUnitOrNothing(string text, string? unit) =>
        Assert.Equal(unit, Assert.Single(Shipped.Territory.Match(text, "BG")).Unit?.Code);

    [Theory]
    [InlineData("Poland", "PL")]
    [InlineData("Полша", "PL")]
    [InlineData("Bułgaria", "BG")]
    [InlineData("PL814", "PL814")]
    [InlineData("PL31", "PL81")]
    [InlineData("Scotland", "UKM")]
    [InlineData("England", "UK")]
    public void Match_AnyCountry_FindsNamesAndCodes(string text, string unit) => Assert.Equal(unit, Assert.Single(Shipped.Territory.Match(text)).Unit?.Code);

    [Fact]
    public void Match_KnownNameAmongUnknownWords_NeedsTheCountry()
    {
        Assert.Null(Assert.Single(Shipped.Territory.Match("Montana, USA")).Unit);
        Assert.Equal(("BG312", false), Shipped.Territory.Match("Montana, Lom Street", "BG").Select(m => (m.Unit!.Code, m.Complete)).Single());
    }

    [Theory]
    [InlineData("Lubelski", "PL814")]
    [InlineData("Poznański", "PL418")]
    [InlineData("Opolski", "PL524")]
    public void Match_NutsLabel_IsNoPowiatOfTheSameName(string text, string unit) =>
        Assert.Equal(unit, Assert.Single(Shipped.Territory.Match(text, "PL", UnitKind.Nuts3)).Unit?.Code);

    [Fact]
    public void Match_NameOfPlacesApart_IsNotGuessed() => Assert.Null(Assert.Single(Shipped.Territory.Match("Opolski", "PL")).Unit);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData(" | ")]
    public void Match_NothingWritten_GivesNothing(string? text) => Assert.Empty(Shipped.Territory.Match(text, "PL"));

    [Fact]
    public void Match_EveryGminaWrittenAsTheListsDo_IsFoundAgain()
    {
        var territory = Shipped.Territory;
        var texts = territory.Units.Where(u => u is { Country: "PL", Kind: UnitKind.Lau, IsCurrent: true }).Select(gmina =>
        {
            var powiat = territory.Find(gmina.Parent)!;
            var region = territory.Find(gmina.Code[..2], "PL")!;
            var name = region.Code == "PL9" ? "MAZOWIECKIE" : region.Names[0].Text.ToUpperInvariant();
            var twin = gmina.Type == "rural" && territory.Children(powiat.Code).Count(u => u.Names[0].Text == gmina.Names[0].Text) > 1;
            return (gmina.Code, Text: $"WOJ.: {name}, POW.: {powiat.Names[0].Text}, GM.: {gmina.Names[0].Text}{(twin ? " - Gmina wiejska" : "")}");
        });

        Assert.Empty(texts.Where(t => territory.Match(t.Text, "PL") is not [{ Complete: true } match] || match.Unit!.Code != t.Code).Select(t => t.Text));
    }

    [Fact]
    public void Match_EveryBulgarianSettlementWithObshtinaAndOblast_IsFoundAgain()
    {
        var territory = Shipped.Territory;
        var texts = territory.Units.Where(u => u is { Kind: UnitKind.Settlement, Type: "town" or "village" }).Select(place =>
        {
            var line = territory.Line(place);
            var kind = place.Type == "town" ? "гр." : "с.";
            return (place.Code, Text: $"{kind} {place.Names[0].Text}, общ. {line[^2].Names[0].Text}, обл. {line[^3].Names[0].Text}");
        });

        Assert.Empty(texts.Where(t => territory.Match(t.Text, "BG") is not [{ Complete: true } match] || match.Unit!.Code != t.Code).Select(t => t.Text));
    }
}
