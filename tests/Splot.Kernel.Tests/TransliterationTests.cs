namespace Splot.Kernel.Tests;

public sealed class TransliterationTests
{
    [Theory]
    [InlineData("Русе", "Ruse")]
    [InlineData("България", "Bulgaria")]
    [InlineData("БЪЛГАРИЯ", "BULGARIA")]
    [InlineData("в България.", "v Bulgaria.")]
    [InlineData("български език", "balgarski ezik")]
    [InlineData("България-2", "Bulgaria-2")]
    [InlineData("София", "Sofia")]
    [InlineData("Мария Иванова", "Maria Ivanova")]
    [InlineData("приятел", "priyatel")]
    [InlineData("Щъркелово", "Shtarkelovo")]
    [InlineData("ЩЪРК", "SHTARK")]
    [InlineData("Я", "Ya")]
    [InlineData("НОЩ", "NOSHT")]
    [InlineData("община Ветово", "obshtina Vetovo")]
    [InlineData("Ценово, Чепеларе, Шумен, Жеравна", "Tsenovo, Chepelare, Shumen, Zheravna")]
    [InlineData("синьо ѝ юли Хасково Йоан", "sinyo i yuli Haskovo Yoan")]
    [InlineData("Łódź 2024 €", "Łódź 2024 €")]
    [InlineData("и\u0306од", "yod")]
    [InlineData("", "")]
    public void ToLatin_Text_FollowsTheAct(string text, string expected) => Assert.Equal(expected, Transliteration.ToLatin(text));

    [Fact]
    public void ToLatin_EveryBulgarianLetter_IsAscii() =>
        Assert.All("абвгдежзийклмнопрстуфхцчшщъьюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ", letter => Assert.True(Transliteration.ToLatin(letter.ToString()).All(char.IsAsciiLetter)));

    [Fact]
    public void ToLatin_AnyText_TwiceIsOnce() => Law.Holds(Some.Text, text => Transliteration.ToLatin(Transliteration.ToLatin(text)) == Transliteration.ToLatin(text));
}
