using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Testing;

namespace Splot.Web.Tests.Documents;

/// <summary>docs/api.md: every example, asked of the demo.</summary>
public sealed class ApiDocumentTests
{
    [Fact]
    public async Task Api_EachExampleOfTheDocument_IsAnsweredAsItSays()
    {
        await using var app = await SplotApp.StartAsync();
        Assert.Null(await app.Services.GetRequiredService<Preparation>().LoadDemoAsync(CancellationToken.None));
        await app.CatchUpAsync();
        var examples = HttpExample.In(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md")));
        Assert.True(examples.Count > 10, "The document has hardly any examples.");

        var wrong = new List<string>();
        foreach (var example in examples)
        {
            using var request = new HttpRequestMessage(new HttpMethod(example.Method), new Uri(example.Address, UriKind.Relative));
            using var answer = await app.Client.SendAsync(request);
            if (await example.DifferenceAsync(answer) is { } difference)
            {
                wrong.Add($"{example.Method} {example.Address}: {difference}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", null)]
    [InlineData("""{"a":"…"}""", """{"a":"x"}""", null)]
    [InlineData("""{"a":1}""", """{"a":2}""", "$.a is 2")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{}}""", "$.a.b is absent")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1]}""", "$.a has 1 items")]
    [InlineData("one\ntwo…", "one\ntwo three\n", null)]
    [InlineData("one\ntwo", "one\n", "line 2: ")]
    public async Task Example_ThatDiffers_IsFound(string expected, string real, string? difference)
    {
        var example = Assert.Single(HttpExample.In($"```http\nGET /x\n\nHTTP/1.1 200 OK\n\n{expected}\n```\n"));
        using var answer = new HttpResponseMessage { Content = new StringContent(real) };

        Assert.Equal(difference, await example.DifferenceAsync(answer));
    }
}
