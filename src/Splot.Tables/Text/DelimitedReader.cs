using System.Buffers;

namespace Splot.Tables;

/// <summary>
/// Reads delimited text (RFC 4180 and what is made of it in the wild) over a character buffer, cells in place. All positions are relative to the row's
/// start, so that the buffer may move under them. Tolerated: quotation marks inside unquoted cells or left undoubled inside quoted ones, blanks around
/// quoted cells, CR, LF and CRLF mixed, NUL (dropped) and other control characters (become a space), a quoted cell that is never closed (its
/// quotation mark is then text).
/// </summary>
internal sealed class DelimitedReader : TableReader
{
    private const int MaxUnclosedQuotes = 100;
    private const string ControlCharacters = "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000B\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\"\r\n" + ControlCharacters);
    private static readonly SearchValues<char> Controls = SearchValues.Create(ControlCharacters);

    private readonly CharSource _source;
    private readonly TableLimits _limits;
    private readonly char _delimiter;
    private readonly SearchValues<char> _unquoted;
    private char[] _buffer = new char[1 << 16];
    private int _start;
    private int _end;
    private int _consumed;
    private bool _ended;
    private long _line = 1;
    private int _unclosedQuotes;

    public DelimitedReader(CharSource source, char delimiter, TableLimits limits)
    {
        _source = source;
        _limits = limits;
        _delimiter = delimiter;
        var controls = delimiter == '\t' ? ControlCharacters : ControlCharacters.Replace(delimiter.ToString(), string.Empty, StringComparison.Ordinal);
        _unquoted = SearchValues.Create(delimiter + "\"\r\n" + controls);
    }

    public override bool Read(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        _start += _consumed;
        _consumed = 0;
        Row.Count = 0;
        Row.Flaws = RowFlaws.None;
        if (!Has(0))
        {
            return false;
        }

        Row.Number++;
        Row.Line = _line;
        var position = 0;
        while (!ReadCell(ref position))
        {
            if (Row.Count >= _limits.Columns)
            {
                throw new TableRefusedException(Refusals.TooManyColumns(_limits.Columns, Row.Number));
            }
        }

        _consumed = position;
        Row.Buffer = _buffer;
        Row.Start = _start;
        return true;
    }

    protected override void Dispose(bool disposing) => _source.Dispose();

    /// <summary>Reads one cell and what ends it; true if that was the row's end.</summary>
    private bool ReadCell(ref int position)
    {
        var first = position;
        var scan = first;
        var clean = true;
        while (true)
        {
            var hit = _buffer.AsSpan(_start + scan, _end - _start - scan).IndexOfAny(_unquoted);
            if (hit < 0)
            {
                scan = _end - _start;
                if (Has(scan))
                {
                    continue;
                }

                AddCell(first, scan, clean, quoted: false);
                Row.Flaws |= RowFlaws.NoLineEnd;
                position = scan;
                return true;
            }

            scan += hit;
            var found = _buffer[_start + scan];
            if (found == _delimiter)
            {
                AddCell(first, scan, clean, quoted: false);
                position = scan + 1;
                return false;
            }

            if (found is '\n' or '\r')
            {
                AddCell(first, scan, clean, quoted: false);
                position = EndLine(scan);
                return true;
            }

            if (found == '"')
            {
                if (IsBlank(first, scan) && ReadQuoted(scan, ref position, out var rowEnded))
                {
                    return rowEnded;
                }

                Row.Flaws |= RowFlaws.StrayQuote;
            }
            else
            {
                clean = false;
            }

            scan++;
        }
    }

    /// <summary>Reads a quoted cell whose mark stands at <paramref name="mark"/>; false if it is never closed.</summary>
    private bool ReadQuoted(int mark, ref int position, out bool rowEnded)
    {
        var line = _line;
        var flaws = Row.Flaws;
        var scan = mark + 1;
        var clean = true;
        rowEnded = false;
        while (true)
        {
            var hit = _buffer.AsSpan(_start + scan, _end - _start - scan).IndexOfAny(Quoted);
            if (hit < 0)
            {
                scan = _end - _start;
                if (scan - mark > _limits.CellCharacters)
                {
                    throw new TableRefusedException(Refusals.CellTooLong(_limits.CellCharacters, Row.Number, Row.Line));
                }

                if (Has(scan))
                {
                    continue;
                }

                return ForgetUnclosedQuote(line, flaws);
            }

            scan += hit;
            switch (_buffer[_start + scan])
            {
                case '"' when Has(scan + 1) && _buffer[_start + scan + 1] == '"':
                    clean = false;
                    scan += 2;
                    break;
                case '"':
                    if (TryClose(scan, mark, clean, ref position, ref rowEnded))
                    {
                        return true;
                    }

                    Row.Flaws |= RowFlaws.StrayQuote;
                    scan++;
                    break;
                case '\n':
                    _line++;
                    scan++;
                    break;
                case '\r':
                    clean = false;
                    _line += Has(scan + 1) && _buffer[_start + scan + 1] == '\n' ? 0 : 1;
                    scan++;
                    break;
                default:
                    clean = false;
                    scan++;
                    break;
            }
        }
    }

    /// <summary>Ends the quoted cell if the mark at <paramref name="scan"/> is followed by blanks and the cell's end.</summary>
    private bool TryClose(int scan, int mark, bool clean, ref int position, ref bool rowEnded)
    {
        var after = scan + 1;
        while (Has(after) && _buffer[_start + after] == ' ' && _delimiter != ' ')
        {
            after++;
        }

        if (!Has(after))
        {
            AddCell(mark + 1, scan, clean, quoted: true);
            Row.Flaws |= RowFlaws.NoLineEnd;
            position = after;
            rowEnded = true;
            return true;
        }

        var next = _buffer[_start + after];
        if (next == _delimiter)
        {
            AddCell(mark + 1, scan, clean, quoted: true);
            position = after + 1;
            return true;
        }

        if (next is '\n' or '\r')
        {
            AddCell(mark + 1, scan, clean, quoted: true);
            position = EndLine(after);
            rowEnded = true;
            return true;
        }

        return false;
    }

    /// <summary>The quotation mark that was never closed becomes text; reading goes on behind it as if it opened nothing.</summary>
    private bool ForgetUnclosedQuote(long line, RowFlaws flaws)
    {
        if (++_unclosedQuotes > MaxUnclosedQuotes)
        {
            throw new TableRefusedException(Refusals.UnclosedQuotes(Row.Number, line));
        }

        _line = line;
        Row.Flaws = flaws;
        return false;
    }

    private int EndLine(int position)
    {
        _line++;
        return _buffer[_start + position] == '\r' && Has(position + 1) && _buffer[_start + position + 1] == '\n' ? position + 2 : position + 1;
    }

    private bool IsBlank(int from, int to) => from == to || _buffer.AsSpan(_start + from, to - from).Trim(' ').IsEmpty;

    private void AddCell(int from, int to, bool clean, bool quoted)
    {
        if (to - from > _limits.CellCharacters)
        {
            throw new TableRefusedException(Refusals.CellTooLong(_limits.CellCharacters, Row.Number, Row.Line));
        }

        Row.AddText(from, clean ? to - from : Clean(_buffer.AsSpan(_start + from, to - from), quoted));
    }

    /// <summary>Halves doubled quotation marks of a quoted cell, makes line breaks one kind and removes control characters, in place; the new length.</summary>
    private int Clean(Span<char> text, bool quoted)
    {
        var length = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            switch (character)
            {
                case '"' when quoted && index + 1 < text.Length && text[index + 1] == '"':
                    index++;
                    break;
                case '\r':
                    if (index + 1 < text.Length && text[index + 1] == '\n')
                    {
                        continue;
                    }

                    character = '\n';
                    break;
                case '\0':
                    Row.Flaws |= RowFlaws.ControlCharacters;
                    continue;
                default:
                    if (Controls.Contains(character))
                    {
                        Row.Flaws |= RowFlaws.ControlCharacters;
                        character = ' ';
                    }

                    break;
            }

            text[length++] = character;
        }

        return length;
    }

    /// <summary>True if a character stands at <paramref name="position"/>; reads on as far as needed.</summary>
    private bool Has(int position)
    {
        while (_start + position >= _end)
        {
            if (_ended)
            {
                return false;
            }

            Fill();
        }

        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_end > _limits.RowCharacters)
            {
                throw new TableRefusedException(Refusals.RowTooLong(_limits.RowCharacters, Row.Number, Row.Line));
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _source.Read(_buffer.AsSpan(_end));
        _ended = read == 0;
        _end += read;
    }
}
