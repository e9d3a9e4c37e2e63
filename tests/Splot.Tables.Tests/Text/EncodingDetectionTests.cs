using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Splot.Tables.Tests.Text;

public class EncodingDetectionTests
{
    private const string Polish = "Tytuł projektu;Beneficjent\nŻłobek w Łodzi – rozwój usług;Gmina Miejska Świdnica\nAktywizacja społeczna osób zagrożonych wykluczeniem;Powiat Pułtuski\nWsparcie źródeł energii;Ćmielów\n";
    private const string Bulgarian = "Име на проекта;Бенефициент\nПодкрепа за достоен труд;Община Русе\nСоциални услуги в общността;Сдружение „Знание“\n";
    private const string Greek = "Τίτλος έργου;Δικαιούχος\nΕνίσχυση της απασχόλησης;Δήμος Αθηναίων\nΥποστήριξη Άμεσων δράσεων;Περιφέρεια Ηπείρου\n";
    private const string French = "Nom du projet;Bénéficiaire\nRénovation énergétique des bâtiments où l'on étudie;Région Île-de-France\nFormation à l'école – cœur de ville;Communauté d'agglomération\n";
    private const string Czech = "Název projektu;Příjemce\nRozvoj sociálních služeb ve městě;Město Žďár nad Sázavou\nZvýšení dostupnosti péče o děti;Šluknov\n";

    private static readonly (string Language, string Text)[] Samples = [("pl", Polish), ("bg", Bulgarian), ("el", Greek), ("fr", French), ("cs", Czech)];

    [Theory]
    [InlineData("pl", "windows-1250")]
    [InlineData("pl", "iso-8859-2")]
    [InlineData("pl", "ibm852")]
    [InlineData("bg", "windows-1251")]
    [InlineData("bg", "iso-8859-5")]
    [InlineData("el", "windows-1253")]
    [InlineData("el", "iso-8859-7")]
    [InlineData("fr", "windows-1252")]
    [InlineData("cs", "windows-1250")]
    [InlineData("cs", "iso-8859-2")]
    public void Detect_TextWithoutAnyHint_ReadsRight(string language, string encoding)
    {
        var text = Samples.First(sample => sample.Language == language).Text;
        var bytes = Encode(text, encoding, out var kept);

        Assert.Equal(kept, Decoded(bytes, new TableOptions()));
    }

    [Fact]
    public void Detect_AnyLanguageInAnyOfItsEncodings_ReadsRightOrAsks()
    {
        var words = Samples.SelectMany(sample => LanguageLetters.All.First(letters => letters.Language == sample.Language).EncodingNames
            .Select(encoding => (sample.Language, Encoding: encoding, Words: sample.Text.Split([' ', ';', '\n'])))).ToArray();
        var cases =
            from sample in Gen.Elements(words)
            from hinted in Gen.Elements(true, false)
            from chosen in Gen.NonEmptyListOf(Gen.Elements(sample.Words))
            select (sample.Language, sample.Encoding, Hinted: hinted, Text: string.Join(' ', chosen) + "\n");

        Prop.ForAll(cases.ToArbitrary(), example =>
        {
            var bytes = Encode(example.Text, example.Encoding, out var kept);
            var decoded = Decoded(bytes, new TableOptions { Language = example.Hinted ? example.Language : null });
            return decoded is null || decoded == kept;
        }).Check(Given.Property);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Detect_ByteOrderMark_IsBelieved(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Polish)];

        Assert.Equal(Polish, Decoded(bytes, new TableOptions()));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Detect_WideTextWithoutMark_ReadsRight(string name) => Assert.Equal(Bulgarian, Decoded(Encoding.GetEncoding(name).GetBytes(Bulgarian), new TableOptions()));

    [Fact]
    public void Detect_OneLetterThatTwoEncodingsShare_Asks()
    {
        // B1 is ą in iso-8859-2 and ± in windows-1250: too little to be sure without a language.
        var refusal = Assert.IsType<EncodingOutcome.Refused>(Detect([.. "A;B\n10 "u8, 0xB3, .. "\n"u8], new TableOptions())).Refusal;

        Assert.Equal((RefusalCodes.EncodingAmbiguous, "--encoding"), (refusal.Code, refusal.Option));
    }

