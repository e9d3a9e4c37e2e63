using System.Collections.Frozen;
using Splot.Portal.Indexing;
using Splot.Search.Documents;
using Splot.Search.Queries;

namespace Splot.Portal.Searching;

/// <summary>What a reader's words were taken to mean.</summary>
/// <param name="Query">The query: without words that mean nothing by themselves, widened by synonyms.</param>
/// <param name="Synonyms">The synonyms that were looked for besides.</param>
public sealed record Understanding(ParsedQuery Query, IReadOnlyList<AppliedSynonym> Synonyms)
{
    /// <summary>In <c>without</c>: no synonyms at all.</summary>
    public const string All = "all";

    internal static Understanding? Of(SearchRequest request, SearchSchema schema)
    {
        if (request.Words is null)
        {
            return null;
        }

        var parsed = QueryParser.Parse(request.Words, schema.FieldNames);
        var root = FunctionWords.LeaveOut(parsed.Root);
        if (parsed.Root is QueryNode.All || request.Without.Contains(All))
        {
            return new Understanding(parsed with { Root = root }, []);
        }

        var widened = PortalIndex.Synonyms.Expand(root, request.Without.ToFrozenSet(StringComparer.Ordinal));
        return new Understanding(parsed with { Root = widened.Root }, widened.Applied);
    }
}
