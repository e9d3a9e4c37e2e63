using System.Text;
using Splot.Portal.Indexing;
using Splot.Search.Documents;
using Splot.Search.Text;

namespace Splot.Portal.BenchSearch;

/// <summary>An operation as the other engines get it: the same terms, the same codes, the same numbers.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Terms">All terms of its texts, with blanks between them.</param>
/// <param name="Codes">Values by column; regions on the level that is counted.</param>
/// <param name="Budget">Cents.</param>
/// <param name="Eu">Cents.</param>
internal sealed record YardstickRow(long Key, string Terms, IReadOnlyList<(string Column, string Value)> Codes, long? Budget, long? Eu);

/// <summary>Turns documents of the index into rows of the yardsticks.</summary>
internal sealed class YardstickRows(SearchSchema schema, Analyzer analyzer)
{
    private const int RegionLevel = 3;

    private readonly List<AnalysedWord> words = [];

    public YardstickRow Of(SearchDocument document)
    {
        var terms = new StringBuilder();
        foreach (var text in document.Texts)
        {
            words.Clear();
            analyzer.Analyze(text.Content, text.Language, words);
            foreach (var term in words.SelectMany(w => w.Terms))
            {
                terms.Append(Plain(term)).Append(' ');
            }
        }

        var codes = document.Codes.Select(c => (schema.CodeColumns[c.Column].Name, c.Value)).SelectMany(Counted).Distinct().ToList();
        return new YardstickRow(document.Key, terms.ToString(), codes, document.Number(schema.Number(IndexColumns.Budget)), document.Number(schema.Number(IndexColumns.Eu)));
    }

    /// <summary>A term in the letters that no tokenizer splits.</summary>
    public static string Plain(string term) => string.Concat(term.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : FormattableString.Invariant($"x{(int)c:x}")));

    private static IEnumerable<(string, string)> Counted((string Column, string Value) code)
    {
        if (code.Column != IndexColumns.Region)
        {
            return BenchQuery.Facets.Any(f => f.Column == code.Column) ? [code] : [];
        }

        var pieces = code.Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return pieces.Length >= RegionLevel ? [(code.Column, pieces[RegionLevel - 1])] : [];
    }
}
