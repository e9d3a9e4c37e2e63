using System.Buffers;

namespace Splot.Tables;

/// <summary>A table in a text file.</summary>
internal sealed class TextTable : TableFile
{
    private const int HeadCharacters = 1 << 18;

    private static readonly SearchValues<char> Nothing = SearchValues.Create(" \t\r\n\0\uFEFF");

    private readonly ByteSource _source;
    private readonly TextEncoding _encoding;

    private TextTable(ByteSource source, TextEncoding encoding, char delimiter, TableOptions options)
        : base(TableFormat.Delimited, options)
    {
        _source = source;
        _encoding = encoding;
        EncodingName = encoding.Name;
        Delimiter = delimiter;
    }

    public static TableOpening Open(ByteSource source, ReadOnlySpan<byte> start, TableOptions options, CancellationToken cancellation)
    {
        var isPage = HtmlTable.IsPage(start);
        TextEncoding encoding;
        using (var stream = source.OpenRead())
        {
            switch (EncodingDetection.Detect(stream, options, isPage ? HtmlTable.DeclaredEncoding(start) : null, cancellation))
            {
                case EncodingOutcome.Decided decided:
                    encoding = decided.Encoding;
                    break;
                case EncodingOutcome.Refused refused:
                    return new TableOpening.Refused(refused.Refusal);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        if (isPage)
        {
            return HtmlTable.Open(source, encoding, options, cancellation);
        }

        var (head, isWhole) = Head(source, encoding);
        if (!head.AsSpan().ContainsAnyExcept(Nothing))
        {
            return new TableOpening.Refused(Refusals.Empty);
        }

        if (JsonTable.IsJson(head))
        {
            return JsonTable.Open(source, encoding, options, cancellation);
        }

        if (FileSignatures.OtherMarkup(head) is { } markup)
        {
            return new TableOpening.Refused(markup);
        }

        var delimiter = options.Delimiter ?? DelimiterDetection.Detect(head, isWhole);
        return new TableOpening.Opened(new TextTable(source, encoding, delimiter, options));
    }

    public override TableReader Read() => new DelimitedReader(new CharSource(_source.OpenRead(), _encoding), Delimiter!.Value, Options.Limits);

    protected override void Dispose(bool disposing) => _source.Dispose();

    private static (char[] Head, bool IsWhole) Head(ByteSource source, TextEncoding encoding)
    {
        using var characters = new CharSource(source.OpenRead(), encoding);
        var head = new char[HeadCharacters];
        var length = 0;
        int read;
        while (length < head.Length && (read = characters.Read(head.AsSpan(length))) > 0)
        {
            length += read;
        }

        return (head[..length], length < head.Length);
    }
}
