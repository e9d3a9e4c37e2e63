using Splot.Contracts.Portal;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.Projection;

public sealed class RebuildContractTests
{
    [Fact]
    public async Task Rebuild_ThroughTheContract_CountsWhatIsPublic()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a"), Given.Operation("b"), Given.Operation("c"));
        app.Source.Remove(1);
        app.Source.Set(2, new PublishedOperation { Id = "b", Publication = 2, WithdrawnReason = "Gone." });

        Assert.Equal(1, await app.Get<IPublicProjection>().RebuildAsync(null, CancellationToken.None));
        Assert.Equal(["c"], await app.IdsAsync(""));
    }

    [Theory]
    [InlineData("en", "edition of 14 February 2026")]
    [InlineData("pl", "wydanie: 14 lutego 2026")]
    [InlineData("bg", "издание от 14 февруари 2026")]
    public async Task Disappeared_FromItsList_IsSaidInTheReadersLanguage(string language, string words)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a"));
        var reason = WithdrawnReason.Disappeared(new SourceDocument { List = "Kohesio", Edition = new DateOnly(2026, 2, 14) });
        await app.PublishAsync(new PublishedOperation { Id = "a", Publication = 2, WithdrawnReason = reason });

        Assert.Contains(words, (await app.PageAsync("/" + language + "/projects/a", 410)).Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains(words, ((string)(await app.JsonAsync("/api/v1/projects/a?lang=" + language, 410))["detail"]!).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }
}
