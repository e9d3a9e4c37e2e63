namespace Splot.Search.Text;

/// <summary>A single word as it was written, and where to look it up.</summary>
internal sealed class WrittenForm
{
    private static readonly TextLanguage[] All = [TextLanguage.English, TextLanguage.Polish, TextLanguage.Bulgarian];

    /// <param name="written">The word in lower case.</param>
    /// <param name="surface">The word folded.</param>
    public WrittenForm(string written, string surface)
    {
        Written = written;
        Surface = surface;
        IsCyrillic = written.Any(Letters.IsCyrillic);
        IsPolish = !IsCyrillic && written.Any(Letters.IsPolish);
    }

    /// <summary>The word in lower case.</summary>
    public string Written { get; }

    /// <summary>The word folded.</summary>
    public string Surface { get; }

    /// <summary>It has Cyrillic letters.</summary>
    public bool IsCyrillic { get; }

    /// <summary>It has letters that only Polish has.</summary>
    public bool IsPolish { get; }

    /// <summary>The languages that the word may be of.</summary>
    public IReadOnlyList<TextLanguage> Languages =>
        IsCyrillic ? [TextLanguage.Bulgarian] : IsPolish ? [TextLanguage.Polish] : All;

    /// <summary>
    /// The keys under which a language may have the word. For Bulgarian in Latin letters the two rules of the official transliteration that look at
    /// neighbours are taken back: fondatsia is fondatsiya letter by letter, Bulgaria is Balgariya.
    /// </summary>
    public IReadOnlyList<string> Keys(TextLanguage language)
    {
        if (IsCyrillic)
        {
            return [Letters.Key(Written)];
        }

        if (language != TextLanguage.Bulgarian)
        {
            return [Surface];
        }

        var letterwise = Surface.StartsWith("bulgari", StringComparison.Ordinal) ? "balgari" + Surface[7..] : Surface;
        letterwise = letterwise.EndsWith("ia", StringComparison.Ordinal) ? letterwise[..^1] + "ya" : letterwise;
        return letterwise == Surface ? [Surface] : [letterwise, Surface];
    }
}
