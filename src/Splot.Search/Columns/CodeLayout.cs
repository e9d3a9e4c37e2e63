namespace Splot.Search.Columns;

/// <summary>
/// How a column of codes lies in its file. A document has one code, which stands for the set of its values; code 0 is the empty set. So columns of one
/// and of many values are filtered and counted alike, and what a set means is worked out once for all documents that have it.
/// </summary>
/// <param name="Codes">Number of codes.</param>
/// <param name="Values">Number of values, in ascending order of their UTF-8 bytes.</param>
/// <param name="Width">Bytes of a code: 1, 2 or 4.</param>
/// <param name="CodesAt">The code of each document.</param>
/// <param name="CountsAt">How many documents have each code.</param>
/// <param name="SetStartsAt">Where each code's values begin among the members, and the end; −1 where code c > 0 is just value c − 1.</param>
/// <param name="SetMembersAt">The values of all sets, ascending in each.</param>
/// <param name="ValueStartsAt">Where each value's bytes begin, and the end.</param>
/// <param name="ValuesAt">The bytes of all values.</param>
/// <param name="ByCodeAt">For columns of many codes: where each code's documents begin, the end, then the documents of all codes; −1 without.</param>
internal sealed record CodeLayout(int Codes, int Values, int Width, long CodesAt, long CountsAt, long SetStartsAt, long SetMembersAt, long ValueStartsAt, long ValuesAt, long ByCodeAt);

/// <summary>How a column of numbers lies in its file.</summary>
/// <param name="Present">How many documents have a number.</param>
/// <param name="Width">Bytes of a number: 4 or 8.</param>
/// <param name="ValuesAt">The number of each document, 0 where it is missing.</param>
/// <param name="PresentAt">One bit for each document: it has a number.</param>
/// <param name="OrderAt">Documents in ascending order of their numbers, equal ones by document, those without at the end; −1 without.</param>
/// <param name="Total">Sum of all numbers.</param>
/// <param name="SumsFit">True if every sum of some of the numbers fits 64 bits.</param>
internal sealed record NumberLayout(int Present, int Width, long ValuesAt, long PresentAt, long OrderAt, decimal Total, bool SumsFit);

/// <summary>How the combinations of columns that are counted together lie in their file.</summary>
/// <param name="Columns">The columns; empty if they have too many combinations to be worth it.</param>
/// <param name="Combinations">Number of combinations, at most 65 536.</param>
/// <param name="CodesAt">The combination of each document, 2 bytes.</param>
/// <param name="MembersAt">The code in each of the columns, for each combination, 4 bytes.</param>
internal sealed record GroupLayout(IReadOnlyList<int> Columns, int Combinations, long CodesAt, long MembersAt);
