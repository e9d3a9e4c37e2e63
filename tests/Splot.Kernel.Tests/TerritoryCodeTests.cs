namespace Splot.Kernel.Tests;

public sealed class TerritoryCodeTests
{
    [Theory]
    [InlineData("PL", 0)]
    [InlineData("bg3", 1)]
    [InlineData(" PL81 ", 2)]
    [InlineData("BG323", 3)]
    [InlineData("ITC4A", 3)]
    public void Nuts_Code_HasItsLevel(string text, int level)
    {
        Assert.True(NutsCode.TryParse(text, NutsVersion.V2024, out var code));
        Assert.Equal(level, code.Level);
        Assert.Equal(text.Trim().ToUpperInvariant(), code.ToString());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("P", "length")]
    [InlineData("PL8144", "length")]
    [InlineData("12", "characters")]
    [InlineData("РL81", "characters")]
    [InlineData("PL-81", "characters")]
    public void Nuts_NoCode_SaysWhyNot(string text, string reason) => Assert.Equal(reason, NutsCode.WhyNot(text));

    [Fact]
    public void Nuts_Parents_LeadToTheCountry() => Assert.Equal("PL81 PL8 PL", string.Join(' ', Parents(Nuts("PL814")).Select(c => c.Value)));

    [Theory]
    [InlineData("PL81", "PL814", true)]
    [InlineData("PL814", "PL814", true)]
    [InlineData("PL814", "PL81", false)]
    [InlineData("PL82", "PL814", false)]
    public void Nuts_Includes_WhatLiesBelow(string upper, string lower, bool included) => Assert.Equal(included, Nuts(upper).Includes(Nuts(lower)));

    [Fact]
    public void Nuts_OtherEdition_IsAnotherCode()
    {
        Assert.NotEqual(Nuts("PL81"), Nuts("PL81", NutsVersion.V2016));
        Assert.False(Nuts("PL81").Includes(Nuts("PL814", NutsVersion.V2016)));
    }

    [Fact]
    public void Nuts_EveryCodeOf2024_IsRead() =>
        Assert.All(SharedTable.Rows("data/nuts-lau/nuts2024_codes.csv"), row =>
        {
            Assert.True(NutsCode.TryParse(row["NUTS_ID"], NutsVersion.V2024, out var code));
            Assert.Equal((row["LEVL_CODE"], row["CNTR_CODE"]), (code.Level.ToString(System.Globalization.CultureInfo.InvariantCulture), code.Country));
        });

    [Theory]
    [InlineData("BG_RSE27", "BG", "RSE27")]
    [InlineData("pl_1006061101801", "PL", "1006061101801")]
    public void Lau_Code_IsCountryAndNationalCode(string text, string country, string local)
    {
        Assert.True(LauCode.TryParse(text, out var code));
        Assert.Equal((country, local), (code.Country, code.Local));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("RSE27", "country")]
    [InlineData("B_RSE27", "country")]
    [InlineData("BG_", "length")]
    [InlineData("BG_12345678901234567", "length")]
    [InlineData("BG_RSE-27", "characters")]
    public void Lau_NoCode_SaysWhyNot(string text, string reason) => Assert.Equal(reason, LauCode.WhyNot(text));

    [Fact]
    public void Lau_EveryMunicipalityOfBothCountries_IsRead() =>
        Assert.All(SharedTable.Rows("data/nuts-lau/lau2019_pl.csv").Concat(SharedTable.Rows("data/nuts-lau/lau2019_bg.csv")), row =>
        {
            Assert.True(LauCode.TryParse(row["country"], row["lau_code"], out var code));
            Assert.Equal(row["gisco_id"], code.ToString());
        });

    [Fact]
    public void Lau_PolishCode_SharesSixDigitsWithTerc()
    {
        Assert.True(LauCode.TryParse("PL_1006061101801", out var lau));
        Assert.True(TercCode.TryParse("0618011", out var terc));
        Assert.Equal(terc.SixDigits, lau.PolishSixDigits);
    }

    [Fact]
    public void Lau_OtherCountry_HasNoSixDigits()
    {
        Assert.True(LauCode.TryParse("BG_RSE27", out var code));
        Assert.Null(code.PolishSixDigits);
    }

    [Theory]
    [InlineData("0618011", TercKind.UrbanMunicipality, true, false)]
    [InlineData("0618112", TercKind.RuralMunicipality, true, false)]
    [InlineData("0605073", TercKind.MixedMunicipality, true, false)]
    [InlineData("0605074", TercKind.Town, false, false)]
    [InlineData("3064011", TercKind.UrbanMunicipality, true, true)]
    [InlineData("3064029", TercKind.CityBranch, false, true)]
    [InlineData("1465028", TercKind.WarsawDistrict, false, true)]
    public void Terc_Code_SaysWhatItNames(string text, TercKind kind, bool municipality, bool city)
    {
        Assert.True(TercCode.TryParse(text, out var code));
        Assert.Equal((kind, municipality, city), (code.Kind, code.IsMunicipality, code.IsInCityWithCountyRights));
    }