    [Fact]
    public void Detect_LanguageGiven_SettlesIt() =>
        Assert.Equal("Dąbrowa\n", Decoded(Given.Encoding("windows-1250").GetBytes("Dąbrowa\n"), new TableOptions { Language = "pl" }));

    [Fact]
    public void Detect_PoundSignsInEnglishText_AreNotPolish()
    {
        const string text = "Name,Cost\nCouncil’s plan,£370m\nOther – plan,£12\nThird,£5\nFourth,£78.50\n";

        Assert.Equal(text, Decoded(Given.Encoding("windows-1252").GetBytes(text), new TableOptions { Country = "GB" }));
    }

    [Fact]
    public void Detect_Utf8WithOneBrokenByte_NamesItsLine()
    {
        var bytes = Encoding.UTF8.GetBytes(Polish);
        var at = Array.LastIndexOf(bytes, (byte)'\n', bytes.Length - 2) + 3;
        bytes[at] = 0xFF;

        var refusal = Assert.IsType<EncodingOutcome.Refused>(Detect(bytes, new TableOptions())).Refusal;

        Assert.Equal((RefusalCodes.Undecodable, 4L, (long)at), (refusal.Code, refusal.Line, refusal.Offset));
    }

    [Fact]
    public void Detect_EncodingGivenThatDoesNotFit_NamesTheByte()
    {
        var refusal = Assert.IsType<EncodingOutcome.Refused>(Detect([.. "a,b\nc,"u8, 0x81, .. "\n"u8], new TableOptions { Encoding = "cp1250" })).Refusal;

        Assert.Equal((RefusalCodes.Undecodable, 2L, 6L), (refusal.Code, refusal.Line, refusal.Offset));
    }

    [Fact]
    public void Detect_UnknownEncodingName_IsRefused() =>
        Assert.Equal(RefusalCodes.UnknownEncoding, Assert.IsType<EncodingOutcome.Refused>(Detect("a"u8.ToArray(), new TableOptions { Encoding = "klingon" })).Refusal.Code);

    [Fact]
    public void Detect_Utf8OverManyBuffers_IsUtf8()
    {
        var text = string.Concat(Enumerable.Repeat("żółw ЖЪЯ €\U0001F600 ", 60_000));

        Assert.Equal(text, Decoded(Encoding.UTF8.GetBytes(text), new TableOptions()));
    }

    [Theory]
    [InlineData("cp1250", "windows-1250")]
    [InlineData("Windows-1251", "windows-1251")]
    [InlineData("latin2", "iso-8859-2")]
    [InlineData("1252", "windows-1252")]
    [InlineData("UTF8", "utf-8")]
    public void Parse_UsualNames_AreKnown(string name, string known) => Assert.Equal(known, TextEncoding.Parse(name)?.Name);

    private static EncodingOutcome Detect(byte[] bytes, TableOptions options) => EncodingDetection.Detect(new MemoryStream(bytes), options, TestContext.Current.CancellationToken);

    private static string? Decoded(byte[] bytes, TableOptions options) =>
        Detect(bytes, options) is EncodingOutcome.Decided decided ? decided.Encoding.Strict.GetString(bytes.AsSpan(decided.Encoding.MarkLength)) : null;

    /// <summary>Encodes what the encoding knows; the rest (dashes, quotes) is left out of the text as well.</summary>
    private static byte[] Encode(string text, string name, out string kept)
    {
        var encoding = Given.Encoding(name);
        var loose = CodePagesEncodingProvider.Instance.GetEncoding(encoding.CodePage, new EncoderReplacementFallback(string.Empty), DecoderFallback.ExceptionFallback);
        var bytes = loose!.GetBytes(text);
        kept = encoding.GetString(bytes);
        return bytes;
    }
}
