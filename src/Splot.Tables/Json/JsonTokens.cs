using System.Text.Json;

namespace Splot.Tables;

/// <summary>The tokens of a JSON document, or of several behind each other, one by one over a growing buffer.</summary>
internal sealed class JsonTokens : IDisposable
{
    private const int FirstBuffer = 1 << 16;
    private const int LargestBuffer = 1 << 23;
    private const int MaxDepth = 128;

    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    private readonly Stream _stream;
    private byte[] _buffer = new byte[FirstBuffer];
    private int _next;
    private int _end;
    private bool _ended;
    private JsonReaderState _state = new(Options);

    public JsonTokens(Stream stream, TextEncoding encoding)
    {
        stream.Position = encoding.MarkLength;
        _stream = encoding.Strict is System.Text.UTF8Encoding ? stream : System.Text.Encoding.CreateTranscodingStream(stream, encoding.Strict, new System.Text.UTF8Encoding(false));
    }

    public JsonTokenType Type { get; private set; }

    /// <summary>How deep the token lies; the start and end of an object or array lie outside it.</summary>
    public int Depth { get; private set; }

    /// <summary>The text of a string, name or number.</summary>
    public TextBuffer Text { get; } = new();

    /// <summary>The next token; false at the end.</summary>
    public bool Read(CancellationToken cancellation)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_next, _end - _next), _ended, _state);
            try
            {
                if (reader.Read())
                {
                    Take(ref reader);
                    _state = reader.CurrentState;
                    _next += (int)reader.BytesConsumed;
                    return true;
                }
            }
            catch (JsonException fault)
            {
                throw new TableRefusedException(Refusals.BrokenJson(fault.LineNumber + 1));
            }

            _state = reader.CurrentState;
            _next += (int)reader.BytesConsumed;
            if (_ended)
            {
                return false;
            }

            cancellation.ThrowIfCancellationRequested();
            Fill();
        }
    }

    /// <summary>Skips the rest of the object or array just started.</summary>
    public void Skip(CancellationToken cancellation)
    {
        var depth = Depth;
        while (Read(cancellation) && (Depth > depth || Type is not (JsonTokenType.EndObject or JsonTokenType.EndArray)))
        {
            // Nothing of it is wanted.
        }
    }

    public void Dispose() => _stream.Dispose();

    private void Take(ref Utf8JsonReader reader)
    {
        Type = reader.TokenType;
        Depth = reader.CurrentDepth;
        Text.Length = 0;
        switch (Type)
        {
            case JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped:
                Text.Append(Unescaped(ref reader));
                break;
            case JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Number:
                Text.AppendUtf8(reader.ValueSpan);
                break;
        }
    }

    private static string Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            // An escape that is half a character.
            return "\uFFFD";
        }
    }

    private void Fill()
    {
        _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
        _end -= _next;
        _next = 0;
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LargestBuffer)
            {
                throw new TableRefusedException(Refusals.NoTable("one of its values is longer than any list has."));
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
    }
}
