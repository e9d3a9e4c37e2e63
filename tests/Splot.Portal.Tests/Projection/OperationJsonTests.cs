using System.Text;
using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Projection;

/// <summary>The hand-written writer and reader give what the serializer gives.</summary>
public sealed class OperationJsonTests
{
    private static readonly OperationDocument Full = Everything.Operation with { PublishedRate = 85.5m };

    public static TheoryData<string> Texts { get; } =
    [
        "", " ", "Żółć „cudzysłów” – \"plain\" \\ / <b>&amp;'", "tab\t, line\r\nend\u0001\u007f\u0085\u2028\uFEFF", "Звезда ѝ 😀 \uFFFD", "half a pair: \uD83D.",
    ];

    [Fact]
    public void Write_EveryMember_EqualsTheSerializer() => Equal(Full);

    [Fact]
    public void Full_Document_HasEveryMember() => Assert.All(
        typeof(OperationDocument).GetProperties(),
        p => Assert.False(p.GetValue(Full) is null or System.Collections.ICollection { Count: 0 }, $"{p.Name} is empty: a writer that forgot it would go unseen."));

    [Fact]
    public void Write_SmallestDocument_EqualsTheSerializer() => Equal(new OperationDocument { Id = "a" });

    [Theory]
    [MemberData(nameof(Texts))]
    public void Write_AnyText_EqualsTheSerializer(string text) => Equal(Full with
    {
        LocalId = text,
        Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["pl"] = text },
        Summary = Given.Texts(("pl", text, TextOrigin.Machine)),
        Beneficiary = new PartyDocument { Name = text },
    });

    [Fact]
    public void Write_DemoOperations_EqualsTheSerializer() => Assert.All(
        File.ReadLines(Path.Combine(Repository.Root, "seeds", "demo", "invented.ndjson")).Where(l => l.Length > 0).Select(OperationJson.Read),
        Equal);

    [Theory]
    [MemberData(nameof(Texts))]
    public void ReadTexts_WhatWasWritten_IsThere(string text)
    {
        var texts = Given.Texts(("pl", text, TextOrigin.Original), ("bg", "б", TextOrigin.Machine), ("en", "h", TextOrigin.Human));
        var json = OperationJson.Write(texts);

        Assert.Equal(JsonSerializer.Serialize(texts, OperationJson.Options), json);
        Assert.Equal(JsonSerializer.Deserialize<Dictionary<string, TextWithOrigin>>(json, OperationJson.Options), OperationJson.ReadTexts(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"pl":1}""")]
    [InlineData("""{"pl":{"origin":"original"}}""")]
    [InlineData("""{"pl":{"text":"a","origin":"guessed"}}""")]
    public void ReadTexts_AnythingElse_Throws(string json) => Assert.ThrowsAny<JsonException>(() => OperationJson.ReadTexts(json));

    private static void Equal(OperationDocument document) =>
        Assert.Equal(Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(document, OperationJson.Options)), OperationJson.Write(document));
}