    [Fact]
    public void Terc_Code_HasItsParts()
    {
        Assert.True(TercCode.TryParse(" 06 18 01 1 ", out var code));
        Assert.Equal("06 0618 061801 0618011", $"{code.Voivodeship} {code.County} {code.SixDigits} {code}");
    }

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("618011", "length")]
    [InlineData("06180111", "length")]
    [InlineData("061801A", "characters")]
    [InlineData("0518011", "region")]
    [InlineData("3418011", "region")]
    [InlineData("0018011", "region")]
    [InlineData("0600011", "region")]
    [InlineData("0618001", "region")]
    [InlineData("0618016", "unit-kind")]
    [InlineData("0618010", "unit-kind")]
    public void Terc_NoCode_SaysWhyNot(string? text, string reason) => Assert.Equal(reason, TercCode.WhyNot(text));

    [Fact]
    public void Terc_EveryUnitOfTheRegister_IsRead() =>
        Assert.All(SharedTable.Rows("data/territory-pl/TERC_Adresowy_2026-02-16.csv", ';').Where(r => r["GMI"].Length > 0), row =>
            Assert.Null(TercCode.WhyNot(row["WOJ"] + row["POW"] + row["GMI"] + row["RODZ"])));

    [Theory]
    [InlineData("63427", null)]
    [InlineData("02796", null)]
    [InlineData("2796", "length")]
    [InlineData("6342A", "characters")]
    [InlineData("٦٣٤٢٧", "characters")]
    [InlineData(" ", "empty")]
    public void Ekatte_Text_SaysWhyNot(string text, string? reason) => Assert.Equal(reason, EkatteCode.WhyNot(text));

    [Fact]
    public void Ekatte_LeadingZeros_AreKept()
    {
        Assert.True(EkatteCode.TryParse(" 00014 ", out var code));
        Assert.Equal("00014", code.Value);
    }

    [Fact]
    public void Ekatte_EverySettlementOfTheRegister_IsRead() =>
        Assert.All(SharedTable.Rows("data/territory-bg/bg_settlements.csv"), row => Assert.Null(EkatteCode.WhyNot(row["LauCode"])));

    [Theory]
    [InlineData("RSE27")]
    [InlineData("1827")]
    [InlineData("rse 27")]
    [InlineData("RЅЕ27")]
    public void BulgarianMunicipality_EitherForm_IsOneCode(string text)
    {
        Assert.True(BulgarianMunicipalityCode.TryParse(text, out var code));
        Assert.Equal("RSE27 RSE 1827", $"{code} {code.District} {code.Numeric}");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("RSE2", "length")]
    [InlineData("18270", "length")]
    [InlineData("XXX27", "region")]
    [InlineData("RSE00", "region")]
    [InlineData("2927", "region")]
    [InlineData("0027", "region")]
    [InlineData("RS277", "characters")]
    [InlineData("RSE2Ж", "characters")]
    [InlineData("RSE27-00", "characters")]
    public void BulgarianMunicipality_NoCode_SaysWhyNot(string text, string reason) => Assert.Equal(reason, BulgarianMunicipalityCode.WhyNot(text));

    [Fact]
    public void BulgarianMunicipality_NumbersOfOneList_AreTheLettersOfTheOther()
    {
        var numbered = SharedTable.Rows("data/territory-bg/bg_municipalities.csv").Select(r => r["LauCode"]).Where(c => BulgarianMunicipalityCode.WhyNot(c) is null);
        var lettered = SharedTable.Rows("data/nuts-lau/lau2019_bg.csv").Select(r => r["lau_code"]).ToArray();

        Assert.Equal(lettered.Order(StringComparer.Ordinal), numbered.Select(Read).Order(StringComparer.Ordinal));

        static string Read(string text) => BulgarianMunicipalityCode.TryParse(text, out var code) ? code.Value : text;
    }

    private static NutsCode Nuts(string text, NutsVersion version = NutsVersion.V2024) =>
        NutsCode.TryParse(text, version, out var code) ? code : throw new ArgumentException(text, nameof(text));

    private static IEnumerable<NutsCode> Parents(NutsCode code)
    {
        for (var parent = code.Parent; parent is { } found; parent = found.Parent)
        {
            yield return found;
        }
    }
}
