using System.Buffers;

namespace Splot.Tables;

internal enum HtmlToken
{
    End = 0,
    Start = 1,
    Close = 2,
    Text = 3,
}

/// <summary>
/// A forward reader of HTML as spreadsheets and portals export it: tags, text, nothing kept. What is no tag is text; comments, declarations, scripts and
/// styles are skipped; whatever is not closed ends with the file. A tag or a run of text longer than the cap refuses the file.
/// </summary>
internal sealed class HtmlScanner : ScanWindow<char>, IDisposable
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n=/");

    private const int LongestName = 32;

    private readonly CharSource _source;
    private int _start;
    private int _length;
    private int _nameLength;

    public HtmlScanner(CharSource source) => _source = source;

    /// <summary>The tag's name as written.</summary>
    public ReadOnlySpan<char> Name => _buffer.AsSpan(_start, _nameLength);

    /// <summary>What follows the name inside the tag, or the text with its references unresolved.</summary>
    public ReadOnlySpan<char> Raw => _buffer.AsSpan(_start + _nameLength, _length - _nameLength);

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public HtmlToken Read()
    {
        while (Has(0))
        {
            if (_buffer[_next] != '<')
            {
                return ReadText(1);
            }

            var second = Has(1) ? _buffer[_next + 1] : ' ';
            if (char.IsAsciiLetter(second))
            {
                return ReadTag(1, HtmlToken.Start);
            }

            if (second == '/' && Has(2) && char.IsAsciiLetter(_buffer[_next + 2]))
            {
                return ReadTag(2, HtmlToken.Close);
            }

            if (second == '!' && Has(3) && _buffer[_next + 2] == '-' && _buffer[_next + 3] == '-')
            {
                SkipPast("-->", 4);
            }
            else if (second is '!' or '?' or '/')
            {
                SkipPast(">", 2);
            }
            else
            {
                return ReadText(1);
            }
        }

        return HtmlToken.End;
    }

    /// <summary>The value of an attribute of the start tag; empty without it.</summary>
    public ReadOnlySpan<char> Attribute(ReadOnlySpan<char> name)
    {
        var rest = Raw;
        while (!rest.IsEmpty)
        {
            rest = rest.TrimStart(" \t\r\n/");
            var nameLength = rest.IndexOfAny(NameEnds);
            nameLength = nameLength < 0 ? rest.Length : nameLength;
            var found = rest[..nameLength];
            rest = rest[nameLength..].TrimStart();
            ReadOnlySpan<char> value = default;
            if (rest.StartsWith('='))
            {
                rest = rest[1..].TrimStart();
                var quote = rest.IsEmpty ? ' ' : rest[0];
                var quoted = quote is '"' or '\'';
                var length = quoted ? rest[1..].IndexOf(quote) : rest.IndexOfAny(" \t\r\n");
                length = length < 0 ? rest.Length - (quoted ? 1 : 0) : length;
                value = rest.Slice(quoted ? 1 : 0, length);
                rest = rest[Math.Min(rest.Length, length + (quoted ? 2 : 0))..];
            }
            else if (nameLength == 0)
            {
                break;
            }

            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return default;
    }

    public void Dispose() => _source.Dispose();

    private HtmlToken ReadText(int from)
    {
        var length = Find("<", from);
        _start = _next;
        _nameLength = 0;
        _length = length < 0 ? _end - _next : length;
        _next += _length;
        return HtmlToken.Text;
    }

    private HtmlToken ReadTag(int name, HtmlToken token)
    {
        var end = Find(">", name);
        end = end < 0 ? _end - _next : end;
        _start = _next + name;
        _length = end - name;
        var tag = _buffer.AsSpan(_start, _length);
        var nameLength = tag.IndexOfAny(" \t\r\n/");
        _nameLength = nameLength < 0 ? tag.Length : nameLength;
        _next = Math.Min(_end, _next + end + 1);
        if (token == HtmlToken.Start && _nameLength <= LongestName && (Is("script") || Is("style")))
        {
            SkipContent(Name.ToString());
            return Read();
        }

        return token;
    }

    /// <summary>Skips to the end tag of an element whose content is no markup.</summary>
    private void SkipContent(string name)
    {
        while (Has(0))
        {
            SkipPast("</", 0);
            if (Has(name.Length) && _buffer.AsSpan(_next, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                SkipPast(">", 0);
                return;
            }
        }
    }

    private void SkipPast(string mark, int from)
    {
        while (true)
        {
            var rest = _buffer.AsSpan(Math.Min(_end, _next + from), Math.Max(0, _end - _next - from));
            var at = rest.IndexOf(mark);
            if (at >= 0)
            {
                _next += from + at + mark.Length;
                return;
            }

            // Everything but a mark cut in two can go: what is skipped needs no room.
            _next = Math.Max(Math.Min(_end, _next + from), _end - mark.Length + 1);
            from = 0;
            if (_ended)
            {
                _next = _end;
                return;
            }

            Fill();
        }
    }

    protected override int Load(Span<char> room) => _source.Read(room);

    protected override TableRefusal TooLong() => Refusals.NoTable("a tag or text in it is longer than any page has.");
}
