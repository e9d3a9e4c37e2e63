using System.Collections.Frozen;
using Splot.Search.Queries;

namespace Splot.Search.Tests.Queries;

public sealed class QueryParserTests
{
    private static readonly FrozenSet<string> Fields = FrozenSet.Create("fund", "country");

    private static string Kinds(ParsedQuery query) => string.Join(' ', query.Problems.Select(p => $"{p.Kind}@{p.Position}"));

    [Theory]
    [InlineData("", "*")]
    [InlineData(null, "*")]
    [InlineData("*", "*")]
    [InlineData(" – … ", "*")]
    [InlineData("usługi", "usługi")]
    [InlineData("usługi społeczne", "(usługi AND społeczne)")]
    [InlineData("usługi AND społeczne", "(usługi AND społeczne)")]
    [InlineData("a1 OR b1 c1", "(a1 OR (b1 AND c1))")]
    [InlineData("(a1 OR b1) c1", "((a1 OR b1) AND c1)")]
    [InlineData("a1 (b1 c1)", "(a1 AND b1 AND c1)")]
    [InlineData("a1 -b1", "(a1 AND NOT b1)")]
    [InlineData("a1 AND NOT b1", "(a1 AND NOT b1)")]
    [InlineData("a1 NOT NOT b1", "(a1 AND b1)")]
    [InlineData("-a1", "(* AND NOT a1)")]
    [InlineData("a1 OR -b1", "(a1 OR (* AND NOT b1))")]
    [InlineData("a1 -(b1 OR c1)", "(a1 AND NOT (b1 OR c1))")]
    [InlineData("a1 -\"b1 c1\"", "(a1 AND NOT \"b1 c1\")")]
    [InlineData("()", "*")]
    [InlineData("a1 () b1", "(a1 AND b1)")]
    public void Query_IsReadAsMeant(string? text, string meaning)
    {
        var query = QueryParser.Parse(text);

        Assert.Equal(meaning, query.Root.ToString());
        Assert.False(query.Malformed);
        Assert.Empty(query.Problems);
    }

    [Theory]
    [InlineData("zdrowie LUB praca ORAZ dom NIE kot", "(zdrowie OR (praca AND dom AND NOT kot))")]
    [InlineData("здраве ИЛИ труд И дом НЕ кот", "(здраве OR (труд AND дом AND NOT кот))")]
    [InlineData("health or work and not home", "(health AND or AND work AND and AND not AND home)")]
    [InlineData("NIE TYLKO PRACA", "(\"NIE\" AND TYLKO AND PRACA)")]
    [InlineData("Cel I i II", "(Cel AND I AND i AND II)")]
    public void Operators_AreWordsInCapitals(string text, string meaning) => Assert.Equal(meaning, QueryParser.Parse(text).Root.ToString());

    [Theory]
    [InlineData("\"usługi społeczne\"", "\"usługi społeczne\"")]
    [InlineData("„usługi społeczne”", "\"usługi społeczne\"")]
    [InlineData("«социални услуги»", "\"социални услуги\"")]
    [InlineData("\"usługi\"", "usługi")]
    [InlineData("\" \" a1", "a1")]
    [InlineData("\"rok 2021-2027\"", "\"rok 2021 2027\"")]
    public void Phrase_KeepsItsWordsTogether(string text, string meaning) => Assert.Equal(meaning, QueryParser.Parse(text).Root.ToString());

    [Theory]
    [InlineData("FELU.08.03-IZ", "(FELU.08.03-IZ OR \"FELU 08 03 IZ\")")]
    [InlineData("BG05SFPR002-2.002-0109-С01", "(BG05SFPR002-2.002-0109-C01 OR \"BG05SFPR002 2 002 0109 C01\")")]
    [InlineData("społeczno-gospodarczy", "(społeczno-gospodarczy OR \"społeczno gospodarczy\")")]
    [InlineData("matki/ojcowie", "\"matki ojcowie\"")]
    [InlineData("children's", "children")]
    [InlineData("a1 - b1", "(a1 AND b1)")]
    [InlineData("zdrowie: cel", "(zdrowie AND cel)")]
    [InlineData("https://example.org", "(https AND \"example org\")")]
    public void Joints_MakeWholesAndPhrases(string text, string meaning)
    {
        var query = QueryParser.Parse(text);

        Assert.Equal(meaning, query.Root.ToString());
        Assert.Empty(query.Problems);
    }

