namespace Splot.Ui.Tests.Styles;

public sealed class ContrastTests
{
    private const double Words = 4.5;
    private const double Controls = 3;

    /// <summary>Every pair in which words or controls stand, with the least ratio that WCAG 2.2 AA asks for.</summary>
    private static readonly (string Front, string Ground, double Least)[] Pairs =
    [
        ("ink", "paper", Words), ("ink", "linen", Words), ("ink", "tint", Words), ("ink", "tint-2", Words), ("ink", "weld", Words), ("ink", "weld-tint", Words),
        ("ink-2", "paper", Words), ("ink-2", "linen", Words), ("ink-2", "#efebe4", Words),
        ("#ffffff", "deep", Words), ("weld", "deep", Words), ("#ffffff", "brand", Words), ("#ffffff", "hover", Words), ("#ffffff", "error", Words), ("#ffffff", "#8f1d17", Words),
        ("brand", "paper", Words), ("brand", "linen", Words), ("brand", "tint", Words), ("brand", "weld-tint", Words), ("hover", "paper", Words), ("hover", "tint", Words), ("hover", "tint-2", Words),
        ("error", "paper", Words), ("error", "linen", Words), ("ok", "paper", Words), ("ok", "linen", Words), ("warn", "paper", Words), ("warn", "weld-tint", Words),
        ("#09573a", "#e3f2ea", Words), ("#8f1d17", "#fbe9e7", Words), ("ink", "#fbe9e7", Words), ("ink", "#e3f2ea", Words),
        ("m1t", "m1", Words), ("m2t", "m2", Words), ("m3t", "m3", Words), ("m4t", "m4", Words), ("m5t", "m5", Words),
        ("edge", "paper", Controls), ("edge", "linen", Controls), ("brand", "tint-2", Controls), ("ink", "brand", 1.5),
    ];

    public static TheoryData<string, string, string, double> All()
    {
        var data = new TheoryData<string, string, string, double>();
        foreach (var theme in SiteOptions.Themes)
        {
            foreach (var (front, ground, least) in Pairs)
            {
                data.Add(theme, front, ground, least);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Colours_OnTheirGround_CanBeTold(string theme, string front, string ground, double least)
    {
        var ratio = ThemeFile.Contrast(ThemeFile.Colour(theme, front), ThemeFile.Colour(theme, ground));

        Assert.True(ratio >= least, $"{front} on {ground} in {theme}: {ratio:0.00}");
    }

    [Fact]
    public void Themes_OfTheStylesheet_AreThoseThatCanBeChosen() => Assert.Equal(SiteOptions.Themes, ThemeFile.Names);

    [Fact]
    public void Contrast_BlackOnWhite_IsTwentyOne() => Assert.Equal(21, ThemeFile.Contrast("#000", "#ffffff"), 3);

    [Fact]
    public void Contrast_GreyOfTheStandardsExample_FallsShort() => Assert.True(ThemeFile.Contrast("#777", "#fff") < Words);
}
