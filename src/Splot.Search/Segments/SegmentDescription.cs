using Splot.Search.Columns;
using Splot.Search.Files;

namespace Splot.Search.Segments;

/// <summary>The parts of a segment, each a file of its own.</summary>
internal static class Part
{
    /// <summary>Keys of the documents, ascending; one bit for each that stands back.</summary>
    public const string Documents = "documents";
    public const string Terms = "terms";
    public const string Postings = "postings";
    public const string Positions = "positions";
    public const string Surfaces = "surfaces";
    public const string SurfacePostings = "surface-postings";
    public const string Columns = "columns";

    /// <summary>Hashes of whole titles and identifiers, each with its document, ascending.</summary>
    public const string Exact = "exact";

    /// <summary>The description of all others.</summary>
    public const string Description = "segment.json";
}

/// <summary>What a segment is made of: everything that is needed to read its parts.</summary>
/// <param name="Documents">Number of documents, deleted ones included.</param>
/// <param name="Parts">Length and checksum of each part.</param>
/// <param name="Terms">The dictionary of terms.</param>
/// <param name="Surfaces">The dictionary of words as written that are none of their own terms: what prefixes look for besides terms.</param>
/// <param name="Codes">Columns of codes.</param>
/// <param name="Numbers">Columns of numbers.</param>
/// <param name="Group">Columns that are counted together.</param>
/// <param name="ExactTexts">Number of whole titles and identifiers.</param>
internal sealed record SegmentDescription(
    int Documents,
    IReadOnlyDictionary<string, PartSeal> Parts,
    DictionaryShape Terms,
    DictionaryShape Surfaces,
    IReadOnlyList<CodeLayout> Codes,
    IReadOnlyList<NumberLayout> Numbers,
    GroupLayout Group,
    int ExactTexts);
