using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Splot.Kernel;

/// <summary>
/// A text in one or more languages, one of them the original. Immutable; "no text" is null, never an empty LocalizedText.
/// Equality is that of the set of texts, in whatever order they were added. Enumerated with the original first, then by language tag.
/// </summary>
[JsonConverter(typeof(LocalizedTextJsonConverter))]
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    /// <summary>The tag of a text whose language nobody knows (BCP 47 "undetermined").</summary>
    public const string Unknown = "und";

    private readonly ImmutableArray<LanguageText> _texts;

    private LocalizedText(IEnumerable<LanguageText> texts) =>
        _texts = [.. texts.OrderBy(t => t.Origin != TextOrigin.Original).ThenBy(t => t.Language, StringComparer.Ordinal)];

    /// <summary>All texts, the original first, then by language tag.</summary>
    public IReadOnlyList<LanguageText> All => _texts;

    /// <summary>The text as its source wrote it.</summary>
    public LanguageText Original => _texts[0];

    /// <summary>Equality of the sets of texts.</summary>
    public static bool operator ==(LocalizedText? left, LocalizedText? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Negated equality.</summary>
    public static bool operator !=(LocalizedText? left, LocalizedText? right) => !(left == right);

    /// <summary>A text in its original language; further languages are added by <see cref="With"/>.</summary>
    /// <exception cref="ArgumentException">The tag is no language tag, or the text is blank.</exception>
    public static LocalizedText Of(string language, string text) => new([Checked(language, text, TextOrigin.Original)]);

    /// <summary>
    /// The tag as this class writes it: primary language in lower case, a script in Title case, a region in capitals (<c>pl</c>, <c>sr-Latn</c>, <c>pt-BR</c>).
    /// Null for what is no BCP 47 tag of the form language[-script][-region].
    /// </summary>
    public static string? Tag(string? language)
    {
        var parts = language?.Trim().Split('-', '_') ?? [];
        if (parts.Length is 0 or > 3 || parts[0].Length is not (2 or 3) || !parts.All(p => p.All(char.IsAsciiLetterOrDigit)) || !parts[0].All(char.IsAsciiLetter))
        {
            return null;
        }

        var tag = parts[0].ToLowerInvariant();
        var rest = parts.AsSpan(1);
        if (rest.Length > 0 && rest[0].Length == 4 && rest[0].All(char.IsAsciiLetter))
        {
            tag += "-" + rest[0][..1].ToUpperInvariant() + rest[0][1..].ToLowerInvariant();
            rest = rest[1..];
        }

        if (rest.Length > 0 && (rest[0].Length == 2 ? rest[0].All(char.IsAsciiLetter) : rest[0].Length == 3 && rest[0].All(char.IsAsciiDigit)))
        {
            tag += "-" + rest[0].ToUpperInvariant();
            rest = rest[1..];
        }

        return rest.Length == 0 ? tag : null;
    }

    /// <summary>The same with one more text; a translation into the same language is replaced.</summary>
    /// <exception cref="ArgumentException">The tag is no language tag, the text is blank, or it would displace the original.</exception>
    public LocalizedText With(string language, string text, TextOrigin origin)
    {
        var added = Checked(language, text, origin);
        if (origin == TextOrigin.Original || added.Language == Original.Language)
        {
            throw new ArgumentException("A text has one original; make a new LocalizedText instead of displacing it.", nameof(origin));
        }

        return new LocalizedText(_texts.Where(t => t.Language != added.Language).Append(added));
    }

    /// <summary>
    /// The text that serves a reader of <paramref name="language"/> best: that very tag, else the same primary language (a region less or more;
    /// the original first, then by tag), else the original. Its tag and origin say what to mark on the page.
    /// </summary>
    public LanguageText Best(string language)
    {
        var tag = Tag(language) ?? Unknown;
        var exact = _texts.FirstOrDefault(t => t.Language == tag);
        if (exact.Text is not null)
        {
            return exact;
        }

        var close = _texts.FirstOrDefault(t => Primary(t.Language) == Primary(tag));
        return close.Text is null ? Original : close;
    }

    /// <inheritdoc cref="Best(string)"/>
    public LanguageText Best(Language language) => Best(language.Code());

    /// <summary>The text in exactly this language, or false.</summary>
    public bool TryGet(string language, [NotNullWhen(true)] out string? text)
    {
        var tag = Tag(language);
        text = _texts.FirstOrDefault(t => t.Language == tag).Text;
        return text is not null;
    }

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) => other is not null && _texts.AsSpan().SequenceEqual(other._texts.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var text in _texts)
        {
            hash.Add(text);
        }

        return hash.ToHashCode();
    }

    /// <summary>The original's words.</summary>
    public override string ToString() => Original.Text;

    private static string Primary(string tag) => tag.Split('-')[0];

    private static LanguageText Checked(string language, string text, TextOrigin origin)
    {
        var tag = Tag(language) ?? throw new ArgumentException($"'{language}' is no language tag.", nameof(language));
        return string.IsNullOrWhiteSpace(text)
            ? throw new ArgumentException("A text is not blank; absent texts are left out.", nameof(text))
            : new LanguageText(tag, text, origin);
    }
}
