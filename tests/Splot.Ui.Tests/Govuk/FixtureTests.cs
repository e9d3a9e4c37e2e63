namespace Splot.Ui.Tests.Govuk;

/// <summary>Every govuk component that we use gives the HTML of the upstream examples.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var mapping in Mappings.All)
        {
            foreach (var example in mapping.Examples)
            {
                data.Add(mapping.Component, example.Name);
            }
        }

        return data;
    }

    public static TheoryData<string> Components() => [.. Mappings.All.Select(m => m.Component)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Component_UpstreamExample_SameHtml(string component, string example)
    {
        var mapping = Mapping(component);
        var fixture = mapping.Examples.First(f => f.Name == example);

        var html = await mapping.Render(new Options(fixture.Options, "", []));

        Assert.Equal(Dom.Normalized(fixture.Html), Dom.Normalized(html));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Component_OptionsOfExamples_AreMappedOrLeftOutByName(string component)
    {
        var mapping = Mapping(component);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fixture in mapping.Examples)
        {
            await mapping.Render(new Options(fixture.Options, "", asked));
        }

        var unmapped = mapping.Examples.SelectMany(f => Options.Paths(f.Options)).Distinct().Where(p => !asked.Contains(p));
        Assert.Empty(unmapped);
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void Component_UnsupportedOptions_OccurUpstream(string component)
    {
        var mapping = Mapping(component);
        var paths = Fixture.Of(component).SelectMany(f => Options.Paths(f.Options)).ToHashSet(StringComparer.Ordinal);

        Assert.All(mapping.Unsupported, u => Assert.Contains(paths, p => p == u || p.StartsWith(u + ".", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void Component_Examples_AsManyAsWrittenDown(string component) => Assert.Equal(Mapping(component).Compared, Mapping(component).Examples.Count());

    private static Mapping Mapping(string component) => Mappings.All.Single(m => m.Component == component);
}
