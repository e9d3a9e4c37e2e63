using System.Collections.Frozen;
using System.Text.Json;

namespace Splot.Search.Documents;

/// <summary>How a coded column holds its values.</summary>
public enum CodeShape
{
    /// <summary>At most one value in each document.</summary>
    Single,

    /// <summary>Any number of values, each counted once in a document.</summary>
    Multiple,

    /// <summary>Any number of places in a tree, written from the top: <c>/PL/PL8/PL81</c>. Each place on the way is a code of its own and must be unique in the tree.</summary>
    Paths,
}

/// <summary>A column of codes: what is filtered by and counted.</summary>
/// <param name="Name">Its name in filters, facets and <c>field:value</c>.</param>
/// <param name="Shape">How many values, and whether they form a tree.</param>
/// <param name="CountedTogether">
/// True for columns with few values that are mostly counted at once: their combinations get numbers of their own, and one look at a document counts it in all of them.
/// </param>
public sealed record CodeColumn(string Name, CodeShape Shape = CodeShape.Single, bool CountedTogether = false);

/// <summary>The unit of a column of numbers.</summary>
public enum NumberKind
{
    /// <summary>Money in hundredths of a euro, 64 bits.</summary>
    Cents,

    /// <summary>Days since 0001-01-01 (<see cref="DateOnly.DayNumber"/>), 32 bits.</summary>
    Days,

    /// <summary>Any other 64-bit number, such as a moment in seconds.</summary>
    Plain,
}

/// <summary>A column of numbers, any of which may be missing.</summary>
/// <param name="Name">Its name in ranges and sorts.</param>
/// <param name="Kind">Its unit.</param>
/// <param name="Sorted">True if hits may be sorted by it: an order is kept ready.</param>
/// <param name="Summed">True if it is summed over the hits.</param>
public sealed record NumberColumn(string Name, NumberKind Kind, bool Sorted = false, bool Summed = false);

/// <summary>What a text is to its document; decides how much a word in it weighs.</summary>
public enum TextRole : byte
{
    /// <summary>Anything else.</summary>
    Body,

    /// <summary>Name of the beneficiary.</summary>
    Beneficiary,

    /// <summary>The title, in any language. A query that is exactly a title brings its document first.</summary>
    Title,

    /// <summary>A code the document is known by. A query that is exactly an identifier brings its document first.</summary>
    Identifier,
}

/// <summary>The weights of BM25. Fixed in the schema, so that the weight of a word in a document depends on nothing but the document.</summary>
/// <param name="Body">Weight of a word in a body text.</param>
/// <param name="Beneficiary">Weight of a word in a beneficiary's name.</param>
/// <param name="Title">Weight of a word in a title.</param>
/// <param name="Identifier">Weight of a word in an identifier.</param>
/// <param name="AverageWords">Words in a document of average length.</param>
/// <param name="Saturation">k₁: how soon further occurrences stop to matter.</param>
/// <param name="LengthShare">b: how far longer documents count less, 0–1.</param>
public sealed record TextWeights(int Body = 1, int Beneficiary = 3, int Title = 5, int Identifier = 8, int AverageWords = 132, double Saturation = 1.2, double LengthShare = 0.75);

/// <summary>
/// The columns of an index, declared by whoever fills it. An index whose schema has another <see cref="Fingerprint"/> than the one it is opened with must be rebuilt.
/// </summary>
public sealed class SearchSchema
{
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>A schema.</summary>
    /// <param name="version">Changes whenever texts are analysed differently or columns are filled differently.</param>
    /// <param name="codeColumns">Columns of codes; their names are unique.</param>
    /// <param name="numberColumns">Columns of numbers; their names are unique.</param>
    /// <param name="weights">Weights of words; the usual ones if left out.</param>
    public SearchSchema(string version, IReadOnlyList<CodeColumn> codeColumns, IReadOnlyList<NumberColumn> numberColumns, TextWeights? weights = null)
    {
        Version = version;
        CodeColumns = codeColumns;
        NumberColumns = numberColumns;
        Weights = weights ?? new TextWeights();
        foreach (var column in codeColumns)
        {
            codes.Add(column.Name, codes.Count);
        }

        foreach (var column in numberColumns)
        {
            numbers.Add(column.Name, numbers.Count);
        }

        FieldNames = codes.Keys.ToFrozenSet(StringComparer.Ordinal);

        // The description of the files is part of it: another layout is another index.
        Fingerprint = JsonSerializer.Serialize(new { Layout = 2, version, codeColumns, numberColumns, Weights });
    }

    /// <summary>The version given by the caller.</summary>
    public string Version { get; }

    /// <summary>Columns of codes, by number.</summary>
    public IReadOnlyList<CodeColumn> CodeColumns { get; }

    /// <summary>Columns of numbers, by number.</summary>
    public IReadOnlyList<NumberColumn> NumberColumns { get; }

    /// <summary>Weights of words.</summary>
    public TextWeights Weights { get; }

    /// <summary>Equal for schemas whose indexes are interchangeable.</summary>
    public string Fingerprint { get; }

    /// <summary>Number of a column of codes.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int Code(string name) => FindCode(name) ?? throw new ArgumentException($"The index has no column of codes called {name}.", nameof(name));

    /// <summary>Number of a column of numbers.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int Number(string name) => FindNumber(name) ?? throw new ArgumentException($"The index has no column of numbers called {name}.", nameof(name));

    /// <summary>Number of a column of codes; null if there is none of this name.</summary>
    public int? FindCode(string name) => codes.TryGetValue(name, out var column) ? column : null;

    /// <summary>Number of a column of numbers; null if there is none of this name.</summary>
    public int? FindNumber(string name) => numbers.TryGetValue(name, out var column) ? column : null;

    /// <summary>Names that may stand before a colon in a query.</summary>
    public FrozenSet<string> FieldNames { get; }

    /// <summary>The weight of one occurrence.</summary>
    internal int Weight(TextRole role) => role switch
    {
        TextRole.Title => Weights.Title,
        TextRole.Beneficiary => Weights.Beneficiary,
        TextRole.Identifier => Weights.Identifier,
        _ => Weights.Body,
    };
}
