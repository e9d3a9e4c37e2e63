using System.Globalization;

namespace Splot.Portal.Searching;

/// <summary>
/// Where a page of results ended. Readers get it as one opaque word; the index knows whether its key belongs to the search.
/// </summary>
/// <param name="Position">Rows up to and including the last one of that page.</param>
/// <param name="Key">The index's own key.</param>
public sealed record Cursor(long Position, string Key)
{
    private const int MostLetters = 4_000;

    /// <summary>The word for addresses.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Position}.{Key}");

    /// <summary>The cursor of a word; null for anything that <see cref="Write"/> cannot have made.</summary>
    public static Cursor? Read(string text) =>
        text.Length <= MostLetters
        && text.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 and <= 12
        && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
        && text.AsSpan(dot + 1) is { Length: > 0 } key && key.IndexOfAnyExcept(Letters) < 0
            ? new Cursor(position, key.ToString())
            : null;

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
