using System.Buffers;

namespace Splot.Tables;

/// <summary>A table in a page.</summary>
internal sealed class HtmlTable : TableFile
{
    private const int DeclarationLength = 4096;

    private static readonly SearchValues<char> DeclarationEnds = SearchValues.Create("\"'>; /?");

    private readonly ByteSource _source;
    private readonly TextEncoding _encoding;
    private readonly int _table;

    private HtmlTable(ByteSource source, TextEncoding encoding, int table, TableOptions options)
        : base(TableFormat.Html, options)
    {
        _source = source;
        _encoding = encoding;
        _table = table;
        EncodingName = encoding.Name;
    }

    /// <summary>True if the file's start looks like a page (in any encoding that writes ASCII as it is, or UTF-16).</summary>
    public static bool IsPage(ReadOnlySpan<byte> head)
    {
        var text = Plain(head);
        return text.TrimStart().StartsWith('<')
            && (text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<table", StringComparison.OrdinalIgnoreCase) || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || text.Contains("<meta", StringComparison.OrdinalIgnoreCase) || text.Contains("<body", StringComparison.OrdinalIgnoreCase) || text.Contains("<tr", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The encoding a page declares for itself; null without one.</summary>
    public static string? DeclaredEncoding(ReadOnlySpan<byte> head)
    {
        var text = Plain(head[..Math.Min(head.Length, DeclarationLength)]);
        foreach (var mark in new[] { "charset=", "encoding=" })
        {
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                var rest = text.AsSpan(at + mark.Length).TrimStart("\"' ");
                var length = rest.IndexOfAny(DeclarationEnds);
                return rest[..(length < 0 ? rest.Length : length)].ToString();
            }
        }

        return null;
    }

    public static TableOpening Open(ByteSource source, TextEncoding encoding, TableOptions options, CancellationToken cancellation)
    {
        using var scanner = new HtmlScanner(new CharSource(source.OpenRead(), encoding));
        var table = HtmlTables.Largest(scanner, cancellation);
        return table < 0
            ? new TableOpening.Refused(Refusals.NoTable("the page has no table rows."))
            : new TableOpening.Opened(new HtmlTable(source, encoding, table, options));
    }

    public override TableReader Read() => new HtmlReader(new HtmlScanner(new CharSource(_source.OpenRead(), _encoding)), _table, Options.Limits);

    protected override void Dispose(bool disposing) => _source.Dispose();

    private static string Plain(ReadOnlySpan<byte> head) =>
        System.Text.Encoding.Latin1.GetString(head).Replace("\0", string.Empty, StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF');
}
