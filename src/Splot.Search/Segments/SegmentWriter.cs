using System.Runtime.InteropServices;
using Splot.Search.Columns;
using Splot.Search.Documents;
using Splot.Search.Files;

namespace Splot.Search.Segments;

/// <summary>Writes the parts of a segment. Terms and surfaces may be written on one thread while another writes the rest.</summary>
internal sealed class SegmentWriter(SearchSchema schema, Sink sink, int documents)
{
    private readonly Dictionary<string, PartSeal> parts = new(StringComparer.Ordinal);
    private readonly List<CodeLayout> codes = [];
    private readonly List<NumberLayout> numbers = [];
    private DictionaryShape terms = new(0, 0, 0);
    private DictionaryShape surfaces = new(0, 0, 0);
    private GroupLayout group = new([], 0, -1, -1);
    private int exactTexts;

    public void WriteDocuments(List<long> keys, List<bool> standsBack)
    {
        using var output = sink.Create(Part.Documents);
        output.WriteAll<long>(CollectionsMarshal.AsSpan(keys));
        output.WriteAll<ulong>(SegmentBuilder.Bits(standsBack, b => b));
        Seal(Part.Documents, output);
    }

    /// <summary>Begins whole titles and identifiers.</summary>
    public ExactWriter WriteExact() => new(sink.Create(Part.Exact), (output, count) =>
    {
        exactTexts = count;
        Seal(Part.Exact, output);
    });

    /// <param name="sources">Gives the sources of a column of codes.</param>
    /// <param name="values">Gives the numbers of a column, and which are present.</param>
    public void WriteColumns(Func<int, IReadOnlyList<CodeSource>> sources, Func<int, (long[] Values, ulong[] Present)> values)
    {
        using var output = sink.Create(Part.Columns);
        var together = new List<(int, int, int[])>();
        for (var i = 0; i < schema.CodeColumns.Count; i++)
        {
            var column = schema.CodeColumns[i];
            var codeOf = new int[documents];
            codes.Add(new CodeColumnWriter(output, column.Shape, documents).Write(sources(i), codeOf));
            if (column.CountedTogether)
            {
                together.Add((i, codes[i].Codes, codeOf));
            }
        }

        group = GroupWriter.Write(output, together, documents);
        for (var i = 0; i < schema.NumberColumns.Count; i++)
        {
            var (numberOf, present) = values(i);
            numbers.Add(NumberColumnWriter.Write(output, schema.NumberColumns[i], numberOf, present));
        }

        Seal(Part.Columns, output);
    }

    /// <summary>Begins the terms.</summary>
    public TermsWriter WriteTerms() => new(sink.Create(Part.Terms), sink.Create(Part.Postings), sink.Create(Part.Positions), documents, (dictionary, postings, positions, shape) =>
    {
        terms = shape;
        Seal(Part.Terms, dictionary);
        Seal(Part.Postings, postings);
        Seal(Part.Positions, positions!);
    });

    /// <summary>Begins the surfaces.</summary>
    public TermsWriter WriteSurfaces() => new(sink.Create(Part.Surfaces), sink.Create(Part.SurfacePostings), null, documents, (dictionary, postings, _, shape) =>
    {
        surfaces = shape;
        Seal(Part.Surfaces, dictionary);
        Seal(Part.SurfacePostings, postings);
    });

    /// <summary>Describes what was written.</summary>
    public SegmentDescription Finish()
    {
        var description = new SegmentDescription(documents, parts, terms, surfaces, codes, numbers, group, exactTexts);
        if (sink is FolderSink folder)
        {
            SealedText.Write(Path.Combine(folder.Folder, Part.Description), description);
        }

        return description;
    }

    private void Seal(string part, PartWriter output)
    {
        var seal = output.Seal();
        lock (parts)
        {
            parts.Add(part, seal);
        }
    }
}

/// <summary>Writes hashes of whole titles and identifiers with their documents, in ascending order of both.</summary>
internal sealed class ExactWriter(PartWriter output, Action<PartWriter, int> finish) : IDisposable
{
    private int count;

    public void Add(ulong hash, int document)
    {
        output.WriteAll<ulong>([hash]);
        output.WriteUInt32((uint)document);
        count++;
    }

    /// <summary>Seals what was written.</summary>
    public void Finish() => finish(output, count);

    public void Dispose() => output.Dispose();
}

/// <summary>Writes terms in ascending order, each with its postings.</summary>
internal sealed class TermsWriter : IDisposable
{
    private readonly PartWriter dictionaryPart;
    private readonly PartWriter postingsPart;
    private readonly PartWriter? positionsPart;
    private readonly DictionaryWriter dictionary;
    private readonly PostingsWriter postings;
    private readonly Action<PartWriter, PartWriter, PartWriter?, DictionaryShape> finish;
    private bool empty = true;

    public TermsWriter(PartWriter dictionaryPart, PartWriter postingsPart, PartWriter? positionsPart, int documents, Action<PartWriter, PartWriter, PartWriter?, DictionaryShape> finish)
    {
        (this.dictionaryPart, this.postingsPart, this.positionsPart, this.finish) = (dictionaryPart, postingsPart, positionsPart, finish);
        dictionary = new DictionaryWriter(dictionaryPart);
        postings = new PostingsWriter(postingsPart, positionsPart, documents);
        postings.Begin();
    }

    public void Add(int document, byte weight)
    {
        postings.Add(document, weight);
        empty = false;
    }

    public void AddPositions(ReadOnlySpan<uint> positions) => Positions.Write(positionsPart!, positions);

    /// <summary>Adds positions as another segment holds them.</summary>
    public void AddPositions(ReadOnlySpan<byte> positions) => positionsPart!.Write(positions);

    /// <summary>Ends the postings of a term; a term without any is left out.</summary>
    public void EndTerm(ReadOnlySpan<byte> term)
    {
        if (!empty)
        {
            dictionary.Add(term, postings.End());
            postings.Begin();
            empty = true;
        }
    }

    /// <summary>Seals what was written.</summary>
    public void Finish() => finish(dictionaryPart, postingsPart, positionsPart, dictionary.End());

    public void Dispose()
    {
        dictionaryPart.Dispose();
        postingsPart.Dispose();
        positionsPart?.Dispose();
    }
}
