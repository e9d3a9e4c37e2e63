using System.Net;
using Splot.Data;
using Splot.Portal.BenchSearch;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.BenchSearch;

public sealed class PageQuestionsTests
{
    [Fact]
    public async Task Questions_MadeFromTheApi_AreTwoHundredPagesThatAnswer()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, [.. Enumerable.Range(0, 12).Select(i => Given.Operation("water" + i, "A day centre for older people"))]);
        var questions = new PageQuestions(app.Client);

        var pages = await questions.MakeAsync(TestContext.Current.CancellationToken);

        Assert.Equal((12, 200), (questions.Projects, pages.Count));
        Assert.All(Kernel.Languages.All, language => Assert.Contains(pages, p => p.StartsWith(Kernel.Languages.Code(language) + "/projects?", StringComparison.Ordinal)));
        Assert.Contains(pages, p => p.Contains("&q=", StringComparison.Ordinal));
        foreach (var page in pages.Distinct(StringComparer.Ordinal).Take(40))
        {
            using var answer = await app.Client.GetAsync(page);
            Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
        }
    }
}
