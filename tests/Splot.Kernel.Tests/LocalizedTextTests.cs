using System.Text.Json;

namespace Splot.Kernel.Tests;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Title = LocalizedText.Of("pl", "Usługi dla seniorów")
        .With("en", "Services for older people", TextOrigin.Human)
        .With("bg", "Услуги за възрастни хора", TextOrigin.Machine);

    [Theory]
    [InlineData("pl", "pl", TextOrigin.Original)]
    [InlineData("en", "en", TextOrigin.Human)]
    [InlineData("en-GB", "en", TextOrigin.Human)]
    [InlineData("BG", "bg", TextOrigin.Machine)]
    [InlineData("de", "pl", TextOrigin.Original)]
    [InlineData("???", "pl", TextOrigin.Original)]
    public void Best_Reader_GetsTheirLanguageOrTheOriginal(string reader, string language, TextOrigin origin)
    {
        var best = Title.Best(reader);

        Assert.Equal((language, origin), (best.Language, best.Origin));
    }

    [Fact]
    public void Best_LanguageOfTheInterface_IsThatText() => Assert.Equal("Услуги за възрастни хора", Title.Best(Language.Bulgarian).Text);

    [Fact]
    public void Best_OtherRegion_IsTheSameLanguage() => Assert.Equal("pt-BR", LocalizedText.Of("en", "x").With("pt-BR", "y", TextOrigin.Human).Best("pt-PT").Language);

    [Fact]
    public void Equals_OtherOrderOfAdding_IsEqual()
    {
        var other = LocalizedText.Of("pl", "Usługi dla seniorów")
            .With("bg", "Услуги за възрастни хора", TextOrigin.Machine)
            .With("en", "Services for older people", TextOrigin.Human);

        Assert.Equal(Title, other);
        Assert.Equal(Title.GetHashCode(), other.GetHashCode());
        Assert.True(Title == other);
    }

    [Fact]
    public void Equals_OtherOrigin_IsNotEqual() => Assert.NotEqual(Title, Title.With("bg", "Услуги за възрастни хора", TextOrigin.Human));

    [Fact]
    public void All_Texts_OriginalComesFirst() => Assert.Equal(["pl", "bg", "en"], Title.All.Select(t => t.Language));

    [Fact]
    public void With_Translation_LeavesTheGivenTextAlone()
    {
        Title.With("de", "Dienste", TextOrigin.Human);

        Assert.False(Title.TryGet("de", out _));
    }

    [Fact]
    public void With_SameLanguageTwice_ReplacesTheTranslation()
    {
        Assert.True(Title.With("EN", "Services for the elderly", TextOrigin.Human).TryGet("en", out var text));
        Assert.Equal("Services for the elderly", text);
    }

    [Theory]
    [InlineData("pl", TextOrigin.Human)]
    [InlineData("de", TextOrigin.Original)]
    public void With_SecondOriginal_Throws(string language, TextOrigin origin) =>
        Assert.Throws<ArgumentException>(() => Title.With(language, "x", origin));

    [Theory]
    [InlineData("pl", " ")]
    [InlineData("p", "x")]
    [InlineData("polski", "x")]
    public void Of_NoTextOrNoLanguage_Throws(string language, string text) => Assert.Throws<ArgumentException>(() => LocalizedText.Of(language, text));

    [Theory]
    [InlineData("PL", "pl")]
    [InlineData("pt_br", "pt-BR")]
    [InlineData("sr-latn-rs", "sr-Latn-RS")]
    [InlineData("es-419", "es-419")]
    [InlineData("und", "und")]
    [InlineData("en-x-y-z", null)]
    [InlineData("12", null)]
    [InlineData("en-", null)]
    [InlineData("en-G1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Tag_Language_IsWrittenOneWay(string? language, string? tag) => Assert.Equal(tag, LocalizedText.Tag(language));

    [Fact]
    public void Json_RoundTrip_KeepsEverything() =>
        Assert.Equal(Title, JsonSerializer.Deserialize<LocalizedText>(JsonSerializer.Serialize(Title)));

    [Fact]
    public void Json_Text_IsAnObjectByLanguage() =>
        Assert.Equal("""{"pl":{"text":"a","origin":"original"},"en":{"text":"b","origin":"machine"}}""",
            JsonSerializer.Serialize(LocalizedText.Of("pl", "a").With("en", "b", TextOrigin.Machine)));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"pl":"a"}""")]
    [InlineData("""{"pl":{"text":"a","origin":"other"}}""")]
    [InlineData("""{"pl":{"text":"a","origin":"human"}}""")]
    [InlineData("""{"pl":{"text":" ","origin":"original"}}""")]
    [InlineData("""{"pl":{"text":"a","origin":"original"},"en":{"text":"b","origin":"original"}}""")]
    [InlineData("""{"pl":{"text":"a","origin":"original"},"PL":{"text":"b","origin":"human"}}""")]
    [InlineData("""{"pl":{"text":1,"origin":"original"}}""")]
    public void Json_SomethingElse_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LocalizedText>(json));
}
