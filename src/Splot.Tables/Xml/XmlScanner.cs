using System.Buffers.Text;
using System.Text;

namespace Splot.Tables;

internal enum XmlToken
{
    End = 0,
    Start = 1,
    Close = 2,
    Text = 3,
}

/// <summary>
/// A forward reader of the XML inside workbooks: start tags, end tags and text over a byte buffer, nothing kept. It exists because a general reader keeps names,
/// depth and attributes of hostile files in memory, and takes three times as long. Each tag or text must fit the buffer's cap; documents with a DTD are refused;
/// nesting is not checked (the readers above know the few elements they want). Input is UTF-8; other encodings are transcoded on the way in.
/// </summary>
internal sealed class XmlScanner : ScanWindow<byte>, IDisposable
{
    private readonly Stream _stream;
    private readonly string _part;
    private int _tokenStart;
    private int _nameStart;
    private int _nameEnd;
    private int _tokenEnd;

    public XmlScanner(Stream stream, string part)
    {
        _part = part;
        _stream = Transcoded(stream);
    }

    /// <summary>The element's name without its prefix.</summary>
    public ReadOnlySpan<byte> Name => _buffer.AsSpan(_nameStart, _nameEnd - _nameStart);

    /// <summary>True if the start tag closes itself.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>True if <see cref="Raw"/> is literal text in which <c>&amp;</c> means nothing.</summary>
    public bool IsLiteral { get; private set; }

    /// <summary>The bytes of the text, references not resolved.</summary>
    public ReadOnlySpan<byte> Raw => _buffer.AsSpan(_tokenStart, _tokenEnd - _tokenStart);

    public XmlToken Read()
    {
        while (true)
        {
            if (!Has(0))
            {
                return XmlToken.End;
            }

            if (_buffer[_next] != '<')
            {
                return ReadText();
            }

            if (!Has(1))
            {
                throw Damaged();
            }

            switch (_buffer[_next + 1])
            {
                case (byte)'?':
                    SkipPast("?>"u8);
                    break;
                case (byte)'!' when StartsWith("<!--"u8):
                    SkipPast("-->"u8);
                    break;
                case (byte)'!' when StartsWith("<![CDATA["u8):
                    return ReadLiteral();
                case (byte)'!':
                    throw Damaged();
                case (byte)'/':
                    return ReadClose();
                default:
                    return ReadStart();
            }
        }
    }

    /// <summary>The attributes of the start tag, names with prefix, values raw.</summary>
    public XmlAttributes Attributes => new(_buffer.AsSpan(_nameEnd, _tokenEnd - _nameEnd));

