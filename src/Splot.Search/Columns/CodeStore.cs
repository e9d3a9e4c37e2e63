using System.Text;
using Splot.Search.Documents;
using Splot.Search.Files;

namespace Splot.Search.Columns;

/// <summary>Reads a column of codes.</summary>
internal sealed unsafe class CodeStore
{
    /// <summary>Names of so many values are kept once they were read.</summary>
    private const int MostNames = 1 << 16;

    private readonly Region region;
    private readonly int documents;
    private readonly string?[] names;
    private readonly Lazy<CodeLists> byValue;
    private readonly Lazy<PathTree> tree;
    private Stretch codes;
    private Stretch counts;
    private Stretch setStarts;
    private Stretch valueStarts;
    private Stretch byCode;

    public CodeStore(Region region, CodeColumn column, CodeLayout layout, int documents)
    {
        this.region = region;
        this.documents = documents;
        (Column, Layout) = (column, layout);
        names = new string?[Math.Min(layout.Values, MostNames)];
        codes = new Stretch(region, layout.CodesAt, (long)documents * layout.Width);
        counts = new Stretch(region, layout.CountsAt, (long)layout.Codes * sizeof(int));
        setStarts = new Stretch(region, layout.SetStartsAt, (layout.Codes + 1L) * sizeof(int));
        valueStarts = new Stretch(region, layout.ValueStartsAt, (layout.Values + 1L) * sizeof(long));
        byCode = new Stretch(region, layout.ByCodeAt, ((layout.Codes + 1L) * sizeof(int)) + ((long)documents * sizeof(int)));
        byValue = new Lazy<CodeLists>(InvertSets);
        tree = new Lazy<PathTree>(() => new PathTree(this));
    }

    public CodeColumn Column { get; }

    public CodeLayout Layout { get; }

    public bool IsSingle => Layout.SetStartsAt < 0;

    /// <summary>The tree of a column of paths.</summary>
    public PathTree Tree => tree.Value;

    /// <summary>The code of each document, in <see cref="CodeLayout.Width"/> bytes.</summary>
    public byte* Codes => codes.Start;

    /// <summary>How many documents have each code, deleted ones included.</summary>
    public ReadOnlySpan<int> Counts => new(counts.Start, Layout.Codes);

    public int Code(int document) => Layout.Width switch
    {
        1 => Codes[document],
        2 => ((ushort*)Codes)[document],
        _ => ((int*)Codes)[document],
    };

    /// <summary>The values that a code of a column of sets stands for.</summary>
    public ReadOnlySpan<int> Set(int code)
    {
        var starts = (int*)setStarts.Start;
        return new ReadOnlySpan<int>((int*)region.At(Layout.SetMembersAt + ((long)starts[code] * sizeof(int)), (long)(starts[code + 1] - starts[code]) * sizeof(int)), starts[code + 1] - starts[code]);
    }

    public string Value(int value) => value >= names.Length ? Encoding.UTF8.GetString(Bytes(value)) : names[value] ??= Encoding.UTF8.GetString(Bytes(value));

    /// <summary>The number of a value; −1 if no document has it.</summary>
    public int Find(string value)
    {
        var wanted = Encoding.UTF8.GetBytes(value);
        var (low, high) = (0, Layout.Values - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Bytes(middle).SequenceCompareTo(wanted);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>The codes whose set holds a value.</summary>
    public IReadOnlyList<int> CodesWith(int value) => IsSingle ? [value + 1] : byValue.Value[value].ToArray();

    /// <summary>The documents that have a code, ascending; only for columns of many codes.</summary>
    public ReadOnlySpan<int> DocumentsWith(int code)
    {
        var starts = (int*)byCode.Start;
        var all = starts + Layout.Codes + 1;
        return new ReadOnlySpan<int>(all + starts[code], starts[code + 1] - starts[code]);
    }

    /// <summary>The column as a source of a new segment.</summary>
    public CodeSource AsSource(int[] newDocuments)
    {
        var (starts, members) = (new int[Layout.Codes + 1], new List<int>(Layout.Codes));
        for (var code = 0; code < Layout.Codes; code++)
        {
            if (!IsSingle)
            {
                members.AddRange(Set(code));
            }
            else if (code > 0)
            {
                members.Add(code - 1);
            }

            starts[code + 1] = members.Count;
        }

        var codeOf = new int[documents];
        for (var document = 0; document < documents; document++)
        {
            codeOf[document] = Code(document);
        }

        return new CodeSource([.. Enumerable.Range(0, Layout.Values).Select(Value)], starts, [.. members], codeOf, newDocuments);
    }

    private ReadOnlySpan<byte> Bytes(int value)
    {
        var starts = (long*)valueStarts.Start;
        return region.Slice(Layout.ValuesAt + starts[value], (int)(starts[value + 1] - starts[value]));
    }

    private CodeLists InvertSets()
    {
        var pairs = new List<(int, int)>();
        for (var code = 0; code < Layout.Codes; code++)
        {
            foreach (var value in Set(code))
            {
                pairs.Add((value, code));
            }
        }

        return new CodeLists(Layout.Values, pairs);
    }
}

/// <summary>Lists of numbers in one piece, each found by a number.</summary>
internal sealed class CodeLists
{
    private readonly int[] starts;
    private readonly int[] members;

    /// <param name="count">Number of lists.</param>
    /// <param name="pairs">List and member; members keep their order.</param>
    public CodeLists(int count, List<(int List, int Member)> pairs)
    {
        starts = new int[count + 1];
        foreach (var (list, _) in pairs)
        {
            starts[list + 1]++;
        }

        for (var i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        members = new int[pairs.Count];
        var next = starts.AsSpan(0, count).ToArray();
        foreach (var (list, member) in pairs)
        {
            members[next[list]++] = member;
        }
    }

    public ReadOnlySpan<int> this[int list] => members.AsSpan(starts[list]..starts[list + 1]);
}
