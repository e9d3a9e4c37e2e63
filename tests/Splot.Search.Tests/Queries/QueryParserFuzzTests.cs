using System.Collections.Frozen;
using FsCheck;
using FsCheck.Fluent;
using Splot.Search.Queries;

namespace Splot.Search.Tests.Queries;

public sealed class QueryParserFuzzTests
{
    private static readonly FrozenSet<string> Fields = FrozenSet.Create("fund");

    private static readonly Gen<string> AnyQuery = Gen.Elements(
            "dom", "usług", "fund:", "fund:ESF", "x:y", "\"", "„", "(", ")", "-", "*", " ", " ", " AND ", " OR ", " NOT ", " NIE ", "FELU.08-1/2", "\uD800", "'", "a*")
        .ArrayOf()
        .Select(string.Concat);

    [Fact]
    public void Parse_AnyText_GivesATreeThatKeepsItsPromises() => Law.Holds(5_000, Law.AnyText, text => Promises(QueryParser.Parse(text, Fields)));

    [Fact]
    public void Parse_AnyMixtureOfSigns_GivesATreeThatKeepsItsPromises() => Law.Holds(5_000, AnyQuery, text => Promises(QueryParser.Parse(text, Fields)));

    [Fact]
    public void Parse_WhatATreeWrites_GivesThatTree() => Law.Holds(5_000, AnyQuery, text =>
    {
        var tree = QueryParser.Parse(text, Fields);
        var written = tree.Root.ToString();
        if (!tree.Malformed && written.AsSpan().IndexOfAny("-'*") < 0)
        {
            Assert.Equal(written, QueryParser.Parse(written, Fields).Root.ToString());
        }
    });

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("NOT ")]
    [InlineData("\"a ")]
    [InlineData("fund:")]
    [InlineData("a OR (")]
    public void Parse_AnythingRepeated_Returns(string piece) => Promises(QueryParser.Parse(string.Concat(Enumerable.Repeat(piece, 100_000)), Fields));

    private static void Promises(ParsedQuery query)
    {
        Check(query.Root, isInAnd: false);
        Assert.All(query.Problems, p => Assert.True(p.Text.Length <= QueryProblem.LongestText && p.Position >= 0));
        Assert.True(!query.Malformed || query.Problems.Count > 0);
    }

    private static void Check(QueryNode node, bool isInAnd)
    {
        switch (node)
        {
            case QueryNode.And all:
                Assert.True(all.Nodes.Count >= 2 && all.Nodes.Any(n => n is not QueryNode.Not));
                Assert.All(all.Nodes, n => Check(n, isInAnd: true));
                break;
            case QueryNode.Or any:
                Assert.True(any.Nodes.Count >= 2);
                Assert.All(any.Nodes, n => Check(n, isInAnd: false));
                break;
            case QueryNode.Not negated:
                Assert.True(isInAnd);
                Check(negated.Node, isInAnd: false);
                break;
            case QueryNode.Phrase phrase:
                Assert.True(phrase.Words.Count >= 2);
                Assert.All(phrase.Words, w => Assert.NotEqual("", w));
                break;
            case QueryNode.Word word:
                Assert.NotEqual("", word.Written);
                break;
            case QueryNode.Prefix prefix:
                Assert.True(prefix.Start.Length >= 2);
                break;
            case QueryNode.Field field:
                Assert.Equal("fund", field.Name);
                Assert.NotEqual("", field.Value);
                break;
        }
    }
}