    /// <summary>The raw value of an attribute of the start tag, by its name with prefix; false if it has none.</summary>
    public bool TryAttribute(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        foreach (var (found, content) in Attributes)
        {
            if (found.SequenceEqual(name))
            {
                value = content;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>An attribute's value as a string; null without it.</summary>
    public string? Attribute(ReadOnlySpan<byte> name)
    {
        if (!TryAttribute(name, out var value))
        {
            return null;
        }

        var text = new TextBuffer();
        text.AppendXml(value, isLiteral: false);
        return text.Written.ToString();
    }

    /// <summary>An attribute's value as a whole number; the fallback without one.</summary>
    public int Number(ReadOnlySpan<byte> name, int fallback) =>
        TryAttribute(name, out var value) && Utf8Parser.TryParse(value, out int number, out var used) && used == value.Length ? number : fallback;

    /// <summary>Reads what is left, so that the whole part is checked.</summary>
    public void Drain()
    {
        do
        {
            _next = 0;
            _end = _stream.Read(_buffer, 0, _buffer.Length);
        }
        while (_end > 0);
    }

    public void Dispose() => _stream.Dispose();

    public TableRefusedException Damaged() => new(Refusals.Damaged(TableFormat.Xlsx, FormattableString.Invariant($"the part {_part} is not valid XML")));

    private static Stream Transcoded(Stream stream)
    {
        var head = new byte[256];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new HeadedStream(head.AsMemory(0, length), stream);
        var encoding = head switch
        {
            [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
            _ => Declared(Encoding.Latin1.GetString(head, 0, length)),
        };
        return encoding is null ? whole : Encoding.CreateTranscodingStream(whole, encoding, new UTF8Encoding(false));
    }

    private static Encoding? Declared(string head)
    {
        var at = head.StartsWith("<?xml", StringComparison.Ordinal) ? head.IndexOf("encoding=", StringComparison.Ordinal) : -1;
        if (at < 0 || at + 10 >= head.Length)
        {
            return null;
        }

        var name = head[(at + 10)..].Split(head[at + 9])[0];
        return TextEncoding.Parse(name) is { } encoding && encoding.Name != TextEncoding.Utf8.Name ? encoding.Strict : null;
    }

    private XmlToken ReadText()
    {
        var length = Find("<"u8, 0);
        _tokenStart = _next;
        _tokenEnd = _next = length < 0 ? _end : _next + length;
        IsLiteral = false;
        return XmlToken.Text;
    }

    private XmlToken ReadLiteral()
    {
        var length = Find("]]>"u8, 9);
        if (length < 0)
        {
            throw Damaged();
        }

        _tokenStart = _next + 9;
        _tokenEnd = _next + length;
        _next = _tokenEnd + 3;
        IsLiteral = true;
        return XmlToken.Text;
    }

    private XmlToken ReadClose()
    {
        var end = TagEnd();
        SetName(_next + 2, _next + end);
        _next += end + 1;
        return XmlToken.Close;
    }

    private XmlToken ReadStart()
    {
        var end = TagEnd();
        IsEmpty = _buffer[_next + end - 1] == '/';
        SetName(_next + 1, _next + end - (IsEmpty ? 1 : 0));
        _tokenEnd = _next + end - (IsEmpty ? 1 : 0);
        _next += end + 1;
        return XmlToken.Start;
    }

    /// <summary>The distance of the tag's closing bracket; one inside an attribute's value does not count.</summary>
    private int TagEnd()
    {
        var from = 1;
        while (true)
        {
            var end = Find(">"u8, from);
            if (end < 0)
            {
                throw Damaged();
            }

            var tag = _buffer.AsSpan(_next, end);
            if (OpenQuote(tag) is not { } quote)
            {
                return end;
            }

            var close = Find([quote], end + 1);
            if (close < 0)
            {
                throw Damaged();
            }

            from = close + 1;
        }
    }

    private static byte? OpenQuote(ReadOnlySpan<byte> tag)
    {
        while (true)
        {
            var open = tag.IndexOfAny((byte)'"', (byte)'\'');
            if (open < 0)
            {
                return null;
            }

            var close = tag[(open + 1)..].IndexOf(tag[open]);
            if (close < 0)
            {
                return tag[open];
            }

            tag = tag[(open + close + 2)..];
        }
    }

    private void SetName(int start, int end)
    {
        var tag = _buffer.AsSpan(start, end - start);
        var length = tag.IndexOfAny(" \t\r\n"u8);
        length = length < 0 ? tag.Length : length;
        var prefix = tag[..length].IndexOf((byte)':') + 1;
        _nameStart = start + prefix;
        _nameEnd = start + length;
    }

    private bool StartsWith(ReadOnlySpan<byte> text) => Has(text.Length - 1) && _buffer.AsSpan(_next).StartsWith(text);

    private void SkipPast(ReadOnlySpan<byte> mark)
    {
        var at = Find(mark, 2);
        if (at < 0)
        {
            throw Damaged();
        }

        _next += at + mark.Length;
    }

    protected override int Load(Span<byte> room) => _stream.Read(room);

    protected override TableRefusal TooLong() => Refusals.UnpackedTooLarge(_part);
}
