using Splot.Search.Text;

namespace Splot.Search.Documents;

/// <summary>A text of a document.</summary>
/// <param name="Role">What it is to the document.</param>
/// <param name="Language">Its language; decides how its words are analysed.</param>
/// <param name="Content">The text.</param>
public readonly record struct DocumentText(TextRole Role, TextLanguage Language, string Content);

/// <summary>A document to be found: texts, codes and numbers, by the columns of a <see cref="SearchSchema"/>.</summary>
/// <param name="schema">The schema whose columns are filled.</param>
/// <param name="key">Its key, unique in the index; hits that are otherwise equal come in ascending order of keys.</param>
public sealed class SearchDocument(SearchSchema schema, long key)
{
    private readonly List<DocumentText> texts = [];
    private readonly List<(int Column, string Value)> codes = [];
    private readonly long?[] numbers = new long?[schema.NumberColumns.Count];

    /// <summary>The key.</summary>
    public long Key => key;

    /// <summary>True for documents that come after others when the query is exactly their title or identifier, such as invented ones.</summary>
    public bool StandsBack { get; init; }

    /// <summary>Its texts, in the order in which they were added.</summary>
    public IReadOnlyList<DocumentText> Texts => texts;

    /// <summary>Its codes by number of the column.</summary>
    public IReadOnlyList<(int Column, string Value)> Codes => codes;

    internal List<DocumentText> TextList => texts;

    internal List<(int Column, string Value)> CodeList => codes;

    /// <summary>The number in a column; null where it is missing.</summary>
    public long? Number(int column) => numbers[column];

    /// <summary>Adds a text; empty ones are left out.</summary>
    public SearchDocument AddText(TextRole role, TextLanguage language, string? content)
    {
        if (!string.IsNullOrWhiteSpace(content))
        {
            texts.Add(new DocumentText(role, language, content));
        }

        return this;
    }

    /// <summary>Adds a value to a column of codes; an empty one is left out.</summary>
    /// <exception cref="ArgumentException">A second value in a column of single ones, or a path that does not begin with a slash.</exception>
    public SearchDocument AddCode(int column, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return this;
        }

        var shape = schema.CodeColumns[column].Shape;
        if (shape == CodeShape.Single && codes.Exists(c => c.Column == column))
        {
            throw new ArgumentException($"Document {key} has a second value in column {schema.CodeColumns[column].Name}, which holds one.", nameof(value));
        }

        if (shape == CodeShape.Paths && (value[0] != '/' || value.Length < 2 || value[^1] == '/' || value.Contains("//", StringComparison.Ordinal)))
        {
            throw new ArgumentException($"Document {key} has the place {value}; a place is written from the top, as in /PL/PL8.", nameof(value));
        }

        codes.Add((column, value));
        return this;
    }

    /// <summary>Sets a number; null where it is missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day that no calendar has.</exception>
    public SearchDocument SetNumber(int column, long? value)
    {
        if (value is { } day && schema.NumberColumns[column].Kind == NumberKind.Days && (day < 0 || day > DateOnly.MaxValue.DayNumber))
        {
            throw new ArgumentOutOfRangeException(nameof(value), day, $"Document {key} has a day outside the calendar.");
        }

        numbers[column] = value;
        return this;
    }
}
