using System.Text.Json.Nodes;

namespace Splot.Ui.Tests.Page;

public sealed class JsonLdTests
{
    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!-- a < b && c > d -->")]
    [InlineData("„Łódź”, Русе")]
    public async Task Block_OfAnyText_IsOneBlockThatReadsBack(string text)
    {
        var json = new JsonObject { ["name"] = text }.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        var block = Assert.Single(Rendering.Parse(await Rendering.Html<JsonLd>(new { Json = json })).All, e => e.LocalName == "script");

        Assert.Equal("application/ld+json", block.GetAttribute("type"));
        Assert.Equal(text, (string?)JsonNode.Parse(block.TextContent)!["name"]);
    }
}
