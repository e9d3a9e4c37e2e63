namespace Splot.Kernel;

/// <summary>One text of a <see cref="LocalizedText"/>. Equality is that of all fields, letter by letter.</summary>
/// <param name="Language">The language's tag, as <see cref="LocalizedText.Tag"/> writes it; fit for a <c>lang</c> attribute.</param>
/// <param name="Text">The text as it is; never blank.</param>
/// <param name="Origin">How it came to be.</param>
public readonly record struct LanguageText(string Language, string Text, TextOrigin Origin);
