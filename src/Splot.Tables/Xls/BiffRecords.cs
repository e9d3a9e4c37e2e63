using System.Buffers.Binary;

namespace Splot.Tables;

/// <summary>The records of a binary workbook ([MS-XLS] 2.3): a type, a length of at most 8 224 bytes, and data.</summary>
internal sealed class BiffRecords : IDisposable
{
    private const int WindowSize = 1 << 16;
    private const int HeaderLength = 4;

    private readonly Stream _file;
    private readonly Stream _stream;
    private readonly byte[] _window = new byte[WindowSize];
    private int _next;
    private int _end;
    private int _length;

    /// <summary>Records of a stream inside a file; both are closed with it.</summary>
    public BiffRecords(Stream file, Stream stream)
    {
        _file = file;
        _stream = stream;
    }

    public int Type { get; private set; }

    public ReadOnlySpan<byte> Data => _window.AsSpan(_next - _length, _length);

    /// <summary>Moves to a place in the stream.</summary>
    public void Seek(long position)
    {
        _stream.Position = position;
        _next = 0;
        _end = 0;
    }

    /// <summary>Reads the next record; false at the end of the stream.</summary>
    public bool Read()
    {
        if (!Has(HeaderLength))
        {
            return false;
        }

        Type = BinaryPrimitives.ReadUInt16LittleEndian(_window.AsSpan(_next));
        _length = BinaryPrimitives.ReadUInt16LittleEndian(_window.AsSpan(_next + 2));
        if (_length > WindowSize - HeaderLength || !Has(HeaderLength + _length))
        {
            throw Damaged("a record is cut");
        }

        _next += HeaderLength + _length;
        return true;
    }

    /// <summary>The type of the record after the current one; -1 at the end. The current record's data is lost.</summary>
    public int Peek()
    {
        var ended = !Has(HeaderLength);
        _length = 0;
        return ended ? -1 : BinaryPrimitives.ReadUInt16LittleEndian(_window.AsSpan(_next));
    }

    public ushort U16(int at) => at + 2 <= _length ? BinaryPrimitives.ReadUInt16LittleEndian(Data[at..]) : throw Damaged("a record is too short");

    public uint U32(int at) => at + 4 <= _length ? BinaryPrimitives.ReadUInt32LittleEndian(Data[at..]) : throw Damaged("a record is too short");

    public double Double(int at) => at + 8 <= _length ? BinaryPrimitives.ReadDoubleLittleEndian(Data[at..]) : throw Damaged("a record is too short");

    public byte Byte(int at) => at < _length ? Data[at] : throw Damaged("a record is too short");

    public void Dispose()
    {
        _stream.Dispose();
        _file.Dispose();
    }

    public static TableRefusedException Damaged(string what, long? row = null) => new(Refusals.Damaged(TableFormat.Xls, what, row));

    private bool Has(int count)
    {
        if (_end - _next >= count)
        {
            return true;
        }

        _window.AsSpan(_next, _end - _next).CopyTo(_window);
        _end -= _next;
        _next = 0;
        while (_end < count)
        {
            var read = _stream.Read(_window, _end, _window.Length - _end);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }
}
