using System.Runtime.CompilerServices;
using Splot.Search.Columns;
using Splot.Search.Documents;
using Splot.Search.Files;

namespace Splot.Search.Segments;

/// <summary>
/// A part of the index that never changes: documents in ascending order of their keys, numbered from 0, with their texts inverted and their columns.
/// Kept open as long as somebody holds it.
/// </summary>
internal sealed unsafe class Segment
{
    private readonly Dictionary<string, Region> regions;
    private Stretch keys;
    private Stretch back;
    private Stretch exact;
    private Stretch combinations;
    private Stretch members;
    private int holders = 1;

    /// <summary>Opens the parts of a segment.</summary>
    public Segment(SearchSchema schema, SegmentDescription description, Func<string, PartSeal, Region> open, string? folder)
    {
        (Description, Folder, Documents) = (description, folder, description.Documents);
        regions = new Dictionary<string, Region>(StringComparer.Ordinal);
        try
        {
            foreach (var (part, seal) in description.Parts)
            {
                regions.Add(part, open(part, seal));
            }
        }
        catch
        {
            Release();
            throw;
        }

        keys = new Stretch(regions[Part.Documents], 0, (long)Documents * sizeof(long));
        back = new Stretch(regions[Part.Documents], (long)Documents * sizeof(long), (Documents + 63L) / 64 * sizeof(ulong));
        exact = new Stretch(regions[Part.Exact], 0, (long)description.ExactTexts * (sizeof(ulong) + sizeof(int)));
        Terms = new TermDictionary(regions[Part.Terms], description.Terms);
        Surfaces = new TermDictionary(regions[Part.Surfaces], description.Surfaces);
        var columns = regions[Part.Columns];
        combinations = new Stretch(columns, description.Group.CodesAt, (long)Documents * sizeof(ushort));
        members = new Stretch(columns, description.Group.MembersAt, (long)description.Group.Combinations * description.Group.Columns.Count * sizeof(int));
        Codes = [.. description.Codes.Select((layout, i) => new CodeStore(columns, schema.CodeColumns[i], layout, Documents))];
        Numbers = [.. description.Numbers.Select((layout, i) => new NumberStore(columns, schema.NumberColumns[i], layout, Documents))];
    }

    public SegmentDescription Description { get; }

    /// <summary>Its folder; null while it is held in memory only.</summary>
    public string? Folder { get; }

    /// <summary>Number of documents, deleted ones included.</summary>
    public int Documents { get; }

    public TermDictionary Terms { get; }

    public TermDictionary Surfaces { get; }

    public CodeStore[] Codes { get; }

    public NumberStore[] Numbers { get; }

    /// <summary>Bytes of its files.</summary>
    public long FileSize => regions.Values.Sum(r => r.FileSize);

    /// <summary>Bytes of its parts, on disk or in memory.</summary>
    public long Size => regions.Values.Sum(r => r.Length);

    /// <summary>Keys of the documents.</summary>
    public long* Keys => (long*)keys.Start;

    /// <summary>Opens a segment from its folder.</summary>
    public static Segment Open(SearchSchema schema, string folder)
    {
        var description = SealedText.Read<SegmentDescription>(Path.Combine(folder, Part.Description));
        var sink = new FolderSink(folder);
        return new Segment(schema, description, sink.Open, folder);
    }

    /// <summary>One bit for each document that stands back.</summary>
    public bool StandsBack(int document) => (((ulong*)back.Start)[document >> 6] & (1UL << document)) != 0;

    /// <summary>The document with a key; −1 if there is none.</summary>
    public int Find(long key)
    {
        var place = PlaceOf(key);
        return place < Documents && Keys[place] == key ? place : -1;
    }

    /// <summary>How many documents have a smaller key.</summary>
    public int PlaceOf(long key)
    {
        var all = Keys;
        var (low, high) = (0, Documents);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[middle] < key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public PostingList Postings(TermEntry entry) => new(regions[Part.Postings], entry, Documents, weighted: true);

    public PostingList SurfacePostings(TermEntry entry) => new(regions[Part.SurfacePostings], entry, Documents, weighted: false);

    public PositionCursor PositionsOf(TermEntry entry, int* buffer) => new(Postings(entry), regions[Part.Positions], entry, buffer);

    /// <summary>The first of a term's positions, for reading all of them.</summary>
    public byte* AllPositions(TermEntry entry) => regions[Part.Positions].At(entry.Positions, entry.Extent.PositionsLength);

    /// <summary>Columns that are counted together: the combination of each document.</summary>
    public ushort* Combinations => (ushort*)combinations.Start;

    /// <summary>Columns that are counted together: the code of each combination in each column.</summary>
    public int* CombinationMembers => (int*)members.Start;

    /// <summary>A whole title or identifier and its document, by number.</summary>
    public (ulong Hash, int Document) Exact(int index)
    {
        var entry = exact.Start + ((long)index * (sizeof(ulong) + sizeof(int)));
        return (Unsafe.ReadUnaligned<ulong>(entry), Unsafe.ReadUnaligned<int>(entry + sizeof(ulong)));
    }

    /// <summary>Documents whose whole title or identifier has a hash, ascending.</summary>
    public List<int> WithExact(ulong hash)
    {
        var (low, high) = (0, Description.ExactTexts);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Exact(middle).Hash < hash ? (middle + 1, high) : (low, middle);
        }

        var found = new List<int>();
        for (; low < Description.ExactTexts && Exact(low) is var (other, document) && other == hash; low++)
        {
            found.Add(document);
        }

        return found;
    }

    /// <summary>Compares all of it with its checksums.</summary>
    public void Verify()
    {
        foreach (var region in regions.Values)
        {
            region.VerifyAgain();
        }
    }

    /// <summary>Keeps it open; false if it has been closed already.</summary>
    public bool TryHold()
    {
        while (true)
        {
            var seen = Volatile.Read(ref holders);
            if (seen == 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref holders, seen + 1, seen) == seen)
            {
                return true;
            }
        }
    }

    /// <summary>Lets go; the last one closes it.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            foreach (var region in regions.Values)
            {
                region.Dispose();
            }
        }
    }
}
