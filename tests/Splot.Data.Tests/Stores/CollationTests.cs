using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Splot.Data.Tests.Canary;
using Splot.Testing;

namespace Splot.Data.Tests.Stores;

public class CollationTests
{
    /// <summary>Diacritics, digraphs, case, hyphens, spaces, digits, quotation marks, both scripts and twins across them, decomposed letters, an emoji.</summary>
    private static readonly string[] Tricky =
    [
        "Łódź", "Lodz", "lodz", "Łodź", "łódka", "Lublin", "Żary", "Zary", "Źródło", "Zrodlo", "zażółć", "zazolc", "Ćma", "Cma", "ćma", "Świdnica", "Swidnica", "świt", "szkoła",
        "Ąbc", "Abc", "abc", "ABC", "abd", "Ósmy", "Osmy", "osiem", "Kielce", "kielce", "Kielce 2", "Kielce 10", "Kielce-Zachód", "Kielce Zachód", "KielceZachód", "co-op", "coop", "co op",
        "София", "софия", "Ямбол", "Шумен", "Щит", "Ъгъл", "Юг", "Югозапад", "Елена", "Ѐлена", "Йордан", "Иван", "Ивайло", "ж.к. Люлин", "жк Люлин", "Ловеч", "Лом",
        "C", "С", "c", "с", "ABC-01", "АВС-01", "ABC/01", "ABC.01", "„Надежда“", "Надежда", "\"Nadzieja\"", "Nadzieja", "«Мир»", "Мир", "’s", "'s",
        "1", "01", "10", "2", "½", "N°1", "№ 1", "A\u0301", "Á", "e\u0328", "ę", "naïve", "naive", "Straße", "Strasse", "ﬁ", "fi", "😀", "\uFFFD", "\uE000", " ", "  ", "-", "--", "_", "(", "—",
        "a\u00A0b", "a b", "a\u200Db", "ab", "I", "İ", "ı", "i", "œuvre", "oeuvre", "ß", "ss",
    ];

    [Theory]
    [InlineData("pl")]
    [InlineData("bg")]
    [InlineData("en")]
    [InlineData(null)]
    public async Task Order_TrickyStrings_IsTheSameOnBothEngines(string? collation)
    {
        Assert.Equal(await OrderAsync(Engine.Sqlite, collation), await OrderAsync(Engine.Postgres, collation));
    }

    [Theory, EachEngine]
    public async Task Order_Polish_FollowsTheAlphabet(Engine engine)
    {
        var ordered = await OrderAsync(engine, "pl");

        Assert.Equal(["Lublin", "Łodź", "łódka", "Łódź"], ordered.Where(s => s is "Lublin" or "łódka" or "Łodź" or "Łódź"));
    }

    [Theory, EachEngine]
    public async Task Order_WithoutCollation_IsThatOfCodePoints(Engine engine)
    {
        var ordered = await OrderAsync(engine, null);

        Assert.Equal(Tricky.Order(Comparer<string>.Create(Collations.CompareCodePoints)), ordered);
        Assert.Equal(["\uE000", "ﬁ", "\uFFFD", "😀"], ordered[^4..]);
    }

    [Fact]
    public async Task Order_DatabaseWithAnotherDefault_IsStillThatOfCodePoints()
    {
        await PostgresServer.AdminAsync();
        await using var stores = await TestStore.CreateEmptyAsync(Engine.Postgres, CanaryContext.Add, "LOCALE_PROVIDER icu ICU_LOCALE 'pl-PL' TEMPLATE template0");
        await stores.MigrateAsync();

        Assert.Equal(Tricky.Order(Comparer<string>.Create(Collations.CompareCodePoints)), await OrderAsync(stores, null));
    }

    private static async Task<string[]> OrderAsync(Engine engine, string? collation)
    {
        await using var stores = await Birds.StoresAsync(engine);
        return await OrderAsync(stores, collation);
    }

    private static async Task<string[]> OrderAsync(TestStore stores, string? collation)
    {
        await stores.Main.WriteAsync(
            session =>
            {
                session.Context<CanaryContext>().AddRange(Tricky.Select(text => new Aviary { Code = text }));
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return await stores.Main.ReadAsync(
            session =>
            {
                var rows = session.Context<CanaryContext>().Set<Aviary>();
                return (collation is null ? rows.OrderBy(a => a.Code) : rows.OrderBy(a => EF.Functions.Collate(a.Code, collation))).Select(a => a.Code).ToArrayAsync();
            },
            CancellationToken.None);
    }

    [Fact]
    public void CompareCodePoints_AnyTwo_AgreesWithBytes()
    {
        foreach (var left in Tricky)
        {
            foreach (var right in Tricky)
            {
                var expected = System.Text.Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(right));
                Assert.True(Math.Sign(expected) == Math.Sign(Collations.CompareCodePoints(left, right)), string.Create(CultureInfo.InvariantCulture, $"{left} : {right}"));
            }
        }
    }
}
