using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Portal.Tests.Oracle;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Proof;

/// <summary>Who types a title gets that project first; who types a word in another form, alphabet or language finds it all the same.</summary>
public sealed class TitleTests(GeneratedSites generated, TitleTests.Demo demo) : IClassFixture<TitleTests.Demo>
{
    private const string Lublin = "pl-2021-lubelskie-effective-social-policy";
    private const string Wielkopolska = "pl-2021-wielkopolska-coordination-of-social-policy";
    private const string Ruse = "bg-2021-bg05sfpr002-2.002-0109-c01";

    [Fact]
    public async Task Titles_TypedExactly_ComeFirstIn200Of200()
    {
        var app = await generated.OnAsync(Engine.Sqlite);
        var random = new Random(200);
        var titles = (await app.Client.GetStringAsync(new Uri("/api/v1/projects.ndjson?fields=title&sort=budget", UriKind.Relative)))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line => Titles(JsonNode.Parse(line)!)).Distinct(StringComparer.Ordinal)
            .OrderBy(_ => random.Next()).Take(200).ToList();
        Assert.Equal(200, titles.Count);
        var missed = new List<string>();
        foreach (var title in titles)
        {
            var first = (await SearchAsync(app, title, 1))[0];
            if (!Titles(first).Contains(title, StringComparer.Ordinal))
            {
                missed.Add($"{title} gives {string.Join(" / ", Titles(first))}");
            }
        }

        Assert.Equal([], missed);
    }

    [Theory]
    [InlineData("Effective social policy", Lublin)]
    [InlineData("effective social policies", Lublin)]
    [InlineData("Skuteczna polityka społeczna w województwie lubelskim", Lublin)]
    [InlineData("skutecznej polityki społecznej lubelskie", Lublin)]
    [InlineData("skutecznej polityki spolecznej", Lublin)]
    [InlineData("Ефективна социална политика", Lublin)]
    [InlineData("efektivna sotsialna politika", Lublin)]
    [InlineData("koordynacji polityki społecznej", Wielkopolska)]
    [InlineData("koordynacja polityki wielkopolska", Wielkopolska)]
    [InlineData("координация социалната политика", Wielkopolska)]
    [InlineData("Укрепване на общинския капацитет", Ruse)]
    [InlineData("укрепването капацитета на общини Русе", Ruse)]
    [InlineData("ukrepvane obshtinski kapatsitet ruse", Ruse)]
    [InlineData("BG05SFPR002-2.002-0109-C01", Ruse)]
    [InlineData("wzmocnienie gminy Ruse", Ruse)]
    public async Task Words_InAnotherFormAlphabetOrLanguage_BringTheProjectFirst(string typed, string id)
    {
        var app = await demo.OnAsync(Engine.Sqlite);

        Assert.Equal(id, (string)(await SearchAsync(app, typed, 1))[0]["id"]!);
    }

    [Theory]
    [InlineData("służby społeczne", "służb społecznych", "sluzby spoleczne", "SŁUŻBA SPOŁECZNA")]
    [InlineData("usługi społeczne", "usług społecznych", "uslug spolecznych", "usługami społecznymi")]
    [InlineData("социални услуги", "социалните услуги", "sotsialni uslugi", "СОЦИАЛНА УСЛУГА")]
    [InlineData("social services", "social service", "Social Services")]
    public async Task Forms_OfTheSameWords_FindTheSameProjects(params string[] forms)
    {
        var app = await demo.OnAsync(Engine.Sqlite);
        var found = new List<List<string>>();
        foreach (var form in forms)
        {
            found.Add([.. (await SearchAsync(app, form, 100)).Select(p => (string)p["id"]!).Order(StringComparer.Ordinal)]);
        }

        Assert.NotEmpty(found[0]);
        Assert.All(found, f => Assert.Equal(found[0], f));
    }

    private static IEnumerable<string> Titles(JsonNode project) => project["title"]!.AsObject().Select(t => (string)t.Value!);

    private static async Task<IReadOnlyList<JsonNode>> SearchAsync(SplotApp app, string typed, int limit)
    {
        var answer = JsonNode.Parse(await app.Client.GetStringAsync(new Uri($"/api/v1/projects?limit={limit}&fields=title&q=" + Uri.EscapeDataString(typed), UriKind.Relative)))!;
        var items = answer["items"]!.AsArray().OfType<JsonNode>().ToList();
        return items.Count > 0 ? items : [JsonNode.Parse("""{ "id": "nothing", "title": {} }""")!];
    }

    public sealed class Demo : SharedSites
    {
        private protected override async Task FillAsync(SplotApp app)
        {
            Assert.Null(await app.Services.GetRequiredService<Preparation>().LoadDemoAsync(CancellationToken.None));
            await app.CatchUpAsync();
        }
    }
}
