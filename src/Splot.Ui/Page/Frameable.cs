namespace Splot.Ui;

/// <summary>Marks an endpoint whose page may stand in a frame of any other site. Everything else may not.</summary>
public sealed class Frameable
{
    private Frameable()
    {
    }

    /// <summary>The mark, for <c>WithMetadata</c>.</summary>
    public static Frameable Page { get; } = new();
}
