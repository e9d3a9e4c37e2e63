namespace Splot.Tables;

/// <summary>A table in a JSON document.</summary>
internal sealed class JsonTable : TableFile
{
    private readonly ByteSource _source;
    private readonly TextEncoding _encoding;
    private readonly JsonShape _shape;

    private JsonTable(ByteSource source, TextEncoding encoding, JsonShape shape, TableOptions options)
        : base(TableFormat.Json, options)
    {
        _source = source;
        _encoding = encoding;
        _shape = shape;
        EncodingName = encoding.Name;
    }

    /// <summary>True if text starts as a JSON object or an array of objects or arrays does.</summary>
    public static bool IsJson(ReadOnlySpan<char> head)
    {
        var text = Blanks.Trim(head[..Math.Min(head.Length, 4096)]);
        if (text.IsEmpty || text[0] is not ('{' or '['))
        {
            return false;
        }

        var next = Blanks.Trim(text[1..]);
        return !next.IsEmpty && (text[0] == '{' ? next[0] is '"' or '}' : next[0] is '{' or '[' or ']');
    }

    public static TableOpening Open(ByteSource source, TextEncoding encoding, TableOptions options, CancellationToken cancellation)
    {
        var shape = JsonShape.Find(() => new JsonTokens(source.OpenRead(), encoding), options.Limits, cancellation);
        return shape is null
            ? new TableOpening.Refused(Refusals.NoTable("the JSON document has no objects in it."))
            : new TableOpening.Opened(new JsonTable(source, encoding, shape, options));
    }

    public override TableReader Read() => new JsonReader(new JsonTokens(_source.OpenRead(), _encoding), _shape, Options.Limits);

    protected override void Dispose(bool disposing) => _source.Dispose();
}
