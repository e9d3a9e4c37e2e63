using FsCheck.Fluent;

namespace Splot.Kernel.Tests;

public sealed class IdentifierTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact] // every published vector; "valid_mod97_only" marks IBANs whose national check digits fail, which we do not check
    public void Check_PublishedVectors_AllAgree()
    {
        var wrong = SharedTable.Rows("data/identifiers/vectors.csv")
            .Select(r => (Row: r, Valid: Check(r["kind"], r["input"]).IsValid))
            .Where(r => r.Valid != r.Row["expect"].StartsWith("valid", StringComparison.Ordinal))
            .Select(r => r.Row["kind"] + " " + r.Row["input"] + " " + r.Row["expect"]);

        Assert.Empty(wrong);
    }

    [Theory] // eu-rules V23, poland §7, bulgaria §5
    [InlineData("PESEL", "44051401359")]
    [InlineData("EGN", "8001010008")]
    [InlineData("EGN", "7523169263")]
    [InlineData("EGN", "9001010000")]
    [InlineData("EGN", "7552140014")]
    [InlineData("LNCH", "1000000001")]
    [InlineData("LNCH", "7001122335")]
    [InlineData("EIK", "000056764")]
    [InlineData("EIK", "000235913")]
    [InlineData("EIK", "100000086")]
    [InlineData("EIK", "0000567640122")]
    [InlineData("KRS", "0000000001")]
    [InlineData("EIK", "BG000056764")]
    [InlineData("NIP", "pl 856–734.62-15")]
    public void Check_PrintedNumber_IsValid(string kind, string text) => Assert.Null(Check(kind, text).Reason);

    [Theory]
    [InlineData("PESEL", "44051401358", "check-digit")]
    [InlineData("PESEL", "02381307589", "date")]
    [InlineData("PESEL", "4405140135", "length")]
    [InlineData("PESEL", "4405140135X", "characters")]
    [InlineData("PESEL", "٤٤٠٥١٤٠١٣٥٩", "characters")]
    [InlineData("PESEL", " - ", "empty")]
    [InlineData("PESEL", null, "empty")]
    [InlineData("PESEL", "PL44051401359", "characters")]
    [InlineData("EGN", "0542311035", "date")]
    [InlineData("EGN", "8019010008", "date")]
    [InlineData("EGN", "8060010008", "date")]
    [InlineData("EGN", "8032056032", "check-digit")]
    [InlineData("LNCH", "7111042922", "check-digit")]
    [InlineData("NIP", "8567346216", "check-digit")]
    [InlineData("NIP", "BG8567346215", "characters")]
    [InlineData("REGON", "12345678512348", "check-digit")]
    [InlineData("REGON", "12345678612342", "check-digit")]
    [InlineData("REGON", "1925981840", "length")]
    [InlineData("EIK", "0000567640123", "check-digit")]
    [InlineData("EIK", "1000567640122", "check-digit")]
    [InlineData("EIK", "0000567640", "length")]
    [InlineData("KRS", "12345", "length")]
    [InlineData("IBAN", "QQ93 1234 5678", "country")]
    [InlineData("IBAN", "BG80 BNBG 9661 1020 3456 7", "length")]
    [InlineData("IBAN", "BG93 BNBG 9661 1A20 3456 78", "characters")]
    [InlineData("IBAN", "BG80BNBG99611020345678", "check-digit")]
    [InlineData("IBAN", "ВG80BNBG96611020345678", "characters")]
    [InlineData("IBAN", "PL", "length")]
    public void Check_BadNumber_SaysWhyNot(string kind, string? text, string reason)
    {
        var check = Check(kind, text);

        Assert.Equal(reason, check.Reason);
        Assert.Null(check.Value);
    }

    [Theory]
    [InlineData("PESEL", "44051401359", "1944-05-14", Sex.Male)]
    [InlineData("PESEL", "02211307589", "2002-01-13", Sex.Female)]
    [InlineData("EGN", "7523169263", "1875-03-16", Sex.Male)]
    [InlineData("EGN", "8032056031", "1880-12-05", Sex.Female)]
    [InlineData("EGN", "7542011030", "2075-02-01", Sex.Female)]
    public void Check_PersonalNumber_CarriesBirthDateAndSex(string kind, string text, string birth, Sex sex)
    {
        var check = Check(kind, text);

        Assert.Equal(birth, check.BirthDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(sex, check.Sex);
    }

    [Theory]
    [InlineData(1899, 81)]
    [InlineData(1900, 1)]
    [InlineData(2000, 21)]
    [InlineData(2199, 41)]
    [InlineData(2200, 61)]
    public void Check_Pesel_EveryCenturyHasItsMonths(int year, int month)
    {
        var number = WithPeselDigit($"{year % 100:00}{month:00}010012");

        Assert.Equal(new DateOnly(year, 1, 1), Check("PESEL", number).BirthDate);
    }

    [Fact]
    public void Check_BirthDateToday_IsNotInTheFuture()
    {
        var number = WithPeselDigit("2631210000");

        Assert.False(Identifier.Check(IdentifierKind.Pesel, number, new DateOnly(2026, 11, 21)).BornInFuture);
        Assert.True(Identifier.Check(IdentifierKind.Pesel, number, new DateOnly(2026, 11, 20)).BornInFuture);
    }

    [Fact]
    public void Check_LeapDayOf1900_IsNoDate() => Assert.Equal("date", Check("PESEL", WithPeselDigit("0002290000")).Reason);

    [Fact]
    public void Parse_WritingsOfOneNumber_AreEqual() => Assert.Equal(Identifier.Parse(IdentifierKind.Eik, "175074752"), Identifier.Parse(IdentifierKind.Eik, "BG 175 074 752"));

    [Fact]
    public void Parse_BadNumber_IsNull() => Assert.Null(Identifier.Parse(IdentifierKind.Eik, "175074751"));

    [Fact]
    public void Parse_Iban_IsInCapitalsWithoutBlanks() => Assert.Equal("IBAN MC1112739000700011111000H79", Identifier.Parse(IdentifierKind.Iban, "MC11 1273 9000 7000 1111 1000 h79")?.ToString());

    [Theory] // the weights of PESEL and LNCh share no factor with 10, those of NIP none with 11, and 97 is prime
    [InlineData(IdentifierKind.Pesel, "44051401359")]
    [InlineData(IdentifierKind.Nip, "8567346215")]
    [InlineData(IdentifierKind.Lnch, "7111042925")]
    [InlineData(IdentifierKind.Iban, "PL61109010140000071219812874")]
    [InlineData(IdentifierKind.Iban, "BG80BNBG96611020345678")]
    public void Check_AnyDigitOfAValidNumberChanged_IsInvalid(IdentifierKind kind, string number)
    {
        var accepted = from at in Enumerable.Range(0, number.Length)
                       where char.IsAsciiDigit(number[at])
                       from digit in "0123456789"
                       where digit != number[at]
                       let changed = number[..at] + digit + number[(at + 1)..]
                       where Identifier.Check(kind, changed, Today).IsValid
                       select changed;

        Assert.Empty(accepted);
    }

    [Theory] // the digits are 98 minus a remainder of 97: these pass the division, but no bank writes them
    [InlineData("97", "00")]
    [InlineData("98", "01")]
    [InlineData("02", "99")]
    public void Check_IbanWithCheckDigitsThatNeverOccur_IsInvalid(string real, string twin)
    {
        var account = Enumerable.Range(0, 10_000)
            .Select(n => n.ToString("D16", System.Globalization.CultureInfo.InvariantCulture))
            .First(n => Check("IBAN", "LT" + real + n).IsValid);

        Assert.Equal("check-digit", Check("IBAN", "LT" + twin + account).Reason);
    }

    [Fact]
    public void Check_Nip_OfAnyNineDigits_ExactlyOneOrNoCheckDigitFits() => Law.Holds(Gen.Choose(0, 999_999_999), nine =>
    {
        var head = nine.ToString("D9", System.Globalization.CultureInfo.InvariantCulture);
        var fitting = "0123456789".Count(d => Identifier.Parse(IdentifierKind.Nip, head + d) is not null);
        var remainder = head.Zip([6, 5, 7, 2, 3, 4, 5, 6, 7], (d, w) => (d - '0') * w).Sum() % 11;
        return fitting == (remainder == 10 ? 0 : 1);
    });

    [Fact]
    public void Check_LnchRegonAndEik_OfAnyHead_ExactlyOneCheckDigitFits() => Law.Holds(Gen.Choose(0, 99_999_999), eight =>
    {
        var head = eight.ToString("D8", System.Globalization.CultureInfo.InvariantCulture);
        return "0123456789".Count(d => Identifier.Parse(IdentifierKind.Regon, head + d) is not null) == 1
            && "0123456789".Count(d => Identifier.Parse(IdentifierKind.Eik, head + d) is not null) == 1
            && "0123456789".Count(d => Identifier.Parse(IdentifierKind.Lnch, head + "0" + d) is not null) == 1;
    });

    [Fact]
    public void Check_AnyText_NeverThrows() => Law.Holds(Some.Text, Gen.Elements(Enum.GetValues<IdentifierKind>()), (text, kind) =>
        Identifier.Check(kind, text, Today) is { } check && check.IsValid == check.Value is not null);

    [Fact]
    public void Check_ManyDigits_NeverThrows() => Law.Holds(
        Gen.Elements("0123456789BGPL -.".ToCharArray()).ArrayOf().Select(c => new string(c)),
        Gen.Elements(Enum.GetValues<IdentifierKind>()),
        (text, kind) => Identifier.Check(kind, text, Today).Kind == kind);

    private static IdentifierCheck Check(string kind, string? text) => Identifier.Check(Identifier.KindOf(kind)!.Value, text, Today);

    private static string WithPeselDigit(string ten) =>
        "0123456789".Select(d => ten + d).First(n => Identifier.Check(IdentifierKind.Pesel, n, Today).Reason != "check-digit");
}