    [Theory]
    [InlineData("społecz*", "społecz*", "")]
    [InlineData("FELU.08*", "FELU.08*", "")]
    [InlineData("a*", "a", "AsteriskIgnored@1")]
    [InlineData("so*al", "(so AND al)", "AsteriskIgnored@2")]
    [InlineData("* a1", "a1", "AsteriskIgnored@0")]
    public void Asterisk_AsksForAPrefix(string text, string meaning, string problems)
    {
        var query = QueryParser.Parse(text);

        Assert.Equal((meaning, problems, false), (query.Root.ToString(), Kinds(query), query.Malformed));
    }

    [Theory]
    [InlineData("fund:ESF dom", "(fund:\"ESF\" AND dom)", "", false)]
    [InlineData("FUND:\"ESF Plus\"", "fund:\"ESF Plus\"", "", false)]
    [InlineData("(country:PL OR country:BG)", "(country:\"PL\" OR country:\"BG\")", "", false)]
    [InlineData("-fund:ERDF", "(* AND NOT fund:\"ERDF\")", "", false)]
    [InlineData("region:PL81 dom", "(region AND PL81 AND dom)", "UnknownField@0", false)]
    [InlineData("fund: ESF", "(fund AND ESF)", "FieldWithoutValue@0", true)]
    [InlineData("fund:\"\" dom", "dom", "FieldWithoutValue@0", true)]
    public void Field_IsOneOfThoseAllowed(string text, string meaning, string problems, bool malformed)
    {
        var query = QueryParser.Parse(text, Fields);

        Assert.Equal((meaning, problems, malformed), (query.Root.ToString(), Kinds(query), query.Malformed));
    }

    [Theory]
    [InlineData("\"usługi społeczne", "(usługi AND społeczne)", "UnclosedQuotation@0")]
    [InlineData("(a1 OR b1", "(a1 AND b1)", "UnmatchedParenthesis@0")]
    [InlineData("a1) OR b1", "(a1 AND b1)", "UnmatchedParenthesis@2")]
    [InlineData("a1 AND", "a1", "OperatorWithoutOperand@3")]
    [InlineData("OR a1", "a1", "OperatorWithoutOperand@0")]
    [InlineData("a1 OR OR b1", "(a1 AND b1)", "OperatorWithoutOperand@3 OperatorWithoutOperand@6")]
    [InlineData("a1 NOT", "a1", "OperatorWithoutOperand@3")]
    [InlineData("a1 AND AND b1", "(a1 AND b1)", "OperatorWithoutOperand@3")]
    [InlineData("\"", "*", "UnclosedQuotation@0")]
    public void BrokenSyntax_IsAnsweredAsWordsAndTold(string text, string meaning, string problems)
    {
        var query = QueryParser.Parse(text);

        Assert.Equal((meaning, problems, true), (query.Root.ToString(), Kinds(query), query.Malformed));
    }

    [Fact]
    public void Nesting_TooDeep_IsAnsweredAsWords()
    {
        var deep = QueryParser.Parse(new string('(', 1_000) + "a1 OR b1" + new string(')', 1_000));

        Assert.Equal("(a1 AND b1)", deep.Root.ToString());
        Assert.Equal((QueryProblemKind.TooDeep, true), (Assert.Single(deep.Problems).Kind, deep.Malformed));
        Assert.False(QueryParser.Parse(new string('(', QueryParser.MaxDepth) + "a1 OR b1" + new string(')', QueryParser.MaxDepth)).Malformed);
    }

    [Fact]
    public void Clauses_BeyondTheMost_AreLeftOutAndTold()
    {
        var query = QueryParser.Parse("(a1 OR " + string.Join(" OR ", Enumerable.Repeat("b1", 400)) + ")");

        Assert.Equal(QueryParser.MaxClauses, ((QueryNode.Or)query.Root).Nodes.Count);
        Assert.Equal((QueryProblemKind.TooManyClauses, false), (Assert.Single(query.Problems).Kind, query.Malformed));
    }

    [Fact]
    public void Text_TooLong_IsCutAndTold()
    {
        var query = QueryParser.Parse("\"a1 b1\" AND (" + new string('x', 10_000));

        Assert.Equal(QueryProblemKind.TooLong, Assert.Single(query.Problems).Kind);
        Assert.False(query.Malformed);
        Assert.StartsWith("(\"a1 b1\" AND ", query.Root.ToString(), StringComparison.Ordinal);
    }
}
