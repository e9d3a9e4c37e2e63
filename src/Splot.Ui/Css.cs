namespace Splot.Ui;

/// <summary>Small helps for markup.</summary>
internal static class Css
{
    /// <summary>The classes that are not empty, separated by spaces; null when none is.</summary>
    internal static string? Join(params string?[] classes)
    {
        var joined = string.Join(' ', classes.Where(c => !string.IsNullOrEmpty(c)));
        return joined.Length == 0 ? null : joined;
    }
}
