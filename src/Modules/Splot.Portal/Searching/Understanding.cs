using System.Collections.Frozen;
using Splot.Portal.Indexing;
using Splot.Portal.Labels;
using Splot.Search.Documents;
using Splot.Search.Queries;

namespace Splot.Portal.Searching;

/// <summary>What a reader's words were taken to mean.</summary>
/// <param name="Query">The query: without words that mean nothing by themselves, widened by synonyms and by codes that are called so.</param>
/// <param name="Synonyms">The synonyms that were looked for besides.</param>
public sealed record Understanding(ParsedQuery Query, IReadOnlyList<AppliedSynonym> Synonyms)
{
    /// <summary>In <c>without</c>: no synonyms at all.</summary>
    public const string All = "all";

    internal static Understanding? Of(SearchRequest request, SearchSchema schema, LabelBook labels)
    {
        if (request.Words is null)
        {
            return null;
        }

        var parsed = QueryParser.Parse(request.Words, schema.FieldNames);
        if (parsed.Root is QueryNode.All || request.Without.Contains(All))
        {
            return new Understanding(parsed with { Root = FunctionWords.LeaveOut(parsed.Root) }, []);
        }

        // Names may have such words within, so these are left out last.
        var without = request.Without.ToFrozenSet(StringComparer.Ordinal);
        var named = labels.Synonyms.Expand(parsed.Root, without);
        var widened = PortalIndex.Synonyms.Expand(named.Root, without);
        return new Understanding(parsed with { Root = FunctionWords.LeaveOut(widened.Root) }, [.. named.Applied.Concat(widened.Applied).DistinctBy(a => (a.Group, a.Written))]);
    }
}
