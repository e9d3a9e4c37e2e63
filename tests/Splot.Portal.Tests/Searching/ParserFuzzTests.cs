using FsCheck;
using FsCheck.Fluent;
using Splot.Kernel;
using Splot.Portal.Searching;

namespace Splot.Portal.Tests.Searching;

public sealed class ParserFuzzTests
{
    private static readonly string[] Names = ["q", "country", "region", "fund", "programme", "objective", "theme", "field", "period", "beneficiary", "status", "budgetFrom", "budgetTo", "euFrom", "euTo", "startFrom", "startTo", "endFrom", "endTo", "sort", "limit", "after", "lang", "fields", "modifiedSince", "facets", "page"];

    private static readonly Gen<string> Values = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.Elements("none", "PL", "2021-2027", "ESF+", "%", "_", "'", "\"", "\\", "\0", "\uD800", "|", "*", "-1", "1e9", "99999999999999999999", "12,50", "2024-02-30", "9999-12-31", "relevance", "\u0000\uFFFF", new string('x', 600), "русе", "\u202E"));

    private static readonly Arbitrary<(string Name, string[] Values)[]> Queries = Gen.ArrayOf(
        from name in Gen.OneOf(Gen.Elements(Names), Values)
        from values in Gen.ArrayOf(Values)
        select (name, values)).ToArbitrary();

    [Fact]
    public void Parser_OnAnything_AnswersOrNamesTheParameter() => Prop.ForAll(Queries, query =>
    {
        var values = query.GroupBy(q => q.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.SelectMany(q => q.Values)], StringComparer.Ordinal);
        foreach (var surface in new[] { SearchSurface.Api, SearchSurface.Page(Language.Polish), SearchSurface.Page(Language.English) })
        {
            var (request, refusals) = SearchParser.Parse(values, surface);

            foreach (var refusal in refusals)
            {
                Assert.Contains(refusal.Parameter, RefusalTexts.Say(refusal), StringComparison.Ordinal);
            }

            // What was understood means the same when it is written as an address and read again.
            var address = SearchAddress.Query(request);
            var again = SearchParser.Parse(Split(address), SearchSurface.Api);
            Assert.DoesNotContain(again.Refusals, r => r.Reason != RefusalReason.Reversed);
            Assert.Equal(address, SearchAddress.Query(again.Request));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cursor_OnAnything_IsReadOrRefused() => Prop.ForAll(Values.ToArbitrary(), text =>
    {
        if (Cursor.Read(text) is { } cursor)
        {
            Assert.Equal(cursor, Cursor.Read(cursor.Write()));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cursor_Written_ReadsBack() => Prop.ForAll(ArbMap.Default.GeneratorFor<uint>().ToArbitrary(), position =>
    {
        var cursor = new Cursor(position, "AbZ-_09");

        Assert.Equal(cursor, Cursor.Read(cursor.Write()));
    }).QuickCheckThrowOnFailure();

    private static Dictionary<string, IReadOnlyList<string>> Split(string address) => address.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2)).GroupBy(p => p[0], StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => Uri.UnescapeDataString(p[1]))], StringComparer.Ordinal);
}
