using System.Text;

namespace Splot.Tables;

/// <summary>
/// The shared strings of a workbook as UTF-8, in blocks; beyond a cap the blocks go to a temporary file and are read through a window (cells name strings
/// mostly in the order in which they were first used, so the window rarely moves).
/// </summary>
internal sealed class SharedStrings : IDisposable
{
    private const int BlockBits = 22;
    private const int BlockSize = 1 << BlockBits;
    private const int WindowSize = 1 << 17;
    private const int IndexBits = 16;
    private const int MaxStrings = 1 << 25;

    private readonly List<byte[]> _blocks = [];
    private readonly List<long[]> _index = [];
    private readonly long _memoryLimit;
    private FileStream? _file;
    private byte[] _current = new byte[BlockSize];
    private int _used;
    private long _sealed;
    private byte[] _window = [];
    private long _windowStart = -1;
    private int _windowLength;

    /// <summary>An empty store that keeps so many bytes in memory.</summary>
    public SharedStrings(long memoryLimit) => _memoryLimit = memoryLimit;

    public int Count { get; private set; }

    public static SharedStrings Read(WorkbookArchive archive, string path, TableLimits limits, CancellationToken cancellation)
    {
        var strings = new SharedStrings(limits.SharedTextBytes);
        try
        {
            using var scanner = archive.Scan(path);
            if (scanner is not null)
            {
                strings.ReadAll(scanner, limits, cancellation);
            }

            return strings;
        }
        catch
        {
            strings.Dispose();
            throw;
        }
    }

    /// <summary>Appends a string to a row's text; false if there is none of that number.</summary>
    public bool TryAppend(int number, TextBuffer target)
    {
        if ((uint)number >= (uint)Count)
        {
            return false;
        }

        var offset = _index[number >> IndexBits][number & ((1 << IndexBits) - 1)];
        var bytes = Bytes(offset, sizeof(int));
        var length = BitConverter.ToInt32(bytes);
        target.AppendUtf8(Bytes(offset + sizeof(int), length));
        return true;
    }

    public void Dispose()
    {
        _file?.Dispose();
        _blocks.Clear();
    }

    private void ReadAll(XmlScanner scanner, TableLimits limits, CancellationToken cancellation)
    {
        var text = new TextBuffer();
        var inText = false;
        var inPhonetic = false;
        XmlToken token;
        while ((token = scanner.Read()) != XmlToken.End)
        {
            if (token == XmlToken.Text)
            {
                if (inText && !inPhonetic)
                {
                    text.AppendXml(scanner.Raw, scanner.IsLiteral);
                }

                continue;
            }

            var opens = token == XmlToken.Start && !scanner.IsEmpty;
            var name = scanner.Name;
            if (name.SequenceEqual("t"u8))
            {
                inText = opens;
            }
            else if (name.SequenceEqual("rPh"u8))
            {
                inPhonetic = opens;
            }
            else if (name.SequenceEqual("si"u8) && !opens)
            {
                cancellation.ThrowIfCancellationRequested();
                text.Clean(0, hasEscapes: true);
                Add(text, limits);
                inText = false;
            }
        }
    }

    /// <summary>Adds the buffer's text as the next string and empties the buffer.</summary>
    public void Add(TextBuffer text, TableLimits limits)
    {
        if (text.Length > limits.CellCharacters || Count == MaxStrings)
        {
            throw new TableRefusedException(Refusals.UnpackedTooLarge("sharedStrings"));
        }

        var length = Encoding.UTF8.GetByteCount(text.Written);
        if (_used + length + sizeof(int) > BlockSize)
        {
            Seal();
        }

        if ((Count & ((1 << IndexBits) - 1)) == 0)
        {
            _index.Add(new long[1 << IndexBits]);
        }

        _index[^1][Count & ((1 << IndexBits) - 1)] = _sealed + _used;
        Count++;
        BitConverter.TryWriteBytes(_current.AsSpan(_used), length);
        Encoding.UTF8.GetBytes(text.Written, _current.AsSpan(_used + sizeof(int)));
        _used += length + sizeof(int);
        text.Length = 0;
    }

    /// <summary>Closes the current block: kept in memory, or written to the file once the memory's share is used up.</summary>
    private void Seal()
    {
        if ((_blocks.Count + 1L) * BlockSize <= _memoryLimit)
        {
            _blocks.Add(_current);
            _current = new byte[BlockSize];
        }
        else
        {
            _file ??= TemporaryFile.Create();
            RandomAccess.Write(_file.SafeFileHandle, _current, _sealed - ((long)_blocks.Count * BlockSize));
        }

        _sealed += BlockSize;
        _used = 0;
    }

    private ReadOnlySpan<byte> Bytes(long offset, int length)
    {
        if (offset >= _sealed)
        {
            return _current.AsSpan((int)(offset - _sealed), length);
        }

        var block = (int)(offset >> BlockBits);
        if (block < _blocks.Count)
        {
            return _blocks[block].AsSpan((int)(offset & (BlockSize - 1)), length);
        }

        if (_windowStart < 0 || offset < _windowStart || offset + length > _windowStart + _windowLength)
        {
            if (_window.Length < length || _window.Length == 0)
            {
                _window = new byte[Math.Max(length, WindowSize)];
            }

            _windowStart = offset;
            _windowLength = RandomAccess.Read(_file!.SafeFileHandle, _window, offset - ((long)_blocks.Count * BlockSize));
        }

        return _window.AsSpan((int)(offset - _windowStart), length);
    }
}
