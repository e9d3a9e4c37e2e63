namespace Splot.Search.Suggesting;

/// <summary>Something that can be suggested.</summary>
/// <param name="Folded">What the reader may begin to type, folded by <see cref="Text.Analyzer.Fold"/>; several entries may lead to one display.</param>
/// <param name="Display">What is shown and taken over.</param>
/// <param name="Weight">The heavier is suggested first.</param>
public readonly record struct SuggestionEntry(string Folded, string Display, int Weight);

/// <summary>A suggestion.</summary>
/// <param name="Display">What is shown and taken over.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Typos">How many letters were wrong in what was typed: 0, 1 or 2.</param>
public readonly record struct Suggestion(string Display, int Weight, int Typos);
