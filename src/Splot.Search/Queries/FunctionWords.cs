using Splot.Search.Text;
using Splot.Search.Words;

namespace Splot.Search.Queries;

/// <summary>
/// Words on which nobody insists who writes several: words without a subject of their own (the, dla, за …) and words for what every document is or
/// for what is wanted (projects, pokaż, намери …), in English, Polish and Bulgarian, in either alphabet. They stand in the index, because phrases
/// need them, but somebody who asks for „szkolenia dla seniorów“ does not insist on dla.
/// </summary>
public static class FunctionWords
{
    /// <summary>Whether the word is one, in whatever case, with diacritics or without.</summary>
    public static bool Contains(string word) => Folding.Surface(word) is var surface && (FunctionWordList.Contains(surface) || FunctionWordList.IsOfTheCollection(surface));

    /// <summary>
    /// The query without those words among words that must all occur; what stands in a phrase or alone, between ORs or after a minus stays, and so
    /// does everything where nothing else would be left.
    /// </summary>
    public static QueryNode LeaveOut(QueryNode root) => root switch
    {
        QueryNode.And all => LeaveOut(all),
        QueryNode.Or any => new QueryNode.Or([.. any.Nodes.Select(LeaveOut)]),
        _ => root,
    };

    private static QueryNode LeaveOut(QueryNode.And all)
    {
        // What is said twice is asked once: ninety times the same phrase costs as much as ninety phrases.
        var kept = all.Nodes.Where(n => n is not QueryNode.Word word || !Contains(word.Written)).Select(n => LeaveOut(n)).DistinctBy(n => n.ToString(), StringComparer.Ordinal).ToList();
        return kept.TrueForAll(n => n is QueryNode.Not) ? all
            : kept.Count == 1 ? kept[0]
            : new QueryNode.And(kept);
    }
}
